-- Outside notices, signals and matters of risk.
create table record."outside_notice" (
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
  "source" text,
  "reference" text,
  "day" date,
  "country" text,
  "product" text,
  "product_class" text,
  "hazard" text,
  "hazard_text" text,
  "grade" text,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "outside_notice_opened" on record."outside_notice" (opened desc, id desc);
create index "outside_notice_state" on record."outside_notice" (state);
create index "outside_notice_area" on record."outside_notice" (area);
create unique index "outside_notice_known" on record."outside_notice" ("source", "reference");
create index "outside_notice_bigrams" on record."outside_notice" using gin (bigrams) with (fastupdate = off);

create table record."signal" (
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
  "day" date,
  "source" text,
  "origin" text,
  "origin_record" text,
  "product" text,
  "product_class" text,
  "hazard" text,
  "place" text,
  "hurt" integer,
  "weight" integer,
  "credibility" integer,
  "ground" text,
  "same_as" text,
  "matter" text,
  "matter_record" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "signal_opened" on record."signal" (opened desc, id desc);
create index "signal_state" on record."signal" (state);
create index "signal_area" on record."signal" (area);
create index "signal_bigrams" on record."signal" using gin (bigrams) with (fastupdate = off);

create table record."risk_matter" (
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
  "place" text,
  "product" text,
  "product_class" text,
  "hazard" text,
  "raised" text,
  "why" text,
  "week" date,
  "stream" text,
  "observed" numeric(18,4),
  "expected" numeric(18,4),
  "threshold" numeric(18,4),
  "verdicts" jsonb,
  "arithmetic" jsonb,
  "baseline" jsonb,
  "signals" jsonb,
  "weight" integer,
  "scenarios" jsonb,
  "findings" jsonb,
  "sensitivity" jsonb,
  "uncertainty" text,
  "level" text,
  "panel" jsonb,
  "minutes" text,
  "recommended" text,
  "colour" text,
  "scope" jsonb,
  "danger" text,
  "advice" text,
  "audience" jsonb,
  "channels" jsonb,
  "colour_why" text,
  "warned_from" date,
  "warned_at" timestamptz,
  "warned_to" date,
  "measures" jsonb,
  "measured" date,
  "budget" numeric(18,2),
  "reviewed" date,
  "outcome" text,
  "review_note" text,
  "ended" date,
  "end_why" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "risk_matter_opened" on record."risk_matter" (opened desc, id desc);
create index "risk_matter_state" on record."risk_matter" (state);
create index "risk_matter_area" on record."risk_matter" (area);
create index "risk_matter_bigrams" on record."risk_matter" using gin (bigrams) with (fastupdate = off);
