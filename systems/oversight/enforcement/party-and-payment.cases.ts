// Worked cases of whose case it is and of what was paid: a party corrected before and after it was told, and a payment that the party only claims.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, filed, lead, reported } from './ordinary-road.ts'

const [named, right] = ['91130102MAX000001J', '91130102MAX000003Q']
const names = (more: object, rest: Partial<Act> = {}): Act =>
  ({ on: '2026-05-21', step: 'name-party', by: 'handler', person: 'h', with: { party: right, partyName: '虚构灯饰厂（演示）', why: '营业执照显示为另一主体', ...more }, ...rest })
const wrong = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'wrong-party', by: 'head', with: { reasons: '查明违法行为不是该单位所为', rightParty: right, rightName: '虚构灯饰厂（演示）' }, ...more })
const claim = (on: string, more: Partial<Act> = {}): Act => ({ on, step: 'claim-payment', by: 'party', with: { on, sum: '20000.00', receipt: '银1' }, ...more })

export const partyCases = cases(handlingCase, [
  {
    title: words('告知之前可以查明、更正当事人：审核退回重来，谁也没有因此看到案卷', 'Before anybody was told the party is named or corrected: the review begins anew, and nobody came to read the file by it'),
    opens: lead('2026-05-11', { party: undefined, partyName: '不明' }),
    acts: [
      { on: '2026-05-11', step: 'name-party', by: 'handler', person: 'h', with: { party: named, partyName: '虚构灯具厂（演示）', why: '查明经营者' }, then: { state: 'lead', fields: { party: named, informed: null } } },
      ...filed,
      { on: '2026-05-21', step: 'correct-mark', by: 'head', with: { passedAs: 'licence 2026-05-11', why: '…' }, refused: 'enforcement.not-marked' },
      { on: '2026-05-21', step: 'mark-breach', by: 'head', with: { passedAs: 'licence 2026-05-11' }, then: { state: 'investigating' } },
      { on: '2026-05-21', step: 'mark-breach', by: 'head', with: { passedAs: 'labelling 2026-05-11' }, refused: 'enforcement.marked-already' },
      { on: '2026-05-21', step: 'correct-mark', by: 'head', with: { passedAs: 'licence 2026-05-11', why: '…' }, refused: 'enforcement.marked-already' },
      { on: '2026-05-21', step: 'correct-mark', by: 'head', with: { passedAs: 'labelling 2026-05-11', why: '移送时选错' }, then: { state: 'investigating', fields: { passedAs: 'labelling 2026-05-11' } } },
      names({ party: named, partyName: '虚构灯具厂（演示）' }, { refused: 'enforcement.same-party' }),
      ...reported.slice(0, 2),
      names({}, { on: '2026-06-02', then: { state: 'investigating', clocks: { review: 'met', decide: 'open' }, fields: { party: right, informed: null, earlier: null } } }),
    ],
  },
  {
    title: words('告知之后不在本案内更换：对原当事人终止，另立案源；新当事人由自己的文书告知', 'Once it was told the party is not exchanged: its case ends, the right one has a lead of its own and is told by a paper of its own'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'hold', by: 'handler', person: 'h', with: { measure: 'seize', what: '台灯 150 件', approval: '批1', handed: true }, then: { fields: { informed: named } } },
      names({}, { on: '2026-05-22', refused: 'enforcement.told-already' }),
      ...reported,
      wrong('2026-06-15', { with: { reasons: '…', rightParty: named, rightName: '虚构灯具厂（演示）' }, refused: 'enforcement.same-party' }),
      wrong('2026-06-15', { then: { state: 'terminated', clocks: { decide: 'met', defend: 'met', 'ask-hearing': 'met' }, fields: { party: named, informed: named } } }),
      { on: '2026-06-16', step: 'release', by: 'handler', person: 'h', with: { how: '退还' }, then: { state: 'terminated', clocks: { seize: 'met' } } },
      { on: '2026-06-17', step: 'close', by: 'head', with: { outcome: '当事人认定错误，终止' }, then: { state: 'closed' } },
    ],
  },
])

export const summonedCases = cases(handlingCase, [
  {
    title: words('询问通知书已经发出、扣押决定书尚未交付的，不在本案内更换：否则送给前者的文书会告知后者', 'With a summons out, or a seizure whose order is not handed over, the party is not exchanged: a paper for the one would tell the other'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'summon', by: 'handler', person: 'h', with: { comeOn: '2026-05-26', comeTo: '虚构局', about: '产品来源' } },
      names({}, { on: '2026-05-21', refused: 'enforcement.paper-out' }),
      wrong('2026-05-22', { then: { state: 'terminated', fields: { informed: null } } }),
    ],
  },
  {
    title: words('查封而清单未交付的，也不在本案内更换', 'Nor while goods are sealed and the list was not handed over'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'hold', by: 'handler', person: 'h', with: { measure: 'seal', what: '模具', approval: '批1' } },
      names({}, { on: '2026-05-21', refused: 'enforcement.paper-out' }),
    ],
  },
])

const rejection = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'reject-claim', by: 'handler', person: 'h', with: { receipt: '银1', found: '代收银行查无此款' }, ...more })
const contest = (on: string, more: Partial<Act> = {}): Act => ({ on, step: 'contest-rejection', by: 'party', with: { receipt: '银1', contest: '附银行回单，交易流水可查' }, ...more })
const kept = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'keep-rejection', by: 'head', person: 'k', with: { receipt: '银1', found: '另一人向代收银行总行核对，仍无此款' }, ...more })

export const rejectedCases = cases(handlingCase, [
  {
    title: words('核对后查无的收据不能再申报：有异议的由另一人核对，其间不催告；维持后不再受理同一异议', 'A receipt that the bank did not know is not claimed again: an objection goes to another person and holds urging; once kept it is not heard again'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      claim('2026-07-06'),
      contest('2026-07-06', { refused: 'enforcement.nothing-rejected' }),
      kept('2026-07-06', { refused: 'enforcement.not-contested' }),
      rejection('2026-07-07', { then: { fields: { claims: null, rejected: [{ receipt: '银1', found: '代收银行查无此款' }] } } }),
      claim('2026-07-08', { refused: 'enforcement.claim-rejected' }),
      contest('2026-07-08', { then: { state: 'served', fields: { claims: [{ receipt: '银1', contest: '附银行回单，交易流水可查' }], rejected: null } } }),
      { on: '2026-07-13', step: 'urge', by: 'head', refused: 'enforcement.claim-open' },
      // Whoever rejected it does not judge the objection, by the one step or by the other.
      rejection('2026-07-13', { refused: 'enforcement.contested-claim' }),
      kept('2026-07-13', { by: 'handler', person: 'h', refused: 'kernel.two-persons' }),
      kept('2026-07-13', { then: { fields: { claims: null, rejected: [{ receipt: '银1', kept: true }] } } }),
      contest('2026-07-14', { refused: 'enforcement.rejection-kept' }),
      { on: '2026-07-14', step: 'urge', by: 'head', then: { state: 'urged' } },
      // Another receipt is another claim.
      claim('2026-07-15', { with: { on: '2026-07-15', sum: '20000.00', receipt: '银2' }, then: { state: 'urged' } }),
    ],
  },
  {
    title: words('异议属实的，按收据登记缴款，以实际缴款日计算', 'Where the objection is right the payment is entered by its receipt, as of the day on which it was paid'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      claim('2026-07-06'),
      rejection('2026-07-07'),
      contest('2026-07-10'),
      { on: '2026-07-14', step: 'pay', by: 'handler', person: 'h2', with: { on: '2026-07-06', sum: '20000.00', receipt: '银1' }, then: { state: 'performed', fields: { claims: null, surcharge: '0.00' } } },
      contest('2026-07-15', { refused: 'enforcement.nothing-rejected' }),
    ],
  },
])

export const paymentCases = cases(handlingCase, [
  {
    title: words('当事人申报缴款不是缴款：核对银行收据后登记；核对之前不催告、不申请法院', 'What the party says it paid is no payment: it is entered by the bank’s receipt, and before that nobody is urged or brought before the court'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      { on: '2026-07-06', step: 'pay', by: 'party', with: { on: '2026-07-06', sum: '20000.00', receipt: '银1' }, refused: 'kernel.not-yours' },
      { on: '2026-07-06', step: 'pay-part', by: 'party', with: { on: '2026-07-06', sum: '1.00', receipt: '银1' }, refused: 'kernel.not-yours' },
      claim('2026-07-06', { then: { state: 'served', clocks: { pay: 'open' }, fields: { claims: [{ on: '2026-07-06', sum: '20000.00', receipt: '银1' }] } } }),
      claim('2026-07-07', { refused: 'enforcement.claimed-already' }),
      { on: '2026-07-13', step: 'urge', by: 'head', refused: 'enforcement.claim-open' },
      // Entered on the 14th of what was paid to the bank on the 6th: in time, without surcharge.
      { on: '2026-07-14', step: 'pay', by: 'handler', person: 'h', with: { on: '2026-07-06', sum: '20000.00', receipt: '银1' }, then: { state: 'performed', fields: { claims: null, paid: '20000.00', surcharge: '0.00' } } },
    ],
  },
  {
    title: words('另一张收据缴清的，此前的申报核对后才能结案', 'Paid by another receipt: the case is closed once the earlier claim was checked'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      claim('2026-07-06'),
      { on: '2026-07-08', step: 'pay', by: 'handler', person: 'h', with: { on: '2026-07-08', sum: '20000.00', receipt: '银5' }, then: { state: 'performed' } },
      { on: '2026-07-09', step: 'close', by: 'head', with: { outcome: '履行完毕' }, refused: 'enforcement.claim-open' },
      { on: '2026-07-09', step: 'reject-claim', by: 'handler', person: 'h', with: { receipt: '银1', found: '代收银行查无此款' } },
      { on: '2026-07-09', step: 'close', by: 'head', with: { outcome: '履行完毕' }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('银行查无此款的，登记核对结果后催告；同一收据不能再登记两次', 'Where the bank knows of none, that is entered and the party is urged; a receipt that was entered is not claimed again'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      claim('2026-07-06'),
      { on: '2026-07-13', step: 'reject-claim', by: 'handler', person: 'h', with: { receipt: '银9', found: '查无' }, refused: 'enforcement.no-claim' },
      { on: '2026-07-13', step: 'reject-claim', by: 'handler', person: 'h', with: { receipt: '银1', found: '代收银行查无此款' }, then: { state: 'served', fields: { claims: null } } },
      { on: '2026-07-13', step: 'urge', by: 'head', then: { state: 'urged' } },
      { on: '2026-07-14', step: 'pay-part', by: 'handler', person: 'h', with: { on: '2026-07-14', sum: '5000.00', receipt: '银2' } },
      claim('2026-07-15', { with: { on: '2026-07-14', sum: '5000.00', receipt: '银2' }, refused: 'enforcement.claimed-already' }),
      claim('2026-07-15', { with: { on: '2026-07-15', sum: '1000.00', receipt: '银3' } }),
      { on: '2026-08-04', step: 'ask-court', by: 'head', refused: 'enforcement.claim-open' },
    ],
  },
])
