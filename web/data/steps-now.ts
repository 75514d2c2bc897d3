// Steps that a person can take now, without those that the record itself makes pointless.
import type { Procedure, Step } from '../../kernel/procedure.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Caller } from '../../server/identity.ts'
import { possibleFor } from '../../server/registers.ts'
import type { Engine } from '../../store/engine.ts'

/** A check asked for more than the record: what it would say depends on what is answered. */
class AsksForMore extends Error {}

/** A step that leads back where it began is no use on a page when the record alone refuses it, whatever was answered. */
export function pointless({ returning, check }: Step, record: AnyRecord): boolean {
  if (!returning || !check) return false
  const only = new Proxy({ record }, {
    get(given, name) {
      if (name !== 'record') throw new AsksForMore()
      return given.record
    },
  })
  try {
    check(only as never)
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    if (error instanceof AsksForMore) return false
    throw error
  }
}

export const stepsNow = (engine: Engine, procedure: Procedure, record: AnyRecord, caller: Caller): readonly string[] =>
  possibleFor(engine, procedure, record, caller).filter((name) => !pointless(procedure.steps[name]!, record))
