-- Signatures drawn on the sampling sheet: of who signs for the body checked, and of the samplers.
alter table record."sample" add column "body_signature" jsonb;
alter table record."sample" add column "sampler_signatures" jsonb;
