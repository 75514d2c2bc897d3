-- What the bank did not know of is kept with what was found: it is not claimed again, and an objection goes to another person.
alter table record."case" add column "rejected" jsonb;
