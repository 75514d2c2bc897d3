-- Proficiency rounds and the results of laboratories in them.
create table record."proficiency_round" (
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
  "title" text,
  "organised" text,
  "product_class" text,
  "parameter" text,
  "method" text,
  "unit" text,
  "closes" date,
  "value_from" text,
  "assigned" numeric(18,6),
  "u_assigned" numeric(18,6),
  "sigma_from" text,
  "sigma" numeric(18,6),
  "participants" integer,
  "judged_by" text,
  "scores" jsonb,
  "reason" text,
  "invented" boolean,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "proficiency_round_opened" on record."proficiency_round" (opened desc, id desc);
create index "proficiency_round_state" on record."proficiency_round" (state);
create index "proficiency_round_area" on record."proficiency_round" (area);
create index "proficiency_round_bigrams" on record."proficiency_round" using gin (bigrams) with (fastupdate = off);

create table record."proficiency_result" (
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
  "round" uuid,
  "laboratory" text,
  "value" numeric(18,6),
  "unit" text,
  "expanded" numeric(18,6),
  "method" text,
  "named" boolean,
  "parameter" text,
  "z" numeric(18,3),
  "zeta" numeric(18,3),
  "en" numeric(18,3),
  "performance" text,
  "cause" text,
  "correction" text,
  "reason" text,
  "more" jsonb
);
create index "proficiency_result_opened" on record."proficiency_result" (opened desc, id desc);
create index "proficiency_result_state" on record."proficiency_result" (state);
create index "proficiency_result_area" on record."proficiency_result" (area);
create index "proficiency_result_laboratory" on record."proficiency_result" ("laboratory");
create unique index "proficiency_result_known" on record."proficiency_result" ("round", "laboratory");
