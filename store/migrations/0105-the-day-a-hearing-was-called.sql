-- A case keeps the day on which its hearing was called last: only the notice of that call counts.
alter table record."case" add column "hearing_called" date;
