// What must be true of all declarations together; each fault is a sentence for the developer.
import { formsIssued } from './standing-steps.ts'
import type { House } from './system.ts'
import { asList, type Procedure, type Step } from './procedure.ts'

/** States that a step can lead to; one computed by a function may be any. */
const targets = (step: Step, states: readonly string[]): readonly string[] => (typeof step.to === 'function' ? states : [step.to])

function statesOf(procedure: Procedure): string[] {
  const name = procedure.of.name
  const states = Object.keys(procedure.states)
  const steps = Object.values(procedure.steps).filter((step) => !step.standing)
  const reached = new Set([procedure.opens.state])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const step of steps) if (asList(step.from).some((s) => reached.has(s))) targets(step, states).forEach((s) => reached.add(s))
  }
  const stuck = states.filter((s) => !procedure.ends.includes(s) && !steps.some((step) => asList(step.from).includes(s)))
  return [
    ...states.filter((s) => !reached.has(s)).map((s) => `${name}: no path leads to the state ${s}`),
    ...stuck.map((s) => `${name}: the state ${s} has no way out and is not an end`),
  ]
}

function deadlinesOf(procedure: Procedure): string[] {
  const name = procedure.of.name
  const steps = Object.keys(procedure.steps)
  const forms = formsIssued(procedure).map((form) => form.name)
  return procedure.deadlines.flatMap((d) => {
    const starts = d.starts
    const ofRecord = (start: { field: string } | { served: string }): boolean =>
      'field' in start ? start.field in procedure.of.fields : forms.includes(start.served)
    const known = typeof starts === 'string' ? starts in procedure.states : ofRecord(starts)
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
    // Photographs carry where and when they were taken; what the public is shown of a record is never its files as they came.
    for (const f of p.fields) if (p.of.fields[f]?.kind === 'files') faults.push(`publication ${p.name}: ${f} holds files, which are never published as they came`)
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

function scalesOf(house: House): string[] {
  return [...house.scales.values()].flatMap((scale) => {
    const facts = Object.values(scale.facts ?? {}).map((f) => [f.register, [f.by, f.on, ...(f.until ? [f.until] : [])]] as const)
    const asked = [[scale.of, scale.key ? [scale.key] : []] as const, ...facts]
    const used = scale.editions.flatMap((e) => [...e.lines, ...e.vetoes]).map(({ fact }) => fact)
    return [
      ...asked.flatMap(([register, fields]) => fields.filter((f) => !(f in (house.registers.get(register)?.fields ?? {}))).map((f) => `scale ${scale.name}: no field ${f} of ${register}`)),
      ...used.filter((fact) => scale.facts && !(fact in scale.facts)).map((fact) => `scale ${scale.name}: nothing says where the fact ${fact} comes from`),
    ]
  })
}

/** Columns of every record whose names a field may not take; `area` and `office` may be fields, since they are the same thing. */
const taken = ['id', 'number', 'state', 'version', 'owner', 'subject', 'opened', 'changed', 'searched', 'bigrams', 'more']

export function shape(house: House): string[] {
  const registers = [...house.registers.values()].flatMap((r) => [
    ...(r.headline in r.fields ? [] : [`${r.name}: its headline ${r.headline} is no field`]),
    ...(r.placedBy === undefined || r.placedBy in r.fields ? [] : [`${r.name}: placed by an unknown field`]),
    ...taken.filter((name) => name in r.fields).map((name) => `${r.name}: the field ${name} takes the name of a column that every record has`),
    ...(house.procedures.has(r.name) ? [] : [`${r.name}: a register without a procedure can never hold a record`]),
  ])
  const procedures = [...house.procedures.values()].flatMap((p) => [...statesOf(p), ...deadlinesOf(p)])
  return [...registers, ...procedures, ...namesOf(house), ...scalesOf(house)]
}
