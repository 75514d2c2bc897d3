// The house is all systems together, checked at load: every state reachable, every deadline can be met, every name known.
import type { Check } from './check.ts'
import type { DocumentForm } from './document.ts'
import type { Linkage } from './linkage.ts'
import type { Measure } from './measure.ts'
import type { Procedure } from './procedure.ts'
import type { Publication } from './publication.ts'
import type { Answer, Question } from './question.ts'
import type { Register } from './register.ts'
import type { Scale } from './scale.ts'
import type { Stream } from './stream.ts'
import { groups, type House, type System } from './system.ts'
import { shape } from './shape.ts'
import { withStandingSteps } from './standing-steps.ts'

export type { House }

const byName = <T>(items: readonly T[], name: (item: T) => string, what: string): Map<string, T> => {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(name(item))) throw new Error(`two ${what} are named ${name(item)}`)
    map.set(name(item), item)
  }
  return map
}

/** Puts the systems together; throws with every fault it finds, so that a wrong declaration never starts. */
export function house(systems: readonly System[]): House {
  const order = [...systems].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.name.localeCompare(b.name))
  const all = <T>(pieces: (s: System) => readonly T[]): readonly T[] => order.flatMap((s) => [...pieces(s)])
  const owners = new Map(order.flatMap((s) => s.registers.map((r) => [r.name, s] as const)))
  const built: House = {
    systems: order,
    registers: byName(all((s) => s.registers), (r) => r.name, 'registers'),
    procedures: byName(all((s) => s.procedures).map(withStandingSteps), (p) => p.of.name, 'procedures'),
    streams: byName(all((s) => s.streams), (s) => s.name, 'streams'),
    measures: byName(all((s) => s.measures), (m) => m.name, 'measures'),
    scales: byName(all((s) => s.scales), (s) => s.name, 'scales'),
    publications: byName(all((s) => s.publications), (p) => p.name, 'publications'),
    documents: byName(all((s) => s.documents), (d) => d.name, 'documents'),
    linkages: all((s) => s.linkages),
    questions: byName(all((s) => s.questions), (q) => q.name, 'questions'),
    answers: byName(all((s) => s.answers), (a) => a.to, 'answers'),
    checks: all((s) => s.checks),
    systemOf(register) {
      const owner = owners.get(register)
      if (!owner) throw new Error(`no system declares the register ${register}`)
      return owner
    },
    procedureOf(register) {
      const found = built.procedures.get(register)
      if (!found) throw new Error(`the register ${register} has no procedure`)
      return found
    },
    duty: (register, duty) => (duty.includes('.') ? duty : `${built.systemOf(register).name}.${duty}`),
  }
  const faults = shape(built)
  if (faults.length > 0) throw new Error(`the house does not stand:\n${faults.join('\n')}`)
  return built
}
