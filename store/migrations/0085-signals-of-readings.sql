-- A signal from readings says until when they lasted, and keeps them with the arithmetic by which they are a hazard.
alter table record."signal" add column "until" date;
alter table record."signal" add column "readings" jsonb;
alter table record."signal" add column "arithmetic" jsonb;
