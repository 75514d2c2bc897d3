// 风险评估: level of an injury scenario by severity and probability, the highest over scenarios, and whether it stands when a step is wrong.
import { compareFractions, divide, multiply, toFraction, type Fraction } from '../../../kernel/fraction.ts'
import { assert } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/words.ts'

export type RiskLevel = 'low' | 'medium' | 'high' | 'serious'

/** The parameter `risk.matrix`: rows from the most probable, each with the level for severities 1 to 4. */
export interface RiskMatrix {
  readonly levels: readonly { readonly level: RiskLevel; readonly title: Words; readonly warning: Words; readonly colour: string }[]
  readonly severities: readonly Words[]
  /** A probability above `above` falls into the row; the last row has no bound. Written 1/1000 or 0.5. */
  readonly rows: readonly { readonly above: string | null; readonly levels: readonly RiskLevel[] }[]
}

/** One step on the way to the injury, with its probability as a fraction or decimal: 1/3, 0.05. */
export interface ScenarioStep {
  readonly what: string
  readonly probability: string
}

export interface Scenario {
  readonly name: string
  /** Consumer group: children are judged apart from adults. */
  readonly group: string
  /** 1 to 4. */
  readonly severity: number
  readonly steps: readonly ScenarioStep[]
}

export interface Assessed {
  readonly scenario: Scenario
  /** Product of the steps, as a fraction written `1/1200`, in lowest terms. */
  readonly probability: string
  readonly row: number
  readonly level: RiskLevel
  /** Levels if one step were ten times more or less probable: only those that differ. */
  readonly sensitive: readonly { readonly step: number; readonly factor: 'ten times' | 'a tenth'; readonly level: RiskLevel }[]
}

/** A probability as it is written; null for what is none: 0, above 1, or no number. */
export function probabilityOf(written: string): Fraction | null {
  const parts = /^(\d{1,9}(?:\.\d{1,9})?)(?:\/(\d{1,9}))?$/.exec(written.trim())
  if (!parts || Number(parts[2] ?? 1) === 0) return null
  const value = parts[2] === undefined ? toFraction(parts[1]!) : divide(parts[1]!, parts[2])
  return value.numerator > 0n && compareFractions(value, '1') <= 0 ? value : null
}

function lowest({ numerator, denominator }: Fraction): string {
  let [a, b] = [numerator, denominator]
  while (b > 0n) [a, b] = [b, a % b]
  return denominator / a === 1n ? `${numerator / a}` : `${numerator / a}/${denominator / a}`
}

/** Exact, so that one in ten times one in ten is not above one in a hundred. */
function rowOf(matrix: RiskMatrix, probability: Fraction): number {
  const found = matrix.rows.findIndex(({ above }) => above === null || compareFractions(probability, probabilityOf(above)!) > 0)
  assert(found >= 0, 'the last row of the risk matrix has no bound')
  return found
}

/** Null where a step has no probability or the severity is not of the matrix. */
export function assess(matrix: RiskMatrix, scenario: Scenario): Assessed | null {
  const steps = scenario.steps.map((step) => probabilityOf(step.probability))
  const known = steps.filter((step) => step !== null)
  const severity = scenario.severity - 1
  if (known.length < steps.length || steps.length === 0 || !matrix.severities[severity]) return null
  const product = (factors: readonly Fraction[]): Fraction => factors.reduce<Fraction>((sum, each) => multiply(sum, each), toFraction('1'))
  const levelAt = (probability: Fraction): RiskLevel => matrix.rows[rowOf(matrix, probability)]!.levels[severity]!
  const probability = product(known)
  const level = levelAt(probability)
  const sensitive = known.flatMap((own, step) =>
    (['ten times', 'a tenth'] as const).flatMap((factor) => {
      const changed = factor === 'ten times' ? multiply(own, '10') : divide(own, '10')
      // A step is never more than certain.
      const capped = compareFractions(changed, '1') > 0 ? toFraction('1') : changed
      const other = levelAt(product(known.map((each, at) => (at === step ? capped : each))))
      return other === level ? [] : [{ step, factor, level: other }]
    }),
  )
  return { scenario, probability: lowest(probability), row: rowOf(matrix, probability), level, sensitive }
}

const order: readonly RiskLevel[] = ['low', 'medium', 'high', 'serious']

/** The level of a product: the highest of its scenarios and consumer groups; null where one of them cannot be judged. */
export function highest(matrix: RiskMatrix, scenarios: readonly Scenario[]): Assessed | null {
  const assessed = scenarios.map((scenario) => assess(matrix, scenario))
  if (assessed.length === 0 || assessed.some((each) => each === null)) return null
  return assessed.reduce((most, each) => (order.indexOf(each!.level) > order.indexOf(most!.level) ? each : most))
}
