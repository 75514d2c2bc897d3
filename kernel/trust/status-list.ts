// 状态清单: one bit a sealed publication says whether it was withdrawn (W3C Bitstring Status List 1.0), signed as vc+jwt.
import { Gunzip, gzipSync } from 'fflate'
import type { Instant } from '../day.ts'
import { fromBase64Url, toBase64Url } from './base64.ts'
import { canonicalBytes } from './chain.ts'
import { isRecord, jwsHolds, parseJson, parseJws, signJws } from './jws.ts'
import { findKey, inTerm, type KeyHistory } from './key-history.ts'
import type { Signer } from './signature.ts'

/** Entries of one list; fewer would let a reader guess who asked (W3C Bitstring Status List §6.1). */
export const listLength = 131_072
/** 2^27 entries unpacked; more is an attack on the reader's memory. */
const mostBytes = 16_777_216

/** GZIP, then multibase base64url (`u…`). Index 0 is the left-most bit of the first byte (§2.1). */
export function encodeList(withdrawn: Iterable<number>, length = listLength): string {
  const bits = new Uint8Array(length / 8)
  for (const index of withdrawn) {
    if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError('The list has no such entry.')
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  }
  return `u${toBase64Url(gzipSync(bits, { mtime: 0 }))}`
}

/** Throws SyntaxError when it is no list, RangeError when it is too large. */
export function decodeList(encoded: string): Uint8Array {
  if (!encoded.startsWith('u')) throw new SyntaxError('The list is not multibase base64url.')
  const chunks: Uint8Array[] = []
  let [length, ended] = [0, false]
  const unpack = new Gunzip((chunk, final) => {
    length += chunk.length
    if (length > mostBytes) throw new RangeError('The list is larger than any list of ours.')
    chunks.push(chunk)
    ended = final
  })
  const packed = fromBase64Url(encoded.slice(1))
  // In small pieces, so that a bomb is noticed before it has unfolded.
  for (let at = 0; at < packed.length; at += 4096) unpack.push(packed.subarray(at, at + 4096), at + 4096 >= packed.length)
  if (!ended || length * 8 < listLength) throw new SyntaxError('The list is cut off or shorter than a list may be.')
  const bits = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bits.set(chunk, at)
    at += chunk.length
  }
  return bits
}

export const bitOf = (bits: Uint8Array, index: number): boolean => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0

export interface StatusList {
  /** The list's address or name, as the sealed publications give it. */
  readonly id: string
  readonly validFrom: Instant
  readonly validUntil?: Instant
  readonly bits: Uint8Array
}

const listType = 'vc+jwt'

/** Signs the list as a verifiable credential secured with JOSE. */
export function sealStatusList(
  list: { readonly id: string; readonly validFrom: Instant; readonly validUntil?: Instant; readonly withdrawn: Iterable<number> },
  issuer: string, signer: Signer,
): Promise<string> {
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    id: list.id,
    issuer,
    validFrom: list.validFrom,
    validUntil: list.validUntil,
    credentialSubject: {
      id: `${list.id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodeList(list.withdrawn),
    },
  }
  return signJws(canonicalBytes(credential), listType, signer)
}

/**
 * Opens a signed list of this platform. Null when it is no list, not signed by a key in its term, or by a stolen one:
 * lists are cheap to sign again.
 */
export function openStatusList(sealed: string, history: KeyHistory): StatusList | null {
  try {
    const jws = parseJws(sealed)
    const key = findKey(history, 'seal', jws.header.kid)
    if (!key || key.compromised || jws.header.typ !== listType || !jwsHolds(jws, key.publicKey)) return null
    const list = readCredential(parseJson(jws.payload), history.issuer)
    return list && inTerm(key, list.validFrom) ? list : null
  } catch {
    return null
  }
}

/** The list inside a credential whose signature was verified; null when it is another kind of credential. */
export function readCredential(credential: unknown, issuer: string): StatusList | null {
  if (!isRecord(credential) || credential.issuer !== issuer || !isRecord(credential.credentialSubject)) return null
  const { id, type, validFrom, validUntil, credentialSubject: subject } = credential
  const isList = Array.isArray(type) && type.includes('BitstringStatusListCredential') && subject.type === 'BitstringStatusList'
  if (!isList || subject.statusPurpose !== 'revocation' || typeof subject.encodedList !== 'string') return null
  if (typeof id !== 'string' || typeof validFrom !== 'string' || Number.isNaN(Date.parse(validFrom))) return null
  return { id, validFrom, ...(typeof validUntil === 'string' ? { validUntil } : {}), bits: decodeList(subject.encodedList) }
}
