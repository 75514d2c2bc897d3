-- A case keeps what its notice announced and when it was answered, the day of a hearing, and its legal review.
alter table record."case" add column "legal_reviewed" date;
alter table record."case" add column "notice_on" date;
alter table record."case" add column "notice_answered" date;
alter table record."case" add column "told_penalties" jsonb;
alter table record."case" add column "hearing_on" date;
-- What was put off or parted, when it was paid, when the terms to sue ended, and what is sent to another province.
alter table record."case" add column "deferral_asked" date;
alter table record."case" add column "deferred_to" date;
alter table record."case" add column "instalments" jsonb;
alter table record."case" add column "performed_on" date;
alter table record."case" add column "reconsidered" date;
alter table record."case" add column "court_from" date;
alter table record."case" add column "elsewhere_from" date;
