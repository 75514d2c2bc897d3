-- Supervision of major equipment: projects with their witness points, log, faults and notices.
create table record."works_supervision" (
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
  "device" text,
  "category" text,
  "place" text,
  "client" text,
  "client_name" text,
  "maker" text,
  "maker_name" text,
  "supervisor" text,
  "supervisor_name" text,
  "ability" text,
  "director" text,
  "contract" text,
  "contracted" date,
  "outline" text,
  "points" jsonb,
  "log" jsonb,
  "faults" jsonb,
  "notices" jsonb,
  "release" text,
  "accepted" date,
  "report" text,
  "summary" text,
  "reason" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "works_supervision_opened" on record."works_supervision" (opened desc, id desc);
create index "works_supervision_state" on record."works_supervision" (state);
create index "works_supervision_area" on record."works_supervision" (area);
create index "works_supervision_client" on record."works_supervision" ("client");
create index "works_supervision_maker" on record."works_supervision" ("maker");
create index "works_supervision_supervisor" on record."works_supervision" ("supervisor");
create index "works_supervision_bigrams" on record."works_supervision" using gin (bigrams) with (fastupdate = off);
