-- A recall counts its terms by its own line; an order is public before the plan, and what fell after it was public is said to have fallen.
alter table record."recall" add column "report_from" date;
alter table record."recall" add column "plan_from" date;
alter table record."recall" add column "order_told" date;
alter table record."recall" add column "ended" date;
