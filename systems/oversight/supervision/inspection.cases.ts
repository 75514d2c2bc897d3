// Worked cases of visits and of special equipment: permits checked, orders with a day, cycles that run out by law.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { usingEquipment } from './equipment.ts'
import { inspecting } from './inspection.ts'
import { invented } from './invented.ts'

const both = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }
const arranged = (kind = 'visits'): Act => ({ on: '2026-04-06', step: 'open', by: 'organiser', with: { kind, unit: invented(5), unitName: '虚构机械厂（演示）', place: '130102' } })
const visit: Act = { on: '2026-04-08', step: 'visit', by: 'sampler', with: both, then: { state: 'visiting', fields: { visited: invented(5), on: '2026-04-08' } } }
const licence = { kind: 'business', permit: '虚构-1', validTo: '2030-01-01', found: 'valid' }
const form = { points: [{ point: '进货查验记录', result: 'good' }], permits: [licence], finding: '制度健全', signedBy: '演示签字人', outcome: 'clean' }
const record = (more: object): Act => ({ on: '2026-04-08', step: 'record', by: 'sampler', with: { ...form, ...more } })

const suspects = (on: string, suspected: string, more: Partial<Act>): Act =>
  ({ on, step: 'suspect-breach', by: 'officer', with: { suspected, facts: '演示' }, ...more })
const refusal = (on: string): Act => ({ on, step: 'obstruct', by: 'sampler', person: 's', with: { reason: '拒不开门' } })
const contests = (on: string, more: Partial<Act> = {}): Act => ({ on, step: 'contest-refusal', by: 'party', with: { contest: '检查人员没有出示证件' }, ...more })
const directed = (on: string, then: NonNullable<Act['then']>): readonly Act[] => [
  { on, step: 'sign-document', by: 'sampler', with: { document: 'equipment-directive', how: 'hand' } },
  { on, step: 'serve-document', by: 'sampler', with: { document: 'equipment-directive', way: 'direct', outcome: 'served', on }, then },
]

export const inspectingCases = cases(inspecting, [
  {
    title: words('证照须核对，过期的证照不能是“未发现问题”', 'Permits are checked, and one that ran out is never “nothing found”'),
    opens: arranged(),
    acts: [
      visit,
      { ...record({ permits: [] }), refused: 'supervision.permit-not-checked' },
      { ...record({ permits: [{ ...licence, validTo: '2026-04-07' }] }), refused: 'supervision.fault-without-measure' },
      { ...record({ points: [{ point: '进货查验记录', result: 'bad' }] }), refused: 'supervision.fault-without-measure' },
      { ...record({ signedBy: null }), refused: 'supervision.not-signed' },
      // Twenty working days after 8 April: 1 to 5 May are free, Saturday 9 May is worked by the notice for 2026.
      { ...record({}), then: { state: 'recorded', due: { publication: '2026-05-09' } } },
      { on: '2026-04-20', step: 'publish', by: 'organiser', then: { state: 'published', clocks: { publication: 'met' } } },
    ],
  },
  {
    title: words('特种设备：责令改正写明要求和期限，到期复查', 'Special equipment: an order names demand and day, and is looked at again'),
    opens: arranged('equipment'),
    acts: [
      visit,
      { ...record({ outcome: 'ordered' }), refused: 'supervision.no-demand' },
      { ...record({ outcome: 'ordered', demand: '停用超期电梯', correctBy: '2026-04-20' }), then: { state: 'correcting', due: { 'follow-up': '2026-05-20' } } },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍未检验', outcome: 'clean' }, refused: 'supervision.fault-without-measure' },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍未检验', outcome: 'ordered' }, refused: 'supervision.no-demand' },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '已申请检验', outcome: 'ordered', correctBy: '2026-05-06' }, then: { state: 'correcting' } },
      { on: '2026-04-22', step: 'suspect-breach', by: 'sampler', with: { suspected: 'licence', facts: '使用未经检验的特种设备' }, then: { state: 'correcting', fields: { suspected: 'licence' } } },
      { on: '2026-05-07', step: 'recheck', by: 'sampler', with: { mended: '检验合格', outcome: 'mended' }, then: { state: 'recorded' } },
    ],
  },
  {
    title: words('指令书要求书面报告：按期、逾期和没有报告', 'A directive asks for a written report: in time, late, and none'),
    opens: arranged('equipment'),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '停用超期电梯', correctBy: '2026-04-20' }),
      { on: '2026-04-18', step: 'report-correction', by: 'party', with: { correctionReport: '已停用并申请检验' }, then: { state: 'correcting', fields: { reportedOn: '2026-04-18', reportLate: false } } },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '尚未检验', outcome: 'ordered', correctBy: '2026-05-06' }, then: { state: 'correcting', fields: { reportedOn: null, reportLate: null } } },
      { on: '2026-05-07', step: 'report-correction', by: 'party', with: { correctionReport: '检验合格' }, then: { fields: { reportLate: true } } },
      { on: '2026-05-08', step: 'recheck', by: 'sampler', with: { mended: '检验报告有误', outcome: 'ordered', correctBy: '2026-05-15' }, then: { fields: { reportedOn: null, reportLate: null } } },
      { on: '2026-05-18', step: 'recheck', by: 'sampler', with: { mended: '检验合格', outcome: 'mended' }, then: { state: 'recorded', fields: { reportedOn: null, reportLate: true } } },
    ],
  },
  {
    title: words('没有指令书的责令改正不要求书面报告：逾期不算未报告', 'An order without a directive asks for no written report: none is missing'),
    opens: arranged('visits'),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '补齐记录', correctBy: '2026-04-20' }),
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '尚未补齐', outcome: 'ordered', correctBy: '2026-05-06' }, then: { fields: { reportLate: null } } },
    ],
  },
  {
    title: words('严重事故隐患：须责令或者立案，并报告上级；设备停用', 'A severe danger: ordered or a case, the superior told, the equipment stopped'),
    opens: arranged('equipment'),
    acts: [
      visit,
      { ...record({ severe: true, outcome: 'mended' }), refused: 'supervision.severe-without-order' },
      { ...record({ severe: true, outcome: 'ordered', demand: '立即停用', correctBy: '2026-04-20' }), refused: 'supervision.superior-not-told' },
      {
        ...record({ severe: true, superiorTold: '2026-04-08', equipment: '01900000-0000-7000-8000-000000000001', outcome: 'ordered', demand: '立即停用', correctBy: '2026-04-20' }),
        then: { state: 'correcting', fields: { severe: true } },
      },
    ],
  },
  {
    title: words('检查结果为移送立案的，写明涉嫌什么违法，登记一次案源', 'An outcome that is a case names the breach and becomes one lead'),
    opens: arranged(),
    acts: [
      visit,
      { ...record({ outcome: 'case' }), refused: 'supervision.no-suspicion' },
      { ...record({ outcome: 'mended', suspected: 'licence' }), refused: 'supervision.suspicion-without-case' },
      { ...record({ outcome: 'case', suspected: 'licence', finding: '无证生产电线电缆' }), then: { state: 'recorded', fields: { outcome: 'case', suspected: 'licence' } } },
      { on: '2026-04-09', step: 'suspect-breach', by: 'officer', with: { suspected: 'licence', facts: '再次' }, refused: 'supervision.passed-already' },
      { on: '2026-04-09', step: 'suspect-breach', by: 'officer', with: { suspected: 'labelling', facts: '标识不符' }, then: { state: 'recorded' } },
    ],
  },
  {
    title: words('复查仍不改正的移送立案；已经移送的不再登记', 'Not mended at the second look becomes a case; what was passed on before becomes no second one'),
    opens: arranged(),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '停止销售', correctBy: '2026-04-20' }),
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍在销售', outcome: 'case' }, refused: 'supervision.no-suspicion' },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍在销售', outcome: 'case', suspected: 'substandard' }, then: { state: 'recorded', fields: { suspected: 'substandard', correctBy: '2026-04-20' } } },
    ],
  },
  {
    title: words('先移送、复查再移送同一违法的，只有一条案源', 'Passed on first and a case at the second look: one lead'),
    opens: arranged(),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '停止销售', correctBy: '2026-04-20' }),
      { on: '2026-04-10', step: 'suspect-breach', by: 'officer', with: { suspected: 'substandard', facts: '不合格' } },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍在销售', outcome: 'case', suspected: 'substandard' }, refused: 'supervision.passed-already' },
      { on: '2026-04-21', step: 'recheck', by: 'sampler', with: { mended: '仍在销售', outcome: 'case' }, then: { state: 'recorded', fields: { suspected: 'substandard' } } },
    ],
  },
  {
    title: words('特种设备先后移送两种违法，再移送第一种的不另立；再次发生的写明日期，是另一违法', 'Special equipment: two breaches passed on, the first again opens no third; done again, with its day, it is another'),
    opens: arranged('equipment'),
    acts: [
      visit,
      { ...record({ outcome: 'case', suspected: 'licence', finding: '使用未经检验的电梯' }), then: { fields: { passed: [{ breach: 'licence', on: '2026-04-08' }] } } },
      suspects('2026-04-09', 'labelling', { then: { fields: { suspected: 'labelling', passed: [{ breach: 'licence' }, { breach: 'labelling' }] } } }),
      suspects('2026-04-10', 'licence', { refused: 'supervision.passed-already' }),
      suspects('2026-04-10', 'licence', { with: { suspected: 'licence', facts: '再次', breachOn: '2026-04-08' }, refused: 'supervision.passed-already' }),
      suspects('2026-05-12', 'licence', {
        with: { suspected: 'licence', facts: '责令停用后又使用', breachOn: '2026-05-11' },
        then: { fields: { passed: [{ breach: 'licence', on: '2026-04-08' }, { breach: 'labelling', on: '2026-04-08' }, { breach: 'licence', on: '2026-05-11' }] } },
      }),
      suspects('2026-05-13', 'licence', { with: { suspected: 'licence', facts: '责令停用后又使用', breachOn: '2026-05-11' }, refused: 'supervision.passed-already' }),
    ],
  },
  {
    title: words('指令书送达后，书面报告的期限就是指令书载明的日期；到期未收到的记为未报告，不因此立案', 'Once the directive is served the report is due on the day that it names; none by then is entered as missing, and opens no case'),
    opens: arranged('equipment'),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '停用超期电梯', correctBy: '2026-04-20' }),
      ...directed('2026-04-08', { due: { 'written-report': '2026-04-20' }, rule: { 'written-report': 'special-equipment-law/62' } }),
      { on: '2026-04-20', step: 'miss-report', by: 'officer', refused: 'supervision.report-not-due' },
      { on: '2026-04-21', step: 'miss-report', by: 'officer', then: { state: 'correcting', fields: { reportLate: true, suspected: null } } },
      { on: '2026-04-22', step: 'report-correction', by: 'party', with: { correctionReport: '已停用' }, then: { clocks: { 'written-report': 'late' }, fields: { reportLate: true } } },
      { on: '2026-04-23', step: 'miss-report', by: 'officer', refused: 'supervision.reported-in-writing' },
      // Another day is told by another directive: Sunday 17 May moves to Monday, and a report of that day is in time.
      { on: '2026-04-24', step: 'recheck', by: 'sampler', with: { mended: '部分改正', outcome: 'ordered', correctBy: '2026-05-17' }, then: { fields: { reportLate: null } } },
      ...directed('2026-04-24', { due: { 'written-report': '2026-05-18' } }),
      { on: '2026-05-18', step: 'report-correction', by: 'party', with: { correctionReport: '检验合格' }, then: { clocks: { 'written-report': 'met' }, fields: { reportLate: false } } },
    ],
  },
  {
    title: words('送达登记之前已书面报告的，登记送达时期限即已满足；报告晚于期限的为逾期', 'Reported before the service was entered: the clock begins met, and late where the report was'),
    opens: arranged('equipment'),
    acts: [
      visit,
      record({ outcome: 'ordered', demand: '停用超期电梯', correctBy: '2026-04-20' }),
      { on: '2026-04-10', step: 'report-correction', by: 'party', with: { correctionReport: '已停用并申请检验' }, then: { fields: { reportLate: false } } },
      ...directed('2026-04-13', { clocks: { 'written-report': 'met' }, due: { 'written-report': '2026-04-20' } }),
      { on: '2026-04-22', step: 'recheck', by: 'sampler', with: { mended: '尚未检验', outcome: 'ordered', correctBy: '2026-05-06' } },
      { on: '2026-05-07', step: 'report-correction', by: 'party', with: { correctionReport: '检验合格' }, then: { fields: { reportLate: true } } },
      { on: '2026-05-08', step: 'sign-document', by: 'sampler', with: { document: 'equipment-directive', how: 'hand' } },
      { on: '2026-05-08', step: 'serve-document', by: 'sampler', with: { document: 'equipment-directive', way: 'direct', outcome: 'served', on: '2026-04-22' }, then: { clocks: { 'written-report': 'late' } } },
    ],
  },
  { title: words('拒绝检查', 'A visit is refused'), opens: arranged(), acts: [visit, { on: '2026-04-08', step: 'obstruct', by: 'sampler', with: { reason: '拒不开门' }, then: { state: 'obstructed' } }] },
  {
    title: words('被认定拒绝检查的单位可以陈述异议，由认定人以外的人答复；维持的只复核一次', 'A body said to have refused the visit may object; another than who found so answers, and it is examined once'),
    opens: arranged(),
    acts: [
      visit,
      refusal('2026-04-08'),
      { on: '2026-04-08', step: 'keep-refusal', by: 'head', with: { contestAnswer: '维持' }, refused: 'kernel.not-now' },
      contests('2026-04-09', { then: { state: 'contested', due: { 'decide-contest': '2026-04-20' } } }),
      { on: '2026-04-10', step: 'keep-refusal', by: 'head', person: 's', with: { contestAnswer: '维持' }, refused: 'kernel.two-persons' },
      { on: '2026-04-10', step: 'withdraw-refusal', by: 'head', person: 's', with: { contestAnswer: '撤销' }, refused: 'kernel.two-persons' },
      { on: '2026-04-13', step: 'keep-refusal', by: 'head', with: { contestAnswer: '录像显示出示证件后仍拒绝' }, then: { state: 'obstructed', clocks: { 'decide-contest': 'met' } } },
      contests('2026-04-14', { refused: 'supervision.contested-already' }),
    ],
  },
  {
    title: words('拒绝检查的认定不成立的撤销，并告知已经登记的案件', 'A finding that a visit was refused that does not hold is withdrawn, and the case that came of it is told'),
    opens: arranged(),
    acts: [
      visit,
      refusal('2026-04-08'),
      contests('2026-04-09'),
      { on: '2026-04-13', step: 'withdraw-refusal', by: 'head', with: { contestAnswer: '检查人员未出示证件' }, then: { state: 'refusalWithdrawn' } },
    ],
  },
  { title: words('取消检查', 'A visit is cancelled'), opens: arranged(), acts: [{ on: '2026-04-07', step: 'cancel', by: 'organiser', with: { reason: '企业已注销' }, then: { state: 'cancelled' } }] },
])

const told: Act = {
  on: '2026-01-05', step: 'open', by: 'party',
  with: { code: '3110X01012026001', kind: 'lift', name: '乘客电梯', user: invented(6), userName: '虚构物业（演示）', place: '130102', site: '演示路 1 号' },
}
const inspected = (on: string, passed: 'pass' | 'fail') => ({ inspectionBody: '虚构检验院（演示）', report: `TJ-${on}`, inspected: on, passed })
const inUse: readonly Act[] = [
  { on: '2026-02-01', step: 'supervise', by: 'body', with: inspected('2026-02-01', 'fail'), then: { state: 'installing', fields: { inspected: null } } },
  { on: '2026-02-10', step: 'supervise', by: 'body', with: inspected('2026-02-10', 'pass'), then: { state: 'supervised', due: { 'hand-over': '2026-03-12', inspection: '2027-02-10' } } },
  { on: '2026-02-20', step: 'hand-over', by: 'party', with: { usedFrom: '2026-02-20' }, then: { state: 'handedOver', due: { register: '2026-03-23' } } },
  { on: '2026-03-02', step: 'register', by: 'officer', with: { registration: '梯冀演示0001', keeper: '虚构电梯服务（演示）' }, then: { state: 'inUse', fields: { validTo: '2027-02-10' }, due: { upkeep: '2026-03-17' } } },
]

export const usingEquipmentCases = cases(usingEquipment, [
  {
    title: words('电梯：监督检验、登记、十五日维保，周期届满即不得使用', 'A lift: inspected, registered, kept up every fifteen days; when its cycle runs out it is not used'),
    opens: told,
    acts: [
      ...inUse,
      { on: '2026-03-16', step: 'keep-up', by: 'party', then: { due: { upkeep: '2026-03-31' } } },
      { on: '2026-12-01', step: 'ask-inspection', by: 'party', then: { state: 'inUse', fields: { asked: '2026-12-01' } } },
      { on: '2027-02-10', step: 'pass-term', by: 'officer', refused: 'supervision.still-inspected' },
      { on: '2027-02-11', step: 'pass-term', by: 'officer', then: { state: 'overdue' } },
      { on: '2027-02-20', step: 'inspect', by: 'body', with: inspected('2027-02-20', 'fail'), then: { state: 'failed', fields: { validTo: null } } },
      { on: '2027-03-01', step: 'inspect', by: 'body', with: inspected('2027-03-01', 'pass'), then: { state: 'inUse', fields: { validTo: '2028-03-01', inspections: 3 } } },
    ],
  },
  {
    title: words('隐患停用，检验有效方可恢复；变更、停用、报废', 'Halted for danger, used again only while inspected; changed, stopped, scrapped'),
    opens: told,
    acts: [
      ...inUse,
      { on: '2026-06-01', step: 'change', by: 'officer', with: { user: invented(7), userName: '虚构物业二（演示）', place: '130102', site: '演示路 1 号' }, then: { fields: { user: invented(7) } } },
      { on: '2026-06-02', step: 'halt', by: 'party', with: { danger: '制动器异响' }, then: { state: 'halted' } },
      { on: '2026-06-10', step: 'resume', by: 'officer', with: { reason: '已修复' }, then: { state: 'inUse', fields: { danger: null } } },
      { on: '2026-07-01', step: 'halt', by: 'sampler', with: { danger: '限速器失效' }, then: { state: 'halted' } },
      { on: '2027-03-01', step: 'resume', by: 'officer', with: { reason: '已修复' }, refused: 'supervision.not-fit-for-use' },
      { on: '2027-03-02', step: 'inspect', by: 'body', with: inspected('2027-03-02', 'pass'), then: { state: 'inUse' } },
      { on: '2027-04-01', step: 'stop', by: 'party', with: { reason: '大楼停用' }, then: { state: 'stopped', fields: { stoppedFrom: '2027-04-01' }, clocks: { 'tell-stop': 'met' } } },
      { on: '2028-05-01', step: 'register', by: 'officer', with: { registration: '梯冀演示0002' }, refused: 'supervision.not-fit-for-use' },
      { on: '2028-05-02', step: 'scrap', by: 'party', with: { reason: '报废', disabled: false }, refused: 'supervision.not-disabled' },
      { on: '2028-05-02', step: 'scrap', by: 'party', with: { reason: '报废', disabled: true }, then: { state: 'scrapped' } },
    ],
  },
  {
    title: words('改造前告知，改造后重新监督检验、移交和变更登记', 'Told of before it is altered; inspected, handed over and registered anew after'),
    opens: told,
    acts: [
      ...inUse,
      { on: '2026-09-01', step: 'tell-works', by: 'party', with: { works: 'alter', builder: '虚构安装公司（演示）' }, then: { state: 'altering', fields: { validTo: null, usedFrom: null }, clocks: { inspection: 'met', upkeep: 'paused' } } },
      { on: '2026-09-20', step: 'supervise', by: 'body', with: inspected('2026-09-20', 'fail'), then: { state: 'altering' } },
      // Thirty days after 28 September is Wednesday 28 October; the new cycle is a year.
      { on: '2026-09-28', step: 'supervise', by: 'body', with: inspected('2026-09-28', 'pass'), then: { state: 'supervised', due: { 'hand-over': '2026-10-28', inspection: '2027-09-28' } } },
      { on: '2026-09-29', step: 'hand-over', by: 'party', with: { usedFrom: '2026-09-29' }, then: { state: 'handedOver' } },
      { on: '2026-09-30', step: 'register', by: 'officer', with: { registration: '梯冀演示0001改' }, then: { state: 'inUse', fields: { validTo: '2027-09-28' } } },
      // Thirty days after 1 November is 1 December; told after that it is late.
      { on: '2026-12-10', step: 'stop', by: 'party', with: { reason: '停业', stoppedFrom: '2026-11-01' }, then: { state: 'stopped', clocks: { 'tell-stop': 'late' } } },
      { on: '2026-12-20', step: 'suffer-accident', by: 'officer', with: { accident: 'SG1' }, then: { state: 'accident', fields: { accident: 'SG1' } } },
      { on: '2026-12-21', step: 'keep-up', by: 'party', refused: 'kernel.not-now' },
    ],
  },
])
