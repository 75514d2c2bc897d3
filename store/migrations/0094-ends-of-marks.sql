-- The day on which the end of a mark is to be dealt with; none while a renewal is undecided.
alter table record."laboratory" add column "expires" date;
