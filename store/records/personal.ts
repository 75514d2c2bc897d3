// Personal values: sealed under a key per person and purpose before they enter the journal; erasure destroys the key.
import type { Fields } from '../../kernel/field.ts'
import type { SealedValues } from '../../kernel/journal.ts'
import type { Database } from '../database.ts'
import { decryptPersonal, encryptPersonal, newPersonalKey, unwrap, wrap, type MasterKeys } from '../keys/personal.ts'

/** Keys of persons, wrapped by the master key that stands outside the database. */
export interface PersonKeys {
  /** The key of a person for a purpose, made when there is none; null once it was destroyed. */
  key(subject: string, purpose: string): Promise<Uint8Array | null>
  /** A key for a person of whom nothing is known yet, to be put into the vault by whoever asked for it. */
  fresh(subject: string, purpose: string): { readonly key: Uint8Array; readonly wrapped: Uint8Array }
  destroy(subject: string, purpose: string, basis: string): Promise<void>
}

/** AES-256-GCM under the person's key, bound to the purpose; base64. */
export const sealValues = (key: Uint8Array, values: unknown): string => Buffer.from(encryptPersonal(key, values)).toString('base64')

export const openValues = (key: Uint8Array, sealed: string): unknown => decryptPersonal(key, Buffer.from(sealed, 'base64'))

/** Keys in the vault of the same database server, unreadable without the master key. */
export function vaultKeys(database: Database, masters: () => MasterKeys): PersonKeys {
  const context = (subject: string, purpose: string) => `${subject}/${purpose}`
  const find = async (subject: string, purpose: string) =>
    (
      await database.query<{ wrapped: Buffer | null }>({
        name: 'vault-find',
        text: 'select wrapped from vault.person_key where subject = $1 and purpose = $2',
        values: [subject, purpose],
      })
    ).rows[0]
  return {
    async key(subject, purpose) {
      const known = await find(subject, purpose)
      if (known) return known.wrapped && unwrap(masters(), known.wrapped, context(subject, purpose))
      await database.query('insert into vault.person_key (subject, purpose, wrapped) values ($1, $2, $3) on conflict do nothing', [
        subject,
        purpose,
        Buffer.from(wrap(masters(), newPersonalKey(), context(subject, purpose))),
      ])
      const made = await find(subject, purpose)
      return made?.wrapped ? unwrap(masters(), made.wrapped, context(subject, purpose)) : null
    },
    fresh(subject, purpose) {
      const key = newPersonalKey()
      return { key, wrapped: wrap(masters(), key, context(subject, purpose)) }
    },
    async destroy(subject, purpose, basis) {
      await database.query(
        'update vault.person_key set wrapped = null, destroyed = now(), basis = $3 where subject = $1 and purpose = $2',
        [subject, purpose, basis],
      )
    },
  }
}

export const personalNames = (fields: Fields): readonly string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.personal)
    .map(([name]) => name)

/** Splits values into those that may stand open in the journal and those that must be sealed. */
export function parted(
  values: Readonly<Record<string, unknown>>,
  personal: readonly string[],
  was: Readonly<Record<string, unknown>> | null = null,
): { open: Record<string, unknown>; personal: Record<string, unknown> } {
  const parts: { open: Record<string, unknown>; personal: Record<string, unknown> } = { open: {}, personal: {} }
  for (const [name, value] of Object.entries(values))
    if (!personal.includes(name)) parts.open[name] = value
    else if (value !== null) parts.personal[name] = value
    // That a value was taken away says nothing of anybody, and refolding must know it.
    else if (was?.[name] != null) parts.open[name] = null
  return parts
}

/** What a sealed part holds: answers kept by the entry, and values set in the row. */
export interface PersonalPart {
  readonly answers: Readonly<Record<string, unknown>>
  readonly sets: Readonly<Record<string, unknown>>
  /** Names of the files that the act brought, by hash. */
  readonly names?: Readonly<Record<string, string>>
}

export async function openSealed(keys: PersonKeys, sealed: SealedValues | null): Promise<PersonalPart | null> {
  if (sealed === null) return { answers: {}, sets: {} }
  const key = await keys.key(sealed.subject, sealed.purpose)
  return key && (openValues(key, sealed.cipher) as PersonalPart)
}
