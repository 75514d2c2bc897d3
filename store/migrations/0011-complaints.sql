-- Complaints grow by what the orders ask for; appraisals, suits, comparative tests and reviews get their tables.
alter table record."complaint" add column "branch" text;
alter table record."complaint" add column "id_type" text;
alter table record."complaint" add column "agent_power" text;
alter table record."complaint" add column "agent_until" date;
alter table record."complaint" add column "representatives" text;
alter table record."complaint" add column "domicile" text;
alter table record."complaint" add column "platform_place" text;
alter table record."complaint" add column "unreachable" boolean;
alter table record."complaint" add column "intake" text;
alter table record."complaint" add column "electronic" boolean;
alter table record."complaint" add column "also_report" boolean;
alter table record."complaint" add column "breach" text;
alter table record."complaint" add column "alike" jsonb;
alter table record."complaint" add column "hints" jsonb;
alter table record."complaint" add column "batch_group" text;
alter table record."complaint" add column "same_as" text;
alter table record."complaint" add column "missing" text;
alter table record."complaint" add column "route" text;
alter table record."complaint" add column "copied" text;
alter table record."complaint" add column "factors" jsonb;
alter table record."complaint" add column "other_channel" text;
alter table record."complaint" add column "warned" boolean;
alter table record."complaint" add column "asked" date;
alter table record."complaint" add column "answered" text;
alter table record."complaint" add column "offer" text;
alter table record."complaint" add column "appraisal" text;
alter table record."complaint" add column "agreement" text;
alter table record."complaint" add column "confirmable" date;
alter table record."complaint" add column "accepted_in_time" boolean;
alter table record."complaint" add column "ended_in_time" boolean;
alter table record."complaint" add column "took" integer;
alter table record."complaint" add column "reopened" date;
alter table record."complaint" add column "solved" boolean;
alter table record."complaint" add column "objection" text;
alter table record."complaint" add column "unpublished" text;
alter table record."report" add column "setting" text;
alter table record."report" add column "to_tell" date;
alter table record."report" add column "other" text;
alter table record."report" add column "reward_level" text;
alter table record."report" add column "fine" numeric(18,2);
alter table record."report" add column "reward_told" date;
alter table record."report" add column "reward_paid" date;
create table record."appraisal" (
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
  "kind" text,
  "requester" text,
  "applicant" text,
  "complaint" text,
  "origin_record" text,
  "place" text,
  "product" text,
  "model" text,
  "batch" text,
  "producer" text,
  "trader_name" text,
  "trader" text,
  "question" text,
  "standard" text,
  "standard_text" text,
  "body" text,
  "fee" numeric(18,2),
  "payer" text,
  "seal" text,
  "experts" jsonb,
  "survey" text,
  "report_number" text,
  "conclusion" text,
  "meets" boolean,
  "refusal" text,
  "objection" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "appraisal_opened" on record."appraisal" (opened desc, id desc);
create index "appraisal_state" on record."appraisal" (state);
create index "appraisal_area" on record."appraisal" (area);
create index "appraisal_place" on record."appraisal" ("place");
create index "appraisal_trader" on record."appraisal" ("trader");
create index "appraisal_bigrams" on record."appraisal" using gin (bigrams) with (fastupdate = off);

create table record."public_interest_case" (
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
  "found" date,
  "cluster" text,
  "source" text,
  "trader_name" text,
  "trader" text,
  "place" text,
  "product" text,
  "victims" integer,
  "breach" text,
  "demands" jsonb,
  "plaintiff" text,
  "noticed" date,
  "court" text,
  "case_number" text,
  "result" text,
  "result_text" text,
  "sum" numeric(18,2),
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "public_interest_case_opened" on record."public_interest_case" (opened desc, id desc);
create index "public_interest_case_state" on record."public_interest_case" (state);
create index "public_interest_case_area" on record."public_interest_case" (area);
create index "public_interest_case_trader" on record."public_interest_case" ("trader");
create index "public_interest_case_place" on record."public_interest_case" ("place");
create unique index "public_interest_case_known" on record."public_interest_case" ("cluster");
create index "public_interest_case_bigrams" on record."public_interest_case" using gin (bigrams) with (fastupdate = off);

create table record."comparative_test" (
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
  "topic" text,
  "organiser" text,
  "goods_class" text,
  "plan" text,
  "standards" text,
  "laboratory" text,
  "items" jsonb,
  "samples" jsonb,
  "bought" date,
  "told" date,
  "objections" text,
  "published" date,
  "conclusion" text,
  "advice" text,
  "handed_on" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "comparative_test_opened" on record."comparative_test" (opened desc, id desc);
create index "comparative_test_state" on record."comparative_test" (state);
create index "comparative_test_area" on record."comparative_test" (area);
create index "comparative_test_bigrams" on record."comparative_test" using gin (bigrams) with (fastupdate = off);

create table record."consumer_review" (
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
  "topic" text,
  "organiser" text,
  "held" date,
  "panel" integer,
  "consents" boolean,
  "questionnaire" text,
  "sample_size" integer,
  "score" numeric(18,2),
  "conclusion" text,
  "bigrams" text[],
  "searched" text,
  "more" jsonb
);
create index "consumer_review_opened" on record."consumer_review" (opened desc, id desc);
create index "consumer_review_state" on record."consumer_review" (state);
create index "consumer_review_area" on record."consumer_review" (area);
create index "consumer_review_bigrams" on record."consumer_review" using gin (bigrams) with (fastupdate = off);

-- What is alike is counted at each opening.
create index "complaint_phone" on record."complaint" (phone) where phone is not null;
create index "complaint_address" on record."complaint" (address) where address is not null;
create index "complaint_order_number" on record."complaint" (order_number) where order_number is not null;
create index "complaint_batch_group" on record."complaint" (batch_group) where batch_group is not null;
