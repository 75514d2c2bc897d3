// Credit at the size of a province: the class of 2.4 million bodies in one run, after one new record, and a check of a thousand codes.
import { parseArgs } from 'node:util'
import { dayOf } from '../kernel/day.ts'
import { checkCharacter } from '../kernel/usc-code.ts'
import { createServer } from '../server/app.ts'
import { inTransaction, type Database } from '../store/database.ts'
import { copyInto, copyText } from '../store/copy.ts'
import { addAccount } from '../store/people/accounts.ts'
import { issueToken } from '../store/people/tokens.ts'
import { gradeAll, gradeTouched } from '../store/scales/bulk.ts'
import { ruleOn } from '../store/scales/rule.ts'
import { uuidv7 } from '../store/uuid.ts'
import { prepareFacts } from '../store/warehouse/facts.ts'
import { prepareWarehouse } from '../store/warehouse/tables.ts'
import { openWarehouse, type Warehouse } from '../store/warehouse/warehouse.ts'
import { creditClassScale } from '../systems/standing/credit/index.ts'
import { openBed, type Bed } from './bed.ts'
import { compare, median, once, quantile, report, type Comparison } from './harness.ts'

const { values: given } = parseArgs({ options: { bodies: { type: 'string', default: '2400000' } }, strict: false })
const bodies = Number(given['bodies'])
/** One body in eight has something on file, as many as in a year of penalties of a province. */
const every = 8

const codeOf = (at: number): string => {
  const first = `91130102MB${String(at).padStart(7, '0')}`
  return first + checkCharacter(first)
}
const codes = Array.from({ length: bodies }, (_, at) => codeOf(at))
const today = dayOf(new Date().toISOString())
const kinds = ['positive', 'minor', 'ordinary', 'serious'] as const

async function fillRecords(database: Database): Promise<void> {
  const now = new Date().toISOString()
  const standing = (id: string, state: string) => [id, state, '1', '130102', now, now]
  const columns = ['id', 'state', 'version', 'area', 'opened', 'changed']
  await inTransaction(database, async (session) => {
    const firms = copyInto(session, 'record.enterprise', [...columns, 'code', 'name', 'place', 'kind', 'size'])
    for (const [at, code] of codes.entries())
      await firms.write([...standing(uuidv7(), 'active'), code, `虚构单位${at}`, '130102', 'company', at % 2 ? 'small' : 'micro'].map(copyText))
    await firms.end()
    const entries = copyInto(session, 'record.credit_entry', [...columns, 'party', 'party_name', 'category', 'scope', 'determined', 'from'])
    for (let at = 0; at < bodies; at += every)
      await entries.write([...standing(uuidv7(), 'valid'), codes[at]!, '虚构', kinds[(at / every) % 4]!, 'open', today, today].map(copyText))
    await entries.end()
  })
  await database.query('analyze record.enterprise')
  await database.query('analyze record.credit_entry')
}

async function fillFacts(warehouse: Warehouse, bed: Bed): Promise<void> {
  await prepareWarehouse(warehouse)
  await prepareFacts(warehouse, bed.engine.house)
  const few = 20_000
  for (let from = 0; from < bodies; from += few) {
    const some = codes.slice(from, from + few)
    await warehouse.run(
      `insert into fact_enterprise (id, seq_from, state, code) select 'e' || (${from} + i), 0, 'active', c[i + 1]
       from (select string_split(?, ' ') as c), range(${some.length}) r(i)`,
      [some.join(' ')],
    )
  }
  await warehouse.run(
    `insert into fact_credit_entry (id, seq_from, state, party, category, scope, "from") select 'c' || row_number() over (), 0, 'valid', code,
     ['positive', 'minor', 'ordinary', 'serious'][1 + (n // ${every}) % 4], 'open', '${today}'
     from (select code, row_number() over () - 1 as n from fact_enterprise) where n % ${every} = 0`,
  )
}

/** The same classes by hand: one grouping and the numbers of today written in. */
const byHand = `with counted as (select party, count(*) filter (category = 'positive') as p, count(*) filter (category = 'minor') as m,
    count(*) filter (category = 'ordinary') as o, count(*) filter (category = 'serious') as s from fact_credit_entry where seq_to is null and scope in ('open', 'query') group by 1),
  pointed as (select e.code, 85 + least(5 * coalesce(p, 0), 15) + greatest(-3 * coalesce(m, 0), -15) - 15 * coalesce(o, 0) - 30 * coalesce(s, 0) as points
    from fact_enterprise e left join counted c on c.party = e.code where e.seq_to is null)
  select code, case when points >= 90 then 'A' when points >= 75 then 'B' when points >= 60 then 'C' else 'D' end as grade, points from pointed`

async function classes(bed: Bed): Promise<Comparison> {
  const warehouse = await openWarehouse(':memory:')
  await fillFacts(warehouse, bed)
  const edition = ruleOn(bed.engine, creditClassScale, today)!
  const run = { scale: creditClassScale, edition, day: today, tick: 1 }
  const count = async (sql: string) =>
    JSON.stringify(await warehouse.rows(`select grade, count(*)::varchar as n from (${sql}) group by 1 order by 1`))
  await gradeAll(warehouse, run)
  const [ours, hand] = [await count('select grade from scale_grade'), await count(byHand)]
  if (ours !== hand) throw new Error(`the two do not agree: ${ours} and ${hand}`)
  const compared = await compare({ title: `Class of ${bodies.toLocaleString('en')} bodies in one run`, unit: 'bodies', rounds: 5, warm: 1 }, [
    { name: 'the scale, grades kept', round: () => once(bodies, () => gradeAll(warehouse, run)) },
    {
      name: 'DuckDB SQL by hand, grades kept',
      round: () => once(bodies, () => warehouse.run(`create or replace table kept as ${byHand}`)),
    },
  ])
  const touched: number[] = []
  for (let round = 0; round < 20; round++) {
    await warehouse.run(`insert into fact_credit_entry (id, seq_from, state, party, category, scope, "from") values (?, ?, 'valid', ?, 'ordinary', 'open', '${today}')`, [
      `n${round}`, round + 2, codes[round * 1000 + 1]!,
    ])
    const begun = performance.now()
    await gradeTouched(warehouse, { ...run, tick: round + 3 }, round + 2)
    touched.push(performance.now() - begun)
  }
  console.error(`  after one new record, in the warehouse: ${median(touched).toFixed(1)} ms (median of 20)`)
  await warehouse.close()
  return compared
}

interface Served {
  readonly url: string
  readonly officer: Record<string, string>
  readonly purchaser: Record<string, string>
  close(): Promise<void>
}

async function serve(bed: Bed): Promise<Served> {
  const header = async (id: string, holdings: Parameters<typeof addAccount>[1]['holdings']) => {
    await addAccount(bed.database, { id, name: id, password: 'unused', face: 'office', from: '2010-01-01', holdings })
    const token = await issueToken(bed.database, { account: id, title: 'bench', scope: ['read', 'write'], ends: '2099-01-01' })
    return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  }
  const officer = await header('officer', ['credit.officer', 'credit.clerk'].map((duty) => ({ duty, reach: 'all' as const })))
  const purchaser = await header('purchaser', [{ duty: 'credit.purchaser', reach: 'own' }])
  const app = await createServer({ engine: bed.engine, cookieSecret: 'bench', log: false, limit: 0, describe: false })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return { url: `http://127.0.0.1:${port}`, officer, purchaser, close: () => app.close() }
}

/** A new entry by the API, and the class by the API: the time until the fall is seen. */
async function seen({ url, officer }: Served): Promise<readonly number[]> {
  const taken: number[] = []
  for (let round = 0; round < 40; round++) {
    const party = codes[round * 997 + 3]!
    const answers = {
      party, partyName: '虚构', place: '130102', category: 'serious', summary: '行政处罚', authority: 'market-130102', document: `虚构${round}号`, determined: today, scope: 'open',
    }
    const begun = performance.now()
    const headers = { ...officer, 'idempotency-key': uuidv7() }
    const made = await fetch(`${url}/api/v1/registers/credit-entry`, { method: 'POST', headers, body: JSON.stringify({ id: uuidv7(), answers }) })
    if (made.status !== 201) throw new Error(await made.text())
    const { grade } = (await (await fetch(`${url}/api/v1/scales/credit.class/${party}`, { headers: officer })).json()) as { grade: string }
    if (round >= 5) taken.push(performance.now() - begun)
    if (grade !== 'D' && grade !== 'C') throw new Error(`the fall is not seen: ${grade}`)
  }
  return taken
}

const peerSql = `with asked as (select unnest($1::text[]) as code)
  select a.code, e.name, count(c.id) as breaches, count(*) filter (where c.category = 'serious') as serious
  from asked a left join record.enterprise e on e.code = a.code left join record.credit_entry c on c.party = a.code and c.state in ('valid', 'objected', 'repairAsked', 'repairing')
  group by 1, 2`

async function checks(bed: Bed, { url, purchaser }: Served): Promise<Comparison> {
  const asked = (round: number): readonly string[] => Array.from({ length: 1000 }, (_, at) => codes[(round * 7919 + at * 2399) % bodies]!)
  let round = 0
  const latencies: number[] = []
  const compared = await compare({ title: 'A tender check of 1,000 codes', unit: 'checks', rounds: 15, warm: 3 }, [
    {
      name: 'Zhiheng (HTTP, class with every line, journalled)',
      round: async () => {
        const answers = { purchaser: '虚构', project: `XG-${round}`, purpose: 'tender', codes: asked(round++).map((code) => ({ code })) }
        const sample = await once(1, async () => {
          const headers = { ...purchaser, 'idempotency-key': uuidv7() }
          const made = await fetch(`${url}/api/v1/registers/credit-extract`, { method: 'POST', headers, body: JSON.stringify({ id: uuidv7(), answers }) })
          if (made.status !== 201) throw new Error(await made.text())
        })
        latencies.push(sample.seconds * 1000)
        return sample
      },
    },
    { name: 'one select by hand, nothing kept', round: () => once(1, () => bed.database.query(peerSql, [asked(round++)])) },
  ])
  console.error(`  a check of 1,000 codes: p50 ${quantile(latencies, 0.5).toFixed(0)} ms, p95 ${quantile(latencies, 0.95).toFixed(0)} ms (goal 300)`)
  return compared
}

const bed = await openBed()
try {
  const found = [await classes(bed)]
  await fillRecords(bed.database)
  const served = await serve(bed)
  const times = await seen(served)
  console.error(`  a new record until its class is seen through the API: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms (goal 50)`)
  found.push(await checks(bed, served))
  await served.close()
  report(found)
} finally {
  await bed.close()
}
