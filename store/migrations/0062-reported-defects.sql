-- A defect may be reported from a public form: the office in charge and the code of the receipt; the line of the recall is taken from the class.
alter table record."defect_report" add column "handling" text;
alter table record."defect_report" add column "follow_code" text;
alter table record."defect_report" add column "vin" text;
alter table record."defect_report" add column "line" text;
