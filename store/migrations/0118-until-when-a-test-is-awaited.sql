-- A case keeps until when a test is awaited, which is told to the party whose goods are tested.
alter table record."case" add column "test_until" date;
