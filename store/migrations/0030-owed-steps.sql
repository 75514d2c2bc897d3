-- Steps that an article gives when a clock runs out: written with the lapse, removed when the step was taken or refused,
-- so that a server killed between the two still takes it.
create table kernel.owed_step (
  record uuid not null,
  register text not null,
  deadline text not null,
  run integer not null,
  lapsed timestamptz not null,
  primary key (record, deadline, run)
);
