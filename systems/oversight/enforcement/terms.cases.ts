// Worked cases of the terms of a case: what is held in an emergency, tests that stop the clocks, the heads' own term, the statute, closing.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, evidence, filed, handlers, lead, reported, verifiers } from './ordinary-road.ts'

const test = { what: '耐久', testedBy: '虚构检测中心' }
const hold = (on: string, more: object, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'hold', by: 'handler', person: 'h', with: { measure: 'seize', what: '台灯 150 件', ...more }, ...rest })
const release = (on: string, state: string): Act => ({ on, step: 'release', by: 'handler', person: 'h', with: { how: '解除，退还当事人' }, then: { state, clocks: { seize: 'met' } } })
const finding = { finding: '温升不合格', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49', value: '20000.00' }

export const holdingCases = cases(handlingCase, [
  {
    title: words('当场采取的措施二十四小时内补办批准，采取的人不能自己批准；没有批准也不紧急的不得采取', 'What is held on the spot is approved within 24 hours, not by whoever took it; without approval and emergency nothing is held'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      hold('2026-05-21', {}, { refused: 'enforcement.hold-unapproved' }),
      { on: '2026-05-21', step: 'approve-hold', by: 'head', with: { approval: '批1' }, refused: 'enforcement.nothing-to-approve' },
      hold('2026-05-21', { urgent: true, handed: true }, { then: { state: 'investigating', clocks: { 'hold-report': 'open', seize: 'open' } } }),
      { on: '2026-05-21', step: 'approve-hold', by: 'head', person: 'h', with: { approval: '批1' }, refused: 'kernel.two-persons' },
      { on: '2026-05-21', step: 'approve-hold', by: 'head', with: { approval: '批1' }, then: { clocks: { 'hold-report': 'met', seize: 'open' } } },
    ],
  },
  {
    title: words('两次当场采取的分别补办批准，各自起算二十四小时；审核通过以后也可以补办', 'Two that were held on the spot are approved one by one, each within hours of its own, also once the review is passed'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      hold('2026-05-31', { urgent: true }, { then: { clocks: { 'hold-report': 'open' } } }),
      hold('2026-06-01', { urgent: true, what: '包装箱 20 个' }),
      { on: '2026-06-01', step: 'approve-hold', by: 'head', with: { approval: '批1' }, then: { clocks: { 'hold-report': 'open' }, fields: { holding: [{ approval: '批1' }, { approval: null }] } } },
      ...reported.slice(1, 3).map((act) => ({ ...act, on: '2026-06-01', then: {} })),
      { on: '2026-06-02', step: 'approve-hold', by: 'head', with: { approval: '批2' }, then: { state: 'reviewed', fields: { holding: [{ approval: '批1' }, { approval: '批2' }], heldUrgently: null } } },
      { on: '2026-06-02', step: 'approve-hold', by: 'head', with: { approval: '批3' }, refused: 'enforcement.nothing-to-approve' },
    ],
  },
  {
    title: words('次日才补办批准的，迟了', 'Approved two days later it is late'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      hold('2026-05-21', { measure: 'register', urgent: true }, { then: { clocks: { 'hold-report': 'open', hold: 'open' } } }),
      { on: '2026-05-23', step: 'approve-hold', by: 'head', with: { approval: '批1' }, then: { clocks: { 'hold-report': 'late' } } },
    ],
  },
  {
    title: words('中止期间查封扣押期限照走，到期解除', 'While the case is suspended a seizure runs on, and is lifted at its end'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      hold('2026-05-21', { approval: '批1' }, { then: { due: { seize: '2026-06-22' } } }),
      { on: '2026-05-25', step: 'suspend', by: 'head', with: { reasons: '等待另案判决' }, then: { clocks: { decide: 'paused', seize: 'open' } } },
      release('2026-06-20', 'suspended'),
    ],
  },
  {
    title: words('听证期间、不予处罚之后也可以解除', 'Held goods come free during a hearing, and after none is imposed'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      hold('2026-05-21', { approval: '批1' }),
      ...reported,
      { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h' },
      { on: '2026-06-22', step: 'waive', by: 'head', with: { leniency: 'noFault', reasons: '没有主观过错' }, then: { state: 'waived' } },
      release('2026-06-22', 'waived'),
    ],
  },
  {
    title: words('扣押未解除的，不移送、不归档；处理以后才终了', 'While goods are held the case is neither passed on nor archived; they are dealt with first'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      hold('2026-05-21', { approval: '批1' }),
      { on: '2026-05-22', step: 'pass-on', by: 'head', with: { to: '虚构文化执法队', reasons: '属于该机关管辖' }, refused: 'enforcement.still-held' },
      { on: '2026-05-22', step: 'terminate', by: 'head', with: { reasons: '当事人已注销' }, then: { state: 'terminated', clocks: { seize: 'open' } } },
      { on: '2026-05-25', step: 'close', by: 'head', with: { outcome: '终止调查' } },
      { on: '2026-05-25', step: 'archive', by: 'handler', person: 'h', refused: 'enforcement.still-held' },
      release('2026-05-25', 'closed'),
      { on: '2026-05-26', step: 'archive', by: 'handler', person: 'h', then: { state: 'archived' } },
    ],
  },
  {
    title: words('扣押未解除的，撤销决定之前先解除', 'What is held is released before the decision is annulled'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      hold('2026-05-29', { approval: '批1' }),
      ...reported.slice(1),
      ...decided,
      { on: '2026-06-25', step: 'annul', by: 'head', with: { ground: 'own', reasons: '主体有误' }, refused: 'enforcement.still-held' },
      release('2026-06-25', 'served'),
      { on: '2026-06-25', step: 'annul', by: 'head', with: { ground: 'own', reasons: '主体有误' }, then: { state: 'annulled' } },
    ],
  },
  {
    title: words('送检期间不计入核查、查封扣押和办案期限；其间可以收集证据、采取和解除措施', 'The time of a test counts in neither verification, seizure nor decision; evidence is gathered and goods are held and released meanwhile'),
    opens: lead('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'verify', by: 'handler', person: 'h', with: verifiers },
      { on: '2026-05-13', step: 'send-to-test', by: 'handler', person: 'h', with: { what: '温升', testedBy: '虚构检测中心', testUntil: '2026-12-31' }, then: { state: 'testingLead', clocks: { verify: 'paused' } } },
      hold('2026-05-14', { approval: '批1' }, { refused: 'kernel.not-now' }),
      { on: '2026-05-14', step: 'terminate', by: 'head', with: { reasons: '…' }, refused: 'kernel.not-now' },
      { on: '2026-05-14', step: 'wrong-party', by: 'head', with: { reasons: '…', rightName: '虚构灯饰厂（演示）' }, refused: 'kernel.not-now' },
      // Ten working days out of fifteen: the last day moves from 1 June to 15 June.
      { on: '2026-05-27', step: 'tested', by: 'handler', person: 'h', with: { result: '不合格' }, then: { state: 'verifying', due: { verify: '2026-06-15' } } },
      { on: '2026-05-28', step: 'file', by: 'head', with: handlers, then: { state: 'investigating', due: { decide: '2026-08-26' } } },
      hold('2026-05-28', { approval: '批1' }, { then: { due: { seize: '2026-06-29' } } }),
      { on: '2026-06-01', step: 'send-to-test', by: 'handler', person: 'h', with: { what: '耐久', testedBy: '虚构检测中心', testUntil: '2026-06-10', ofHeld: true }, then: { state: 'testingHeld', clocks: { decide: 'paused', seize: 'paused' }, due: { test: '2026-06-10' } } },
      { on: '2026-06-02', step: 'gather', by: 'handler', person: 'h', with: evidence, then: { state: 'testingHeld' } },
      // What was seized is tested, and the party is told until when (行政強制法 25).
      { on: '2026-06-02', step: 'sign-document', by: 'head', with: { document: 'test-notice', how: 'seal' } },
      { on: '2026-06-02', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'test-notice', way: 'direct', outcome: 'served', on: '2026-06-02' } },
      { on: '2026-06-11', step: 'tested', by: 'handler', person: 'h', with: { result: '不合格' }, then: { state: 'investigating', due: { decide: '2026-09-07', seize: '2026-07-07' }, clocks: { test: 'late' }, fields: { testUntil: null } } },
    ],
  },
  {
    title: words('检验的不是查封、扣押的财物，查封、扣押期限照走；到期没有结果的再次送检，写明新的日期（行政强制法 25）', 'A test of anything else lets the term of the seizure run; where there is no result by its day it is sent again with another'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'send-to-test', by: 'handler', person: 'h', with: { ...test, testUntil: '2026-06-12', ofHeld: true }, refused: 'enforcement.nothing-seized' },
      { on: '2026-05-21', step: 'send-to-test', by: 'handler', person: 'h', with: { ...test, testUntil: '2026-05-20' }, refused: 'enforcement.test-over' },
      hold('2026-05-21', { measure: 'seize', approval: '批1' }, { then: { due: { seize: '2026-06-22' } } }),
      { on: '2026-05-21', step: 'send-to-test', by: 'handler', person: 'h', with: { ...test, testUntil: '2026-06-12' }, then: { state: 'testing', clocks: { decide: 'paused', seize: 'open' }, due: { test: '2026-06-12' } } },
      { on: '2026-06-15', step: 'send-to-test', by: 'handler', person: 'h', with: { ...test, testUntil: '2026-06-30' }, then: { state: 'testing', due: { test: '2026-06-30', seize: '2026-06-22' } } },
    ],
  },
])

const extend = (on: string, deadline: string, by: string, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'extend-deadline', by, with: { deadline, why: '案情复杂', approval: '批9' }, ...rest })
const setTerm = (on: string, decideBy: string, rest: Partial<Act> = {}): Act =>
  ({ on, step: 'set-term', by: 'head', with: { decideBy, termRecord: '集体讨论〔2026〕7号', reasons: '跨省取证' }, ...rest })

const announced = (rest: Partial<Act> = {}): Act =>
  ({ ...reported.at(-1)!, with: { document: 'penalty-notice', way: 'notice', outcome: 'sent', on: '2026-06-11' }, then: {}, ...rest })
const meanwhile = (on: string, more: object, then: Act['then']): Act =>
  ({ on, step: 'serve-meanwhile', by: 'handler', person: 'h', with: { document: 'penalty-notice', ...more }, then: then! })

const summon = (on: string): Act => ({ on, step: 'summon', by: 'handler', person: 'h', with: { comeOn: '2026-06-01', comeTo: '虚构局', about: '供货经过' } })
const sign = (on: string, document: string): Act => ({ on, step: 'sign-document', by: 'head', with: { document, how: 'seal' } })

export const termCases = cases(handlingCase, [
  {
    title: words('九十日，负责人延长三十日，仍不能决定的由集体讨论定期限', 'Ninety days, thirty more by the head, and beyond that the term that the heads set together'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      setTerm('2026-08-10', '2026-11-30', { refused: 'enforcement.extend-first' }),
      extend('2026-08-10', 'decide', 'head', { then: { due: { decide: '2026-09-17' } } }),
      extend('2026-09-10', 'decide', 'head', { refused: 'kernel.extended-already' }),
      setTerm('2026-09-10', '2026-09-10', { refused: 'enforcement.term-over' }),
      setTerm('2026-09-10', '2026-11-30', { then: { state: 'investigating', clocks: { decide: 'met' }, due: { 'decide-set': '2026-11-30' } } }),
      setTerm('2026-11-26', '2026-12-31', { then: { due: { 'decide-set': '2026-12-31' } } }),
      { on: '2026-12-01', step: 'terminate', by: 'head', with: { reasons: '当事人已注销' }, then: { state: 'terminated', clocks: { 'decide-set': 'met' }, due: { 'close-terminated': '2026-12-22' } } },
    ],
  },
  {
    title: words('逾期没有延长的不再延长，由集体讨论写明原因定期限；逾期照记', 'What ran out unextended is extended no more: the heads say why and set a term, and it stands as late'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      extend('2026-08-19', 'decide', 'head', { refused: 'kernel.too-late' }),
      setTerm('2026-08-19', '2026-09-30', { then: { clocks: { decide: 'late' }, due: { 'decide-set': '2026-09-30' } } }),
    ],
  },
  {
    title: words('中止、检验期间也不计入集体讨论决定的期限；期间内才定的，只扣除定了以后的日子', 'A suspension and a test do not count in the term that the heads set either; of one that they set meanwhile only the days after that'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      extend('2026-08-10', 'decide', 'head'),
      setTerm('2026-09-10', '2026-11-30', { then: { due: { 'decide-set': '2026-11-30' } } }),
      { on: '2026-10-08', step: 'suspend', by: 'head', with: { reasons: '等待另案判决' }, then: { clocks: { 'decide-set': 'paused' } } },
      { on: '2026-10-18', step: 'resume', by: 'head', then: { due: { 'decide-set': '2026-12-10' }, fields: { decideBy: '2026-12-10' } } },
      { on: '2026-11-02', step: 'send-to-test', by: 'handler', person: 'h', with: { what: '耐久', testedBy: '虚构检测中心', testUntil: '2026-12-31' } },
      setTerm('2026-11-12', '2026-12-20', { then: { state: 'testing', clocks: { 'decide-set': 'paused' } } }),
      { on: '2026-11-22', step: 'tested', by: 'handler', person: 'h', with: { result: '不合格' }, then: { clocks: { 'decide-set': 'open' }, due: { 'decide-set': '2026-12-30' }, fields: { decideBy: '2026-12-30' } } },
      { on: '2026-12-30', step: 'terminate', by: 'head', with: { reasons: '当事人已注销' }, then: { clocks: { 'decide-set': 'met' } } },
    ],
  },
  {
    title: words('告知书公告送达的，公告期间不计入办案期限，期满之日为送达之日', 'While the notice is announced the ninety days stand still; it is served on the last day of that'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, -1),
      announced({ then: { state: 'announcing', clocks: { decide: 'paused', announcement: 'open' }, due: { announcement: '2026-07-12', defend: '2026-07-17' }, fields: { announcedUntil: '2026-07-11' } } }),
      { on: '2026-07-11', step: 'announcement-over', by: 'handler', person: 'h', refused: 'enforcement.announcement-runs' },
      { on: '2026-07-11', step: 'end-defence', by: 'handler', person: 'h', refused: 'enforcement.not-heard' },
      // Thirty-one days with the one on which it was put up: the last day moves from 18 August to 18 September.
      { on: '2026-07-12', step: 'announcement-over', by: 'handler', person: 'h', then: { state: 'told', due: { decide: '2026-09-18' }, clocks: { announcement: 'late' } } },
      { on: '2026-07-20', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding' } },
    ],
  },
  {
    title: words('公告期间找到当事人另行送达的，自该日起算', 'Found and served in another way meanwhile, the terms of the party run from that day'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, -1),
      announced(),
      meanwhile('2026-06-18', { way: 'post', outcome: 'sent' }, { state: 'announcing', clocks: { announcement: 'open', decide: 'paused' } }),
      meanwhile('2026-06-22', { way: 'direct', outcome: 'served', on: '2026-06-22' }, {
        state: 'told', clocks: { decide: 'open', announcement: 'met' }, due: { defend: '2026-06-29', 'ask-hearing': '2026-06-29', decide: '2026-08-31' },
      }),
      { on: '2026-06-29', step: 'end-defence', by: 'handler', person: 'h', refused: 'enforcement.not-heard' },
      { on: '2026-06-30', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding' } },
    ],
  },
  {
    title: words('只有告知书的公告停止办案期限：询问通知书公告的，期限照算', 'Only the notice stops the ninety days: while a summons is announced they run'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      summon('2026-05-21'),
      sign('2026-05-21', 'inquiry-summons'),
      ...reported,
      announced({ on: '2026-06-12', with: { document: 'inquiry-summons', way: 'notice', outcome: 'sent', on: '2026-06-12' }, then: { state: 'told', clocks: { decide: 'open' } } }),
    ],
  },
  {
    title: words('公告期间送达别的文书、再次公告告知书，都不视为送达告知书', 'Neither another paper served meanwhile nor the notice announced once more ends its announcement'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      summon('2026-05-21'),
      sign('2026-05-21', 'inquiry-summons'),
      ...reported.slice(0, -1),
      announced(),
      meanwhile('2026-06-18', { document: 'inquiry-summons', way: 'post', outcome: 'served', on: '2026-06-18' }, { state: 'announcing', clocks: { announcement: 'open', decide: 'paused' } }),
      meanwhile('2026-06-22', { way: 'notice', outcome: 'sent', on: '2026-06-22' }, { state: 'announcing', clocks: { announcement: 'open', decide: 'paused' }, fields: { announcedUntil: '2026-07-11' } }),
    ],
  },
  {
    title: words('公告期间当事人书面放弃权利的，不必等公告期满；集体讨论的期限同样顺延', 'Who waives its rights meanwhile need not wait for the end of it; the term that the heads set moves on as well'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, -1),
      extend('2026-06-11', 'decide', 'head'),
      setTerm('2026-06-11', '2026-10-15'),
      announced({ then: { clocks: { 'decide-set': 'paused' } } }),
      { on: '2026-06-22', step: 'defend', by: 'party', with: { defence: '愿意接受处罚' }, then: { state: 'announcing' } },
      { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h', with: { waives: ['defence'] }, then: { state: 'deciding', due: { 'decide-set': '2026-10-26' }, clocks: { announcement: 'met' } } },
    ],
  },
  {
    title: words('没有撤回听证的不必登记剩余期限；负责人不得以登记公告期满日停止办案期限（程序规定 64）', 'Without a hearing taken back nothing is entered, and no head stops the ninety days by naming the end of an announcement'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      { on: '2026-06-15', step: 'carry-notice', by: 'head', refused: 'enforcement.nothing-to-carry' },
      { on: '2026-06-15', step: 'carry-notice', by: 'head', with: { announcedUntil: '2026-07-11' }, refused: 'enforcement.announcement-by-watch' },
      { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h', then: { state: 'deciding', due: { decide: '2026-08-18' } } },
    ],
  },
  {
    title: words('审核、协查期限可以延长', 'The terms of review and of help can be extended'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      { on: '2026-05-21', step: 'assist', by: 'handler', person: 'h', with: { of: '虚构市局', what: '核实供货' }, then: { due: { assist: '2026-06-11' } } },
      extend('2026-06-10', 'assist', 'handler', { with: { deadline: 'assist', why: '协查机关告知需要延长', approval: '协查复函〔2026〕3号' }, then: { due: { assist: '2026-07-03' } } }),
      { on: '2026-06-11', step: 'report', by: 'handler', person: 'h', with: finding, then: { due: { review: '2026-06-26' } } },
      extend('2026-06-12', 'review', 'head', { then: { due: { review: '2026-07-10' } } }),
    ],
  },
  {
    title: words('终了两年以后才发现的不立案；涉及生命健康且有危害后果的为五年', 'Found more than two years after its end it is not filed; five years where life or health came to harm'),
    opens: lead('2026-05-11'),
    acts: [
      filed[0]!,
      { on: '2026-05-20', step: 'file', by: 'head', with: { ...handlers, breachEnded: '2024-05-10' }, refused: 'enforcement.statute-over' },
      { on: '2026-05-20', step: 'file', by: 'head', with: { ...handlers, breachEnded: '2021-05-10', harmful: true }, refused: 'enforcement.statute-over' },
      { on: '2026-05-20', step: 'file', by: 'head', with: { ...handlers, breachEnded: '2024-05-10', harmful: true }, then: { state: 'investigating' } },
    ],
  },
  {
    title: words('调查中才查明早已终了的，不得处罚，可以终止', 'Where the investigation shows that it ended long ago, nothing is imposed'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      { ...reported[1]!, with: { ...finding, breachEnded: '2024-05-10' } },
      ...reported.slice(2),
      decided[0]!,
      { ...decided[1]!, refused: 'enforcement.statute-over-late' },
      { on: '2026-06-23', step: 'find-anew', by: 'head', with: { reasons: '已过处罚时效' } },
      { on: '2026-06-23', step: 'terminate', by: 'head', with: { reasons: '已过处罚时效' }, then: { state: 'terminated' } },
    ],
  },
  {
    title: words('不予处罚的也在十五个工作日内结案；待决定时发现不归本机关管的移送', 'Where none is imposed the case is closed within fifteen working days; what turns out to be another’s is passed on when it is to be decided'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      decided[0]!,
      { on: '2026-06-22', step: 'waive', by: 'head', with: { leniency: 'slight', reasons: '已改正' }, then: { state: 'waived', due: { 'close-waived': '2026-07-13' } } },
      { on: '2026-07-13', step: 'close', by: 'head', with: { outcome: '不予处罚' }, then: { state: 'closed', clocks: { 'close-waived': 'met' } } },
    ],
  },
  {
    title: words('待决定时移送', 'Passed on when it is to be decided'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      decided[0]!,
      { on: '2026-06-22', step: 'pass-on', by: 'head', with: { to: '虚构文化执法队', reasons: '属于该机关管辖' }, then: { state: 'passedOn', clocks: { decide: 'met' } } },
    ],
  },
])
