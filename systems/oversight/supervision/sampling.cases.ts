// Worked cases of samples: from the visit to the final verdict, with notice, objection and re-inspection under both packs of law.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented, items } from './invented.ts'
import { sampling } from './sampling.ts'

const [first, second] = ['91130102MAX000001J', invented(77)]
const ordered = (on: string, more: object = {}): Act => ({
  on, step: 'open', by: 'organiser',
  with: {
    how: 'drawn', kind: 'yearly', frame: 'random', line: 'goods', expansion: '3', spread: '6', unit: invented(3), unitName: '虚构家具厂（演示）', place: '130102',
    productClass: 'furniture', items, rule: 'guardedRejection', mostQuantity: '2', ...more,
  },
})
const sheet = {
  stage: 'production', spot: '成品库', producer: invented(3), producerName: '虚构家具厂（演示）', product: '木质书柜', model: 'SG-1', batch: '2026-02', standardNo: 'GB 18584-2001',
  lotSize: 40, quantity: '1', backupQuantity: '1', countedIn: '件', sealNumber: 'F-0001', backupSeal: 'F-0002', backupPlace: '被抽样单位', signedBy: '演示签字人',
}
const samplers = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }
const visit = (on: string): Act => ({ on, step: 'visit', by: 'sampler', with: samplers, then: { state: 'visiting', fields: { checked: invented(3) } } })
const upToReport = (day: (n: string) => string, found: string): readonly Act[] => [
  visit(day('09')),
  { on: day('09'), step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: day('09') }, then: { state: 'sealed', fields: { overTaken: false } } },
  { on: day('10'), step: 'send', by: 'sampler', with: { laboratory: first }, then: { state: 'sent' } },
  { on: day('20'), step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1', found }, then: { state: 'reported' } },
]
const in2026 = (n: string): string => `2026-03-${n}`
const in2016 = (n: string): string => `2016-03-${n}`
const told = (on: string, served: string): readonly Act[] => [
  { on, step: 'tell', by: 'organiser', then: { state: 'told', clocks: { notice: 'met' } } },
  { on, step: 'sign-document', by: 'organiser', with: { document: 'result-notice', how: 'seal' } },
  { on: served, step: 'serve-document', by: 'organiser', with: { document: 'result-notice', way: 'direct', outcome: 'served', on: served } },
]

const refuses = (on: string): Act => ({ on, step: 'obstruct', by: 'sampler', person: 's', with: { reason: '出示证件后仍拒绝' } })
const contests = (on: string, more: Partial<Act> = {}): Act => ({ on, step: 'contest-refusal', by: 'party', person: invented(3), with: { contest: '抽样人员没有出示证件' }, ...more })

export const samplingCases = cases(sampling, [
  {
    title: words('合格的结果直接确认并公布', 'A sample that conforms is confirmed and published'),
    opens: ordered('2026-03-06'),
    acts: [
      ...upToReport(in2026, 'meets'),
      { on: '2026-03-23', step: 'confirm', by: 'organiser', then: { state: 'conforming', fields: { final: 'meets', confirmed: '2026-03-23' }, due: { publication: '2026-04-21' } } },
      { on: '2026-03-25', step: 'publish', by: 'organiser', then: { state: 'conforming', clocks: { publication: 'met' }, fields: { published: '2026-03-25' } } },
      // Thirty days after 23 March; one returned once is not returned again.
      { on: '2026-03-25', step: 'return-sample', by: 'sampler', with: { returnHow: 'returned' }, then: { state: 'conforming', due: { return: '2026-04-22' }, clocks: { return: 'met' }, fields: { returnedOn: '2026-03-25' } } },
      { on: '2026-03-26', step: 'return-sample', by: 'organiser', with: { returnHow: 'usedUp' }, refused: 'supervision.returned-already' },
      { on: '2026-05-11', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG1', reason: '设备超期' }, then: { state: 'awaiting', fields: { final: null, published: null } } },
      { on: '2026-05-20', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG2', found: 'fails', failed: [] }, then: { state: 'reported' } },
      { on: '2026-05-21', step: 'confirm', by: 'organiser', refused: 'supervision.not-told' },
    ],
  },
  {
    title: words('抽样单：两人、封条、标准、签字，缺一不得离场；超量留痕', 'The sheet: two persons, seals, standard, signature; too much taken leaves a mark'),
    opens: ordered('2026-03-06', { inspectors: 'wu xu' }),
    acts: [
      { on: '2026-03-09', step: 'visit', by: 'sampler', person: 'wu', with: { ...samplers, secondSampler: 'ZF-001' }, refused: 'supervision.two-samplers' },
      { on: '2026-03-09', step: 'visit', by: 'sampler', person: 'zhou', with: samplers, refused: 'supervision.not-drawn' },
      { on: '2026-03-09', step: 'visit', by: 'sampler', person: 'wu', with: samplers, then: { state: 'visiting' } },
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', sealNumber: null }, refused: 'supervision.no-seal' },
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', backupSeal: 'F-0001' }, refused: 'supervision.one-seal' },
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', standardNo: null }, refused: 'supervision.no-standard' },
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', signedBy: null }, refused: 'supervision.not-signed' },
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', quantity: '3', signedBy: null, refusalNote: '负责人拒签，已录像' }, then: { state: 'sealed', fields: { overTaken: true } } },
      { on: '2026-03-10', step: 'send', by: 'sampler', with: { laboratory: first }, then: { state: 'sent' } },
      { on: '2026-03-11', step: 'spoil', by: 'organiser', with: { reason: '封样破损' }, then: { state: 'invalid' } },
    ],
  },
  {
    title: words('异议自收到通知起 15 日，期满才是最终结论', 'Fifteen days to object from receipt; final only after that'),
    opens: ordered('2026-03-06'),
    acts: [
      ...upToReport(in2026, 'fails'),
      { on: '2026-03-23', step: 'tell', by: 'organiser', then: { state: 'told' } },
      { on: '2026-03-23', step: 'confirm', by: 'organiser', refused: 'supervision.objection-runs' },
      { on: '2026-03-23', step: 'sign-document', by: 'organiser', with: { document: 'result-notice', how: 'seal' } },
      { on: '2026-03-25', step: 'serve-document', by: 'organiser', with: { document: 'result-notice', way: 'direct', outcome: 'served', on: '2026-03-25' }, then: { due: { objection: '2026-04-09' }, rule: { objection: 'product-quality-law/15' } } },
      { on: '2026-04-09', step: 'confirm', by: 'organiser', refused: 'supervision.objection-runs' },
      { on: '2026-04-10', step: 'object', by: 'party', with: { objectionKind: 'result', objection: '不认可' }, refused: 'supervision.objection-late' },
      { on: '2026-04-10', step: 'confirm', by: 'organiser', then: { state: 'nonconforming', fields: { final: 'fails' } } },
      { on: '2026-06-01', step: 'reverse', by: 'head', with: { reason: '复议决定撤销' }, then: { state: 'reversed', fields: { final: null } } },
    ],
  },
  {
    title: words('复检由另一机构用备用样品进行，复检结论为最终结论', 'Re-inspection: the backup, another laboratory, and its verdict is final'),
    opens: ordered('2026-03-06'),
    acts: [
      ...upToReport(in2026, 'fails'),
      ...told('2026-03-23', '2026-03-25'),
      { on: '2026-04-03', step: 'object', by: 'party', with: { objectionKind: 'result', objection: '申请复检' }, then: { state: 'objected', clocks: { objection: 'met' }, due: { 'decide-objection': '2026-04-13' } } },
      { on: '2026-04-08', step: 'reinspect', by: 'organiser', with: { reLaboratory: first }, refused: 'supervision.same-laboratory' },
      { on: '2026-04-08', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, then: { state: 'reinspecting', clocks: { 'decide-objection': 'met' } } },
      { on: '2026-04-20', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG9', found: 'meets' }, refused: 'supervision.other-laboratory' },
      { on: '2026-04-20', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'fails' }, then: { state: 'retested', clocks: { 're-inspection': 'met' }, fields: { reVerdict: 'fails' } } },
      { on: '2026-04-21', step: 'confirm', by: 'organiser', then: { state: 'nonconforming', fields: { final: 'fails' } } },
    ],
  },
  {
    title: words('2016 年的抽查：当时的法律同样是 15 日', 'A check of 2016: fifteen days by the law of the time'),
    opens: ordered('2016-03-04'),
    acts: [
      ...upToReport(in2016, 'fails'),
      ...told('2016-03-22', '2016-03-24'),
      { on: '2016-04-08', step: 'object', by: 'party', with: { objectionKind: 'authenticity', objection: '不是本厂产品' }, then: { state: 'objected', rule: { notice: 'aqsiq-order-133' }, clocks: { objection: 'met' } } },
      { on: '2016-04-11', step: 'disown', by: 'organiser', with: { denialDecision: '经核实为假冒' }, refused: 'supervision.no-maker-to-free' },
      { on: '2016-04-12', step: 'uphold', by: 'organiser', with: { decision: '经核实为假冒' }, then: { state: 'reversed' } },
    ],
  },
  {
    title: words('食品：七个工作日申请复检，微生物项目不予复检', 'Food: seven working days to ask, and no re-inspection of microbes'),
    opens: ordered('2026-03-06', { line: 'food' }),
    acts: [
      ...upToReport(in2026, 'fails'),
      ...told('2026-03-23', '2026-03-25'),
      { on: '2026-03-30', step: 'object', by: 'party', with: { objectionKind: 'result', objection: '申请复检' }, then: { rule: { objection: 'food-safety-law/88' } } },
      { on: '2026-03-31', step: 'decline-objection', by: 'organiser', with: { ground: 'microbes', decision: '微生物指标不予复检' }, then: { state: 'settled' } },
      { on: '2026-04-01', step: 'confirm', by: 'organiser', then: { state: 'nonconforming' } },
    ],
  },
  {
    title: words('没有备用样品的不能复检；认可结果的不必等期满', 'No backup, no re-inspection; who accepts the result need not wait'),
    opens: ordered('2026-03-06'),
    acts: [
      visit('2026-03-09'),
      { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, sampledOn: '2026-03-09', backupQuantity: null, backupSeal: null }, then: { state: 'sealed' } },
      { on: '2026-03-10', step: 'send', by: 'sampler', with: { laboratory: first } },
      { on: '2026-03-20', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1', found: 'fails' } },
      ...told('2026-03-23', '2026-03-25'),
      { on: '2026-03-26', step: 'object', by: 'party', with: { objectionKind: 'result', objection: '申请复检' } },
      { on: '2026-03-27', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, refused: 'supervision.not-again' },
    ],
  },
  {
    title: words('认可结果', 'The result is accepted'),
    opens: ordered('2026-03-06'),
    acts: [...upToReport(in2026, 'fails'), ...told('2026-03-23', '2026-03-25'), { on: '2026-03-26', step: 'accept-result', by: 'party', then: { state: 'settled', clocks: { objection: 'met' } } }],
  },
  {
    title: words('不能判定的报告不能确认', 'A report without a verdict is not confirmed'),
    opens: ordered('2026-03-06'),
    acts: [...upToReport(in2026, 'undecided'), { on: '2026-03-23', step: 'confirm', by: 'organiser', refused: 'supervision.undecided' }],
  },
  {
    title: words('整改后的复查样品合格，结论回到后处理', 'A re-check after correction passes, and its result goes back to the follow-up'),
    opens: ordered('2026-03-06', { how: 'recheck', frame: 'risk-directed', origin: 'rectification', originRecord: '01900000-0000-7000-8000-000000000001' }),
    acts: [...upToReport(in2026, 'meets'), { on: '2026-03-23', step: 'confirm', by: 'organiser', then: { state: 'conforming' } }],
  },
  { title: words('无样可抽', 'Nothing to be taken'), opens: ordered('2026-03-06'), acts: [visit('2026-03-09'), { on: '2026-03-09', step: 'find-nothing', by: 'sampler', with: { ground: 'closed', reason: '停产三个月' }, then: { state: 'notTaken' } }] },
  { title: words('拒绝抽样', 'Sampling is refused'), opens: ordered('2026-03-06'), acts: [visit('2026-03-09'), { on: '2026-03-09', step: 'obstruct', by: 'sampler', with: { reason: '出示证件后仍拒绝' }, then: { state: 'obstructed' } }] },
  {
    title: words('被认定拒绝抽样的单位可以陈述异议，由认定人以外的人答复：维持的，认定不变；只复核一次', 'A body said to have refused may object; another than who found so answers: kept, the finding stands, and it is examined once'),
    opens: ordered('2026-03-06'),
    acts: [
      visit('2026-03-09'),
      refuses('2026-03-09'),
      contests('2026-03-10', { person: invented(9), refused: 'supervision.own-term' }),
      contests('2026-03-10', { then: { state: 'contested', due: { 'decide-contest': '2026-03-20' } } }),
      { on: '2026-03-11', step: 'keep-refusal', by: 'head', person: 's', with: { contestAnswer: '维持' }, refused: 'kernel.two-persons' },
      { on: '2026-03-12', step: 'keep-refusal', by: 'head', with: { contestAnswer: '录像显示出示证件后仍拒绝' }, then: { state: 'obstructed', clocks: { 'decide-contest': 'met' } } },
      contests('2026-03-13', { refused: 'supervision.contested-already' }),
    ],
  },
  {
    title: words('拒绝抽样的认定不成立的撤销，并告知已经登记的案件', 'A finding of a refusal that does not hold is withdrawn, and the case that came of it is told'),
    opens: ordered('2026-03-06'),
    acts: [
      visit('2026-03-09'),
      refuses('2026-03-09'),
      contests('2026-03-10'),
      { on: '2026-03-12', step: 'withdraw-refusal', by: 'head', with: { contestAnswer: '抽样人员未出示证件，不是无正当理由' }, then: { state: 'refusalWithdrawn' } },
    ],
  },
  {
    title: words('抽样人员不符合规定的，可以依法拒绝：不是拒绝抽查，不立案，重新到场', 'Where the samplers fall short the body may refuse: that is no obstruction and no case, and the visit is made again'),
    opens: ordered('2026-03-06'),
    acts: [
      visit('2026-03-09'),
      { on: '2026-03-09', step: 'turn-away', by: 'party', with: { lawfulGround: 'noPapers', reason: '未带通知书' }, refused: 'kernel.not-yours' },
      { on: '2026-03-09', step: 'turn-away', by: 'sampler', with: { lawfulGround: 'noPapers', reason: '未带通知书' }, then: { state: 'turnedAway', fields: { lawfulGround: 'noPapers' } } },
      { on: '2026-03-10', step: 'obstruct', by: 'sampler', with: { reason: '改记为拒绝' }, refused: 'kernel.not-now' },
    ],
  },
  {
    title: words('买来的样品不退还，没有退样期限；不合格的样品也没有', 'What was bought is not returned and has no term for it, nor has what fails'),
    opens: ordered('2026-03-06', { how: 'bought', kind: 'online' }),
    acts: [
      { on: '2026-03-09', step: 'buy', by: 'sampler', with: { ...sheet, ...samplers, sampledOn: '2026-03-09', stage: 'online', signedBy: null, platform: '虚构商城', shopUrl: 'https://shop.example/1', orderNumber: 'D1', captureHash: 'ab'.repeat(32), voucher: 'P1' } },
      { on: '2026-03-10', step: 'send', by: 'sampler', with: { laboratory: first } },
      { on: '2026-03-20', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1', found: 'meets' } },
      { on: '2026-03-23', step: 'confirm', by: 'organiser', then: { state: 'conforming', fields: { returnFrom: null } } },
      { on: '2026-03-24', step: 'return-sample', by: 'organiser', with: { returnHow: 'returned' }, refused: 'supervision.bought-not-returned' },
    ],
  },
  {
    title: words('网络买样不到场告知，网页须有摘要', 'Bought online without notice, the page fixed by its hash'),
    opens: ordered('2026-03-06', { how: 'bought', kind: 'online' }),
    acts: [
      { on: '2026-03-09', step: 'buy', by: 'sampler', with: { ...sheet, ...samplers, sampledOn: '2026-03-09', stage: 'online', signedBy: null, platform: '虚构商城', shopUrl: 'https://shop.example/1', orderNumber: 'D1', captureHash: 'x', voucher: 'P1' }, refused: 'supervision.capture-hash' },
      { on: '2026-03-09', step: 'buy', by: 'sampler', with: { ...sheet, ...samplers, sampledOn: '2026-03-09', stage: 'online', signedBy: null, platform: '虚构商城', shopUrl: 'https://shop.example/1', orderNumber: 'D1', captureHash: 'ab'.repeat(32), voucher: 'P1' }, then: { state: 'sealed', fields: { platform: '虚构商城' } } },
    ],
  },
])
