// Worked cases of testing: a mark and its scope, an order from request to signature, and a report that is corrected or withdrawn.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { accreditation } from './accreditation.ts'
import { calibrating } from './instrument.ts'
import { authorising, scoping } from './laboratory.ts'
import { testingOrder } from './ordering.ts'
import { reporting } from './report.ts'

// Invented codes: the nine characters of the body begin with MAX.
const lab = '91130102MAX000001J'
const other = '91130102MAX000002M'
const mark = {
  code: lab, name: '虚构检测中心（演示）', place: '130102', cma: '230300120001', fields: ['products'],
  certifiedFrom: '2023-03-01', certifiedTo: '2029-02-28', invented: true,
}
const entered = (more: object = {}): Act => ({ on: '2023-03-01', step: 'open', by: 'accreditor', with: { ...mark, ...more } })

export const accreditationCases = cases(accreditation, [
  {
    title: words('资质有效六年，其间暂停、恢复、延续；届满三个月前申请延续', 'A mark of six years, suspended, restored and renewed; asked for three months before it ends'),
    // Hours are moved by no rest day: asked for by 28 November, and over as 1 March begins.
    opens: { ...entered(), then: { fields: { renewBy: '2028-11-28' }, due: { renewal: '2028-11-28', expiry: '2029-03-01' } } },
    acts: [
      { on: '2024-04-01', step: 'remember', by: 'accreditor', with: { suspensions: [{ from: '2023-06-05', to: '2023-06-04' }] }, refused: 'testing.ends-before-it-begins' },
      { on: '2024-04-01', step: 'remember', by: 'accreditor', with: { suspensions: [{ from: '2023-06-05', to: '2023-06-30' }] }, then: { state: 'valid' } },
      { on: '2024-05-06', step: 'suspend', by: 'accreditor', with: { reason: '整改期间' }, then: { state: 'suspended' } },
      { on: '2024-08-01', step: 'restore', by: 'accreditor', then: { state: 'valid', fields: { suspensions: [{ from: '2023-06-05', to: '2023-06-30' }, { from: '2024-05-06', to: '2024-07-31' }] } } },
      { on: '2024-08-02', step: 'remember', by: 'accreditor', with: { suspensions: [{ from: '2023-06-05', to: '2023-06-30' }] }, refused: 'testing.remembered-already' },
      { on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2029-02-28' }, refused: 'testing.ends-before-it-begins' },
      { on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28' }, then: { state: 'valid', fields: { certifiedTo: '2035-02-28', renewBy: '2034-11-28' }, due: { renewal: '2034-11-28', expiry: '2035-03-01' } } },
      { on: '2030-01-05', step: 'cancel', by: 'accreditor', with: { reason: '机构申请注销' }, then: { state: 'cancelled' } },
    ],
  },
  {
    title: words('申请延续后提醒结束，逾期申请的记为逾期；到期未延续的，提示注销', 'The reminder ends once it is asked for, and late where that was late; at the end without a renewal, the cancellation is proposed'),
    opens: entered(),
    acts: [
      { on: '2029-01-10', step: 'ask-renewal', by: 'laboratory', then: { state: 'valid', fields: { renewBy: null, expires: null }, clocks: { renewal: 'late', expiry: 'met' } } },
      { on: '2029-01-20', step: 'remind', by: 'accreditor', then: { state: 'valid' } },
      { on: '2029-03-05', step: 'cancel', by: 'accreditor', with: { reason: '有效期届满未延续' }, then: { state: 'cancelled' } },
    ],
  },
  {
    title: words('换证用新编号；暂停的换证后仍然暂停', 'A renewal brings its number, and does not lift a suspension'),
    opens: entered(),
    acts: [
      { on: '2024-05-06', step: 'suspend', by: 'accreditor', with: { reason: '整改期间' } },
      { on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28', number: '28030012' }, refused: 'testing.mark-number' },
      {
        on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28', number: '280300120001', startsOn: '2029-03-01' },
        then: { state: 'suspended', fields: { certifiedTo: '2035-02-28', cma: '280300120001', cmaBefore: '230300120001', cmaFrom: '2029-03-01' } },
      },
    ],
  },
  {
    title: words('延续须与原有效期衔接：中间有空档的不能延续，只能重新发证，空档无效', 'A renewal joins the term before: with a gap between it is a new grant, and the gap stays uncovered'),
    opens: entered(),
    acts: [
      { on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-05-31', startsOn: '2029-03-02' }, refused: 'testing.gap-in-mark' },
      { on: '2028-11-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28', startsOn: '2035-03-01' }, refused: 'testing.ends-before-it-begins' },
      { on: '2028-11-01', step: 'grant-anew', by: 'accreditor', with: { number: '290300120001', startsOn: '2029-03-01', certifiedTo: '2035-02-28' }, refused: 'testing.mark-still-holds' },
      // After the end, however it is dated.
      { on: '2029-03-02', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28' }, refused: 'testing.gap-in-mark' },
      { on: '2029-06-01', step: 'renew', by: 'accreditor', with: { certifiedTo: '2035-02-28', startsOn: '2029-03-01' }, refused: 'testing.gap-in-mark' },
      { on: '2029-06-01', step: 'grant-anew', by: 'accreditor', with: { number: '290300120001', startsOn: '2029-03-01', certifiedTo: '2035-05-31' }, refused: 'testing.mark-dated-back' },
      { on: '2029-06-01', step: 'grant-anew', by: 'accreditor', with: { number: '2903', startsOn: '2029-06-01', certifiedTo: '2035-05-31' }, refused: 'testing.mark-number' },
      {
        on: '2029-06-01', step: 'grant-anew', by: 'accreditor', with: { number: '290300120001', startsOn: '2029-06-01', certifiedTo: '2035-05-31' },
        then: {
          state: 'valid',
          fields: { cma: '290300120001', certifiedFrom: '2029-06-01', certifiedTo: '2035-05-31', earlierTerms: [{ cma: '230300120001', from: '2023-03-01', to: '2029-02-28' }] },
        },
      },
    ],
  },
  {
    title: words('注销后重新发证：原有效期止于注销之日', 'Cancelled and granted anew: the term before ended on the day of the cancellation'),
    opens: entered(),
    acts: [
      { on: '2026-05-06', step: 'cancel', by: 'accreditor', with: { reason: '机构申请注销' }, then: { state: 'cancelled', fields: { endedOn: '2026-05-06' } } },
      {
        on: '2026-09-01', step: 'grant-anew', by: 'accreditor', with: { number: '260300120001', startsOn: '2026-09-01', certifiedTo: '2032-08-31' },
        then: { state: 'valid', fields: { earlierTerms: [{ cma: '230300120001', from: '2023-03-01', to: '2026-05-05' }] } },
      },
    ],
  },
  {
    title: words('注销决定被撤销的，由另一人登记，资质如同没有注销', 'A cancellation that is set aside is entered by another person, and the mark holds as if it had never been'),
    opens: entered(),
    acts: [
      { on: '2026-05-06', step: 'cancel', by: 'accreditor', person: 'clerk', with: { reason: '误认机构已经停业' } },
      { on: '2026-06-01', step: 'set-aside', by: 'accreditor', person: 'clerk', with: { setAsideBy: '行复〔2026〕3号（演示）', reason: '演示' }, refused: 'kernel.two-persons' },
      {
        on: '2026-06-01', step: 'set-aside', by: 'accreditor', person: 'head', with: { setAsideBy: '行复〔2026〕3号（演示）', reason: '演示' },
        then: { state: 'valid', fields: { endedOn: null, setAside: [{ endedOn: '2026-05-06' }] } },
      },
    ],
  },
  {
    title: words('变更名称和地址：变更前的登记留存，写明至哪一天', 'A change of name and address keeps what was entered before, and until when'),
    opens: entered(),
    acts: [
      {
        on: '2024-05-06', step: 'change', by: 'accreditor', with: { newName: '虚构检测研究院（演示）', newAddress: '演示路 2 号', decided: 'BG-ZR2024000001' },
        then: {
          state: 'valid',
          fields: { name: '虚构检测研究院（演示）', place: '130102', address: '演示路 2 号', former: [{ name: '虚构检测中心（演示）', until: '2024-05-05', decided: 'BG-ZR2024000001' }] },
        },
      },
    ],
  },
  {
    title: words('出具虚假报告的，撤销资质', 'The mark is withdrawn after a false report'),
    opens: entered(),
    acts: [{ on: '2024-05-06', step: 'withdraw', by: 'accreditor', with: { withdrawnFor: 'falseResults', reason: '出具虚假报告（演示）' }, then: { state: 'withdrawn', fields: { withdrawnFor: 'falseResults' } } }],
  },
  {
    title: words('暂停期间撤销的，撤销决定被撤销后回到暂停；登记有情形的不补录', 'Withdrawn while suspended it is suspended again once that is set aside; a ground on record is not entered again'),
    opens: entered(),
    acts: [
      { on: '2024-05-06', step: 'suspend', by: 'accreditor', with: { reason: '整改（演示）' } },
      { on: '2024-06-03', step: 'withdraw', by: 'accreditor', person: 'head', with: { withdrawnFor: 'improper', reason: '演示' }, then: { fields: { barredTo: '2027-06-03' } } },
      { on: '2024-06-04', step: 'enter-ground', by: 'accreditor', with: { withdrawnFor: 'other', reason: '演示' }, refused: 'testing.ground-entered' },
      { on: '2024-06-04', step: 'enter-ground', by: 'accreditor', with: { withdrawnFor: 'improper', reason: '演示' }, then: { state: 'withdrawn', fields: { barredTo: '2027-06-03' } } },
      { on: '2024-09-02', step: 'set-aside', by: 'accreditor', person: 'head', with: { setAsideBy: '行复〔2024〕1号（演示）', reason: '演示' }, refused: 'kernel.two-persons' },
      {
        on: '2024-09-02', step: 'set-aside', by: 'accreditor', person: 'other', with: { setAsideBy: '行复〔2024〕1号（演示）', reason: '演示' },
        then: { state: 'suspended', fields: { endedOn: null, withdrawnFor: null, barredTo: null, suspensions: [{ from: '2024-05-06', to: null }] } },
      },
    ],
  },
  {
    title: words('以不正当手段取得的资质被撤销：三年内不得再次申请', 'Obtained by improper means and withdrawn: no application for three years'),
    opens: entered(),
    acts: [
      { on: '2024-05-06', step: 'withdraw', by: 'accreditor', with: { withdrawnFor: 'improper', reason: '以欺骗手段取得（演示）' }, then: { state: 'withdrawn', fields: { barredTo: '2027-05-06' } } },
      { on: '2027-05-06', step: 'grant-anew', by: 'accreditor', with: { number: '270300120001', startsOn: '2027-05-06', certifiedTo: '2033-05-05' }, refused: 'testing.barred-from-applying' },
      { on: '2027-05-07', step: 'grant-anew', by: 'accreditor', with: { number: '270300120001', startsOn: '2027-05-07', certifiedTo: '2033-05-06' }, then: { state: 'valid', fields: { withdrawnFor: null, barredTo: null } } },
    ],
  },
  { title: words('证书编号须为十二位', 'The number of a mark has twelve digits'), opens: { ...entered({ cma: '2303' }), refused: 'testing.mark-number' }, acts: [] },
])

export const scopingCases = cases(scoping, [
  {
    title: words('项目有效期不得早于批准日期', 'A line of the scope does not end before it begins'),
    opens: {
      on: '2023-03-01', step: 'open', by: 'accreditor', refused: 'testing.ends-before-it-begins',
      with: { laboratory: lab, productClass: 'furniture', parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', from: '2023-03-01', to: '2022-02-28' },
    },
    acts: [],
  },
  {
    title: words('批准一个项目，标准作废后终止', 'A parameter is approved, and ends with its standard'),
    opens: {
      on: '2023-03-01', step: 'open', by: 'accreditor',
      with: { laboratory: lab, productClass: 'furniture', parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', from: '2023-03-01', to: '2029-02-28' },
    },
    acts: [
      { on: '2024-07-01', step: 'prolong', by: 'accreditor', with: { until: '2029-02-28' }, refused: 'testing.ends-before-it-begins' },
      { on: '2024-07-01', step: 'prolong', by: 'accreditor', with: { until: '2036-02-28' }, then: { state: 'approved', fields: { to: '2036-02-28', toBefore: '2029-02-28' } } },
      { on: '2024-07-02', step: 'shorten', by: 'accreditor', with: { until: '2020-01-01' }, then: { state: 'approved', fields: { to: '2029-02-28', toBefore: null } } },
      { on: '2024-07-03', step: 'shorten', by: 'accreditor', with: { until: '2020-01-01' }, refused: 'testing.ends-before-it-begins' },
      { on: '2024-07-04', step: 'prolong', by: 'accreditor', with: { until: '2035-02-28' }, then: { state: 'approved', fields: { to: '2035-02-28' } } },
      { on: '2025-07-01', step: 'end', by: 'accreditor', then: { state: 'ended', fields: { to: '2025-07-01' } } },
      // It stands again as it did, and not for longer.
      { on: '2025-07-02', step: 'restore', by: 'accreditor', with: { until: '2020-01-01' }, refused: 'testing.ends-before-it-begins' },
      { on: '2025-07-02', step: 'restore', by: 'accreditor', with: { until: '2036-02-28' }, then: { state: 'approved', fields: { to: '2035-02-28' } } },
    ],
  },
])

export const authorisingCases = cases(authorising, [
  {
    title: words('授权不得先止后起', 'A right does not end before it begins'),
    opens: {
      on: '2024-01-02', step: 'open', by: 'accreditor', refused: 'testing.ends-before-it-begins',
      with: { laboratory: lab, badge: 'JC-009', account: 'lab.odd', rights: ['analyse'], from: '2024-01-02', to: '2023-12-31', name: '演示人员' },
    },
    acts: [],
  },
  {
    title: words('授权检测和校核，离岗时终止', 'Authorised to analyse and to check, ended on leaving'),
    opens: { on: '2024-01-02', step: 'open', by: 'laboratory', with: { laboratory: lab, badge: 'JC-007', account: 'lab.analyst', rights: ['analyse', 'check'], from: '2024-01-02', name: '演示人员' } },
    acts: [
      { on: '2025-03-03', step: 'empower', by: 'accreditor', then: { state: 'authorised', fields: { rights: ['analyse', 'check', 'sign'], signFrom: '2025-03-03' } } },
      { on: '2025-09-01', step: 'disempower', by: 'accreditor', then: { fields: { rights: ['analyse', 'check'] } } },
      { on: '2026-03-31', step: 'end', by: 'laboratory', then: { state: 'ended', fields: { to: '2026-03-31' } } },
    ],
  },
  {
    title: words('机构不得自行登记授权签字人', 'A laboratory names no signatory by itself'),
    opens: {
      on: '2024-01-02', step: 'open', by: 'laboratory', refused: 'testing.signatory-by-application',
      with: { laboratory: lab, badge: 'JC-008', account: 'lab.other', rights: ['analyse', 'sign'], from: '2024-01-02', name: '演示人员' },
    },
    acts: [],
  },
])

export const calibratingCases = cases(calibrating, [
  {
    title: words('发现失准：写明不可信的期间，重新校准以前不能使用', 'Found off: the days in doubt are named, and it is out of use until calibrated anew'),
    opens: { on: '2025-01-10', step: 'open', by: 'laboratory', with: { laboratory: lab, serial: 'UV-03', name: '分光光度计', certificate: 'JZ2025-3', calibratedOn: '2025-01-08', calibratedTo: '2026-01-07' } },
    acts: [
      { on: '2025-06-03', step: 'doubt', by: 'laboratory', with: { doubtFrom: '2025-06-02', doubtTo: '2025-05-30', cause: '吸光度偏低' }, refused: 'testing.ends-before-it-begins' },
      { on: '2025-06-03', step: 'doubt', by: 'laboratory', with: { doubtFrom: '2025-04-01', doubtTo: '2025-06-02', cause: '吸光度偏低' }, then: { state: 'off', fields: { doubted: [{ from: '2025-04-01', to: '2025-06-02', cause: '吸光度偏低' }] } } },
      { on: '2025-06-09', step: 'calibrate', by: 'laboratory', with: { certificate: 'JZ2025-4', calibratedOn: '2025-06-06', calibratedTo: '2026-06-05' }, then: { state: 'fit' } },
      // Told late, of days before the last calibration: it stays in use.
      { on: '2025-06-10', step: 'doubt', by: 'laboratory', with: { doubtFrom: '2025-03-03', doubtTo: '2025-03-31', cause: '期间核查记录补查' }, then: { state: 'fit', fields: { doubted: [{ from: '2025-04-01' }, { from: '2025-03-03' }] } } },
    ],
  },
  {
    title: words('校准有效期不得早于校准日期', 'A calibration does not end before it was made'),
    opens: {
      on: '2025-01-10', step: 'open', by: 'laboratory', refused: 'testing.ends-before-it-begins',
      with: { laboratory: lab, serial: 'UV-02', name: '分光光度计', certificate: 'JZ2025-2', calibratedOn: '2025-01-08', calibratedTo: '2025-01-07' },
    },
    acts: [],
  },
  {
    title: words('校准后旧证书仍可查到', 'After a calibration the earlier certificate is still there'),
    opens: { on: '2025-01-10', step: 'open', by: 'laboratory', with: { laboratory: lab, serial: 'UV-01', name: '分光光度计', certificate: 'JZ2025-1', calibratedOn: '2025-01-08', calibratedTo: '2026-01-07' } },
    acts: [
      {
        on: '2026-01-06', step: 'calibrate', by: 'laboratory',
        with: { certificate: 'JZ2026-1', calibratedOn: '2026-01-05', calibratedTo: '2027-01-04' },
        then: { fields: { certificate: 'JZ2026-1', earlier: [{ certificate: 'JZ2025-1', calibratedOn: '2025-01-08', calibratedTo: '2026-01-07' }] } },
      },
      { on: '2026-12-31', step: 'retire', by: 'laboratory', then: { state: 'out' } },
    ],
  },
])

const items = [{ parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', comparison: 'atMost', limit: '1.5', clause: 'GB 18584-2001 表1' }]
const ordered: Act = {
  on: '2026-05-11', step: 'open', by: 'client',
  with: { laboratory: lab, client: '省局（演示）', sampleName: '木质书柜', sealNumber: 'F-0001', productClass: 'furniture', items, rule: 'guardedRejection' },
}
const good = [{ parameter: '甲醛释放量', value: '1.2', unit: 'mg/L', expanded: '0.1', instrument: 'UV-01' }]
const upToAnalysis: readonly Act[] = [
  { on: '2026-05-12', step: 'accept', by: 'keeper', then: { state: 'accepted' } },
  { on: '2026-05-13', step: 'receive', by: 'keeper', with: { intact: true, seal: 'F-0001', condition: '完好', place: '样品室' }, then: { state: 'received', fields: { received: '2026-05-13' } } },
  { on: '2026-05-14', step: 'begin', by: 'analyst', person: 'ana', with: { place: '有机室', state: '完好' }, then: { state: 'analysing' } },
]

export const testingOrderCases = cases(testingOrder, [
  {
    title: words('从收样到签发，第二人校核，本人不得复核', 'From reception to signature, with a second person’s eye'),
    opens: ordered,
    acts: [
      ...upToAnalysis,
      { on: '2026-05-15', step: 'hand-over', by: 'analyst', person: 'ana', with: { to: '留样室', place: '二层', state: '完好' }, then: { state: 'analysing' } },
      { on: '2026-05-18', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: [{ ...good[0], unit: 'mg/kg' }] }, refused: 'testing.wrong-unit' },
      { on: '2026-05-18', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: [...good, { ...good[0], parameter: '苯' }] }, refused: 'testing.not-ordered' },
      { on: '2026-05-18', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: good }, then: { state: 'checking', fields: { analyst: 'ana' } } },
      { on: '2026-05-19', step: 'check', by: 'checker', person: 'ana', refused: 'kernel.two-persons' },
      { on: '2026-05-19', step: 'check', by: 'checker', person: 'bo', then: { state: 'reviewing' } },
      { on: '2026-05-19', step: 'send-back', by: 'reviewer', person: 'ci', with: { reason: '补记环境条件' }, then: { state: 'analysing' } },
      { on: '2026-05-20', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: good }, refused: 'testing.say-what-was-done' },
      {
        on: '2026-05-20', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: good, done: 'corrected' },
        then: {
          state: 'checking',
          fields: {
            results: [{ value: '1.200000', determinations: 1, counted: 'single', run: 2 }],
            runs: [
              { run: 1, kind: 'first', value: '1.200000', by: 'ana', why: null, counts: false },
              { run: 2, kind: 'corrected', value: '1.200000', by: 'ana', why: '补记环境条件', counts: true },
            ],
          },
        },
      },
      { on: '2026-05-20', step: 'check', by: 'checker', person: 'bo' },
      { on: '2026-05-21', step: 'review', by: 'reviewer', person: 'ci', then: { state: 'signing', fields: { reviewer: 'ci' } } },
      { on: '2026-05-21', step: 'sign', by: 'signatory', person: 'ana', refused: 'testing.own-work' },
      { on: '2026-05-21', step: 'sign', by: 'signatory', person: 'di', then: { state: 'reported', fields: { signatory: 'di' } } },
    ],
  },
  {
    title: words('平行测定取平均值；多出的项目不收', 'Repeats give their mean'),
    opens: ordered,
    acts: [
      ...upToAnalysis,
      {
        on: '2026-05-18', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: [{ ...good[0], value: '1.20' }, { ...good[0], value: '1.23', instrument: 'UV-02' }] },
        then: { state: 'checking', fields: { results: [{ value: '1.215', determinations: 2, counted: 'unjudged' }], runs: [{ value: '1.200000' }, { value: '1.230000' }] } },
      },
      { on: '2026-05-19', step: 'send-back', by: 'checker', person: 'bo', with: { reason: '标准曲线失效' }, then: { state: 'analysing' } },
      {
        on: '2026-05-20', step: 'record', by: 'analyst', person: 'eve', with: { analysed: '2026-05-20', results: good, done: 'again' },
        then: { state: 'checking', fields: { analyst: 'eve', results: [{ value: '1.200000', run: 2 }], runs: [{ counts: false }, { counts: false }, { run: 2, kind: 'again', by: 'eve', why: '标准曲线失效', counts: true }] } },
      },
      { on: '2026-05-20', step: 'check', by: 'checker', person: 'bo' },
      { on: '2026-05-20', step: 'review', by: 'reviewer', person: 'ci' },
      // Whoever made the run that does not count is no second person either.
      { on: '2026-05-21', step: 'sign', by: 'signatory', person: 'ana', refused: 'testing.own-work' },
    ],
  },
  {
    title: words('两次测定相差超过重复性限，补测后取中位数', 'Two that differ by more than the limit: a further determination, then the median'),
    opens: ordered,
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'keeper', with: { limits: [{ parameter: '甲醛释放量', repeatability: '0.10', per: 'unit' }] } },
      ...upToAnalysis.slice(1),
      {
        on: '2026-05-18', step: 'record', by: 'analyst', person: 'ana', with: { analysed: '2026-05-18', results: [{ ...good[0], value: '1.10' }, { ...good[0], value: '1.25' }] },
        then: { state: 'repeating', fields: { results: null } },
      },
      { on: '2026-05-19', step: 'determine', by: 'analyst', person: 'eve', with: { analysed: '2026-05-19', more: [{ ...good[0], parameter: '苯' }] }, refused: 'testing.not-ordered' },
      {
        on: '2026-05-19', step: 'determine', by: 'analyst', person: 'eve', with: { analysed: '2026-05-19', more: [{ ...good[0], value: '1.24' }] },
        then: { state: 'checking', fields: { results: [{ value: '1.240000', determinations: 3, counted: 'median' }], runs: [{ by: 'ana' }, { by: 'ana' }, { kind: 'further', by: 'eve' }] } },
      },
      { on: '2026-05-19', step: 'check', by: 'checker', person: 'eve', refused: 'kernel.two-persons' },
    ],
  },
  {
    title: words('没有同意分包的，不得分包；项目须在委托之内', 'No subcontracting without consent, and of what was ordered only'),
    opens: ordered,
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'keeper', with: { subcontracted: [{ parameter: '甲醛释放量', laboratory: other }] }, refused: 'testing.subcontracting-not-agreed' },
    ],
  },
  {
    title: words('同意分包的，写明由谁检测', 'With consent, and saying who does it'),
    opens: { ...ordered, with: { ...ordered.with, subcontract: true, sampling: 'sent', quantity: '1 件', remainder: 'returned', fee: '480.00' } },
    acts: [
      { on: '2026-05-12', step: 'accept', by: 'keeper', with: { subcontracted: [{ parameter: '苯', laboratory: other }] }, refused: 'testing.not-ordered' },
      { on: '2026-05-12', step: 'accept', by: 'keeper', with: { subcontracted: [{ parameter: '甲醛释放量', laboratory: other }] }, then: { state: 'accepted', fields: { subcontracted: [{ laboratory: other }] } } },
    ],
  },
  {
    title: words('封样破损或者封条不符，不能收样，只能拒收', 'A broken or different seal: the sample can only be rejected'),
    opens: ordered,
    acts: [
      upToAnalysis[0]!,
      { on: '2026-05-13', step: 'receive', by: 'keeper', with: { intact: false, condition: '封条撕裂', place: '样品室' }, refused: 'testing.seal-broken' },
      { on: '2026-05-13', step: 'receive', by: 'keeper', with: { intact: true, seal: 'F-0002', condition: '完好', place: '样品室' }, refused: 'testing.seal-differs' },
      { on: '2026-05-13', step: 'reject', by: 'keeper', with: { reason: '封条撕裂', condition: '封条撕裂' }, then: { state: 'rejected' } },
    ],
  },
  {
    title: words('不予受理；要求判定而无限值的，不能委托', 'Refused; and an order for a verdict needs a limit'),
    opens: ordered,
    acts: [{ on: '2026-05-12', step: 'refuse', by: 'keeper', with: { reason: '排期已满' }, then: { state: 'refused' } }],
  },
  {
    title: words('要求判定须有限值', 'A verdict needs a limit'),
    opens: { ...ordered, with: { ...ordered.with, items: [{ ...items[0], limit: '' }] }, refused: 'testing.no-limit' },
    acts: [],
  },
  {
    title: words('委托人撤回', 'Withdrawn by the client'),
    opens: ordered,
    acts: [{ on: '2026-05-12', step: 'terminate', by: 'client', with: { reason: '改送他处' }, then: { state: 'terminated' } }],
  },
])

const issued: Act = {
  on: '2026-05-21', step: 'open', by: 'signatory',
  with: {
    orderNumber: 'JY2026000001', edition: 1, laboratory: lab, client: '省局（演示）', sampleName: '木质书柜', productClass: 'furniture',
    analysed: '2026-05-18', issued: '2026-05-21', rule: 'simple', verdict: 'meets', signatory: 'di',
    lines: [{ ...items[0], value: '1.2', expanded: '0.1', verdict: 'meets' }],
  },
}

export const reportingCases = cases(reporting, [
  {
    title: words('更改报告：旧版留存并注明已更改', 'Replaced: the old edition stays and says so'),
    opens: issued,
    acts: [
      // What is not in the report cannot be corrected in it: the next edition would say the same as the last.
      { on: '2026-06-01', step: 'replace', by: 'signatory', with: { why: '稀释倍数误记', corrected: [{ parameter: '甲醛', value: '1.8' }] }, refused: 'testing.not-ordered' },
      { on: '2026-06-01', step: 'replace', by: 'signatory', with: { why: '稀释倍数误记', corrected: [{ parameter: '甲醛释放量', value: '1.8' }] }, then: { state: 'replaced' } },
    ],
  },
  {
    title: words('撤回报告须写明理由', 'Withdrawn, with the reason'),
    opens: issued,
    acts: [{ on: '2026-06-01', step: 'withdraw', by: 'signatory', with: { why: '样品混淆' }, then: { state: 'withdrawn' } }],
  },
])
