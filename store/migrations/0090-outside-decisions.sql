-- Penalties and judgments of others, noted by one person and confirmed from the document by another.
create table record."outside_decision" (
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
  "sort" text,
  "source" text,
  "origin" text,
  "origin_record" text,
  "authority" text,
  "document" text,
  "decided" date,
  "degree" text,
  "penalties" jsonb,
  "fine" numeric(18,2),
  "copy" jsonb,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "outside_decision_opened" on record."outside_decision" (opened desc, id desc);
create index "outside_decision_state" on record."outside_decision" (state);
create index "outside_decision_area" on record."outside_decision" (area);
create index "outside_decision_party" on record."outside_decision" ("party");
create index "outside_decision_bigrams" on record."outside_decision" using gin (bigrams) with (fastupdate = off);
