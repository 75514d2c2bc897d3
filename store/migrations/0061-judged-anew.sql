-- A warning that is changed is judged anew from the change, and a graver colour asks for a first measure of its own.
alter table record."risk_matter" add column "judged_at" timestamptz;
alter table record."risk_matter" add column "raised_at" timestamptz;
