-- In which state a mark was when it was ended, so that it comes back as it was; and when a refused renewal was taken up again.
alter table record."laboratory" add column "ended_from" text;
alter table record."mark_application" add column "reopened" date;
