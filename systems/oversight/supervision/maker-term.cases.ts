// Worked cases of the two terms: the seller who was sampled and the maker whom the goods name are told apart, and each is heard in fifteen days of its own.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented, items } from './invented.ts'
import { sampling } from './sampling.ts'

const [first, second] = ['91130102MAX000001J', invented(77)]
const [shop, maker, other] = [invented(3), invented(5), invented(8)]
const opens: Act = {
  on: '2026-03-06', step: 'open', by: 'organiser',
  with: {
    how: 'drawn', kind: 'yearly', frame: 'random', line: 'goods', expansion: '3', spread: '6', unit: shop, unitName: '虚构家具店（演示）', place: '130102',
    productClass: 'furniture', items, rule: 'guardedRejection', mostQuantity: '2',
  },
}
const sheet = {
  sampledOn: '2026-03-09', stage: 'trade', spot: '卖场', producer: maker, producerName: '虚构书柜厂（演示）', product: '木质书柜', model: 'SG-1', batch: '2026-02', standardNo: 'GB 18584-2001',
  lotSize: 40, quantity: '1', backupQuantity: '1', countedIn: '件', sealNumber: 'F-0001', backupSeal: 'F-0002', backupPlace: '被抽样单位', signedBy: '演示签字人',
}
const reported = (found: string, more: object = {}): readonly Act[] => [
  { on: '2026-03-09', step: 'visit', by: 'sampler', with: { firstSampler: 'ZF-001', secondSampler: 'ZF-002' } },
  { on: '2026-03-09', step: 'seal', by: 'sampler', with: { ...sheet, ...more } },
  { on: '2026-03-10', step: 'send', by: 'sampler', with: { laboratory: first } },
  { on: '2026-03-20', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1', found } },
]
const served = (form: string, on: string): readonly Act[] => [
  { on, step: 'sign-document', by: 'organiser', with: { document: form, how: 'seal' } },
  { on, step: 'serve-document', by: 'organiser', with: { document: form, way: 'direct', outcome: 'served', on } },
]
/** The shop has its notice on 25 March and may object until 9 April. */
const shopTold: readonly Act[] = [
  { on: '2026-03-23', step: 'tell', by: 'organiser', then: { state: 'told', fields: { makerOwed: '2026-03-20' }, due: { 'maker-notice': '2026-03-27' } } },
  ...served('result-notice', '2026-03-25'),
]
/** The maker has its own on 30 March and may object until 14 April. */
const bothTold: readonly Act[] = [
  ...shopTold,
  { on: '2026-03-26', step: 'tell-maker', by: 'organiser', then: { state: 'told', clocks: { 'maker-notice': 'met' } } },
  ...served('maker-result-notice', '2026-03-30'),
]
const objects = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'object', by: 'party', person: shop, with: { objectionKind: 'result', objection: '申请复检' }, ...more })
const makerObjects = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'maker-object', by: 'party', person: maker, with: { makerObjectionKind: 'result', makerObjection: '申请复检' }, ...more })
const denies = (on: string, more: Partial<Act> = {}): Act =>
  ({ on, step: 'deny', by: 'party', person: maker, with: { denial: '批号不是本厂的' }, ...more })
const confirms = (on: string, more: Partial<Act> = {}): Act => ({ on, step: 'confirm', by: 'organiser', ...more })

export const makerTermCases = cases(sampling, [
  {
    title: words('销售者和标称生产者各有通知和十五日，结论等两个期限都届满', 'Seller and maker have a notice and fifteen days each, and the verdict waits for both'),
    opens,
    acts: [
      ...reported('fails'),
      ...bothTold.slice(0, -1),
      { ...bothTold.at(-1)!, then: { due: { objection: '2026-04-09', 'maker-objection': '2026-04-14' }, rule: { 'maker-objection': 'product-quality-law/15' } } },
      confirms('2026-04-09', { refused: 'supervision.objection-runs' }),
      objects('2026-04-10', { refused: 'supervision.objection-late' }),
      confirms('2026-04-10', { refused: 'supervision.maker-term-runs' }),
      makerObjects('2026-04-14', { then: { state: 'objected', clocks: { 'maker-objection': 'met' }, due: { 'decide-objection': '2026-04-24' } } }),
      { on: '2026-04-16', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, then: { state: 'reinspecting', clocks: { 'decide-objection': 'met' } } },
      { on: '2026-04-28', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'fails' }, then: { state: 'retested' } },
      confirms('2026-04-29', { then: { state: 'nonconforming', fields: { final: 'fails' } } }),
    ],
  },
  {
    title: words('两个期限都届满而无人异议的，结论确认', 'Where both terms end and nobody objects, the verdict is confirmed'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      confirms('2026-04-14', { refused: 'supervision.maker-term-runs' }),
      makerObjects('2026-04-15', { refused: 'supervision.objection-late' }),
      confirms('2026-04-15', { then: { state: 'nonconforming', clocks: { objection: 'late', 'maker-objection': 'late' } } }),
    ],
  },
  {
    title: words('未送达的标称生产者没有起算的期限：未告知、告知而未送达，都不能确认不合格', 'A maker that was not served has no running term: neither untold nor told without service is a failure confirmed'),
    opens,
    acts: [
      ...reported('fails'), ...shopTold,
      confirms('2026-04-10', { refused: 'supervision.maker-not-served' }),
      { on: '2026-04-10', step: 'maker-accept', by: 'party', person: maker, refused: 'supervision.maker-not-served' },
      { on: '2026-04-13', step: 'tell-maker', by: 'organiser', then: { clocks: { 'maker-notice': 'late' } } },
      confirms('2026-05-06', { refused: 'supervision.maker-not-served' }),
      { on: '2026-05-06', step: 'sign-document', by: 'organiser', with: { document: 'maker-result-notice', how: 'seal' } },
      { on: '2026-05-06', step: 'serve-document', by: 'organiser', with: { document: 'maker-result-notice', way: 'post', outcome: 'failed' } },
      confirms('2026-06-01', { refused: 'supervision.maker-not-served' }),
      { on: '2026-06-01', step: 'serve-document', by: 'organiser', with: { document: 'maker-result-notice', way: 'direct', outcome: 'served', on: '2026-06-01' }, then: { due: { 'maker-objection': '2026-06-16' } } },
      { on: '2026-06-02', step: 'tell-maker', by: 'organiser', refused: 'supervision.maker-told-already' },
      confirms('2026-06-17', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('各自认可，互不代替：两者都认可的不必等期满', 'Each accepts for itself: where both do, nobody waits for the terms'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      { on: '2026-03-31', step: 'maker-accept', by: 'party', person: shop, refused: 'supervision.not-the-maker' },
      { on: '2026-03-31', step: 'accept-result', by: 'party', person: maker, refused: 'supervision.own-term' },
      { on: '2026-03-31', step: 'accept-result', by: 'party', person: shop, then: { state: 'told', clocks: { objection: 'met', 'maker-objection': 'open' } } },
      confirms('2026-04-10', { refused: 'supervision.maker-term-runs' }),
      { on: '2026-04-10', step: 'maker-accept', by: 'party', person: maker, then: { state: 'settled', clocks: { 'maker-objection': 'met' } } },
      confirms('2026-04-10', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('一方的异议不用掉另一方的期限：销售者的不予复检后，标称生产者仍可申请', 'An objection of one does not use up the term of the other: when the seller’s is declined the maker may still ask'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      makerObjects('2026-03-31', { person: shop, refused: 'supervision.not-the-maker' }),
      objects('2026-03-31', { person: maker, refused: 'supervision.own-term' }),
      objects('2026-03-31', { then: { state: 'objected', clocks: { objection: 'met', 'maker-objection': 'open' } } }),
      { on: '2026-04-02', step: 'decline-objection', by: 'organiser', with: { decision: '无新证据' }, then: { state: 'told', clocks: { 'decide-objection': 'met' } } },
      makerObjects('2026-04-07', { then: { state: 'objected', due: { 'decide-objection': '2026-04-17' } } }),
      makerObjects('2026-04-08', { refused: 'supervision.objected-already' }),
      { on: '2026-04-08', step: 'decline-objection', by: 'organiser', with: { ground: 'decayed', decision: '样品已变质' }, then: { state: 'settled' } },
      confirms('2026-04-09', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('否认成立的只免标称生产者，销售者仍应负责，自己的期限照走', 'A maker that did not make the goods is free; the seller still answers, and its own term goes on'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      denies('2026-03-31', { person: shop, refused: 'supervision.not-the-maker' }),
      denies('2026-03-31', { then: { state: 'objected', clocks: { objection: 'open', 'maker-objection': 'open' }, due: { 'decide-denial': '2026-04-10' } } }),
      { on: '2026-04-01', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, refused: 'supervision.no-result-objection' },
      { on: '2026-04-01', step: 'decline-objection', by: 'organiser', with: { decision: '无' }, refused: 'supervision.no-result-objection' },
      { on: '2026-04-02', step: 'disown', by: 'organiser', with: { denialDecision: '经核实为假冒' }, then: { state: 'told', clocks: { 'decide-denial': 'met', 'maker-objection': 'met', objection: 'open' }, fields: { producer: null, producerName: null, disowned: maker, disownedName: '虚构书柜厂（演示）', denialFound: 'true', decision: null } } },
      confirms('2026-04-03', { refused: 'supervision.objection-runs' }),
      { on: '2026-04-03', step: 'maker-accept', by: 'party', person: maker, refused: 'supervision.no-own-term' },
      objects('2026-04-03', { then: { state: 'objected' } }),
      { on: '2026-04-07', step: 'decline-objection', by: 'organiser', with: { ground: 'decayed', decision: '样品已变质' }, then: { state: 'settled' } },
      confirms('2026-04-08', { then: { state: 'nonconforming', fields: { final: 'fails' } } }),
    ],
  },
  {
    title: words('标称生产者的否认或者异议不用掉销售者的期限：处理期间销售者仍可提出一次或者认可', 'What the maker says does not use up the seller’s term: while it is heard the seller may object once, or accept'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      denies('2026-03-31', { then: { state: 'objected', clocks: { objection: 'open' } } }),
      objects('2026-04-01', { then: { state: 'objected', clocks: { objection: 'met' }, fields: { objectedOn: '2026-04-01' }, due: { 'decide-objection': '2026-04-13' } } }),
      objects('2026-04-02', { refused: 'supervision.objected-already' }),
      { on: '2026-04-02', step: 'accept-result', by: 'party', person: shop, refused: 'supervision.objected-already' },
      { on: '2026-04-03', step: 'decline-denial', by: 'organiser', with: { denialDecision: '进货凭证与出库单相符' }, then: { state: 'objected' } },
      { on: '2026-04-07', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, then: { state: 'reinspecting' } },
      { on: '2026-04-13', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'fails' }, then: { state: 'retested' } },
      confirms('2026-04-15', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('标称生产者异议期间销售者认可的，其期限即告终结，异议照常处理', 'A seller that accepts while the maker’s objection is heard ends its own term, and the objection is dealt with'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      makerObjects('2026-03-31'),
      { on: '2026-04-01', step: 'accept-result', by: 'party', person: shop, then: { state: 'objected', clocks: { objection: 'met', 'decide-objection': 'open' } } },
      { on: '2026-04-07', step: 'reinspect', by: 'organiser', with: { reLaboratory: second } },
      { on: '2026-04-13', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'meets' }, then: { state: 'retested' } },
      objects('2026-04-13', { refused: 'supervision.objection-late' }),
      confirms('2026-04-13', { then: { state: 'conforming' } }),
    ],
  },
  {
    title: words('复检进行中也可以否认：否认不等复检，结论等否认的答复', 'A denial may come while the re-inspection runs: it does not wait for it, and the verdict waits for its answer'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      objects('2026-03-31'),
      denies('2026-04-01', { then: { state: 'objected' } }),
      denies('2026-04-02', { refused: 'supervision.objected-already' }),
      { on: '2026-04-02', step: 'disown', by: 'organiser', with: { denialDecision: '经核实为假冒' }, refused: 'supervision.objection-first' },
      { on: '2026-04-02', step: 'reinspect', by: 'organiser', with: { reLaboratory: second }, then: { state: 'reinspecting', clocks: { 'decide-objection': 'met', 'decide-denial': 'open' } } },
      makerObjects('2026-04-03', { then: { state: 'reinspecting', fields: { objectedOn: null } } }),
      { on: '2026-04-13', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'fails' }, then: { state: 'retested' } },
      confirms('2026-04-13', { refused: 'supervision.denial-open' }),
      { on: '2026-04-13', step: 'decline-denial', by: 'organiser', with: { denialDecision: '进货凭证与出库单相符' }, then: { state: 'retested', fields: { denialFound: 'untrue', producer: maker } } },
      { on: '2026-04-13', step: 'decline-denial', by: 'organiser', with: { denialDecision: '再次' }, refused: 'supervision.no-denial' },
      { on: '2026-04-13', step: 'disown', by: 'organiser', with: { denialDecision: '再次' }, refused: 'supervision.no-maker-to-free' },
      confirms('2026-04-14', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('复检合格的不必等标称生产者；复检不合格的，未送达的标称生产者仍须先告知', 'A re-inspection that conforms need not wait for the maker; one that fails must, and the maker is told first'),
    opens,
    acts: [
      ...reported('fails'), ...shopTold,
      objects('2026-03-31'),
      { on: '2026-04-02', step: 'reinspect', by: 'organiser', with: { reLaboratory: second } },
      { on: '2026-04-13', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG2', found: 'fails' }, then: { state: 'retested' } },
      confirms('2026-04-13', { refused: 'supervision.maker-not-served' }),
      { on: '2026-04-13', step: 'tell-maker', by: 'organiser' },
      ...served('maker-result-notice', '2026-04-14'),
      makerObjects('2026-04-15', { refused: 'supervision.re-inspected-already' }),
      { on: '2026-04-15', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG2', reason: '设备超期' }, then: { state: 'reinspecting' } },
      { on: '2026-04-20', step: 'take-report', by: 'organiser', with: { reporter: second, report: 'BG3', found: 'meets' }, then: { state: 'retested' } },
      confirms('2026-04-20', { then: { state: 'conforming', fields: { final: 'meets' } } }),
    ],
  },
  {
    title: words('换发的报告重新告知，两个期限重新起算，旧通知的期限不作数', 'A report in another’s place is told anew: both terms begin again, and those of the old notices count for nothing'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      confirms('2026-04-15'),
      { on: '2026-04-20', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG1', reason: '录入有误' }, then: { state: 'awaiting' } },
      { on: '2026-04-21', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1-1', found: 'fails' }, then: { state: 'reported' } },
      { on: '2026-04-22', step: 'tell', by: 'organiser', then: { state: 'told', fields: { makerOwed: '2026-04-21', makerToldOn: null } } },
      confirms('2026-04-22', { refused: 'supervision.objection-runs' }),
      ...served('result-notice', '2026-04-22'),
      confirms('2026-05-08', { refused: 'supervision.maker-not-served' }),
      { on: '2026-05-08', step: 'tell-maker', by: 'organiser' },
      ...served('maker-result-notice', '2026-05-08'),
      confirms('2026-05-26', { then: { state: 'nonconforming' } }),
    ],
  },
  {
    title: words('否认不约束换发的报告：查证不属实的可以再否认，未答复的不再待答复', 'A denial binds no report in another’s place: one found untrue may be made anew, one that waited waits no more'),
    opens,
    acts: [
      ...reported('fails'), ...bothTold,
      denies('2026-03-31'),
      { on: '2026-04-01', step: 'decline-denial', by: 'organiser', with: { denialDecision: '进货凭证与出库单相符' } },
      denies('2026-04-02', { refused: 'supervision.objected-already' }),
      { on: '2026-04-20', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG1', reason: '录入有误' }, then: { state: 'awaiting' } },
      { on: '2026-04-21', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1-1', found: 'fails' } },
      { on: '2026-04-22', step: 'tell', by: 'organiser', then: { fields: { deniedOn: null, denial: null, denialFound: null, denialDecision: null } } },
      ...served('result-notice', '2026-04-22'),
      { on: '2026-04-22', step: 'tell-maker', by: 'organiser' },
      ...served('maker-result-notice', '2026-04-22'),
      denies('2026-04-23', { then: { state: 'objected', clocks: { 'decide-denial': 'open' } } }),
      // Withdrawn again while the denial waits: what was said of that report binds the next as little.
      { on: '2026-04-24', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG1-1', reason: '设备超期' } },
      { on: '2026-04-27', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1-2', found: 'fails' } },
      { on: '2026-04-28', step: 'tell', by: 'organiser', then: { state: 'told', clocks: { 'decide-denial': 'met' }, fields: { deniedOn: null } } },
      ...served('result-notice', '2026-04-28'),
      { on: '2026-04-28', step: 'tell-maker', by: 'organiser' },
      ...served('maker-result-notice', '2026-04-28'),
      denies('2026-04-29', { then: { clocks: { 'decide-denial': 'open' } } }),
      { on: '2026-04-30', step: 'disown', by: 'organiser', with: { denialDecision: '经核实为假冒' }, then: { fields: { producer: null, disowned: maker } } },
      // Whoever was found not to have made the goods is free of every later report on them.
      { on: '2026-05-06', step: 'report-withdrawn', by: 'organiser', with: { report: 'BG1-2', reason: '录入有误' } },
      { on: '2026-05-07', step: 'take-report', by: 'organiser', with: { reporter: first, report: 'BG1-3', found: 'fails' } },
      { on: '2026-05-08', step: 'tell', by: 'organiser', then: { fields: { disowned: maker, denialFound: 'true', makerOwed: null } } },
    ],
  },
  {
    title: words('标称生产者就是被抽样单位，或者只有名称的，只有一个期限', 'Where the maker named is the body checked, or is known by its name only, there is one term'),
    opens,
    acts: [
      ...reported('fails', { producer: null }),
      { on: '2026-03-23', step: 'tell', by: 'organiser', then: { state: 'told', fields: { makerOwed: null } } },
      { on: '2026-03-23', step: 'tell-maker', by: 'organiser', refused: 'supervision.no-own-term' },
      denies('2026-03-24', { person: other, refused: 'supervision.no-own-term' }),
      ...served('result-notice', '2026-03-25'),
      { on: '2026-03-26', step: 'accept-result', by: 'party', then: { state: 'settled' } },
    ],
  },
])
