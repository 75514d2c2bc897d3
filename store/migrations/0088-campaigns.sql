-- Campaigns with what was counted from their cases; a case names the one that it was filed for, and when none was imposed.
create table record."campaign" (
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
  "name" text,
  "order" text,
  "ground" text,
  "place" text,
  "areas" jsonb,
  "lead" text,
  "kinds" jsonb,
  "classes" jsonb,
  "from" date,
  "to" date,
  "cases" integer,
  "decisions" integer,
  "waived" integer,
  "crimes" integer,
  "annulled" integer,
  "goods_value" numeric(18,2),
  "fines" numeric(18,2),
  "confiscated" numeric(18,2),
  "counted_on" date,
  "report" text,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "campaign_opened" on record."campaign" (opened desc, id desc);
create index "campaign_state" on record."campaign" (state);
create index "campaign_area" on record."campaign" (area);
create index "campaign_bigrams" on record."campaign" using gin (bigrams) with (fastupdate = off);
alter table record."case" add column "campaign" uuid;
alter table record."case" add column "waived_on" date;
create index "case_campaign" on record."case" ("campaign");
