-- Laboratories, their scope, people and instruments; test orders and reports.
create table record."laboratory" (
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
  "place" text,
  "cma" text,
  "fields" jsonb,
  "certified_from" date,
  "certified_to" date,
  "reason" text,
  "invented" boolean,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "laboratory_opened" on record."laboratory" (opened desc, id desc);
create index "laboratory_state" on record."laboratory" (state);
create index "laboratory_area" on record."laboratory" (area);
create index "laboratory_code" on record."laboratory" ("code");
create index "laboratory_place" on record."laboratory" ("place");
create unique index "laboratory_known" on record."laboratory" ("code");
create index "laboratory_bigrams" on record."laboratory" using gin (bigrams) with (fastupdate = off);

create table record."lab_scope" (
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
  "laboratory" text,
  "product_class" text,
  "parameter" text,
  "method" text,
  "unit" text,
  "from" date,
  "to" date,
  "price" numeric(18,2),
  "days" integer,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "lab_scope_opened" on record."lab_scope" (opened desc, id desc);
create index "lab_scope_state" on record."lab_scope" (state);
create index "lab_scope_area" on record."lab_scope" (area);
create index "lab_scope_laboratory" on record."lab_scope" ("laboratory");
create unique index "lab_scope_known" on record."lab_scope" ("laboratory", "product_class", "parameter", "method", "from");
create index "lab_scope_bigrams" on record."lab_scope" using gin (bigrams) with (fastupdate = off);

create table record."lab_person" (
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
  "laboratory" text,
  "badge" text,
  "name" text,
  "account" text,
  "rights" jsonb,
  "classes" jsonb,
  "from" date,
  "to" date,
  "more" jsonb
);
create index "lab_person_opened" on record."lab_person" (opened desc, id desc);
create index "lab_person_state" on record."lab_person" (state);
create index "lab_person_area" on record."lab_person" (area);
create index "lab_person_laboratory" on record."lab_person" ("laboratory");
create unique index "lab_person_known" on record."lab_person" ("laboratory", "badge", "from");

create table record."lab_instrument" (
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
  "laboratory" text,
  "serial" text,
  "name" text,
  "certificate" text,
  "calibrated_on" date,
  "calibrated_to" date,
  "expanded" numeric(18,6),
  "earlier" jsonb,
  "more" jsonb
);
create index "lab_instrument_opened" on record."lab_instrument" (opened desc, id desc);
create index "lab_instrument_state" on record."lab_instrument" (state);
create index "lab_instrument_area" on record."lab_instrument" (area);
create index "lab_instrument_laboratory" on record."lab_instrument" ("laboratory");
create unique index "lab_instrument_known" on record."lab_instrument" ("laboratory", "serial");

create table record."test_order" (
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
  "laboratory" text,
  "client" text,
  "client_code" text,
  "origin" text,
  "origin_record" text,
  "sample_name" text,
  "sample_number" text,
  "seal_number" text,
  "product_class" text,
  "items" jsonb,
  "rule" text,
  "finish_by" date,
  "subcontract" boolean,
  "received" date,
  "condition" text,
  "custody" jsonb,
  "results" jsonb,
  "analysed" date,
  "analyst" text,
  "checker" text,
  "reviewer" text,
  "signatory" text,
  "turnround" integer,
  "reason" text,
  "more" jsonb
);
create index "test_order_opened" on record."test_order" (opened desc, id desc);
create index "test_order_state" on record."test_order" (state);
create index "test_order_area" on record."test_order" (area);
create index "test_order_laboratory" on record."test_order" ("laboratory");
create index "test_order_client_code" on record."test_order" ("client_code");

create table record."test_report" (
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
  "order_number" text,
  "edition" integer,
  "laboratory" text,
  "client" text,
  "client_code" text,
  "origin" text,
  "origin_record" text,
  "sample_name" text,
  "sample_number" text,
  "condition" text,
  "product_class" text,
  "received" date,
  "analysed" date,
  "issued" date,
  "rule" text,
  "lines" jsonb,
  "verdict" text,
  "signatory" text,
  "why" text,
  "corrected" jsonb,
  "more" jsonb
);
create index "test_report_opened" on record."test_report" (opened desc, id desc);
create index "test_report_state" on record."test_report" (state);
create index "test_report_area" on record."test_report" (area);
create index "test_report_laboratory" on record."test_report" ("laboratory");
create index "test_report_client_code" on record."test_report" ("client_code");
create unique index "test_report_known" on record."test_report" ("order_number", "edition");
