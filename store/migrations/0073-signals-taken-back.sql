-- A matter keeps the signals that were taken back, since when a maker is inquired into, and from when its first measure is waited for.
alter table record."risk_matter" add column "fallen" jsonb;
alter table record."risk_matter" add column "inquiry" date;
alter table record."risk_matter" add column "measure_from" timestamptz;
