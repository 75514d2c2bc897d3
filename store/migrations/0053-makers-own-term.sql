-- The maker whom the goods name has a notice and a term of its own; samples told before keep the one term that they have.
alter table record."sample" add column "told_on" date;
alter table record."sample" add column "objected_on" date;
alter table record."sample" add column "maker_owed" date;
alter table record."sample" add column "maker_told_on" date;
alter table record."sample" add column "maker_objection_kind" text;
alter table record."sample" add column "maker_objection" text;
alter table record."sample" add column "denied_on" date;
alter table record."sample" add column "denial" text;
alter table record."sample" add column "denial_found" text;
alter table record."sample" add column "denial_decision" text;
