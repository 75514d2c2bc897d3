// Encryption of personal fields: AES-256-GCM under a key per person and purpose, itself wrapped by the master key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** 32 bytes. Whoever destroys the wrapped key has erased what it encrypted, wherever the ciphertext stands. */
export type PersonalKey = Uint8Array

/** Master keys by number; the highest wraps, all unwrap. */
export type MasterKeys = ReadonlyMap<number, Uint8Array>

const format = 1
const [ivLength, tagLength] = [12, 16]

export const newPersonalKey = (): PersonalKey => new Uint8Array(randomBytes(32))

/** `context` names what the bytes belong to, so that no ciphertext can be moved to another person or field. */
function encrypt(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(format), iv, cipher.getAuthTag(), sealed])
}

function decrypt(key: Uint8Array, bytes: Uint8Array, context: string): Buffer {
  if (bytes[0] !== format || bytes.length < 1 + ivLength + tagLength) throw new Error('The ciphertext has no known format.')
  const [iv, tag] = [bytes.subarray(1, 1 + ivLength), bytes.subarray(1 + ivLength, 1 + ivLength + tagLength)]
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(context)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivLength + tagLength)), decipher.final()])
  } catch {
    throw new Error('The ciphertext was altered, or key or context are not its own.')
  }
}

const currentNumber = (masters: MasterKeys): number => Math.max(...masters.keys())

function masterOf(masters: MasterKeys, number: number): Uint8Array {
  const master = masters.get(number)
  if (!master) throw new Error(`Master key ${number} is not in the keys folder.`)
  return master
}

/** The key as it is stored: number of the master key (2 bytes), then ciphertext; 63 bytes. */
export function wrap(masters: MasterKeys, key: PersonalKey, context: string): Uint8Array {
  const number = currentNumber(masters)
  return new Uint8Array(Buffer.concat([Buffer.of(number >> 8, number & 0xff), encrypt(masterOf(masters, number), key, context)]))
}

/** Throws when the wrapped key was altered, is another's or its master key is missing. */
export function unwrap(masters: MasterKeys, wrapped: Uint8Array, context: string): PersonalKey {
  const number = ((wrapped[0] ?? 0) << 8) | (wrapped[1] ?? 0)
  return new Uint8Array(decrypt(masterOf(masters, number), wrapped.subarray(2), context))
}

/** The same key under the newest master key, for use after the master key was rotated. */
export const rewrap = (masters: MasterKeys, wrapped: Uint8Array, context: string): Uint8Array =>
  wrap(masters, unwrap(masters, wrapped, context), context)

/** JSON to ciphertext. Each call gives another ciphertext: hashes are taken over it, never over the plain value. */
export const encryptPersonal = (key: PersonalKey, json: unknown, context = ''): Uint8Array =>
  new Uint8Array(encrypt(key, Buffer.from(JSON.stringify(json)), context))

/** Throws when the ciphertext was altered or key or context are not its own. */
export const decryptPersonal = (key: PersonalKey, bytes: Uint8Array, context = ''): unknown =>
  JSON.parse(decrypt(key, bytes, context).toString('utf8'))
