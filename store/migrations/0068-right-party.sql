-- A case keeps apart what the party was told and what it says it paid from what the lead said and what the bank received.
alter table record."case" add column "told_facts" text;
alter table record."case" add column "claims" jsonb;
