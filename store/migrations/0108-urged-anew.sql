-- A case keeps when it was urged last: the court is asked on that urging, and not on one of before.
alter table record."case" add column "urged_on" date;
