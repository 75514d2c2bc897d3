// Tables of the warehouse, and the step that makes them; a change here is a new numbered step.
import type { WarehouseSession } from './warehouse.ts'

const steps: readonly string[] = [
  `create table reading (
     stream varchar not null, point varchar not null, item varchar not null, moment timestamp not null,
     value decimal(18, 4), quality varchar not null, reason varchar, arrived timestamp not null, batch varchar not null)`,
  // What came after: the first figure stays in the table of readings, the newest version here counts.
  `create table correction (
     stream varchar not null, point varchar not null, item varchar not null, moment timestamp not null, version integer not null,
     value decimal(18, 4), quality varchar not null, reason varchar not null, record varchar not null, arrived timestamp not null)`,
  `create table point (stream varchar not null, point varchar not null, dimensions json not null, primary key (stream, point))`,
  `create table batch (key varchar primary key, stream varchar not null, readings bigint not null, held bigint not null, arrived timestamp not null)`,
  `create table figure (
     measure varchar not null, cell varchar not null, dimensions json not null, period varchar not null, value varchar, low varchar, high varchar,
     n bigint not null, coverage double, edition varchar not null, why json, notes json, parameters json not null, checkpoint bigint not null,
     revision integer not null, reason varchar, computed timestamp not null)`,
  `create table figure_past as select * from figure where false`,
  `create view current_reading as
     select r.stream, r.point, r.item, r.moment, r.value, r.quality, r.reason, 1 as version from reading r
       anti join correction c on r.stream = c.stream and r.point = c.point and r.item = c.item and r.moment = c.moment
     union all
     select stream, point, item, moment, value, quality, reason, version from correction
       qualify row_number() over (partition by stream, point, item, moment order by version desc) = 1`,
  `create table follow (name varchar primary key, seq bigint not null)`,
  // Everything that is written gets the next number of one count, so that a figure can be opened as of what it then rested on.
  `create table tick as select 0::bigint as last`,
  `alter table batch add column tick bigint default 0`,
  `alter table correction add column tick bigint default 0`,
  `alter table figure add column tick bigint default 0`,
  `alter table figure_past add column tick bigint default 0`,
  // Another value for a reading that is there already: kept beside it and used by nothing until somebody proposes a correction.
  `create table differing (
     stream varchar not null, point varchar not null, item varchar not null, moment timestamp not null,
     value decimal(18, 4), arrived timestamp not null, batch varchar not null)`,
  // The grade that stands of each subject of a scale, by which rule, as of which day and of how many entries of the log.
  `create table scale_grade (
     scale varchar not null, subject varchar not null, grade varchar not null, points decimal(18, 6) not null, edition varchar not null,
     day varchar not null, tick bigint not null)`,
  `create table scale_run (scale varchar primary key, edition varchar not null, day varchar not null, tick bigint not null)`,
]

/** The next number of the one count; taken inside the transaction that writes. */
export async function nextTick(session: WarehouseSession): Promise<number> {
  const [{ last }] = (await session.rows<{ last: string }>('update tick set last = last + 1 returning last::varchar as last')) as [
    { last: string },
  ]
  return Number(last)
}

/** Brings the warehouse to the newest step. */
export async function prepareWarehouse(session: WarehouseSession): Promise<void> {
  await session.run('create table if not exists step (number integer primary key)')
  const [{ done }] = (await session.rows<{ done: number }>('select count(*)::integer as done from step')) as [{ done: number }]
  for (let number = done; number < steps.length; number++) {
    await session.run(steps[number]!)
    await session.run('insert into step values (?)', [number])
  }
}
