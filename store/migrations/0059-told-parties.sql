-- The party reads its case from the act that tells it on. Cases of before are brought on by acts of their own once the server runs (cli/tell-parties.ts).
alter table record."case" add column "informed" text;
create index "case_informed" on record."case" ("informed");
