// What must be true of all declarations together; each fault is a sentence for the developer.
import type { House } from './system.ts'
import type { Procedure, Step } from './procedure.ts'

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T])

/** States that a step can lead to; one computed by a function may be any. */
const targets = (step: Step, states: readonly string[]): readonly string[] => (typeof step.to === 'function' ? states : [step.to])

function statesOf(procedure: Procedure): string[] {
  const name = procedure.of.name
  const states = Object.keys(procedure.states)
  const steps = Object.values(procedure.steps)
  const reached = new Set([procedure.opens.state])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const step of steps) if (list(step.from).some((s) => reached.has(s))) targets(step, states).forEach((s) => reached.add(s))
  }
  const stuck = states.filter((s) => !procedure.ends.includes(s) && !steps.some((step) => list(step.from).includes(s)))
  return [
    ...states.filter((s) => !reached.has(s)).map((s) => `${name}: no path leads to the state ${s}`),
    ...stuck.map((s) => `${name}: the state ${s} has no way out and is not an end`),
  ]
}

function deadlinesOf(procedure: Procedure): string[] {
  const name = procedure.of.name
  const steps = Object.keys(procedure.steps)
  return procedure.deadlines.flatMap((d) => {
    const starts = d.starts
    const known = typeof starts === 'string' ? starts in procedure.states : 'field' in starts ? starts.field in procedure.of.fields : true
    const lapse = d.lapse === 'alarm' ? [] : 'propose' in d.lapse ? [d.lapse.propose] : [d.lapse.take]
    return [
      ...(known ? [] : [`${name}: the deadline ${d.name} starts in something unknown`]),
      ...(d.metBy.length > 0 ? [] : [`${name}: nothing meets the deadline ${d.name}`]),
      ...[...d.metBy, ...lapse].filter((s) => !steps.includes(s)).map((s) => `${name}: the deadline ${d.name} names an unknown step ${s}`),
    ]
  })
}

function namesOf(house: House): string[] {
  const faults: string[] = []
  for (const l of house.linkages) {
    if (!house.procedures.get(l.when.register)?.steps[l.when.step] && l.when.step !== 'open') faults.push(`linkage ${l.name}: no step ${l.when.step} of ${l.when.register}`)
    const target = 'open' in l.then ? l.then.open : l.then.of
    if (!house.procedures.has(target)) faults.push(`linkage ${l.name}: no procedure of ${target}`)
  }
  for (const p of house.publications.values()) {
    const procedure = house.procedures.get(p.of.name)
    for (const s of p.states) if (!procedure || !(s in procedure.states)) faults.push(`publication ${p.name}: no state ${s}`)
    for (const f of p.fields) if (p.of.fields[f]?.personal) faults.push(`publication ${p.name}: ${f} is personal and can never be published`)
  }
  for (const a of house.answers.keys()) if (!house.questions.has(a)) faults.push(`an answer is given to ${a}, which nobody asks`)
  for (const m of house.measures.values()) if (!m.unit) faults.push(`measure ${m.name}: no unit`)
  for (const m of house.measures.values()) {
    const parts = m.calculation.kind === 'index' ? m.calculation.of : 'measure' in m.source ? [m.source.measure] : []
    for (const part of parts) if (!house.measures.has(part)) faults.push(`measure ${m.name}: no measure ${part}`)
  }
  return faults
}

export function shape(house: House): string[] {
  const registers = [...house.registers.values()].flatMap((r) => [
    ...(r.headline in r.fields ? [] : [`${r.name}: its headline ${r.headline} is no field`]),
    ...(r.placedBy === undefined || r.placedBy in r.fields ? [] : [`${r.name}: placed by an unknown field`]),
    ...(house.procedures.has(r.name) ? [] : [`${r.name}: a register without a procedure can never hold a record`]),
  ])
  return [...registers, ...[...house.procedures.values()].flatMap((p) => [...statesOf(p), ...deadlinesOf(p)]), ...namesOf(house)]
}
