-- What a laboratory keeps of a signed order: records and left-over samples, with the clock of each.
create table record."kept_material" (
  "id" uuid primary key,
  "number" text unique,
  "state" text not null,
  "version" integer not null,
  "area" text,
  "office" text,
  "owner" text,
  "subject" uuid,
  "opened" timestamptz not null,
  "changed" timestamptz not null,
  "laboratory" text,
  "order_number" text,
  "kind" text,
  "sample_name" text,
  "since" date,
  "agreed_to" date,
  "disposal" text,
  "disposed_on" date,
  "reason" text,
  "more" jsonb
);
create index "kept_material_opened" on record."kept_material" (opened desc, id desc);
create index "kept_material_state" on record."kept_material" (state);
create index "kept_material_area" on record."kept_material" (area);
create unique index "kept_material_known" on record."kept_material" ("laboratory", "order_number", "kind");

