// Retention (留存): records and left-over samples of a signed order are kept for their term, and disposed of neither before nor while held.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { choice, day, party, text } from '../../../kernel/kinds.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { procedure, type RunningClock } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { remainders } from './order.ts'
import { testingRefusals } from './refusals.ts'
import { verdictOfOrder } from './report.ts'

const { refuse } = testingRefusals
const order39 = cite('samr-order-39')
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

export const keptKinds = {
  records: words('原始记录和报告', 'Original records and reports'),
  sample: words('余样', 'What is left of the sample'),
  failedSample: words('不合格样品的余样', 'What is left of a sample that failed'),
} as const

export const disposals = { destroyed: words('销毁', 'Destroyed'), returned: remainders.returned } as const

export const keptMaterial = register('kept-material', {
  title: words('留存物', 'What is kept'),
  headline: 'orderNumber',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'orderNumber', 'kind'],
  listed: ['laboratory', 'orderNumber', 'kind', 'sampleName', 'since'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    orderNumber: text(words('委托编号', 'Number of the order'), { length: 40 }),
    kind: choice(words('留存', 'Kept'), keptKinds),
    sampleName: text(words('样品名称', 'Sample'), { length: 120 }),
    since: day(words('留存起算日', 'Kept since')),
    agreedTo: day(words('约定留存至', 'Kept by agreement to'), { optional: true, mayLieAhead: true }),
    disposal: choice(words('处置方式', 'How it is disposed of'), disposals, { optional: true }),
    disposedOn: day(words('处置日期', 'Disposed of on'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

interface Kept {
  readonly record: { readonly agreedTo: string | null; readonly since: string }
  readonly clocks: readonly RunningClock[]
  readonly today: string
}

/** Refuses before the term of the law is over, and before the day that was agreed. */
function mustBeOver({ record, clocks, today }: Kept): void {
  const due = clocks.find(({ deadline }) => deadline === 'keep')?.due ?? record.since
  const until = record.agreedTo !== null && record.agreedTo > due ? record.agreedTo : due
  if (today <= until) refuse('kept-still', { until })
}

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const retention = procedure(keptMaterial, {
  duties: {
    keeper: words('样品管理员', 'Sample keeper'),
    laboratory: words('检验检测机构', 'Laboratory'),
    accreditor: words('资质认定部门', 'Accrediting authority'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    kept: words('留存中', 'Kept'),
    held: words('暂停处置', 'Held'),
    proposed: words('待批准处置', 'Disposal proposed'),
    disposed: words('已处置', 'Disposed of'),
  },
  ends: ['disposed'],
  opens: {
    title: words('登记留存', 'Enter what is kept'),
    state: 'kept',
    by: ['keeper', 'laboratory'],
    basis: iso('8.4'),
    asks: ['laboratory', 'orderNumber', 'kind', 'sampleName', 'since', 'agreedTo'],
  },
  steps: (step) => ({
    hold: step({
      title: words('暂停处置（复检、投诉、诉讼）', 'Hold, for a re-test, a complaint or a case'),
      from: ['kept', 'proposed'],
      to: 'held',
      by: ['keeper', 'laboratory', 'accreditor'],
      basis: iso('7.4'),
      asks: why,
    }),
    release: step({ title: words('解除暂停', 'Release'), from: 'held', to: 'kept', by: ['laboratory', 'accreditor'], basis: iso('7.4'), returning: true, asks: why }),
    propose: step({
      title: words('申请处置', 'Propose to dispose of it'),
      from: 'kept',
      to: 'proposed',
      by: 'keeper',
      basis: order39,
      asks: { disposal: choice(words('处置方式', 'How it is disposed of'), disposals) },
      check: (c) => mustBeOver(c as never),
    }),
    approve: step({
      title: words('批准处置', 'Approve and dispose of it'),
      from: 'proposed',
      to: 'disposed',
      by: 'laboratory',
      notBy: ['propose'],
      basis: order39,
      check: (c) => mustBeOver(c as never),
      gives: (c) => ({ disposedOn: c.today }),
    }),
    refuse: step({ title: words('不批准，继续留存', 'Keep it'), from: 'proposed', to: 'kept', by: 'laboratory', basis: order39, returning: true, asks: why }),
  }),
  deadlines: [
    {
      name: 'keep',
      title: words('留存期限', 'Term of keeping'),
      starts: { field: 'since' },
      metBy: ['approve'],
      within: parameter('laboratory.keep'),
      except: [
        { field: 'kind', is: 'sample', within: parameter('laboratory.keep-sample') },
        { field: 'kind', is: 'failedSample', within: parameter('laboratory.keep-failed-sample') },
      ],
      lapse: { propose: 'propose' },
    },
  ],
})

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** What is to be kept follows from the signature: the records always, the sample where it was agreed to be kept. */
export const keepsMaterial = linkage('testing.sign-keeps', {
  title: words('签发后登记留存', 'A signed order enters what is kept'),
  when: { register: 'test-order', step: 'sign' },
  then: {
    open: 'kept-material',
    with(cause) {
      const { record, occurred } = cause
      const common = { laboratory: record['laboratory'], orderNumber: record.number, sampleName: record['sampleName'], since: dayIn(occurred) }
      const sample = verdictOfOrder(cause) === 'fails' ? 'failedSample' : 'sample'
      return [{ ...common, kind: 'records' }, ...(record['remainder'] === 'kept' ? [{ ...common, kind: sample }] : [])]
    },
  },
  by: 'keeper',
  basis: iso('8.4'),
})
