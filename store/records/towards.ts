// What settles a clock, or comes nearer to it, from where its record stands, and where that is a person's to do.
import { possibleFrom } from '../../kernel/act.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import { reachUnder, type Person } from '../../kernel/permission.ts'
import { asList, type Procedure, type Step } from '../../kernel/procedure.ts'
import type { Engine } from '../engine.ts'
import { isNothing } from './sight.ts'

/** A clock by name and state, of a record in a state. */
export interface Standing {
  readonly deadline: string
  readonly state: string
  readonly recordState: string
}

/** The step that the lapse of a clock puts on somebody's desk: it is taken by an official, never by the clock. */
export function proposedBy(procedure: Procedure, { state, deadline }: Standing): string | null {
  const lapse = procedure.deadlines.find((each) => each.name === deadline)?.lapse
  return state === 'lapsed' && typeof lapse === 'object' && 'propose' in lapse ? lapse.propose : null
}

const leadsOn = ({ returning, standing }: Step): boolean => !returning && !standing

/** Whether one of the steps can be taken in the state or in one to which others lead; a step that leads by its answers may lead there. */
function within(procedure: Procedure, state: string, wanted: ReadonlySet<string>, passed = new Set<string>()): boolean {
  if (passed.has(state)) return false
  passed.add(state)
  return possibleFrom(procedure, state).some((name) => {
    const step = procedure.steps[name]!
    if (wanted.has(name)) return true
    return leadsOn(step) && (typeof step.to !== 'string' || within(procedure, step.to, wanted, passed))
  })
}

/** A term that ends by the very act that meets it, as that of a publication does, is meant to run out: it is nobody's work. */
function isLeftToRun(procedure: Procedure, { state, deadline }: Standing): boolean {
  const found = procedure.deadlines.find(({ name }) => name === deadline)
  return state !== 'lapsed' && typeof found?.lapse === 'object' && 'take' in found.lapse && found.metBy.includes(found.lapse.take)
}

function towards(procedure: Procedure, clock: Standing): readonly string[] {
  if (isLeftToRun(procedure, clock)) return []
  const possible = possibleFrom(procedure, clock.recordState)
  const proposed = proposedBy(procedure, clock)
  const metBy = procedure.deadlines.find(({ name }) => name === clock.deadline)?.metBy ?? []
  const settling = [...(proposed ? [proposed] : []), ...metBy.filter((name) => name !== proposed)].filter((name) => possible.includes(name))
  const missing = new Set(metBy.filter((name) => !possible.includes(name)))
  const onward = possible.filter((name) => !settling.includes(name) && leadsOn(procedure.steps[name]!))
  const nearer = onward.filter((name) => {
    const { to } = procedure.steps[name]!
    return typeof to === 'string' && to !== clock.recordState && within(procedure, to, missing, new Set([clock.recordState]))
  })
  // Where a step leads by its answers, often nowhere, it is named only when no other is.
  const found = [...settling, ...nearer]
  return found.length > 0 ? found : onward
}

const known = new WeakMap<Procedure, Map<string, readonly string[]>>()

/**
 * What a lapse proposes, then the steps that settle the clock from where the record is, then those that lead to others that
 * would: a penalty on the spot settles a lead at once, but to look into it is the usual way. Where none does, those that lead on.
 */
export function stepsTowards(procedure: Procedure, clock: Standing): readonly string[] {
  const found = known.get(procedure) ?? new Map<string, readonly string[]>()
  known.set(procedure, found)
  const key = `${clock.deadline} ${clock.recordState} ${clock.state === 'lapsed'}`
  const steps = found.get(key) ?? towards(procedure, clock)
  found.set(key, steps)
  return steps
}

/** Clocks that are a person's to move, as `deadline recordState lapsed`, by the reach within which they are. */
export interface Mine {
  readonly reach: Filter
  readonly clocks: readonly string[]
}

/** Which clocks of a procedure a person could settle, or bring nearer to it, and where. */
export function clocksOf(engine: Engine, procedure: Procedure, person: Person): readonly Mine[] {
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  const reaches = new Map<string, Filter>()
  const clocks = new Map<string, Mine & { readonly clocks: string[] }>()
  for (const { name: deadline } of procedure.deadlines)
    for (const recordState of Object.keys(procedure.states))
      for (const state of ['open', 'lapsed']) {
        const steps = stepsTowards(procedure, { deadline, state, recordState })
        // To lead back, as when another party is named, ends a clock as well, and is nobody's work while somebody can lead on.
        const on = steps.filter((name) => !procedure.steps[name]!.returning)
        const duties = [...new Set((on.length > 0 ? on : steps).flatMap((name) => asList(procedure.steps[name]!.by)))].sort()
        const named = duties.map((duty) => engine.house.duty(procedure.of.name, duty))
        const reach = reaches.get(duties.join()) ?? reachUnder(named, person, procedure.of, at)
        reaches.set(duties.join(), reach)
        if (isNothing(reach)) continue
        const key = JSON.stringify(reach)
        const one = clocks.get(key) ?? { reach, clocks: [] }
        one.clocks.push(`${deadline} ${recordState} ${state === 'lapsed'}`)
        clocks.set(key, one)
      }
  return [...clocks.values()]
}
