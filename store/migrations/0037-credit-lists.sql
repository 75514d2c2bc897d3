-- Credit: the list of serious breaches, joint measures, ratings by third parties, extracts, and who looked at whose class.
create table record."serious_listing" (
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
  "case" uuid,
  "document" text,
  "ground" text,
  "heavier" jsonb,
  "facts" text,
  "defence" text,
  "hearing" text,
  "measures" jsonb,
  "consent" text,
  "reasons" text,
  "decided_on" date,
  "published" date,
  "until" date,
  "promise" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "serious_listing_opened" on record."serious_listing" (opened desc, id desc);
create index "serious_listing_state" on record."serious_listing" (state);
create index "serious_listing_area" on record."serious_listing" (area);
create index "serious_listing_party" on record."serious_listing" ("party");
create index "serious_listing_case" on record."serious_listing" ("case");
create index "serious_listing_bigrams" on record."serious_listing" using gin (bigrams) with (fastupdate = off);

create table record."joint_measure" (
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
  "measure" text,
  "article" text,
  "ground" text,
  "listing" uuid,
  "executor" text,
  "receipt" text,
  "applied_on" date,
  "until" date,
  "outcome" text,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "joint_measure_opened" on record."joint_measure" (opened desc, id desc);
create index "joint_measure_state" on record."joint_measure" (state);
create index "joint_measure_area" on record."joint_measure" (area);
create index "joint_measure_party" on record."joint_measure" ("party");
create index "joint_measure_listing" on record."joint_measure" ("listing");
create index "joint_measure_bigrams" on record."joint_measure" using gin (bigrams) with (fastupdate = off);

create table record."third_party_rating" (
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
  "rater" text,
  "rater_name" text,
  "report" text,
  "grade" text,
  "probability" numeric(18,4),
  "issued" date,
  "valid_to" date,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "third_party_rating_opened" on record."third_party_rating" (opened desc, id desc);
create index "third_party_rating_state" on record."third_party_rating" (state);
create index "third_party_rating_area" on record."third_party_rating" (area);
create index "third_party_rating_party" on record."third_party_rating" ("party");
create unique index "third_party_rating_known" on record."third_party_rating" ("rater", "report");
create index "third_party_rating_bigrams" on record."third_party_rating" using gin (bigrams) with (fastupdate = off);

create table record."credit_extract" (
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
  "purchaser" text,
  "project" text,
  "purpose" text,
  "day" date,
  "asked" integer,
  "look_back" date,
  "rule" text,
  "result" jsonb,
  "outdated" boolean,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "credit_extract_opened" on record."credit_extract" (opened desc, id desc);
create index "credit_extract_state" on record."credit_extract" (state);
create index "credit_extract_area" on record."credit_extract" (area);
create index "credit_extract_bigrams" on record."credit_extract" using gin (bigrams) with (fastupdate = off);

create table kernel.look (
  id bigint generated always as identity primary key,
  scale text not null,
  subject text not null,
  account text not null,
  duty text not null,
  at timestamptz not null default now()
);
create index look_subject on kernel.look (subject, at desc);
