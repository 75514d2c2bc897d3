// How a recall runs: investigation, notice, objection, order, plan, progress by count, effect; four lines of products by one procedure.
import { cite } from '../../../kernel/citation.ts'
import { checkGtin } from '../../../kernel/check-digits.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { choice, day, text } from '../../../kernel/kinds.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { toldOfFall, withFallen } from '../../basis/testing/index.ts'
import { duties, orders, states, under } from './orders.ts'
import { affectedLots } from './questions.ts'
import { progressLine, recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'
import { lineFor } from './lines.ts'
import { checkVin } from './vin.ts'

const { refuse } = recallRefusals
const order19 = cite('samr-order-19')
const cars = (article: string) => cite('car-recall-regulation', article)

const planFields = ask(recall, 'scope', 'made', 'affected', 'stock', 'measures', 'payer', 'advice', 'contact', 'endsOn', 'foodClass')

interface Plan {
  readonly scope: readonly { readonly gtin: string | null; readonly vinFrom: string | null; readonly vinTo: string | null }[] | null
  readonly made: number | null
  readonly affected: number | null
  readonly payer: string | null
}

/** A plan is filed with a scope, a bearer of the cost and numbers that can be true (缺陷汽車條例 16；民法典 1206). */
function fitToFile(plan: Plan): void {
  const scope = plan.scope ?? []
  if (scope.length === 0) refuse('no-scope', { field: 'scope' })
  const badVin = scope.flatMap(({ vinFrom, vinTo }) => [vinFrom, vinTo]).find((vin) => vin && !checkVin(vin))
  if (badVin) refuse('wrong-vin', { vin: badVin, field: 'scope' })
  const wrong = scope.find(({ gtin }) => gtin && !checkGtin(gtin))
  if (wrong) refuse('wrong-gtin', { gtin: wrong.gtin!, field: 'scope' })
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

/** What a producer does wrong in a recall (缺陷汽車條例 22–24): refused, hidden, not stopped, not as planned. */
export const breaches = {
  refused: words('经责令拒不召回', 'An ordered recall refused'),
  hidden: words('隐瞒缺陷', 'The defect hidden'),
  goesOn: words('未停止生产、销售、进口', 'Making, selling or importing goes on'),
  unlikePlan: words('未按计划召回', 'Not done as planned'),
  uncooperative: words('不配合缺陷调查', 'The inquiry not helped'),
  unreported: words('未按规定提交计划、报告', 'Plan or reports not given'),
} as const

const running = ['investigating', 'examining', 'noticed', 'objected', 'decided'] as const

export const recalling = procedure(recall, {
  duties,
  states,
  ends: ['done', 'noDefect', 'revoked'],
  opens: {
    title: words('启动调查', 'Begin'),
    state: 'investigating',
    by: ['officer', 'producer'],
    basis: order19,
    asks: ['begun', 'line', 'producer', 'producerName', 'place', 'product', 'productClass', 'kind', 'danger', 'origin', 'originRecord', 'groundSample'],
    check: (c) => void lineFor(c.answers.productClass, c.answers.line),
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
    'lose-ground': step({
      title: words('所依据的检验报告已更改或者撤回', 'A report that it rests on fell'),
      from: [...running, ...under],
      to: (c) => c.record.state as 'examining',
      by: 'officer',
      basis: order19,
      returning: true,
      asks: toldOfFall,
      gives: (c) => ({ fallen: withFallen(c) }),
    }),
    'find-none': step({
      title: words('不构成缺陷', 'Find no defect'),
      from: [...running],
      to: 'noDefect',
      by: 'head',
      basis: cars('13'),
      asks: { conclusion: text(words('调查结论', 'Conclusion'), { length: 1000 }) },
    }),
    ...orders(step),
    'suspect-breach': step({
      title: words('移送立案查处', 'Pass a breach on to enforcement'),
      // Whoever does not help the inquiry does so before any notice (缺陷汽車條例 23).
      from: [...running, ...under],
      to: (c) => c.record.state as 'running',
      by: 'officer',
      // Whoever is suspected hears of the case by the notice, and not before.
      shownTo: ['officer', 'head', 'evaluator', 'reader'],
      basis: cars('24'),
      returning: true,
      asks: {
        breach: choice(words('违法情形', 'Breach'), breaches),
        facts: text(words('事实', 'Facts'), { length: 1500 }),
      },
    }),
    'tell-sellers': step({
      title: words('已通报销售者停止销售', 'Sellers are told to stop'),
      from: ['filed', 'running'],
      to: (c) => c.record.state as 'running',
      by: 'producer',
      basis: cars('17'),
      returning: true,
      gives: (c) => ({ sellersTold: c.today }),
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
      // The owners are to be told within a term from the filing, whenever it is published; a plan filed anew begins no other term.
      gives: (c) => (c.record.line === 'car' ? { ownersFrom: c.record.ownersFrom ?? c.today } : {}),
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
        ...(c.record.line === 'car' ? { ownersFrom: c.record.ownersFrom ?? c.today } : {}),
        ...(c.record.line === 'food' ? { foodNotice: c.today } : {}),
      }),
    }),
    'tell-owners': step({ title: words('已通知车主', 'Owners are told'), from: ['filed', 'running'], to: (c) => c.record.state as 'running', by: 'producer', basis: cars('17'), returning: true }),
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
      // Once its end is reported nothing more is to be reported, unless more is ordered to be done.
      pausedIn: ['evaluating'],
      within: parameter('recall.stage-report'),
      again: true,
      lapse: 'alarm',
    },
    { name: 'final-report', title: words('总结报告期限', 'Report the end'), starts: { field: 'endsOn' }, metBy: ['finish'], within: parameter('recall.final-report'), lapse: 'alarm' },
  ],
})
