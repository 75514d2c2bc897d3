// Worked cases of what becomes of a penalty after its file is in the archive, and of what is done before it goes there.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, filed, lead, payment, reported } from './ordinary-road.ts'

const outside = '91110102MAX000001A'
const road = [...filed, ...reported.slice(0, 5), { ...reported[5]!, then: {} }, ...decided]
const closed: readonly Act[] = [
  { on: '2026-06-29', step: 'pay', by: 'handler', person: 'h', with: payment('2026-06-29', '20000.00'), then: { state: 'performed' } },
  { on: '2026-06-30', step: 'close', by: 'head', with: { outcome: '已履行' }, then: { state: 'closed' } },
]
const archive = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'archive', by: 'handler', person: 'h', ...rest })

export const archiveCases = cases(handlingCase, [
  {
    title: words('申请复议的六十日届满后才归档；归档之后，当事人在起诉期限内起诉、胜诉的，处罚决定撤销', 'Archived when the sixty days for reconsideration are over, no sooner; the party sues within its six months and wins: the decision is annulled'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      ...closed,
      archive('2026-08-24', { refused: 'enforcement.reconsideration-runs' }),
      archive('2026-08-25', { then: { state: 'archived' } }),
      { on: '2026-10-12', step: 'challenge', by: 'handler', person: 'h', with: { way: 'suit', taken: '2026-10-12', forum: '虚构法院（演示）' }, then: { state: 'archived' } },
      { on: '2026-11-20', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-11-20', result: 'annulled' }, then: { state: 'archived' } },
      { on: '2026-11-23', step: 'annul', by: 'head', with: { ground: 'court', reasons: '判决撤销' }, then: { state: 'annulled' } },
    ],
  },
  {
    title: words('外省登记的当事人，推送登记地之前不归档；归档后变更的，仍告知登记地', 'A party of another province: not archived before the penalty was sent there, and what changes afterwards is told there too'),
    opens: lead('2026-05-11', { party: outside }),
    acts: [
      ...road,
      ...closed,
      archive('2026-07-01', { refused: 'enforcement.elsewhere-owed' }),
      { on: '2026-07-01', step: 'send-elsewhere', by: 'handler', person: 'h', with: { sentTo: '虚构市场监管局' } },
      archive('2026-07-01', { refused: 'enforcement.reconsideration-runs' }),
      { on: '2026-08-03', step: 'challenge', by: 'handler', person: 'h', with: { way: 'reconsideration', taken: '2026-08-03', forum: '虚构复议机关（演示）' } },
      archive('2026-08-04', { then: { state: 'archived' } }),
      { on: '2026-09-21', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-09-21', result: 'annulled' } },
      { on: '2026-09-22', step: 'annul', by: 'head', with: { ground: 'reconsideration', reasons: '复议撤销' }, then: { state: 'annulled', clocks: { 'correct-elsewhere': 'open' } } },
      { on: '2026-09-23', step: 'correct-elsewhere', by: 'handler', person: 'h', with: { toldTo: '虚构市场监管局' }, then: { clocks: { 'correct-elsewhere': 'met' } } },
    ],
  },
  {
    title: words('不公示的轻微处罚不推送登记地，也不因此不能归档（公示规定 2、10）', 'A minor penalty, which is not published, is not sent to another province, and its file is archived'),
    opens: lead('2026-05-11', { party: outside }),
    acts: [
      ...road.map((act) => (act.step === 'decide' ? { ...act, with: { ...act.with, degree: 'minor' }, then: { fields: { elsewhereFrom: null } } } : act)),
      { on: '2026-06-25', step: 'send-elsewhere', by: 'handler', person: 'h', with: { sentTo: '虚构市场监管局' }, refused: 'enforcement.not-elsewhere' },
      ...closed,
      archive('2026-08-25', { then: { state: 'archived' } }),
    ],
  },
])
