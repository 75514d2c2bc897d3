-- A mark that ended and was granted anew keeps the term before: the days between belong to neither.
alter table record."laboratory" add column "earlier_terms" jsonb;
alter table record."laboratory" add column "ended_on" date;
alter table record."mark_application" add column "held_to" date;
