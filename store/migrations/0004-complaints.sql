-- Tables of the system complaints, as its declarations ask for them.
create table record."complaint" (
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
  "received" date,
  "channel" text,
  "complainant" text,
  "phone" text,
  "address" text,
  "id_number" text,
  "agent" text,
  "trader_name" text,
  "trader_address" text,
  "trader" text,
  "online" text,
  "place" text,
  "handling" text,
  "goods" text,
  "goods_class" text,
  "brand" text,
  "model" text,
  "batch" text,
  "quantity" integer,
  "price" numeric(18,2),
  "bought" date,
  "order_number" text,
  "known" date,
  "issue" text,
  "claims" jsonb,
  "claimed" numeric(18,2),
  "facts" text,
  "evidence" jsonb,
  "for_daily_use" boolean,
  "settle_first" boolean,
  "lead" text,
  "refusal_ground" text,
  "end_ground" text,
  "explanation" text,
  "recovered" numeric(18,2),
  "performed" boolean,
  "ended" date,
  "rating" integer,
  "follow_code" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "complaint_opened" on record."complaint" (opened desc, id desc);
create index "complaint_state" on record."complaint" (state);
create index "complaint_area" on record."complaint" (area);
create index "complaint_trader" on record."complaint" ("trader");
create index "complaint_place" on record."complaint" ("place");
create index "complaint_bigrams" on record."complaint" using gin (bigrams) with (fastupdate = off);

create table record."report" (
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
  "received" date,
  "anonymous" boolean,
  "reporter" text,
  "contact" text,
  "insider" boolean,
  "trader_name" text,
  "trader" text,
  "place" text,
  "handling" text,
  "breach" text,
  "evidence" jsonb,
  "complaint" text,
  "decision" text,
  "reward" numeric(18,2),
  "follow_code" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "report_opened" on record."report" (opened desc, id desc);
create index "report_state" on record."report" (state);
create index "report_area" on record."report" (area);
create index "report_trader" on record."report" ("trader");
create index "report_place" on record."report" ("place");
create index "report_bigrams" on record."report" using gin (bigrams) with (fastupdate = off);
