// The loop walked with bad input at each station, and then looked at by those whom it does not concern: refused with field, article and remedy, nothing lost, nothing told.
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeMeasures } from '../../store/measures/compute.ts'
import type { Answer, House } from '../bed/house.ts'
import { openHouse } from '../bed/house.ts'
import { loopCast, laboratoryCodes, type LoopCast } from './loop-cast.ts'
import { Loop } from './loop-story.ts'
import { attempt, found, laboratory, open, row, seedOf, serve, settle, take, tryOpen, type File, type Headers, type Laboratory } from './supervision-story.ts'

let house: House
let cast: LoopCast
let loop: Loop
let labs: readonly Laboratory[]
let trainee: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2025-09-01' })
  cast = await loopCast(house)
  const [first, second] = laboratoryCodes.today
  labs = [await laboratory(house, cast.officials, first, '2025-09-01', 'lab1'), await laboratory(house, cast.officials, second, '2025-09-01', 'lab2')]
  trainee = await house.person('lab1-trainee', [{ duty: 'testing.signatory', reach: 'party' }], { face: 'laboratory', speaksFor: [first] })
  // Authorised until the end of March: the report is of April.
  await open(house, 'lab-person', cast.officials.accreditor, { laboratory: first, badge: 'JC-trainee', account: 'lab1-trainee', name: '演示人员', rights: ['sign'], from: '2025-09-01', to: '2026-03-31' })
  loop = new Loop(house, cast, labs, '2026-04-14', 'today')
}, 120_000)
afterAll(() => house.close())

interface Refused {
  readonly code: string
  readonly field: string
  readonly basis: RegExp
}

/** Refused with field, article and remedy; the record is to the last column what it was. */
async function refused(file: File, act: () => Promise<Answer>, { code, field, basis }: Refused): Promise<void> {
  // A term that ran out meanwhile is swept first.
  await settle(house)
  const before = await row(house, file)
  const { status, body } = await act()
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
  expect(body).toMatchObject({ code, field })
  expect(body.basis).toMatch(basis)
  expect(body.remedy).toMatch(/\S/)
  await settle(house)
  expect(await row(house, file)).toEqual(before)
}

describe('bad input along the loop', () => {
  it('a class of products that the list does not hold is named by its field with the classes there are, and no plan is begun', async () => {
    house.at('2026-04-13')
    const plan = { title: '旧目录（演示）', kind: 'visits', frame: 'random', line: 'goods', place: '130100', wanted: 3, from: '2026-04-14', to: '2026-12-31' }
    const { status, body } = await tryOpen(house, 'check-plan', cast.officials.organiser, { ...plan, productClass: 'pagers' })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '#/answers/productClass', code: 'unknown-choice', remedy: expect.stringContaining('Wooden furniture') }])
    expect((await house.engine.database.query('select 1 from record.check_plan')).rows).toEqual([])
  })

  it('a seed that drew once does not draw again', async () => {
    await loop.signals()
    await loop.warning()
    await loop.drawing()
    const { organiser } = cast.officials
    house.at(`${loop.day(3)}T14:00:00+08:00`)
    await take(house, loop.files.plan, 'call-draw', organiser, { drawTitle: '第二次抽取（演示）' })
    const second = (await found(house, 'draw', 'plan', loop.files.plan.id))[1]!
    const first = await row(house, loop.files.draw)
    const list = (first['frame'] as { code: string; name: string; place: string }[]).map(({ code, name, place }) => ({ code, name, place, stratum: 'all' }))
    await take(house, second, 'freeze', organiser, { list, inspectors: [{ account: 'loop-sampler', badge: 'ZF-001' }, { account: 'loop-second', badge: 'ZF-002' }] })
    await take(house, second, 'commit', organiser, {
      take: [{ stratum: 'all', take: 1 }], reserve: 1, inspectorsEach: 2, waitHours: 24, secret: '6c'.repeat(32),
      seeds: [{ source: '公开开奖 loop-today', at: `${loop.day(4)}T21:15:00+08:00` }],
    })
    house.at(loop.day(6))
    const again = () => attempt(house, second, 'draw', organiser, seedOf('loop-today', loop.day(3)))
    await refused(second, again, { code: 'supervision.seed-replayed', field: 'seed', basis: /\S/ })
  })

  it('a sample with a broken seal is not received', async () => {
    await loop.sampling()
    const { order } = loop.files
    const { keeper } = cast.labs[0]
    house.at(loop.day(13))
    await take(house, order, 'accept', keeper)
    const broken = { intact: false, seal: 'F-0001', condition: '封条断裂', place: '样品室' }
    await refused(order, () => attempt(house, order, 'receive', keeper, broken), { code: 'testing.seal-broken', field: 'intact', basis: /^iso-iec-17025-2017\/7\.4/ })
    await take(house, order, 'receive', keeper, { ...broken, intact: true, condition: '完好' })
  })

  it('a result in another unit than the one ordered is not recorded', async () => {
    const { order } = loop.files
    const { analyst } = cast.labs[0]
    await take(house, order, 'begin', analyst, { place: '有机室', state: '完好' })
    const results = (unit: string) => ({ analysed: loop.day(13), results: [{ parameter: '甲醛释放量', value: '2.4', unit, expanded: '0.1', instrument: labs[0]!.instrument }] })
    await refused(order, () => attempt(house, order, 'record', analyst, results('mg/m³')), { code: 'testing.wrong-unit', field: 'results', basis: /^iso-iec-17025-2017\// })
    await take(house, order, 'record', analyst, results('mg/L'))
  })

  it('a signature by somebody who is not authorised that day is refused, and no report comes of it', async () => {
    const { order } = loop.files
    await take(house, order, 'check', cast.labs[0].checker)
    await take(house, order, 'review', cast.labs[0].reviewer)
    await refused(order, () => attempt(house, order, 'sign', trainee), { code: 'testing.not-authorised', field: 'signatory', basis: /^iso-iec-17025-2017\/6\.2/ })
    expect(await found(house, 'test-report', 'origin_record', loop.files.sample.id)).toEqual([])
    await take(house, order, 'sign', cast.labs[0].signatory)
    expect(await row(house, loop.files.sample)).toMatchObject({ state: 'reported', verdict: 'fails' })
  })

  it('a re-inspection asked for after the fifteen days is refused, and the result becomes final', async () => {
    const { sample } = loop.files
    const { organiser } = cast.officials
    house.at(loop.day(14))
    await take(house, sample, 'tell', organiser)
    await serve(house, sample, organiser, organiser, loop.day(14))
    // The fifteen days ended on 13 May.
    house.at(loop.day(30))
    const late = () => attempt(house, sample, 'object', loop.maker, { objectionKind: 'result', objection: '申请复检' })
    await refused(sample, late, { code: 'supervision.objection-late', field: 'objection', basis: /^product-quality-law\/15$/ })
    await loop.publication()
    expect(await row(house, sample)).toMatchObject({ state: 'nonconforming', final: 'fails' })
  })

  it('of two decisions on one case at the same moment one stands, and a second case of the same breach is not fined', async () => {
    const { judge, follower } = cast.officials
    loop.base = '2026-04-20'
    await loop.ordering()
    await loop.caseToNotice()
    house.at(loop.day(59))
    await take(house, loop.files.case, 'end-defence', cast.officials.handler)
    const decision = { circumstance: 'ordinary', penalties: ['fine', 'goods'], degree: 'ordinary', fine: '20000.00' }
    const both = await Promise.all([1, 2].map(() => attempt(house, loop.files.case, 'decide', judge, decision)))
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    const { body } = await house.get(`/api/v1/registers/case/${loop.files.case.id}/documents`, judge)
    expect((body.items as { form: string }[]).filter(({ form }) => form === 'penalty-decision')).toHaveLength(1)
    const first = loop.files.case
    house.at(loop.day(60))
    const again = () => attempt(house, loop.files.follow, 'suspect-breach', follower, { suspected: 'substandard', facts: '同一批次，再次移送（演示）' })
    await refused(loop.files.follow, again, { code: 'supervision.passed-already', field: 'suspected', basis: /^penalty-procedure\/18$/ })
    expect(await found(house, 'case', 'origin_record', loop.files.follow.id)).toHaveLength(1)
    // A lead of the same breach that was entered by hand is not fined either.
    const { party, party_name: partyName } = await row(house, first)
    loop.files.case = await open(house, 'case', cast.officials.handler, {
      received: loop.day(60), source: 'sample', origin: 'rectification', originRecord: loop.files.follow.id, party, partyName, place: '130102', kind: 'substandard', facts: '同一批次，再次登记（演示）',
    })
    loop.base = '2026-05-20'
    await loop.caseToNotice()
    house.at(loop.day(59))
    await take(house, loop.files.case, 'end-defence', cast.officials.handler)
    const second = () => attempt(house, loop.files.case, 'decide', judge, decision)
    await refused(loop.files.case, second, { code: 'enforcement.fined-already', field: 'fine', basis: /^administrative-penalty-law\/29$/ })
  })
})

describe('those whom the loop does not concern', () => {
  const registers = ['sample', 'rectification', 'case', 'defect-report', 'credit-entry', 'test-order', 'test-report'] as const

  /** The records of the story in a register. */
  const filesOf = async (register: string): Promise<readonly File[]> => {
    const { rows } = await house.engine.database.query<{ id: string }>(`select id from record."${register.replaceAll('-', '_')}"`)
    return rows.map(({ id }) => ({ register, id }))
  }

  /** Everything that a person can be told of the registers, by every route, the texts of refusals included. */
  async function told(who: Headers, register: string): Promise<string> {
    const said: unknown[] = []
    const path = `/api/v1/registers/${register}`
    for (const rest of ['', '?q=虚构', '?count=true', '?area=130102', '/export.csv']) said.push((await house.get(encodeURI(path + rest), who)).body)
    const book = await house.app.inject({ url: `${path}/export.xlsx`, headers: who })
    said.push(book.statusCode === 200 ? Object.values(unzipSync(book.rawPayload)).map((part) => strFromU8(part)) : book.body)
    for (const { id } of await filesOf(register)) {
      for (const rest of ['', '/history', '/documents', '/links', '/figures']) said.push((await house.get(`${path}/${id}${rest}`, who)).body)
      said.push((await house.post(`${path}/${id}/steps/tell`, { answers: {} }, { ...who, 'if-match': '"v1"' })).body)
    }
    for (const route of ['due?limit=200', 'due/counts', 'parked', 'checks', 'inbox', 'me/readings']) said.push((await house.get(`/api/v1/${route}`, who)).body)
    return JSON.stringify(said)
  }

  const secrets = async (register: string): Promise<readonly string[]> => {
    const rows = await Promise.all((await filesOf(register)).map((file) => row(house, file)))
    return [loop.unit, '虚构家具厂（演示）', ...rows.flatMap(({ number }) => (number ? [String(number)] : []))]
  }

  it.each(registers)('another maker and a county elsewhere hear nothing of a %s by any route; whoever it concerns does', async (register) => {
    const other = Object.entries(cast.makers).find(([code]) => code !== loop.unit)![1]
    const words = await secrets(register)
    for (const who of [other, cast.elsewhere]) {
      const said = await told(who, register)
      expect(words.filter((word) => said.includes(word))).toEqual([])
    }
    const heard = await told(register.startsWith('test-') ? cast.overseer : loop.maker, register)
    expect(words.some((word) => heard.includes(word))).toBe(true)
  })

  it.each(['test-order', 'test-report'])('a laboratory hears nothing of a %s of another', async (register) => {
    const numbers = (await secrets(register)).slice(2)
    const [own, other] = [await told(cast.labs[0].signatory, register), await told(cast.labs[1].signatory, register)]
    expect(numbers.filter((number) => other.includes(number))).toEqual([])
    expect(numbers.some((number) => own.includes(number))).toBe(true)
  })

  it('no measure tells a stranger a figure that rests on fewer than five cases of the loop; who reads every case sees it', async () => {
    await computeMeasures(house.engine, house.warehouse)
    const counted = [...house.engine.house.measures.values()].filter(({ source }) => 'register' in source && registers.some((name) => name === source.register))
    const seen = async (who: Headers) => {
      const answers = await Promise.all(counted.map(({ name }) => house.get(`/api/v1/measures/${name}`, who)))
      return answers.flatMap(({ body }) => (body.items ?? []) as { measure: string; value: string | null; n: number | null }[])
    }
    const few = (items: readonly { value: string | null; n: number | null }[]) => items.filter(({ value, n }) => value !== null && (n === null || n < 5))
    const other = Object.entries(cast.makers).find(([code]) => code !== loop.unit)![1]
    for (const who of [other, cast.elsewhere, {}]) expect(few(await seen(who))).toEqual([])
    expect(few(await seen(cast.overseer)).length).toBeGreaterThan(0)
  })
})
