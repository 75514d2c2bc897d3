-- One status list holds 131,072 places; when it is about half full the next begins.
alter table kernel.seal add column list integer not null default 1;
alter table kernel.seal alter column list drop default;
alter table kernel.seal drop constraint seal_place_key;
create unique index seal_place on kernel.seal (list, place);
