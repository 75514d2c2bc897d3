-- Tables of the system law, as its declarations ask for them.
create table record."calendar_notice" (
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
  "year" integer,
  "source" text,
  "days" text,
  "more" jsonb
);
create index "calendar_notice_opened" on record."calendar_notice" (opened desc, id desc);
create index "calendar_notice_state" on record."calendar_notice" (state);
create index "calendar_notice_area" on record."calendar_notice" (area);

create table record."parameter_value" (
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
  "parameter" text,
  "from" date,
  "to" date,
  "value" text,
  "act" text,
  "article" text,
  "mark" text,
  "why" text,
  "more" jsonb
);
create index "parameter_value_opened" on record."parameter_value" (opened desc, id desc);
create index "parameter_value_state" on record."parameter_value" (state);
create index "parameter_value_area" on record."parameter_value" (area);

create table record."law_training" (
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
  "held" date,
  "people" integer,
  "article" text,
  "more" jsonb
);
create index "law_training_opened" on record."law_training" (opened desc, id desc);
create index "law_training_state" on record."law_training" (state);
create index "law_training_area" on record."law_training" (area);
