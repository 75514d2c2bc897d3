// What a step on a complaint causes elsewhere, by which article: reports, appraisals, leads of suits.
import { cite } from '../../../kernel/citation.ts'
import { dayOf } from '../../../kernel/day.ts'
import { fits } from '../../../kernel/filter.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import { order } from './orders.ts'

/** A report that comes out of a complaint names nobody: who complained is told in the complaint only. */
const reportOf = ({ record, occurred }: Cause, breach: unknown): Readonly<Record<string, unknown>> => ({
  received: dayOf(occurred),
  anonymous: true,
  traderName: record['traderName'],
  trader: record['trader'],
  place: record.area,
  handling: record.office,
  breach,
  complaint: record.number,
})

/** How many complaints of one batch make a lead; it is opened once, by what was found alike when the complaint came, not later. */
const clusterOf = ({ record, answers }: Cause): number =>
  Number(((answers['alike'] ?? record['alike']) as Readonly<Record<string, string>> | null)?.['sameBatch'] ?? 0)
export const clusterSize = 4

/** Mediation and appraisal took over the conclusion of a report by its number. */
const reportFell = (step: 'withdraw' | 'replace', of: 'complaint' | 'appraisal', title: ReturnType<typeof words>) =>
  linkage(`complaints.report-${step}-to-${of}`, {
    title,
    when: { register: 'test-report', step },
    then: {
      step: 'lose-ground',
      of,
      where: ({ record }) =>
        of === 'complaint'
          ? fits({ appraisal: record.number ?? record.id, state: ['mediating', 'agreeing', 'recusal', 'ending', 'agreed', 'ended', 'closed'] })
          : fits({ reportNumber: record.number ?? record.id, state: ['reported', 'objected'] }),
      with: ({ record, answers }) => ({ report: record.number ?? record.id, why: answers['why'] ?? '—' }),
    },
    by: of === 'complaint' ? 'mediator' : 'secretary',
    basis: order('22', '20'),
  })

export const complaintLinks = [
  reportFell('withdraw', 'complaint', words('报告撤回告知调解人', 'The mediator is told that a report was withdrawn')),
  reportFell('replace', 'complaint', words('报告更改告知调解人', 'The mediator is told that a report was replaced')),
  reportFell('withdraw', 'appraisal', words('报告撤回告知鉴定受理人', 'The secretary of an appraisal is told that a report was withdrawn')),
  reportFell('replace', 'appraisal', words('报告更改告知鉴定受理人', 'The secretary of an appraisal is told that a report was replaced')),
  linkage('complaints.clue-to-report', {
    title: words('投诉中的违法线索另立举报', 'A breach found in a complaint becomes a report'),
    when: { register: 'complaint', step: 'find-clue' },
    if: ({ answers }) => answers['of'] !== 'complainant',
    then: { open: 'report', with: (cause) => reportOf(cause, cause.answers['clue']) },
    by: 'reportClerk',
    basis: order('27', '23'),
  }),
  linkage('complaints.split-report', {
    title: words('同时包含投诉和举报的，举报另立', 'What holds a complaint and a report is split in two'),
    when: { register: 'complaint', step: 'open' },
    if: ({ record }) => record['alsoReport'] === true,
    then: { open: 'report', with: (cause) => reportOf(cause, cause.answers['breach']) },
    by: 'reportClerk',
    basis: order('9', '7'),
  }),
  linkage('complaints.test-to-appraisal', {
    title: words('双方同意的仲裁检验、质量鉴定另立', 'A test that both sides agreed to becomes an appraisal'),
    when: { register: 'complaint', step: 'begin-test' },
    if: ({ answers }) => answers['asCase'] != null,
    then: {
      open: 'appraisal',
      with: ({ record, answers, occurred }) => ({
        received: dayOf(occurred),
        kind: answers['asCase'],
        requester: 'both',
        complaint: record.number,
        originRecord: record.id,
        place: record.area,
        product: record['goods'],
        model: record['model'],
        batch: record['batch'],
        traderName: record['traderName'],
        trader: record['trader'],
        question: `投诉 ${record.number ?? ''} 的争议产品是否符合约定或者标准`,
        body: answers['laboratory'],
        payer: answers['payer'],
      }),
    },
    by: 'secretary',
    basis: order('22', '20'),
  }),
  linkage('complaints.appraisal-to-complaint', {
    title: words('检验鉴定终结，结论回到投诉，期限恢复计算', 'The appraisal is concluded: its result goes back, and the clock runs again'),
    when: { register: 'appraisal', step: 'conclude' },
    if: ({ record }) => record['originRecord'] != null,
    then: {
      step: 'end-test',
      of: 'complaint',
      on: ({ record }) => record['originRecord'] as string,
      with: ({ record }) => ({ report: record['reportNumber'], conclusion: String(record['conclusion'] ?? '').slice(0, 1000), meets: record['meets'] }),
    },
    by: 'mediator',
    basis: order('22', '20'),
  }),
  linkage('complaints.cluster-to-lead', {
    title: words('同一产品同一批号投诉成群，提出公益诉讼线索', 'Many complaints of one batch make a lead of a public-interest suit'),
    when: { register: 'complaint', step: 'open' },
    if: (cause) => clusterOf(cause) === clusterSize,
    then: {
      open: 'public-interest-case',
      with: (cause) => ({
        found: dayOf(cause.occurred),
        cluster: cause.record['batchGroup'],
        source: `同一批次投诉 ${clusterOf(cause) + 1} 件，最近一件 ${cause.record.number ?? ''}`,
        traderName: cause.record['traderName'],
        trader: cause.record['trader'],
        place: cause.record.area,
        product: cause.record['goods'],
        victims: clusterOf(cause) + 1,
      }),
    },
    by: 'clerk',
    basis: cite('consumer-protection-law', '47'),
  }),
]
