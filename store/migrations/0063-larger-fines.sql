-- An extract says from which sum a fine was counted as a larger one; older extracts counted none by its sum.
alter table record."credit_extract" add column "large_fine" numeric(18,2);
