-- A finding of a refusal may be contested; each breach passed on from a visit keeps its day; a letter names the seller apart from the maker.
alter table record."sample" add column "contest" text;
alter table record."sample" add column "contest_answer" text;
alter table record."inspection" add column "passed" jsonb;
alter table record."case" add column "passed_as" text;
alter table record."letter" add column "seller_name" text;
