-- A matter that holds no more signals is followed by another, which names it.
alter table record."risk_matter" add column "follows" uuid;
alter table record."risk_matter" add column "filled_by" text;
