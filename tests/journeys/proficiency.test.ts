// A proficiency round through HTTP under both packs: bad input refused, scores by code, a laboratory sees its own, a failure is corrected.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { checkCharacter } from '../../kernel/usc-code.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

/** Invented laboratories: their nine characters begin with MAP. */
const code = (n: number): string => {
  const first = `91130102MAP00${String(n).padStart(4, '0')}`
  return first + checkCharacter(first)
}
const duties = ['organiser', 'evaluator', 'publisher', 'accreditor', 'reader'] as const

let house: House
let who: Readonly<Record<(typeof duties)[number], Headers>>
let labs: readonly Headers[]
let stranger: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2016-03-01', pages: true })
  const all = duties.map(async (duty) => [duty, await house.person(`pt-${duty}`, [{ duty: `testing.${duty}`, reach: 'all' }], { office: 'hebei-market' })])
  who = Object.fromEntries(await Promise.all(all)) as typeof who
  const lab = (n: number) => house.person(`pt-lab-${n}`, [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [code(n)] })
  labs = await Promise.all([1, 2, 3, 4].map(lab))
  stranger = await lab(9)
  for (const n of [1, 2, 3, 4])
    await open(house, 'laboratory', who.accreditor, {
      code: code(n), name: `虚构检测中心 P${n}（演示）`, place: '130102', cma: '160300120001', fields: ['products'], certifiedFrom: '2016-01-01', certifiedTo: '2030-01-01', invented: true,
    })
}, 120_000)
afterAll(() => house.close())

const design = (closes: string, more: object = {}) => ({
  title: '家具甲醛释放量能力验证（演示）', organised: '省局（演示）', productClass: 'furniture', parameter: '甲醛释放量', unit: 'mg/L', closes,
  valueFrom: 'certified', assigned: '10.0', uAssigned: '0.07', sigmaFrom: 'prescribed', sigma: '0.25', invented: true, ...more,
})

describe.each([{ pack: '2016', base: '2016-03-01' }, { pack: 'today', base: '2026-03-02' }])('under the pack of $pack', ({ base }) => {
  const day = (n: number): string => addDays(base, n)
  let round: File
  let results: File[]
  const entry = (n: number, value: unknown, more: object = {}) => ({ round: round.id, laboratory: code(n), value, unit: 'mg/L', ...more })

  it('is planned with its value sealed, and called: the public sees until when, nobody what is sought', async () => {
    house.at(base)
    expect((await tryOpen(house, 'proficiency-round', labs[0]!, design(day(20)))).status).toBe(403)
    expect((await tryOpen(house, 'proficiency-round', who.organiser, design(day(20), { sigma: null }))).body).toMatchObject({ code: 'testing.assigned-value-missing' })
    round = await open(house, 'proficiency-round', who.organiser, design(day(20)))
    expect((await tryOpen(house, 'proficiency-result', labs[0]!, entry(1, '10.1'))).body).toMatchObject({ code: 'testing.round-not-open' })
    await take(house, round, 'call', who.organiser)
    const call = await house.get(`/api/v1/publications/proficiency-calls/${round.id}`)
    expect(call.body.values).toMatchObject({ parameter: '甲醛释放量', closes: day(20) })
    expect(JSON.stringify(call.body)).not.toContain('10.0')
    expect((await house.get(`/api/v1/registers/proficiency-round/${round.id}`, labs[0]!)).status).toBe(404)
    expect(JSON.stringify((await house.get(`/api/v1/registers/proficiency-round/${round.id}`, who.reader)).body)).not.toContain('10.000000')
  })

  it('takes one result of a laboratory, a number in its unit, and says why it takes no other', async () => {
    const refusals = async (n: number, value: unknown, more: object = {}) => (await tryOpen(house, 'proficiency-result', labs[n - 1]!, entry(n, value, more))).body
    expect(await refusals(1, '约10')).toMatchObject({ status: 422 })
    expect(JSON.stringify(await refusals(1, '约10'))).toContain('value')
    expect(await refusals(1, '10100', { unit: 'μg/L' })).toMatchObject({ code: 'testing.wrong-unit', status: 422 })
    expect(await refusals(1, '10.1', { round: '019aaaaa-0000-7000-8000-000000000000' })).toMatchObject({ code: 'testing.round-not-open' })
    expect(await refusals(1, '10.1', { laboratory: code(2) })).toMatchObject({ status: 403 })
    expect((await tryOpen(house, 'proficiency-result', stranger, entry(9, '10.1'))).body).toMatchObject({ code: 'testing.unknown-laboratory' })
    results = [
      await open(house, 'proficiency-result', labs[0]!, entry(1, '10.2', { named: true })),
      await open(house, 'proficiency-result', labs[1]!, entry(2, '10.6', { expanded: '0.4' })),
      await open(house, 'proficiency-result', labs[2]!, entry(3, '10.75', { expanded: '0.2' })),
    ]
    expect((await tryOpen(house, 'proficiency-result', labs[0]!, entry(1, '10.0'))).status).toBe(409)
    await take(house, results[0]!, 'amend', labs[0]!, { value: '10.1', unit: 'mg/L', named: true })
    expect((await attempt(house, results[0]!, 'amend', labs[0]!, { value: '10.1', unit: 'mg/kg' })).body).toMatchObject({ code: 'testing.wrong-unit' })
  })

  it('is handed in by a form that knows the round, its unit and the laboratory', async () => {
    const form = String((await house.get(`/en/desk/proficiency-result/open?round=${round.id}&unit=mg%2FL`, labs[3]!)).body)
    for (const value of [round.id, 'mg/L', code(4)]) expect(form).toContain(`value="${value}"`)
    expect(String((await house.get('/en/proficiency')).body)).toContain(`/en/desk/proficiency-result/open?round=${round.id}&amp;unit=mg%2FL`)
  })

  it('shows a laboratory its own result only', async () => {
    expect((await house.get('/api/v1/registers/proficiency-result', labs[0]!)).body.items.map(({ id }: File) => id)).toContain(results[0]!.id)
    expect(JSON.stringify((await house.get('/api/v1/registers/proficiency-result', labs[0]!)).body)).not.toContain(results[1]!.id)
    expect((await house.get(`/api/v1/registers/proficiency-result/${results[1]!.id}`, labs[0]!)).status).toBe(404)
    expect((await house.get(`/api/v1/registers/proficiency-result/${results[1]!.id}`, who.reader)).status).toBe(404)
  })

  it('is evaluated after its closing day, when nothing is taken any more, and published by another person', async () => {
    expect((await attempt(house, round, 'evaluate', who.evaluator)).body).toMatchObject({ code: 'testing.round-still-open' })
    house.at(day(21))
    expect((await tryOpen(house, 'proficiency-result', labs[3]!, entry(4, '10.0'))).body).toMatchObject({ code: 'testing.handed-in-late' })
    expect((await attempt(house, results[0]!, 'amend', labs[0]!, { value: '10.0', unit: 'mg/L' })).body).toMatchObject({ code: 'testing.handed-in-late' })
    await take(house, round, 'evaluate', who.evaluator)
    expect((await attempt(house, results[2]!, 'satisfy', who.organiser)).body).toMatchObject({ code: 'testing.round-not-published' })
    expect((await house.get(`/api/v1/publications/proficiency-rounds/${round.id}`)).status).toBe(404)
    house.at(day(22))
    await take(house, round, 'publish', who.publisher)
  })

  // testing.round-satisfies, testing.round-questions, testing.round-fails
  it('tells each its score: z 0.4, 2.4 and 3, the bound itself being unsatisfactory, with a term to correct', async () => {
    await settle(house)
    const rows = await Promise.all(results.map((one) => row(house, one)))
    expect(rows.map(({ state, z }) => [state, z])).toEqual([['satisfactory', '0.400'], ['questionable', '2.400'], ['unsatisfactory', '3.000']])
    // (10.6 − 10)/√(0.2² + 0.07²) = 2.831588
    expect(rows[1]).toMatchObject({ zeta: '2.832', en: '1.416' })
    expect(await clockOf(house, results[2]!, labs[2]!, 'correction')).toMatchObject({ term: '30 workday' })
  })

  it('stands in public by code, and by name only where the laboratory agreed beforehand', async () => {
    const { body } = await house.get(`/api/v1/publications/proficiency-rounds/${round.id}`)
    expect(body.values).toMatchObject({ assigned: '10.000000', sigma: '0.250000', participants: 3, judgedBy: 'z' })
    const codes = (await Promise.all(results.map((one) => row(house, one)))).map(({ number }) => number)
    expect(body.values.scores.map((line: { code: string }) => line.code)).toEqual([...codes].sort())
    for (const n of [1, 2, 3]) expect(JSON.stringify(body)).not.toContain(code(n))
    const named = (await house.get('/api/v1/publications/proficiency-named')).body.items as readonly { values: Record<string, unknown> }[]
    expect(named.filter(({ values }) => values['round'] === round.id).map(({ values }) => values['laboratory'])).toEqual([code(1)])
    for (const path of ['/proficiency', `/proficiency/${round.id}`, `/en/proficiency/${round.id}`, `/hant/proficiency/${round.id}`, `/en/laboratories/${code(3)}`]) {
      const page = await house.get(path)
      expect(page.status, path).toBe(200)
      expect(String(page.body), path).not.toMatch(path.includes('laboratories') ? /z = 3/ : /MAP00/)
    }
    expect(String((await house.get(`/en/laboratories/${code(1)}`)).body)).toContain('0.400')
  })

  it('asks the one that failed for its cause; the others cannot answer for it', async () => {
    house.at(day(25))
    const said = { cause: '标准溶液过期', correction: '重新配制后复测 10.1 mg/L' }
    expect((await attempt(house, results[2]!, 'correct', labs[1]!, said)).status).toBe(404)
    expect((await attempt(house, results[1]!, 'correct', labs[1]!, said)).status).toBe(409)
    await take(house, results[2]!, 'correct', labs[2]!, said)
    await take(house, results[2]!, 'send-back', who.organiser, { reason: '缺少复测记录' })
    await take(house, results[2]!, 'correct', labs[2]!, said)
    await take(house, results[2]!, 'accept', who.organiser)
    expect(await row(house, results[2]!)).toMatchObject({ state: 'closed', cause: said.cause })
  })
})

describe('a round whose value the participants give', () => {
  it('is not evaluated from three results, and says how many are needed', async () => {
    house.at('2026-09-01')
    const round = await open(house, 'proficiency-round', who.organiser, design('2026-09-03', { valueFrom: 'participants', assigned: null, uAssigned: null }))
    await take(house, round, 'call', who.organiser)
    for (const n of [1, 2, 3]) await open(house, 'proficiency-result', labs[n - 1]!, { round: round.id, laboratory: code(n), value: `10.${n}`, unit: 'mg/L' })
    house.at('2026-09-04')
    const refused = await attempt(house, round, 'evaluate', who.evaluator)
    expect(refused.body).toMatchObject({ code: 'testing.too-few-results' })
    expect(JSON.stringify(refused.body)).toContain('10 are needed')
    await take(house, round, 'cancel', who.organiser, { reason: '参加机构太少' })
    expect(await found(house, 'proficiency-result', 'round', round.id)).toHaveLength(3)
  })
})
