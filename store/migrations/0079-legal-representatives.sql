-- The legal representative of a laboratory stands in its own record, and since when.
alter table record."laboratory" add column "legal" text;
alter table record."laboratory" add column "legal_since" date;
