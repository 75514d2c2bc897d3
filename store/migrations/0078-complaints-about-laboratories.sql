-- Complaints about the work of a laboratory, and its corrective actions.
create table record."lab_complaint" (
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
  "received" date,
  "source" text,
  "complainant" text,
  "order_number" text,
  "about" text,
  "findings" text,
  "outcome" text,
  "answer" text,
  "reason" text,
  "more" jsonb
);
create index "lab_complaint_opened" on record."lab_complaint" (opened desc, id desc);
create index "lab_complaint_state" on record."lab_complaint" (state);
create index "lab_complaint_area" on record."lab_complaint" (area);
create index "lab_complaint_laboratory" on record."lab_complaint" ("laboratory");

create table record."corrective_action" (
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
  "source" text,
  "from" text,
  "what" text,
  "cause" text,
  "action" text,
  "done" text,
  "effect" text,
  "reason" text,
  "more" jsonb
);
create index "corrective_action_opened" on record."corrective_action" (opened desc, id desc);
create index "corrective_action_state" on record."corrective_action" (state);
create index "corrective_action_area" on record."corrective_action" (area);
create index "corrective_action_laboratory" on record."corrective_action" ("laboratory");
