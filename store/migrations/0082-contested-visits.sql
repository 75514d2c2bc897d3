-- A body said to have refused a visit may object to that finding, and another person answers.
alter table record."inspection" add column "contest" text;
alter table record."inspection" add column "contest_answer" text;
