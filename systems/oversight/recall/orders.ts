// How a recall is told and ordered (缺陷汽車條例 15): the notice, the objection and what becomes of it, the order and its withdrawal.
import { choice, text } from '../../../kernel/kinds.ts'
import type { StepMaker } from '../../../kernel/procedure.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { ordered } from './articles.ts'
import { directOrder, recallNotice, recallOrder } from './documents.ts'
import { groundsStand, mayOrder, needsMandate, orderRule } from './ordering.ts'
import { recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

/** Who acts in a recall. */
export const duties = {
  officer: words('召回管理人员', 'Recall officer'),
  head: words('负责人', 'Head'),
  producer: words('生产者', 'Producer'),
  evaluator: words('效果评估人', 'Evaluator'),
  reader: words('查阅人', 'Reader'),
} as const

/** Where a recall stands. */
export const states = {
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
} as const

/** A recall that is under way, from the plan that is awaited to the evaluation. */
export const under = ['planning', 'filed', 'running', 'evaluating'] as const

export type Maker = StepMaker<(typeof recall)['fields'], keyof typeof states, keyof typeof duties>

/** Lines whose law knows no notice, no objection and no term for the plan. */
const isDirect = (line: string): boolean => line === 'food' || line === 'equipment'

export const orders = (step: Maker) => ({
  notify: step({
    title: words('通知召回', 'Tell the producer to recall'),
    from: 'examining',
    to: 'noticed',
    by: 'head',
    basis: ordered,
    issues: recallNotice,
    asks: { conclusion: text(words('认定缺陷的理由', 'Why it is a defect'), { length: 1000 }), mandate: recall.fields.mandate },
    check(c) {
      // Food and special equipment have neither notice nor objection: the notice would promise a term that no law gives.
      if (isDirect(c.record.line)) refuse('no-notice-stage')
      needsMandate(c)
      groundsStand(c.record)
    },
    gives: (c) => ({ mandate: c.answers.mandate ?? c.record.mandate }),
  }),
  object: step({
    title: words('提出异议', 'Object'),
    from: 'noticed',
    to: 'objected',
    by: 'producer',
    basis: ordered,
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
    basis: ordered,
    asks: { conclusion: text(words('论证意见', 'Reasons'), { length: 1000 }), experts: { ...recall.fields.experts, optional: false } },
    check: (c) => groundsStand(c.record),
  }),
  'uphold-objection': step({
    title: words('异议成立，撤销通知', 'Uphold the objection'),
    from: 'objected',
    to: 'revoked',
    by: 'head',
    basis: ordered,
    asks: { conclusion: text(words('论证意见', 'Reasons'), { length: 1000 }), experts: { ...recall.fields.experts, optional: false } },
  }),
  order: step({
    title: words('责令召回', 'Order the recall'),
    // By which way an order comes, and by which article, is dated data: for consumer goods it was at once before 2020.
    from: ['examining', 'noticed', 'decided'],
    to: 'planning',
    by: 'head',
    basis: ordered,
    issues: { either: [recallOrder, directOrder], which: (c) => (isDirect(c.record.line) ? directOrder : recallOrder) },
    asks: {
      grounds: text(words('认定缺陷的理由（未经通知直接责令的必填）', 'Why it is a defect; needed where no notice was given before'), { optional: true, length: 1000 }),
      ...ask(recall, 'foodClass', 'mandate'),
    },
    check: mayOrder,
    gives: (c) => ({
      how: 'ordered',
      orderedBy: orderRule(c).article,
      mandate: c.answers.mandate ?? c.record.mandate,
      foodClass: c.answers.foodClass ?? c.record.foodClass,
      ...(c.answers.grounds ? { conclusion: c.answers.grounds } : {}),
      ...(c.record.line === 'food' ? { foodFrom: c.occurred } : {}),
    }),
  }),
  'withdraw-order': step({
    title: words('撤销责令召回', 'Withdraw the order'),
    // A judgment may come after the recall is done: the order falls all the same, and what was entered for it.
    from: [...under, 'done'],
    to: 'revoked',
    by: 'head',
    basis: ordered,
    asks: {
      ground: choice(words('撤销原因', 'Ground'), {
        reconsideration: words('行政复议', 'Reconsideration'),
        court: words('法院判决', 'Judgment'),
        own: words('自行纠正', 'Own correction'),
      }),
      conclusion: text(words('撤销理由', 'Reasons'), { length: 1000, hint: words('已经公布的召回，此理由一并公开，不写个人信息', 'Public where the recall was: name no person') }),
    },
    check(c) {
      if (c.record.how !== 'ordered') refuse('not-ordered')
    },
    gives: (c) => ({ ended: c.today }),
  }),
})
