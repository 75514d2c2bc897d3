// A million open clocks, ten thousand of which run out: the sweep, each lapse an entry of its record, against a raw UPDATE.
import { addDays, startOf } from '../kernel/day.ts'
import type { ClockChange } from '../kernel/journal.ts'
import { sweep } from '../store/sweep.ts'
import { openBed, peerPool, type Bed } from './bed.ts'
import { compare, once, report } from './harness.ts'
import { yard, yardParameters } from './yard.ts'

const clocks = 1_000_000
const lapsing = 10_000
const first = '2026-03-02'

const change: Omit<ClockChange, 'due'> = {
  deadline: 'inspection',
  run: 1,
  event: 'start',
  starts: '2026-01-05',
  term: { length: 20, unit: 'workday' },
  rule: { act: 'bench-rules', article: '1' },
  mark: 'D',
  pauses: [],
  extensions: [],
  dueAt: null,
  provisional: false,
  state: 'open',
}

/** Permits as the gate would have left them, ten thousand of them due on each of the days to come; the journal's hashes are made up. */
const layOut = [
  `create temp table sheet as select gen_random_uuid() as record, gen_random_uuid() as entry, n, date '${first}' + (n / ${lapsing}) as due from generate_series(0, ${clocks - 1}) n`,
  `insert into record.bench_permit (id, state, version, area, owner, opened, changed, holder, place, granted, kind)
   select record, 'granted', 1, '130102', 'bench-clerk', now(), now(), '虚构企业' || n, '130102', '2026-01-05', 'food' from sheet`,
  `insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
   select entry, 'bench-permit', record, 1, 'open', 'bench-clerk', entry::text, '', now(), now(), '{}', null, decode(repeat('07', 32), 'hex') from sheet`,
  `insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
   select record, 'inspection', 1, 'bench-permit', 'open', due, (due + 1)::timestamp at time zone 'Asia/Shanghai', false, entry, '${JSON.stringify(change)}'::jsonb || jsonb_build_object('due', due) from sheet`,
  'drop table sheet',
  'vacuum analyze',
  'checkpoint',
]

async function prepared(bed: Bed): Promise<void> {
  const session = await bed.database.connect()
  try {
    for (const sql of layOut) await session.query(sql)
  } finally {
    session.release()
  }
}

/** Everything in one statement of the database's own, the text of an entry copied and not composed, no hash taken. */
const sameRows = `with due as (
    select c.record, gen_random_uuid() as entry, c.change from kernel.clock c where c.state = 'open' and c.runs_out <= $1
  ), entries as (
    insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
    select entry, 'bench-permit', record, 2, 'lapse', 'sweep', entry::text, '', $1, now(), change::text, decode(repeat('07', 32), 'hex'), decode(repeat('08', 32), 'hex') from due returning id
  ), numbered as (
    insert into kernel.outbox (entry) select id from entries
  ), moved as (
    update record.bench_permit r set version = version + 1 from due where r.id = due.record
  ) update kernel.clock c set state = 'lapsed', entry = due.entry, change = due.change || '{"state": "lapsed", "event": "lapse"}' from due where c.record = due.record`

const bed = await openBed({ systems: [yard], parameters: yardParameters })
const pool = peerPool(bed.url, 1)
try {
  await prepared(bed)
  let day = first
  /** The moment at which the clocks of the next day have run out. */
  const next = (): string => {
    day = addDays(day, 1)
    return startOf(day)
  }
  const exactly = (n: number | null): void => {
    if (n !== lapsing) throw new Error(`${n} clocks lapsed, not ${lapsing}`)
  }
  const idle: number[] = []
  const found = await compare({ title: `${clocks.toLocaleString('en')} open clocks, ${lapsing.toLocaleString('en')} run out`, unit: 'clocks', rounds: 5, warm: 1 }, [
    {
      name: 'sweep (entry, chain, clock, row)',
      round: async () => {
        const now = next()
        const sample = await once(lapsing, async () => exactly((await sweep(bed.engine, now)).lapsed))
        const again = await once(1, async () => {
          if ((await sweep(bed.engine, now)).lapsed !== 0) throw new Error('a second sweep was not idle')
        })
        idle.push(again.seconds * 1000)
        return sample
      },
    },
    {
      name: 'raw SQL, the same rows: entry, outbox, clock, row',
      round: () => {
        const now = next()
        return once(lapsing, async () => exactly((await pool.query(sameRows, [now])).rowCount))
      },
    },
    {
      name: 'raw UPDATE of the clocks alone',
      round: () => {
        const now = next()
        return once(lapsing, async () =>
          exactly((await pool.query("update kernel.clock set state = 'lapsed' where state = 'open' and runs_out <= $1", [now])).rowCount),
        )
      },
    },
  ])
  report([found])
  process.stderr.write(`A second sweep found nothing to do in ${Math.min(...idle).toFixed(1)}–${Math.max(...idle).toFixed(1)} ms.\n`)
} finally {
  await pool.end()
  await bed.close()
}
