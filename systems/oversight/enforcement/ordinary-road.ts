// The road of an ordinary case to its served decision, which the worked cases share.
import type { Act } from '../../../kernel/cases.ts'

export const lead = (on: string, more: object = {}): Act => ({
  on, step: 'open', by: 'clerk',
  with: { received: on, source: 'sample', party: '91130102MAX000001J', partyName: '虚构灯具厂（演示）', place: '130102', kind: 'substandard', facts: '抽查不合格，涉嫌不符合保障人身安全的国家标准', ...more },
})
export const verifiers = { firstVerifier: '冀A001', secondVerifier: '冀A002' }
export const handlers = { firstHandler: '冀A001', secondHandler: '冀A002' }
export const evidence = { sort: 'opinion', what: '检验报告', taken: '2026-05-21', from: '虚构检测中心', takers: '冀A001、冀A002', original: true }
export const filed: readonly Act[] = [
  { on: '2026-05-12', step: 'verify', by: 'handler', person: 'h', with: verifiers },
  { on: '2026-05-20', step: 'file', by: 'head', with: handlers, then: { state: 'investigating', clocks: { verify: 'met' }, due: { decide: '2026-08-18' } } },
]
export const reported: readonly Act[] = [
  { on: '2026-05-21', step: 'gather', by: 'handler', person: 'h', with: evidence, then: { fields: { kind: 'substandard' } } },
  {
    on: '2026-06-01', step: 'report', by: 'handler', person: 'h',
    with: { finding: '温升不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' },
    then: { state: 'reviewing', due: { review: '2026-06-15' } },
  },
  { on: '2026-06-08', step: 'review-pass', by: 'reviewer', with: { opinion: '同意' }, then: { state: 'reviewed', clocks: { review: 'met' } } },
  { on: '2026-06-10', step: 'tell', by: 'head', with: { toldFine: '20000.00', penalties: ['fine', 'goods'] }, then: { state: 'told' } },
  { on: '2026-06-10', step: 'sign-document', by: 'head', with: { document: 'penalty-notice', how: 'seal' } },
  {
    on: '2026-06-11', step: 'serve-document', by: 'handler', person: 'h',
    with: { document: 'penalty-notice', way: 'direct', outcome: 'served', on: '2026-06-11' },
    then: { fields: { informed: '91130102MAX000001J' }, due: { defend: '2026-06-18', 'ask-hearing': '2026-06-18' } },
  },
]
export const decision = { circumstance: 'ordinary', penalties: ['fine', 'goods'], degree: 'ordinary', fine: '20000.00' }
export const decided: readonly Act[] = [
  { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding' } },
  { on: '2026-06-22', step: 'decide', by: 'head', with: decision, then: { state: 'decided', clocks: { decide: 'met' }, due: { serve: '2026-07-01', publish: '2026-07-20' } } },
  { on: '2026-06-22', step: 'sign-document', by: 'head', with: { document: 'penalty-decision', how: 'seal' } },
  {
    on: '2026-06-24', step: 'serve', by: 'handler', person: 'h',
    with: { document: 'penalty-decision', way: 'direct', outcome: 'served', on: '2026-06-24', place: '当事人住所' },
    then: { state: 'served', clocks: { serve: 'met' }, due: { pay: '2026-07-09' }, fields: { place: '130102' } },
  },
]
export const payment = (on: string, sum: string) => ({ on, sum, receipt: `P${on}` })
