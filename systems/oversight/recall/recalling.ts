// How a recall runs: investigation, notice, objection, order, plan, progress by count, effect; four lines of products by one procedure.
import { choice, day, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { toldOfFall, unweighed, withFallen } from '../../basis/testing/index.ts'
import { ruled } from './articles.ts'
import { carryingOut } from './carrying-out.ts'
import { recallDeadlines } from './deadlines.ts'
import { regrading } from './food-class.ts'
import { lineFor } from './lines.ts'
import { needsMandate } from './ordering.ts'
import { duties, orders, states, under } from './orders.ts'
import { breaches, breachOn, neverTwice, notBefore, passedOn, suspecting } from './passed-breaches.ts'
import { recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

const running = ['investigating', 'examining', 'noticed', 'objected', 'decided'] as const

export const recalling = procedure(recall, {
  duties,
  states,
  ends: ['done', 'noDefect', 'revoked'],
  opens: {
    title: words('启动调查', 'Begin'),
    state: 'investigating',
    by: ['officer', 'producer'],
    basis: ruled('13'),
    asks: ['begun', 'line', 'producer', 'producerName', 'place', 'product', 'productClass', 'kind', 'danger', 'origin', 'originRecord', 'groundSample'],
    check: (c) => void lineFor(c.answers.productClass, c.answers.line),
  },
  steps: (step) => ({
    admit: step({
      title: words('生产者认定缺陷', 'The producer finds a defect'),
      // Whoever gives in while an objection is examined recalls at once.
      from: ['investigating', 'examining', 'noticed', 'objected'],
      to: 'planning',
      by: 'producer',
      basis: ruled('12'),
      asks: { known: day(words('获知缺陷日期', 'Defect known since')), foodClass: recall.fields.foodClass },
      check(c) {
        if (c.record.line === 'food' && !c.answers.foodClass) refuse('no-food-class', { field: 'foodClass' })
      },
      gives: (c) => ({
        how: 'voluntary',
        ...(c.record.line === 'goods' ? { reportFrom: c.answers.known } : {}),
        ...(c.record.line === 'goods' || c.record.line === 'car' ? { planFrom: c.today } : {}),
        ...(c.record.line === 'food' ? { foodFrom: c.occurred } : {}),
      }),
    }),
    deny: step({
      title: words('生产者认为无缺陷', 'The producer finds none'),
      from: 'investigating',
      to: 'examining',
      by: 'producer',
      basis: ruled('13'),
      asks: { conclusion: text(words('调查结论', 'Conclusion'), { length: 1000 }) },
    }),
    'take-over': step({
      title: words('机关调查', 'The authority investigates'),
      from: 'investigating',
      to: 'examining',
      by: 'officer',
      basis: ruled('13'),
      asks: { mandate: recall.fields.mandate },
      check: needsMandate,
    }),
    'lose-ground': step({
      title: words('所依据的检验报告已更改或者撤回', 'A report that it rests on fell'),
      from: [...running, ...under, 'done'],
      to: (c) => c.record.state as 'examining',
      by: 'officer',
      basis: ruled('13'),
      returning: true,
      asks: toldOfFall,
      gives: (c) => ({ fallen: withFallen(c) }),
    }),
    'weigh-ground': step({
      title: words('复核失效依据的影响', 'Weigh what the fall means'),
      from: [...running, ...under, 'done'],
      to: (c) => c.record.state as 'examining',
      by: 'officer',
      shownTo: ['officer', 'head', 'evaluator', 'reader'],
      basis: ruled('13'),
      returning: true,
      asks: { weighing: text(words('复核意见', 'What it means for the recall'), { length: 500, hint: words('其余证据是否足以认定缺陷；已经责令的，是否撤销', 'Whether the other evidence is enough; once ordered, whether to withdraw') }) },
      check(c) {
        if (unweighed(c.record).length === 0) refuse('nothing-fell')
      },
      gives: (c) => ({ fallen: (c.record.fallen ?? []).map((one) => ({ ...one, weighed: one.weighed ?? c.answers.weighing })) }),
    }),
    'find-none': step({
      title: words('不构成缺陷', 'Find no defect'),
      from: [...running, ...under],
      to: 'noDefect',
      by: 'head',
      basis: ruled('13'),
      asks: { conclusion: text(words('调查结论', 'Conclusion'), { length: 1000, hint: words('已经公布的召回，此结论一并公开，不写个人信息', 'Public where the recall was: name no person') }) },
      check(c) {
        if (c.record.how === 'ordered') refuse('order-stands')
      },
      gives: (c) => ({ ended: c.today }),
    }),
    ...orders(step),
    'suspect-breach': step({
      title: words('移送立案查处', 'Pass a breach on to enforcement'),
      // Whoever does not help the inquiry does so before any notice (缺陷汽車條例 23).
      from: [...running, ...under],
      to: (c) => c.record.state as 'running',
      by: 'officer',
      shownTo: suspecting,
      basis: ruled('24'),
      returning: true,
      asks: {
        breach: choice(words('违法情形', 'Breach'), breaches),
        breachOn,
        facts: text(words('事实', 'Facts'), { length: 1500 }),
      },
      check: (c) => neverTwice(c),
      confirm: (c, at) => notBefore(c, at),
      gives: (c) => passedOn(c),
    }),
    ...regrading(step),
    ...carryingOut(step),
  }),
  deadlines: recallDeadlines,
})
