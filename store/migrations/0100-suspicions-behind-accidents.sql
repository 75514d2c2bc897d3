-- An accident keeps each breach that it passed on with its day: one breach is one lead.
alter table record."equipment_accident" add column "suspicions" jsonb;
