-- What a plan of a recall says beside its scope, and what may be told of a defect, after the procedures.
alter table record."recall" add column "cause" text;
alter table record."recall" add column "exported" integer;
alter table record."recall" add column "ways" jsonb;
alter table record."recall" add column "aim" text;
alter table record."recall" add column "starts_on" date;
alter table record."defect_report" add column "brand" text;
alter table record."defect_report" add column "standard" text;
alter table record."defect_report" add column "happened" date;
alter table record."defect_report" add column "abroad" text;
