-- Accounts, duties given and outside identities as records; sign-in: attempts, second factors, passkeys, ways in.
create table record."account" (
  "id" uuid primary key,
  "number" text unique,
  "state" text not null,
  "version" integer not null,
  "area" text,
  "office" text,
  "owner" text,
  "subject" uuid,
  "opened" timestamptz not null,
  "changed" timestamptz not null,
  "account" text,
  "name" text,
  "face" text,
  "works_in" text,
  "speaks_for" text,
  "more" jsonb
);
create index "account_opened" on record."account" (opened desc, id desc);
create index "account_state" on record."account" (state);
create index "account_area" on record."account" (area);
create index "account_speaks_for" on record."account" ("speaks_for");
create unique index "account_known" on record."account" ("account");

create table record."duty_grant" (
  "id" uuid primary key,
  "number" text unique,
  "state" text not null,
  "version" integer not null,
  "area" text,
  "office" text,
  "owner" text,
  "subject" uuid,
  "opened" timestamptz not null,
  "changed" timestamptz not null,
  "account" text,
  "duty" text,
  "reach" text,
  "within" text,
  "unit" text,
  "from" date,
  "to" date,
  "grounds" text,
  "more" jsonb
);
create index "duty_grant_opened" on record."duty_grant" (opened desc, id desc);
create index "duty_grant_state" on record."duty_grant" (state);
create index "duty_grant_area" on record."duty_grant" (area);
create index "duty_grant_within" on record."duty_grant" ("within");

create table record."outside_identity" (
  "id" uuid primary key,
  "number" text unique,
  "state" text not null,
  "version" integer not null,
  "area" text,
  "office" text,
  "owner" text,
  "subject" uuid,
  "opened" timestamptz not null,
  "changed" timestamptz not null,
  "account" text,
  "issuer" text,
  "identifier" text,
  "more" jsonb
);
create index "outside_identity_opened" on record."outside_identity" (opened desc, id desc);
create index "outside_identity_state" on record."outside_identity" (state);
create index "outside_identity_area" on record."outside_identity" (area);

-- A subject for each account: second factors are sealed under its key, and the person's own cases carry it.
alter table kernel.account
  add column subject uuid not null default gen_random_uuid(),
  add column totp_sealed text,
  add column totp_pending text,
  -- The half minute of the last code taken: a code is good once.
  add column totp_step bigint,
  drop column totp,
  drop column failures,
  drop column locked_until;

alter table kernel.holding add column given uuid unique;

alter table kernel.session
  add column way text not null default 'password',
  add column device text not null default '';

-- By the digest of the name that was typed, so that a lock tells nobody which accounts there are.
create table kernel.sign_in_attempt (
  name bytea primary key,
  failures integer not null,
  locked_until timestamptz,
  changed timestamptz not null
);

create table kernel.recovery_code (
  account text not null,
  digest bytea not null,
  made timestamptz not null,
  used timestamptz,
  primary key (account, digest)
);

create table kernel.passkey (
  id text primary key,
  account text not null,
  title text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  made timestamptz not null,
  used timestamptz
);
create index passkey_account on kernel.passkey (account);

-- What the server asked and waits to be answered once: a passkey's challenge, a sign-in begun elsewhere.
create table kernel.challenge (
  id bytea primary key,
  kind text not null,
  account text,
  value jsonb not null,
  ends timestamptz not null
);

-- Codes by which a person sets a password for the first time or anew; kept, so that it stays known who gave them.
create table kernel.way_in (
  digest bytea primary key,
  account text not null,
  given_by text not null,
  without_factor boolean not null default false,
  made timestamptz not null,
  ends timestamptz not null,
  used timestamptz
);
create index way_in_account on kernel.way_in (account);

create table kernel.outside_identity (
  issuer text not null,
  identifier text not null,
  account text not null,
  given uuid not null unique,
  primary key (issuer, identifier)
);
