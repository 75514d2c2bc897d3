-- The register of permits and certificates, what it said on the day of a visit or a sheet, and the issuer that a letter takes from it.
create table record."permit" (
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
  "kind" text,
  "certificate" text,
  "holder" text,
  "holder_name" text,
  "place" text,
  "product_class" text,
  "scope" text,
  "issuer" text,
  "issuer_name" text,
  "valid_from" date,
  "valid_to" date,
  "standing" text,
  "since" date,
  "course" jsonb,
  "source" text,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "permit_opened" on record."permit" (opened desc, id desc);
create index "permit_state" on record."permit" (state);
create index "permit_area" on record."permit" (area);
create index "permit_holder" on record."permit" ("holder");
create index "permit_issuer" on record."permit" ("issuer");
create index "permit_bigrams" on record."permit" using gin (bigrams) with (fastupdate = off);
create unique index "permit_known" on record."permit" ("kind", "certificate");
alter table record."inspection" add column "registered" jsonb;
alter table record."sample" add column "registered" jsonb;
alter table record."letter" add column "issuer_party" text;
alter table record."letter" add column "permit" uuid;
create index "letter_issuer_party" on record."letter" ("issuer_party");
create index "letter_permit" on record."letter" ("permit");
