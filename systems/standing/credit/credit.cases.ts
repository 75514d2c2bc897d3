// Worked cases of the credit file: entered, marked, upheld, repaired after the shortest term, withdrawn, ended.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { filing } from './entry.ts'
import { objecting } from './objection.ts'

const entered = (category: string): Act => ({
  on: '2026-05-11',
  step: 'open',
  by: 'clerk',
  with: {
    party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', category, summary: '行政处罚', authority: '虚构市场监管局',
    document: '虚构〔2026〕1号', determined: '2026-05-06', scope: 'open',
  },
  then: { state: 'valid', fields: { from: '2026-05-11' } },
})
const promise = { promise: '已缴清罚款并整改，承诺守信' }

export const filingCases = cases(filing, [
  {
    title: words('一般失信满三个月才可修复，修复后自次日起不再计入', 'An ordinary breach is repaired after three months and counts no more'),
    opens: entered('ordinary'),
    acts: [
      { on: '2026-05-12', step: 'mark', by: 'clerk', then: { state: 'objected' } },
      { on: '2026-05-20', step: 'uphold', by: 'clerk', with: { reason: '核实无误' }, then: { state: 'valid' } },
      { on: '2026-08-10', step: 'ask-repair', by: 'party', with: promise, refused: 'credit.repair-early' },
      { on: '2026-08-11', step: 'ask-repair', by: 'party', with: promise, then: { state: 'repairing', due: { repair: '2026-08-20' } } },
      { on: '2026-08-12', step: 'reject', by: 'officer', with: { reason: '缺缴款凭证' }, then: { state: 'valid', clocks: { repair: 'met' } } },
      { on: '2026-08-13', step: 'ask-repair', by: 'party', with: promise, then: { state: 'repairing' } },
      { on: '2026-08-14', step: 'grant', by: 'officer', with: { reason: '义务已履行' }, then: { state: 'repaired', fields: { countsTo: '2026-08-13' } } },
    ],
  },
  {
    title: words('轻微失信不须申请修复，处罚撤销即撤销记录', 'A minor breach is not repaired on application; it is withdrawn with its penalty'),
    opens: entered('minor'),
    acts: [
      { on: '2026-06-01', step: 'ask-repair', by: 'party', with: promise, refused: 'credit.nothing-to-repair' },
      { on: '2026-06-02', step: 'revoke', by: 'clerk', with: { reason: '处罚决定已撤销' }, then: { state: 'withdrawn', fields: { countsTo: '2026-06-01' } } },
    ],
  },
  {
    title: words('期满停止公示', 'Ended at its term'),
    opens: entered('minor'),
    acts: [{ on: '2026-08-12', step: 'expire', by: 'officer', then: { state: 'expired', fields: { countsTo: '2026-08-11' } } }],
  },
])

const objection: Act = {
  on: '2026-05-12',
  step: 'open',
  by: 'party',
  with: { party: '91130102MAX000001J', place: '130102', entry: '01990000-0000-7000-8000-000000000001', grounds: '处罚对象不是本单位' },
}

/** Whether the entry stands under the code is read from the records: the refusal of a wrong one is proved on PostgreSQL. */
export const objectingCases = cases(objecting, [
  {
    title: words('异议成立', 'The objection is right'),
    opens: { ...objection, then: { state: 'received', due: { answer: '2026-05-21' } } },
    acts: [{ on: '2026-05-20', step: 'correct', by: 'officer', with: { finding: '同名不同代码' }, then: { state: 'corrected', clocks: { answer: 'met' } } }],
  },
  {
    title: words('异议不成立', 'The objection is wrong'),
    opens: objection,
    acts: [{ on: '2026-05-20', step: 'uphold', by: 'officer', with: { finding: '核实无误' }, then: { state: 'upheld' } }],
  },
])
