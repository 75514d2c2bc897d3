-- Sealed publications and receipts: each seal once, its place in the status list, whether it was withdrawn.
create table kernel.seal (
  id uuid primary key,
  kind text not null,
  register text not null,
  record uuid not null,
  -- The document that was sealed; null when the record itself was published.
  document uuid,
  number text not null,
  proof jsonb not null,
  digest text not null unique,
  place integer not null unique,
  issued timestamptz not null,
  valid_until date,
  withdrawn timestamptz,
  withdrawn_why text,
  unique nulls not distinct (kind, record, document)
);
create index seal_record on kernel.seal (record);
