-- Why a mark was withdrawn, whether an application concealed something, and until when its laboratory may not apply again.
alter table record."laboratory" add column "withdrawn_for" text;
alter table record."laboratory" add column "barred_to" date;
alter table record."mark_application" add column "concealed" boolean;
alter table record."mark_application" add column "barred_to" date;
