-- A renewal is granted before its term begins: until then a laboratory bears the number before.
alter table record."laboratory" add column "cma_before" text;
alter table record."laboratory" add column "cma_from" date;
