-- A laboratory is reminded of the renewal of its mark by a day that is counted back from its end.
alter table record."laboratory" add column "renew_by" date;
