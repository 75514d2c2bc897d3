// How a target stands on a day: met, ahead, on path, behind, or why it cannot be said; pure, from the figures of its measure alone.
import { Decimal } from 'decimal.js'
import { words, type Words } from '../../../kernel/words.ts'

export const progressStates = {
  metSurely: words('确定达成', 'Met with confidence'),
  met: words('达成', 'Met'),
  missed: words('未达成', 'Missed'),
  ahead: words('超前', 'Ahead'),
  onPath: words('正常', 'On path'),
  behind: words('滞后', 'Behind'),
  notDecidable: words('不能判定', 'Not decidable'),
  noData: words('无数据', 'No data'),
  suspended: words('已中止', 'Suspended'),
  discontinued: words('已停止', 'Discontinued'),
} as const

export type ProgressState = keyof typeof progressStates

export interface TargetFacts {
  readonly kind: 'atLeast' | 'atMost' | 'floor' | 'every' | 'none'
  readonly baseline: string | null
  readonly baselineYear: number | null
  readonly goal: string
  readonly goalYear: number
  readonly path: Readonly<Record<string, string>> | null
  readonly tolerance: string
  readonly comparable: boolean
  /** State of the record on the day. */
  readonly state: 'drafted' | 'inForce' | 'suspended' | 'discontinued'
}

export interface YearValue {
  readonly year: number
  readonly value: string
  readonly low: string | null
  readonly high: string | null
}

export interface Progress {
  readonly state: ProgressState
  readonly why: Words
  readonly latest: YearValue | null
  /** Planned value of the latest year. */
  readonly planned: string | null
}

/** What must hold all the time has no path and no tolerance: it is kept or it is not. */
const isKept = (target: TargetFacts): boolean => target.kind === 'floor' || target.kind === 'every'

/** Planned value of a year: the declared path, else the straight line from base to goal; a floor is its own path (programme 1.2). */
export function plannedFor(target: TargetFacts, year: number): string | null {
  const declared = target.path?.[String(year)]
  if (declared !== undefined) return declared
  if (isKept(target)) return target.goal
  if (target.baseline === null || target.baselineYear === null || year < target.baselineYear) return null
  if (year >= target.goalYear) return target.goal
  const share = new Decimal(year - target.baselineYear).div(target.goalYear - target.baselineYear)
  return new Decimal(target.goal)
    .minus(target.baseline)
    .times(share)
    .plus(target.baseline)
    .toDecimalPlaces(4, Decimal.ROUND_HALF_EVEN)
    .toFixed()
}

const falling = (target: TargetFacts): boolean => target.kind === 'atMost' || target.kind === 'none'

/** How far a value is on the good side of another: above zero is better. */
const better = (target: TargetFacts, value: string, than: string): Decimal =>
  falling(target) ? new Decimal(than).minus(value) : new Decimal(value).minus(than)

function reached(target: TargetFacts, latest: YearValue): Progress {
  const worse = falling(target) ? latest.high : latest.low
  const goodEnd = falling(target) ? latest.low : latest.high
  if (better(target, latest.value, target.goal).gte(0)) {
    const sure = worse !== null && better(target, worse, target.goal).gte(0)
    return {
      state: sure ? 'metSurely' : 'met',
      why: words('目标年的数值达到目标', 'The value of the year of the goal reaches it'),
      latest,
      planned: target.goal,
    }
  }
  if (goodEnd !== null && better(target, goodEnd, target.goal).gte(0))
    return {
      state: 'notDecidable',
      why: words('目标值落在估计区间之内', 'The goal lies within the interval of the estimate'),
      latest,
      planned: target.goal,
    }
  return {
    state: 'missed',
    why: words('目标年的数值未达到目标', 'The value of the year of the goal falls short of it'),
    latest,
    planned: target.goal,
  }
}

function underway(target: TargetFacts, latest: YearValue): Progress {
  const planned = plannedFor(target, latest.year)
  if (planned === null)
    return {
      state: 'notDecidable',
      why: words('早于基期，没有路径可比', 'It is earlier than the base; there is no path to compare with'),
      latest,
      planned: null,
    }
  const span = target.baseline === null ? new Decimal(target.goal) : new Decimal(target.goal).minus(target.baseline)
  const margin = isKept(target) ? new Decimal(0) : span.abs().times(target.tolerance).div(100)
  const gap = better(target, latest.value, planned)
  const doubtful =
    latest.low !== null && latest.high !== null && new Decimal(latest.low).lt(planned) && new Decimal(latest.high).gt(planned)
  if (doubtful && gap.abs().gt(margin))
    return {
      state: 'notDecidable',
      why: words('路径值落在估计区间之内', 'The planned value lies within the interval of the estimate'),
      latest,
      planned,
    }
  if (isKept(target) && gap.gte(0)) return { state: 'onPath', why: words('保持在目标之上', 'It is kept'), latest, planned }
  if (gap.gt(margin)) return { state: 'ahead', why: words('好于路径', 'Better than the path'), latest, planned }
  if (gap.lt(margin.neg())) return { state: 'behind', why: words('差于路径', 'Worse than the path'), latest, planned }
  return { state: 'onPath', why: words('在容差之内', 'Within the tolerance'), latest, planned }
}

/** The state of a target on a day, from the yearly values known by then. */
export function progressOf(target: TargetFacts, values: readonly YearValue[], year: number): Progress {
  const known = values.filter((v) => v.year <= year).sort((a, b) => a.year - b.year)
  const latest = known.at(-1) ?? null
  if (target.state === 'suspended' || target.state === 'discontinued')
    return { state: target.state, why: words('目标已不再执行', 'The target is no longer pursued'), latest, planned: null }
  if (latest === null)
    return { state: 'noData', why: words('没有本口径的数值', 'There is no value in the frame of the target'), latest, planned: null }
  if (!target.comparable)
    return {
      state: 'notDecidable',
      why: words('已有数值的口径与目标不同，不能相比', 'The values there are have another frame than the target'),
      latest,
      planned: null,
    }
  const atGoal = known.find((v) => v.year >= target.goalYear)
  if (atGoal) return reached(target, atGoal)
  if (year > target.goalYear)
    return {
      state: 'notDecidable',
      why: words(
        `目标年 ${target.goalYear} 的数值没有，最近一个是 ${latest.year} 年`,
        `There is no value of ${target.goalYear}; the latest is of ${latest.year}`,
      ),
      latest,
      planned: plannedFor(target, latest.year),
    }
  return underway(target, latest)
}
