-- Applications for the mark: a first one, its renewal, a wider scope.
create table record."mark_application" (
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
  "kind" text,
  "laboratory" text,
  "name" text,
  "place" text,
  "fields" jsonb,
  "lines" jsonb,
  "invented" boolean,
  "missing" text,
  "team" text,
  "opinion" text,
  "cma" text,
  "from" date,
  "to" date,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "mark_application_opened" on record."mark_application" (opened desc, id desc);
create index "mark_application_state" on record."mark_application" (state);
create index "mark_application_area" on record."mark_application" (area);
create index "mark_application_laboratory" on record."mark_application" ("laboratory");
create index "mark_application_bigrams" on record."mark_application" using gin (bigrams) with (fastupdate = off);
