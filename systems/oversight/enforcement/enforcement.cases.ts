// Worked cases of enforcement: from lead to archive with every clock, hearing, surcharge, annulment.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handlingCase } from './handling.ts'
import { decided, decision, evidence, filed, handlers, lead, payment, reported, verifiers } from './ordinary-road.ts'

const served = (on: string, way: string, outcome: string, then: Act['then']): Act =>
  ({ on, step: 'serve', by: 'handler', person: 'h', with: { document: 'penalty-decision', way, outcome, on }, then: then! })

export const handlingCaseCases = cases(handlingCase, [
  {
    title: words('当事人自告知之日起才能查阅案件：立案、终结、拟告知都不告知；寄出未收到的也不算', 'The party reads its case from being told: not by filing, finding or drafting the notice, nor by a notice that is on its way'),
    opens: { ...lead('2026-05-11'), then: { fields: { informed: null } } },
    acts: [
      ...filed,
      ...reported.slice(0, -1).map((act, at, all): Act => (at === all.length - 1 ? { ...act, then: { fields: { informed: null } } } : act)),
      { on: '2026-06-11', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-notice', way: 'post', outcome: 'sent' }, then: { fields: { informed: null } } },
      { on: '2026-06-15', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-notice', way: 'post', outcome: 'served', on: '2026-06-15' }, then: { fields: { informed: '91130102MAX000001J' } } },
    ],
  },
  {
    title: words('询问通知书送达即告知；扣押决定书和清单当场交付的，自交付起告知', 'A summons that was served tells the party, and so does a seizure whose order and list were handed over'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'summon', by: 'handler', person: 'h', with: { comeOn: '2026-05-26', comeTo: '虚构局询问室', about: '产品来源和销售去向' }, then: { state: 'investigating', fields: { informed: null } } },
      { on: '2026-05-21', step: 'sign-document', by: 'head', with: { document: 'inquiry-summons', how: 'seal' } },
      { on: '2026-05-22', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'inquiry-summons', way: 'direct', outcome: 'served', on: '2026-05-22' }, then: { fields: { informed: '91130102MAX000001J' } } },
    ],
  },
  {
    title: words('扣押：未交付清单的不算告知，补送后登记告知', 'Seizure: without the list handed over nobody was told; once it is sent on, that is entered'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      { on: '2026-05-21', step: 'hold', by: 'handler', person: 'h', with: { measure: 'seize', what: '台灯 150 件', approval: '批1' }, then: { fields: { informed: null } } },
      { on: '2026-05-22', step: 'inform', by: 'handler', person: 'h', with: { how: 'hold', proof: '回证1' }, then: { state: 'investigating', fields: { informed: '91130102MAX000001J' } } },
    ],
  },
  {
    title: words('寄出和退回都不是送达：缴款期限自收到之日起算', 'Neither sent nor returned is served: the term to pay runs from the day it was received'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided.slice(0, -1),
      served('2026-06-23', 'post', 'sent', { state: 'decided', fields: { served: null }, clocks: { serve: 'open', publish: 'open' } }),
      served('2026-06-26', 'post', 'failed', { state: 'decided', fields: { served: null }, clocks: { serve: 'open', publish: 'open' } }),
      served('2026-06-30', 'direct', 'served', { state: 'served', fields: { served: '2026-06-30' }, due: { pay: '2026-07-15' }, clocks: { serve: 'met', publish: 'met' } }),
    ],
  },
  {
    title: words('公告送达的，公告期满之日才是送达之日', 'By announcement it is served when the announcement is over'),
    opens: lead('2026-05-11'),
    acts: [...filed, ...reported, ...decided.slice(0, -1), served('2026-06-24', 'notice', 'sent', { state: 'served', fields: { served: '2026-07-24' }, due: { pay: '2026-08-10' }, clocks: { serve: 'met' } })],
  },
  {
    title: words('逾期十日缴款，加处罚款百分之三十，缴清后结案归档', 'Paid ten days late with a surcharge of thirty per cent, closed and archived'),
    opens: { ...lead('2026-05-11'), then: { due: { verify: '2026-06-01' } } },
    acts: [
      ...filed,
      { on: '2026-05-20', step: 'report', by: 'handler', person: 'h', with: { finding: '无', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49' }, refused: 'enforcement.no-evidence' },
      ...reported,
      { on: '2026-06-17', step: 'end-defence', by: 'handler', person: 'h', refused: 'enforcement.not-heard' },
      ...decided,
      { on: '2026-07-19', step: 'pay', by: 'handler', person: 'h', with: payment('2026-07-19', '20000.00'), refused: 'enforcement.still-owed' },
      { on: '2026-07-19', step: 'pay', by: 'handler', person: 'h', with: payment('2026-07-19', '26001.00'), refused: 'enforcement.overpaid' },
      { on: '2026-07-19', step: 'pay', by: 'handler', person: 'h', with: payment('2026-07-19', '26000.00'), then: { state: 'performed', clocks: { pay: 'late' }, fields: { surcharge: '6000.00', paid: '26000.00' }, due: { close: '2026-08-07' } } },
      { on: '2026-07-27', step: 'close', by: 'head', with: { outcome: '履行完毕' }, then: { state: 'closed' } },
      { on: '2026-08-25', step: 'archive', by: 'handler', person: 'h', then: { state: 'archived' } },
    ],
  },
  {
    title: words('所依据的检验报告撤回：复核之前不得终结、告知、决定', 'A report is withdrawn: no finding, notice or decision before it was weighed'),
    opens: lead('2026-05-11', { groundSample: '01a21407-36bb-71bc-91bd-eb00819433b7' }),
    acts: [
      ...filed,
      reported[0]!,
      { on: '2026-05-22', step: 'weigh-ground', by: 'handler', person: 'h', with: { weighing: '…' }, refused: 'enforcement.nothing-fell' },
      { on: '2026-05-25', step: 'lose-ground', by: 'handler', person: 'h', with: { report: 'BG2026000001', why: '样品混淆' }, then: { state: 'investigating', fields: { fallen: [{ report: 'BG2026000001', weighed: null }] } } },
      { ...reported[1]!, refused: 'enforcement.ground-fallen' },
      { on: '2026-05-26', step: 'weigh-ground', by: 'handler', person: 'h', with: { weighing: '另有现场笔录和复检报告，足以认定' } },
      ...reported.slice(1),
      { on: '2026-06-12', step: 'lose-ground', by: 'handler', person: 'h', with: { report: 'BG2026000002', why: '设备校准有误' } },
      { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: decision, refused: 'enforcement.ground-fallen' },
    ],
  },
  {
    title: words('裁量：超出幅度、无理由从轻、重大处罚未集体讨论、申辩后加重，均不得决定', 'Discretion: outside the band, light without reason, heavy without the heads, heavier for a defence'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported,
      { on: '2026-06-15', step: 'defend', by: 'party', with: { defence: '已主动召回' }, then: { state: 'told' } },
      { on: '2026-06-22', step: 'end-defence', by: 'handler', person: 'h' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '60000.01' }, refused: 'enforcement.outside-band' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '19999.99' }, refused: 'enforcement.outside-band' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, circumstance: 'mitigated', fine: '10000.00' }, refused: 'enforcement.reason-for-degree' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, penalties: ['fine', 'revoke'] }, refused: 'enforcement.collective-needed' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '30000.00' }, refused: 'enforcement.heavier-for-defence' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, circumstance: 'mitigated', reasons: '主动消除危害后果', fine: '10000.00' }, then: { state: 'decided', fields: { fine: '10000.00' } } },
      { on: '2026-06-22', step: 'decide', by: 'head', with: decision, refused: 'kernel.not-now' },
    ],
  },
  {
    title: words('本省裁量基准收窄法定幅度；超出的须集体讨论并说明理由；没有基准的条款不受影响', 'A scale of the province narrows the band; beyond it the heads decide together with reasons; an article without one is as before'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      reported[0]!,
      { ...reported[1]!, with: { finding: '转移被封存的产品', breach: 'product-quality-law/18', punishedBy: 'product-quality-law/63', value: '20000.00' } },
      reported[2]!,
      { ...reported[3]!, with: { toldFine: '60000.00', penalties: ['fine', 'goods'] } },
      ...reported.slice(4),
      decided[0]!,
      // One to three times 20,000 by the article; ordinary by the demonstration's scale from 1.6 to 2.4 times.
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '31999.99' }, refused: 'enforcement.outside-scale' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '48000.01' }, refused: 'enforcement.outside-scale' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, circumstance: 'light', reasons: '初次', fine: '32000.01' }, refused: 'enforcement.outside-scale' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '48000.01', reasons: '适用基准明显不当', collective: '集体讨论〔2026〕1号' }, then: { state: 'decided', fields: { fine: '48000.01' } } },
    ],
  },
  {
    title: words('听证：期限内要求，非承办人主持；听证期间不计入办案期限', 'A hearing asked in time, held by an outsider; the time of the hearing is not counted'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.slice(0, 3),
      { ...reported[3]!, with: { toldFine: '100000.00', penalties: ['fine', 'goods'] } },
      ...reported.slice(4),
      { on: '2026-06-18', step: 'ask-hearing', by: 'party', then: { state: 'hearing', clocks: { 'ask-hearing': 'met', decide: 'paused' } } },
      { on: '2026-06-22', step: 'call-hearing', by: 'hearer', with: { hearingOn: '2026-07-08', hearingAt: '虚构局听证室', host: '虚构主持人' } },
      { on: '2026-06-22', step: 'sign-document', by: 'head', with: { document: 'hearing-notice', how: 'seal' } },
      { on: '2026-06-23', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'hearing-notice', way: 'direct', outcome: 'served', on: '2026-06-23' } },
      { on: '2026-07-08', step: 'hear', by: 'hearer', person: 'h', with: { hearing: '维持' }, refused: 'kernel.two-persons' },
      { on: '2026-07-08', step: 'hear', by: 'hearer', with: { hearing: '事实清楚，建议按告知处罚' }, then: { state: 'deciding', due: { decide: '2026-09-07' } } },
      { on: '2026-07-10', step: 'waive', by: 'head', with: { leniency: 'noFault', reasons: '没有主观过错' }, then: { state: 'waived' } },
      { on: '2026-07-13', step: 'close', by: 'head', with: { outcome: '不予处罚' }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('逾期的听证申请不予受理', 'A hearing asked too late is refused'),
    opens: lead('2026-05-11'),
    acts: [...filed, ...reported, { on: '2026-06-22', step: 'ask-hearing', by: 'party', refused: 'enforcement.hearing-late' }],
  },
  {
    title: words('保存七个工作日、查封三十日、协查十五个工作日；退回、中止、恢复、终止', 'Kept, sealed, helped; sent back, suspended, resumed, ended'),
    opens: lead('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'verify', by: 'handler', person: 'h', with: verifiers },
      { on: '2026-05-20', step: 'file', by: 'head', with: { firstHandler: '冀A001', secondHandler: '冀A001' }, refused: 'enforcement.two-handlers' },
      filed[1]!,
      { on: '2026-05-21', step: 'hold', by: 'handler', person: 'h', with: { measure: 'register', what: '台灯 150 件', approval: '批1' }, then: { due: { hold: '2026-06-01' } } },
      { on: '2026-05-25', step: 'hold', by: 'handler', person: 'h', with: { measure: 'seal', what: '模具', approval: '批2', handed: true }, then: { fields: { informed: '91130102MAX000001J' }, due: { seize: '2026-06-24' } } },
      { on: '2026-05-29', step: 'release', by: 'handler', person: 'h', with: { how: '解除' }, then: { clocks: { hold: 'met', seize: 'met' } } },
      { on: '2026-06-01', step: 'assist', by: 'handler', person: 'h', with: { of: '虚构市局', what: '核实供货' }, then: { due: { assist: '2026-06-23' } } },
      { on: '2026-06-10', step: 'assisted', by: 'handler', person: 'h', with: { result: '属实' }, then: { clocks: { assist: 'met' } } },
      { on: '2026-06-11', step: 'gather', by: 'handler', person: 'h', with: evidence },
      { on: '2026-06-12', step: 'report', by: 'handler', person: 'h', with: { finding: '初步查明', breach: 'product-quality-law/13', punishedBy: 'product-quality-law/49' } },
      { on: '2026-06-15', step: 'review-back', by: 'reviewer', with: { opinion: '补充货值证据' }, then: { state: 'investigating' } },
      { on: '2026-06-16', step: 'suspend', by: 'head', with: { reasons: '等待鉴定' }, then: { clocks: { decide: 'paused' } } },
      { on: '2026-06-26', step: 'resume', by: 'head', then: { state: 'investigating' } },
      { on: '2026-06-29', step: 'terminate', by: 'head', with: { reasons: '当事人已注销' }, then: { state: 'terminated' } },
    ],
  },
  {
    title: words('只警告的没有款项可缴，送达后结案；欠款未清的不能', 'A warning leaves nothing to pay and is closed once served; what is owed is not'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed,
      ...reported.map((act): Act => (act.step === 'tell' ? { ...act, with: { penalties: ['warning'] } } : act)),
      decided[0]!,
      { on: '2026-06-22', step: 'decide', by: 'head', with: { circumstance: 'ordinary', penalties: ['warning'], degree: 'minor' }, then: { fields: { fine: null } } },
      ...decided.slice(2),
      { on: '2026-06-25', step: 'close', by: 'head', with: { outcome: '警告已送达' }, then: { state: 'closed', clocks: { pay: 'met' } } },
    ],
  },
  {
    title: words('变更后的罚款已经缴过的，结案', 'A fine that was changed to what is paid already is closed'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      { on: '2026-07-06', step: 'pay-part', by: 'handler', person: 'h', with: payment('2026-07-06', '12000.00') },
      { on: '2026-07-07', step: 'close', by: 'head', with: { outcome: '履行完毕' }, refused: 'enforcement.still-owed' },
      { on: '2026-07-07', step: 'challenge', by: 'handler', person: 'h', with: { way: 'reconsideration', taken: '2026-07-07', forum: '虚构市人民政府' } },
      { on: '2026-08-31', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-08-31', result: 'changed', newFine: '10000.00' } },
      { on: '2026-09-01', step: 'close', by: 'head', with: { outcome: '变更后的罚款已缴，多缴部分退还' }, then: { state: 'closed' } },
    ],
  },
  {
    title: words('分期、催告、申请法院；决定被复议撤销的，撤销', 'Instalment, urging, the court; and annulled on reconsideration'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      { on: '2026-07-06', step: 'pay-part', by: 'handler', person: 'h', with: payment('2026-07-06', '5000.00'), then: { fields: { paid: '5000.00', surcharge: '0.00' } } },
      { on: '2026-07-09', step: 'urge', by: 'head', refused: 'enforcement.term-runs' },
      { on: '2026-07-13', step: 'urge', by: 'head', then: { state: 'urged' } },
      { on: '2026-07-13', step: 'sign-document', by: 'head', with: { document: 'penalty-urging', how: 'seal' } },
      // Written on the 13th and received on the 20th: ten working days end on 3 August, not on 27 July.
      { on: '2026-07-28', step: 'ask-court', by: 'head', refused: 'enforcement.urging-not-served' },
      { on: '2026-07-28', step: 'serve-document', by: 'handler', person: 'h', with: { document: 'penalty-urging', way: 'post', outcome: 'served', on: '2026-07-20' }, then: { state: 'urged', due: { urge: '2026-08-03' } } },
      { on: '2026-08-03', step: 'ask-court', by: 'head', refused: 'enforcement.term-runs' },
      { on: '2026-12-25', step: 'ask-court', by: 'head', then: { state: 'court' } },
      { on: '2026-12-28', step: 'annul', by: 'head', with: { ground: 'reconsideration', reasons: '检验程序有误' }, then: { state: 'annulled' } },
    ],
  },
  {
    title: words('逾期后分两次缴：加处罚款只按未缴部分增长', 'Paid late in two parts: the surcharge grows only on what is unpaid'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      { on: '2026-07-14', step: 'pay-part', by: 'handler', person: 'h', with: payment('2026-07-14', '10000.00'), then: { fields: { paid: '10000.00', surcharge: '3000.00' } } },
      { on: '2026-07-19', step: 'pay', by: 'handler', person: 'h', with: payment('2026-07-19', '16000.00'), refused: 'enforcement.overpaid' },
      { on: '2026-07-19', step: 'pay', by: 'handler', person: 'h', with: payment('2026-07-19', '14500.00'), then: { state: 'performed', fields: { paid: '24500.00', surcharge: '4500.00' } } },
    ],
  },
  {
    title: words('复议期间加处罚款不计；复议变更的按变更后的罚款计；未终结的不得申请法院', 'Days of reconsideration bear no surcharge; a changed fine is the one owed; while it is pending the court is not asked'),
    opens: lead('2026-05-11'),
    acts: [
      ...filed, ...reported, ...decided,
      { on: '2026-07-13', step: 'urge', by: 'head' },
      { on: '2026-07-15', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-07-15', result: 'upheld' }, refused: 'enforcement.no-challenge' },
      { on: '2026-07-15', step: 'challenge', by: 'handler', person: 'h', with: { way: 'reconsideration', taken: '2026-07-14', forum: '虚构市人民政府' }, then: { state: 'urged', fields: { kind: 'substandard' } } },
      { on: '2026-07-28', step: 'ask-court', by: 'head', refused: 'enforcement.challenge-pending' },
      { on: '2026-07-28', step: 'challenge', by: 'handler', person: 'h', with: { way: 'suit', taken: '2026-07-28', forum: '虚构法院' }, refused: 'enforcement.challenge-pending' },
      { on: '2026-09-01', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-07-01', result: 'upheld' }, refused: 'enforcement.ends-before' },
      { on: '2026-09-01', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-08-31', result: 'changed' }, refused: 'enforcement.no-new-fine' },
      { on: '2026-09-01', step: 'challenge-ends', by: 'handler', person: 'h', with: { ended: '2026-08-31', result: 'changed', newFine: '10000.00' }, then: { fields: { fine: '10000.00' } } },
      // Due on 9 July: 10 to 13 July are four days, 1 and 2 September two; 14 July to 31 August bear nothing.
      { on: '2026-09-02', step: 'pay', by: 'handler', person: 'h', with: payment('2026-09-02', '11800.00'), then: { state: 'performed', fields: { surcharge: '1800.00' } } },
    ],
  },
  {
    title: words('侵犯商标专用权：须写明商标；违法经营额五万元以上的五倍以下，不足的二十五万元以下', 'An infringed mark: it is named; from 50,000 yuan up to five times the turnover, below that up to 250,000'),
    opens: lead('2026-05-11', { kind: 'trademark', facts: '销售侵犯注册商标专用权的商品' }),
    acts: [
      ...filed,
      { ...reported[0]!, then: { state: 'investigating' } },
      { on: '2026-06-01', step: 'report', by: 'handler', person: 'h', with: { finding: '侵权', breach: 'trademark-law/57', punishedBy: 'trademark-law/60', value: '60000.00' }, refused: 'enforcement.no-sign' },
      { on: '2026-06-01', step: 'report', by: 'handler', person: 'h', with: { finding: '侵权', breach: 'trademark-law/57', punishedBy: 'trademark-law/60', value: '60000.00', protectedSign: '第0000000号（虚构）', rightHolder: '虚构权利人（演示）' }, then: { state: 'reviewing', fields: { rightHolder: '虚构权利人（演示）' } } },
      reported[2]!,
      { ...reported[3]!, with: { toldFine: '300000.00', penalties: ['fine', 'goods'] } },
      ...reported.slice(4),
      decided[0]!,
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '300000.01' }, refused: 'enforcement.outside-band' },
      { on: '2026-06-22', step: 'decide', by: 'head', with: { ...decision, fine: '300000.00' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('移送结果记入案卷，不改变环节', 'What came of a transfer is noted, and moves nothing'),
    opens: lead('2026-05-11'),
    acts: [...filed, { on: '2026-06-08', step: 'note-crime', by: 'handler', person: 'h', with: { crimeOutcome: '公安机关不立案，依法处理' }, then: { state: 'investigating', fields: { crimeOutcome: '公安机关不立案，依法处理' } } }],
  },
  {
    title: words('核查由两人进行，不能是同一人', 'Two verify, and not the same one twice'),
    opens: lead('2026-05-11'),
    acts: [
      { on: '2026-05-12', step: 'verify', by: 'handler', refused: 'kernel.invalid' },
      { on: '2026-05-12', step: 'verify', by: 'handler', with: { ...verifiers, secondVerifier: verifiers.firstVerifier }, refused: 'enforcement.two-handlers' },
      { on: '2026-05-12', step: 'verify', by: 'handler', with: verifiers, then: { state: 'verifying' } },
    ],
  },
  { title: words('核查后不予立案', 'Not filed after verification'), opens: lead('2026-05-11'), acts: [{ on: '2026-05-12', step: 'verify', by: 'handler', with: verifiers }, { on: '2026-05-25', step: 'drop', by: 'head', with: { reasons: '未发现违法事实' }, then: { state: 'notFiled' } }] },
  { title: words('移送有管辖权的机关', 'Passed on'), opens: lead('2026-05-11'), acts: [{ on: '2026-05-12', step: 'pass-on', by: 'head', with: { to: '虚构县局', reasons: '违法行为发生地在该县' }, then: { state: 'passedOn' } }] },
  { title: words('调查中发现涉嫌犯罪', 'A crime is suspected while investigating'), opens: lead('2026-05-11'), acts: [...filed, { on: '2026-05-25', step: 'suspect-crime', by: 'handler', person: 'h', with: { grounds: '销售金额超过五万元，涉嫌生产、销售伪劣产品' }, then: { state: 'investigating', fields: { crime: true } } }] },
])

const unit = '91130102MAX000001J'
const spot = {
  kindOfParty: 'unit', onSpot: ['fine'], fine: '3000.00', finding: '货架上 3 件商品未标明生产者名称，现场照片 2 张', breach: 'product-quality-law/27', punishedBy: 'product-quality-law/54',
  at: '10:20', spot: '虚构超市（演示）', firstHandler: '冀A001', secondHandler: '冀A002', shown: true, heard: true, defence: '立即改正',
}
const onSpot = (more: object, then: Act['then'] | string): Act => ({
  on: '2026-05-11', step: 'decide-on-spot', by: 'handler', person: 'h', with: { ...spot, ...more }, ...(typeof then === 'string' ? { refused: then } : { then: then! }),
})
const handed = (on: string, way: string, more: Partial<Act>): Act => ({ on, step: 'serve', by: 'handler', person: 'h', with: { document: 'spot-decision', way, outcome: 'served', on, ...(way === 'left' ? { refusal: '拒绝签收，已在决定书上注明' } : {}) }, ...more })
const signed: Act = { on: '2026-05-11', step: 'sign-spot', by: 'handler', person: 'h', with: { document: 'spot-decision', how: 'hand' } }

export const onTheSpotCases = cases(handlingCase, [
  {
    title: words('当场处罚：单位三千元以下，两人出示证件，当场交付，七个工作日内备案，十五日内缴款', 'On the spot: a unit up to 3,000 yuan, two officers who show their certificates, handed over there, filed in seven working days, paid in fifteen days'),
    opens: lead('2026-05-11', { source: 'check', kind: 'labelling', facts: '商品未标明生产者名称' }),
    acts: [
      onSpot({ fine: '3000.01' }, 'enforcement.spot-limit'),
      onSpot({ secondHandler: '冀A001' }, 'enforcement.two-handlers'),
      onSpot({ heard: false }, 'enforcement.spot-unheard'),
      onSpot({ shown: false }, 'enforcement.spot-unheard'),
      onSpot({ onSpot: ['warning'] }, 'enforcement.spot-fine'),
      onSpot({ at: '25:00' }, 'enforcement.spot-time'),
      onSpot({ punishedBy: 'product-quality-law/57' }, 'enforcement.outside-band'),
      // Three tenths of 9,000 yuan are 2,700.
      onSpot({ value: '9000.00' }, 'enforcement.outside-band'),
      // The demonstration's scale leaves 1,600 to 2,400 yuan of the band of 1,000 to 3,000; beyond it the heads decide, not two officers.
      onSpot({ punishedBy: 'product-quality-law/63', value: '1000.00' }, 'enforcement.outside-scale'),
      onSpot({}, { state: 'decided', clocks: { verify: 'met' }, due: { 'file-spot': '2026-05-20' }, fields: { fine: '3000.00', penalties: ['fine'], spotOn: '2026-05-11', decided: '2026-05-11', degree: 'minor' } }),
      signed,
      handed('2026-05-12', 'direct', { refused: 'enforcement.spot-handed' }),
      handed('2026-05-11', 'post', { refused: 'enforcement.spot-handed' }),
    ],
  },
  {
    title: words('拒绝签收的留置；备案以前不得结案', 'Who refuses to sign has it left; it is not closed before its papers are with the bureau'),
    opens: lead('2026-05-11', { source: 'check', kind: 'labelling', facts: '商品未标明生产者名称' }),
    acts: [
      onSpot({}, {}), signed,
      handed('2026-05-11', 'left', { then: { state: 'served', fields: { informed: unit }, due: { pay: '2026-05-26' } } }),
      { on: '2026-05-15', step: 'pay', by: 'handler', person: 'h', with: payment('2026-05-15', '3000.00'), then: { state: 'performed' } },
      { on: '2026-05-18', step: 'close', by: 'head', with: { outcome: '履行完毕' }, refused: 'enforcement.spot-not-filed' },
      { on: '2026-05-20', step: 'file-spot', by: 'handler', person: 'h', with: { receiver: '虚构档案员' }, then: { state: 'performed', clocks: { 'file-spot': 'met' }, fields: { spotFiled: '2026-05-20' } } },
      { on: '2026-05-21', step: 'file-spot', by: 'handler', person: 'h', with: { receiver: '虚构档案员' }, refused: 'enforcement.spot-filed-already' },
      { on: '2026-05-21', step: 'close', by: 'head', with: { outcome: '履行完毕' }, then: { state: 'closed', fields: { spotFiled: '2026-05-20' } } },
    ],
  },
  {
    title: words('公民二百元以下；只警告的没有罚款；已经立案的不能再当场决定', 'A citizen up to 200 yuan; a mere warning has no fine; a case once filed is not decided on the spot'),
    opens: lead('2026-05-11', { party: undefined, partyName: '虚构摊主（演示）', source: 'check', kind: 'labelling', facts: '标识不符' }),
    acts: [
      onSpot({ kindOfParty: 'citizen', fine: '200.01' }, 'enforcement.spot-limit'),
      onSpot({ kindOfParty: 'citizen', onSpot: ['warning'], fine: null }, { state: 'decided', fields: { fine: null, penalties: ['warning'] } }),
      { on: '2026-05-12', step: 'file-spot', by: 'handler', person: 'h', with: { receiver: '虚构档案员' }, then: { state: 'decided' } },
    ],
  },
  {
    title: words('普通程序的案件不能按当场处罚办理、备案', 'A case of the ordinary procedure is neither decided nor filed as one of the spot'),
    opens: lead('2026-05-11'),
    acts: [...filed, { ...onSpot({}, 'kernel.not-now'), on: '2026-05-21' }, ...reported, ...decided.slice(0, 2), { ...signed, on: '2026-06-22', with: { document: 'penalty-decision', how: 'hand' }, refused: 'enforcement.not-on-spot' }, ...decided.slice(2), { on: '2026-06-25', step: 'file-spot', by: 'handler', person: 'h', with: { receiver: '虚构档案员' }, refused: 'enforcement.not-on-spot' }],
  },
  {
    title: words('2016 年：公民五十元、单位一千元以下', 'In 2016: a citizen up to 50 yuan, a unit up to 1,000'),
    opens: { on: '2016-08-15', step: 'open', by: 'clerk', with: { received: '2016-08-15', source: 'check', party: unit, partyName: '虚构超市（演示）', place: '130102', kind: 'labelling', facts: '标识不符' } },
    acts: [
      { ...onSpot({ at: '10:20', fine: '1000.01' }, 'enforcement.spot-limit'), on: '2016-08-15' },
      { ...onSpot({ at: '10:20', kindOfParty: 'citizen', fine: '50.01' }, 'enforcement.spot-limit'), on: '2016-08-15' },
      { ...onSpot({ at: '10:20', fine: '1000.00' }, { state: 'decided', clocks: {} }), on: '2016-08-15' },
    ],
  },
])
