-- Quality-control charts of laboratories: control samples, their limits, and days whose results are in doubt.
create table record."control_chart" (
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
  "code" text,
  "parameter" text,
  "method" text,
  "unit" text,
  "instrument" text,
  "material" text,
  "reference" numeric(18,6),
  "points" jsonb,
  "left_out" jsonb,
  "centre" numeric(18,6),
  "sigma" numeric(18,6),
  "range_limit" numeric(18,6),
  "fixed_on" date,
  "base" integer,
  "cause" text,
  "correction" text,
  "extent" text,
  "doubt_from" date,
  "doubt_to" date,
  "corrected_at" integer,
  "doubted" jsonb,
  "reason" text,
  "more" jsonb
);
create index "control_chart_opened" on record."control_chart" (opened desc, id desc);
create index "control_chart_state" on record."control_chart" (state);
create index "control_chart_area" on record."control_chart" (area);
create unique index "control_chart_known" on record."control_chart" ("laboratory", "code");
