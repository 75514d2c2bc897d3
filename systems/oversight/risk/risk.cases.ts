// Worked cases of risk: a signal screened, a matter from its proposal to its lifting, and every no on the way.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { handling } from './handling.ts'
import { noticing } from './outside-notice.ts'
import { screening } from './signal.ts'

const notice: Act = {
  on: '2026-05-11', step: 'open', by: 'collector',
  with: { source: 'safetyGate', reference: 'INVENTED-1', day: '2026-05-08', country: '虚构国', product: '儿童台灯', productClass: 'lamps', hazard: 'electrical', hazardText: '触电（演示）', grade: '严重' },
}
export const noticeCases = cases(noticing, [
  { title: words('发布机构撤回的通报，随之撤回', 'What its publisher takes back is withdrawn'), opens: notice, acts: [{ on: '2026-05-20', step: 'withdraw', by: 'analyst', with: { reason: '原机构已更正' }, then: { state: 'withdrawn' } }] },
])

const told: Act = { on: '2026-05-11', step: 'open', by: 'collector', with: { day: '2026-05-09', source: 'accident', product: '儿童台灯', productClass: 'lamps', hazard: 'electrical', place: '130102', hurt: 1 }, then: { due: { screening: '2026-05-18' }, fields: { weight: 5 } } }
const air: Act = { on: '2026-05-11', step: 'open', by: 'collector', with: { day: '2026-05-09', source: 'reading', product: '环境空气', productClass: 'ambientAir', hazard: 'chemical', place: '130500' } }
const foul = (on: string, value: string) => ({ on, value, beside: null, edition: 'HJ 633-2026' })
export const signalCases = cases(screening, [
  {
    title: words('五个工作日内筛选：作为线索，再归并', 'Screened in five working days: a clue, then joined'),
    opens: told,
    acts: [
      { on: '2026-05-15', step: 'take', by: 'analyst', with: { hazard: 'electrical', credibility: 4 }, then: { state: 'clue', clocks: { screening: 'met' } } },
      { on: '2026-05-16', step: 'join', by: 'analyst', with: { matter: 'FX2026000001' }, then: { state: 'joined' } },
      { on: '2026-05-20', step: 'fall', by: 'analyst', with: { why: '检验报告已撤回' }, then: { state: 'archived', fields: { ground: 'withdrawn' } } },
    ],
  },
  {
    title: words('读数和算式只由计算写入；读数有变，重新计算', 'Readings and their arithmetic are written by computation alone; where they change it is done anew'),
    opens: { ...air, with: { ...air.with, until: '2026-05-10', readings: [foul('2026-05-10', '499')] }, refused: 'risk.readings-by-hand' },
    acts: [],
  },
  {
    title: words('重污染过程延长，信号随之更新，环节不变', 'An episode grows longer and its signal with it, at the stage where it was'),
    opens: air,
    acts: [
      { on: '2026-05-11', step: 'reread', by: 'collector', with: { day: '2026-05-09', until: '2026-05-10', readings: [foul('2026-05-09', '310'), foul('2026-05-10', '305')] }, then: { state: 'toScreen', fields: { until: '2026-05-10', weight: 2 }, clocks: { screening: 'open' } } },
    ],
  },
  {
    title: words('重复的要写明与哪一条重复', 'A repetition says what it repeats'),
    opens: told,
    acts: [
      { on: '2026-05-12', step: 'archive', by: 'analyst', with: { ground: 'duplicate' }, refused: 'risk.of-which' },
      { on: '2026-05-12', step: 'archive', by: 'analyst', with: { ground: 'duplicate', sameAs: 'XH2026000001' }, then: { state: 'archived' } },
    ],
  },
])

const joinedSignal = { signal: 'XH2026000009', record: 'r9', source: 'sample', hazard: 'mechanical', day: '2026-06-08', weight: 3 }
const gained = (at: number): Act => ({ on: '2026-06-10', step: 'gain-signal', by: 'analyst', with: { ...joinedSignal, signal: `XH${at}`, record: `r${at}` } })
const lost = (at: number): Act => ({ on: '2026-06-12', step: 'lose-signal', by: 'analyst', with: { signal: `XH${at}`, record: `r${at}`, why: '通报已撤回' } })
const opened = (on: string): Act => ({ on, step: 'open', by: 'analyst', with: { begun: on, place: '130000', product: '羊角锤', productClass: 'plumbing', hazard: 'mechanical', raised: 'officer', why: '多起伤害' } })
// The example of the EU guidelines: 1/10 × 1/10 × 1/3 × 1/4 = 1/1200 lies above 1/10 000; severity 3 there is high.
const hammer = { name: '锤头断裂伤及颅骨', group: 'everybody', severity: 3, steps: '锤头断裂 1/10；击中身体 1/10；击中头部 1/3；颅骨骨折 1/4' }
const view = (expert: string, opinion: string | null, recused = 'no') => ({ expert, recused, opinion })
const panel = [view('Z-01', 'orange'), view('Z-02', 'orange'), view('Z-03', 'yellow'), view('Z-04', null, 'yes')]
const agreed = { panel, minutes: '讨论断裂概率，一人保留意见', recommended: 'orange' }
const warned = { colour: 'orange', danger: '锤头可能断裂飞出', advice: '停止使用，退回购买处', channels: ['site', 'shops'], warnedTo: '2026-09-30', scope: [{ model: 'YJ-500', lot: '2026-03' }], audience: ['everybody'] }
const sign = (on: string, document: string, by: string): Act => ({ on, step: 'sign-document', by, with: { document, how: 'seal' } })

const toPanel: readonly Act[] = [
  { on: '2026-06-01', step: 'take-up', by: 'analyst', then: { state: 'assessing', due: { assessment: '2026-06-23' } } },
  { on: '2026-06-05', step: 'assess', by: 'analyst', with: { scenarios: [{ ...hammer, steps: '锤头断裂 12/10' }] }, refused: 'risk.no-probability' },
  {
    on: '2026-06-05', step: 'assess', by: 'analyst', with: { scenarios: [hammer], uncertainty: '断裂概率来自十件样品' },
    // A tenth as likely is 1/12 000, in the row above 1/100 000: medium. Ten times is 1/120, above 1/1 000: serious; 1/3 and 1/4 rise to 1 at most.
    then: { state: 'consulting', clocks: { assessment: 'met' }, fields: { level: 'high', findings: [{ name: hammer.name, group: 'everybody', severity: 3, probability: '1/1200', level: 'high' }] } },
  },
  { on: '2026-06-09', step: 'consult', by: 'panel', with: { ...agreed, panel: panel.slice(2) }, refused: 'risk.panel-too-small' },
  { on: '2026-06-09', step: 'consult', by: 'panel', with: { ...agreed, panel: [...panel, view('ｚ 01', 'orange')] }, refused: 'risk.expert-twice' },
  { on: '2026-06-09', step: 'consult', by: 'panel', with: { ...agreed, panel: [view('Z-01', 'orange'), view('Z-01', 'orange'), view('Z-02', 'orange')] }, refused: 'risk.expert-twice' },
  { on: '2026-06-09', step: 'consult', by: 'panel', with: { ...agreed, recommended: 'yellow' }, refused: 'risk.not-the-majority' },
  { on: '2026-06-09', step: 'consult', by: 'panel', with: agreed, then: { state: 'deciding', clocks: { consultation: 'met' }, due: { decision: '2026-06-16' } } },
]
const inForce: readonly Act[] = [
  ...toPanel,
  { on: '2026-06-10', step: 'warn', by: 'head', with: warned, refused: 'risk.province-decides' },
  { on: '2026-06-10', step: 'warn', by: 'province', with: { ...warned, colour: 'yellow' }, refused: 'risk.why-this-colour' },
  { on: '2026-06-10', step: 'warn', by: 'province', with: { ...warned, warnedTo: '2026-06-10' }, refused: 'risk.ends-in-the-past' },
  { on: '2026-06-10', step: 'warn', by: 'province', with: warned, then: { state: 'approved', clocks: { decision: 'met' } } },
  sign('2026-06-10', 'risk-warning-province', 'province'),
  // Twenty-four hours end on the next day; the panel judges again in fifteen days; of 1–10 October only 8, 9 and the Saturday made up for are workdays.
  { on: '2026-06-11', step: 'publish', by: 'publisher', then: { state: 'warning', due: { 'first-measure': '2026-06-12', judgement: '2026-06-26', 'after-term': '2026-10-10' }, fields: { warnedFrom: '2026-06-11' } } },
]

const lifted: readonly Act[] = [
  ...inForce,
  { on: '2026-07-20', step: 'review', by: 'panel', with: { outcome: 'lift', reviewNote: '抽查二十批全部合格' } },
  { on: '2026-07-21', step: 'lift', by: 'province', with: { endWhy: '抽查二十批全部合格' }, then: { state: 'lifted', clocks: { 'after-term': 'met' } } },
]
const restored = { ground: 'mistake', restoredWhy: '抽查报告混入了其他型号', warnedTo: '2026-09-30' }

export const matterCases = cases(handling, [
  {
    title: words('橙色预警：评估、会商、省级决定、发布、专项抽查和缺陷调查、再研判、解除', 'Orange: assessed, consulted on, decided by the province, published, acted on, judged again, lifted'),
    opens: opened('2026-06-01'),
    acts: [
      ...inForce,
      { on: '2026-06-11', step: 'decide-measures', by: 'head', with: { chosen: ['specialCheck'] }, refused: 'risk.measure-incomplete' },
      { on: '2026-06-11', step: 'decide-measures', by: 'head', with: { chosen: ['recallInquiry'], producerName: '虚构五金厂（演示）' }, refused: 'risk.measure-incomplete' },
      {
        on: '2026-06-11', step: 'decide-measures', by: 'head',
        with: { chosen: ['specialCheck', 'recallInquiry'], planTitle: '手工具专项抽查（演示）', planWanted: 20, planTo: '2026-08-31', producerName: '虚构五金厂（演示）', suspected: '锤头热处理不足' },
        then: { state: 'warning', clocks: { 'first-measure': 'met' }, fields: { measures: ['specialCheck'], inquiry: '2026-06-11', measured: '2026-06-11' } },
      },
      { on: '2026-06-20', step: 'lift', by: 'province', with: { endWhy: '风险已消除' }, refused: 'risk.not-reviewed' },
      { on: '2026-06-25', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '同批已下架' }, then: { due: { judgement: '2026-07-10' } } },
      { on: '2026-06-26', step: 'adjust', by: 'head', with: { colour: 'yellow', colourWhy: '同批已下架', warnedTo: '2026-08-31' }, refused: 'risk.province-decides' },
      // Yellow is judged again in thirty days of the change: 26 July is a Sunday. A lighter colour asks for no new first measure.
      { on: '2026-06-26', step: 'adjust', by: 'province', with: { colour: 'yellow', colourWhy: '同批已下架', warnedTo: '2026-08-31' }, then: { fields: { colour: 'yellow', scope: [{ model: 'YJ-500', lot: '2026-03' }] }, clocks: { 'first-measure': 'met' }, due: { judgement: '2026-07-27', 'after-term': '2026-09-03' } } },
      // A change that leaves the end as it is leaves its clock as it is.
      { on: '2026-07-02', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '其他批次也有' } },
      { on: '2026-07-03', step: 'adjust', by: 'province', with: { colour: 'yellow', colourWhy: '其他批次也有', warnedTo: '2026-08-31', wholeClass: 'yes' }, then: { fields: { scope: [], danger: '锤头可能断裂飞出' }, due: { 'after-term': '2026-09-03' }, clocks: { 'after-term': 'open' } } },
      { on: '2026-07-20', step: 'review', by: 'panel', with: { outcome: 'lift', reviewNote: '抽查二十批全部合格' } },
      { on: '2026-07-21', step: 'lift', by: 'head', with: { endWhy: '抽查二十批全部合格，涉及批次已召回' }, then: { state: 'lifted', fields: { ended: '2026-07-21' } } },
      sign('2026-07-21', 'risk-lifting', 'publisher'),
    ],
  },
  {
    title: words('提高到红色：再研判和首项措施都重新起算，六小时内采取措施', 'Raised to red: judged again and acted on by clocks of its own, the first measure within six hours'),
    opens: opened('2026-06-01'),
    acts: [
      ...inForce,
      { on: '2026-06-11', step: 'decide-measures', by: 'head', with: { chosen: ['specialCheck'], planTitle: '手工具专项抽查（演示）', planWanted: 20, planTo: '2026-08-31' }, then: { clocks: { 'first-measure': 'met' } } },
      { on: '2026-06-16', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '又有三人受伤' }, then: { due: { judgement: '2026-07-01' } } },
      { on: '2026-06-16', step: 'adjust', by: 'province', with: { colour: 'red', colourWhy: '又有三人受伤', warnedTo: '2026-09-30' }, then: { fields: { colour: 'red' }, clocks: { 'measure-anew': 'open', judgement: 'open' }, due: { judgement: '2026-06-23', 'measure-anew': '2026-06-16' } } },
      { on: '2026-06-16', step: 'decide-measures', by: 'head', with: { chosen: ['recallInquiry'], producerName: '虚构五金厂（演示）', suspected: '锤头热处理不足' }, then: { clocks: { 'measure-anew': 'met' } } },
    ],
  },
  {
    title: words('解除有误的，撤销解除、恢复预警并公告：重新研判，期限重新计算', 'A lifting by mistake is taken back and the warning stands again, announced: judged again, with clocks of its own'),
    opens: opened('2026-06-01'),
    acts: [
      ...lifted,
      { on: '2026-07-25', step: 'restore', by: 'head', with: restored, refused: 'risk.province-decides' },
      { on: '2026-07-25', step: 'restore', by: 'province', with: { ...restored, warnedTo: '2026-07-25' }, refused: 'risk.ends-in-the-past' },
      {
        // The end stays what it was; orange is judged again in fifteen days, which end on a Sunday, and no measure was taken yet.
        on: '2026-07-25', step: 'restore', by: 'province', with: restored,
        then: {
          state: 'warning',
          fields: { colour: 'orange', ended: null, endWhy: null, outcome: null, restored: '2026-07-25', restoredWhy: '抽查报告混入了其他型号', warnedFrom: '2026-06-11' },
          due: { judgement: '2026-08-10', 'first-measure': '2026-07-26', 'after-term': '2026-10-10' },
          clocks: { judgement: 'open', 'first-measure': 'open', 'after-term': 'open' },
        },
      },
      sign('2026-07-25', 'risk-restored', 'publisher'),
      { on: '2026-07-26', step: 'lift', by: 'province', with: { endWhy: '不再' }, refused: 'risk.not-reviewed' },
    ],
  },
  {
    title: words('解除之后信号被其来源撤回：先复核，才能恢复；没有公开预警过的，恢复为内部通报', 'A signal taken back after the lifting is weighed before the warning stands again; what was never public is told internally again'),
    opens: opened('2026-06-01'),
    acts: [
      ...lifted,
      { on: '2026-07-22', step: 'lose-signal', by: 'analyst', with: { signal: 'XH2026000009', record: 'r9', why: '检验报告已撤回' }, then: { state: 'lifted' } },
      { on: '2026-07-25', step: 'restore', by: 'province', with: restored, refused: 'risk.signal-fallen' },
      { on: '2026-07-25', step: 'weigh-fall', by: 'panel', with: { weighing: '其余信号足以支持' }, then: { state: 'lifted' } },
      { on: '2026-07-25', step: 'restore', by: 'province', with: restored, then: { state: 'warning' } },
    ],
  },
  {
    title: words('内部通报的解除有误，恢复为内部通报，不公告', 'An internal telling that was ended by mistake is told internally again, and nothing is announced'),
    opens: opened('2026-06-01'),
    acts: [
      ...toPanel,
      { on: '2026-06-10', step: 'circulate', by: 'province', with: { why: '产品未在省内销售' } },
      { on: '2026-07-01', step: 'review', by: 'panel', with: { outcome: 'lift', reviewNote: '未见销售' } },
      { on: '2026-07-02', step: 'lift', by: 'head', with: { endWhy: '未见销售' } },
      { on: '2026-07-03', step: 'retract', by: 'head', with: { endWhy: '有误' }, refused: 'risk.never-public' },
      { on: '2026-07-03', step: 'restore', by: 'head', with: { ground: 'changed', restoredWhy: '省内网店在售' }, then: { state: 'internal', fields: { ended: null }, due: { judgement: '2026-10-08' } } },
    ],
  },
  {
    title: words('解除之后查明预警本身有误的，撤销并公开更正', 'A warning that proves wrong after it was lifted is withdrawn and corrected in public all the same'),
    opens: opened('2026-06-01'),
    acts: [
      ...lifted,
      { on: '2026-07-25', step: 'retract', by: 'province', with: { endWhy: '批号有误，所列批次没有问题' }, then: { state: 'retracted', fields: { ended: '2026-07-25', endWhy: '批号有误，所列批次没有问题' } } },
      sign('2026-07-25', 'risk-correction', 'publisher'),
    ],
  },
  {
    title: words('预警有误的，撤销并公开更正', 'A warning that proves wrong is withdrawn and corrected in public'),
    opens: opened('2026-06-01'),
    acts: [
      ...inForce,
      { on: '2026-06-13', step: 'retract', by: 'head', with: { endWhy: '批号有误' }, refused: 'risk.province-decides' },
      { on: '2026-06-13', step: 'retract', by: 'province', with: { endWhy: '批号有误，所列批次没有问题' }, then: { state: 'retracted' } },
    ],
  },
  {
    title: words('决定之后、发布之前发现有误的，不必先发布，直接撤销', 'What proves wrong between decision and publication is withdrawn without being published first'),
    opens: opened('2026-06-01'),
    acts: [
      ...inForce.slice(0, -1),
      { on: '2026-06-11', step: 'retract', by: 'province', with: { endWhy: '批号有误，所列批次没有问题' }, then: { state: 'retracted', fields: { ended: '2026-06-11' } } },
    ],
  },
  {
    title: words('不向公众预警的，内部通报', 'Told internally where the public is not warned'),
    opens: opened('2026-06-01'),
    acts: [
      ...toPanel,
      // A panel for orange is answered by the province; neither the analyst alone nor a head below it ends the matter.
      { on: '2026-06-10', step: 'dismiss', by: 'analyst', with: { endWhy: '不需要' }, refused: 'risk.head-dismisses' },
      { on: '2026-06-10', step: 'dismiss', by: 'head', with: { endWhy: '不需要' }, refused: 'risk.province-decides' },
      { on: '2026-06-10', step: 'circulate', by: 'head', with: { why: '产品未在省内销售' }, refused: 'risk.province-decides' },
      { on: '2026-06-10', step: 'circulate', by: 'province', with: { why: '产品未在省内销售' }, then: { state: 'internal', fields: { why: '多起伤害；内部通报：产品未在省内销售' } } },
      { on: '2026-07-01', step: 'review', by: 'panel', with: { outcome: 'lift', reviewNote: '未见销售' } },
      { on: '2026-07-02', step: 'lift', by: 'head', with: { endWhy: '未见销售' }, then: { state: 'lifted' } },
    ],
  },
  {
    title: words('内部通报后风险变大的，重新评估、会商，可以向公众预警', 'What was told internally and proves graver is assessed and consulted on anew, and the public is warned'),
    opens: opened('2026-06-01'),
    acts: [
      ...toPanel,
      { on: '2026-06-10', step: 'circulate', by: 'province', with: { why: '产品未在省内销售' }, then: { due: { judgement: '2026-09-08' } } },
      { on: '2026-07-01', step: 'assess', by: 'analyst', with: { scenarios: [hammer] }, refused: 'risk.not-reviewed' },
      { on: '2026-07-01', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '省内已有销售' } },
      { on: '2026-07-02', step: 'assess', by: 'analyst', with: { scenarios: [hammer] }, then: { state: 'consulting', due: { consultation: '2026-07-16' }, clocks: { judgement: 'met' }, fields: { outcome: null } } },
      { on: '2026-07-03', step: 'consult', by: 'panel', with: agreed, then: { due: { decision: '2026-07-10' } } },
      { on: '2026-07-03', step: 'warn', by: 'province', with: warned },
      { on: '2026-07-03', step: 'publish', by: 'publisher', then: { state: 'warning', due: { judgement: '2026-07-20' }, clocks: { 'first-measure': 'open' } } },
    ],
  },
  {
    title: words('来源撤回的信号退出事项；复核之前不得预警、发布、调整', 'A signal taken back leaves the matter; no warning, publication or change before it was weighed'),
    opens: opened('2026-06-01'),
    acts: [
      ...toPanel,
      { on: '2026-06-10', step: 'gain-signal', by: 'analyst', with: joinedSignal, then: { state: 'deciding', fields: { weight: 3 } } },
      { on: '2026-06-10', step: 'lose-signal', by: 'analyst', with: { signal: 'XH2026000009', record: 'r9', why: '检验报告已撤回' }, then: { state: 'deciding', fields: { weight: 0, signals: [], fallen: [{ signal: 'XH2026000009', on: '2026-06-10', why: '检验报告已撤回', weighed: null }] } } },
      { on: '2026-06-11', step: 'warn', by: 'province', with: warned, refused: 'risk.signal-fallen' },
      { on: '2026-06-11', step: 'weigh-fall', by: 'panel', with: { weighing: '其余信号足以支持' }, then: { state: 'deciding', fields: { fallen: [{ signal: 'XH2026000009', weighed: '其余信号足以支持' }] } } },
      { on: '2026-06-11', step: 'warn', by: 'province', with: warned },
      { on: '2026-06-11', step: 'publish', by: 'publisher' },
      { on: '2026-06-12', step: 'lose-signal', by: 'analyst', with: { signal: 'XH2026000010', record: 'r10', why: '通报已撤回' } },
      { on: '2026-06-12', step: 'review', by: 'panel', with: { outcome: 'keep', reviewNote: '其余信号仍在' }, then: { fields: { fallen: [{ weighed: '其余信号足以支持' }, { weighed: '其余信号仍在' }] } } },
    ],
  },
  {
    title: words('归并的信号和撤回的信号一条也不丢：到五百条时提出接续事项，只提出一次', 'No signal that is joined or taken back is lost: at five hundred a follow-on is raised, once'),
    opens: opened('2026-06-01'),
    acts: [
      { on: '2026-06-01', step: 'take-up', by: 'analyst' },
      ...Array.from({ length: 499 }, (_, at) => gained(at)),
      { ...gained(499), then: { fields: { weight: 1500, filledBy: 'r499' } } },
      // Of two that came at once the second is listed beyond the limit.
      { ...gained(500), on: '2026-06-11', then: { fields: { weight: 1503, filledBy: 'r499' } } },
      ...Array.from({ length: 250 }, (_, at) => lost(at)),
      { ...lost(250), then: { fields: { weight: 750, fallen: Array.from({ length: 251 }, (_, at) => ({ signal: `XH${at}`, weighed: null })) } } },
    ],
  },
  {
    title: words('发布前已决定措施的，不再等首项措施；缺陷调查不列入公开的措施', 'Where a measure was decided before the publication none is waited for; an inquiry into a maker is not among the public ones'),
    opens: opened('2026-06-01'),
    acts: [
      ...inForce.slice(0, -1),
      { on: '2026-06-10', step: 'decide-measures', by: 'head', with: { chosen: ['advice', 'recallInquiry'], producerName: '虚构五金厂（演示）', suspected: '锤头热处理不足' }, then: { state: 'approved', fields: { measures: ['advice'], inquiry: '2026-06-10' } } },
      { on: '2026-06-11', step: 'publish', by: 'publisher', then: { state: 'warning', fields: { measureFrom: null } } },
    ],
  },
  {
    title: words('首项措施之前再次提高：按新颜色起算；已经到期的不因再次提高而延后', 'Raised again before the first measure: by the new colour; what is overdue gains no time by it'),
    opens: opened('2026-06-01'),
    acts: [
      ...toPanel,
      { on: '2026-06-10', step: 'warn', by: 'head', with: { ...warned, colour: 'blue', colourWhy: '涉及数量很少' } },
      { on: '2026-06-11', step: 'publish', by: 'publisher' },
      { on: '2026-06-12', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '又有受伤' } },
      { on: '2026-06-12', step: 'adjust', by: 'province', with: { colour: 'yellow', colourWhy: '又有受伤', warnedTo: '2026-09-30' }, then: { due: { 'measure-anew': '2026-06-17' } } },
      { on: '2026-06-15', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '又有多人受伤' } },
      { on: '2026-06-15', step: 'adjust', by: 'province', with: { colour: 'orange', colourWhy: '又有多人受伤', warnedTo: '2026-09-30' }, then: { due: { 'measure-anew': '2026-06-16' }, clocks: { 'measure-anew': 'open' } } },
      { on: '2026-06-18', step: 'review', by: 'panel', with: { outcome: 'change', reviewNote: '有人重伤' } },
      { on: '2026-06-18', step: 'adjust', by: 'province', with: { colour: 'red', colourWhy: '有人重伤', warnedTo: '2026-09-30' }, then: { due: { 'measure-anew': '2026-06-16' } } },
      { on: '2026-06-18', step: 'decide-measures', by: 'province', with: { chosen: ['order'] }, then: { clocks: { 'measure-anew': 'late', 'first-measure': 'met' } } },
    ],
  },
  {
    title: words('报警不能由人填写；没有风险的，终止', 'An alarm is not typed by a person; what is no risk ends'),
    opens: opened('2016-06-01'),
    acts: [{ on: '2016-06-02', step: 'dismiss', by: 'analyst', with: { endWhy: '同一投诉人重复反映' }, then: { state: 'dismissed' } }],
  },
  {
    title: words('带算式的报警只由计算提出', 'An alarm comes from a computation only'),
    opens: { ...opened('2026-06-01'), with: { ...opened('2026-06-01').with, raised: 'series' }, refused: 'risk.alarm-by-hand' },
    acts: [],
  },
])
