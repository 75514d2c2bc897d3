// A body said to have refused a sample or a visit may object to that finding; another person answers, and its fall is told to the case.
import { cite } from '../../../kernel/citation.ts'
import { fits } from '../../../kernel/filter.ts'
import { text } from '../../../kernel/kinds.ts'
import { linkage } from '../../../kernel/linkage.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { caseBuilder } from './follow-links.ts'
import { type SampleSteps } from './maker-steps.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals
/** Whoever is to bear a finding is heard on it, and what it says is examined. */
const heard = cite('administrative-penalty-law', '45')
const answer = text(words('答复', 'Answer'), { length: 1000 })

const of = { sample: words('拒绝抽样', 'a refused sample'), inspection: words('拒绝检查', 'a refused visit') } as const
const titled = (register: keyof typeof of, zh: string, en: string): Words =>
  words(zh.replace('…', of[register].zh), en.replace('…', of[register].en))

export const refusalContest = (step: SampleSteps, register: keyof typeof of = 'sample') => ({
  'contest-refusal': step({
    title: titled(register, '对…的认定提出异议', 'Object to the finding of …'),
    from: 'obstructed',
    to: 'contested',
    by: 'party',
    basis: heard,
    asks: { contest: text(words('陈述和证据', 'Statement and evidence'), { length: 2000 }) },
    check(c) {
      // Of a sample the maker named hears as well; of a visit nobody but the body visited.
      if (register === 'sample' && !c.speaksFor.includes(c.record.checked ?? '')) refuse('own-term')
      if (c.record.contest != null) refuse('contested-already', { field: 'contest' })
    },
  }),
  'keep-refusal': step({
    title: titled(register, '维持…的认定', 'Keep to the finding of …'),
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
    title: titled(register, '撤销…的认定', 'Withdraw the finding of …'),
    from: 'contested',
    to: 'refusalWithdrawn',
    by: 'head',
    basis: heard,
    notBy: ['obstruct'],
    asks: { contestAnswer: answer },
  }),
})

const withdrawn = (name: string, register: keyof typeof of) =>
  linkage(`supervision.${name}`, {
    title: titled(register, '…的认定撤销后告知案件承办人', 'The handler of a case is told that the finding of … was withdrawn'),
    when: { register, step: 'withdraw-refusal' },
    then: {
      step: 'lose-ground',
      of: caseBuilder.of,
      where: ({ record }) => fits({ origin: register, originRecord: record.id, kind: 'refusal', state: caseBuilder.state }),
      with: ({ record, answers }) => ({
        report: `${record.number ?? '—'} ${of[register].zh}认定`,
        why: String(answers['contestAnswer'] ?? '—').slice(0, 500),
      }),
    },
    by: caseBuilder.by,
    basis: cite('administrative-penalty-law', '46'),
  })

export const refusalsWithdrawn = [withdrawn('refusal-withdrawn-to-case', 'sample'), withdrawn('visit-refusal-withdrawn-to-case', 'inspection')]
