-- Repeated determinations beside each other, subcontracted parameters, and what a report says of both.
alter table record."lab_scope" add column "repeatability" numeric(18,6);
alter table record."lab_scope" add column "repeatability_per" text;
alter table record."lab_scope" add column "restriction" text;
alter table record."test_order" add column "sampling" text;
alter table record."test_order" add column "quantity" text;
alter table record."test_order" add column "remainder" text;
alter table record."test_order" add column "fee" numeric(18,2);
alter table record."test_order" add column "subcontracted" jsonb;
alter table record."test_order" add column "limits" jsonb;
alter table record."test_order" add column "runs" jsonb;
alter table record."test_report" add column "laboratory_name" text;
alter table record."test_report" add column "cma" text;
alter table record."test_report" add column "sampling" text;
alter table record."test_report" add column "quantity" text;
alter table record."test_report" add column "earlier_runs" integer;
alter table record."test_report" add column "rerun_why" text;
alter table record."test_report" add column "replaces" text;
-- Files that rest on a test report are told when it is replaced or withdrawn.
alter table record."complaint" add column "fallen" jsonb;
alter table record."case" add column "ground_sample" text;
alter table record."case" add column "fallen" jsonb;
alter table record."defect_report" add column "ground_sample" text;
alter table record."defect_report" add column "fallen" jsonb;
alter table record."recall" add column "ground_sample" text;
alter table record."recall" add column "fallen" jsonb;
