-- The journal and what follows it, clocks, links, documents, people and their rights.
create schema if not exists kernel;
create schema if not exists record;
create schema if not exists vault;
create extension if not exists pg_trgm;

-- One entry per act. `body` is the canonical JSON that the hash is taken over; the columns beside it are for finding only.
create table kernel.journal (
  id uuid primary key,
  register text not null,
  record uuid not null,
  version integer not null,
  step text not null,
  actor text not null,
  key text not null,
  request bytea not null,
  occurred timestamptz not null,
  recorded timestamptz not null,
  body text not null,
  previous bytea,
  hash bytea not null,
  unique (record, version),
  unique (actor, key)
);

-- Entries that are committed and not yet numbered.
create table kernel.outbox (entry uuid primary key);

create table kernel.leaf (
  seq bigint primary key,
  entry uuid not null unique,
  hash bytea not null
);

-- Perfect subtrees above the leaves; once written they never change.
create table kernel.node (
  level integer not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

create table kernel.checkpoint (
  size bigint primary key,
  root bytea not null,
  signed text not null,
  made timestamptz not null
);

create table kernel.follower (
  name text primary key,
  seq bigint not null default 0,
  changed timestamptz not null default now()
);

create table kernel.clock (
  record uuid not null,
  deadline text not null,
  run integer not null,
  register text not null,
  state text not null,
  due date,
  -- The moment from which the clock has run out.
  runs_out timestamptz,
  provisional boolean not null,
  entry uuid not null,
  change jsonb not null,
  primary key (record, deadline, run)
);
create index clock_runs_out on kernel.clock (runs_out) where state = 'open';
create index clock_provisional on kernel.clock (due) where provisional and state in ('open', 'lapsed');

create table kernel.link (
  linkage text not null,
  cause uuid not null,
  register text not null,
  record uuid not null,
  state text not null default 'pending',
  consequence uuid,
  refusal jsonb,
  tries integer not null default 0,
  changed timestamptz not null default now(),
  primary key (linkage, cause)
);
create index link_pending on kernel.link (changed) where state in ('pending', 'parked');
create index link_record on kernel.link (record);

create table kernel.counter (
  series text primary key,
  last bigint not null
);

create table kernel.document (
  id uuid primary key,
  form text not null,
  number text not null unique,
  register text not null,
  record uuid not null,
  entry uuid not null,
  authority text not null,
  issued timestamptz not null,
  state text not null default 'issued',
  paper jsonb,
  sealed_paper text,
  subject uuid,
  signatures jsonb not null default '[]',
  void_reason text
);
create index document_record on kernel.document (record);

create table kernel.service (
  id uuid primary key,
  document uuid not null,
  way text not null,
  state text not null,
  sent timestamptz not null,
  served timestamptz,
  entry uuid,
  detail jsonb not null default '{}'
);
create index service_document on kernel.service (document);

create table vault.person_key (
  subject uuid not null,
  purpose text not null,
  wrapped bytea,
  made timestamptz not null default now(),
  destroyed timestamptz,
  basis text,
  primary key (subject, purpose)
);

create table kernel.reading_of_personal (
  id bigint generated always as identity primary key,
  account text not null,
  duty text,
  register text not null,
  record uuid not null,
  subject uuid,
  fields text[] not null,
  purpose text,
  at timestamptz not null default now()
);
create index reading_subject on kernel.reading_of_personal (subject, at);

create table kernel.attachment (
  hash text primary key,
  size bigint not null,
  media_type text not null,
  file_name text,
  subject uuid,
  purpose text,
  stored timestamptz not null default now(),
  erased timestamptz
);
create table kernel.attachment_use (
  hash text not null,
  record uuid not null,
  field text not null,
  primary key (hash, record, field)
);
create index attachment_use_record on kernel.attachment_use (record);

create table kernel.office (
  id text primary key,
  title_zh text not null,
  title_en text not null,
  area text not null,
  parent text,
  kind text not null
);

create table kernel.account (
  id text primary key,
  name text not null,
  office text,
  password text,
  totp bytea,
  speaks_for text[] not null default '{}',
  face text not null default 'office',
  failures integer not null default 0,
  locked_until timestamptz,
  state text not null default 'active',
  demonstration boolean not null default false,
  made timestamptz not null default now()
);

create table kernel.holding (
  id bigint generated always as identity primary key,
  account text not null,
  duty text not null,
  reach text not null,
  area text,
  office text,
  valid_from date not null,
  valid_to date
);
create index holding_account on kernel.holding (account);

create table kernel.session (
  id bytea primary key,
  account text not null,
  made timestamptz not null default now(),
  seen timestamptz not null default now(),
  ends timestamptz not null,
  second_factor boolean not null default false,
  csrf text not null
);
create index session_account on kernel.session (account);

create table kernel.token (
  id text primary key,
  digest bytea not null,
  account text not null,
  title text not null,
  scope text[] not null,
  made timestamptz not null default now(),
  ends timestamptz not null,
  revoked timestamptz
);

create table kernel.setting (
  name text primary key,
  value jsonb not null,
  changed timestamptz not null default now()
);
