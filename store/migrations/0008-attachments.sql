-- Attachments: what lies in the store of files, which record refers to it, and what was uploaded and waits for an act.
-- The two tables of the first migration were never written to.
drop table kernel.attachment_use;
drop table kernel.attachment;

create table kernel.attachment (
  -- SHA-256 of the bytes as they are stored: of the ciphertext where the file is sealed.
  hash text primary key,
  -- Bytes of the file as it was sent.
  size bigint not null,
  kind text not null,
  sealed boolean not null,
  stored timestamptz not null,
  -- The bytes are gone by an erasure; the row says so.
  removed timestamptz
);

-- One row for each file that a field of a record holds; `wrapped` is the file's own key under the key of the person and purpose.
create table kernel.attachment_use (
  record uuid not null,
  field text not null,
  hash text not null,
  register text not null,
  entry uuid not null,
  place integer not null,
  file_name text,
  wrapped bytea,
  erased timestamptz,
  basis text,
  primary key (record, field, hash)
);
create index attachment_use_hash on kernel.attachment_use (hash);

-- Uploads that wait for the act that refers to them; never backed up, removed when their time is over.
create table kernel.upload (
  id uuid primary key,
  hash text not null,
  account text not null,
  register text not null,
  field text not null,
  -- Key of the form that brought the file, so that sending a form twice brings the same file.
  batch text not null,
  -- Keyed digest of the contents, by which the same file of the same form is known again.
  twin bytea not null,
  file_name text,
  wrapped bytea,
  ends timestamptz not null,
  -- The record that took it.
  claimed uuid,
  unique (account, register, field, batch, twin)
);
create index upload_hash on kernel.upload (hash);
create index upload_ends on kernel.upload (ends);
