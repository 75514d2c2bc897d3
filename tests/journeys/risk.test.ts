// Risk through HTTP under both packs: a complaint and two notices, one matter, an orange warning, a special check, its lifting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { proposeMatters } from '../../cli/propose-matters.ts'
import { Work } from '../../store/work.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast as complaintCast, yoghurt } from './complaint-story.ts'
import { attempt, clockOf, found, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const duties = ['collector', 'analyst', 'panel', 'head', 'province', 'publisher', 'reader'] as const
type Duty = (typeof duties)[number]

let house: House
let who: Readonly<Record<Duty, Headers>>
let county: Headers
let citizen: Headers
let clerk: Headers
let organiser: Headers
let enterprise: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2016-03-01', pages: true })
  const all = duties.map(async (duty) => [duty, await house.person(`risk-${duty}`, [{ duty: `risk.${duty}`, reach: 'all' }], { office: 'hebei-market' })])
  who = Object.fromEntries(await Promise.all(all)) as Readonly<Record<Duty, Headers>>
  county = await house.person('risk-tangshan', [{ duty: 'risk.reader', reach: 'area', area: '130200' }], { office: 'market-130200' })
  organiser = await house.person('plan-organiser', [{ duty: 'supervision.organiser', reach: 'all' }], { office: 'hebei-market' })
  enterprise = await house.person('some-firm', [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: ['91130102MAX000001J'] })
  const people = await complaintCast(house)
  ;[citizen, clerk] = [people.citizen, people.clerkChangan]
}, 120_000)
afterAll(() => house.close())

const complaint = (day: string) => yoghurt(day, { goods: '儿童台灯', goodsClass: 'lamps', issue: 'safety', facts: '灯罩烫伤手（演示）' })
const notice = (reference: string, day: string, more: object = {}) => ({
  source: 'safetyGate', reference, day, country: '虚构国', product: '儿童台灯', productClass: 'lamps', hazard: 'electrical', hazardText: '外壳带电（演示）', grade: 'serious', ...more,
})
// 1/10 × 1/5 = 1/50 lies above 1/100; severity 2 there is serious in the matrix, 1/10 × 1/50 = 1/500 above 1/1 000 is high.
const scenarios = [{ name: '触摸灯罩被灼伤', group: 'children', severity: 2, steps: '灯罩过热 1/10；儿童触摸 1/50' }]
const view = (expert: string, opinion: string) => ({ expert, recused: 'no', opinion })
const consulted = { panel: [view('Z-01', 'orange'), view('Z-02', 'orange'), view('Z-03', 'yellow')], minutes: '意见见表', recommended: 'orange' }

describe.each([
  { pack: '2016', base: '2016-03-01', grades: { act: 'emergency-response-law' } },
  { pack: 'today', base: '2026-03-02', grades: { act: 'emergency-response-law', article: '63' } },
])('under the pack of $pack', ({ pack, base, grades }) => {
  const day = (n: number): string => addDays(base, n)
  let matter: File
  let signals: readonly File[]

  // risk.complaint-to-signal, risk.notice-to-signal
  it('a complaint about safety and two notices from outside become signals by themselves, without person or trader', async () => {
    house.at(base)
    // Three branches took complaints until the end of 2019; one of quality is meant.
    const filed = await open(house, 'complaint', citizen, { ...complaint(base), ...(pack === '2016' ? { branch: 'quality' } : {}) })
    await take(house, filed, 'accept', clerk)
    for (const n of [1, 2]) await open(house, 'outside-notice', who.collector, notice(`${pack}-${n}`, addDays(base, -n)))
    await open(house, 'outside-notice', who.collector, notice(`${pack}-3`, base, { productClass: null, product: '无对应类别的产品' }))
    await settle(house)
    signals = (await found(house, 'signal', 'product_class', 'lamps')).slice(-3)
    const rows = await Promise.all(signals.map((one) => row(house, one)))
    expect(rows.map(({ source, weight }) => [source, weight])).toEqual([['complaint', 1], ['overseas', 2], ['overseas', 2]])
    expect(rows[0]).toMatchObject({ origin: 'complaint', origin_record: filed.id, area: '130102' })
    const told = JSON.stringify(rows)
    for (const personal of ['王某某', '13900000000', '虚衡乳业']) expect(told).not.toContain(personal)
  })

  it('the same notice is not kept twice, a wrong class is told with its field, and a county sees its own area only', async () => {
    expect((await tryOpen(house, 'outside-notice', who.collector, notice(`${pack}-1`, base))).status).toBe(409)
    const wrong = await tryOpen(house, 'signal', who.collector, { day: base, source: 'media', product: 'x', productClass: 'flying-carpets', hazard: 'other' })
    expect(wrong.status).toBe(422)
    expect(JSON.stringify(wrong.body)).toContain('productClass')
    expect((await tryOpen(house, 'signal', enterprise, { day: base, source: 'firm', product: 'x', productClass: 'lamps', hazard: 'other' })).status).toBe(403)
    expect((await house.get('/api/v1/registers/signal', county)).body.items).toEqual([])
    expect((await house.get(`/api/v1/registers/signal/${signals[0]!.id}`, county)).status).toBe(404)
    expect((await house.get('/api/v1/registers/signal', enterprise)).body.items ?? []).toEqual([])
  })

  // risk.matter-joins-signals
  it('a matter that is taken up joins the signals of its class and keeps their weight', async () => {
    const asked = { begun: day(1), place: '130000', product: '儿童台灯', productClass: 'lamps', hazard: 'heat', raised: 'officer', why: '三条信号' }
    house.at(day(1))
    const typed = await tryOpen(house, 'risk-matter', who.analyst, { ...asked, raised: 'series' })
    expect(typed.body).toMatchObject({ code: 'risk.alarm-by-hand' })
    matter = await open(house, 'risk-matter', who.analyst, asked)
    await take(house, matter, 'take-up', who.analyst)
    expect(await row(house, matter)).toMatchObject({ state: 'assessing', weight: 5 })
    for (const one of signals) expect(await row(house, one)).toMatchObject({ state: 'joined', matter_record: matter.id })
  })

  it('it is assessed by the matrix, consulted on, and warned of in orange by the province, each by another person', async () => {
    house.at(day(2))
    expect((await attempt(house, matter, 'assess', who.reader, { scenarios })).status).toBe(403)
    await take(house, matter, 'assess', who.analyst, { scenarios })
    expect(await row(house, matter)).toMatchObject({ level: 'high', findings: [{ probability: '1/500', level: 'high' }] })
    await take(house, matter, 'consult', who.panel, consulted)
    const warned = { colour: 'orange', danger: '灯罩过热', advice: '停止使用，退回购买处', channels: ['site'], warnedTo: day(120) }
    expect((await attempt(house, matter, 'warn', who.head, warned)).body).toMatchObject({ code: 'risk.province-decides', status: 403 })
    await take(house, matter, 'warn', who.province, warned)
    // Nothing is public before it is published.
    expect((await house.get(`/api/v1/publications/risk-warnings/${matter.id}`)).status).toBe(404)
    await take(house, matter, 'publish', who.publisher)
    const { body } = await house.get(`/api/v1/publications/risk-warnings/${matter.id}`)
    expect(body.values).toMatchObject({ colour: 'orange', product: '儿童台灯', warnedTo: day(120) })
    expect(JSON.stringify(body)).not.toContain('Z-01')
    expect(await clockOf(house, matter, who.reader, 'judgement')).toMatchObject({ term: '15 day' })
    expect(await clockOf(house, matter, who.reader, 'first-measure')).toMatchObject({ term: '24 hour' })
  })

  // supervision.risk-to-plan, risk.measures-to-defect-report
  it('its measures draft a special check and begin a defect inquiry, once each', async () => {
    const half = await attempt(house, matter, 'decide-measures', who.province, { chosen: ['specialCheck'] })
    expect(half.body).toMatchObject({ code: 'risk.measure-incomplete' })
    await take(house, matter, 'decide-measures', who.province, {
      chosen: ['specialCheck', 'recallInquiry'], planTitle: '儿童台灯专项抽查（演示）', planWanted: 30, planTo: day(90),
      producerName: '虚构灯具厂（演示）', suspected: '灯罩散热不足',
    })
    await settle(house)
    const [plans, defects] = [await found(house, 'check-plan', 'origin_record', matter.id), await found(house, 'defect-report', 'origin_record', matter.id)]
    expect([plans.length, defects.length]).toEqual([1, 1])
    expect(await row(house, plans[0]!)).toMatchObject({ state: 'drafted', kind: 'special', frame: 'risk-directed', line: 'goods', product_class: 'lamps', wanted: 30 })
    expect((await house.get(`/api/v1/registers/check-plan/${plans[0]!.id}`, organiser)).status).toBe(200)
    // The producer is named to the inquiry and to nobody else.
    expect(JSON.stringify((await house.get(`/api/v1/publications/risk-warnings/${matter.id}`)).body)).not.toContain('虚构灯具厂')
  })

  it('it is lifted after a new judgement, under the article of the day, and the public sees why', async () => {
    house.at(day(14))
    expect((await attempt(house, matter, 'lift', who.province, { endWhy: '已消除' })).body).toMatchObject({ code: 'risk.not-reviewed' })
    await take(house, matter, 'review', who.panel, { outcome: 'lift', reviewNote: '三十批合格' })
    await take(house, matter, 'lift', who.province, { endWhy: '专项抽查三十批全部合格' })
    const entries = (await house.get(`/api/v1/registers/risk-matter/${matter.id}/history`, who.reader)).body.items as readonly Record<string, unknown>[]
    expect(entries.at(-1)).toMatchObject({ step: 'lift', basis: grades })
    // What was public and has ended is said to be gone, not never to have been.
    expect((await house.get(`/api/v1/publications/risk-warnings/${matter.id}`)).status).toBe(410)
    const { body } = await house.get(`/api/v1/publications/risk-warnings-ended/${matter.id}`)
    expect(body.values).toMatchObject({ ended: day(14), endWhy: '专项抽查三十批全部合格' })
  })

  it('a lifting by mistake is taken back: the warning is public again and says so, no longer among those that ended; then it proves wrong', async () => {
    house.at(day(16))
    const restored = { ground: 'mistake', restoredWhy: '三十批中混入了其他型号', warnedTo: day(120) }
    expect((await attempt(house, matter, 'restore', who.head, restored)).body).toMatchObject({ code: 'risk.province-decides' })
    await take(house, matter, 'restore', who.province, restored)
    const { body } = await house.get(`/api/v1/publications/risk-warnings/${matter.id}`)
    expect(body.values).toMatchObject({ warnedTo: day(120), restored: day(16), restoredWhy: '三十批中混入了其他型号', warnedFrom: day(2) })
    expect((await house.get(`/api/v1/publications/risk-warnings-ended/${matter.id}`)).status).not.toBe(200)
    expect((await house.get(`/en/risks/${matter.id}`)).body).toContain('lifting was taken back')
    expect(await clockOf(house, matter, who.reader, 'judgement')).toMatchObject({ state: 'open', starts: day(16) })
    house.at(day(17))
    await take(house, matter, 'retract', who.province, { endWhy: '型号有误' })
    expect((await house.get(`/api/v1/publications/risk-warnings-ended/${matter.id}`)).body.values).toMatchObject({ ended: day(17), endWhy: '型号有误' })
  })
})

// supervision.failure-to-signal and risk.recall-to-signal are caused by the cases of their own systems.
describe('a notice that its publisher takes back', () => {
  // risk.withdrawn-notice
  it('puts its signal aside, and an archived one is joined to nothing', async () => {
    house.at('2026-09-01')
    const kept = await open(house, 'outside-notice', who.collector, notice('taken-back', '2026-08-31'))
    await settle(house)
    await take(house, kept, 'withdraw', who.analyst, { reason: '原机构更正' })
    await settle(house)
    const [one] = await found(house, 'signal', 'origin_record', kept.id)
    expect(await row(house, one!)).toMatchObject({ state: 'archived', ground: 'withdrawn' })
    expect((await attempt(house, one!, 'join', who.analyst, { matter: 'FX' })).status).toBe(409)
  })
})

describe('a signal that was joined', () => {
  const told = (place: string | null) => ({ day: '2026-09-02', source: 'hospital', product: '婴儿推车', productClass: 'toys', hazard: 'mechanical', place })
  const raised = (place: string) => ({ begun: '2026-09-03', place, product: '婴儿推车', productClass: 'toys', hazard: 'mechanical', raised: 'officer', why: '多起' })

  // risk.notice-out, risk.matter-loses-signal
  it('leaves its matter when its source takes it back, and the matter is told', async () => {
    house.at('2026-09-02')
    const kept = await open(house, 'outside-notice', who.collector, notice('taken-back-late', '2026-09-01', { productClass: 'toys' }))
    await settle(house)
    house.at('2026-09-03')
    const matter = await open(house, 'risk-matter', who.analyst, raised('130000'))
    await take(house, matter, 'take-up', who.analyst)
    await settle(house)
    const [one] = await found(house, 'signal', 'origin_record', kept.id)
    expect(await row(house, one!)).toMatchObject({ state: 'joined', matter_record: matter.id })
    house.at('2026-09-04')
    await take(house, kept, 'withdraw', who.analyst, { reason: '原机构更正' })
    await settle(house)
    expect(await row(house, one!)).toMatchObject({ state: 'archived', ground: 'withdrawn' })
    const now = await row(house, matter)
    expect(now).toMatchObject({ signals: [], weight: 0, fallen: [{ why: '原机构更正', weighed: null }] })
    await take(house, matter, 'dismiss', who.analyst, { endWhy: '信号已撤回' })
  })

  // risk.later-signal
  it('by hand goes to a matter that is under way and is listed there; a number that is none is refused', async () => {
    const matter = await open(house, 'risk-matter', who.analyst, raised('130000'))
    const late = await open(house, 'signal', who.collector, told('130102'))
    const number = String((await row(house, matter))['number'])
    expect((await attempt(house, late, 'join', who.analyst, { matter: number })).body).toMatchObject({ code: 'risk.no-such-matter', field: 'matter' })
    expect((await attempt(house, late, 'join', who.analyst, { matter: 'FX1' })).body).toMatchObject({ code: 'risk.no-such-matter' })
    const early = await open(house, 'signal', who.collector, { ...told('130102'), productClass: 'shoes' })
    await take(house, matter, 'take-up', who.analyst)
    await settle(house)
    await take(house, early, 'join', who.analyst, { matter: number })
    await settle(house)
    expect(await row(house, early)).toMatchObject({ state: 'joined', matter_record: matter.id })
    expect(await row(house, matter)).toMatchObject({ weight: 8, signals: expect.arrayContaining([expect.objectContaining({ record: early.id })]) })
    await take(house, matter, 'dismiss', who.analyst, { endWhy: '演示结束' })
  })

  it('is weighed in one matter: what the taking up of one has listed no person joins to another, at the same moment neither', async () => {
    const [one, other] = [await open(house, 'risk-matter', who.analyst, raised('130000')), await open(house, 'risk-matter', who.analyst, raised('130000'))]
    await take(house, other, 'take-up', who.analyst)
    const matter = String((await row(house, other))['number'])
    const waiting = await open(house, 'signal', who.collector, told('130102'))
    const both = await Promise.all([attempt(house, one, 'take-up', who.analyst), attempt(house, waiting, 'join', who.analyst, { matter })])
    expect(both[0]!.status).toBe(200)
    const last = await open(house, 'risk-matter', who.analyst, raised('130000'))
    const late = await open(house, 'signal', who.collector, told('130102'))
    expect((await attempt(house, last, 'take-up', who.analyst)).status).toBe(200)
    const lister = String((await row(house, last))['number'])
    expect((await attempt(house, late, 'join', who.analyst, { matter })).body).toMatchObject({ code: 'risk.listed-already', detail: expect.stringContaining(lister) })
    expect((await attempt(house, late, 'join', who.analyst, { matter, listedIn: last.id })).body).toMatchObject({ code: 'risk.listed-by-hand', field: 'listedIn' })
    // To the one that lists it, as where it was put aside at the moment of joining, a person may join it.
    expect((await attempt(house, late, 'join', who.analyst, { matter: lister })).status).toBe(200)
    await settle(house)
    expect((await house.engine.database.query("select 1 from kernel.link where state = 'parked'")).rows).toEqual([])
    const listing = await Promise.all([one, other, last].map((each) => row(house, each)))
    for (const file of [waiting, late]) expect(JSON.stringify(listing.map(({ signals }) => signals)).split(file.id)).toHaveLength(2)
    for (const each of [one, other, last]) await take(house, each, 'dismiss', who.analyst, { endWhy: '演示结束' })
  })

  it('is of the area of the matter, or of no place; a county takes none of another', async () => {
    const [here, there, nowhere] = [await open(house, 'signal', who.collector, told('130102')), await open(house, 'signal', who.collector, told('130202')), await open(house, 'signal', who.collector, told(null))]
    const matter = await open(house, 'risk-matter', who.analyst, raised('130102'))
    await take(house, matter, 'take-up', who.analyst)
    await settle(house)
    expect(await Promise.all([here, there, nowhere].map(async (one) => (await row(house, one))['state']))).toEqual(['joined', 'toScreen', 'joined'])
  })
})

describe('the watch over signals', () => {
  it('proposes a matter with its arithmetic where a cluster breaks a quiet series, once, and decides nothing', async () => {
    house.at('2026-11-25')
    // One signal every other week for sixty weeks, then seven in the week from Monday 16 November.
    const days = [...Array.from({ length: 30 }, (_, n) => addDays('2025-09-22', 14 * n)), ...Array.from({ length: 7 }, (_, n) => addDays('2026-11-16', n))]
    const told = (day: string, productClass: string) => ({ day, source: 'hospital', product: '保鲜罐', productClass, hazard: 'mechanical', place: '130102' })
    for (const day of days) await open(house, 'signal', who.collector, told(day, 'glassware'))
    for (const day of days.slice(0, 30)) await open(house, 'signal', who.collector, told(day, 'flatGlass'))
    const proposed = await proposeMatters(house.engine)
    const [alarm] = await found(house, 'risk-matter', 'product_class', 'glassware')
    expect(proposed).toContain(alarm!.id)
    const kept = await row(house, alarm!)
    expect(kept).toMatchObject({ state: 'proposed', raised: 'series', week: '2026-11-16', stream: 'own', observed: '7.0000', hazard: 'mechanical' })
    // EARS C1 by hand: seven weeks 0,1,0,1,0,1,0 before it, or 1,0,1,0,1,0,1: mean 3/7 or 4/7, s = 0.534522.
    const ears = (kept['arithmetic'] as readonly { method: string; symbol: string; value: string }[]).filter(({ method }) => method === 'earsC1')
    expect(ears.find(({ symbol }) => symbol === 's')!.value).toMatch(/^0\.53452/)
    expect((kept['verdicts'] as readonly { alarm: string }[]).filter(({ alarm: said }) => said === 'yes').length).toBeGreaterThanOrEqual(2)
    expect((kept['baseline'] as readonly { count: number }[]).at(-1)).toMatchObject({ count: 7 })
    expect(await found(house, 'risk-matter', 'product_class', 'flatGlass')).toEqual([])
    expect(await proposeMatters(house.engine)).toEqual([])
    expect((await house.get(`/api/v1/publications/risk-warnings/${alarm!.id}`)).status).toBe(404)
  })

  it('runs by the clock too: once a day while the server works, twice changes nothing, and a new week is looked at by itself', async () => {
    let runs = 0
    const watch = async (engine: House['engine']) => {
      runs += 1
      return proposeMatters(engine)
    }
    const { engine, warehouse } = house
    const failing: string[] = []
    const by = () => new Work({ engine, warehouse, origin: 'test', signers: () => [], daily: [watch], fault: (_, error) => failing.push(String(error)) })
    const work = by()
    const matters = async () => (await engine.database.query('select count(*)::int as n from record.risk_matter')).rows[0]!['n']
    house.at('2026-11-27')
    const before = await matters()
    // A new start looks again, and proposes nothing twice.
    for (const each of [work, work, by()]) await each.settled()
    expect([runs, await matters()]).toEqual([2, before])
    // Nine signals in the week from Monday 23 November: judged when it is over.
    for (let n = 0; n < 9; n++)
      await open(house, 'signal', who.collector, { day: addDays('2026-11-23', n % 4), source: 'hospital', product: '平板', productClass: 'flatGlass', hazard: 'mechanical', place: '130102' })
    house.at('2026-11-30')
    await work.settled()
    house.at('2026-11-30T15:00:00+08:00')
    await work.settled()
    expect([runs, failing]).toEqual([3, []])
    const proposed = await found(house, 'risk-matter', 'product_class', 'flatGlass')
    expect(await row(house, proposed[0]!)).toMatchObject({ state: 'proposed', week: '2026-11-23', observed: '9.0000' })
    expect(proposed).toHaveLength(1)
  })

  it('a watch that fails holds up no other of its day, and is tried again with the next sweep', async () => {
    const ran: string[] = []
    const failing: string[] = []
    const broken = async () => (ran.push('broken'), ran.filter((each) => each === 'broken').length === 1 ? Promise.reject(new Error('once')) : 0)
    const { engine, warehouse } = house
    const daily = [broken, async () => ran.push('after')]
    const work = new Work({ engine, warehouse, origin: 'test', signers: () => [], daily, fault: (_, error) => failing.push(String(error)) })
    for (const moment of ['2026-12-01T09:00:00+08:00', '2026-12-01T09:02:00+08:00', '2026-12-01T09:04:00+08:00']) {
      house.at(moment)
      await work.settled()
    }
    expect([ran, failing]).toEqual([['broken', 'after', 'broken'], ['Error: once']])
  })
})
