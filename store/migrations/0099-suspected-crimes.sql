-- A transfer names its team, the papers that went along, the police that has it, and what the court fined; a finding says whether a crime was weighed.
alter table record."crime_transfer" add column "sort" text;
alter table record."crime_transfer" add column "first_member" text;
alter table record."crime_transfer" add column "second_member" text;
alter table record."crime_transfer" add column "papers_sent" jsonb;
alter table record."crime_transfer" add column "police" text;
alter table record."crime_transfer" add column "forwarded_on" date;
alter table record."crime_transfer" add column "court_fine" numeric(18,2);
