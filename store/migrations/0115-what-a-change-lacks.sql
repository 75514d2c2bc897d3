-- From which day the term runs in which a laboratory supplies what its application for a change lacks.
alter table record."mark_change" add column "missing_from" date;
