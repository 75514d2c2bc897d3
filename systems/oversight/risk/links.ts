// What becomes a signal by itself, what a matter takes with it, and what its measures open elsewhere.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { hearing, resting } from './risk-matter.ts'
import { monitoring } from './rules.ts'

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
const from = (register: string, { record }: Cause) => ({ origin: register, originRecord: record.id, productClass: record['productClass'] })

/** What is told of the person and of the trader stays in the complaint. */
export const complaintToSignal = linkage('risk.complaint-to-signal', {
  title: words('涉及安全的投诉成为信号', 'A complaint about safety is a signal'),
  when: { register: 'complaint', step: 'accept' },
  if: ({ record }) => record['issue'] === 'safety' && record['goodsClass'] !== null,
  then: {
    open: 'signal',
    with: (cause) => ({
      ...from('complaint', cause),
      day: dayIn(cause.occurred),
      source: 'complaint',
      product: cause.record['goods'],
      productClass: cause.record['goodsClass'],
      hazard: 'other',
      place: cause.record['place'],
    }),
  },
  by: 'collector',
  basis: monitoring,
})

export const noticeToSignal = linkage('risk.notice-to-signal', {
  title: words('外部通报成为信号', 'A notice from outside is a signal'),
  when: { register: 'outside-notice', step: 'open' },
  if: ({ record }) => record['productClass'] !== null,
  then: {
    open: 'signal',
    with: (cause) => ({ ...from('outside-notice', cause), day: cause.record['day'], source: 'overseas', product: cause.record['product'], hazard: cause.record['hazard'] }),
  },
  by: 'collector',
  basis: monitoring,
})

/** What its source takes back puts its signal aside, while nobody has judged it yet. */
const takenBack = (name: string, title: Words, register: string, step: string) =>
  linkage(name, {
    title,
    when: { register, step },
    then: {
      step: 'archive',
      of: 'signal',
      where: ({ record }) => fits({ origin: register, originRecord: record.id, state: ['toScreen', 'clue'] }),
      with: () => ({ ground: 'withdrawn' }),
    },
    by: 'analyst',
    basis: monitoring,
  })

const noticeBack = words('通报撤回后信号归档', 'A withdrawn notice puts its signal aside')
const recallBack = words('责令召回撤销后信号归档', 'A withdrawn order to recall puts its signal aside')
export const withdrawnNotice = takenBack('risk.withdrawn-notice', noticeBack, 'outside-notice', 'withdraw')
export const withdrawnRecall = takenBack('risk.withdrawn-recall', recallBack, 'recall', 'withdraw-order')
export const endedRecall = takenBack('risk.ended-recall', words('召回查明不构成缺陷后信号归档', 'A recall that proves to be of no defect puts its signal aside'), 'recall', 'find-none')

export const recallToSignal = linkage('risk.recall-to-signal', {
  title: words('公布的召回成为信号', 'A recall that is announced is a signal'),
  when: { register: 'recall', step: 'publish' },
  then: {
    open: 'signal',
    with: (cause) => ({
      ...from('recall', cause),
      day: dayIn(cause.occurred),
      source: 'recall',
      product: cause.record['product'],
      hazard: 'other',
      place: cause.record['place'],
    }),
  },
  by: 'collector',
  basis: monitoring,
})

/** A matter that is taken up takes with it the signals that it listed, and no others. */
export const matterJoinsSignals = linkage('risk.matter-joins-signals', {
  title: words('受理时归并同类产品的信号', 'A matter joins the signals of its product class'),
  when: { register: 'risk-matter', step: 'take-up' },
  then: {
    step: 'join',
    of: 'signal',
    where: ({ record }) => fits({ id: ((record['signals'] ?? []) as readonly { record: string }[]).map((one) => one.record), state: ['toScreen', 'clue'] }),
    with: ({ record }) => ({ matter: record.number ?? record.id, listedIn: record.id }),
  },
  by: 'analyst',
  basis: monitoring,
})

/** A signal that a person joins is in the matter as well; what a matter takes along it lists itself. */
export const laterSignal = linkage('risk.later-signal', {
  title: words('后来归并的信号列入风险事项', 'A signal joined later is listed in its matter'),
  when: { register: 'signal', step: 'join' },
  if: ({ answers }) => answers['listedIn'] == null,
  then: {
    step: 'gain-signal',
    of: 'risk-matter',
    where: ({ record }) => fits({ id: record['matterRecord'], state: resting }),
    with: ({ record }) => ({
      ...{ signal: record.number ?? record.id, record: record.id, weight: record['weight'] ?? 1 },
      ...{ source: record['source'], hazard: record['hazard'], day: record['day'] },
    }),
  },
  by: 'analyst',
  basis: monitoring,
})

/** A matter that holds no more signals is followed by one that names it and takes those that wait. */
const followOn = (name: string, title: Words, step: string, isFull: (cause: Cause) => boolean) =>
  linkage(name, {
    title,
    when: { register: 'risk-matter', step },
    if: isFull,
    then: {
      open: 'risk-matter',
      with: ({ record, occurred }) => ({
        ...{ begun: dayIn(occurred), raised: 'followOn', follows: record.id, place: record.area },
        ...{ product: record['product'], productClass: record['productClass'], hazard: record['hazard'] },
        why: `接续 ${record.number ?? ''}：该事项已归并 ${((record['signals'] ?? []) as readonly unknown[]).length} 条信号，其余待归并`,
      }),
    },
    by: 'analyst',
    basis: monitoring,
  })

const tooMany = words('受理时信号过多，提出接续事项', 'More signals than a matter holds when it is taken up: one follows')
const filled = words('归并的信号已满，提出接续事项', 'A matter that is full is followed by another')
export const followOns = [
  followOn('risk.taken-up-full', tooMany, 'take-up', ({ record }) => record['filledBy'] != null),
  // By the very signal that filled it, so that a matter is followed once.
  followOn('risk.filled', filled, 'gain-signal', ({ record, answers }) => record['filledBy'] === answers['record']),
]

/** What its source takes back after a matter has joined it leaves the matter, whose panel weighs what remains. */
const takenOut = (name: string, title: Words, register: string, step: string) =>
  linkage(name, {
    title,
    when: { register, step },
    then: {
      step: 'fall',
      of: 'signal',
      where: ({ record }) => fits({ origin: register, originRecord: record.id, state: 'joined' }),
      with: ({ answers }) => ({ why: String(answers['reason'] ?? answers['conclusion'] ?? '来源已撤回').slice(0, 500) }),
    },
    by: 'analyst',
    basis: monitoring,
  })

const noticeOut = words('通报撤回后退出归并', 'A withdrawn notice leaves the matter')
const orderOut = words('责令召回撤销后退出归并', 'A withdrawn order to recall leaves the matter')
const recallOut = words('召回查明不构成缺陷后退出归并', 'A recall of no defect leaves the matter')
const reversedOut = words('抽查结论撤销后退出归并', 'A reversed verdict leaves the matter')
const reportOut = words('检验报告撤回后退出归并', 'A withdrawn report leaves the matter')
const accidentOut = words('不构成事故的退出归并', 'What was no accident leaves the matter')
export const signalsOut = [
  takenOut('risk.notice-out', noticeOut, 'outside-notice', 'withdraw'),
  takenOut('risk.order-out', orderOut, 'recall', 'withdraw-order'),
  takenOut('risk.recall-out', recallOut, 'recall', 'find-none'),
  takenOut('risk.verdict-out', reversedOut, 'sample', 'reverse'),
  takenOut('risk.report-out', reportOut, 'sample', 'report-withdrawn'),
  takenOut('risk.accident-out', accidentOut, 'equipment-accident', 'dismiss'),
]

export const matterLosesSignal = linkage('risk.matter-loses-signal', {
  title: words('信号撤回告知风险事项', 'A matter is told that a signal was taken back'),
  when: { register: 'signal', step: 'fall' },
  if: ({ record }) => record['matterRecord'] != null,
  then: {
    step: 'lose-signal',
    of: 'risk-matter',
    where: ({ record }) => fits({ id: record['matterRecord'], state: hearing }),
    with: ({ record, answers }) => ({ signal: record.number ?? record.id, record: record.id, why: answers['why'] }),
  },
  by: 'analyst',
  basis: monitoring,
})

export const measuresToDefect = linkage('risk.measures-to-defect-report', {
  title: words('缺陷调查措施成为缺陷信息', 'An inquiry that is decided on begins with defect information'),
  when: { register: 'risk-matter', step: 'decide-measures' },
  if: ({ answers }) => ((answers['chosen'] ?? []) as readonly string[]).includes('recallInquiry'),
  then: {
    open: 'defect-report',
    with: (cause) => ({
      ...from('risk-matter', cause),
      received: dayIn(cause.occurred),
      reporterKind: 'authority',
      place: cause.record['place'],
      producer: cause.answers['producer'] ?? null,
      producerName: cause.answers['producerName'],
      product: cause.record['product'],
      kind: 'other',
      danger: cause.answers['suspected'],
    }),
  },
  by: 'assessor',
  basis: cite('samr-order-19'),
})

export const riskLinks = [
  ...[complaintToSignal, noticeToSignal, withdrawnNotice, recallToSignal, withdrawnRecall, endedRecall, matterJoinsSignals],
  ...[laterSignal, ...followOns, ...signalsOut, matterLosesSignal, measuresToDefect],
]
