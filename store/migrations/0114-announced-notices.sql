-- A case keeps until when the notice of its penalty is announced: until then its terms stand still.
alter table record."case" add column "announced_until" date;
