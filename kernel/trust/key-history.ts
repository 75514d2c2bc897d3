// 密鑰歷史: which keys sign for the platform, from when to when, and which of them were stolen; itself signed by the root key.
import type { Instant } from '../day.ts'
import type { Words } from '../words.ts'
import { canonicalBytes } from './chain.ts'
import { isRecord, jwsHolds, parseJson, parseJws, signJws } from './jws.ts'
import { noteKey, type NoteKey } from './note.ts'
import { keyIdOf, type PublicKey, type Signer } from './signature.ts'

/**
 * `seal` signs publications and status lists (ES256); `log` signs checkpoints (Ed25519, as tlog-tiles asks);
 * `root` signs nothing but key histories and can be kept in a safe.
 */
export type KeyUse = 'root' | 'seal' | 'log'

export interface PublishedKey {
  readonly keyId: string
  readonly use: KeyUse
  readonly publicKey: PublicKey
  readonly validFrom: Instant
  /** Set when the key was retired: what it signed before stays good. */
  readonly validTo?: Instant
  readonly compromised?: Compromise
}
export interface Compromise {
  /** From when the key may have been in other hands. */
  readonly from: Instant
  /** Leaves in the log at that moment: what the log held by then was signed by us, whoever has the key now. */
  readonly logSize: number
}
export interface KeyHistory {
  /** Short name of the platform in what it signs (`iss`). */
  readonly issuer: string
  readonly title: Words
  /** Address of the public site without a final slash: `/verify`, `/status-lists/…` and `/log` are below it. */
  readonly site: string
  /** Origin of the transparency log. */
  readonly origin: string
  readonly revision: number
  readonly issuedOn: Instant
  readonly keys: readonly PublishedKey[]
}

export type KeyStatus = 'active' | 'retired' | 'compromised'

export const statusOf = (key: PublishedKey): KeyStatus =>
  key.compromised ? 'compromised' : key.validTo !== undefined ? 'retired' : 'active'

export const activeKey = (history: KeyHistory, use: KeyUse): PublishedKey | undefined =>
  history.keys.find((key) => key.use === use && statusOf(key) === 'active')

export const findKey = (history: KeyHistory, use: KeyUse, keyId: string | undefined): PublishedKey | undefined =>
  history.keys.find((key) => key.use === use && key.keyId === keyId)

/** Keys whose checkpoints may be believed: a stolen log key can sign any tree, so what it signed needs a new checkpoint. */
export const logKeys = (history: KeyHistory): NoteKey[] =>
  history.keys.filter((key) => key.use === 'log' && !key.compromised).map((key) => noteKey(history.origin, key.publicKey))

/** Whether the key was in its term at the moment. */
export const inTerm = (key: PublishedKey, at: Instant): boolean =>
  Date.parse(key.validFrom) <= Date.parse(at) && (key.validTo === undefined || Date.parse(at) < Date.parse(key.validTo))

/** A new key takes over: its predecessor of the same use retires at that moment. */
export function rotated(history: KeyHistory, use: KeyUse, publicKey: PublicKey, at: Instant): KeyHistory {
  const earlier = activeKey(history, use)
  const kept = history.keys.map((key) => (key === earlier ? { ...key, validTo: at } : key))
  return revised(history, [...kept, { keyId: keyIdOf(publicKey), use, publicKey, validFrom: at }], at)
}

/** Records that a key was stolen. It retires at once; a new one is brought in by `rotated`. */
export function compromised(history: KeyHistory, keyId: string, compromise: Compromise, at: Instant): KeyHistory {
  if (!history.keys.some((key) => key.keyId === keyId)) throw new RangeError('The key history does not know this key.')
  return revised(history, history.keys.map((key) =>
    (key.keyId === keyId ? { ...key, validTo: key.validTo ?? at, compromised: compromise } : key)), at)
}

const revised = (history: KeyHistory, keys: readonly PublishedKey[], at: Instant): KeyHistory =>
  ({ ...history, keys, revision: history.revision + 1, issuedOn: at })

const historyType = 'key-history+jws'

export const sealKeyHistory = (history: KeyHistory, root: Signer): Promise<string> =>
  signJws(canonicalBytes(history), historyType, root)

/**
 * Opens a sealed key history with a trusted earlier one: it must be signed by a root key that the trusted one holds active,
 * be of the same issuer and not older. Null when it may not be believed.
 */
export function openKeyHistory(sealed: string, trusted: KeyHistory): KeyHistory | null {
  try {
    const jws = parseJws(sealed)
    const root = findKey(trusted, 'root', jws.header.kid)
    if (!root || statusOf(root) !== 'active' || jws.header.typ !== historyType || !jwsHolds(jws, root.publicKey)) return null
    const history = parseJson(jws.payload)
    return isRecord(history) && history.issuer === trusted.issuer && Number(history.revision) >= trusted.revision
      ? history as unknown as KeyHistory
      : null
  } catch {
    return null
  }
}
