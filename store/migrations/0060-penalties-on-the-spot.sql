-- A penalty on the spot (simple procedure): the day on which it was decided so, and the day on which its papers reached the bureau.
alter table record."case" add column "spot_on" date;
alter table record."case" add column "spot_filed" date;
