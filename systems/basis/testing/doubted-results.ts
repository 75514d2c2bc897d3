// Reported results in doubt (存疑結果): what was signed on days that a chart or an instrument later put in doubt is weighed, each by itself.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { fits } from '../../../kernel/filter.ts'
import { choice, day, party, text } from '../../../kernel/kinds.ts'
import { linkage, type Cause, type Linkage } from '../../../kernel/linkage.ts'
import { procedure, type Reading, type StepContext } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { mustBeAuthorised } from './fitness.ts'
import { affectedLine, doubtSources, reportOf } from './in-doubt.ts'
import { testingRefusals } from './refusals.ts'
import type { Run } from './repeats.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)
type Row = Readonly<Record<string, unknown>>

export const doubtedResult = register('doubted-result', {
  title: words('存疑的已签发结果', 'Reported results in doubt'),
  number: 'CY{year}{seq}',
  headline: 'sampleName',
  concerns: 'laboratory',
  listed: ['report', 'sampleName', 'parameter', 'on', 'source', 'because'],
  fields: {
    laboratory: party(words('机构', 'Laboratory'), { fixed: true }),
    ...affectedLine,
    source: choice(words('疑点来源', 'What put it in doubt'), doubtSources, { fixed: true }),
    because: text(words('质控图、设备编号或者不符合工作', 'Number of the chart or instrument, or the work'), { length: 60, fixed: true }),
    doubtFrom: day(words('不可信自', 'In doubt from'), { optional: true }),
    doubtTo: day(words('不可信至', 'In doubt to'), { optional: true }),
    cause: text(words('原因', 'Cause'), { length: 1000 }),
    report: text(words('存疑时的报告编号', 'Number of the report when it was put in doubt'), { optional: true, length: 40 }),
    sampleName: text(words('样品名称', 'Sample'), { optional: true, length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses, { optional: true }),
    method: text(words('检测依据', 'Method'), { optional: true, length: 80 }),
    ground: text(words('结果仍然有效的理由', 'Why the result holds all the same'), { optional: true, length: 1000 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface Asked {
  readonly laboratory: string
  readonly orderNumber: string
  readonly parameter: string
}

/** The order and the report that stands of it or is on its way; what this laboratory did not sign is not doubted here. */
async function whatIsDoubted({ laboratory, orderNumber, parameter: of }: Asked, at: Reading) {
  const order = await at.first('test-order', { laboratory, number: orderNumber, state: 'reported' })
  const report = order && (await reportOf(orderNumber, at))
  const ordered = ((order?.['items'] ?? []) as readonly Row[]).find((one) => one['parameter'] === of)
  if (!order || !report || !ordered) return refuse('not-reported', { what: `${orderNumber} ${of}`, field: 'orderNumber' })
  const { sampleName, productClass } = order as Row
  return { report: report.number, sampleName, productClass, method: ordered['method'] } as never
}

interface Confirming extends Pick<StepContext<unknown, unknown>, 'actor' | 'today'> {
  readonly record: { readonly laboratory: string; readonly orderNumber: string; readonly productClass: string | null }
}

/** A second person: with the right to review, and not one of those who analysed. */
async function mayConfirm(c: Confirming, at: Reading): Promise<void> {
  const { laboratory, productClass } = c.record
  await mustBeAuthorised({ ...c, record: { laboratory, ...(productClass && { productClass }) } }, 'review', at)
  const order = await at.first('test-order', { number: c.record.orderNumber })
  const analysts = [order?.['analyst'], ...((order?.['runs'] ?? []) as readonly Run[]).map((run) => run.by)]
  if (analysts.includes(c.actor.id)) refuse('own-work')
}

export const weighing = procedure(doubtedResult, {
  duties: {
    laboratory: words('检验检测机构', 'Laboratory'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    weighing: words('待评估', 'To be weighed'),
    confirming: words('评估为有效，待另一人确认', 'Held to be valid, to be confirmed'),
    stands: words('确认有效', 'Confirmed: it holds'),
    fallen: words('报告已更改或者撤回', 'The report was replaced or withdrawn'),
  },
  ends: ['stands', 'fallen'],
  opens: {
    title: words('提出存疑', 'Put in doubt'),
    state: 'weighing',
    by: 'laboratory',
    basis: iso('7.10'),
    asks: ['laboratory', 'orderNumber', 'parameter', 'on', 'source', 'because', 'doubtFrom', 'doubtTo', 'cause'],
    confirm: (c, at) => whatIsDoubted(c.answers, at),
  },
  steps: (step) => ({
    hold: step({
      title: words('评估：结果仍然有效', 'Weigh: the result holds'),
      from: 'weighing',
      to: 'confirming',
      by: ['checker', 'reviewer', 'signatory', 'laboratory'],
      basis: iso('7.10'),
      asks: { ground: text(words('结果仍然有效的理由', 'Why the result holds all the same'), { length: 1000, hint: words('如留样复测、同批质控样结果、偏差小于测量不确定度', 'Such as a retained sample analysed anew, a control sample of the run, or a bias below the uncertainty') }) },
    }),
    confirm: step({
      title: words('确认有效', 'Confirm'),
      from: 'confirming',
      to: 'stands',
      by: 'reviewer',
      basis: iso('7.10'),
      notBy: ['hold'],
      confirm: (c, at) => mayConfirm(c, at),
    }),
    return: step({
      title: words('理由不足，退回', 'The ground does not carry'),
      from: 'confirming',
      to: 'weighing',
      by: 'reviewer',
      basis: iso('7.10'),
      notBy: ['hold'],
      returning: true,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
    // Whoever used the report is told by its withdrawal or its next edition.
    fall: step({
      title: words('报告更改或者撤回', 'The report was replaced or withdrawn'),
      from: ['weighing', 'confirming'],
      to: 'fallen',
      by: 'signatory',
      basis: iso('7.8.8'),
      asks: ask(doubtedResult, 'reason'),
      // Said by hand, the report would still stand and nobody who used it would be told.
      async confirm({ actor, record }) {
        if (actor.hand !== 'linkage') refuse('report-still-stands', { report: record.report ?? '—' })
      },
    }),
  }),
  deadlines: [
    {
      name: 'weigh',
      title: words('存疑结果处理期限：确认有效，或者更改、撤回报告', 'Confirm the result, or replace or withdraw its report'),
      starts: 'weighing',
      metBy: ['confirm', 'fall'],
      within: parameter('testing.doubted-results'),
      lapse: 'alarm',
    },
  ],
})

// What the step found: on the record when it is taken, in its entry when the consequence is delivered, whatever was found since.
const found = ({ answers, record }: Cause): readonly Row[] => ((answers['affected'] === undefined ? record : answers)['affected'] ?? []) as readonly Row[]

const opens = (name: string, title: Linkage['title'], when: Linkage['when'], about: (cause: Cause) => Row): Linkage =>
  linkage(`testing.${name}`, {
    title,
    when,
    if: (cause) => found(cause).length > 0,
    then: { open: 'doubted-result', with: (cause) => found(cause).map((line) => ({ ...line, laboratory: cause.record['laboratory'], ...about(cause) })) },
    by: 'laboratory',
    basis: iso('7.10'),
  })

const daysOf = ({ answers }: Cause): Row => ({ doubtFrom: answers['doubtFrom'], doubtTo: answers['doubtTo'], cause: answers['cause'] })

const settles = (step: 'replace' | 'withdraw', title: Linkage['title'], parameters: (cause: Cause) => Row): Linkage =>
  linkage(`testing.${step}-settles-doubt`, {
    title,
    when: { register: 'test-report', step },
    then: {
      step: 'fall',
      of: 'doubted-result',
      where: (cause) => fits({ orderNumber: cause.record['orderNumber'], state: ['weighing', 'confirming'], ...parameters(cause) }),
      with: ({ answers }) => ({ reason: answers['why'] }),
    },
    by: 'signatory',
    basis: iso('7.8.8'),
  })

export const doubtLinks: readonly Linkage[] = [
  opens('chart-doubts-results', words('质控图存疑，逐项评估已签发的结果', 'A chart in doubt: each reported result is weighed'), { register: 'control-chart', step: 'correct' }, (cause) => ({
    source: 'chart', because: cause.record['code'], ...daysOf(cause),
  })),
  opens('instrument-doubts-results', words('设备失准，逐项评估已签发的结果', 'An instrument in doubt: each reported result is weighed'), { register: 'lab-instrument', step: 'doubt' }, (cause) => ({
    source: 'instrument', because: cause.record['serial'], ...daysOf(cause),
  })),
  settles('withdraw', words('撤回报告，存疑结果处理完毕', 'A report that is withdrawn settles the doubt'), () => ({})),
  // A correction of another parameter settles nothing about this one.
  settles('replace', words('更正了该项的，存疑结果处理完毕', 'A corrected value settles the doubt about it'), ({ answers }) => ({
    parameter: ((answers['corrected'] ?? []) as readonly Row[]).map((line) => line['parameter']),
  })),
]

/** On the page of integrity: signed results that stand although the days of their analysis are in doubt. */
export const reportedInDoubt = check('reported-in-doubt', {
  title: words('已签发的结果出自存疑期间，还没有处理', 'Reported results of days in doubt that nobody has settled'),
  of: 'doubted-result',
  among: { field: 'state', in: ['weighing', 'confirming'] },
  severity: 'error',
  why: words(
    '质控图失控或者设备失准的期间，结果可能不准确；报告仍然有效，使用人并不知道。',
    'While a chart was out of control or an instrument off, results may be wrong; their reports stand and whoever uses them does not know.',
  ),
  remedy: words(
    '逐项评估：结果仍然有效的写明理由，由另一人确认；否则更改或者撤回报告，使用人随之得到通知。',
    'Weigh each: where it holds give the ground and let another person confirm; otherwise replace or withdraw the report, by which whoever used it is told.',
  ),
  basis: iso('7.10'),
})
