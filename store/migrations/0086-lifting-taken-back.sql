-- A lifting that was a mistake is taken back; the end of a warning has a day of its own for its clock, empty while none is in force.
alter table record."risk_matter" add column "stands_to" date;
alter table record."risk_matter" add column "restored" date;
alter table record."risk_matter" add column "restored_why" text;
