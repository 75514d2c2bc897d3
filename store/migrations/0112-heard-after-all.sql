-- A case keeps until when a party that took back its request for a hearing may still be heard.
alter table record."case" add column "speaks_until" date;
