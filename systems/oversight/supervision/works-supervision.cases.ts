// Worked cases of supervised projects: an unreleased hold point blocks the next step, faults hold their point, a concession needs consent.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { invented } from './invented.ts'
import { supervisingWorks } from './works-supervision.ts'

const opened = (more: object = {}): Act => ({
  on: '2026-03-02', step: 'open', by: 'client',
  with: {
    title: '炼钢连铸机监理（演示）', device: '板坯连铸机', category: 'metallurgy', place: '130200', client: invented(21), clientName: '虚构钢铁（演示）', maker: invented(22),
    makerName: '虚构重机（演示）', supervisor: invented(23), supervisorName: '虚构监理（演示）', contract: 'JL-2026-1', contracted: '2026-02-20', ...more,
  },
})
const outlinePoints = [
  { code: 'H1', what: '主机架焊接', kind: 'H', phase: 'making' },
  { code: 'I1', what: '安装找正', kind: 'H', phase: 'installing' },
  { code: 'W1', what: '压力试验', kind: 'W', phase: 'making' },
  { code: 'R1', what: '材质证明', kind: 'R', phase: 'making' },
]
const outline = (more: object = {}): Act => ({ on: '2026-03-05', step: 'file-outline', by: 'supervisor', with: { outline: 'DG-1', outlinePoints, ...more } })
const call = (on: string, point: string): Act => ({ on, step: 'call-point', by: 'party', with: { point, calledFor: on } })
const witness = (on: string, point: string, verdict = 'pass'): Act => ({ on, step: 'witness', by: 'supervisor', with: { point, verdict, finding: '见记录', witness: 'JL-001' } })
const release = (on: string, point: string): Act => ({ on, step: 'release', by: 'supervisor', with: { point, note: `FX-${point}` } })

export const worksCases = cases(supervisingWorks, [
  {
    title: words('停止点未放行，下一步不得进行；不符合项关闭后重新见证', 'Nothing goes on past a hold point; what did not conform is settled and witnessed again'),
    opens: { ...opened(), then: { state: 'commissioned' } },
    acts: [
      { ...outline({ outlinePoints: [outlinePoints[0], outlinePoints[0]] }), refused: 'supervision.point-repeated' },
      { ...outline(), then: { state: 'outlined' } },
      { on: '2026-03-06', step: 'return-outline', by: 'client', with: { reason: '缺少压力试验' }, then: { state: 'commissioned' } },
      { ...outline(), on: '2026-03-06' },
      { on: '2026-03-07', step: 'approve-outline', by: 'client', then: { state: 'making' } },
      { ...call('2026-03-10', 'X9'), refused: 'supervision.no-point' },
      { ...call('2026-03-10', 'I1'), refused: 'supervision.point-other-phase' },
      { ...call('2026-03-10', 'W1'), refused: 'supervision.hold-point' },
      { ...witness('2026-03-10', 'H1'), refused: 'supervision.point-not-now' },
      call('2026-03-10', 'H1'),
      { ...call('2026-03-10', 'H1'), refused: 'supervision.point-not-now' },
      { on: '2026-03-11', step: 'waive', by: 'supervisor', with: { point: 'H1', reason: '未到场' }, refused: 'supervision.hold-not-waived' },
      { ...release('2026-03-11', 'H1'), refused: 'supervision.not-witnessed' },
      witness('2026-03-11', 'H1', 'fail'),
      { ...release('2026-03-11', 'H1'), refused: 'supervision.not-witnessed' },
      { on: '2026-03-12', step: 'settle', by: 'supervisor', with: { fault: 'N9', disposition: 'rework', remark: '返修' }, refused: 'supervision.no-fault' },
      { on: '2026-03-12', step: 'settle', by: 'supervisor', with: { fault: 'N1', disposition: 'concession', remark: '让步' }, refused: 'supervision.no-consent' },
      { on: '2026-03-12', step: 'settle', by: 'supervisor', with: { fault: 'N1', disposition: 'rework', remark: '返修后复检' } },
      { ...call('2026-03-12', 'W1'), refused: 'supervision.hold-point' },
      call('2026-03-13', 'H1'),
      witness('2026-03-13', 'H1'),
      { ...call('2026-03-13', 'W1'), refused: 'supervision.hold-point' },
      release('2026-03-13', 'H1'),
      call('2026-03-14', 'W1'),
      { ...release('2026-03-14', 'W1'), refused: 'supervision.only-hold-points' },
      { on: '2026-03-14', step: 'waive', by: 'supervisor', with: { point: 'W1', reason: '制造单位已自检' } },
      { on: '2026-03-15', step: 'accept', by: 'supervisor', with: { release: 'CC-1' }, refused: 'supervision.points-open' },
      call('2026-03-15', 'R1'),
      witness('2026-03-15', 'R1'),
      { on: '2026-03-16', step: 'raise', by: 'supervisor', with: { what: '油漆厚度不足' } },
      { on: '2026-03-16', step: 'accept', by: 'supervisor', with: { release: 'CC-1' }, refused: 'supervision.fault-open' },
      { on: '2026-03-16', step: 'settle', by: 'supervisor', with: { fault: 'N2', disposition: 'concession', remark: '不影响使用', consent: 'TY-1' } },
      { on: '2026-03-16', step: 'record', by: 'supervisor', with: { on: '2026-03-16', spot: '总装车间', what: '巡视', by: 'JL-001' } },
      { on: '2026-03-16', step: 'notify', by: 'supervisor', with: { what: '补交焊工证' } },
      { on: '2026-03-17', step: 'answer', by: 'party', with: { notice: 'T9', answer: '已补' }, refused: 'supervision.no-notice' },
      { on: '2026-03-17', step: 'answer', by: 'party', with: { notice: 'T1', answer: '已补' } },
      { on: '2026-03-18', step: 'accept', by: 'supervisor', with: { release: 'CC-1' }, then: { state: 'accepted', fields: { accepted: '2026-03-18' } } },
      { on: '2026-03-20', step: 'conclude', by: 'supervisor', with: { report: 'BG-1', summary: '完成' }, refused: 'supervision.points-open' },
      { on: '2026-04-01', step: 'install', by: 'party', then: { state: 'installing' } },
      call('2026-04-02', 'I1'),
      witness('2026-04-02', 'I1'),
      release('2026-04-02', 'I1'),
      { on: '2026-04-10', step: 'conclude', by: 'supervisor', with: { report: 'BG-1', summary: '完成' }, then: { state: 'concluded' } },
    ],
  },
  { title: words('监理单位须独立', 'The supervising body is independent'), opens: { ...opened({ supervisor: invented(22) }), refused: 'supervision.not-independent' }, acts: [] },
  {
    title: words('提前终止', 'Ended early'),
    opens: opened(),
    acts: [{ on: '2026-03-03', step: 'end', by: 'client', with: { reason: '项目取消' }, then: { state: 'ended' } }],
  },
])
