-- The written report that a directive asks for, and the return of a sample that conforms.
alter table record."inspection" add column "correction_report" text;
alter table record."inspection" add column "report_files" jsonb;
alter table record."inspection" add column "reported_on" date;
alter table record."inspection" add column "report_late" boolean;
alter table record."sample" add column "return_from" date;
alter table record."sample" add column "returned_on" date;
alter table record."sample" add column "return_how" text;
