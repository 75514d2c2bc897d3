// The demonstration at size, told small: it is what its data file says, whole in the journal, linked at both ends, and of invented bodies only.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellLead } from '../../cli/at-size/cases.ts'
import { inventedPopulace } from '../../cli/at-size/enterprises.ts'
import { addAtSize } from '../../cli/at-size/load.ts'
import { planSchedule } from '../../cli/at-size/plans.ts'
import { chanceOfFailure, classes, rates, type Size } from '../../cli/at-size/rates.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { addDays } from '../../kernel/day.ts'
import { Histories } from '../../store/histories/histories.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'

const extent = { enterprises: 240, laboratories: 60 }
const quiet = { begin: () => () => undefined, line: () => undefined, end: () => undefined }
let house: House

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-25' })
  await addAtSize(house, quiet, extent)
}, 180_000)
afterAll(() => house.close())

const rows = async <T extends Record<string, unknown>>(sql: string): Promise<readonly T[]> => (await house.engine.database.query<T>(sql)).rows
const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n

describe('sizes and rates', () => {
  const folder = join(import.meta.dirname, '../../jurisdictions/hebei')
  const read = (file: string) => parse(readFileSync(join(folder, file)), { columns: true }) as Readonly<Record<string, string>>[]

  it('the counts of a class are those of the notices that it names', () => {
    const notices = read('demonstration/spotcheck-notices.csv')
    for (const [name, { rate, line }] of Object.entries(classes)) {
      if (!rate) continue
      const own = notices.filter((row) => rate.notices.includes(row['notice_id']!))
      // Food is published as totals; a class of goods is a line of its notice, or two.
      const lines = line === 'food' ? own.filter((row) => row['product'] === '(合计)') : own.filter((row) => productsOf(name).includes(row['product']!))
      const sum = (column: string) => lines.reduce((all, row) => all + Number(row[column]), 0)
      expect([name, rate.batches, rate.nonconforming]).toEqual([name, sum('batches'), sum('nonconforming')])
    }
  })
  const productsOf = (name: string): readonly string[] => (classes[name]!.rate as unknown as { product: string }).product.split('、')

  it('what is said to be published is so', () => {
    const facts = new Map(read('published-indicators/facts.csv').map((row) => [row['id']!, row['value']!]))
    const said = (ids: readonly string[]) => ids.map((id) => facts.get(id))
    expect(said(rates.overall.facts)).toEqual([String(rates.overall.batches), String(rates.overall.nonconforming)])
    for (const size of Object.values(rates.sizes)) expect(said(size.facts)).toEqual([size.share, size.pass])
    expect(facts.get('S134')).toBe(rates.complaints.solved)
    expect(said(['S160', 'S161', 'S163', 'S164'])).toEqual([rates.cases.inspected, rates.cases.found, rates.cases.large, rates.cases.toPolice].map(String))
    expect((Number(facts.get('S162')) * 10_000) / rates.cases.found).toBeCloseTo(Number(rates.cases.meanValue), 2)
  })

  it('samples fail as often as the data says, within four deviations of the binomial', async () => {
    const tested = await rows<{ class: string; size: Size; fails: boolean }>(
      `select s.product_class as class, e.size, s.verdict = 'fails' as fails from record.sample s join record.enterprise e on e.code = s.unit where s.how = 'drawn' and s.verdict is not null`,
    )
    const chances = tested.map((sample) => chanceOfFailure(sample.class, sample.size))
    const expected = chances.reduce((sum, p) => sum + p, 0)
    const deviation = Math.sqrt(chances.reduce((sum, p) => sum + p * (1 - p), 0))
    expect(tested.length).toBeGreaterThan(300)
    expect(Math.abs(tested.filter(({ fails }) => fails).length - expected)).toBeLessThan(4 * deviation)
  })

  it('the same seed gives the same enterprises and plans', () => {
    expect(inventedPopulace(60, hebei.divisions)).toEqual(inventedPopulace(60, hebei.divisions))
    expect(planSchedule(0.1)).toEqual(planSchedule(0.1))
    expect(new Set(inventedPopulace(3000, hebei.divisions).map(({ code }) => code)).size).toBe(3000)
  })
})

describe('the journal', () => {
  it('verifies clean', async () => {
    const { clean, findings } = await verifyAll(house.engine)
    expect({ clean, findings }).toEqual({ clean: true, findings: [] })
  }, 120_000)

  it('says of every act that it was brought in, and under the day on which it happened', async () => {
    expect(await count("kernel.journal where register <> 'seal' and (body::jsonb->'actor'->>'hand') is null")).toBe(0)
    expect(await count('kernel.journal where occurred > recorded')).toBe(0)
    expect(await count("kernel.journal where occurred < '2024-01-01'")).toBeGreaterThan(0)
  })

  it('tells nothing twice when it is started again', async () => {
    const before = await count('kernel.journal')
    await addAtSize(house, quiet, extent)
    expect(await count('kernel.journal')).toBe(before)
  }, 60_000)
})

it('a case can take every way that is told of cases: what the law asks for at each of them is given', async () => {
  const histories = new Histories(house.engine)
  const makers = inventedPopulace(extent.enterprises, hebei.divisions)
  const nothing = async () => undefined
  const field = { histories, today: '2026-11-25', makers: new Map(), laboratories: [], afterFailure: nothing, afterRefusal: nothing }
  await histories.batch('every way', async () => {
    for (let n = 0; n < 240; n++) await tellLead(field, makers[n]!, `every way ${n}`, addDays('2026-11-24', -n * (n < 180 ? 1 : 4)))
  })
  await histories.settled()
  const found = await rows<{ state: string }>('select distinct state from record."case"')
  for (const state of ['notFiled', 'reviewing', 'served', 'archived']) expect(found.map((each) => each.state)).toContain(state)
  expect(await count("record.\"case\" c join kernel.journal j on j.record = c.id and j.step = 'waive' where c.state = 'archived'")).toBeGreaterThan(0)
})

it('nothing of years ago waits: what is over its day began in the last months', async () => {
  const old = await rows(`select distinct k.register, k.deadline, k.due::text from kernel.clock k
    join kernel.journal j on j.id = k.entry where k.state in ('open', 'lapsed') and k.register in ('case', 'rectification', 'sample') and k.due < '2026-05-01'`)
  expect(old).toEqual([])
})

describe('what follows from what', () => {
  it('no consequence was refused, and each names the entry that caused it', async () => {
    expect(await count("kernel.link where state <> 'done'")).toBe(0)
    const lost = `kernel.link l left join kernel.journal j on j.id = l.consequence where l.consequence is not null
      and (j.id is null or j.body::jsonb->'cause'->>'entry' <> l.cause::text)`
    expect(await count(lost)).toBe(0)
    expect(await count('kernel.link where consequence is not null')).toBeGreaterThan(1000)
  })

  it('every origin that a record names is there', async () => {
    const registers = ['sample', 'rectification', 'case', 'signal', 'credit_entry', 'test_order', 'test_report', 'recall', 'defect_report']
    for (const table of registers) {
      const origins = await rows<{ origin: string; n: number }>(`select origin, count(*)::int as n from record."${table}" where origin is not null group by 1`)
      for (const { origin } of origins) {
        const missing = `record."${table}" r left join record."${origin.replaceAll('-', '_')}" o on o.id::text = r.origin_record where r.origin = '${origin}' and o.id is null`
        expect([table, origin, await count(missing)]).toEqual([table, origin, 0])
      }
    }
    expect(await count("record.\"case\" where origin = 'rectification'")).toBeGreaterThan(0)
  })

  it('touches invented bodies only', async () => {
    const parties = [['sample', 'unit'], ['sample', 'producer'], ['rectification', 'party'], ['case', 'party'], ['credit_entry', 'party'], ['recall', 'producer'], ['complaint', 'trader']]
    for (const [table, column] of parties) {
      const stranger = `record."${table}" r left join record.enterprise e on e.code = r."${column}" where r."${column}" is not null and e.invented is distinct from true`
      expect([table, column, await count(stranger)]).toEqual([table, column, 0])
    }
    expect(await count("record.enterprise where name not like '%虚构%' or substr(code, 9, 3) <> 'MAX'")).toBe(0)
  })
})

describe('what waits', () => {
  it('some clocks run and some have run out, so that there is work on the desks', async () => {
    expect(await count("kernel.clock where state = 'open' and due >= '2026-11-25'")).toBeGreaterThan(10)
    expect(await count("kernel.clock where state = 'open' and due < '2026-11-25'")).toBeGreaterThan(3)
  })
})
