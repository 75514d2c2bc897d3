// Worked cases of when a breach was found: by whoever passed it on, or for the party it was first taken for.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, filed, handlers, lead, reported } from './ordinary-road.ts'

const ended = '2024-05-20'
const file = (with_: object, rest: Partial<Act> = {}): Act => ({ on: '2026-06-20', step: 'file', by: 'head', with: { ...handlers, breachEnded: ended, ...with_ }, ...rest })

export const foundCases = cases(handlingCase, [
  {
    title: words('其他机关在时效内发现、后来移送的，时效以其发现之日为准（处罚法 36）', 'Found in time by another authority and passed on later: the day on which it was found counts'),
    opens: lead('2026-06-10', { source: 'passedOn' }),
    acts: [
      { ...filed[0]!, on: '2026-06-11' },
      file({}, { refused: 'enforcement.statute-over' }),
      file({ found: '2026-05-21' }, { refused: 'enforcement.statute-over' }),
      file({ found: '2026-05-11' }, { then: { state: 'investigating', fields: { found: '2026-05-11' } } }),
    ],
  },
  {
    title: words('更正当事人后登记的案源带有原案的发现日期', 'A lead of the right party brings the day on which the breach was found'),
    opens: lead('2026-06-10', { found: '2026-05-11', origin: 'case' }),
    acts: [{ ...filed[0]!, on: '2026-06-11' }, file({}, { then: { state: 'investigating', fields: { found: '2026-05-11', received: '2026-06-10' } } })],
  },
  {
    title: words('从前立案未填发现日期的，退回补充调查时填写后可以决定', 'A case of before that does not hold the day: it is entered with the finding, and the case is decided'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      { ...reported[1]!, with: { ...reported[1]!.with, breachEnded: '2024-05-09' } },
      ...reported.slice(2),
      decided[0]!,
      { ...decided[1]!, refused: 'enforcement.statute-over-late', then: {} },
      { on: '2026-06-23', step: 'find-anew', by: 'head', with: { reasons: '补充发现日期' } },
      { on: '2026-06-23', step: 'report', by: 'handler', person: 'h', with: { ...reported[1]!.with, breachEnded: '2024-05-09', found: '2026-05-06' } },
      { on: '2026-06-24', step: 'review-pass', by: 'reviewer', with: { opinion: '同意' } },
      { on: '2026-06-24', step: 'tell', by: 'head', with: { toldFine: '20000.00', penalties: ['fine', 'goods'] } },
      { on: '2026-06-24', step: 'sign-document', by: 'head', with: { document: 'penalty-notice', how: 'seal' } },
      { on: '2026-06-24', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-notice', way: 'direct', outcome: 'served', on: '2026-06-24' } },
      { ...decided[0]!, on: '2026-07-02' },
      { ...decided[1]!, on: '2026-07-02', then: { state: 'decided' } },
    ],
  },
])
