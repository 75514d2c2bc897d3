-- Tables of the system environment, as its declarations ask for them.
create table record."air_station" (
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
  "code" text,
  "name" text,
  "city" text,
  "place" text,
  "longitude" numeric(18,12),
  "latitude" numeric(18,12),
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "air_station_opened" on record."air_station" (opened desc, id desc);
create index "air_station_state" on record."air_station" (state);
create index "air_station_area" on record."air_station" (area);
create index "air_station_place" on record."air_station" ("place");
create unique index "air_station_known" on record."air_station" ("code");
create index "air_station_bigrams" on record."air_station" using gin (bigrams) with (fastupdate = off);

create table record."air_city" (
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
  "code" text,
  "name" text,
  "list" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "air_city_opened" on record."air_city" (opened desc, id desc);
create index "air_city_state" on record."air_city" (state);
create index "air_city_area" on record."air_city" (area);
create index "air_city_code" on record."air_city" ("code");
create unique index "air_city_known" on record."air_city" ("code");
create index "air_city_bigrams" on record."air_city" using gin (bigrams) with (fastupdate = off);

create table record."reading_correction" (
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
  "stream" text,
  "point" text,
  "item" text,
  "at" timestamptz,
  "value" numeric(18,4),
  "why" text,
  "evidence" jsonb,
  "more" jsonb
);
create index "reading_correction_opened" on record."reading_correction" (opened desc, id desc);
create index "reading_correction_state" on record."reading_correction" (state);
create index "reading_correction_area" on record."reading_correction" (area);

create table record."published_ranking" (
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
  "period" text,
  "scope" text,
  "direction" text,
  "order" text,
  "source" text,
  "note" text,
  "more" jsonb
);
create index "published_ranking_opened" on record."published_ranking" (opened desc, id desc);
create index "published_ranking_state" on record."published_ranking" (state);
create index "published_ranking_area" on record."published_ranking" (area);
create unique index "published_ranking_known" on record."published_ranking" ("period", "scope", "direction");
