// The sampling sheet as one form over two steps: the visit with both certificates, then the sheet with its seals and signatures.
import type { Field, Fields } from '../../kernel/field.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Caller } from '../../server/identity.ts'
import { possibleFor } from '../../server/registers.ts'
import type { Engine } from '../../store/engine.ts'
import { act, type Receipt } from '../../store/records/gate.ts'
import { readFor } from '../../store/records/read.ts'
import { isUuid } from '../../store/uuid.ts'
import { given } from './inspector-day.ts'

export const samplingOf = (engine: Engine): Procedure => engine.house.procedureOf('sample')

/** Samples that this person can take now: drawn for them, or begun; what is bought on the internet has a step of its own. */
export async function samplesToTake(engine: Engine, caller: Caller): Promise<readonly AnyRecord[]> {
  const procedure = samplingOf(engine)
  const records = await given(engine, procedure, caller.person, ['drawn', 'visiting'])
  const can = (record: AnyRecord) => possibleFor(engine, procedure, record, caller).some((name) => name === 'visit' || name === 'seal')
  return records.filter((record) => record['kind'] !== 'online' && can(record))
}

/** Questions of the sheet: which sample, then those of both steps; the certificates as the visit asks for them. */
export function sheetFields(engine: Engine, samples: readonly AnyRecord[]): Fields {
  const { steps } = samplingOf(engine)
  const name = (record: AnyRecord) => `${record['unitName'] as string} · ${record.number ?? record.id.slice(0, 8)}`
  const choices = Object.fromEntries(samples.map((record) => [record.id, { title: words(name(record), name(record)) }]))
  const sample: Field = { kind: 'choice', title: words('拟抽单位', 'Body to be visited'), optional: false, choices }
  return { sample, ...steps['seal']!.asks, ...steps['visit']!.asks }
}

const pick = (answers: Readonly<Record<string, unknown>>, fields: Fields | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.keys(fields ?? {}).map((name) => [name, answers[name] ?? '']))

export interface SheetSent {
  readonly sample: string
  readonly key: string
  readonly answers: Readonly<Record<string, unknown>>
}

/** Visit and seal, each through the gate under a key of its own: what was done is not done again when the form is sent twice. */
export async function takeSheet(engine: Engine, caller: Caller, { sample, key, answers }: SheetSent): Promise<Receipt> {
  const { of, steps } = samplingOf(engine)
  if (!isUuid(sample)) return kernelRefusals.refuse('not-found')
  const record = await readFor(engine, of, caller.person, sample)
  const asked = { register: of.name, record: record.id, person: caller.person }
  const { version } =
    record.state === 'drawn'
      ? await act(engine, { ...asked, step: 'visit', key: `visit:${key}`, version: record.version, answers: pick(answers, steps['visit']!.asks) })
      : record
  return act(engine, { ...asked, step: 'seal', key, version, answers: pick(answers, steps['seal']!.asks) })
}
