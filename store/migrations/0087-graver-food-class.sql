-- From when a graver class of a food recall counts, and when the authority changed the class last.
alter table record."recall" add column "food_graver" date;
alter table record."recall" add column "regraded" date;
