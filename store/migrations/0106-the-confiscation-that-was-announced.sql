-- A case keeps the sum that its notice announced to confiscate: a decision does not go beyond it.
alter table record."case" add column "told_confiscated" numeric(18,2);
