-- Changes of a mark by application; a laboratory keeps its former names, and a signatory since when.
create table record."mark_change" (
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
  "laboratory" text,
  "name" text,
  "place" text,
  "kinds" jsonb,
  "new_name" text,
  "new_place" text,
  "new_address" text,
  "legal" text,
  "signatories" jsonb,
  "scope" jsonb,
  "technical" boolean,
  "missing" text,
  "team" text,
  "opinion" text,
  "from" date,
  "unchanged_to" date,
  "to" date,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "mark_change_opened" on record."mark_change" (opened desc, id desc);
create index "mark_change_state" on record."mark_change" (state);
create index "mark_change_area" on record."mark_change" (area);
create index "mark_change_laboratory" on record."mark_change" ("laboratory");
create index "mark_change_new_place" on record."mark_change" ("new_place");
create index "mark_change_bigrams" on record."mark_change" using gin (bigrams) with (fastupdate = off);

alter table record."laboratory" add column "address" text;
alter table record."laboratory" add column "former" jsonb;
alter table record."lab_person" add column "sign_from" date;
