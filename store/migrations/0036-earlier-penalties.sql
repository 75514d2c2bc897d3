-- How many penalties the party of a case had before, as credit answered when the investigation ended.
alter table record."case" add column "earlier" integer;
