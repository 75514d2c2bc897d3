// The demonstration's control charts: one in control, one out of control today, one corrected with days in doubt, one on trial.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { codeOf, staff } from './demonstration-laboratories.ts'
import { seeded } from './demonstration.ts'
import { Story, type Row } from './demonstration-story.ts'

interface Told {
  readonly code: string
  readonly parameter: string
  readonly method: string
  readonly unit: string
  readonly instrument: string
  readonly material: string
  readonly centre: number
  readonly sigma: number
  readonly places: number
  readonly trial: number
  /** Deviations in σ after the limits were fixed. */
  readonly after: readonly number[]
  readonly corrected?: boolean
}

/** Invented deviations that show no sign of their own. */
const calm = [0.4, -0.8, 0.9, -0.3, -1.1, 0.6, 1.2, -0.5, 0.2, -0.9, 0.7, -0.2, 1.0, -0.6, 0.3, -1.2]

const charts: readonly Told[] = [
  {
    code: 'ZK-2026-01', parameter: '甲醛含量', method: 'GB/T 2912.1-2009', unit: 'mg/kg', instrument: 'AAS-02',
    material: '甲醛控制样 2026-01（演示）', centre: 52, sigma: 1.8, places: 1, trial: 24, after: calm,
  },
  {
    code: 'ZK-2026-02', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g', instrument: 'UV-01',
    material: '乳粉控制样 2026-03（演示）', centre: 3.24, sigma: 0.03, places: 3, trial: 22, after: [...calm.slice(0, 11), 1.4, 2.2, 4.8],
  },
  {
    code: 'ZK-2026-03', parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', instrument: 'UV-01',
    material: '板材控制样 2026-02（演示）', centre: 0.92, sigma: 0.035, places: 3, trial: 20, after: [...calm.slice(2, 9), -5.2], corrected: true,
  },
  {
    code: 'ZK-2026-04', parameter: '脂肪', method: 'GB 5009.6-2016', unit: 'g/100g', instrument: 'UV-01',
    material: '乳粉控制样 2026-03（演示）', centre: 3.41, sigma: 0.04, places: 3, trial: 9, after: [],
  },
]

/** Deviations of a trial: sums of chance, none far out, so that the limits stand. */
function trialOf(count: number, seed: number): readonly number[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => Math.max(-1.9, Math.min(1.9, (random() + random() + random() - 1.5) * 2)))
}

const gap = 3

async function tell({ engine }: Pick<Zhiheng, 'engine'>, today: Day, chart: Told, at: number): Promise<void> {
  const [analyst, checker, head] = [staff(0, 'analyst'), staff(0, 'checker'), staff(0, 'signatory')]
  const { code, parameter, method, unit, instrument, material, centre, sigma, places, trial, after } = chart
  const length = (trial + after.length) * gap
  const from = addDays(today, -length - 6)
  const story = new Story(engine, { register: 'control-chart', name: code, from, today })
  const results = (first: number, deviations: readonly number[]): Row => ({
    results: deviations.map((z, n) => ({ on: addDays(from, (first + n) * gap), value: (centre + z * sigma).toFixed(places) })),
  })
  await story.take('open', 0, checker, { laboratory: codeOf(0), code, parameter, method, unit, instrument, material })
  await story.take('measure', (trial - 1) * gap, analyst, results(0, trialOf(trial, 700 + at)))
  if (after.length === 0) return
  await story.take('fix', (trial - 1) * gap, checker)
  await story.take('measure', (trial + after.length - 1) * gap, analyst, results(trial, after))
  if (!chart.corrected) return
  const last = (trial + after.length - 1) * gap
  await story.take('correct', last + 1, head, {
    cause: '标准溶液超过使用期（演示）', correction: '重新配制并标定，重做标准曲线（演示）', extent: 'doubted',
    doubtFrom: addDays(from, last - gap), doubtTo: addDays(from, last),
  })
  const again = { on: addDays(from, last + 2), value: (centre + 0.3 * sigma).toFixed(places), note: '纠正后' }
  await story.take('measure', last + 2, analyst, { results: [again] })
  await story.take('confirm', last + 3, checker)
}

export async function addControlCharts(zhiheng: Pick<Zhiheng, 'engine'>): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  await Promise.all(charts.map((chart, at) => tell(zhiheng, today, chart, at)))
}
