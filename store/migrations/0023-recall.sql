-- Defect information and recalls.
create table record."defect_report" (
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
  "received" date,
  "reporter_kind" text,
  "reporter" text,
  "phone" text,
  "place" text,
  "producer" text,
  "producer_name" text,
  "product" text,
  "product_class" text,
  "model" text,
  "batch" text,
  "gtin" text,
  "kind" text,
  "danger" text,
  "hurt" integer,
  "evidence" jsonb,
  "origin" text,
  "origin_record" text,
  "assessment" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "defect_report_opened" on record."defect_report" (opened desc, id desc);
create index "defect_report_state" on record."defect_report" (state);
create index "defect_report_area" on record."defect_report" (area);
create index "defect_report_place" on record."defect_report" ("place");
create index "defect_report_producer" on record."defect_report" ("producer");
create index "defect_report_bigrams" on record."defect_report" using gin (bigrams) with (fastupdate = off);

create table record."recall" (
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
  "begun" date,
  "line" text,
  "producer" text,
  "producer_name" text,
  "place" text,
  "product" text,
  "product_class" text,
  "kind" text,
  "danger" text,
  "origin" text,
  "origin_record" text,
  "known" date,
  "how" text,
  "food_class" text,
  "conclusion" text,
  "objection" text,
  "scope" jsonb,
  "made" integer,
  "affected" integer,
  "stock" integer,
  "measures" jsonb,
  "payer" text,
  "advice" text,
  "contact" text,
  "ends_on" date,
  "published" date,
  "progress" jsonb,
  "reported" date,
  "returned" integer,
  "effect" text,
  "owners_from" date,
  "food_from" timestamptz,
  "food_notice" date,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "recall_opened" on record."recall" (opened desc, id desc);
create index "recall_state" on record."recall" (state);
create index "recall_area" on record."recall" (area);
create index "recall_producer" on record."recall" ("producer");
create index "recall_place" on record."recall" ("place");
create index "recall_bigrams" on record."recall" using gin (bigrams) with (fastupdate = off);
