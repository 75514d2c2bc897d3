// 数据审核: finds readings that cannot be right and readings that are doubted; both are kept, and neither is used.
import { add, compareFractions, multiply, subtract } from '../../../kernel/fraction.ts'
import { compareDecimals } from '../../../kernel/rounding.ts'
import { fill, words, type Words } from '../../../kernel/words.ts'
import { dailyItems, pollutantOf, type DailyItem, type Pollutant } from './pollutant.ts'

/** Rules for one kind of reading; concentrations in µg/m³, carbon monoxide in mg/m³. */
export interface ScreeningRules {
  /** Numbers by which instruments say that there is no reading. */
  readonly missingCodes: readonly string[]
  /** No analyser reads more than this. */
  readonly largest: Readonly<Record<Pollutant, string>>
  /** PM2.5 may not be above slope · PM10 + offset; which of the two is then held back. */
  readonly inversion: { readonly slope: string; readonly offset: string; readonly holdsBack: readonly Pollutant[] }
  readonly zeroIsDoubted: readonly Pollutant[]
  /** So many equal readings in a row are a stuck instrument. */
  readonly stuckHours: Readonly<Partial<Record<Pollutant, number>>>
  /** A change from one hour to the next by at least so much and to at least so many times as much. */
  readonly jump: Readonly<Partial<Record<Pollutant, { readonly by: string; readonly times: string }>>>
}

/** `impossible` and `suspect` readings are held back; `noted` ones are used, and the note is shown. */
export type Grade = 'impossible' | 'suspect' | 'noted'

export type Reason = keyof typeof reasons

export interface Finding {
  readonly reason: Reason
  readonly grade: Grade
  readonly words: Words
}

export const isHeldBack = (finding: Finding): boolean => finding.grade !== 'noted'

const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/

/**
 * Looks at one reading beside the others of the same place and time and the reading before it. An empty list is good.
 * A null value is a known gap and has nothing to be looked at.
 */
export function screenReading(
  rules: ScreeningRules,
  reading: { readonly item: DailyItem | Pollutant; readonly value: string | null },
  beside: Readonly<Partial<Record<string, string | null>>> = {},
  before: string | null = null,
): readonly Finding[] {
  const { item, value } = reading
  if (value === null) return []
  const pollutant = pollutantOf(item as DailyItem)
  if (!decimal.test(value)) return [finding('not-a-number', { value })]
  if (rules.missingCodes.some((code) => compareDecimals(code, value) === 0)) return [finding('missing-code', { value })]
  if (compareDecimals(value, '0') < 0) return [finding('negative', { value })]
  if (compareDecimals(value, rules.largest[pollutant]) > 0) return [finding('beyond-range', { value, largest: rules.largest[pollutant] })]
  if (rules.zeroIsDoubted.includes(pollutant) && compareDecimals(value, '0') === 0) return [finding('zero', {})]
  return [...inverted(rules, pollutant, { value, beside }), ...jumped(rules, pollutant, { value, before })]
}

function inverted(
  rules: ScreeningRules,
  pollutant: Pollutant,
  given: { readonly value: string; readonly beside: Readonly<Partial<Record<string, string | null>>> },
): readonly Finding[] {
  if (pollutant !== 'pm10' && pollutant !== 'pm25') return []
  const fine = pollutant === 'pm25' ? given.value : given.beside.pm25
  const all = pollutant === 'pm10' ? given.value : given.beside.pm10
  // A neighbour that is itself impossible or zero says nothing about this reading.
  if (!isComparable(rules, 'pm25', fine) || !isComparable(rules, 'pm10', all) || compareDecimals(fine, all) <= 0) return []
  const allowed = add(multiply(all, rules.inversion.slope), rules.inversion.offset)
  if (compareFractions(fine, allowed) <= 0) return [finding('inversion-within-error', { fine, all })]
  return [finding(rules.inversion.holdsBack.includes(pollutant) ? 'inversion' : 'inversion-beside', { fine, all })]
}

const isComparable = (rules: ScreeningRules, pollutant: Pollutant, value: string | null | undefined): value is string =>
  typeof value === 'string' &&
  decimal.test(value) &&
  compareDecimals(value, '0') >= 0 &&
  compareDecimals(value, rules.largest[pollutant]) <= 0 &&
  !(rules.zeroIsDoubted.includes(pollutant) && compareDecimals(value, '0') === 0)

function jumped(
  rules: ScreeningRules,
  pollutant: Pollutant,
  given: { readonly value: string; readonly before: string | null },
): readonly Finding[] {
  const rule = rules.jump[pollutant]
  const { value, before } = given
  // After a reading that cannot be right, the next good one is no leap.
  if (!rule || before === null || !decimal.test(before) || compareDecimals(before, '0') < 0) return []
  const wasCode = rules.missingCodes.some((code) => compareDecimals(code, before) === 0)
  if (wasCode || compareDecimals(before, rules.largest[pollutant]) > 0) return []
  const [small, large] = compareDecimals(before, value) < 0 ? [before, value] : [value, before]
  const farEnough = compareFractions(subtract(large, small), rule.by) >= 0 && compareFractions(large, multiply(small, rule.times)) >= 0
  return farEnough ? [finding('jump', { before, value })] : []
}

/**
 * Finds where an instrument stands still: a reading that is at least the so-many-th equal one on end. `before` gives the
 * value so many intervals before it; a gap ends the run. What came before the run was long enough stays in use until an
 * officer corrects it, so that the finding never depends on how readings were sent.
 */
export function standsStill(
  rules: ScreeningRules,
  pollutant: Pollutant,
  value: string,
  before: (intervals: number) => string | null,
): Finding | null {
  const needed = rules.stuckHours[pollutant]
  if (needed === undefined || !decimal.test(value)) return null
  for (let back = 1; back < needed; back++) {
    const earlier = before(back)
    if (earlier === null || !decimal.test(earlier) || compareDecimals(earlier, value) !== 0) return null
  }
  return finding('stuck', { value, hours: needed })
}

export interface ScreenedDay {
  readonly findings: Readonly<Partial<Record<DailyItem, readonly Finding[]>>>
  /** What may be used: null where a reading is held back or there was none. */
  readonly usable: Readonly<Record<DailyItem, string | null>>
}

/** Screens the six figures of a day; the readings themselves stay as they came. */
export function screenDay(rules: ScreeningRules, values: Readonly<Record<DailyItem, string | null>>): ScreenedDay {
  const findings: Partial<Record<DailyItem, readonly Finding[]>> = {}
  const usable = { ...values }
  for (const item of dailyItems) {
    const found = screenReading(rules, { item, value: values[item] }, values)
    if (found.length > 0) findings[item] = found
    if (found.some(isHeldBack)) usable[item] = null
  }
  return { findings, usable }
}

const finding = (reason: Reason, values: Record<string, unknown>): Finding => ({
  reason,
  grade: reasons[reason].grade,
  words: fill(reasons[reason].words, values),
})

/** Every reason with its grade, what is wrong and what is to be done. */
export const reasons = {
  'not-a-number': {
    grade: 'impossible',
    title: words('不是数字', 'not a number'),
    words: words(
      '“{value}”不是数字，不予使用；请核对原始记录',
      '“{value}” is not a number and is not used; compare with the original record',
    ),
  },
  'missing-code': {
    grade: 'impossible',
    title: words('缺测代码', 'code for no reading'),
    words: words('{value} 是仪器的缺测代码，按缺失处理', '{value} is the instrument’s code for no reading and is taken as missing'),
  },
  negative: {
    grade: 'impossible',
    title: words('负值', 'below zero'),
    words: words('浓度 {value} 为负，不可能；请检查零点', 'The concentration {value} is negative, which cannot be; check the zero point'),
  },
  'beyond-range': {
    grade: 'impossible',
    title: words('超出量程', 'beyond the range'),
    words: words(
      '浓度 {value} 超出仪器量程 {largest}；请检查仪器',
      'The concentration {value} is beyond the range {largest} of any analyser; check the instrument',
    ),
  },
  zero: {
    grade: 'suspect',
    title: words('零值存疑', 'doubtful zero'),
    words: words(
      '日均值为零，多为缺测误记；核实前不使用',
      'A daily mean of zero is most often a missing value written as zero; not used until someone has looked',
    ),
  },
  inversion: {
    grade: 'suspect',
    title: words('PM₂.₅ 高于 PM₁₀', 'PM₂.₅ above PM₁₀'),
    words: words(
      'PM₂.₅（{fine}）高于 PM₁₀（{all}），超出两台仪器的允许误差；PM₁₀ 在核实前不使用',
      'PM₂.₅ ({fine}) is above PM₁₀ ({all}) by more than two analysers may err; PM₁₀ is not used until someone has looked',
    ),
  },
  'inversion-beside': {
    grade: 'noted',
    title: words('与 PM₁₀ 倒挂', 'PM₁₀ below it'),
    words: words(
      'PM₂.₅（{fine}）高于 PM₁₀（{all}），超出允许误差；PM₁₀ 已暂停使用，本值照用并请核实',
      'PM₂.₅ ({fine}) is above PM₁₀ ({all}) by more than may be; PM₁₀ is held back, this value is used and is to be looked at',
    ),
  },
  'inversion-within-error': {
    grade: 'noted',
    title: words('倒挂在误差内', 'inversion within error'),
    words: words(
      'PM₂.₅（{fine}）高于 PM₁₀（{all}），但在两台仪器的允许误差之内',
      'PM₂.₅ ({fine}) is above PM₁₀ ({all}), but by no more than two analysers may err',
    ),
  },
  stuck: {
    grade: 'suspect',
    title: words('读数停滞', 'stands still'),
    words: words(
      '已连续 {hours} 小时以上读数均为 {value}，仪器或传输可能停滞；核实前不使用',
      'The reading has been {value} for {hours} hours or more; the instrument or its line may be stuck; not used until someone has looked',
    ),
  },
  jump: {
    grade: 'suspect',
    title: words('突变', 'sudden change'),
    words: words(
      '一小时内由 {before} 变为 {value}；核实前不使用',
      'The reading went from {before} to {value} within an hour; not used until someone has looked',
    ),
  },
} as const satisfies Readonly<Record<string, { readonly grade: Grade; readonly title: Words; readonly words: Words }>>
