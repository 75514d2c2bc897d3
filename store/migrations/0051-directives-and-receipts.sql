-- Severe dangers found at a visit with the equipment concerned, and the receipt of a hand-over to another province.
alter table record."inspection" add column "equipment" uuid;
alter table record."inspection" add column "severe" boolean;
alter table record."inspection" add column "superior_told" date;
create index "inspection_equipment" on record."inspection" ("equipment");
alter table record."rectification" add column "transfer_number" text;
alter table record."rectification" add column "receipt_on" date;
