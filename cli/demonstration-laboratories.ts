// The demonstration's laboratories: a dozen that exist nowhere, with scopes, people and instruments, and orders at every stage.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import type { Person } from '../kernel/permission.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedCode, inventedEnterprises, seeded } from './demonstration.ts'
import { invented, Story, tellAll, type Row } from './demonstration-story.ts'
import { loadRows, namedId } from './load-records.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Progress } from './progress.ts'

interface Test {
  readonly productClass: string
  readonly parameter: string
  readonly method: string
  readonly unit: string
  readonly comparison: 'atMost' | 'atLeast'
  readonly limit: number
  readonly places: number
  readonly price: number
  readonly days: number
  readonly samples: readonly string[]
}

const test = (
  productClass: string, parameter: string, method: string, unit: string, comparison: 'atMost' | 'atLeast', limit: number, places: number,
  price: number, days: number, samples: readonly string[],
): Test => ({ productClass, parameter, method, unit, comparison, limit, places, price, days, samples })

/** Methods are real standards; limits are what the invented client asked for, prices are invented. */
export const tests: readonly Test[] = [
  test('furniture', '甲醛释放量', 'GB 18584-2001', 'mg/L', 'atMost', 1.5, 2, 480, 7, ['木质书柜', '儿童学习桌', '实木床头柜']),
  test('clothing', '甲醛含量', 'GB/T 2912.1-2009', 'mg/kg', 'atMost', 75, 0, 220, 5, ['羽绒服', '儿童内衣', '针织衫']),
  test('bedding', '甲醛含量', 'GB/T 2912.1-2009', 'mg/kg', 'atMost', 75, 0, 220, 5, ['床上四件套']),
  test('toys', '可迁移元素（铅）', 'GB 6675.4-2014', 'mg/kg', 'atMost', 90, 1, 560, 8, ['拼装积木', '毛绒玩具']),
  test('dairy', '蛋白质', 'GB 5009.5-2016', 'g/100g', 'atLeast', 2.9, 2, 180, 4, ['纯牛奶', '酸奶']),
  test('dairy', '脂肪', 'GB 5009.6-2016', 'g/100g', 'atLeast', 3.1, 2, 180, 4, ['纯牛奶', '酸奶']),
  test('milkPowder', '蛋白质', 'GB 5009.5-2016', 'g/100g', 'atLeast', 16.5, 1, 200, 4, ['全脂乳粉']),
  test('cement', '28 天抗压强度', 'GB/T 17671-2021', 'MPa', 'atLeast', 42.5, 1, 650, 35, ['普通硅酸盐水泥']),
  test('paint', '挥发性有机化合物', 'GB/T 23986-2009', 'g/L', 'atMost', 80, 0, 900, 6, ['内墙涂料']),
  test('lamps', '绝缘电阻', 'GB 7000.1-2015', 'MΩ', 'atLeast', 2, 1, 380, 5, ['儿童台灯', 'LED 吸顶灯']),
  test('cable', '导体电阻', 'GB/T 3048.4-2007', 'Ω/km', 'atMost', 7.41, 2, 160, 3, ['铜芯聚氯乙烯绝缘电线']),
]

interface Place {
  readonly name: string
  readonly place: string
  readonly fields: readonly string[]
  /** Places in the list of tests. */
  readonly scope: readonly number[]
  readonly ends?: 'suspend' | 'withdraw' | 'cancel' | 'lapsed'
}

const places: readonly Place[] = [
  { name: '虚衡产品质量检验中心（虚构）', place: '130102', fields: ['products', 'food'], scope: [0, 1, 2, 3, 4, 5, 6, 9, 10] },
  { name: '拟质食品检测有限公司（虚构）', place: '130202', fields: ['food'], scope: [4, 5, 6] },
  { name: '示远建材检测站（虚构）', place: '130502', fields: ['construction', 'products'], scope: [7, 8, 10] },
  { name: '假山轻工检验所（虚构）', place: '130602', fields: ['products'], scope: [0, 1, 2, 3] },
  { name: '样川纺织品检测有限公司（虚构）', place: '130102', fields: ['products'], scope: [1, 2] },
  { name: '试禾农产品检测中心（虚构）', place: '130902', fields: ['farmProduce', 'food'], scope: [4, 5] },
  { name: '演丰电气检测有限公司（虚构）', place: '139001', fields: ['products'], scope: [9, 10] },
  { name: '仿岳涂料检测实验室（虚构）', place: '131002', fields: ['products'], scope: [8] },
  { name: '例泽玩具检测实验室（虚构）', place: '130302', fields: ['products'], scope: [3], ends: 'suspend' },
  { name: '模澜综合检测有限公司（虚构）', place: '130402', fields: ['products', 'food'], scope: [0, 4], ends: 'withdraw' },
  { name: '虚和家具检验站（虚构）', place: '131102', fields: ['products'], scope: [0], ends: 'lapsed' },
  { name: '示兴检测中心（虚构）', place: '130802', fields: ['food'], scope: [6], ends: 'cancel' },
]

export const codeOf = (at: number): string => inventedCode(places[at]!.place, 700 + at, '91')
const accreditor = invented('accreditor', 'hebei-market')

/** The demonstration's own bench has accounts; the people of other laboratories have none. */
export const staff = (at: number, role: string): Person => invented(at === 0 ? `lab.${role}` : `lab${at}.${role}`, null, [codeOf(at)])
const rightsOf = { keeper: ['receive'], analyst: ['analyse'], checker: ['check', 'review'], signatory: ['sign'] } as const
const instruments = [
  ['UV-01', '紫外可见分光光度计'],
  ['AAS-02', '原子吸收光谱仪'],
  ['TM-03', '万能试验机'],
] as const

async function enter(zhiheng: Pick<Zhiheng, 'engine'>, today: Day): Promise<void> {
  const from = addDays(today, -900)
  const quiet = () => undefined
  const load = (register: string, rows: readonly Row[], keyOf: (row: Row) => string) =>
    loadRows({ engine: zhiheng.engine, person: accreditor, register, keyOf }, rows, quiet)
  const laboratories = places.map(({ name, place, fields, ends }, at) => ({
    code: codeOf(at), name, place, fields, invented: true,
    // Numbers of real marks begin with the years 15 to 26.
    cma: `99000000${String(at + 1).padStart(4, '0')}`,
    certifiedFrom: from,
    certifiedTo: ends === 'lapsed' ? addDays(today, -40) : addDays(from, 2190),
  }))
  await load('laboratory', laboratories, (row) => String(row['code']))
  const scopes = places.flatMap(({ scope }, at) =>
    scope.map((each) => {
      const { productClass, parameter, method, unit, price, days } = tests[each]!
      return {
        laboratory: codeOf(at), productClass, parameter, method, unit, from, to: laboratories[at]!.certifiedTo, price: `${price + at * 15}.00`, days,
        // Dairy methods let two determinations differ by a tenth of their mean.
        ...(productClass === 'dairy' ? { repeatability: '10', repeatabilityPer: 'percent' } : {}),
      }
    }),
  )
  // The edition before the present one of a method: approved once, ended since.
  const former = { ...scopes[0]!, method: 'GB 18584-1988（演示）', from: addDays(from, -700), to: addDays(from, 200) }
  await load('lab-scope', [...scopes, former], (row) => ['laboratory', 'productClass', 'parameter', 'method'].map((name) => row[name]).join(' '))
  const people = [0, 1, 2].flatMap((at) =>
    Object.entries(rightsOf).map(([role, rights], index) => ({
      laboratory: codeOf(at), badge: `JC-${at}${index}`, account: staff(at, role).id, rights, from, name: `演示人员${at}${index}`,
    })),
  )
  await load('lab-person', people, (row) => `${row['laboratory']} ${row['badge']}`)
  const owned = [0, 1, 2].flatMap((at) =>
    instruments.map(([serial, name], index) => ({
      laboratory: codeOf(at), serial, name, certificate: `演示-JZ-${at}${index}`,
      calibratedOn: addDays(today, -420),
      // One certificate has run out, so that a signature on its result is refused with the reason.
      calibratedTo: serial === 'TM-03' ? addDays(today, -55) : addDays(today, 300),
    })),
  )
  await load('lab-instrument', owned, (row) => `${row['laboratory']} ${row['serial']}`)
}

/** Marks that were suspended, withdrawn or given up. */
async function standings({ engine }: Pick<Zhiheng, 'engine'>, today: Day): Promise<void> {
  for (const [at, { ends }] of places.entries())
    if (ends && ends !== 'lapsed') {
      const story = new Story(engine, { register: 'laboratory', name: String(at), from: addDays(today, -90), today, record: namedId(`load:laboratory:${codeOf(at)}`) })
      await story.take(ends, 0, accreditor, { reason: '演示：内容虚构', ...(ends === 'withdraw' && { withdrawnFor: 'conditions' }) })
    }
}

/** How far an order came, with how many in forty go so. */
const ways: readonly (readonly [number, string])[] = [
  [3, 'requested'], [3, 'accepted'], [3, 'received'], [5, 'analysing'], [4, 'checking'], [3, 'reviewing'], [4, 'signing'], [11, 'reported'],
  [1, 'rejected'], [1, 'refused'], [1, 'terminated'], [1, 'expired'],
]
const ahead = ['requested', 'accepted', 'received', 'analysing', 'checking', 'reviewing', 'signing', 'reported']

interface Ordered {
  readonly at: number
  readonly laboratory: number
  readonly way: string
  readonly lines: readonly Test[]
  readonly sample: string
  readonly client: { readonly name: string; readonly code: string }
  readonly rule: string
  readonly age: number
  /** A value that is told instead of one by chance. */
  readonly given?: string
}

function orders(): readonly Ordered[] {
  const random = seeded(20261125)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const clients = inventedEnterprises(300, hebei.divisions) as unknown as { name: string; code: string }[]
  return ways.flatMap(([count, way]) => Array.from({ length: count }, () => way)).map((way, at) => {
    const laboratory = at % 5 === 3 ? 1 : at % 5 === 4 ? 2 : 0
    const first = tests[pick(places[laboratory]!.scope)]!
    const lines = places[laboratory]!.scope.map((each) => tests[each]!).filter((each) => each.productClass === first.productClass)
    const done = way === 'reported'
    return {
      at, laboratory, way, lines, sample: pick(first.samples), client: pick(clients),
      rule: pick(['simple', 'guarded', 'guardedRejection']),
      age: done ? 50 + Math.floor(random() * 300) : 6 + Math.floor(random() * 14),
    }
  })
}

const sealOf = (at: number): string => `演示封${String(at + 1).padStart(4, '0')}`

/** Each order has a sequence of its own: they are told side by side, and a repeated start must tell the same. */
function resultsOf({ at, lines, way, given }: Ordered): readonly Row[] {
  const random = seeded(9000 + at)
  return lines.map((line) => {
    // One in four lies on the wrong side, a few so close that the uncertainty decides.
    const share = random() < 0.25 ? 1.06 + random() * 0.3 : 0.55 + random() * 0.44
    const value = line.comparison === 'atMost' ? line.limit * share : line.limit * (2 - share)
    const expanded = (line.limit * 0.04).toFixed(Math.max(line.places, 1))
    const instrument = way === 'expired' ? 'TM-03' : line.unit === 'mg/kg' ? 'AAS-02' : 'UV-01'
    return { parameter: line.parameter, value: given ?? value.toFixed(line.places), unit: line.unit, expanded, instrument }
  })
}

/** An order from its request as far as it came. */
async function tell(zhiheng: Pick<Zhiheng, 'engine'>, today: Day, order: Ordered): Promise<void> {
  const { at, laboratory, way, lines, client, rule, age } = order
  const from = addDays(today, -age)
  const story = new Story(zhiheng.engine, { register: 'test-order', name: String(at), from, today })
  const [keeper, analyst, checker, signatory] = ['keeper', 'analyst', 'checker', 'signatory'].map((role) => staff(laboratory, role)) as [Person, Person, Person, Person]
  const items = lines.map(({ parameter, method, unit, comparison, limit }) => ({
    parameter, method, unit, comparison, limit: String(limit), clause: '委托约定（演示）',
  }))
  await story.take('open', 0, keeper, {
    laboratory: codeOf(laboratory), client: client.name, clientCode: client.code, sampleName: order.sample, sampleNumber: `演示样${String(at + 1).padStart(4, '0')}`,
    sealNumber: sealOf(at), productClass: lines[0]!.productClass, items, rule, finishBy: addDays(from, 12 + (at % 9)),
    remainder: at % 3 === 0 ? 'kept' : 'returned',
  })
  if (way === 'refused') return story.take('refuse', 1, keeper, { reason: '排期已满，建议改送其他机构（演示）' })
  if (way === 'terminated') return story.take('terminate', 1, keeper, { reason: '委托方撤回（演示）' })
  const reached = way === 'expired' ? ahead.indexOf('signing') : way === 'rejected' ? 1 : ahead.indexOf(way)
  const steps: readonly (readonly [string, number, Person, Row])[] = [
    ['accept', 1, keeper, {}],
    ['receive', 2, keeper, { intact: true, seal: sealOf(at), condition: '完好', place: '样品室 A 架' }],
    ['begin', 3, analyst, { place: '理化室', state: '完好' }],
    ['record', 4, analyst, { analysed: addDays(from, 4), results: resultsOf(order) }],
    ['check', 5, checker, {}],
    ['review', 6, checker, {}],
    ['sign', 6, signatory, {}],
  ]
  for (const [step, after, person, answers] of steps.slice(0, reached)) await story.take(step, after, person, answers)
  if (way === 'rejected') await story.take('reject', 2, keeper, { reason: '封样破损（演示）', condition: '封条撕裂' })
}

export async function addLaboratories(zhiheng: Pick<Zhiheng, 'engine'>, progress: Progress): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const all = orders()
  const bar = progress.begin('虚构检验委托 invented test orders', all.length)
  await enter(zhiheng, today)
  await standings(zhiheng, today)
  await tellAll(all.map((order) => () => tell(zhiheng, today, order)), bar)
}

/** Eight results of milk powder and the same eight again: what the screening is there to ask about. */
const again = ['17.3', '18.1', '16.9', '17.8', '17.1', '18.4', '16.7', '17.6']

export async function addCopiedSeries(zhiheng: Pick<Zhiheng, 'engine'>): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const client = (inventedEnterprises(300, hebei.divisions) as unknown as { name: string; code: string }[])[17]!
  const common = { laboratory: 1, way: 'reported', lines: [tests[6]!], sample: '全脂乳粉', client, rule: 'simple' }
  for (const [n, given] of [...again, ...again].entries()) await tell(zhiheng, today, { ...common, at: 100 + n, age: 46 - 2 * n, given })
}

/** One report is corrected and one withdrawn, once the signed orders have issued theirs. */
export async function amendReports({ engine }: Pick<Zhiheng, 'engine'>): Promise<void> {
  const { rows } = await engine.database.query<{ id: string; issued: Day; parameter: string; value: string }>(
    `select id, issued::text, lines->0->>'parameter' as parameter, lines->0->>'value' as value from record.test_report
     where edition = 1 and state = 'issued' and laboratory = $1 order by number limit 2`,
    // Who signs for the first laboratory corrects its reports and no other's.
    [codeOf(0)],
  )
  const today = dayOf(engine.now())
  const change = async (at: number, step: string, answers: Row) => {
    const found = rows[at]
    if (!found) return
    const story = new Story(engine, { register: 'test-report', name: String(at), from: found.issued, today, record: found.id })
    await story.take(step, 9, staff(0, 'signatory'), answers)
  }
  const first = rows[0]
  await change(0, 'replace', { why: '稀释倍数误记，重新计算（演示）', corrected: [{ parameter: first?.parameter, value: (Number(first?.value) * 1.1).toFixed(2) }] })
  await change(1, 'withdraw', { why: '样品混淆，结果不能代表来样（演示）' })
}
