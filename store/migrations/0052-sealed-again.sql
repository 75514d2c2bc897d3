-- A record that comes back into a publication is sealed anew; the seal that was withdrawn stays withdrawn beside it.
alter table kernel.seal drop constraint seal_kind_record_document_key;
create unique index seal_standing on kernel.seal (kind, record, document) nulls not distinct where withdrawn is null;
create unique index seal_document on kernel.seal (kind, document) where document is not null;
