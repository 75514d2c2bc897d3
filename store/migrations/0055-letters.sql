-- Letters after a failure to certifier, permit authority and platform; the sheet takes a voluntary certificate too.
alter table record."sample" add column "cert_no" text;
create table record."letter" (
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
  "kind" text,
  "certificate" text,
  "shop_url" text,
  "sample" uuid,
  "sample_number" text,
  "party" text,
  "party_name" text,
  "disowned_name" text,
  "place" text,
  "product" text,
  "product_class" text,
  "model" text,
  "batch" text,
  "failures" jsonb,
  "issuer" text,
  "sent_on" date,
  "answered_on" date,
  "action" text,
  "answer" text,
  "reason" text,
  "origin" text,
  "origin_record" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "letter_opened" on record."letter" (opened desc, id desc);
create index "letter_state" on record."letter" (state);
create index "letter_area" on record."letter" (area);
create index "letter_sample" on record."letter" ("sample");
create index "letter_party" on record."letter" ("party");
create index "letter_bigrams" on record."letter" using gin (bigrams) with (fastupdate = off);
