// The demonstration's recalls: six invented products of invented makers, from investigation to closure.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises } from './demonstration.ts'
import { invented, Story, tellAll, type Row } from './demonstration-story.ts'
import type { Progress } from './progress.ts'

interface Told {
  readonly name: string
  /** A word of the maker's name. */
  readonly maker: string
  readonly product: string
  readonly productClass: string
  readonly line?: string
  readonly foodClass?: string
  readonly kind: string
  readonly danger: string
  readonly how: 'voluntary' | 'ordered'
  /** Days ago on which it began. */
  readonly ago: number
  readonly plan: Row
  readonly progress: readonly (readonly [after: number, notified: number, reached: number, returned: number])[]
  readonly end: 'examining' | 'filed' | 'running' | 'evaluating' | 'done'
}

const contact = '0311-0000000（演示，不是真实号码）'
const line = (model: string, lot: string, more: Row = {}): Row => ({ model, lot, ...more })

const recalls: readonly Told[] = [
  {
    name: 'lamp', maker: '电缆', product: '儿童护眼台灯', productClass: 'lamps', kind: 'design', how: 'voluntary', ago: 230,
    danger: '灯罩散热不足，连续使用两小时以上外壳过热，可能灼伤儿童。',
    plan: {
      scope: [line('XH-TD01', '2025-07', { gtin: '2990000000019', madeFrom: '2025-07-01', madeTo: '2025-07-31' }), line('XH-TD01', '2025-08', { gtin: '2990000000019', madeFrom: '2025-08-01', madeTo: '2025-08-22' })],
      made: 12000, affected: 9860, stock: 1430, measures: ['exchange', 'refund'], advice: '立即停止使用并拔下电源，凭型号标签免费更换或者退货。',
    },
    progress: [[70, 6200, 3890, 3120], [150, 9100, 6740, 6015], [200, 9860, 7480, 6902]], end: 'running',
  },
  {
    name: 'gas-hose', maker: '管道', product: '燃气连接软管', productClass: 'gasAppliances', kind: 'making', how: 'ordered', ago: 180,
    danger: '接头铆压不足，长期受热后可能脱落漏气，有中毒和燃爆危险。',
    plan: {
      scope: [line('NS-RG15', 'B2603', { gtin: '2990000000026', serials: 'RG150001–RG158400' })],
      made: 8400, affected: 7915, stock: 300, measures: ['exchange'], advice: '关闭灶前阀，不要自行拧紧，拨打电话预约免费上门更换。',
    },
    progress: [[110, 7000, 5120, 4980], [160, 7915, 6890, 6755]], end: 'running',
  },
  {
    name: 'milk', maker: '乳业', product: '全脂乳粉 400g', productClass: 'milkPowder', line: 'food', foodClass: 'two', kind: 'making', how: 'voluntary', ago: 60,
    danger: '包装密封不严，部分批次受潮结块，食用后可能引起肠胃不适。',
    plan: {
      scope: [line('400g 袋装', '20260811A', { gtin: '2990000000033' }), line('400g 袋装', '20260812A', { gtin: '2990000000033' })],
      made: 5200, affected: 3011, stock: 1890, measures: ['refund', 'destroy'], advice: '不要食用，凭批号到购买处无小票退款。',
    },
    progress: [[14, 2600, 1920, 1804], [24, 3011, 2410, 2377]], end: 'evaluating',
  },
  {
    name: 'drawers', maker: '家具', product: '四屉儿童衣柜', productClass: 'furniture', kind: 'design', how: 'voluntary', ago: 330,
    danger: '抽屉同时拉开时重心前移，未固定到墙面时可能倾倒砸伤儿童。',
    plan: {
      scope: [line('MH-YG4', '2025-03 至 2025-10', { gtin: '2990000000040', madeFrom: '2025-03-05', madeTo: '2025-10-30' })],
      made: 1500, affected: 1322, stock: 96, measures: ['repair', 'refund'], advice: '移开儿童活动区域，免费领取固定件和上门安装，也可退货。',
    },
    progress: [[80, 900, 610, 540], [160, 1322, 1180, 1104], [230, 1322, 1265, 1251]], end: 'done',
  },
  {
    name: 'jar', maker: '玻璃', product: '钢化玻璃保鲜罐', productClass: 'glassware', kind: 'making', how: 'voluntary', ago: 24,
    danger: '钢化应力不均，加热时可能自爆。',
    plan: { scope: [line('BX-900', '2026-05')], made: 2200, affected: 1480, stock: 510, measures: ['refund'], advice: '停止加热使用，联系退货。' },
    progress: [], end: 'filed',
  },
  { name: 'case', maker: '箱包', product: '登机拉杆箱', productClass: 'bags', kind: 'making', how: 'ordered', ago: 12, danger: '拉杆锁止失效，可能夹伤手指。', plan: {}, progress: [], end: 'examining' },
]

const officer = invented('recall.officer', 'hebei-market')
const head = invented('recall.head', 'hebei-market')

/** Investigated, told to recall, and ordered once the time to object has passed; or found by the maker itself. */
async function upToPlan(story: Story, told: Told, producer: ReturnType<typeof invented>): Promise<number> {
  if (told.how === 'voluntary') {
    await story.take('admit', 5, producer, { known: story.day(4), foodClass: told.foodClass ?? '' })
    return 8
  }
  await story.take('take-over', 3, officer)
  if (told.end === 'examining') return 0
  await story.take('notify', 12, head, { conclusion: '抽样检验和事故复现均表明存在缺陷（演示）' })
  const { number } = story.papers.get('recall-notice')!
  await story.take('sign-document', 12, head, { document: number, how: 'seal' })
  await story.take('serve-document', 13, officer, { document: number, way: 'direct', outcome: 'served', on: story.day(13) })
  await story.take('order', 32, head, {})
  return 36
}

async function tell({ engine }: Pick<Zhiheng, 'engine'>, told: Told, today: Day): Promise<void> {
  const makers = inventedEnterprises(300, hebei.divisions) as unknown as { name: string; code: string; place: string }[]
  const maker = makers.find(({ name }) => name.includes(told.maker))!
  const producer = invented('enterprise', null, [maker.code])
  const from = addDays(today, -told.ago)
  const story = new Story(engine, { register: 'recall', name: told.name, from, today })
  await story.take('open', 0, officer, {
    begun: from, line: told.line ?? 'goods', producer: maker.code, producerName: maker.name, place: maker.place, product: told.product,
    productClass: told.productClass, kind: told.kind, danger: told.danger,
  })
  const planned = await upToPlan(story, told, producer)
  if (told.end === 'examining') return
  const plan = { ...told.plan, payer: 'producer', contact, endsOn: addDays(from, told.ago + 60), foodClass: told.foodClass ?? '' }
  await story.take('file-plan', planned, producer, plan)
  if (told.end === 'filed') return
  await story.take('publish', planned + 2, officer)
  const last = told.progress.length - 1
  for (const [at, [after, notified, reached, returned]] of told.progress.entries())
    await story.take(at === last && told.end !== 'running' ? 'finish' : 'report', after, producer, { on: story.day(after), notified, reached, returned })
  if (told.end === 'done') await story.take('close', 250, head, { effect: '涉及的产品百分之九十五已经收回或者固定，剩余用户均已通知（演示）。' })
}

export async function addRecalls(zhiheng: Pick<Zhiheng, 'engine'>, progress: Progress): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const bar = progress.begin('虚构召回 invented recalls', recalls.length)
  await tellAll(recalls.map((told) => () => tell(zhiheng, told, today)), bar)
}
