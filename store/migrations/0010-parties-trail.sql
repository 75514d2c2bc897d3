-- Parties: former names with their days instead of the last one only, what a body was divided from, and no index twice.
alter table record."enterprise" add column "divided_from" text;
alter table record."enterprise" add column "former_names" jsonb;
alter table record."enterprise" drop column "former_name";
create index "enterprise_divided_from" on record."enterprise" ("divided_from");
-- The unique index on the code and the index on the area serve the same searches.
drop index record."enterprise_code";
drop index record."enterprise_place";
