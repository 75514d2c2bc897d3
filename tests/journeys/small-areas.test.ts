// Rates of counties over HTTP: few cases drawn to the mean, complaints of one to four withheld with what would give them away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areaRates } from '../../web/data/small-areas.ts'
import { openHouse, type House } from '../bed/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ now: '2026-06-01', pages: true })
}, 120_000)
afterAll(() => house.close())

// Rows as the gate would have written them: what is tested is how they are counted and told.
const standing = `id, state, version, area, opened, changed`
const stood = (state: string) => `gen_random_uuid(), '${state}', 1, $1, now(), now()`
const samples = async (area: string, final: string, count: number, how = 'drawn', published: string | null = '2026-04-02') => {
  for (let n = 0; n < count; n++)
    await house.engine.database.query(
      `insert into record.sample (${standing}, how, final, confirmed, published) values (${stood(final === 'fails' ? 'nonconforming' : 'conforming')}, $2, $3, '2026-04-01', $4)`,
      [area, how, final, published],
    )
}
const complaints = async (area: string, count: number, issue: string, received = '2026-03-01') => {
  for (let n = 0; n < count; n++)
    await house.engine.database.query(`insert into record.complaint (${standing}, received, issue) values (${stood('received')}, $2, $3)`, [area, received, issue])
}

const page = async (path: string): Promise<string> => {
  const { status, body } = await house.get(path)
  expect(status).toBe(200)
  return String(body)
}

describe('failures of samples', () => {
  it('with nothing counted say so', async () => {
    expect(await page('/en/risks/areas')).toContain('Nothing was counted')
  })
  it('count what chance drew and what is published, and by Marshall’s weights a county of two leans on the mean', async () => {
    // Tables: 130102 20 of 100, 130202 2 of 100, 130302 2 of 2; on suspicion and unpublished ones are not counted.
    await samples('130102', 'fails', 20)
    await samples('130102', 'meets', 80)
    await samples('130202', 'fails', 2)
    await samples('130202', 'meets', 98)
    await samples('130302', 'fails', 2)
    await samples('130302', 'fails', 9, 'clue')
    await samples('130302', 'fails', 9, 'drawn', null)
    const found = (await areaRates(house.engine, 'failures'))!
    // By hand: m = 24/202; s² = (100(.2−m)² + 100(.02−m)² + 2(1−m)²)/202; A = s² − m/(202/3).
    const m = 24 / 202
    const A = (100 * (0.2 - m) ** 2 + 100 * (0.02 - m) ** 2 + 2 * (1 - m) ** 2) / 202 - m / (202 / 3)
    expect(found.mean).toBeCloseTo(m, 12)
    expect(found.between).toBeCloseTo(A, 12)
    const small = found.areas.find(({ area }) => area === '130302')!
    expect(small).toMatchObject({ events: 2, of: 2, raw: 1, onlyEstimate: true })
    expect(small.own).toBeCloseTo(A / (A + m / 2), 12)
    expect(small.estimate).toBeLessThan(0.4)
  })
  it('stand in a table with raw rate, estimate and interval, and the formula with its numbers', async () => {
    const text = await page('/en/risks/areas')
    expect(text).toContain('20 / 100')
    expect(text).toContain('20.0%')
    expect(text).toContain('θ = m + C·(r − m)')
    expect(text).toContain((24 / 202).toPrecision(4))
    // The raw rate of a county with two samples is not shown.
    expect(text).not.toContain('100.0%</')
    for (const path of ['/risks/areas?kind=complaints', '/hant/risks/areas', '/risks/areas?kind=x']) await page(path)
  })
})

describe('complaints', () => {
  it('of fewer than five in a county are withheld, and lie in no number from which they could be found', async () => {
    for (const [area, safety, others] of [['130102', 4, 16], ['130202', 1, 6], ['130302', 3, 1]] as const) {
      await complaints(area, safety, 'safety')
      await complaints(area, others, 'quality')
    }
    await complaints('130102', 9, 'safety', '2024-01-01')
    // What is told of a whole city belongs to no county.
    await complaints('130100', 9, 'safety')
    const found = (await areaRates(house.engine, 'complaints'))!
    expect(found.areas.map(({ area, events, of }) => [area, events, of]).sort()).toEqual([['130102', 4, 20], ['130202', 1, 7]])
    expect(found.withheld).toEqual(['130302'])
    expect(found.mean).toBeCloseTo(5 / 27, 12)
    const text = await page('/en/risks/areas?kind=complaints')
    expect(text).toContain('4 / 20')
    expect(text).not.toContain('3 / 4')
    expect(text).toContain('withheld to protect those concerned')
  })
})
