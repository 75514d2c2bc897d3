// How a recall is carried out (缺陷汽車條例 16–21): the order made public, sellers told, plan, notice, progress by count, effect.
import { day, text } from '../../../kernel/kinds.ts'
import { ask } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { ruled } from './articles.ts'
import { mayGrade, raised } from './food-class.ts'
import { states, type Maker } from './orders.ts'
import { everyLot, fitCount, fitScope, fitToFile, planFields } from './plan.ts'
import { fitProgress, mustHaveNotes, reporting, withoutNotes, withReport } from './progress.ts'
import { recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

/** From the plan that is awaited to the evaluation. */
export const carryingOut = (step: Maker) => ({
  announce: step({
    title: words('公布责令召回', 'Publish the order'),
    // A maker that files no plan keeps the danger from nobody: whoever has the thing learns of the order without it.
    from: ['planning', 'filed'],
    to: (c) => c.record.state as 'planning',
    by: 'officer',
    basis: ruled('18'),
    returning: true,
    asks: { servedOn: day(words('责令召回通知书送达日期', 'The order was served on')) },
    check(c) {
      if (c.record.how !== 'ordered') refuse('no-order')
    },
    gives: (c) => ({ orderTold: c.record.orderTold ?? c.today }),
  }),
  'tell-sellers': step({
    title: words('已通报销售者停止销售', 'Sellers are told to stop'),
    from: ['filed', 'running'],
    to: (c) => c.record.state as 'running',
    by: 'producer',
    basis: ruled('17'),
    returning: true,
    gives: (c) => ({ sellersTold: c.today }),
  }),
  'file-plan': step({
    title: words('报召回计划', 'File the plan'),
    from: ['planning', 'filed', 'running'],
    to: (c) => (c.record.state === 'running' ? 'running' : 'filed'),
    by: 'producer',
    basis: ruled('16'),
    returning: true,
    asks: planFields,
    check(c) {
      fitToFile(c)
      if (c.record.line === 'food' && !(c.answers.foodClass ?? c.record.foodClass)) refuse('no-food-class', { field: 'foodClass' })
      mayGrade(c)
    },
    confirm: (c, at) => everyLot(c.record.product, c.answers.scope ?? [], at),
    // The owners are to be told within a term from the filing, whenever it is published; a plan filed anew begins no other term.
    gives: (c) => ({
      foodClass: c.answers.foodClass ?? c.record.foodClass,
      ...raised(c),
      ...(c.record.line === 'car' ? { ownersFrom: c.record.ownersFrom ?? c.today } : {}),
    }),
  }),
  'narrow-scope': step({
    title: words('更正召回范围', 'Correct the scope'),
    from: 'running',
    to: 'running',
    by: 'head',
    basis: ruled('18'),
    returning: true,
    asks: {
      scope: { ...recall.fields.scope, optional: false },
      affected: { ...recall.fields.affected, optional: false },
      why: text(words('缩小范围的理由和依据', 'Why less is in it, and on what evidence'), { length: 1000 }),
    },
    check(c) {
      fitScope(c.answers.scope)
      fitCount({ made: c.record.made, affected: c.answers.affected }, c.record.returned)
    },
    confirm: (c, at) => everyLot(c.record.product, c.answers.scope, at),
  }),
  publish: step({
    title: words('公布召回信息', 'Publish the recall'),
    from: 'filed',
    to: 'running',
    by: 'officer',
    basis: ruled('18'),
    gives: (c) => ({
      published: c.today,
      reported: c.today,
      ...(c.record.line === 'car' ? { ownersFrom: c.record.ownersFrom ?? c.today } : {}),
      ...(c.record.line === 'food' ? { foodNotice: c.today } : {}),
    }),
  }),
  'tell-owners': step({
    title: words('已通知车主', 'Owners are told'),
    from: ['filed', 'running'],
    to: (c) => c.record.state as 'running',
    by: 'producer',
    basis: ruled('18'),
    returning: true,
    check(c) {
      if (c.record.line !== 'car') refuse('not-cars')
    },
  }),
  report: step({
    title: words('阶段报告', 'Report progress'),
    from: 'running',
    to: 'running',
    by: 'producer',
    basis: ruled('20'),
    returning: true,
    asks: reporting,
    check: fitProgress,
    gives: (c) => withReport(c, c.today),
  }),
  'withhold-notes': step({
    title: words('撤下以前报告中的问题说明', 'Take the notes of earlier reports out of what is public'),
    from: Object.keys(states) as (keyof typeof states)[],
    to: (c) => c.record.state as 'running',
    by: 'officer',
    shownTo: ['officer', 'head', 'evaluator', 'reader'],
    basis: ruled('20'),
    returning: true,
    standing: true,
    check: mustHaveNotes,
    gives: (c) => ({ progress: withoutNotes(c.record.progress) }),
  }),
  remedy: step({
    title: words('责令补救', 'Order more to be done'),
    from: ['running', 'evaluating'],
    to: 'running',
    by: 'head',
    basis: ruled('21'),
    returning: true,
    // What is to be done has an end, from which the maker reports it again.
    asks: { effect: text(words('效果不足之处', 'What falls short'), { length: 1000 }), endsOn: { ...ask(recall, 'endsOn').endsOn, optional: false } },
    check(c) {
      if (c.answers.endsOn <= c.today) refuse('plan-over', { endsOn: c.answers.endsOn, field: 'endsOn' })
    },
  }),
  finish: step({
    title: words('总结报告', 'Report the end'),
    from: 'running',
    to: 'evaluating',
    by: 'producer',
    basis: ruled('20'),
    asks: reporting,
    check: fitProgress,
    gives: (c) => withReport(c, c.today),
  }),
  close: step({
    title: words('评估通过，结束召回', 'Close'),
    from: 'evaluating',
    to: 'done',
    by: 'evaluator',
    basis: ruled('21'),
    asks: { effect: text(words('效果评估', 'Effect'), { length: 1000 }) },
  }),
})
