// 签章公示: a publication is sealed by one signature over a compact core, small enough for a QR and bound to the full content.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { addDays, startOf, type Day, type Instant } from '../day.ts'
import { toBase64Url } from './base64.ts'
import { canonicalBytes, entryHash } from './chain.ts'
import { formatLogProof, type LogProof } from './checkpoint.ts'
import { isRecord, jwsLength, parseJws, signJws, type Jws } from './jws.ts'
import { leafHash, type Hash } from './merkle.ts'
import { decodeCore, encodeCore, issuedOnOf, validUntilOf, type Fact, type SealCore, type StatusPlace } from './seal-core.ts'
import type { Signer } from './signature.ts'

export interface SealRequest {
  /** Name of the publication declared in the house, as `complaints.receipt`. */
  readonly kind: string
  /** Number of the document or record, as printed on it. */
  readonly number: string
  /** Simplified Chinese, as printed on the document. */
  readonly title: string
  /** All that is published, as JSON. */
  readonly content: object
  /** The most important first: as many stand in the QR as its size allows. */
  readonly facts: readonly Fact[]
  readonly issuedOn: Instant
  /** Last day on which it holds. */
  readonly validUntil?: Day
  /** Lists are numbered from 1. */
  readonly status?: StatusPlace
}

export interface SealedProof {
  readonly format: 'zhiheng-seal/1'
  readonly content: object
  readonly issuer: string
  readonly issuedOn: Instant
  readonly validUntil?: Day
  readonly status?: StatusPlace
  /** The compact core with its signature: a JWS (RFC 7515 §7.1), also the fragment of the QR's address. */
  readonly signature: string
  /** A second signature over the characters of the first, for those who ask for national algorithms. */
  readonly second?: SecondSignature
  readonly staple?: Staple
}
export interface SecondSignature {
  readonly algorithm: 'SM2'
  readonly keyId: string
  readonly signature: string
}
/** Shows that the log held this very signature: the journal entry that names its digest, and the entry's place in the log. */
export interface Staple {
  readonly previous: string | null
  readonly entry: object
  /** C2SP tlog-proof v1, checkpoint included. */
  readonly proof: string
}

export const sealType = 'seal+jws'
/** A QR of 600 bytes still reads from a printed corner (version 20 with level M). */
export const fragmentLimit = 600

const seconds = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000)
export const contentDigest = (content: object): string => toBase64Url(sha256(canonicalBytes(content)))

/** What the journal entry must name so that the log proves this signature: SHA-256 of the JWS, base64url. */
export const sealDigest = (signature: string): string => toBase64Url(sha256(utf8ToBytes(signature)))

/**
 * Signs a publication. Facts are taken in their order while the whole fits the QR.
 * Throws RangeError when even a core without facts is too large.
 */
export async function seal(
  request: SealRequest, by: { readonly issuer: string; readonly signer: Signer; readonly second?: Signer },
): Promise<SealedProof> {
  const core = fitted(request, by)
  const signature = await signJws(encodeCore(core), sealType, by.signer)
  if (signature.length > fragmentLimit) throw new RangeError(`A seal has at most ${fragmentLimit} bytes, not ${signature.length}.`)
  const second = by.second && {
    algorithm: 'SM2' as const, keyId: by.second.keyId, signature: toBase64Url(await by.second.sign(utf8ToBytes(signature))),
  }
  return { ...envelope(core), content: request.content, signature, ...(second ? { second } : {}) }
}

/** The members of the proof that repeat the core for readers; a verifier compares them. */
export function envelope(core: SealCore): Omit<SealedProof, 'content' | 'signature'> {
  const validUntil = validUntilOf(core)
  return {
    format: 'zhiheng-seal/1',
    issuer: core.issuer,
    issuedOn: issuedOnOf(core),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(core.status ? { status: core.status } : {}),
  }
}

function fitted(request: SealRequest, { issuer, signer }: { issuer: string; signer: Signer }): SealCore {
  const { kind, number, title, facts, issuedOn, validUntil, status } = request
  const core = {
    issuer, kind, number, title, issued: seconds(issuedOn), digest: contentDigest(request.content),
    ...(validUntil === undefined ? {} : { expires: seconds(startOf(addDays(validUntil, 1))) }), ...(status ? { status } : {}),
  }
  const withFacts = (count: number): SealCore => ({ ...core, facts: facts.slice(0, count), more: facts.length - count })
  let count = facts.length
  while (count > 0 && jwsLength(encodeCore(withFacts(count)).length, sealType, signer) > fragmentLimit) count -= 1
  return withFacts(count)
}

/** The address that the QR shows; what follows `#` never reaches a server. */
export const sealAddress = (site: string, proof: SealedProof): string => `${site}/verify#${proof.signature}`

/** Adds the proof that the log holds the entry; a newer staple takes the place of an older one. */
export function staple(proof: SealedProof, from: { previous: Hash | null; entry: object; log: LogProof }): SealedProof {
  const previous = from.previous && bytesToHex(from.previous)
  return { ...proof, staple: { previous, entry: from.entry, proof: formatLogProof(from.log) } }
}

/** The log's leaf for a journal entry is the entry's own chain hash. */
export const stapleLeaf = ({ previous, entry }: Staple): Hash =>
  leafHash(entryHash(previous === null ? null : hexToBytes(previous), entry))

export interface ReadSeal {
  readonly signature: string
  readonly jws: Jws
  readonly core: SealCore
  readonly proof?: SealedProof
}

/** Reads a seal from an address, a fragment, a bare JWS or a full proof, without verifying. Null when it is none. */
export function readSeal(text: string): ReadSeal | null {
  try {
    const trimmed = text.trim()
    const proof = trimmed.startsWith('{') ? JSON.parse(trimmed) as unknown : undefined
    if (proof !== undefined && !isProof(proof)) return null
    const signature = proof ? proof.signature : trimmed.slice(trimmed.lastIndexOf('#') + 1)
    const jws = parseJws(signature)
    const core = jws.header.typ === sealType ? decodeCore(jws.payload) : null
    if (!core) return null
    return { signature, jws, core, ...(proof ? { proof } : {}) }
  } catch {
    return null
  }
}

const isProof = (value: unknown): value is SealedProof =>
  isRecord(value) && value.format === 'zhiheng-seal/1' && typeof value.signature === 'string' && isRecord(value.content)
  && (value.staple === undefined || (isRecord(value.staple) && typeof value.staple.proof === 'string' && isRecord(value.staple.entry)))
