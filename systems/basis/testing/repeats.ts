// Repeated determinations (平行測定、補測、復測): every run stays beside the others; which value counts follows from the repeatability limit.
import { choice, day, integer, quantity, text, yes } from '../../../kernel/kinds.ts'
import { compareFractions, divide, mean, multiply, roundFraction, subtract, type Exact } from '../../../kernel/fraction.ts'
import { decimalPlaces, trimZeros } from '../../../kernel/rounding.ts'
import { words } from '../../../kernel/words.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals

/** In what the method states its limit: the unit of the result, or per cent of the mean. */
export const limitsPer = {
  unit: words('结果的单位', 'The unit of the result'),
  percent: words('占平均值的百分比', 'Per cent of the mean'),
} as const

/** How the value that counts came about (ISO 5725-6:1994, 5.2; GB/T 6379.6-2009). */
export const countedAs = {
  single: words('单次测定', 'Determined once'),
  mean: words('平行测定的平均值，极差在允许范围内', 'Mean of repeats that agree within the limit'),
  unjudged: words('平行测定的平均值，方法没有给出重复性限', 'Mean of repeats; the method states no limit'),
  median: words('补测后仍超出允许极差，取中位数', 'Median, for the repeats stayed beyond the limit'),
} as const

/** Why a determination was made. */
export const runKinds = {
  first: words('首次检测', 'First analysis'),
  further: words('平行结果相差过大，补测', 'Determined further, for the repeats differed too much'),
  again: words('重新检测', 'Analysed anew'),
  corrected: words('原读数不变，更正记录或者计算', 'Same readings; the record or the calculation was corrected'),
} as const

export const redone = { again: runKinds.again, corrected: runKinds.corrected } as const

const parameter = text(words('项目', 'Parameter'), { length: 80 })

export const resultLine = {
  parameter,
  value: quantity(words('结果', 'Result'), { places: 6 }),
  unit: text(words('单位', 'Unit'), { length: 20 }),
  expanded: quantity(words('扩展不确定度（k=2）', 'Expanded uncertainty (k = 2)'), { optional: true, places: 6, minimum: '0' }),
  instrument: text(words('设备编号', 'Number of the instrument'), { length: 40 }),
}

/** What a result says of the determinations behind it. */
export const countingLine = {
  determinations: integer(words('测定次数', 'Determinations'), { optional: true, minimum: '1' }),
  counted: choice(words('取值方式', 'How the value came about'), countedAs, { optional: true }),
  spread: quantity(words('极差', 'Range'), { optional: true, places: 6, minimum: '0' }),
  allowed: quantity(words('允许极差', 'Range allowed'), { optional: true, places: 6, minimum: '0' }),
  run: integer(words('第几次检测', 'Run'), { optional: true, minimum: '1' }),
}

export const runLine = {
  run: integer(words('第几次检测', 'Run'), { minimum: '1' }),
  kind: choice(words('缘由', 'Why it was made'), runKinds),
  ...resultLine,
  on: day(words('检测日期', 'Analysed on')),
  by: text(words('检测人', 'Analyst'), { account: true, length: 60 }),
  why: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  counts: yes(words('计入结果', 'Counts')),
}

export const limitLine = {
  parameter,
  repeatability: quantity(words('重复性限 r', 'Repeatability limit r'), { places: 6, minimum: '0' }),
  per: choice(words('重复性限的表示', 'Stated in'), limitsPer),
}

export interface Determination {
  readonly parameter: string
  readonly value: string
  readonly unit: string
  readonly expanded: string | null
  readonly instrument: string
}

export interface Limit {
  readonly parameter: string
  readonly repeatability: string
  readonly per: keyof typeof limitsPer
}

/** The parameter `testing.critical-range`: the range of n results over their standard deviation that 95 in 100 honest ones stay within. */
export type RangeFactors = Readonly<Record<string, string>>

export interface Counted {
  readonly value: string
  readonly determinations: number
  readonly counted: keyof typeof countedAs
  readonly spread: string | null
  readonly allowed: string | null
}

const byValue = (a: string, b: string): number => compareFractions(a, b)

/** The range that so many determinations may have: r for two, r·f(n)/f(2) for more. */
function allowedRange(values: readonly string[], { repeatability, per }: Limit, factors: RangeFactors): Exact {
  const r = per === 'unit' ? repeatability : multiply(divide(repeatability, '100'), mean(values)!)
  return values.length === 2 ? r : divide(multiply(r, factors[values.length]!), factors[2]!)
}

/**
 * The value of a series of determinations. Null: two of them differ by more than the limit, so that one or two more are needed; a longer
 * series beyond its limit gives the median. A mean keeps one place more than what was measured.
 */
export function countedOf(values: readonly string[], limit: Limit | null, factors: RangeFactors): Counted | null {
  const determinations = values.length
  if (determinations === 1) return { value: values[0]!, determinations, counted: 'single', spread: null, allowed: null }
  const sorted = values.toSorted(byValue)
  const places = Math.min(6, Math.max(...values.map((value) => decimalPlaces(trimZeros(value)))) + 1)
  const spread = roundFraction(subtract(sorted.at(-1)!, sorted[0]!), 6)
  const middle = roundFraction(mean(values)!, places)
  if (limit === null) return { value: middle, determinations, counted: 'unjudged', spread, allowed: null }
  const most = allowedRange(values, limit, factors)
  const allowed = roundFraction(most, 6)
  if (compareFractions(spread, most) <= 0) return { value: middle, determinations, counted: 'mean', spread, allowed }
  if (determinations === 2) return null
  const half = Math.floor(determinations / 2)
  const median = determinations % 2 === 1 ? sorted[half]! : roundFraction(mean([sorted[half - 1]!, sorted[half]!])!, places)
  return { value: median, determinations, counted: 'median', spread, allowed }
}

export interface Run extends Determination {
  readonly run: number
  readonly kind: keyof typeof runKinds
  readonly on: string
  readonly by: string
  readonly why: string | null
  readonly counts: boolean
}

type Item = Readonly<{ parameter: string; unit: string }>

interface Recorded {
  readonly items: readonly Item[]
  readonly runs: readonly Run[] | null
  readonly limits: readonly Limit[] | null
}

const series = (runs: readonly Run[], of: string): readonly Run[] => runs.filter(({ counts, parameter }) => counts && parameter === of)
const limitOf = ({ limits }: Recorded, of: string): Limit | null => limits?.find(({ parameter }) => parameter === of) ?? null
const valuesOf = (runs: readonly Run[]): readonly string[] => runs.map(({ value }) => value)

/** Parameters whose two determinations differ by more than the method allows. */
export const toDetermineAgain = (record: Recorded, runs: readonly Run[], factors: RangeFactors): readonly string[] =>
  record.items
    .map(({ parameter }) => parameter)
    .filter((each) => countedOf(valuesOf(series(runs, each)), limitOf(record, each), factors) === null)

/** One result of each parameter from the determinations that count; the widest uncertainty among them is kept. */
export function resultsFrom(record: Recorded, runs: readonly Run[], factors: RangeFactors) {
  return record.items.map(({ parameter, unit }) => {
    const own = series(runs, parameter)
    const { value, ...counting } = countedOf(valuesOf(own), limitOf(record, parameter), factors)!
    const stated = own.flatMap(({ expanded }) => (expanded === null ? [] : [expanded])).toSorted(byValue)
    const { instrument, run } = own.at(-1)!
    return { parameter, value, unit, expanded: stated.at(-1) ?? null, instrument, ...counting, run }
  })
}

interface Entering {
  readonly on: string
  readonly by: string
  readonly kind: keyof typeof runKinds
  readonly why: string | null
}

/** All runs once a new one is in: a further determination joins the run that counts, a new analysis takes its place and leaves it there. */
export function runsAfter(runs: readonly Run[] | null, lines: readonly Determination[], entering: Entering): readonly Run[] {
  const before = runs ?? []
  const last = before.reduce((most, { run }) => Math.max(most, run), 0)
  const joins = entering.kind === 'further'
  const kept = joins ? before : before.map((each) => ({ ...each, counts: false }))
  const added = lines.map((line) => ({ ...line, ...entering, run: joins ? last : last + 1, counts: true }))
  return [...kept, ...added]
}

/** Refuses what was not asked for, a unit that is not the one ordered, and more determinations than the limit is known for. */
export function fitToRecord(record: Recorded, lines: readonly Determination[], asked: readonly string[], field: string): void {
  const missing = asked.filter((one) => !lines.some((line) => line.parameter === one))
  const odd = lines.filter((line) => !asked.includes(line.parameter)).map((line) => line.parameter)
  if (missing.length + odd.length > 0) refuse('not-ordered', { ordered: asked.join('、'), difference: [...missing, ...odd].join('、'), field })
  for (const { parameter, unit } of lines) {
    const expected = record.items.find((one) => one.parameter === parameter)!.unit
    if (unit !== expected) refuse('wrong-unit', { parameter, expected, given: unit, field })
  }
  const most = 10
  for (const each of asked) {
    const count = lines.filter(({ parameter }) => parameter === each).length
    if (count > most) refuse('too-many-repeats', { parameter: each, count, most, field })
  }
}
