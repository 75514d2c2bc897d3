-- A case keeps from when the party's terms to sue count, and until which later day the court waits.
alter table record."case" add column "sue_from" date;
alter table record."case" add column "remedies_until" date;
