// What comes into the credit file from elsewhere, what takes it out again, and what an objection does to its entry.
import { cite, type Citation } from '../../../kernel/citation.ts'
import { dayOf } from '../../../kernel/day.ts'
import { fits, matches } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { onlyWarned, penaltyStands } from '../../oversight/enforcement/index.ts'
import { standing } from './entry.ts'
import { staysInside } from './major-breach.ts'

const programme = cite('state-council-2014-21')
const publicity = cite('penalty-publication-rules', '11')
type Row = Cause['record']

const entryOf = (register: string, { record, occurred }: Cause, more: Readonly<Record<string, unknown>>) => ({
  place: record.area,
  authority: record.office ?? '市场监督管理部门',
  document: record.number ?? record.id,
  determined: dayOf(occurred),
  scope: 'open',
  origin: register,
  originRecord: record.id,
  ...more,
})

/** A minor breach is not published; one that is a major breach for procurement by its penalty is told to who is authorised. */
const inside = (record: Row): 'internal' | 'query' =>
  staysInside({ sort: record['sort'], category: record['degree'], penalties: record['penalties'] }) ? 'internal' : 'query'

/** What may not be published is shared inside only, and the page of penalties and the file of the body say the same. */
const shared = (record: Row): 'internal' | 'query' | 'open' =>
  matches(onlyWarned, record) ? 'internal' : record['degree'] === 'minor' ? inside(record) : 'open'

const penalty = linkage('credit.penalty-to-entry', {
  title: words('处罚决定送达后记入信用记录', 'A penalty that is served is entered'),
  when: { register: 'case', step: 'serve' },
  if: ({ record }) => penaltyStands.includes(record.state) && record['party'] !== null,
  then: {
    open: 'credit-entry',
    with: (cause) =>
      entryOf('case', cause, {
        party: cause.record['party'],
        partyName: cause.record['partyName'],
        // The decision that was served, by its own number, not the number of its file.
        document: cause.answers['document'],
        category: cause.record['degree'] ?? 'ordinary',
        summary: '行政处罚',
        article: cause.record['punishedBy'],
        determined: cause.record['decided'],
        scope: shared(cause.record),
      }),
  },
  by: 'clerk',
  basis: cite('penalty-publication-rules', '9'),
})

const nonconforming = linkage('credit.sample-to-entry', {
  title: words('抽查不合格经确认后记入信用记录', 'A confirmed failure in a spot check is entered'),
  when: { register: 'sample', step: 'confirm' },
  if: ({ record }) => record['final'] === 'fails' && (record['producer'] ?? record['checked']) != null,
  then: {
    open: 'credit-entry',
    with: (cause) => {
      const maker = cause.record['producer'] !== null
      return entryOf('sample', cause, {
        party: maker ? cause.record['producer'] : cause.record['checked'],
        partyName: maker ? cause.record['producerName'] : cause.record['unitName'],
        category: 'minor',
        summary: `监督抽查不合格：${String(cause.record['product'])}`,
        article: 'product-quality-law/15',
      })
    },
  },
  by: 'clerk',
  basis: programme,
})

const recalled = (step: 'order' | 'close', category: string, title: Words, summary: string) =>
  linkage(`credit.recall-${step}`, {
    title,
    when: { register: 'recall', step },
    // A recall that had to be ordered is no merit when it ends.
    if: ({ record }) => step === 'order' || record['how'] === 'voluntary',
    then: {
      open: 'credit-entry',
      with: (cause) =>
        entryOf('recall', cause, {
          party: cause.record['producer'],
          partyName: cause.record['producerName'],
          category,
          summary,
          article: step === 'order' ? cause.record['orderedBy'] : null,
        }),
    },
    by: 'clerk',
    basis: cite('samr-order-19'),
  })

const broken = linkage('credit.broken-agreement', {
  title: words('调解协议未履行的记入信用记录', 'A broken agreement is entered'),
  when: { register: 'complaint', step: 'perform' },
  if: ({ record, answers }) => answers['performed'] === false && record['trader'] !== null,
  then: {
    open: 'credit-entry',
    with: (cause) =>
      entryOf('complaint', cause, {
        party: cause.record['trader'],
        partyName: cause.record['traderName'],
        category: 'minor',
        summary: '消费争议调解协议未履行',
        scope: 'internal',
      }),
  },
  by: 'clerk',
  basis: programme,
})

/** Who decided publishes it; here it is told to who is authorised, and counts for the class. */
const elsewhere = linkage('credit.outside-decision-to-entry', {
  title: words('核实后的其他机关决定记入信用记录', 'A confirmed decision of others is entered'),
  when: { register: 'outside-decision', step: 'confirm' },
  then: {
    open: 'credit-entry',
    with: (cause) =>
      entryOf('outside-decision', cause, {
        party: cause.record['party'],
        partyName: cause.record['partyName'],
        category: cause.record['degree'],
        summary: cause.record['sort'] === 'criminal' ? '刑事判决' : '其他机关行政处罚',
        authority: cause.record['authority'],
        document: cause.record['document'],
        determined: cause.record['decided'],
        scope: inside(cause.record),
      }),
  },
  by: 'clerk',
  basis: programme,
})

/** A judgment that came back from the police is noted; whether it convicts is read from the paper by an officer. */
const judged = linkage('credit.judgment-noted', {
  title: words('移送案件有判决的，登记待核实', 'A judgment on a transferred case is noted, to be checked'),
  when: { register: 'crime-transfer', step: 'judge' },
  if: ({ record }) => record['party'] !== null,
  then: {
    open: 'outside-decision',
    with: ({ record, answers }) => ({
      party: record['party'],
      partyName: record['partyName'],
      place: record.area,
      sort: 'criminal',
      source: `移送案件判决反馈，回执 ${String(answers['receipt'])}`.slice(0, 300),
      origin: 'crime-transfer',
      originRecord: record.id,
    }),
  },
  by: 'clerk',
  basis: cite('crime-transfer-rules', '11'),
})

const undone = (register: string, step: string, title: Words, reason: string, basis: Citation) =>
  linkage(`credit.${register}-${step}`, {
    title,
    when: { register, step },
    then: {
      step: 'revoke',
      of: 'credit-entry',
      where: ({ record }) => fits({ origin: register, originRecord: record.id, state: [...standing, 'repaired', 'expired'] }),
      with: () => ({ reason }),
    },
    by: 'clerk',
    basis,
  })

const reached = { mark: ['valid'], uphold: ['objected'], revoke: [...standing, 'repaired', 'expired'] } as const

const objected = (when: 'open' | 'correct' | 'uphold', step: 'mark' | 'revoke' | 'uphold', title: Words) =>
  linkage(`credit.objection-${when}`, {
    title,
    when: { register: 'credit-objection', step: when },
    then: {
      step,
      of: 'credit-entry',
      // An entry may have ended meanwhile: one that is right stays so, one that is wrong is withdrawn all the same.
      where: ({ record }: { readonly record: Row }) => fits({ id: record['entry'], state: reached[step] }),
      with: ({ record }) => (step === 'mark' ? {} : { reason: String(record['finding']).slice(0, 500) }),
    },
    by: 'clerk',
    basis: cite('hebei-credit-regulation'),
  })

export const creditLinks = [
  penalty,
  nonconforming,
  recalled('order', 'ordinary', words('责令召回记入信用记录', 'An ordered recall is entered'), '责令召回'),
  recalled('close', 'positive', words('主动召回完成记入信用记录', 'A finished voluntary recall is entered'), '主动召回并完成'),
  broken,
  elsewhere,
  judged,
  undone('outside-decision', 'withdraw', words('原决定撤销后撤销记录', 'A decision of others that has fallen takes its entry out'), '原决定已撤销', publicity),
  undone('case', 'annul', words('处罚撤销后撤销记录', 'An annulled penalty takes its entry out'), '处罚决定已撤销', publicity),
  undone('sample', 'reverse', words('抽查结论更正后撤销记录', 'A reversed verdict takes its entry out'), '抽查结论已更正撤销', publicity),
  undone('sample', 'report-withdrawn', words('报告撤回或者更改后撤销记录', 'A report withdrawn or replaced takes the entry out'), '所依据的检验报告已撤回或者更改', publicity),
  undone('recall', 'withdraw-order', words('责令召回撤销后撤销记录', 'A withdrawn order takes its entry out'), '责令召回已撤销', publicity),
  objected('open', 'mark', words('提出异议即标注', 'An objection marks its entry at once')),
  objected('correct', 'revoke', words('异议成立撤销记录', 'An objection that is right takes the entry out')),
  objected('uphold', 'uphold', words('异议不成立恢复记录', 'An objection that is wrong leaves the entry as it was')),
]
