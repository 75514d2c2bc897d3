// The screening of results through HTTP: honest reports raise nothing, a copied one stands on the page of integrity as a lead to be asked about.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namedId } from '../../cli/load-records.ts'
import { screenResults } from '../../cli/screen-results.ts'
import { addDays } from '../../kernel/day.ts'
import { act } from '../../store/records/gate.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, invented, row, take, tryOpen, type Headers } from './supervision-story.ts'

let house: House
let accreditor: Headers
let signatory: Headers
let lab: Headers
const code = invented(70)

beforeAll(async () => {
  house = await openHouse({ now: '2026-06-01' })
  accreditor = await house.person('sc-accreditor', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  signatory = await house.person('sc-signatory', [{ duty: 'testing.signatory', reach: 'all' }], { face: 'laboratory' })
  lab = await house.person('sc-lab', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [code] })
}, 120_000)
afterAll(() => house.close())

const parameters = ['蛋白质', '脂肪', '灰分', '水分', '酸度', '钙']
/** Values that differ by a step that comes round only after a hundred reports. */
const valueOf = (n: number, at: number): string => (10 + ((n * 37 + at * 17) % 101) / 10 + at).toFixed(2)
const line = (parameter: string, value: string) => ({ parameter, method: 'GB 5009-2016', unit: 'g/100g', comparison: 'reported', value, verdict: 'reported' })
const report = (n: number, values = parameters.map((_, at) => valueOf(n, at))) => ({
  orderNumber: `JY-S${n}`, edition: 1, laboratory: code, client: '虚构客户（演示）', sampleName: '纯牛奶', sampleNumber: `S${n}`, productClass: 'dairy',
  analysed: addDays('2026-03-01', n), issued: addDays('2026-03-01', n), rule: 'simple', verdict: 'reported', signatory: 'sc-signatory',
  lines: parameters.map((parameter, at) => line(parameter, values[at]!)),
})
/** As a signed order issues it; nobody types one. */
const issued = (answers: ReturnType<typeof report>) =>
  act(house.engine, {
    register: 'test-report', record: namedId(answers.orderNumber), step: 'open', answers, key: `issued:${answers.orderNumber}`, hand: 'linkage',
    person: { id: 'sc-signatory', name: 'sc-signatory', office: null, holdings: [], speaksFor: [code] },
  })
const asked = { laboratory: code, productClass: 'dairy', from: '2026-03-01', to: '2026-05-31' }
const check = async (who: Headers) =>
  ((await house.get('/api/v1/checks', { ...who, 'accept-language': 'en' })).body.items as readonly Record<string, any>[]).find(({ name }) => name === 'results-to-look-at')

describe('the screening of a laboratory', () => {
  it('looks at reports of signed orders only: nobody types one', async () => {
    expect((await tryOpen(house, 'test-report', signatory, report(50))).body).toMatchObject({ code: 'testing.report-by-hand' })
  })

  it('of honest reports opens nothing, and says that this is no proof', async () => {
    for (let n = 0; n < 24; n++) await issued(report(n))
    const answer = await tryOpen(house, 'result-screening', accreditor, asked)
    expect(answer.body).toMatchObject({ code: 'testing.nothing-to-ask', status: 409 })
    expect(JSON.stringify(answer.body)).toContain('24 valid reports')
    expect((await tryOpen(house, 'result-screening', accreditor, { ...asked, to: '2026-02-01' })).body).toMatchObject({ code: 'testing.ends-before-it-begins' })
    expect((await tryOpen(house, 'result-screening', lab, asked)).status).toBe(403)
    expect(await screenResults(house.engine)).toEqual([])
    expect((await check(accreditor))!['count']).toBe(0)
  })

  it('of a report that repeats another opens a matter by itself, once', async () => {
    await issued({ ...report(30), lines: report(3).lines })
    const [id, ...others] = await screenResults(house.engine)
    expect(others).toEqual([])
    expect(await screenResults(house.engine)).toEqual([])
    const matter = { register: 'result-screening', id: id! }
    const kept = await row(house, matter)
    expect(kept).toMatchObject({ state: 'raised', laboratory: code, reports: 25, matter: '报告雷同' })
    expect(kept['findings']).toMatchObject([{ pattern: 'copied' }])
    expect((await tryOpen(house, 'result-screening', accreditor, asked)).body).toMatchObject({ code: 'testing.asked-already' })
  })

  it('stands on the page of integrity with why and what to do, as a lead and no verdict, before the accreditor only', async () => {
    const found = (await check(accreditor))!
    expect(found).toMatchObject({ severity: 'warning', count: 1, register: 'result-screening' })
    expect(found['title']).toContain('no verdict')
    expect(found['remedy']).toContain('ask the laboratory')
    expect(found['first'][0].headline).toBe('报告雷同')
    expect(await check(lab)).toBeUndefined()
    expect((await house.get('/api/v1/registers/result-screening', lab)).body.items ?? []).toEqual([])
  })

  it('is asked about before it goes on, and ends with its reason', async () => {
    const matter = { register: 'result-screening', id: (await check(accreditor))!['first'][0].id as string }
    expect((await attempt(house, matter, 'inspect', accreditor, { explanation: '未问先查' })).status).toBe(409)
    await take(house, matter, 'ask', accreditor)
    expect((await attempt(house, matter, 'explain', accreditor, {})).status).toBe(422)
    await take(house, matter, 'explain', accreditor, { explanation: '误将同一样品登记为两个编号，原始谱图一份，已更改报告' })
    expect((await check(accreditor))!['count']).toBe(0)
    expect(await screenResults(house.engine)).toEqual([])
  })
})
