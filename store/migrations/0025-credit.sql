-- The quality credit file: entries and objections to them.
create table record."credit_entry" (
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
  "party" text,
  "party_name" text,
  "place" text,
  "category" text,
  "summary" text,
  "authority" text,
  "document" text,
  "article" text,
  "determined" date,
  "scope" text,
  "origin" text,
  "origin_record" text,
  "from" date,
  "counts_to" date,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "credit_entry_opened" on record."credit_entry" (opened desc, id desc);
create index "credit_entry_state" on record."credit_entry" (state);
create index "credit_entry_area" on record."credit_entry" (area);
create index "credit_entry_party" on record."credit_entry" ("party");
create index "credit_entry_bigrams" on record."credit_entry" using gin (bigrams) with (fastupdate = off);

create table record."credit_objection" (
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
  "party" text,
  "place" text,
  "entry" uuid,
  "grounds" text,
  "finding" text,
  "more" jsonb
);
create index "credit_objection_opened" on record."credit_objection" (opened desc, id desc);
create index "credit_objection_state" on record."credit_objection" (state);
create index "credit_objection_area" on record."credit_objection" (area);
create index "credit_objection_party" on record."credit_objection" ("party");
create index "credit_objection_entry" on record."credit_objection" ("entry");
