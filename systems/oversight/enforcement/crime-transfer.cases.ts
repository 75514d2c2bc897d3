// Worked cases of a suspected crime: the team, the papers, the police and the prosecutor, the judgment and the way back; what a finding must weigh.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { transferring } from './crime-transfer.ts'
import { handlingCase } from './handling.ts'
import { filed, lead, reported } from './ordinary-road.ts'

const found: Act = { on: '2026-05-25', step: 'open', by: 'handler', with: { found: '2026-05-25', origin: 'case', originRecord: '01990000-0000-7000-8000-000000000003', caseNumber: 'AJ1301022026000001', partyName: '虚构灯具厂（演示）', place: '130102', crime: '涉嫌生产、销售伪劣产品', sales: '80000.00' } }
const sent: readonly Act[] = [
  { on: '2026-05-25', step: 'report', by: 'handler', person: 'h', with: { firstMember: '冀A001', secondMember: '冀A001' }, refused: 'enforcement.two-members' },
  { on: '2026-05-25', step: 'report', by: 'handler', person: 'h', with: { firstMember: '冀A001', secondMember: '冀A002' }, then: { due: { decide: '2026-05-28' } } },
  { on: '2026-05-26', step: 'approve', by: 'head', person: 'h', refused: 'kernel.two-persons' },
  { on: '2026-05-26', step: 'approve', by: 'head', then: { state: 'approved', clocks: { decide: 'met' } } },
  { on: '2026-05-26', step: 'send', by: 'handler', with: { receipt: '公收1', papersSent: ['letter', 'test'] }, refused: 'enforcement.papers-short' },
  { on: '2026-05-26', step: 'send', by: 'handler', with: { receipt: '公收1', papersSent: ['letter', 'inquiry', 'goods', 'test'] }, then: { state: 'sent', clocks: { send: 'met' }, due: { police: '2026-05-29' } } },
]

export const transferringCases = cases(transferring, [
  {
    title: words('三日决定、二十四小时移送、公安三日立案、三日移交物品、判决反馈', 'Three days, twenty-four hours, three days, three days, and the judgment comes back'),
    opens: found,
    acts: [
      ...sent,
      { on: '2026-05-28', step: 'police-file', by: 'liaison', with: { policeView: '立案', receipt: '公立1' }, then: { state: 'filed', due: { goods: '2026-06-01' } } },
      { on: '2026-05-29', step: 'hand-over', by: 'handler', with: { receipt: '物1' }, then: { state: 'handedOver' } },
      { on: '2026-08-03', step: 'prosecute', by: 'liaison', with: { prosecutorView: '起诉书 1 号', receipt: '检1' }, then: { state: 'prosecuted' } },
      { on: '2026-11-02', step: 'judge', by: 'liaison', with: { judgment: '罚金，依法折抵罚款', receipt: '判1', courtFine: '50000.00' }, then: { state: 'judged', fields: { courtFine: '50000.00' } } },
    ],
  },
  {
    title: words('不立案，提请复议，维持后检察机关监督，移回行政处理', 'Declined, reconsidered, before the prosecutor, and back'),
    opens: found,
    acts: [
      ...sent,
      { on: '2026-05-28', step: 'police-decline', by: 'liaison', with: { policeView: '数额不足', receipt: '公不1' }, then: { state: 'notFiled', due: { ask: '2026-06-01' } } },
      { on: '2026-05-29', step: 'ask-reconsideration', by: 'handler', with: { reason: '未计入库存' }, then: { state: 'reconsidering' } },
      { on: '2026-06-01', step: 'keep-declining', by: 'liaison', with: { policeView: '维持', receipt: '公复1' }, then: { state: 'kept', due: { prosecutor: '2026-06-04' } } },
      { on: '2026-06-03', step: 'ask-prosecutor', by: 'handler', with: { reason: '未计入库存' }, then: { state: 'supervised', clocks: { prosecutor: 'met' } } },
      { on: '2026-06-12', step: 'prosecutor-agrees', by: 'liaison', with: { prosecutorView: '不立案理由成立', receipt: '检1' }, then: { state: 'returned' } },
    ],
  },
  { title: words('接受不立案，依法处罚', 'The authority accepts, and punishes'), opens: found, acts: [...sent, { on: '2026-05-28', step: 'police-decline', by: 'liaison', with: { policeView: '数额不足', receipt: '公不1' } }, { on: '2026-05-29', step: 'accept-declining', by: 'head', then: { state: 'returned' } }] },
  { title: words('不起诉后移回处理', 'Sent back after no prosecution'), opens: found, acts: [...sent, { on: '2026-05-28', step: 'police-file', by: 'liaison', with: { policeView: '立案', receipt: '公立1' } }, { on: '2026-05-29', step: 'hand-over', by: 'handler', with: { receipt: '物1' } }, { on: '2026-09-01', step: 'send-back', by: 'liaison', with: { judgment: '情节轻微，不起诉', receipt: '检1' }, then: { state: 'returned' } }] },
  { title: words('不批准移送，写明理由', 'Not approved, with the reason'), opens: found, acts: [...sent.slice(0, 2), { on: '2026-05-26', step: 'refuse', by: 'head', with: { reason: '尚不足以认定涉嫌犯罪' }, then: { state: 'notApproved' } }] },
  {
    title: words('公安机关转送有管辖权的机关，三日自转送起算；不立案的直接建议检察机关监督', 'Passed on to the right police, whose three days begin anew; declined, the prosecutor is asked at once'),
    opens: found,
    acts: [
      ...sent,
      { on: '2026-05-27', step: 'police-forward', by: 'liaison', with: { police: '虚构县公安局', receipt: '公转1' }, then: { state: 'sent', clocks: { police: 'met' }, due: { 'police-anew': '2026-06-01' } } },
      { on: '2026-05-29', step: 'police-decline', by: 'liaison', with: { policeView: '数额不足', receipt: '公不1' }, then: { state: 'notFiled', clocks: { 'police-anew': 'met' } } },
      { on: '2026-05-29', step: 'ask-prosecutor', by: 'handler', with: { reason: '未计入库存' }, then: { state: 'supervised', clocks: { ask: 'met' } } },
    ],
  },
  {
    title: words('复议维持的，也可以接受并依法处罚；立案侦查后撤案的移回', 'Kept on reconsideration it may be accepted; what the police drop after they looked into it comes back'),
    opens: found,
    acts: [
      ...sent,
      { on: '2026-05-28', step: 'police-decline', by: 'liaison', with: { policeView: '数额不足', receipt: '公不1' } },
      { on: '2026-05-29', step: 'ask-reconsideration', by: 'handler', with: { reason: '未计入库存' } },
      { on: '2026-06-01', step: 'keep-declining', by: 'liaison', with: { policeView: '维持', receipt: '公复1' } },
      { on: '2026-06-02', step: 'accept-declining', by: 'head', then: { state: 'returned' } },
    ],
  },
  { title: words('公安机关撤案，移回处理', 'Dropped by the police'), opens: found, acts: [...sent, { on: '2026-05-28', step: 'police-file', by: 'liaison', with: { policeView: '立案', receipt: '公立1' } }, { on: '2026-07-01', step: 'send-back', by: 'liaison', with: { judgment: '犯罪事实显著轻微，撤案', receipt: '公撤1' }, then: { state: 'returned' } }] },
])

export const weighedCrimeCases = cases(handlingCase, [
  {
    title: words('货值达到五万元的须写明是否涉嫌犯罪，或者先办理涉嫌犯罪', 'From 50,000 yuan the finding says whether it may be a crime, or a crime is suspected first'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      { ...reported[1]!, with: { ...reported[1]!.with, value: '50000.00' }, refused: 'enforcement.crime-unweighed', then: {} },
      { ...reported[1]!, with: { ...reported[1]!.with, value: '50000.00', crimeWeighed: '货物尚未销售，未达追诉标准' } },
    ],
  },
])
