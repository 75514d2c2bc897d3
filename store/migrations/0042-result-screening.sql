-- Screenings of test results: matters to look at with the laboratory.
create table record."result_screening" (
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
  "product_class" text,
  "from" date,
  "to" date,
  "reports" integer,
  "matter" text,
  "findings" jsonb,
  "seen" text,
  "explanation" text,
  "more" jsonb
);
create index "result_screening_opened" on record."result_screening" (opened desc, id desc);
create index "result_screening_state" on record."result_screening" (state);
create index "result_screening_area" on record."result_screening" (area);
create index "result_screening_laboratory" on record."result_screening" ("laboratory");
