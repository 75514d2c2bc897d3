// The keys of the platform in `<data>/keys/`: root, seal and log keys with their published history, and the master keys.
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../kernel/day.ts'
import { parseJson, parseJws } from '../../kernel/trust/jws.ts'
import {
  activeKey,
  compromised,
  openKeyHistory,
  rotated,
  sealKeyHistory,
  type Compromise,
  type KeyHistory,
  type KeyUse,
} from '../../kernel/trust/key-history.ts'
import { nativeSigner } from './native-signer.ts'
import { keyIdOf, newPrivateKey, publicHalf, softwareSigner, type PrivateKey, type Signer } from '../../kernel/trust/signature.ts'
import type { MasterKeys } from './personal.ts'
import { privateFolder, readPrivate, writePrivate } from './private-file.ts'

/** Who the platform is in what it signs; issuer and origin can never change, title and site can. */
export type Identity = Pick<KeyHistory, 'issuer' | 'title' | 'site' | 'origin'>

export interface KeyRing {
  readonly folder: string
  readonly history: KeyHistory
  /** The history signed by the root key, as it is published. */
  readonly sealedHistory: string
  /** Signs publications and status lists. */
  readonly seal: Signer
  /** Signs checkpoints. */
  readonly log: Signer
  /** For wrapping the keys of persons. */
  readonly masters: MasterKeys
}

const historyFile = (folder: string): string => join(folder, 'key-history.jws')
const keyFile = (folder: string, use: KeyUse, keyId: string): string => join(folder, `${use}-${keyId}.json`)
const algorithms = { root: 'ES256', seal: 'ES256', log: 'Ed25519' } as const
const uses: readonly KeyUse[] = ['root', 'seal', 'log']

/**
 * Opens the keys of a data folder and makes them where there are none. The root key may be kept elsewhere:
 * it is asked for only to sign another history.
 */
export async function openKeys(folder: string, identity: Identity, now: Instant): Promise<KeyRing> {
  await privateFolder(folder)
  const sealed = (await readPrivate(historyFile(folder)))?.toString('utf8')
  const ring = sealed === undefined ? await createKeys(folder, identity, now) : await loadKeys(folder, sealed)
  const { issuer, origin, site, title } = ring.history
  if (issuer !== identity.issuer || origin !== identity.origin) {
    throw new Error(`The keys in ${folder} belong to ${issuer} with the log ${origin}.`)
  }
  if (site === identity.site && title.zh === identity.title.zh && title.en === identity.title.en) return ring
  const { revision } = ring.history
  return publish(folder, { ...ring.history, site: identity.site, title: identity.title, revision: revision + 1, issuedOn: now })
}

async function createKeys(folder: string, identity: Identity, now: Instant): Promise<KeyRing> {
  if ((await readMasters(folder)).size === 0) await addMaster(folder, 1)
  let history: KeyHistory = { ...identity, revision: 0, issuedOn: now, keys: [] }
  for (const use of uses) history = rotated(history, use, await newKey(folder, use), now)
  return publish(folder, { ...history, revision: 1 })
}

async function loadKeys(folder: string, sealed: string): Promise<KeyRing> {
  const history = parseJson(parseJws(sealed).payload) as KeyHistory
  if (!openKeyHistory(sealed, history)) throw new Error(`The key history in ${folder} is not signed by its root key.`)
  const [seal, log] = [await signerOf(folder, history, 'seal'), await signerOf(folder, history, 'log')]
  return { folder, history, sealedHistory: sealed, seal, log, masters: await readMasters(folder) }
}

async function signerOf(folder: string, history: KeyHistory, use: KeyUse): Promise<Signer> {
  const { keyId } = activeKey(history, use) ?? {}
  if (keyId === undefined) throw new Error(`No ${use} key is active: rotate it.`)
  const bytes = await readPrivate(keyFile(folder, use, keyId))
  if (!bytes) throw new Error(`The ${use} key ${keyId} is not in ${folder}: put its file back, or restore it from the backup of the keys.`)
  const key = parseJson(bytes) as PrivateKey
  if (keyIdOf(key) !== keyId) throw new Error(`The file of the ${use} key ${keyId} holds another key.`)
  return key.kty === 'EC' ? nativeSigner(key) : softwareSigner(key)
}

async function newKey(folder: string, use: KeyUse): Promise<ReturnType<typeof publicHalf>> {
  const key = newPrivateKey(algorithms[use])
  await writePrivate(keyFile(folder, use, keyIdOf(key)), `${JSON.stringify(key)}\n`)
  return publicHalf(key)
}

async function publish(folder: string, history: KeyHistory, root?: Signer): Promise<KeyRing> {
  const sealed = await sealKeyHistory(history, root ?? (await signerOf(folder, history, 'root')))
  await writePrivate(historyFile(folder), sealed)
  return loadKeys(folder, sealed)
}

/** A new key takes over at `now`; its predecessor stays published, and what it signed stays good. Needs the root key. */
export async function rotate(ring: KeyRing, use: KeyUse, now: Instant): Promise<KeyRing> {
  // The root that signs the change is the one that readers already trust, also when it changes itself.
  const root = await signerOf(ring.folder, ring.history, 'root')
  const next = rotated(ring.history, use, await newKey(ring.folder, use), now)
  if (use !== 'root') return publish(ring.folder, next, root)
  await writePrivate(join(ring.folder, `key-history-${next.revision}-handover.jws`), await sealKeyHistory(next, root))
  return publish(ring.folder, next)
}

/** Records a theft and brings in a successor. `compromise.logSize`: leaves in the log when the theft began. Needs the root key. */
export async function recordTheft(
  ring: KeyRing,
  use: Exclude<KeyUse, 'root'>,
  compromise: Compromise & { readonly keyId: string },
  now: Instant,
): Promise<KeyRing> {
  const { keyId, from, logSize } = compromise
  const root = await signerOf(ring.folder, ring.history, 'root')
  const without = compromised(ring.history, keyId, { from, logSize }, now)
  const next = activeKey(without, use) ? without : rotated(without, use, await newKey(ring.folder, use), now)
  return publish(ring.folder, next, root)
}

const masterName = /^master-(\d{4})\.key$/

async function readMasters(folder: string): Promise<Map<number, Uint8Array>> {
  const masters = new Map<number, Uint8Array>()
  for (const name of await readdir(folder)) {
    const number = Number(masterName.exec(name)?.[1] ?? 0)
    const bytes = number > 0 ? await readPrivate(join(folder, name)) : null
    if (!bytes) continue
    if (bytes.length !== 32) throw new Error(`${name} is not a master key of 32 bytes.`)
    masters.set(number, new Uint8Array(bytes))
  }
  return masters
}

const addMaster = (folder: string, number: number): Promise<void> =>
  writePrivate(join(folder, `master-${String(number).padStart(4, '0')}.key`), randomBytes(32))

/** A new master key for what is wrapped from now on; the old ones stay until everything was wrapped again. */
export async function rotateMaster(ring: KeyRing): Promise<KeyRing> {
  await addMaster(ring.folder, Math.max(0, ...ring.masters.keys()) + 1)
  return { ...ring, masters: await readMasters(ring.folder) }
}

/** Everyone holds one ring: after a rotation or a theft it changes in place, so that nothing signs with a key that retired. */
export function adopt(ring: KeyRing, next: KeyRing): void {
  Object.assign(ring, next)
}
