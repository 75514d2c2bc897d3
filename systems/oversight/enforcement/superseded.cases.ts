// Worked cases of a paper that is issued anew: only the last one is served, and what the one before started counts for nothing.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, decision, filed, lead, reported } from './ordinary-road.ts'

const sign = (on: string, document: string): Act => ({ on, step: 'sign-document', by: 'head', with: { document, how: 'seal' } })
const serve = (on: string, document: string, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'serve-document', by: 'handler', person: 'h', with: { document, way: 'post', outcome: 'served', on }, ...rest })
/** Found, reviewed and told anew with a larger fine, all on one day. */
const anew = (on: string): readonly Act[] => [
  { on, step: 'find-anew', by: 'head', with: { reasons: '货值有新的证据' } },
  { on, step: 'report', by: 'handler', person: 'h', with: { ...reported[1]!.with, value: '40000.00' } },
  { on, step: 'review-pass', by: 'reviewer', with: { opinion: '同意' } },
  { on, step: 'tell', by: 'head', with: { toldFine: '40000.00', penalties: ['fine', 'goods'] } },
  sign(on, 'penalty-notice'),
]
const waives = (on: string, rest: Partial<Act> = {}): Act => ({ on, step: 'end-defence', by: 'handler', person: 'h', with: { waives: ['defence', 'hearing'] }, ...rest })
const call = (on: string, hearingOn: string, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'call-hearing', by: 'hearer', with: { hearingOn, hearingAt: '虚构局听证室', host: '虚构主持人' }, ...rest })

export const supersededCases = cases(handlingCase, [
  {
    title: words('送达当日重新告知的，先前告知书的期限不算，须送达新的告知书（处罚法 44、62）', 'Told anew on the day on which the first notice was served: its terms count for nothing, and the second is served'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      ...anew('2026-06-11'),
      waives('2026-06-11', { refused: 'enforcement.notice-unserved' }),
      serve('2026-06-15', 'penalty-notice', { then: { due: { defend: '2026-06-23', 'ask-hearing': '2026-06-23' } } }),
      waives('2026-06-15', { then: { state: 'deciding' } }),
      { on: '2026-06-16', step: 'decide', by: 'head', with: { ...decision, fine: '40000.00' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('先前的告知书仍在邮寄中的，收到也不算告知；只送达新的', 'The first notice is in the post when the case is told anew: that it arrives tells nobody'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, 5),
      serve('2026-06-11', 'penalty-notice', { with: { document: 'penalty-notice', way: 'post', outcome: 'sent' } }),
      ...anew('2026-06-12'),
      serve('2026-06-13', 'earlier penalty-notice', { refused: 'kernel.document-superseded' }),
      waives('2026-06-15', { refused: 'enforcement.notice-unserved' }),
      { on: '2026-06-15', step: 'void-document', by: 'head', with: { document: 'earlier penalty-notice', why: '重新告知，先前的一份于 2026-06-13 收到' } },
      serve('2026-06-16', 'penalty-notice'),
      waives('2026-06-16', { then: { state: 'deciding' } }),
    ],
  },
  {
    title: words('听证重新通知的，按先前通知书不到场不算缺席', 'A hearing called anew: by the earlier paper nobody stayed away'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      { on: '2026-06-12', step: 'ask-hearing', by: 'party', with: { otherGround: '本省规章另有规定' } },
      call('2026-06-15', '2026-06-26'),
      sign('2026-06-15', 'hearing-notice'),
      call('2026-06-15', '2026-07-03'),
      sign('2026-06-15', 'hearing-notice'),
      serve('2026-06-16', 'earlier hearing-notice', { refused: 'kernel.document-superseded' }),
      { on: '2026-07-03', step: 'give-up-hearing', by: 'hearer', with: { given: 'absent' }, refused: 'enforcement.hearing-not-called' },
    ],
  },
  {
    title: words('延期后重新催告的，先前的催告书不起算十个工作日', 'Urged anew after a delay: the first urging begins no ten working days'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      ...decided,
      { on: '2026-07-10', step: 'urge', by: 'head' },
      sign('2026-07-10', 'penalty-urging'),
      { on: '2026-07-10', step: 'ask-deferral', by: 'party', with: { hardship: '停产，资金周转困难' } },
      { on: '2026-07-10', step: 'grant-deferral', by: 'head', with: { deferredTo: '2026-07-31', approval: '批5' } },
      { on: '2026-08-03', step: 'urge', by: 'head' },
      sign('2026-08-03', 'penalty-urging'),
      serve('2026-08-04', 'earlier penalty-urging', { refused: 'kernel.document-superseded' }),
      { on: '2026-08-20', step: 'ask-court', by: 'head', refused: 'enforcement.urging-not-served' },
    ],
  },
  {
    title: words('后作出的文书作废的，不取代先前的：先前的照常送达，自送达起算', 'A later paper that is void takes the place of none: the one before it is served, and its term runs from that'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      { on: '2026-06-12', step: 'ask-hearing', by: 'party', with: { otherGround: '本省规章另有规定' } },
      call('2026-06-15', '2026-06-26'),
      sign('2026-06-15', 'hearing-notice'),
      call('2026-06-15', '2026-06-26'),
      serve('2026-06-16', 'earlier hearing-notice', { refused: 'kernel.document-superseded' }),
      { on: '2026-06-16', step: 'void-document', by: 'head', with: { document: 'hearing-notice', why: '重复作出' } },
      serve('2026-06-16', 'earlier hearing-notice', { then: { clocks: { 'hearing-notice': 'open' } } }),
      { on: '2026-06-26', step: 'hear', by: 'hearer', with: { hearing: '维持拟处罚意见' }, then: { state: 'deciding' } },
    ],
  },
])
