// Evaluation of a proficiency round: assigned value and deviation, then each result’s scores, on decimals as they are written.
import { Decimal } from 'decimal.js'
import { consensusUncertainty, negligible, performanceOf, robust, type Performance } from './proficiency.ts'
import { testingRefusals } from './refusals.ts'

const { refuse } = testingRefusals

/** What the round has set beforehand; the participants give what it has left to them. */
export interface RoundTerms {
  readonly valueFrom: string
  readonly assigned: string | null
  readonly uAssigned: string | null
  readonly sigmaFrom: string
  readonly sigma: string | null
}

/** A result as its laboratory handed it in; its number is the code under which it is published. */
export interface Submitted {
  readonly number: string | null
  readonly value: string
  readonly expanded: string | null
}

export interface Score {
  readonly code: string
  readonly value: string
  readonly expanded: string | null
  readonly z: string
  readonly zeta: string | null
  readonly en: string | null
  readonly performance: Performance
}

export interface Evaluated {
  readonly assigned: string
  readonly uAssigned: string
  readonly sigma: string
  readonly participants: number
  readonly judgedBy: 'z' | 'zPrime'
  readonly scores: readonly Score[]
}

const places = 6
/** Scores are shown with three places; they are judged before they are rounded, so that 2.9996 is not 3. */
const shown = (score: Decimal): string => score.toFixed(3, Decimal.ROUND_HALF_EVEN)
const written = (x: number): string => new Decimal(x).toFixed(places, Decimal.ROUND_HALF_EVEN)
/** √(a² + b²). */
const together = (a: Decimal, b: Decimal): Decimal => a.pow(2).plus(b.pow(2)).sqrt()

/** Value and deviation of the round, from the participants where the design says so. The scores use them as they are written. */
function terms(round: RoundTerms, results: readonly Submitted[], least: number): Pick<Evaluated, 'assigned' | 'uAssigned' | 'sigma'> {
  const [fromThem, spreadFromThem] = [round.valueFrom === 'participants', round.sigmaFrom === 'participants']
  if (!fromThem && !spreadFromThem) return { assigned: round.assigned!, uAssigned: round.uAssigned!, sigma: round.sigma! }
  const found = results.length < least ? null : robust(results.map(({ value }) => Number(value)))
  if (found === null) return refuse('too-few-results', { count: results.length, least })
  const spread = written(found.deviation)
  if (Number(spread) === 0) return refuse('no-spread')
  return {
    assigned: fromThem ? written(found.mean) : round.assigned!,
    uAssigned: fromThem ? written(consensusUncertainty(found.deviation, results.length)) : round.uAssigned!,
    sigma: spreadFromThem ? spread : round.sigma!,
  }
}

/** All results of a round scored by z, or by z′ where the assigned value is not known well enough; ζ and Eₙ where U was given. */
export function evaluated(round: RoundTerms, results: readonly Submitted[], least: number): Evaluated {
  if (results.length === 0) refuse('too-few-results', { count: 0, least: 1 })
  const set = terms(round, results, least)
  const [assigned, u, sigma] = [new Decimal(set.assigned), new Decimal(set.uAssigned), new Decimal(set.sigma)]
  const judgedBy = negligible(u.toNumber(), sigma.toNumber()) ? 'z' : 'zPrime'
  const divisor = judgedBy === 'z' ? sigma : together(sigma, u)
  const scores = results.map(({ number, value, expanded }): Score => {
    const off = new Decimal(value).minus(assigned)
    const z = off.div(divisor)
    const own = expanded === null ? null : together(new Decimal(expanded).div(2), u)
    const zeta = own === null || own.isZero() ? null : off.div(own)
    return {
      code: number ?? '',
      value: new Decimal(value).toFixed(places),
      expanded: expanded === null ? null : new Decimal(expanded).toFixed(places),
      z: shown(z),
      zeta: zeta && shown(zeta),
      // With k = 2 on both sides E_n is half of ζ.
      en: zeta && shown(zeta.div(2)),
      performance: performanceOf(z.toNumber()),
    }
  })
  return { ...set, participants: results.length, judgedBy, scores: scores.toSorted((a, b) => a.code.localeCompare(b.code)) }
}
