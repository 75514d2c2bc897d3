// A recall (召回): investigation, notice, objection, order, plan, progress by count, effect; four lines of products by one procedure.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, choices, day, instant, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { recallNotice, recallOrder } from './documents.ts'
import { defectKinds } from './defect-report.ts'
import { affectedLots } from './questions.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals
const order19 = cite('samr-order-19')
const cars = (article: string) => cite('car-recall-regulation', article)

export const lines = {
  goods: words('消费品', 'Consumer goods'),
  car: words('汽车', 'Cars'),
  food: words('食品', 'Food'),
  equipment: words('特种设备', 'Special equipment'),
} as const

export const remedies = {
  warn: words('警示', 'Warning'),
  repair: words('修理', 'Repair'),
  exchange: words('更换', 'Exchange'),
  refund: words('退货', 'Refund'),
  label: words('补充标识', 'Label'),
  destroy: words('销毁', 'Destruction'),
} as const

const scopeLine = {
  model: text(words('型号', 'Model'), { searched: true, length: 80 }),
  gtin: text(words('商品条码', 'GTIN'), { optional: true, searched: true, length: 14 }),
  lot: text(words('批号', 'Lot'), { optional: true, searched: true, length: 80 }),
  serials: text(words('序列号范围', 'Serial numbers'), { optional: true, searched: true, length: 120 }),
  madeFrom: day(words('生产起', 'Made from'), { optional: true }),
  madeTo: day(words('生产止', 'Made to'), { optional: true }),
}

const progressLine = {
  on: day(words('截至', 'As of')),
  notified: integer(words('已通知', 'Told'), { minimum: '0' }),
  reached: integer(words('已响应', 'Reached'), { minimum: '0' }),
  returned: integer(words('已收回或者补救', 'Returned or remedied'), { minimum: '0' }),
  note: text(words('问题', 'Problems'), { optional: true, length: 300 }),
}

export const recall = register('recall', {
  title: words('召回', 'Recalls'),
  number: 'ZH{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  concerns: 'producer',
  listed: ['begun', 'product', 'productClass', 'producerName', 'how', 'affected', 'returned'],
  fields: {
    begun: day(words('立案日期', 'Begun on')),
    line: choice(words('产品门类', 'Line'), lines),
    producer: party(words('生产者', 'Producer')),
    producerName: text(words('生产者名称', 'Name of the producer'), { searched: true, length: 120 }),
    place: area(words('生产者所在地', 'Place of the producer')),
    product: text(words('产品', 'Product'), { searched: true, length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    kind: choice(words('缺陷类型', 'Kind of defect'), defectKinds),
    danger: text(words('缺陷和危险', 'Defect and danger'), { length: 1000 }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    known: day(words('获知缺陷日期', 'Defect known since'), { optional: true }),
    how: choice(
      words('召回方式', 'How'),
      { voluntary: words('主动召回', 'Voluntary'), ordered: words('责令召回', 'Ordered') },
      { optional: true },
    ),
    foodClass: choice(
      words('食品召回级别', 'Class of a food recall'),
      { one: words('一级', 'Class I'), two: words('二级', 'Class II'), three: words('三级', 'Class III') },
      { optional: true },
    ),
    conclusion: text(words('调查结论', 'Conclusion'), { optional: true, length: 1000 }),
    objection: text(words('异议', 'Objection'), { optional: true, length: 2000 }),
    scope: rows(words('召回范围', 'Scope'), scopeLine, { optional: true, most: 200 }),
    made: integer(words('生产数量', 'Made'), { optional: true, minimum: '0' }),
    affected: integer(words('涉及已售数量', 'Sold and affected'), { optional: true, minimum: '0' }),
    stock: integer(words('库存数量', 'In stock'), { optional: true, minimum: '0' }),
    measures: choices(words('补救措施', 'Remedies'), remedies, { optional: true }),
    payer: choice(
      words('费用承担', 'Who pays'),
      { producer: words('生产者', 'Producer'), seller: words('销售者', 'Seller'), consumer: words('消费者', 'Consumer') },
      { optional: true },
    ),
    advice: text(words('消费者怎么办', 'What to do'), { optional: true, length: 600 }),
    contact: text(words('联系方式', 'Contact'), { optional: true, length: 200 }),
    endsOn: day(words('计划结束日期', 'Planned end'), { optional: true, mayLieAhead: true }),
    published: day(words('公布日期', 'Published on'), { optional: true }),
    progress: rows(words('进度', 'Progress'), progressLine, { optional: true, most: 60 }),
    reported: day(words('最近报告日期', 'Last report'), { optional: true }),
    returned: integer(words('已收回或者补救', 'Returned or remedied'), { optional: true, minimum: '0' }),
    effect: text(words('效果评估', 'Effect'), { optional: true, length: 1000 }),
    ownersFrom: day(words('通知车主起算日', 'Owners to be told from'), { optional: true }),
    foodFrom: instant(words('食品召回起算时刻', 'Food recall counted from'), { optional: true }),
    foodNotice: day(words('食品召回公告日', 'Food recall announced on'), { optional: true }),
  },
})

const planFields = ask(recall, 'scope', 'made', 'affected', 'stock', 'measures', 'payer', 'advice', 'contact', 'endsOn', 'foodClass')

interface Plan {
  readonly scope: readonly unknown[] | null
  readonly made: number | null
  readonly affected: number | null
  readonly payer: string | null
}

/** A plan is filed with a scope, a bearer of the cost and numbers that can be true (缺陷汽車條例 16；民法典 1206). */
function fitToFile(plan: Plan): void {
  if (plan.scope === null || plan.scope.length === 0) refuse('no-scope', { field: 'scope' })
  if (plan.payer !== 'producer' && plan.payer !== 'seller') refuse('nobody-pays', { field: 'payer' })
  if (plan.made !== null && plan.affected !== null && plan.affected > plan.made)
    refuse('more-sold-than-made', { sold: plan.affected, made: plan.made, field: 'affected' })
}

/** No lot that is known to be affected may be left out; a line without a lot covers all of its model. */
export async function everyLot(product: string, scope: readonly { readonly lot: string | null }[], at: Reading): Promise<void> {
  const lots = scope.flatMap(({ lot }) => lot ?? [])
  const affected = (await at.ask(affectedLots.name, { product, lots })) as readonly string[]
  const missing = scope.some(({ lot }) => lot === null) ? [] : affected.filter((lot) => !lots.includes(lot))
  if (missing.length > 0) refuse('lots-missing', { lots: missing.join('、'), field: 'scope' })
}

const running = ['investigating', 'examining', 'noticed', 'objected', 'decided'] as const

export const recalling = procedure(recall, {
  duties: {
    officer: words('召回管理人员', 'Recall officer'),
    head: words('负责人', 'Head'),
    producer: words('生产者', 'Producer'),
    evaluator: words('效果评估人', 'Evaluator'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    investigating: words('企业调查中', 'The producer investigates'),
    examining: words('缺陷调查中', 'The authority investigates'),
    noticed: words('已通知召回', 'Told to recall'),
    objected: words('异议论证', 'Objection examined'),
    decided: words('异议不成立', 'Objection rejected'),
    planning: words('待报计划', 'Plan awaited'),
    filed: words('计划已备案', 'Plan filed'),
    running: words('实施中', 'Running'),
    evaluating: words('待评估', 'To be evaluated'),
    done: words('已完成', 'Done'),
    noDefect: words('不构成缺陷', 'No defect'),
    revoked: words('通知已撤销', 'Notice revoked'),
  },
  ends: ['done', 'noDefect', 'revoked'],
  opens: {
    title: words('启动调查', 'Begin'),
    state: 'investigating',
    by: ['officer', 'producer'],
    basis: order19,
    asks: ['begun', 'line', 'producer', 'producerName', 'place', 'product', 'productClass', 'kind', 'danger', 'origin', 'originRecord'],
  },
  steps: (step) => ({
    admit: step({
      title: words('生产者认定缺陷', 'The producer finds a defect'),
      from: ['investigating', 'examining', 'noticed'],
      to: 'planning',
      by: 'producer',
      basis: order19,
      asks: { known: day(words('获知缺陷日期', 'Defect known since')), foodClass: recall.fields.foodClass },
      gives: (c) => ({ how: 'voluntary', ...(c.record.line === 'food' ? { foodFrom: c.occurred } : {}) }),
    }),
    deny: step({
      title: words('生产者认为无缺陷', 'The producer finds none'),
      from: 'investigating',
      to: 'examining',
      by: 'producer',
      basis: cars('13'),
      asks: { conclusion: text(words('调查结论', 'Conclusion'), { length: 1000 }) },
    }),
    'take-over': step({ title: words('机关调查', 'The authority investigates'), from: 'investigating', to: 'examining', by: 'officer', basis: cars('13') }),
    'find-none': step({
      title: words('不构成缺陷', 'Find no defect'),
      from: [...running],
      to: 'noDefect',
      by: 'head',
      basis: cars('13'),
      asks: { conclusion: text(words('调查结论', 'Conclusion'), { length: 1000 }) },
    }),
    notify: step({
      title: words('通知召回', 'Tell the producer to recall'),
      from: 'examining',
      to: 'noticed',
      by: 'head',
      basis: cars('14'),
      issues: recallNotice,
      asks: { conclusion: text(words('认定缺陷的理由', 'Why it is a defect'), { length: 1000 }) },
    }),
    object: step({
      title: words('提出异议', 'Object'),
      from: 'noticed',
      to: 'objected',
      by: 'producer',
      basis: cars('15'),
      asks: { objection: text(words('异议和证据', 'Objection and evidence'), { length: 2000 }) },
      check(c) {
        const clock = c.clocks.find((each) => each.deadline === 'objection')
        if (clock && (clock.state === 'lapsed' || (clock.due !== null && c.today > clock.due))) refuse('objection-late', { due: clock.due ?? '' })
      },
    }),
    'reject-objection': step({
      title: words('异议不成立', 'Reject the objection'),
      from: 'objected',
      to: 'decided',
      by: 'head',
      basis: cars('15'),
      asks: { conclusion: text(words('论证意见', 'Reasons'), { length: 1000 }) },
    }),
    'uphold-objection': step({
      title: words('异议成立，撤销通知', 'Uphold the objection'),
      from: 'objected',
      to: 'revoked',
      by: 'head',
      basis: cars('15'),
      asks: { conclusion: text(words('论证意见', 'Reasons'), { length: 1000 }) },
    }),
    order: step({
      title: words('责令召回', 'Order the recall'),
      from: ['noticed', 'decided'],
      to: 'planning',
      by: 'head',
      basis: cars('15'),
      issues: recallOrder,
      asks: { foodClass: recall.fields.foodClass },
      check(c) {
        const clock = c.clocks.find((each) => each.deadline === 'objection')
        if (c.record.state === 'noticed' && (!clock || (clock.due !== null && c.today <= clock.due)))
          refuse('objection-runs', { served: clock?.starts ?? '—', due: clock?.due ?? '—' })
      },
      gives: (c) => ({ how: 'ordered', ...(c.record.line === 'food' ? { foodFrom: c.occurred } : {}) }),
    }),
    'file-plan': step({
      title: words('报召回计划', 'File the plan'),
      from: ['planning', 'filed', 'running'],
      to: (c) => (c.record.state === 'running' ? 'running' : 'filed'),
      by: 'producer',
      basis: cars('16'),
      returning: true,
      asks: planFields,
      check: (c) => fitToFile(c.answers),
      confirm: (c, at) => everyLot(c.record.product, c.answers.scope ?? [], at),
    }),
    publish: step({
      title: words('公布召回信息', 'Publish the recall'),
      from: 'filed',
      to: 'running',
      by: 'officer',
      basis: cars('17'),
      gives: (c) => ({
        published: c.today,
        reported: c.today,
        ...(c.record.line === 'car' ? { ownersFrom: c.today } : {}),
        ...(c.record.line === 'food' ? { foodNotice: c.today } : {}),
      }),
    }),
    'tell-owners': step({ title: words('已通知车主', 'Owners are told'), from: 'running', to: 'running', by: 'producer', basis: cars('17'), returning: true }),
    report: step({
      title: words('阶段报告', 'Report progress'),
      from: 'running',
      to: 'running',
      by: 'producer',
      basis: cars('20'),
      returning: true,
      asks: progressLine,
      check(c) {
        const affected = (c.record.affected ?? 0) + (c.record.stock ?? 0)
        if (c.answers.returned > affected) refuse('more-returned-than-sold', { returned: c.answers.returned, affected, field: 'returned' })
      },
      gives: (c) => ({ progress: [...(c.record.progress ?? []), c.answers], returned: c.answers.returned, reported: c.today }),
    }),
    remedy: step({
      title: words('责令补救', 'Order more to be done'),
      from: ['running', 'evaluating'],
      to: 'running',
      by: 'head',
      basis: cars('21'),
      returning: true,
      asks: { effect: text(words('效果不足之处', 'What falls short'), { length: 1000 }) },
    }),
    finish: step({
      title: words('总结报告', 'Report the end'),
      from: 'running',
      to: 'evaluating',
      by: 'producer',
      basis: cars('20'),
      asks: progressLine,
      check(c) {
        const affected = (c.record.affected ?? 0) + (c.record.stock ?? 0)
        if (c.answers.returned > affected) refuse('more-returned-than-sold', { returned: c.answers.returned, affected, field: 'returned' })
      },
      gives: (c) => ({ progress: [...(c.record.progress ?? []), c.answers], returned: c.answers.returned, reported: c.today }),
    }),
    close: step({
      title: words('评估通过，结束召回', 'Close'),
      from: 'evaluating',
      to: 'done',
      by: 'evaluator',
      basis: cars('21'),
      asks: { effect: text(words('效果评估', 'Effect'), { length: 1000 }) },
    }),
  }),
  deadlines: [
    { name: 'admission', title: words('报告缺陷期限', 'Report the defect'), starts: { field: 'known' }, metBy: ['admit'], within: parameter('recall.defect-report'), lapse: 'alarm' },
    {
      name: 'objection',
      title: words('异议期限', 'Object to the notice'),
      starts: { served: 'recall-notice' },
      metBy: ['object', 'admit', 'order'],
      within: parameter('recall.objection-goods'),
      except: [{ field: 'line', is: 'car', within: parameter('recall.objection-cars') }],
      lapse: { propose: 'order' },
    },
    {
      name: 'plan',
      title: words('报送召回计划期限', 'File the plan'),
      starts: 'planning',
      metBy: ['file-plan'],
      within: parameter('recall.plan-voluntary'),
      except: [{ field: 'how', is: 'ordered', within: parameter('recall.plan-ordered') }],
      lapse: 'alarm',
    },
    {
      name: 'publication',
      title: words('公布召回信息期限', 'Publish the recall'),
      starts: 'filed',
      metBy: ['publish'],
      within: parameter('recall.publish-goods'),
      except: [{ field: 'line', is: 'car', within: parameter('recall.publish-cars') }],
      lapse: 'alarm',
    },
    { name: 'owners', title: words('通知车主期限', 'Tell the owners'), starts: { field: 'ownersFrom' }, metBy: ['tell-owners'], within: parameter('recall.notify-owners'), lapse: 'alarm' },
    {
      name: 'food-start',
      title: words('启动食品召回期限', 'Begin the food recall'),
      starts: { field: 'foodFrom' },
      metBy: ['file-plan', 'publish'],
      within: parameter('recall.food-start-3'),
      except: [
        { field: 'foodClass', is: 'one', within: parameter('recall.food-start-1') },
        { field: 'foodClass', is: 'two', within: parameter('recall.food-start-2') },
      ],
      lapse: 'alarm',
    },
    {
      name: 'food-finish',
      title: words('完成食品召回期限', 'Finish the food recall'),
      starts: { field: 'foodNotice' },
      metBy: ['finish'],
      within: parameter('recall.food-finish-3'),
      except: [
        { field: 'foodClass', is: 'one', within: parameter('recall.food-finish-1') },
        { field: 'foodClass', is: 'two', within: parameter('recall.food-finish-2') },
      ],
      lapse: 'alarm',
    },
    {
      name: 'stage-report',
      title: words('阶段报告周期', 'Report progress'),
      starts: { field: 'reported' },
      metBy: ['report', 'finish'],
      within: parameter('recall.stage-report'),
      again: true,
      lapse: 'alarm',
    },
    { name: 'final-report', title: words('总结报告期限', 'Report the end'), starts: { field: 'endsOn' }, metBy: ['finish'], within: parameter('recall.final-report'), lapse: 'alarm' },
  ],
})
