-- What a training was about has a column of its own: `subject` is the natural person of a record's personal fields.
alter table record."law_training" add column "topic" text;
