// An act through the gate (row, journal entry, deadline, linkage) against raw pg committing the same four rows in one statement.
import type pg from 'pg'
import { act } from '../store/records/gate.ts'
import { uuidv7 } from '../store/uuid.ts'
import { openBed, peerPool, type Bed } from './bed.ts'
import { compare, drive, report, type Comparison, type Contender } from './harness.ts'
import { clerk, yard, yardParameters } from './yard.ts'

const answers = (n: number) => ({ holder: `虚构企业${n}（测速）`, place: '130102', granted: '2026-01-05', kind: n % 2 ? 'food' : 'cable' })

function throughTheGate({ engine }: Bed, operations: number, connections: number): Contender {
  return {
    name: 'act through the gate',
    round: () =>
      drive(operations, connections, (n) =>
        act(engine, { register: 'bench-permit', record: uuidv7(), step: 'open', answers: answers(n), key: uuidv7(), person: clerk }),
      ),
  }
}

/** What the gate wrote for one act, to be written again by hand under new ids. */
interface Sheet {
  readonly body: string
  readonly change: string
  readonly due: string
  readonly runsOut: string
}

async function sheetOf({ engine }: Bed): Promise<Sheet> {
  const { entry } = await act(engine, {
    register: 'bench-permit',
    record: uuidv7(),
    step: 'open',
    answers: answers(0),
    key: uuidv7(),
    person: clerk,
  })
  const { rows } = await engine.database.query<Sheet>(
    `select j.body, c.change::text, c.due::text, c.runs_out as "runsOut" from kernel.journal j join kernel.clock c on c.entry = j.id where j.id = $1`,
    [entry],
  )
  return rows[0]!
}

const row = `insert into record.bench_permit (id, state, version, area, owner, opened, changed, holder, place, granted, kind)
  values ($1, 'granted', 1, '130102', 'bench-clerk', $2, $2, $3, '130102', '2026-01-05', $4)`

const four = `with row as (${row}), entry as (
    insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, previous, hash)
    values ($5, 'bench-permit', $1, 1, 'open', 'bench-clerk', $6, $7, $2, $2, $8, null, $9)
  ), clock as (
    insert into kernel.clock (record, deadline, run, register, state, due, runs_out, provisional, entry, change)
    values ($1, 'inspection', 1, 'bench-permit', 'open', $10, $11, false, $5, $12)
  ) insert into kernel.link (linkage, cause, register, record) values ('bench.permit-to-task', $5, 'bench-permit', $1)`

/** Hand-written and prepared: what one would write who wants these four rows and nothing else. */
function raw(pool: pg.Pool, sheet: Sheet, operations: number, connections: number): Contender {
  const hash = Buffer.alloc(32, 7)
  return {
    name: 'raw pg, the same four rows in one statement',
    round: () =>
      drive(operations, connections, (n) =>
        pool.query({
          name: 'four',
          text: four,
          values: [
            ...[uuidv7(), new Date().toISOString(), answers(n).holder, answers(n).kind],
            ...[uuidv7(), uuidv7(), hash, sheet.body, hash, sheet.due, sheet.runsOut, sheet.change],
          ],
        }),
      ),
  }
}

const bare = (pool: pg.Pool, operations: number, connections: number): Contender => ({
  name: 'raw pg, the row alone',
  round: () =>
    drive(operations, connections, (n) =>
      pool.query({ name: 'one', text: row, values: [uuidv7(), new Date().toISOString(), answers(n).holder, answers(n).kind] }),
    ),
})

const bed = await openBed({ systems: [yard], parameters: yardParameters })
const pool = peerPool(bed.url, 16)
const found: Comparison[] = []
try {
  const sheet = await sheetOf(bed)
  for (const [connections, operations] of [[1, 400], [16, 1600]] as const)
    found.push(
      await compare({ title: `An act, ${connections} at once`, unit: 'acts', goal: 0.5, rounds: 9, warm: 2 }, [
        throughTheGate(bed, operations, connections),
        raw(pool, sheet, operations, connections),
        bare(pool, operations, connections),
      ]),
    )
} finally {
  await pool.end()
  await bed.close()
}
report(found)
