-- Each edition of a report names whoever signed it, and an instrument says since when it is out of use.
alter table record."test_report" add column "amended_by" text;
alter table record."lab_instrument" add column "out_from" date;
