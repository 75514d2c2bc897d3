-- Tables of the system parties, as its declarations ask for them.
create table record."enterprise" (
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
  "code" text,
  "name" text,
  "place" text,
  "address" text,
  "industry" text,
  "size" text,
  "kind" text,
  "established" date,
  "representative" text,
  "invented" boolean,
  "successor" text,
  "former_name" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "enterprise_opened" on record."enterprise" (opened desc, id desc);
create index "enterprise_state" on record."enterprise" (state);
create index "enterprise_area" on record."enterprise" (area);
create index "enterprise_code" on record."enterprise" ("code");
create index "enterprise_place" on record."enterprise" ("place");
create index "enterprise_successor" on record."enterprise" ("successor");
create unique index "enterprise_known" on record."enterprise" ("code");
create index "enterprise_bigrams" on record."enterprise" using gin (bigrams) with (fastupdate = off);

create table record."product" (
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
  "producer" text,
  "name" text,
  "brand" text,
  "model" text,
  "gtin" text,
  "class" text,
  "standard" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "product_opened" on record."product" (opened desc, id desc);
create index "product_state" on record."product" (state);
create index "product_area" on record."product" (area);
create index "product_producer" on record."product" ("producer");
create unique index "product_known" on record."product" ("producer", "name", "model");
create index "product_bigrams" on record."product" using gin (bigrams) with (fastupdate = off);
