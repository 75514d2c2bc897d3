-- A withdrawal that is set aside restores the mark and the lines that ended with it.
alter table record."laboratory" add column "set_aside" jsonb;
alter table record."lab_scope" add column "to_before" date;
alter table record."lab_scope" add column "with_mark" boolean;
alter table record."mark_application" add column "set_aside_by" text;
