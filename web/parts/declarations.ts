// The declarations of the systems in the browser: loaded when a page needs them, the same files that the server judges by.
import type { House } from '../../kernel/house.ts'
import { withStandingSteps } from '../../kernel/standing-steps.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { System } from '../../kernel/system.ts'
import { loaderOf } from './loaders.ts'

const systems = new Map<string, Promise<System>>()

const isSystem = (value: unknown): value is System => typeof value === 'object' && value !== null && (value as System).noun === 'system'

async function load(name: string): Promise<System> {
  const module = await loaderOf(name)?.()
  const found = Object.values((module ?? {}) as object).find((value) => isSystem(value) && value.name === name)
  if (!isSystem(found)) throw new Error(`fault: no system ${name} is declared here`)
  return found
}

export function systemNamed(name: string): Promise<System> {
  const known = systems.get(name)
  if (known) return known
  const loading = load(name)
  systems.set(name, loading)
  loading.catch(() => systems.delete(name))
  return loading
}

export interface Declared {
  readonly system: System
  readonly procedure: Procedure
}

const whole = new WeakMap<Procedure, Procedure>()

/** The procedure of a register with the steps that stand in every procedure. */
export function procedureIn(system: System, register: string): Procedure {
  const declared = system.procedures.find((procedure) => procedure.of.name === register)
  if (declared === undefined) throw new Error(`fault: ${system.name} has no procedure of ${register}`)
  const known = whole.get(declared) ?? withStandingSteps(declared)
  whole.set(declared, known)
  return known
}

export async function declarationOf(register: string, system: string): Promise<Declared> {
  const found = await systemNamed(system)
  return { system: found, procedure: procedureIn(found, register) }
}

/** As much of the house as a judgement on one system needs. */
export const houseOf = ({ name, procedures }: System): Pick<House, 'procedureOf' | 'duty'> => ({
  procedureOf: (register) => procedureIn({ name, procedures } as System, register),
  duty: (_register, duty) => (duty.includes('.') ? duty : `${name}.${duty}`),
})
