-- Tables of the system targets, as its declarations ask for them.
create table record."target" (
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
  "programme" text,
  "ordinal" integer,
  "title" text,
  "title_english" text,
  "region" text,
  "kind" text,
  "baseline" numeric(18,4),
  "baseline_year" integer,
  "goal" numeric(18,4),
  "goal_year" integer,
  "unit" text,
  "path" jsonb,
  "tolerance" numeric(18,2),
  "measure" text,
  "dimensions" text,
  "comparable" boolean,
  "caveat" text,
  "caveat_english" text,
  "article" text,
  "more" jsonb
);
create index "target_opened" on record."target" (opened desc, id desc);
create index "target_state" on record."target" (state);
create index "target_area" on record."target" (area);
create index "target_region" on record."target" ("region");
create unique index "target_known" on record."target" ("programme", "ordinal", "region");

create table record."published_figure" (
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
  "fact" text,
  "indicator" text,
  "breakdown" text,
  "region_name" text,
  "region" text,
  "period" text,
  "year" text,
  "value" numeric(18,6),
  "printed" text,
  "unit" text,
  "source" text,
  "note" text,
  "serves" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "published_figure_opened" on record."published_figure" (opened desc, id desc);
create index "published_figure_state" on record."published_figure" (state);
create index "published_figure_area" on record."published_figure" (area);
create unique index "published_figure_known" on record."published_figure" ("fact");
create index "published_figure_bigrams" on record."published_figure" using gin (bigrams) with (fastupdate = off);
