-- A follow-up and a recall keep each breach that they passed on with its day: one breach is one lead.
alter table record."rectification" add column "passed" jsonb;
alter table record."recall" add column "passed" jsonb;
