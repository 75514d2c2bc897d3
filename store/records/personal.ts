// Personal values: sealed under a key per person and purpose before they enter the journal; erasure destroys the key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Fields } from '../../kernel/field.ts'
import type { SealedValues } from '../../kernel/journal.ts'
import type { Database } from '../database.ts'

/** Keys of persons, wrapped by the master key that stands outside the database. */
export interface PersonKeys {
  /** The key of a person for a purpose, made when there is none; null once it was destroyed. */
  key(subject: string, purpose: string): Promise<Uint8Array | null>
  destroy(subject: string, purpose: string, basis: string): Promise<void>
}

export interface MasterKey {
  wrap(key: Uint8Array): Uint8Array
  unwrap(wrapped: Uint8Array): Uint8Array
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text; base64. */
export function sealValues(key: Uint8Array, values: unknown): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(values), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

export function openValues(key: Uint8Array, sealed: string): unknown {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
}

/** Keys in the vault of the same database server, unreadable without the master key. */
export function vaultKeys(database: Database, master: MasterKey): PersonKeys {
  const find = async (subject: string, purpose: string) =>
    (await database.query<{ wrapped: Buffer | null }>({ name: 'vault-find', text: 'select wrapped from vault.person_key where subject = $1 and purpose = $2', values: [subject, purpose] })).rows[0]
  return {
    async key(subject, purpose) {
      const known = await find(subject, purpose)
      if (known) return known.wrapped && master.unwrap(known.wrapped)
      await database.query('insert into vault.person_key (subject, purpose, wrapped) values ($1, $2, $3) on conflict do nothing', [subject, purpose, Buffer.from(master.wrap(randomBytes(32)))])
      const made = await find(subject, purpose)
      return made?.wrapped ? master.unwrap(made.wrapped) : null
    },
    async destroy(subject, purpose, basis) {
      await database.query('update vault.person_key set wrapped = null, destroyed = now(), basis = $3 where subject = $1 and purpose = $2', [subject, purpose, basis])
    },
  }
}

export const personalNames = (fields: Fields): readonly string[] => Object.entries(fields).filter(([, field]) => field.personal).map(([name]) => name)

/** Splits values into those that may stand open in the journal and those that must be sealed. */
export function parted(values: Readonly<Record<string, unknown>>, personal: readonly string[]): { open: Record<string, unknown>; personal: Record<string, unknown> } {
  const entries = Object.entries(values)
  return {
    open: Object.fromEntries(entries.filter(([name]) => !personal.includes(name))),
    personal: Object.fromEntries(entries.filter(([name, value]) => personal.includes(name) && value !== null)),
  }
}

/** What a sealed part holds: answers kept by the entry, and values set in the row. */
export interface PersonalPart {
  readonly answers: Readonly<Record<string, unknown>>
  readonly sets: Readonly<Record<string, unknown>>
}

export async function openSealed(keys: PersonKeys, sealed: SealedValues | null): Promise<PersonalPart | null> {
  if (sealed === null) return { answers: {}, sets: {} }
  const key = await keys.key(sealed.subject, sealed.purpose)
  return key && (openValues(key, sealed.cipher) as PersonalPart)
}
