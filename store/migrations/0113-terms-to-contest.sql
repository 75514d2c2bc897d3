-- A case keeps from when the term for reconsideration counts, and from when another province is to be told that a penalty changed or fell.
alter table record."case" add column "reconsider_from" date;
alter table record."case" add column "correct_elsewhere_from" date;
