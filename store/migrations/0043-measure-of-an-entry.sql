-- A joint measure may rest on one entry, and ends with it.
alter table record."joint_measure" add column "entry" uuid;
create index "joint_measure_entry" on record."joint_measure" ("entry");
