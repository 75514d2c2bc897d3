-- Reconsideration and suit against a decision, whose mark or indication was misused, and what came of a transfer to the police.
alter table record."case" add column "protected_sign" text;
alter table record."case" add column "right_holder" text;
alter table record."case" add column "challenges" jsonb;
alter table record."case" add column "crime_outcome" text;
