-- A case keeps what its party said when it asked to pay later, so that whoever grants it can read it.
alter table record."case" add column "hardship" text;
