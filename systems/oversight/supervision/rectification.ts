// What follows a bad sample (後處理): order to correct, report, re-check, and the ladder of announcement, stop and revocation.
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, day, integer, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure, type RunningClock } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { decisionRules, item } from '../../basis/testing/index.ts'
import { rectificationOrder } from './documents.ts'
import { some } from './duties.ts'
import { breaches, breachOn, neverTwicePassed, passedBefore, passedLine, passedOn } from './passed-breaches.ts'
import { lines } from './plan.ts'
import { supervisionRefusals } from './refusals.ts'
import { order, quality } from './rules.ts'
import { failureLine } from './sample.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

/** Whoever is suspected hears of the case by the notice, and not before. */
const suspecting = ['officer', 'head', 'organiser', 'reader'] as const

export const rectification = register('rectification', {
  title: words('不合格后处理', 'Follow-up of failed samples'),
  number: 'HC{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  concerns: 'party',
  listed: ['begun', 'partyName', 'product', 'productClass', 'place', 'rung'],
  fields: {
    begun: day(words('移交日期', 'Handed over on'), { fixed: true }),
    party: party(words('整改单位', 'Who must correct')),
    partyName: text(words('整改单位名称', 'Its name'), { searched: true, length: 120 }),
    place: area(words('地域', 'Place')),
    line: choice(words('适用领域', 'Body of law'), lines),
    sampleNumber: text(words('样品编号', 'Sample'), { length: 40 }),
    product: text(words('产品名称', 'Product'), { length: 120 }),
    model: text(words('规格型号', 'Model'), { optional: true, length: 80 }),
    brand: text(words('商标', 'Brand'), { optional: true, length: 80 }),
    batch: text(words('批号', 'Lot'), { optional: true, length: 80 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    items: rows(words('检验项目', 'Parameters'), item, { most: 60 }),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules),
    failures: rows(words('不合格项目', 'What failed'), failureLine, { optional: true, most: 60 }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    rung: integer(words('后处理级次', 'Rung of the ladder'), { optional: true, minimum: '0', maximum: '3' }),
    demand: text(words('改正要求', 'What is demanded'), { optional: true, length: 1000 }),
    cause: text(words('不合格原因', 'Cause'), { optional: true, length: 1000 }),
    measures: text(words('整改措施', 'What was done'), { optional: true, length: 1000 }),
    stock: text(words('库存处理', 'What became of the stock'), { optional: true, length: 500 }),
    recovered: integer(words('追回数量', 'Recovered'), { optional: true, minimum: '0' }),
    reported: day(words('报告日期', 'Reported on'), opt),
    recheckSample: text(words('复查样品', 'Sample of the re-check'), { optional: true, length: 40 }),
    recheckPassed: yes(words('复查合格', 'The re-check passed'), opt),
    announced: day(words('公告日期', 'Announced on'), opt),
    announcement: text(words('公告编号', 'Number of the announcement'), { optional: true, length: 60 }),
    transferNumber: text(words('移交单编号', 'Number of the hand-over'), { optional: true, length: 60 }),
    receiptOn: day(words('收到回执日期', 'Receipt of it'), opt),
    receiver: text(words('移交省份或者机关', 'Handed over to'), { optional: true, length: 120 }),
    suspected: choice(words('涉嫌违法', 'Suspected breach'), breaches, { optional: true, shownTo: suspecting }),
    passed: rows(words('已移送的违法', 'Breaches passed on'), passedLine, { optional: true, shownTo: suspecting }),
    danger: text(words('缺陷和危险', 'Defect and danger'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const clockOf = (clocks: readonly RunningClock[], name: string): RunningClock | undefined =>
  clocks.findLast(({ deadline }) => deadline === name)

/** Not corrected in time: only after the order was served and its term has run out. */
function termOver(c: { readonly clocks: readonly RunningClock[]; readonly today: string }): void {
  const clock = clockOf(c.clocks, 'correct')
  if (!clock) return refuse('order-not-served')
  if (clock.state !== 'lapsed' && clock.due !== null && c.today <= clock.due) refuse('term-runs', { due: clock.due })
}

const running = ['toOrder', 'ordered', 'reported', 'rechecking', 'failed', 'announced', 'stopped'] as const
const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const following = procedure(rectification, {
  duties: some('officer', 'head', 'organiser', 'party', 'reader'),
  states: {
    toOrder: words('待责令改正', 'Order to be made'),
    ordered: words('整改中', 'To correct'),
    reported: words('已报告整改', 'Correction reported'),
    rechecking: words('复查中', 'Being re-checked'),
    failed: words('复查不合格', 'Re-check failed'),
    announced: words('已公告', 'Announced'),
    stopped: words('责令停业整顿', 'Business stopped'),
    handedOver: words('已移交外省', 'Handed to another province'),
    closed: words('整改合格', 'Corrected'),
    revoked: words('已提请吊销', 'Revocation asked'),
    annulled: words('已撤销', 'Annulled'),
  },
  ends: ['closed', 'revoked', 'annulled'],
  opens: {
    title: words('移交后处理', 'Hand over for follow-up'),
    state: 'toOrder',
    by: ['organiser', 'officer'],
    basis: quality('17'),
    asks: [
      'begun', 'party', 'partyName', 'place', 'line', 'sampleNumber', 'product', 'model', 'brand', 'batch', 'productClass', 'items', 'rule', 'failures', 'origin', 'originRecord',
    ],
    gives: () => ({ rung: 0 }),
  },
  steps: (step) => ({
    order: step({
      title: words('责令改正', 'Order to correct'),
      from: 'toOrder',
      to: 'ordered',
      by: 'head',
      basis: quality('17'),
      issues: rectificationOrder,
      asks: { demand: text(words('改正要求', 'What is demanded'), { length: 1000 }) },
    }),
    report: step({
      title: words('报告整改并申请复查', 'Report the correction and ask for a re-check'),
      from: ['ordered', 'failed', 'announced', 'stopped'],
      to: 'reported',
      by: 'party',
      basis: quality('17'),
      asks: {
        cause: text(words('不合格原因', 'Cause'), { length: 1000 }),
        measures: text(words('整改措施', 'What was done'), { length: 1000 }),
        stock: text(words('库存处理', 'What became of the stock'), { length: 500 }),
        recovered: rectification.fields.recovered,
      },
      gives: (c) => ({ reported: c.today }),
    }),
    recheck: step({
      title: words('安排复查', 'Order the re-check'),
      from: 'reported',
      to: 'rechecking',
      by: 'officer',
      basis: order,
    }),
    'take-recheck': step({
      title: words('收到复查结论', 'Take the result of the re-check'),
      from: 'rechecking',
      to: (c) => (c.answers.recheckPassed ? 'closed' : 'failed'),
      by: 'officer',
      basis: order,
      asks: { recheckSample: text(words('复查样品', 'Sample of the re-check'), { length: 40 }), recheckPassed: yes(words('复查合格', 'The re-check passed')) },
    }),
    // Whoever refuses a re-check is not corrected by that: the refusal is a case, and the re-check is ordered anew.
    'recheck-in-vain': step({
      title: words('复查未取得结论，重新安排', 'The re-check came to no verdict and is ordered anew'),
      from: 'rechecking',
      to: 'reported',
      by: 'officer',
      basis: order,
      asks: { recheckSample: text(words('复查样品', 'Sample of the re-check'), { length: 40 }), ...why },
    }),
    announce: step({
      title: words('公告', 'Announce'),
      from: ['ordered', 'failed'],
      to: 'announced',
      by: 'head',
      basis: quality('17'),
      asks: { announcement: text(words('公告编号', 'Number of the announcement'), { length: 60 }) },
      check(c) {
        if (c.record.rung !== 0) refuse('rung-skipped', { rung: c.record.rung ?? 0 })
        if (c.record.state === 'ordered') termOver(c)
      },
      gives: (c) => ({ rung: 1, announced: c.today }),
    }),
    'stop-business': step({
      title: words('责令停业整顿', 'Stop the business'),
      from: ['failed', 'announced'],
      to: 'stopped',
      by: 'head',
      basis: quality('17'),
      asks: why,
      check(c) {
        if (c.record.rung !== 1) refuse('rung-skipped', { rung: c.record.rung ?? 0 })
        const clock = clockOf(c.clocks, 'second-recheck')
        if (c.record.state === 'announced' && clock?.due && c.today <= clock.due) refuse('term-runs', { due: clock.due })
      },
      gives: () => ({ rung: 2 }),
    }),
    'ask-revocation': step({
      title: words('提请吊销营业执照', 'Ask for revocation of the licence'),
      from: ['failed', 'stopped'],
      to: 'revoked',
      by: 'head',
      basis: quality('17'),
      asks: why,
      check(c) {
        if (c.record.rung !== 2 || c.record.state !== 'failed') refuse('rung-skipped', { rung: c.record.rung ?? 0 })
      },
      gives: () => ({ rung: 3 }),
    }),
    'suspect-breach': step({
      title: words('涉嫌违法，移送立案', 'A breach is suspected'),
      from: [...running],
      to: (c) => c.record.state as 'ordered',
      by: ['officer', 'head'],
      shownTo: suspecting,
      basis: quality('49'),
      returning: true,
      asks: { suspected: choice(words('涉嫌违法', 'Suspected breach'), breaches), breachOn, facts: text(words('涉嫌违法事实', 'Facts alleged'), { length: 2000 }) },
      check: (c) => neverTwicePassed(c),
      confirm: (c, at) => passedBefore(c, at, 'rectification'),
      gives: (c) => passedOn(c),
    }),
    'suspect-defect': step({
      title: words('可能存在缺陷，转召回', 'A defect is suspected'),
      from: [...running],
      to: (c) => c.record.state as 'ordered',
      by: ['officer', 'head'],
      basis: order,
      returning: true,
      asks: { danger: text(words('缺陷和危险', 'Defect and danger'), { length: 1000 }) },
    }),
    'hand-over': step({
      title: words('移交外省', 'Hand to another province'),
      from: 'toOrder',
      to: 'handedOver',
      by: 'officer',
      basis: order,
      asks: { receiver: text(words('移交省份或者机关', 'Handed over to'), { length: 120 }), transferNumber: rectification.fields.transferNumber },
    }),
    'take-receipt': step({
      title: words('收到移交回执', 'Take the receipt of the hand-over'),
      from: 'handedOver',
      to: 'handedOver',
      by: 'officer',
      basis: order,
      returning: true,
      asks: { receiptOn: day(words('收到回执日期', 'Receipt of it')) },
    }),
    'take-answer': step({
      title: words('收到外省处理结果', 'Take the other province’s answer'),
      from: 'handedOver',
      to: 'closed',
      by: 'officer',
      basis: order,
      asks: why,
    }),
    annul: step({
      title: words('撤销后处理', 'Annul'),
      from: [...running, 'handedOver'],
      to: 'annulled',
      by: ['head', 'organiser'],
      basis: order,
      asks: why,
    }),
  }),
  deadlines: [
    {
      name: 'correct',
      title: words('整改期限', 'Correct'),
      starts: { served: 'rectification-order' },
      answered: 'reported',
      metBy: ['report', 'announce'],
      within: parameter('supervision.correct'),
      lapse: { propose: 'announce' },
    },
    { name: 'recheck', title: words('复查期限', 'Re-check'), starts: { field: 'reported' }, metBy: ['take-recheck'], within: parameter('supervision.recheck'), lapse: 'alarm', again: true },
    {
      name: 'second-recheck',
      title: words('公告后复查期限', 'Re-check after the announcement'),
      starts: { field: 'announced' },
      metBy: ['take-recheck', 'stop-business'],
      within: parameter('supervision.recheck-after-announcement'),
      lapse: { propose: 'stop-business' },
    },
  ],
})
