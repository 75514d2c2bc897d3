-- A case keeps each delay that was granted, with its day and what was paid of the fine by then.
alter table record."case" add column "deferrals" jsonb;
