// The control charts of the demonstration and its changes of marks: each in its state, its page in three languages, and no signature while one is out of control.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMarkChanges } from '../../cli/demonstration-changes.ts'
import { addControlCharts } from '../../cli/demonstration-control-charts.ts'
import { addLaboratories, codeOf } from '../../cli/demonstration-laboratories.ts'
import type { Progress } from '../../cli/progress.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const quiet: Progress = { begin: () => () => undefined, line: () => undefined, end: () => undefined }
const called = { keeper: '收样员甲（演示）', analyst: '检测员乙（演示）', checker: '校核员丙（演示）', signatory: '签字人丁（演示）' }
const roles = ['keeper', 'analyst', 'checker', 'signatory'] as const
const duties = { keeper: ['keeper'], analyst: ['analyst'], checker: ['checker', 'reviewer'], signatory: ['signatory', 'laboratory'] } as const

let house: House
let who: Readonly<Record<(typeof roles)[number], Headers>>
let stranger: Headers
let signed = ''
const chartOf = async (code: string): Promise<File> => (await found(house, 'control-chart', 'code', code))[0]!

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-25', pages: true })
  await addLaboratories(house, quiet)
  await addControlCharts(house)
  await addMarkChanges(house)
  await settle(house)
  const people = roles.map(async (role) => {
    const holdings = duties[role].map((duty) => ({ duty: `testing.${duty}`, reach: 'party' as const }))
    return [role, await house.person(`lab.${role}`, holdings, { name: called[role], face: 'laboratory', speaksFor: [codeOf(0)] })] as const
  })
  who = Object.fromEntries(await Promise.all(people)) as typeof who
  stranger = await house.person('other.analyst', [{ duty: 'testing.analyst', reach: 'party' }], { face: 'laboratory', speaksFor: [codeOf(1)] })
}, 180_000)
afterAll(() => house.close())

describe('the charts of the demonstration', () => {
  it('are in control, out of control, corrected with days in doubt, and on trial', async () => {
    const states = await Promise.all(['01', '02', '03', '04'].map(async (n) => (await row(house, await chartOf(`ZK-2026-${n}`)))['state']))
    expect(states).toEqual(['control', 'out', 'control', 'trial'])
    const points = (await row(house, await chartOf('ZK-2026-02')))['points'] as { signs: string[] | null }[]
    expect(points.flatMap(({ signs }, at) => (signs ? [[at + 1, signs]] : []))).toEqual([[36, ['beyond']]])
    expect((await row(house, await chartOf('ZK-2026-03')))['doubted']).toHaveLength(1)
  })

  it('stand on the bench of their laboratory with what is out of control first, in three languages', async () => {
    const list = async (path: string, reader: Headers) => String((await house.get(path, reader)).body)
    const pages = [['', '失控', '质控图'], ['/hant', '失控', '質控圖'], ['/en', 'Out of control', 'Control charts']] as const
    for (const [at, out, title] of pages) {
      const html = await list(`${at}/bench/charts`, who.analyst)
      for (const shown of [out, title, 'ZK-2026-01', 'ZK-2026-04']) expect(html).toContain(shown)
      expect(html.indexOf('ZK-2026-02')).toBeLessThan(html.indexOf('ZK-2026-01'))
      const one = await list(`${at}/bench/charts/${(await chartOf('ZK-2026-02')).id}`, who.analyst)
      for (const shown of [out, '<svg class="chart"', '3.6']) expect(one).toContain(shown)
    }
    expect(await list('/en/bench/charts', stranger)).not.toContain('ZK-2026')
    expect((await house.get(`/en/bench/charts/${(await chartOf('ZK-2026-02')).id}`, stranger)).status).toBe(404)
  })
})

describe('the changes of marks in the demonstration', () => {
  it('are one in force, with the former name in public, one that waits for its day, and one to be decided', async () => {
    const states = await Promise.all([4, 7, 0].map(async (at) => (await row(house, (await found(house, 'mark-change', 'laboratory', codeOf(at)))[0]!))['state']))
    expect(states).toEqual(['entered', 'approved', 'deciding'])
    const html = String((await house.get(`/en/laboratories/${codeOf(4)}`, {})).body)
    for (const shown of ['样川纺织品检验研究院', '样川纺织品检测有限公司', 'until 2026-10-09']) expect(html).toContain(shown)
  })
})

describe('an order whose parameter is out of control', () => {
  it('is not signed until the chart was corrected, measured again and confirmed by another person', async () => {
    const order = await open(house, 'test-order', who.keeper, {
      laboratory: codeOf(0), client: '虚构乳品厂（演示）', sampleName: '纯牛奶', productClass: 'dairy', rule: 'simple', remainder: 'kept',
      items: [{ parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g', comparison: 'atLeast', limit: '2.9' }],
    })
    await take(house, order, 'accept', who.keeper)
    await take(house, order, 'receive', who.keeper, { intact: true, condition: '完好', place: '样品室' })
    await take(house, order, 'begin', who.analyst, { place: '理化室', state: '完好' })
    await take(house, order, 'record', who.analyst, { analysed: '2026-11-25', results: [{ parameter: '蛋白质', value: '3.11', unit: 'g/100g', expanded: '0.08', instrument: 'UV-01' }] })
    await take(house, order, 'check', who.checker)
    await take(house, order, 'review', who.checker)
    expect((await attempt(house, order, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.out-of-control' })
    const chart = await chartOf('ZK-2026-02')
    expect(String((await house.get(`/en/bench/charts/${chart.id}`, who.analyst)).body)).toContain('These orders were analysed on those days')
    await take(house, chart, 'correct', who.signatory, { cause: '消化不完全', correction: '延长消化时间', extent: 'none' })
    expect((await attempt(house, chart, 'confirm', who.checker)).body).toMatchObject({ code: 'testing.not-shown-in-control' })
    expect((await attempt(house, order, 'sign', who.signatory)).body).toMatchObject({ code: 'testing.out-of-control' })
    await take(house, chart, 'measure', who.analyst, { results: [{ on: '2026-11-25', value: '3.241' }] })
    await take(house, chart, 'confirm', who.checker)
    await take(house, order, 'sign', who.signatory)
    expect((await row(house, order))['state']).toBe('reported')
    const { rows: papers } = await house.engine.database.query<{ paper: unknown }>("select paper from kernel.document where form = 'test-report' order by issued desc limit 1")
    expect(JSON.stringify(papers[0]!.paper)).toContain(`授权签字人：${called.signatory}`)
    // People read names and not accounts, on the bench and on the desk.
    for (const path of [`/bench/${order.id}`, `/desk/test-order/${order.id}`]) {
      const html = String((await house.get(path, who.analyst)).body)
      for (const name of Object.values(called)) expect(html, path).toContain(name)
      for (const role of roles) expect(html, path).not.toContain(`lab.${role}`)
    }
    signed = String((await row(house, order))['number'])
  })
})

describe('what is kept of a signed order', () => {
  // testing.sign-keeps
  it('are its records for six years and its sample for three months, and neither is disposed of before', async () => {
    await settle(house)
    const kept = await found(house, 'kept-material', 'order_number', signed)
    const kinds = await Promise.all(kept.map(async (each) => [(await row(house, each))['kind'], each] as const))
    const [records, sample] = ['records', 'sample'].map((kind) => kinds.find(([is]) => is === kind)![1]) as [File, File]
    const propose = (file: File) => attempt(house, file, 'propose', who.keeper, { disposal: 'destroyed' })
    house.at('2027-02-24')
    for (const file of [records, sample]) expect((await propose(file)).body).toMatchObject({ code: 'testing.kept-still' })
    house.at('2027-03-01')
    expect((await propose(records)).body).toMatchObject({ code: 'testing.kept-still' })
    await take(house, sample, 'propose', who.keeper, { disposal: 'destroyed' })
    await take(house, sample, 'approve', who.signatory)
    expect(await row(house, sample)).toMatchObject({ state: 'disposed', disposed_on: '2027-03-01' })
  })
})
