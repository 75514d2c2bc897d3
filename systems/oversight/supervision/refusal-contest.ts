// A body said to have refused without ground (拒絕抽樣) may object to that finding; another person answers, and its fall is told to the case.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { text } from '../../../kernel/kinds.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import { caseBuilder } from './follow-links.ts'
import { type SampleSteps } from './maker-steps.ts'
import { supervisionRefusals } from './refusals.ts'
import { sample } from './sample.ts'

const { refuse } = supervisionRefusals
/** Whoever is to bear a finding is heard on it, and what it says is examined. */
const heard = cite('administrative-penalty-law', '45')
const answer = text(words('答复', 'Answer'), { length: 1000 })

export const refusalContest = (step: SampleSteps) => ({
  'contest-refusal': step({
    title: words('对拒绝抽样的认定提出异议', 'Object to the finding of a refusal'),
    from: 'obstructed',
    to: 'contested',
    by: 'party',
    basis: heard,
    asks: { contest: text(words('陈述和证据', 'Statement and evidence'), { length: 2000 }) },
    check(c) {
      if (!c.speaksFor.includes(c.record.checked ?? '')) refuse('own-term')
      if (c.record.contest != null) refuse('contested-already', { field: 'contest' })
    },
  }),
  'keep-refusal': step({
    title: words('维持拒绝抽样的认定', 'Keep to the finding'),
    from: 'contested',
    to: 'obstructed',
    by: 'head',
    basis: heard,
    notBy: ['obstruct'],
    returning: true,
    asks: { contestAnswer: answer },
  }),
  // Its place in the draw went to a reserve, which stands; nobody is visited again for having been wronged.
  'withdraw-refusal': step({
    title: words('撤销拒绝抽样的认定', 'Withdraw the finding'),
    from: 'contested',
    to: 'refusalWithdrawn',
    by: 'head',
    basis: heard,
    notBy: ['obstruct'],
    asks: { contestAnswer: answer },
  }),
})

export const refusalWithdrawn = linkage('supervision.refusal-withdrawn-to-case', {
  title: words('拒绝抽样的认定撤销后告知案件承办人', 'The handler of a case is told that the finding of a refusal was withdrawn'),
  when: { register: sample.name, step: 'withdraw-refusal' },
  then: {
    step: 'lose-ground',
    of: caseBuilder.of,
    where: ({ record }) => fits({ origin: 'sample', originRecord: record.id, kind: 'refusal', state: caseBuilder.state }),
    with: ({ record, answers }) => ({
      report: `${record.number ?? '—'} 拒绝抽样认定`,
      why: String(answers['contestAnswer'] ?? '—').slice(0, 500),
    }),
  },
  by: caseBuilder.by,
  basis: cite('administrative-penalty-law', '46'),
})
