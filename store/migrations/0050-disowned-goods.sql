-- A producer named on goods that it did not make is free; the sample goes on against whoever sold them.
alter table record."sample" add column "disowned" text;
alter table record."sample" add column "disowned_name" text;
create index "sample_disowned" on record."sample" ("disowned");
