// Worked cases of how a party is heard: which penalties let it ask for a hearing, its notice, the review after it, and a notice that is told anew.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, decision, filed, lead, reported } from './ordinary-road.ts'

/** As told, with another value, fine and kinds. */
const told = (toldFine: string, penalties: readonly string[], value = '60000.00'): readonly Act[] => [
  reported[0]!,
  { ...reported[1]!, with: { ...reported[1]!.with, value, crimeWeighed: '尚未销售，未达追诉标准' } },
  reported[2]!,
  { ...reported[3]!, with: { toldFine, penalties } },
  ...reported.slice(4),
]
const asked = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'ask-hearing', by: 'party', ...rest })
const called = (on: string, hearingOn: string, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'call-hearing', by: 'hearer', with: { hearingOn, hearingAt: '虚构局听证室', host: '虚构主持人' }, ...rest })
const notice = (on: string, due: string): readonly Act[] => [
  { on, step: 'sign-document', by: 'head', with: { document: 'hearing-notice', how: 'seal' } },
  { on, step: 'serve-document', by: 'handler', person: 'h', with: { document: 'hearing-notice', way: 'direct', outcome: 'served', on }, then: { due: { 'hearing-notice': due } } },
]
const heard = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'hear', by: 'hearer', with: { hearing: '事实清楚，建议按告知处罚' }, ...rest })
const absent = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'give-up-hearing', by: 'hearer', with: { given: 'absent' }, ...rest })
const waived = (on: string, waives: readonly string[], rest: Partial<Act> = {}): Act => ({ on, step: 'end-defence', by: 'handler', person: 'h', with: { waives }, ...rest })
const legal = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'legal-review', by: 'reviewer', with: { opinion: '程序合法' }, ...rest })

export const hearingCases = cases(handlingCase, [
  {
    title: words('较大数额的可以要求听证：通知书提前七个工作日送达，听证之后经法制审核才能决定', 'Against a large fine a hearing may be asked for: its notice is served seven working days before, and the legal review after it precedes the decision'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']),
      asked('2026-06-18', { then: { state: 'hearing', clocks: { 'ask-hearing': 'met', defend: 'met', decide: 'paused' } } }),
      heard('2026-06-22', { refused: 'enforcement.hearing-not-called' }),
      called('2026-06-22', '2026-06-28', { refused: 'enforcement.hearing-too-soon' }),
      called('2026-06-22', '2026-06-29', { person: 'h', refused: 'kernel.two-persons' }),
      called('2026-06-22', '2026-06-29', { then: { state: 'hearing', fields: { hearingOn: '2026-06-29' } } }),
      heard('2026-06-29', { refused: 'enforcement.hearing-not-called' }),
      ...notice('2026-06-22', '2026-07-01'),
      // The notice named a day that comes before seven working days are over: no hearing is held by it, on whatever day.
      heard('2026-06-29', { refused: 'enforcement.hearing-too-soon' }),
      heard('2026-07-01', { refused: 'enforcement.hearing-too-soon' }),
      // Called anew, it waits for the notice of that call.
      called('2026-07-01', '2026-07-10', { then: { clocks: { 'hearing-notice': 'void' } } }),
      heard('2026-07-10', { refused: 'enforcement.hearing-not-called' }),
      ...notice('2026-07-01', '2026-07-10'),
      heard('2026-07-09', { refused: 'enforcement.hearing-another-day' }),
      absent('2026-07-09', { refused: 'enforcement.hearing-another-day' }),
      heard('2026-08-19', { refused: 'enforcement.hearing-another-day' }),
      heard('2026-07-10', { then: { state: 'deciding', clocks: { 'hearing-notice': 'met' } } }),
      { ...decided[1]!, on: '2026-07-13', with: { ...decision, penalties: ['fine'], fine: '100000.00' }, refused: 'enforcement.legal-review-needed', then: {} },
      legal('2026-07-13', { person: 'h', refused: 'kernel.two-persons' }),
      legal('2026-07-13', { then: { state: 'deciding', fields: { legalReviewed: '2026-07-13' } } }),
      { on: '2026-07-14', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine'], fine: '100000.00' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('数额不大的没有法定听证，写明其他规定的可以；听证可以放弃', 'Against a small fine the law names no hearing; another rule that is named does, and a hearing can be given up'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('99999.99', ['fine', 'goods']),
      asked('2026-06-17', { refused: 'enforcement.no-hearing' }),
      asked('2026-06-17', { with: { otherGround: '省规章规定的其他情形（演示）' }, then: { state: 'hearing' } }),
      { on: '2026-06-18', step: 'give-up-hearing', by: 'hearer', with: { given: 'absent' }, refused: 'enforcement.hearing-not-called' },
      // The term to speak runs to the end of the 18th: until then the party may still speak, or ask again.
      { on: '2026-06-18', step: 'give-up-hearing', by: 'party', with: { given: 'withdrawn' }, then: { state: 'told', clocks: { decide: 'open', 'defend-rest': 'open' }, due: { 'defend-rest': '2026-06-18' }, fields: { noticeAnswered: null } } },
      // Asked for once more and taken back on the same day, the same day is left.
      asked('2026-06-18', { with: { otherGround: '省规章规定的其他情形（演示）' }, then: { clocks: { 'defend-rest': 'met' } } }),
      { on: '2026-06-18', step: 'give-up-hearing', by: 'party', with: { given: 'withdrawn' }, then: { state: 'told', clocks: { 'defend-rest': 'open' } } },
      { on: '2026-06-18', step: 'end-defence', by: 'handler', person: 'h', refused: 'enforcement.not-heard' },
      { on: '2026-06-18', step: 'defend', by: 'party', with: { defence: '已主动召回' }, then: { state: 'told' } },
      { on: '2026-06-19', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding', clocks: { 'defend-rest': 'late' } } },
    ],
  },
  {
    title: words('期限届满以后撤回听证要求的，直接决定', 'Withdrawn after the terms are over, it goes on to the decision'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']),
      asked('2026-06-18'),
      { on: '2026-06-22', step: 'give-up-hearing', by: 'party', with: { given: 'withdrawn' }, then: { state: 'deciding' } },
    ],
  },
  {
    title: words('没有送达告知书的，不能书面放弃；属于听证范围的，陈述申辩和听证都放弃才行', 'Nothing is waived before the notice was served; where a hearing may be asked for, both rights are waived'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']).slice(0, -2),
      waived('2026-06-10', ['defence', 'hearing'], { refused: 'enforcement.notice-unserved' }),
      ...told('100000.00', ['fine']).slice(-2),
      waived('2026-06-11', ['defence'], { refused: 'enforcement.not-heard' }),
      waived('2026-06-11', ['hearing'], { refused: 'enforcement.not-heard' }),
      waived('2026-06-11', ['defence', 'hearing'], { then: { state: 'deciding', fields: { noticeAnswered: '2026-06-11' } } }),
    ],
  },
  {
    title: words('不属于听证范围的，放弃陈述申辩即可', 'Where the law names no hearing the waiver of the defence is enough'),
    opens: lead('2026-05-11'),
    acts: [...filed, ...reported, waived('2026-06-11', ['defence'], { then: { state: 'deciding' } })],
  },
  {
    title: words('当事人不到的，听证日当日或者以后登记；之前送达的通知不作数', 'Who stays away is noted on the day of the hearing or later; a notice of before the last call does not count'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']),
      asked('2026-06-18'),
      called('2026-06-22', '2026-07-01'),
      ...notice('2026-06-22', '2026-07-01'),
      called('2026-06-23', '2026-07-06'),
      absent('2026-07-06', { refused: 'enforcement.hearing-not-called' }),
      ...notice('2026-06-24', '2026-07-03'),
      absent('2026-07-07', { then: { state: 'deciding' } }),
    ],
  },
  {
    title: words('没收较大价值的财物、自然人一万元以上的也可以', 'Also where goods of a large value are confiscated, and for a citizen from 10,000 yuan'),
    opens: lead('2026-05-11', { party: undefined, partyName: '虚构个人（演示）' }),
    acts: [
      ...filed,
      ...told('10000.00', ['fine']).slice(0, -1),
      { ...reported.at(-1)!, then: { due: { 'ask-hearing': '2026-06-18' } } },
      asked('2026-06-18', { by: 'handler', person: 'h', then: { state: 'hearing' } }),
    ],
  },
  {
    title: words('吊销须法制审核；可以在审核时一并进行', 'A revocation is legally reviewed; that may be the review of the file'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('60000.00', ['fine', 'revoke']).slice(0, 2),
      { ...reported[2]!, with: { opinion: '同意', legal: true } },
      ...told('60000.00', ['fine', 'revoke']).slice(3),
      decided[0]!,
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine', 'revoke'], fine: '60000.00', collective: '〔2026〕1号' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('没有法制审核的吊销不得决定', 'Without the legal review it is not decided'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('60000.00', ['fine', 'revoke']),
      decided[0]!,
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine', 'revoke'], fine: '60000.00', collective: '〔2026〕1号' }, refused: 'enforcement.legal-review-needed' },
    ],
  },
  {
    title: words('决定不得超出告知的种类和数额；有变化的退回补充调查，重新审核、告知，期限重新起算', 'A decision goes beyond the notice neither in kind nor in sum; what changed is investigated, reviewed and told anew, with new terms'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { ...reported[0]! },
      ...reported.slice(1, 3),
      { ...reported[3]!, with: { toldFine: '20000.00', penalties: ['goods'] }, refused: 'enforcement.fine-unnamed', then: {} },
      { ...reported[3]!, with: { penalties: ['fine'] }, refused: 'enforcement.fine-unnamed', then: {} },
      { ...reported[3]!, with: { toldFine: '20000.00', penalties: ['fine'] } },
      ...reported.slice(4),
      decided[0]!,
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine'], fine: '20000.01' }, refused: 'enforcement.never-told' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: decision, refused: 'enforcement.never-told' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, circumstance: 'none', reasons: '…' }, refused: 'enforcement.none-is-waived' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['goods'] }, refused: 'enforcement.fine-unnamed' },
      { on: '2026-06-23', step: 'find-anew', by: 'head', with: { reasons: '货值有新的证据' }, then: { state: 'investigating', clocks: { decide: 'open' }, fields: { toldFine: null, noticeOn: null } } },
      { on: '2026-06-24', step: 'report', by: 'handler', person: 'h', with: { ...reported[1]!.with, value: '30000.00' }, then: { due: { review: '2026-07-08' } } },
      { on: '2026-06-25', step: 'review-pass', by: 'reviewer', with: { opinion: '同意' } },
      { on: '2026-06-26', step: 'tell', by: 'head', with: { toldFine: '30000.00', penalties: ['fine', 'goods'] } },
      // The terms of the first notice are over and count for nothing: the second was not served yet.
      { on: '2026-06-26', step: 'end-defence', by: 'handler', person: 'h', refused: 'enforcement.notice-unserved' },
      { on: '2026-06-26', step: 'sign-document', by: 'head', with: { document: 'penalty-notice', how: 'seal' } },
      { on: '2026-06-29', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-notice', way: 'direct', outcome: 'served', on: '2026-06-29' }, then: { due: { defend: '2026-07-06', 'ask-hearing': '2026-07-06' } } },
      { on: '2026-07-07', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding' } },
      { on: '2026-07-07', step: 'decide', by: 'head', with: { ...decision, fine: '30000.00' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('没收违法所得的，告知书写明金额；决定不得超出，警告、通报批评也须告知', 'Confiscated gains are announced with their sum, and the decision does not go beyond it; nor are a warning or public criticism added'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, 3),
      { ...reported[3]!, with: { toldFine: '20000.00', penalties: ['fine', 'gain'] }, refused: 'enforcement.gain-unnamed', then: {} },
      { ...reported[3]!, with: { toldFine: '20000.00', toldConfiscated: '500.00', penalties: ['fine'] }, refused: 'enforcement.gain-unnamed', then: {} },
      { ...reported[3]!, with: { toldFine: '20000.00', toldConfiscated: '500.00', penalties: ['fine', 'gain'] } },
      ...reported.slice(4),
      decided[0]!,
      ...[
        [['fine', 'gain'], '500.01', 'never-told'],
        [['fine'], '500.00', 'gain-unnamed'],
        [['fine', 'gain'], null, 'gain-unnamed'],
        [['fine', 'gain', 'criticism'], '500.00', 'never-told'],
        [['fine', 'gain', 'warning'], '500.00', 'never-told'],
      ].map(([penalties, confiscated, code]): Act => ({ on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties, confiscated }, refused: `enforcement.${code as string}` })),
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine', 'gain'], confiscated: '500.00' }, then: { state: 'decided', fields: { confiscated: '500.00' } } },
    ],
  },
  {
    title: words('没收违法所得较大的可以要求听证', 'A large confiscation of gains lets a hearing be asked for'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, 3),
      { ...reported[3]!, with: { toldConfiscated: '100000.00', penalties: ['gain'] } },
      ...reported.slice(4),
      asked('2026-06-18', { then: { state: 'hearing' } }),
    ],
  },
  {
    title: words('告知书的送达后来才登记，此前已要求听证的，期限不再走', 'A hearing asked for before the service of the notice was entered: its term begins met'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']).slice(0, -1),
      asked('2026-06-12', { then: { state: 'hearing' } }),
      { ...reported.at(-1)!, on: '2026-06-15', then: { state: 'hearing', clocks: { defend: 'met', 'ask-hearing': 'met' } } },
    ],
  },
  {
    title: words('听证按期举行、次日登记的，填写举行日期', 'A hearing that was held on its day is entered the next day with the day on which it was held'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...told('100000.00', ['fine']),
      asked('2026-06-18'),
      called('2026-06-22', '2026-07-02'),
      ...notice('2026-06-22', '2026-07-01'),
      heard('2026-07-03', { refused: 'enforcement.hearing-another-day' }),
      heard('2026-07-03', { with: { hearing: '事实清楚', heardOn: '2026-07-03' }, refused: 'enforcement.hearing-another-day' }),
      heard('2026-07-03', { with: { hearing: '事实清楚', heardOn: '2026-07-02' }, then: { state: 'deciding' } }),
    ],
  },
  {
    title: words('参加过调查的，不论办理哪一步，都不得审核、主持听证（处罚法 64）', 'Whoever investigated, by whichever step, neither reviews nor presides'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-20', step: 'hold', by: 'handler', person: 'seized', with: { measure: 'seize', what: '灯具 300 只', approval: '批1' } },
      { on: '2026-05-20', step: 'summon', by: 'handler', person: 'summoned', with: { comeOn: '2026-05-22', comeTo: '虚构局', about: '产品来源' } },
      ...told('100000.00', ['fine']).slice(0, 2),
      { on: '2026-06-08', step: 'review-pass', by: 'reviewer', person: 'seized', with: { opinion: '同意' }, refused: 'kernel.two-persons' },
      ...told('100000.00', ['fine']).slice(2),
      asked('2026-06-18'),
      called('2026-06-22', '2026-07-02', { person: 'seized', refused: 'kernel.two-persons' }),
      called('2026-06-22', '2026-07-02'),
      ...notice('2026-06-22', '2026-07-01'),
      heard('2026-07-02', { person: 'summoned', refused: 'kernel.two-persons' }),
      heard('2026-07-02'),
      legal('2026-07-03', { person: 'summoned', refused: 'kernel.two-persons' }),
    ],
  },
])
