// The demonstration's field: invented samples and visits that wait for one inspector, an order to be looked at again, and two lifts.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises } from './demonstration.ts'
import { invented, Story, tellAll, type Row } from './demonstration-story.ts'
import type { Progress } from './progress.ts'

const office = 'hebei-market'
const of = (duty: string) => invented(`supervision.${duty}`, office)
const [organiser, approver, officer, body] = [of('organiser'), of('approver'), of('officer'), of('body')]

/** Those who go out; the first has an account. */
const sampler = invented('inspector.01', office)
const inspectors = 'inspector.01 inspector.02'
const certificates = { firstSampler: '冀演示01', secondSampler: '冀演示02' }

interface Firm {
  readonly name: string
  readonly code: string
  readonly place: string
}
const firmsNow = (): readonly Firm[] => inventedEnterprises(300, hebei.divisions) as unknown as readonly Firm[]
const unitOf = ({ name, code, place }: Firm): Row => ({ unit: code, unitName: name, place })

const items = [{ parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', comparison: 'atMost', limit: '1.5', clause: '演示限值' }]
const tested = { line: 'goods', productClass: 'furniture', items, rule: 'simple', mostQuantity: '4' }

/** A plan that ends so many days from today; gives its identity. */
async function planned({ engine }: Pick<Zhiheng, 'engine'>, today: Day, kind: 'special' | 'visits', ends: number): Promise<string> {
  const story = new Story(engine, { register: 'check-plan', name: `field ${kind} ${ends}`, from: addDays(today, -20), today })
  const samples = kind === 'special' ? tested : { line: 'goods' }
  await story.take('open', 0, organiser, {
    ...{ title: kind === 'special' ? '木质家具专项监督抽查（演示）' : '双随机检查（演示）', kind, frame: 'risk-directed', place: '130000', ...samples },
    ...{ wanted: 3, from: story.day(0), to: addDays(today, ends) },
  })
  await story.take('approve', 2, approver)
  return story.id
}

async function sampleWaits({ engine }: Pick<Zhiheng, 'engine'>, today: Day, plan: string, firm: Firm): Promise<void> {
  const story = new Story(engine, { register: 'sample', name: `field ${firm.code}`, from: addDays(today, -3), today })
  await story.take('open', 0, organiser, { how: 'clue', kind: 'special', frame: 'risk-directed', plan, inspectors, ...tested, ...unitOf(firm) })
}

async function visitWaits({ engine }: Pick<Zhiheng, 'engine'>, today: Day, plan: string, firm: Firm, ordered: boolean): Promise<void> {
  const story = new Story(engine, { register: 'inspection', name: `field ${firm.code}`, from: addDays(today, -18), today })
  await story.take('open', 0, organiser, { kind: 'visits', plan, inspectors, ...unitOf(firm) })
  if (!ordered) return
  await story.take('visit', 3, sampler, certificates)
  await story.take('record', 3, sampler, {
    points: [{ point: '进货查验记录', result: 'bad', note: '缺两批（演示）' }], permits: [{ kind: 'business', permit: '虚构-1', validTo: null, found: 'valid' }],
    finding: '进货查验记录不全（演示）', signedBy: '演示签字人', outcome: 'ordered', demand: '补齐进货查验记录', correctBy: addDays(today, -1),
  })
}

/** Samplers who came without the notice were turned away by right. */
async function turnedAway({ engine }: Pick<Zhiheng, 'engine'>, today: Day, plan: string, firm: Firm): Promise<void> {
  const story = new Story(engine, { register: 'sample', name: `field away ${firm.code}`, from: addDays(today, -4), today })
  await story.take('open', 0, organiser, { how: 'clue', kind: 'special', frame: 'risk-directed', plan, inspectors, ...tested, ...unitOf(firm) })
  await story.take('visit', 2, sampler, certificates)
  await story.take('turn-away', 2, sampler, { lawfulGround: 'noPapers', reason: '未携带抽查通知书，被抽样单位依法拒绝（演示）' })
}

/** A letter after a failure: to a certifier that has answered, or to a platform that has not. */
async function lettered({ engine }: Pick<Zhiheng, 'engine'>, today: Day, firm: Firm, kind: 'ccc' | 'platform'): Promise<void> {
  const story = new Story(engine, { register: 'letter', name: `field ${kind}`, from: addDays(today, -30), today })
  const platform = kind === 'platform'
  const { unit, unitName, place } = unitOf(firm)
  await story.take('open', 0, organiser, {
    ...{ begun: story.day(0), kind, sampleNumber: `演示样品-${kind}`, party: unit, partyName: unitName, place, product: '儿童台灯（演示）', productClass: 'lamps' },
    ...{ model: 'YS-1', batch: '演示批次', ...(platform ? { shopUrl: 'https://shop.example/1' } : { certificate: '演示证书-1' }) },
  })
  await story.take('send', 3, organiser, { issuer: platform ? '虚构商城（演示）' : '虚构认证中心（演示）' })
  const { number: document } = story.papers.get(platform ? 'platform-letter' : 'issuer-letter')!
  await story.take('sign-document', 3, organiser, { document, how: 'seal' })
  await story.take('serve-document', 4, organiser, { document, way: 'post', outcome: 'served', on: story.day(4) })
  if (!platform) await story.take('take-answer', 20, organiser, { action: 'suspended', answer: '暂停证书三个月，责令整改（演示）' })
}

/** A lift in use since so many days; one that stands longer than its cycle has run out. */
async function lift({ engine }: Pick<Zhiheng, 'engine'>, today: Day, firm: Firm, ago: number): Promise<void> {
  const story = new Story(engine, { register: 'equipment', name: `field lift ${ago}`, from: addDays(today, -ago), today })
  await story.take('open', 0, officer, {
    ...{ code: `3110X0101${String(2_026_000_000 + ago)}`.slice(0, 20), kind: 'lift', name: '乘客电梯（演示）', user: firm.code, userName: firm.name },
    ...{ place: firm.place, site: '一号楼（演示）' },
  })
  const result = { inspectionBody: '虚构特种设备检验院（演示）', report: `演示TJ${ago}`, inspected: story.day(2), passed: 'pass' }
  await story.take('supervise', 2, body, result)
  await story.take('hand-over', 5, officer, { usedFrom: story.day(5) })
  await story.take('register', 8, officer, { registration: `梯冀演示${ago}`, keeper: '虚构电梯服务（演示）' })
  await story.take('pass-term', 372, officer)
}

export async function addField(zhiheng: Pick<Zhiheng, 'engine'>, progress: Progress): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const firms = firmsNow()
  const bar = progress.begin('虚构现场检查 invented field work', 10)
  const soon = await planned(zhiheng, today, 'special', 4)
  const over = await planned(zhiheng, today, 'special', -1)
  const visits = await planned(zhiheng, today, 'visits', 20)
  await tellAll(
    [
      () => sampleWaits(zhiheng, today, over, firms[31]!),
      () => sampleWaits(zhiheng, today, soon, firms[32]!),
      () => sampleWaits(zhiheng, today, soon, firms[33]!),
      () => visitWaits(zhiheng, today, visits, firms[34]!, false),
      () => visitWaits(zhiheng, today, visits, firms[35]!, true),
      () => turnedAway(zhiheng, today, soon, firms[38]!),
      () => lettered(zhiheng, today, firms[39]!, 'ccc'),
      () => lettered(zhiheng, today, firms[40]!, 'platform'),
      () => lift(zhiheng, today, firms[36]!, 400),
      () => lift(zhiheng, today, firms[37]!, 60),
    ],
    bar,
  )
}
