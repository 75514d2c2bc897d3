// Worked cases of performance: put off or paid in parts, answered before its service was entered, the terms to sue and the court, the party of another province.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, decision, filed, lead, payment, reported } from './ordinary-road.ts'

const road = [...filed, ...reported, ...decided]
const asked: Act = { on: '2026-07-01', step: 'ask-deferral', by: 'party', with: { hardship: '停产，资金周转困难' } }
const granted = (on: string, more: object, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'grant-deferral', by: 'head', with: { deferredTo: '2026-09-30', approval: '批5', ...more }, ...rest })
const parts = [{ due: '2026-08-31', sum: '8000.00' }, { due: '2026-09-30', sum: '12000.00' }]
const urge = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'urge', by: 'head', ...rest })
const pays = (on: string, sum: string, step = 'pay', rest: Partial<Act> = {}): Act => ({ on, step, by: 'handler', person: 'h', with: payment(on, sum), ...rest })
const urgingServed = (on: string, entered: string, then: Act['then']): readonly Act[] => [
  { on: entered, step: 'sign-document', by: 'head', with: { document: 'penalty-urging', how: 'seal' } },
  { on: entered, step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-urging', way: 'post', outcome: 'served', on }, then: then! },
]

const challenged = (on: string, way: string): Act => ({ on, step: 'challenge', by: 'handler', person: 'h', with: { way, taken: on, forum: '虚构机关' } })

export const deferringCases = cases(handlingCase, [
  {
    title: words('经申请批准延期：到期前不催告、不加处；之后逾期的才加处', 'Put off on request: until that day neither urged nor surcharged, and after it both'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      granted('2026-07-01', {}, { refused: 'enforcement.no-deferral-asked' }),
      { on: '2026-07-01', step: 'refuse-deferral', by: 'head', with: { reasons: '不困难' }, refused: 'enforcement.no-deferral-asked' },
      { ...asked, then: { fields: { hardship: '停产，资金周转困难' } } },
      granted('2026-07-02', { deferredTo: '2026-07-02' }, { refused: 'enforcement.deferral-over' }),
      granted('2026-07-02', {}, { then: { state: 'served', clocks: { pay: 'met' }, due: { 'pay-deferred': '2026-09-30' } } }),
      urge('2026-08-03', { refused: 'enforcement.term-runs' }),
      // One day late: three per cent of 20,000.
      pays('2026-10-01', '20000.00', 'pay', { refused: 'enforcement.still-owed' }),
      pays('2026-10-01', '20600.00', 'pay', { then: { state: 'performed', clocks: { 'pay-deferred': 'late' }, fields: { surcharge: '600.00' } } }),
    ],
  },
  {
    title: words('分期：合计、日期须对；一期未缴即可催告', 'In parts: they add up in order; a part that was not paid lets it be urged'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      asked,
      granted('2026-07-02', { instalments: [{ due: '2026-08-31', sum: '8000.00' }] }, { refused: 'enforcement.instalments-wrong' }),
      granted('2026-07-02', { instalments: [...parts].reverse() }, { refused: 'enforcement.instalments-wrong' }),
      granted('2026-07-02', { instalments: [parts[0], { due: '2026-09-30', sum: '11999.99' }] }, { refused: 'enforcement.instalments-wrong' }),
      granted('2026-07-02', { instalments: parts }),
      urge('2026-08-31', { refused: 'enforcement.term-runs' }),
      pays('2026-08-28', '7999.99', 'pay-part'),
      urge('2026-09-01', { then: { state: 'urged' } }),
      { ...asked, on: '2026-09-02' },
      { on: '2026-09-02', step: 'refuse-deferral', by: 'head', with: { reasons: '已延期一次' }, then: { state: 'urged', fields: { deferralAsked: null } } },
      pays('2026-09-03', '12000.01', 'pay', { then: { state: 'performed', fields: { surcharge: '0.00' } } }),
    ],
  },
  {
    title: words('逾期以后才批准延期的，此前已经产生的加处罚款保留，延期之内不再增加', 'Put off only after it was late: the surcharge until then stands, and none grows while it is put off'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      asked,
      granted('2026-08-03', {}, { then: { state: 'served', due: { 'pay-deferred': '2026-09-30' } } }),
      // Due on 9 July, granted on 3 August: 25 days of three per cent of 20,000.
      pays('2026-09-30', '20000.00', 'pay', { refused: 'enforcement.still-owed' }),
      pays('2026-09-30', '35000.00', 'pay', { then: { state: 'performed', fields: { surcharge: '15000.00' } } }),
    ],
  },
  {
    title: words('批准分期之前已缴的，不抵第一期', 'What was paid before it was parted pays no part'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      pays('2026-06-30', '8000.00', 'pay-part'),
      asked,
      granted('2026-07-02', { instalments: [{ due: '2026-08-31', sum: '6000.00' }, { due: '2026-09-30', sum: '6000.00' }] }),
      urge('2026-08-31', { refused: 'enforcement.term-runs' }),
      urge('2026-09-01', { then: { state: 'urged' } }),
    ],
  },
  {
    title: words('催告书的送达后来才登记，此前已缴清的，催告期限不再走', 'Paid before the service of the urging was entered: its term begins met'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13'),
      pays('2026-07-15', '23600.00', 'pay', { then: { state: 'performed', fields: { performedOn: '2026-07-15', surcharge: '3600.00' } } }),
      ...urgingServed('2026-07-14', '2026-07-16', { state: 'performed', clocks: { urge: 'met' } }),
    ],
  },
])

export const courtCases = cases(handlingCase, [
  {
    title: words('延期后再次催告的，自这次催告书送达起算；此前送达的催告书不算', 'Urged again after it was put off, the term counts from the service of that urging; one of before counts for nothing'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13'),
      ...urgingServed('2026-07-13', '2026-07-13', { due: { urge: '2026-07-27' } }),
      { ...asked, on: '2026-07-14' },
      granted('2026-07-15', {}, { then: { state: 'served', clocks: { urge: 'met' } } }),
      urge('2026-10-09', { then: { state: 'urged', fields: { urgedOn: '2026-10-09' } } }),
      { on: '2026-12-14', step: 'ask-court', by: 'head', refused: 'enforcement.urging-not-served' },
      ...urgingServed('2026-12-14', '2026-12-14', { clocks: { urge: 'open' }, due: { urge: '2026-12-28' } }),
      { on: '2026-12-28', step: 'ask-court', by: 'head', refused: 'enforcement.term-runs' },
      { on: '2026-12-29', step: 'ask-court', by: 'head', then: { state: 'court' } },
    ],
  },
  {
    title: words('起诉期限届满后三个月内申请法院强制执行，此前不申请', 'The court is asked within three months after the term to sue, and not before'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13', { then: { due: { sue: '2026-12-24' } } }),
      ...urgingServed('2026-07-20', '2026-07-28', { due: { urge: '2026-08-03' } }),
      { on: '2026-08-04', step: 'ask-court', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-12-24', step: 'remedies-over', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-12-24', step: 'ask-court', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { state: 'urged', fields: { courtFrom: '2026-12-24' }, due: { court: '2027-03-24' } } },
      { on: '2026-12-28', step: 'ask-court', by: 'head', then: { state: 'court', clocks: { court: 'met' } } },
    ],
  },
  {
    title: words('复议维持的，另有十五日起诉；其间不申请法院', 'Upheld on reconsideration, the party has fifteen days to sue, in which the court is not asked'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13'),
      { on: '2026-07-15', step: 'challenge', by: 'handler', person: 'h', with: { way: 'reconsideration', taken: '2026-07-14', forum: '虚构市人民政府' }, then: { clocks: { sue: 'met', reconsider: 'met' } } },
      ...urgingServed('2026-07-20', '2026-07-28', { due: { urge: '2026-08-03' } }),
      { on: '2026-09-01', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-08-31', result: 'upheld' }, then: { due: { 'sue-after': '2026-09-15' } } },
      { on: '2026-09-15', step: 'ask-court', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-09-16', step: 'ask-court', by: 'head', then: { state: 'court' } },
    ],
  },
  {
    title: words('诉讼终结的可以申请；批准延期的自延期届满起算', 'Once a suit ended the court is asked; of what was put off the three months count from its last day'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      asked,
      granted('2026-07-02', { deferredTo: '2027-01-29' }),
      { on: '2026-12-28', step: 'remedies-over', by: 'head', refused: 'enforcement.remedies-run' },
      urge('2027-02-01'),
      ...urgingServed('2027-02-02', '2027-02-02', { state: 'urged' }),
      { on: '2027-02-03', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2027-01-29' }, due: { court: '2027-04-29' } } },
      { on: '2027-02-04', step: 'challenge', by: 'handler', person: 'h', with: { way: 'suit', taken: '2027-02-04', forum: '虚构法院' } },
      { on: '2027-03-31', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2027-03-30', result: 'upheld' }, then: { due: { court: '2027-06-30' }, fields: { courtFrom: '2027-03-30' } } },
      { on: '2027-03-31', step: 'ask-court', by: 'head', then: { state: 'court' } },
    ],
  },
  {
    title: words('外省登记的当事人，十个工作日内推送登记地', 'A penalty of a party that another province registered is sent there within ten working days'),
    opens: lead('2026-05-11', { party: '91110102MAX000001A', partyName: '虚构外地灯具厂（演示）' }),
    acts: [
      ...filed,
      ...reported.slice(0, -1),
      { ...reported.at(-1)!, then: { fields: { informed: '91110102MAX000001A' } } },
      decided[0]!,
      { ...decided[1]!, then: { state: 'decided', due: { 'send-elsewhere': '2026-07-06' } } },
      ...decided.slice(2),
      { on: '2026-06-29', step: 'send-elsewhere', by: 'handler', person: 'h', with: { sentTo: '虚构外省局' }, then: { state: 'served', clocks: { 'send-elsewhere': 'met' } } },
      { on: '2026-07-01', step: 'correct-elsewhere', by: 'handler', person: 'h', with: { toldTo: '虚构外省局' }, refused: 'enforcement.nothing-to-correct' },
      challenged('2026-07-14', 'reconsideration'),
      // Changed and afterwards annulled, each is told within three working days of its own.
      { on: '2026-08-31', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-08-31', result: 'changed', newFine: '15000.00' }, then: { due: { 'correct-elsewhere': '2026-09-03' } } },
      { on: '2026-09-02', step: 'correct-elsewhere', by: 'handler', person: 'h', with: { toldTo: '虚构外省局' }, then: { state: 'served', clocks: { 'correct-elsewhere': 'met' }, fields: { correctElsewhereFrom: null } } },
      { on: '2026-09-10', step: 'annul', by: 'head', with: { ground: 'own', reasons: '主体有误' }, then: { state: 'annulled', clocks: { 'correct-elsewhere': 'open' }, due: { 'correct-elsewhere': '2026-09-15' } } },
      { on: '2026-09-11', step: 'correct-elsewhere', by: 'handler', person: 'h', with: { toldTo: '虚构外省局' }, then: { state: 'annulled', clocks: { 'correct-elsewhere': 'met' } } },
    ],
  },
  {
    title: words('没有推送的，撤销时不必告知登记地', 'What was not sent there is not put right there'),
    opens: lead('2026-05-11', { party: '91110102MAX000001A', partyName: '虚构外地灯具厂（演示）' }),
    acts: [
      ...filed,
      ...reported.slice(0, -1),
      { ...reported.at(-1)!, then: { fields: { informed: '91110102MAX000001A' } } },
      ...decided,
      { on: '2026-06-25', step: 'annul', by: 'head', with: { ground: 'own', reasons: '主体有误' }, then: { state: 'annulled', clocks: { 'send-elsewhere': 'void' } } },
    ],
  },
  {
    title: words('自收到决定书之日起六十日内可以申请行政复议，缴清以后也可以；期满自行终结', 'Reconsideration may be asked for within sixty days of the decision, also after it was paid; then that term ends by itself'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      pays('2026-07-06', '20000.00', 'pay', { then: { state: 'performed', clocks: { sue: 'met', reconsider: 'open' }, due: { reconsider: '2026-08-24' } } }),
      { on: '2026-08-24', step: 'reconsideration-over', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-08-25', step: 'reconsideration-over', by: 'head', then: { state: 'performed', clocks: { reconsider: 'late' } } },
    ],
  },
  {
    title: words('本省登记的不推送', 'Of one of the province nothing is sent'),
    opens: lead('2026-05-11'),
    acts: [...road, { on: '2026-06-29', step: 'send-elsewhere', by: 'handler', person: 'h', with: { sentTo: '虚构外省局' }, refused: 'enforcement.not-elsewhere' }],
  },
])

const endsIn = (on: string, result: string, then: Act['then'] = {}): Act => ({ on, step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: on, result }, then })
const warned = { circumstance: 'ordinary', penalties: ['warning'], degree: 'minor' }

const confiscating = [
  ...filed,
  ...reported.map((act) => (act.step === 'tell' ? { ...act, with: { toldFine: '20000.00', toldConfiscated: '5000.00', penalties: ['fine', 'gain'] } } : act)),
  ...decided.map((act) => (act.step === 'decide' ? { ...act, with: { ...decision, penalties: ['fine', 'gain'], confiscated: '5000.00' } } : act)),
]
const paysConfiscated = (on: string, then: Act['then'] = {}): Act =>
  pays(on, '5000.00', 'pay-part', { with: { ...payment(on, '5000.00'), toward: 'confiscated' }, then })

export const fallenCases = cases(handlingCase, [
  {
    title: words('撤回复议的仍有六个月起诉期限，不因撤回缩短为十五日', 'Who takes back its request for reconsideration keeps the six months to sue, which do not shrink to fifteen days'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13'),
      ...urgingServed('2026-07-13', '2026-07-13', { due: { urge: '2026-07-27' } }),
      challenged('2026-07-14', 'reconsideration'),
      endsIn('2026-07-31', 'withdrawn', { due: { remedies: '2026-12-24' }, fields: { remediesUntil: '2026-12-24' } }),
      { on: '2026-08-20', step: 'ask-court', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { due: { court: '2027-03-24' } } },
    ],
  },
  {
    title: words('诉讼撤销决定的，不再催告、不申请法院，没有申请期限；办理撤销', 'A decision that a suit annulled is neither urged nor brought before the court, and no term runs: it is annulled'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      challenged('2026-07-14', 'suit'),
      endsIn('2026-09-30', 'annulled', { fields: { courtFrom: null } }),
      urge('2026-10-09', { refused: 'enforcement.decision-fell' }),
      { on: '2026-10-09', step: 'remedies-over', by: 'head', refused: 'enforcement.decision-fell' },
      { on: '2026-10-09', step: 'annul', by: 'head', with: { ground: 'court', reasons: '判决撤销' }, then: { state: 'annulled' } },
    ],
  },
  {
    title: words('已经催告之后才被撤销的，也不申请法院', 'Nor is the court asked on one that fell after it was urged'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      urge('2026-07-13'),
      ...urgingServed('2026-07-13', '2026-07-13', { due: { urge: '2026-07-27' } }),
      challenged('2026-07-14', 'suit'),
      endsIn('2026-09-30', 'annulled'),
      { on: '2026-10-09', step: 'ask-court', by: 'head', refused: 'enforcement.decision-fell' },
    ],
  },
  {
    title: words('延期到起诉期限以后的，延期届满时起算申请期限；其间复议的，结果之后仍等到该日', 'Put off beyond the term to sue, the term to ask the court begins when that is over; also where a reconsideration came between'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      asked,
      granted('2026-07-02', { deferredTo: '2027-01-29' }, { then: { due: { remedies: '2027-01-29', sue: '2026-12-24' } } }),
      challenged('2026-07-14', 'reconsideration'),
      endsIn('2026-09-01', 'upheld', { due: { 'sue-after': '2026-09-16', remedies: '2027-01-29' }, clocks: { remedies: 'open' } }),
      { on: '2026-12-28', step: 'remedies-over', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2027-01-30', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2027-01-29' }, due: { court: '2027-04-29' } } },
    ],
  },
  {
    title: words('已缴清的案件，诉讼、复议终结后没有申请法院或者起诉的期限', 'Of a case that is paid neither a suit nor a reconsideration that ends begins a term'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      pays('2026-07-06', '20000.00', 'pay', { then: { state: 'performed' } }),
      challenged('2026-07-07', 'reconsideration'),
      endsIn('2026-07-31', 'upheld', { fields: { reconsidered: null } }),
      challenged('2026-08-03', 'suit'),
      { on: '2026-08-04', step: 'close', by: 'head', with: { outcome: '履行完毕' } },
      endsIn('2026-09-30', 'upheld', { state: 'closed', fields: { courtFrom: null } }),
    ],
  },
  {
    title: words('只有警告的，没有可以申请法院执行的内容', 'Of a mere warning there is nothing that the court is asked for'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, 3),
      { ...reported[3]!, with: { penalties: ['warning'] } },
      ...reported.slice(4),
      decided[0]!,
      { ...decided[1]!, with: warned },
      ...decided.slice(2),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', refused: 'enforcement.nothing-to-enforce' },
      { on: '2026-12-25', step: 'begin-terms', by: 'head', refused: 'enforcement.nothing-to-enforce' },
    ],
  },
  {
    title: words('期限已经起算的，不重新起算', 'Terms that have begun are not begun anew'),
    opens: lead('2026-05-11'),
    acts: [...road, { on: '2026-07-01', step: 'begin-terms', by: 'head', refused: 'enforcement.terms-begun' }],
  },
  {
    title: words('延期只及于罚款：没收款到期即可催告、申请法院，延期的罚款到期后再催告（处罚法 66）', 'Only the fine is put off: what is confiscated is urged for by its own day and goes to the court, and the fine is urged for once its day is past'),
    opens: lead('2026-05-11'),
    acts: [
      ...confiscating,
      { ...asked, then: { due: { 'answer-deferral': '2026-07-10' } } },
      granted('2026-07-06', { deferredTo: '2027-06-30' }, { then: { clocks: { 'answer-deferral': 'met' } } }),
      urge('2026-07-09', { refused: 'enforcement.term-runs' }),
      urge('2026-07-10', { then: { state: 'urged' } }),
      ...urgingServed('2026-07-13', '2026-07-13', { due: { urge: '2026-07-27' } }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2026-12-24' }, due: { court: '2027-03-24' } } },
      { on: '2026-12-28', step: 'ask-court', by: 'head', then: { state: 'court', clocks: { court: 'met' } } },
      urge('2027-01-04', { refused: 'enforcement.asked-already' }),
      paysConfiscated('2027-02-01'),
      urge('2027-07-01', { then: { state: 'urged', fields: { courtFrom: '2027-06-30' } } }),
      ...urgingServed('2027-07-02', '2027-07-02', { clocks: { urge: 'open' } }),
      { on: '2027-07-20', step: 'ask-court', by: 'head', then: { state: 'court', clocks: { court: 'met' } } },
      urge('2027-07-21', { refused: 'enforcement.asked-already' }),
    ],
  },
  {
    title: words('延期届满后才申请法院的，案件不再退回催告', 'Brought before the court after its delay was over, a fine is not urged for once more'),
    opens: lead('2026-05-11'),
    acts: [
      ...road,
      asked,
      granted('2026-07-02', {}),
      urge('2026-10-09'),
      ...urgingServed('2026-10-09', '2026-10-09', { state: 'urged' }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2026-12-24' } } },
      { on: '2026-12-28', step: 'ask-court', by: 'head', then: { state: 'court' } },
      urge('2027-01-04', { refused: 'enforcement.asked-already' }),
    ],
  },
  {
    title: words('催告后没收款已缴的：延期的罚款到期后就罚款再次催告，申请期限自延期届满起算', 'Urged for what is confiscated, which is then paid: the fine is urged for once its delay is over, and its months count from then'),
    opens: lead('2026-05-11'),
    acts: [
      ...confiscating,
      asked,
      granted('2026-07-06', { deferredTo: '2027-06-30' }),
      urge('2026-07-10'),
      ...urgingServed('2026-07-13', '2026-07-13', { state: 'urged' }),
      paysConfiscated('2026-08-03', { state: 'urged', due: { remedies: '2027-06-30' } }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', refused: 'enforcement.remedies-run' },
      urge('2027-06-30', { refused: 'enforcement.urged-already' }),
      { on: '2027-07-01', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2027-06-30' }, due: { court: '2027-09-30' } } },
      { on: '2027-07-01', step: 'ask-court', by: 'head', refused: 'enforcement.fine-unurged' },
      urge('2027-07-01', { then: { state: 'urged', fields: { urgedOn: '2027-07-01', courtFrom: '2027-06-30' } } }),
      urge('2027-07-02', { refused: 'enforcement.urged-already' }),
      ...urgingServed('2027-07-02', '2027-07-02', { clocks: { urge: 'open' } }),
      { on: '2027-07-20', step: 'ask-court', by: 'head', then: { state: 'court', clocks: { court: 'met' } } },
    ],
  },
  {
    title: words('没有催告、没收款已缴的，等到延期届满才起算申请期限', 'What is confiscated being paid without an urging, the court waits for the end of the delay'),
    opens: lead('2026-05-11'),
    acts: [
      ...confiscating,
      asked,
      granted('2026-07-06', { deferredTo: '2027-06-30' }),
      paysConfiscated('2026-07-08', { state: 'served', fields: { remediesUntil: '2027-06-30' }, due: { remedies: '2027-06-30' } }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', refused: 'enforcement.remedies-run' },
      { on: '2027-07-01', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2027-06-30' }, due: { court: '2027-09-30' } } },
      urge('2027-07-01', { then: { state: 'urged' } }),
    ],
  },
  {
    title: words('申请期限已为没收款起算，没收款缴清后改自罚款的延期届满起算', 'Begun for what is confiscated, the months count anew from the end of the delay of the fine once that is paid'),
    opens: lead('2026-05-11'),
    acts: [
      ...confiscating,
      asked,
      granted('2026-07-06', { deferredTo: '2027-06-30' }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2026-12-24' }, due: { court: '2027-03-24' } } },
      paysConfiscated('2027-01-04', { state: 'served', fields: { courtFrom: '2027-06-30' }, due: { court: '2027-09-30' } }),
      urge('2027-01-05', { refused: 'enforcement.term-runs' }),
      urge('2027-07-01', { then: { state: 'urged', due: { court: '2027-09-30' } } }),
    ],
  },
  {
    title: words('没收款未缴、罚款的延期先于起诉期限届满的，罚款催告后一并申请法院', 'What is confiscated being unpaid, a fine whose delay ends within the term to sue is urged for, and the court asked for both'),
    opens: lead('2026-05-11'),
    acts: [
      ...confiscating,
      asked,
      granted('2026-07-06', {}),
      urge('2026-07-10'),
      ...urgingServed('2026-07-13', '2026-07-13', { state: 'urged' }),
      { on: '2026-12-25', step: 'remedies-over', by: 'head', then: { fields: { courtFrom: '2026-12-24' } } },
      { on: '2026-12-25', step: 'ask-court', by: 'head', refused: 'enforcement.fine-unurged' },
      urge('2026-12-25', { then: { state: 'urged', fields: { courtFrom: '2026-12-24' } } }),
      ...urgingServed('2026-12-28', '2026-12-28', { clocks: { urge: 'open' } }),
      { on: '2027-01-13', step: 'ask-court', by: 'head', then: { state: 'court' } },
    ],
  },
])
