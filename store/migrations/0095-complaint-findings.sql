-- What whoever looked into a complaint about a laboratory holds to be right, before another person answers it.
alter table record."lab_complaint" add column "finding" text;
