-- On which days a mark counts: a renewal asked for in time holds it until it is decided, and a suspension takes its days away.
alter table record."laboratory" add column "renewal_number" text;
alter table record."laboratory" add column "renewal_on" date;
alter table record."laboratory" add column "continued_to" date;
alter table record."laboratory" add column "suspensions" jsonb;
alter table record."test_report" add column "mark_to" date;
alter table record."test_report" add column "renewal_number" text;
alter table record."test_report" add column "renewal_on" date;
