-- A case keeps when its breach ended and whether it did harm, what was held before anybody approved it, and the term that the heads set.
alter table record."case" add column "breach_ended" date;
alter table record."case" add column "harmful" boolean;
alter table record."case" add column "held_urgently" timestamptz;
alter table record."case" add column "decide_by" date;
