-- An order to recall names its article; experts on an objection, the mandate for cars, and the day on which sellers were told.
alter table record."recall" add column "experts" text;
alter table record."recall" add column "ordered_by" text;
alter table record."recall" add column "mandate" text;
alter table record."recall" add column "sellers_told" date;
