// Steps that a person can take now, without those that the record itself makes pointless.
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Caller } from '../../server/identity.ts'
import { possibleFor } from '../../server/registers.ts'
import type { Engine } from '../../store/engine.ts'
import { unweighed } from '../../systems/basis/testing/index.ts'

/** Grounds that fell are weighed where one fell and nobody has weighed it. */
export const stepsNow = (engine: Engine, procedure: Procedure, record: AnyRecord, caller: Caller): readonly string[] =>
  possibleFor(engine, procedure, record, caller).filter((name) => name !== 'weigh-ground' || unweighed(record as never).length > 0)
