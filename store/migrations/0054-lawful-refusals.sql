-- A body that was visited without papers may refuse: an end of its own with its ground, and no fault of the body.
alter table record."sample" add column "lawful_ground" text;
