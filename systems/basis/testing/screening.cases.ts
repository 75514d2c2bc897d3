// Worked cases of a screening: a lead is asked about first, and ends with a reason or in an inspection.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { screening } from './screening.ts'

const raised: Act = { on: '2026-05-11', step: 'open', by: 'accreditor', with: { laboratory: '91130102MAX000001J', productClass: 'dairy', from: '2025-05-11', to: '2026-05-10' } }

export const screeningCases = cases(screening, [
  {
    title: words('请机构说明，说得清的写明理由结束', 'The laboratory is asked, and what is explained ends with its reason'),
    opens: raised,
    acts: [
      { on: '2026-05-12', step: 'inspect', by: 'accreditor', with: { explanation: '未经说明' }, refused: 'kernel.not-now' },
      { on: '2026-05-12', step: 'ask', by: 'accreditor', then: { state: 'asked' } },
      { on: '2026-05-20', step: 'explain', by: 'accreditor', with: { explanation: '同一批样品分两次送检，原始谱图各有一份' }, then: { state: 'explained' } },
    ],
  },
  {
    title: words('说不清的转现场检查', 'What is not explained goes to an inspection'),
    opens: raised,
    acts: [
      { on: '2026-05-12', step: 'ask', by: 'accreditor' },
      { on: '2026-05-20', step: 'inspect', by: 'accreditor', with: { explanation: '没有原始记录' }, then: { state: 'inspected' } },
    ],
  },
  {
    title: words('期间颠倒', 'A period that ends before it begins'),
    opens: { ...raised, with: { ...raised.with, to: '2024-05-10' }, refused: 'testing.ends-before-it-begins' },
    acts: [],
  },
])
