// 转移规则: when inspection becomes tightened, reduced, normal again or stops, lot by lot (GB/T 2828.1-2012 clause 9.3, score form).
import { fill, words, type Words } from '../../../kernel/words.ts'
import { tighterAccept, type Inspection, type Plan, type PlanTables } from './acceptance-plans.ts'

/** The parameter `supervision.switching`. */
export interface SwitchingRules {
  readonly tighten: { readonly rejected: number; readonly within: number }
  readonly relax: { readonly accepted: number }
  readonly stop: { readonly rejected: number }
  readonly reduce: { readonly score: number }
  /** Points of a good lot: `large` from an Ac of `largeFrom` when one AQL tighter would also accept it, else `small`. */
  readonly points: { readonly small: number; readonly large: number; readonly largeFrom: number }
}

/** Where a series of lots from one source stands. */
export interface Series {
  readonly inspection: Inspection
  readonly stopped: boolean
  readonly score: number
  /** Whether the latest lots on this severity were accepted, oldest first; no longer than the rules look back. */
  readonly recent: readonly boolean[]
  /** Lots not accepted since tightened inspection began. */
  readonly rejectedTightened: number
}

export const begins: Series = { inspection: 'normal', stopped: false, score: 0, recent: [], rejectedTightened: 0 }

/** One lot on original inspection; a lot presented again after correction is not part of the series. */
export interface Lot {
  readonly plan: Plan
  /** Nonconforming units or nonconformities found. */
  readonly found: number
  /** Production is steady; reduced inspection ends when it is not. */
  readonly steady: boolean
  /** The responsible authority wants reduced inspection. */
  readonly agreed: boolean
}

export interface Switched {
  readonly series: Series
  readonly accepted: boolean
  /** Why the severity changed or inspection stopped; null when it did not. */
  readonly why: Words | null
}

/** The score after a lot: points for a good one, nothing left after a bad one. */
function scoreAfter(tables: PlanTables, rules: SwitchingRules, score: number, { plan, found }: Lot): number {
  const large = plan.accept >= rules.points.largeFrom
  const limit = large ? (tighterAccept(tables, plan) ?? -1) : plan.accept
  return found <= limit ? score + (large ? rules.points.large : rules.points.small) : 0
}

const onto = (inspection: Inspection): Series => ({ ...begins, inspection })

/** The series after one more lot. A stopped series takes no lot: it begins again by `resume`. */
export function switchAfter(tables: PlanTables, rules: SwitchingRules, series: Series, lot: Lot): Switched {
  const accepted = lot.found <= lot.plan.accept
  if (series.stopped) return { series, accepted, why: stopped }
  const recent = [...series.recent, accepted].slice(-Math.max(rules.tighten.within, rules.relax.accepted))
  const rejected = recent.slice(-rules.tighten.within).filter((each) => !each).length
  if (series.inspection === 'reduced') {
    const why = !accepted ? backFromReduced : !lot.steady ? unsteady : null
    return { series: why ? onto('normal') : { ...series, recent }, accepted, why }
  }
  if (series.inspection === 'tightened') {
    const rejectedTightened = series.rejectedTightened + (accepted ? 0 : 1)
    if (rejectedTightened >= rules.stop.rejected) {
      return { series: { ...series, recent, rejectedTightened, stopped: true }, accepted, why: fill(stops, { n: rules.stop.rejected }) }
    }
    const good = recent.slice(-rules.relax.accepted)
    const relaxed = good.length === rules.relax.accepted && good.every(Boolean)
    return relaxed
      ? { series: onto('normal'), accepted, why: fill(relaxes, { n: rules.relax.accepted }) }
      : { series: { ...series, recent, rejectedTightened }, accepted, why: null }
  }
  if (rejected >= rules.tighten.rejected) return { series: onto('tightened'), accepted, why: fill(tightens, { k: rejected, ...rules.tighten }) }
  const score = scoreAfter(tables, rules, series.score, lot)
  return score >= rules.reduce.score && lot.steady && lot.agreed
    ? { series: onto('reduced'), accepted, why: fill(reduces, { score }) }
    : { series: { ...series, recent, score }, accepted, why: null }
}

/** After the supplier has corrected: inspection goes on tightened, as if it had just been tightened. */
export const resume = (): Series => onto('tightened')

const tightens = words('连续 {within} 批以内有 {k} 批初检不接收，转为加严检验', '{k} of {within} consecutive lots or fewer were not accepted: tightened inspection')
const relaxes = words('连续 {n} 批接收，恢复正常检验', '{n} consecutive lots were accepted: normal inspection again')
const stops = words('加严检验累计 {n} 批不接收，暂停检验', '{n} lots were not accepted under tightened inspection: inspection stops')
const stopped = words('检验已暂停，供方改正并经同意后从加严检验恢复', 'Inspection is stopped; it resumes tightened after correction')
const reduces = words('转移得分 {score}，生产稳定且主管部门同意，转为放宽检验', 'The score is {score}, production is steady and the authority agrees: reduced inspection')
const backFromReduced = words('放宽检验有一批不接收，恢复正常检验', 'A lot was not accepted under reduced inspection: normal again')
const unsteady = words('生产不稳定，恢复正常检验', 'Production is not steady: normal inspection again')
