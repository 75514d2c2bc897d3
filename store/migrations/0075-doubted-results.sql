-- Reported results that a chart or an instrument puts in doubt: each is weighed by itself; both keep the days and what was found.
create table record."doubted_result" (
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
  "parameter" text,
  "on" date,
  "source" text,
  "because" text,
  "doubt_from" date,
  "doubt_to" date,
  "cause" text,
  "report" text,
  "sample_name" text,
  "product_class" text,
  "method" text,
  "ground" text,
  "reason" text,
  "more" jsonb
);
create index "doubted_result_opened" on record."doubted_result" (opened desc, id desc);
create index "doubted_result_state" on record."doubted_result" (state);
create index "doubted_result_area" on record."doubted_result" (area);
create index "doubted_result_laboratory" on record."doubted_result" ("laboratory");

alter table record."control_chart" add column "affected" jsonb;
alter table record."lab_instrument" add column "doubt_from" date;
alter table record."lab_instrument" add column "doubt_to" date;
alter table record."lab_instrument" add column "cause" text;
alter table record."lab_instrument" add column "doubted" jsonb;
alter table record."lab_instrument" add column "affected" jsonb;
