// Worked cases of control charts: a trial and its limits, a point beyond them, what is done before anything is signed again.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { controlling } from './control-chart.ts'

const lab = '91130102MAX000001J'
const opened: Act = {
  on: '2026-03-02', step: 'open', by: 'checker',
  with: { laboratory: lab, code: 'ZK-01', parameter: '甲醛含量', method: 'GB/T 2912.1-2009', unit: 'mg/kg', instrument: 'UV-01', material: '控制样 2026-01' },
}
// Montgomery’s example 6.5: centre 300.5, σ 7.789474 / 1.128, limits 279.78 to 321.22.
const costs = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304]
const found = (on: string, ...values: readonly number[]) => ({ results: values.map((value) => ({ on, value: String(value) })) })
const measured = (on: string, ...values: readonly number[]): Act => ({ on, step: 'measure', by: 'analyst', person: 'ana', with: found(on, ...values) })
const fixed: readonly Act[] = [
  measured('2026-03-20', ...costs),
  { on: '2026-03-23', step: 'fix', by: 'checker', then: { state: 'control', fields: { centre: '300.500000', sigma: '6.905562', fixedOn: '2026-03-23', base: 20 } } },
]
const doubted = { cause: '标准溶液失效', correction: '重新配制并标定', extent: 'doubted' }

export const controllingCases = cases(controlling, [
  {
    title: words('二十个结果后确定控制限；越限即失控，纠正、补做、另一人确认后恢复', 'Limits after twenty; a point beyond them; corrected, measured again, confirmed by another person'),
    opens: opened,
    acts: [
      measured('2026-03-19', ...costs.slice(0, 19)),
      { on: '2026-03-19', step: 'fix', by: 'checker', refused: 'testing.too-few-control-results' },
      { on: '2026-03-20', step: 'measure', by: 'analyst', person: 'ana', with: found('2026-03-18', 304), refused: 'testing.control-out-of-order' },
      measured('2026-03-20', 304),
      { on: '2026-03-23', step: 'fix', by: 'checker', then: { state: 'control', fields: { centre: '300.500000', sigma: '6.905562' } } },
      { ...measured('2026-03-24', 302), then: { state: 'control' } },
      { ...measured('2026-03-26', 322), then: { state: 'out' } },
      { on: '2026-03-26', step: 'retire', by: 'checker', with: { reason: '换批' }, refused: 'kernel.not-now' },
      { on: '2026-03-27', step: 'correct', by: 'analyst', person: 'ana', with: doubted, refused: 'testing.doubt-without-days' },
      { on: '2026-03-27', step: 'correct', by: 'analyst', person: 'ana', with: { ...doubted, doubtFrom: '2026-03-26', doubtTo: '2026-03-24' }, refused: 'testing.ends-before-it-begins' },
      { on: '2026-03-27', step: 'correct', by: 'analyst', person: 'ana', with: { ...doubted, doubtFrom: '2026-03-25', doubtTo: '2026-03-26' }, then: { state: 'corrected' } },
      { on: '2026-03-27', step: 'confirm', by: 'reviewer', person: 'ci', refused: 'testing.not-shown-in-control' },
      { ...measured('2026-03-27', 301), then: { state: 'corrected' } },
      { on: '2026-03-27', step: 'confirm', by: 'reviewer', person: 'ana', refused: 'kernel.two-persons' },
      {
        on: '2026-03-27', step: 'confirm', by: 'reviewer', person: 'ci',
        then: { state: 'control', fields: { base: 22, doubted: [{ from: '2026-03-25', to: '2026-03-26', cause: '标准溶液失效' }] } },
      },
      { on: '2026-06-30', step: 'retire', by: 'checker', with: { reason: '控制样用完' }, then: { state: 'retired' } },
    ],
  },
  {
    title: words('纠正后再次失控的，此前查明不可信的日期仍在', 'Out of control again after a correction: the days found in doubt before stay in doubt'),
    opens: opened,
    acts: [
      ...fixed,
      { ...measured('2026-03-26', 322), then: { state: 'out' } },
      { on: '2026-03-27', step: 'correct', by: 'analyst', person: 'ana', with: { ...doubted, doubtFrom: '2026-03-24', doubtTo: '2026-03-26' } },
      { ...measured('2026-03-28', 322), then: { state: 'out' } },
      { on: '2026-03-28', step: 'correct', by: 'analyst', person: 'ana', with: { cause: '比色皿污染', correction: '更换', extent: 'none' } },
      measured('2026-03-28', 301),
      {
        on: '2026-03-28', step: 'confirm', by: 'reviewer', person: 'ci',
        then: { state: 'control', fields: { doubted: [{ from: '2026-03-24', to: '2026-03-26', cause: '标准溶液失效' }] } },
      },
    ],
  },
  {
    title: words('点数将满的质控图失控后仍能补做、确认，再停用', 'A chart that is nearly full, once out of control, can still be shown in control and then taken out of use'),
    opens: opened,
    acts: [
      ...fixed,
      ...[1, 2, 3, 4, 5].map((at): Act => measured('2026-03-24', ...Array.from({ length: 60 }, (_, n) => ((n + at) % 2 === 0 ? 299 : 302)))),
      measured('2026-03-25', ...Array.from({ length: 19 }, (_, n) => (n % 2 === 0 ? 299 : 302))),
      { ...measured('2026-03-25', 322), then: { state: 'out' } },
      { on: '2026-03-26', step: 'correct', by: 'analyst', person: 'ana', with: { cause: '比色皿污染', correction: '更换', extent: 'none' } },
      { ...measured('2026-03-26', 301), then: { state: 'corrected' } },
      { on: '2026-03-26', step: 'confirm', by: 'reviewer', person: 'ci', then: { state: 'control' } },
      { on: '2026-03-27', step: 'measure', by: 'analyst', person: 'ana', with: found('2026-03-27', 301), refused: 'testing.chart-full' },
      { on: '2026-03-27', step: 'retire', by: 'checker', with: { reason: '已满' }, then: { state: 'retired' } },
    ],
  },
  {
    title: words('连续七点在中心线同一侧，虽未越限也是失控；纠正不足的退回', 'Seven on one side: out of control within the limits; too little done is sent back'),
    opens: opened,
    acts: [
      ...fixed,
      { ...measured('2026-04-03', 303, 306, 302, 305, 304, 303), then: { state: 'control' } },
      { ...measured('2026-04-04', 306), then: { state: 'out' } },
      { on: '2026-04-07', step: 'correct', by: 'laboratory', person: 'ma', with: { cause: '未查明', correction: '重新开机', extent: 'none' } },
      { on: '2026-04-07', step: 'reject', by: 'reviewer', person: 'ci', with: { reason: '没有查明原因' }, then: { state: 'out' } },
    ],
  },
  {
    title: words('积累期间的越限点：查明原因的不计入，查不明的不能确定控制限', 'A point of the trial beyond its limits is left out with its cause, or the limits are not fixed'),
    opens: opened,
    acts: [
      measured('2026-03-20', ...costs, 360),
      { on: '2026-03-23', step: 'fix', by: 'checker', refused: 'testing.trial-not-stable' },
      { on: '2026-03-23', step: 'fix', by: 'checker', with: { leftOut: [{ point: 21, why: '加样错误' }] }, then: { state: 'control', fields: { centre: '300.500000' } } },
    ],
  },
  {
    title: words('各次结果相同，不能确定控制限', 'Results that do not differ give no limits'),
    opens: opened,
    acts: [measured('2026-03-20', ...costs.map(() => 300)), { on: '2026-03-23', step: 'fix', by: 'checker', refused: 'testing.control-results-alike' }],
  },
])
