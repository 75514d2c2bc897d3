// Scenarios as people write them, a probability to each step, assessed by the matrix of the day; and what a tenfold error would change.
import { riskRefusals } from './refusals.ts'
import { assess, highest, probabilityOf, type RiskLevel, type RiskMatrix, type Scenario } from './severity-probability.ts'

const { refuse } = riskRefusals

/** A row of the form: steps in one text, `what 1/10; what 0.05`. */
export interface WrittenScenario {
  readonly name: string
  readonly group: string
  readonly severity: number
  readonly steps: string
}

export interface Finding {
  readonly name: string
  readonly group: string
  readonly severity: number
  readonly probability: string
  readonly level: RiskLevel
}

export interface Sensitive {
  readonly name: string
  readonly what: string
  readonly factor: 'more' | 'less'
  readonly level: RiskLevel
}

export interface Assessment {
  readonly level: RiskLevel
  readonly findings: readonly Finding[]
  readonly sensitivity: readonly Sensitive[]
}

/** The last word of a step is its probability. */
export function scenarioOf(written: WrittenScenario): Scenario {
  const parts = written.steps.split(/[;；\n]/).map((part) => part.trim()).filter((part) => part !== '')
  const steps = parts.map((part) => {
    const probability = part.split(/\s+/).at(-1)!
    return { what: part.slice(0, part.length - probability.length).trim() || part, probability }
  })
  return { name: written.name, group: written.group, severity: written.severity, steps }
}

/** Level of the product: the highest over scenarios and groups. Refuses what cannot be judged. */
export function assessed(matrix: RiskMatrix, written: readonly WrittenScenario[]): Assessment {
  const scenarios = written.map(scenarioOf)
  for (const scenario of scenarios) {
    if (scenario.steps.length === 0) refuse('no-probability', { scenario: scenario.name, step: '—', field: 'scenarios' })
    const wrong = scenario.steps.find(({ probability }) => probabilityOf(probability) === null)
    if (wrong) refuse('no-probability', { scenario: scenario.name, step: wrong.what, field: 'scenarios' })
  }
  const all = scenarios.map((scenario) => assess(matrix, scenario)!)
  return {
    level: highest(matrix, scenarios)!.level,
    findings: all.map(({ scenario: { name, group, severity }, probability, level }) => ({ name, group, severity, probability, level })),
    sensitivity: all.flatMap(({ scenario, sensitive }) =>
      sensitive.map(({ step, factor, level }) => ({
        name: scenario.name,
        what: scenario.steps[step]!.what,
        factor: factor === 'ten times' ? ('more' as const) : ('less' as const),
        level,
      })),
    ),
  }
}
