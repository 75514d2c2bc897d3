// Opens many records through the gate, quietly skipping those that are known; used for the data of a jurisdiction.
import { createHash } from 'node:crypto'
import { Refusal } from '../kernel/refusal.ts'
import type { Person } from '../kernel/permission.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'

/** An identity made of a name, so that loading twice makes nothing twice (UUIDv8, RFC 9562). */
export function namedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export interface Loading {
  readonly engine: Engine
  readonly person: Person
  readonly register: string
  /** A name that tells the row from all others of the source. */
  readonly keyOf: (row: Readonly<Record<string, unknown>>) => string
}

/** Loads rows with sixteen at a time under way; a refusal names the row, since the data is ours. */
export async function loadRows(
  loading: Loading,
  rows: readonly Readonly<Record<string, unknown>>[],
  progress: (done: number) => void,
): Promise<void> {
  let next = 0
  let done = 0
  const hand = async () => {
    for (let at = next++; at < rows.length; at = next++) {
      const row = rows[at]!
      const key = `load:${loading.register}:${loading.keyOf(row)}`
      await act(loading.engine, {
        register: loading.register,
        record: namedId(key),
        step: 'open',
        answers: row,
        key,
        person: loading.person,
        hand: 'import',
      }).catch((error: unknown) => {
        if (error instanceof Refusal)
          throw new Error(
            `${loading.register} ${loading.keyOf(row)}: ${error.detail.en} ${error.problems.map((p) => `${p.field}: ${p.words.en}`).join('; ')}`,
          )
        throw error
      })
      progress(++done)
    }
  }
  await Promise.all(Array.from({ length: 12 }, hand))
}
