// The hash chain of one record: each journal entry is bound to the entry before it of the same record.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { sameHash, type Hash } from './merkle.ts'

/** The JSON Canonicalization Scheme (RFC 8785). Throws on what JSON cannot say (NaN, lone surrogates, circles). */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only a JSON value can be hashed.')
  return text
}

/** The canonical text as UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array => utf8ToBytes(canonicalText(value))

/**
 * The canonical form of `{ entry, previous }`, made of the canonical text of the entry; `previous` in hexadecimal, or null
 * for the first. Its SHA-256 is the hash of the entry, taken here or by whoever has a faster one at hand.
 */
export const chainText = (previous: Hash | null, entry: string): string =>
  `{"entry":${entry},"previous":${previous === null ? 'null' : `"${bytesToHex(previous)}"`}}`

/** Members that are undefined are left out, as in JSON. */
export const entryHash = (previous: Hash | null, entry: object): Hash => sha256(utf8ToBytes(chainText(previous, canonicalText(entry))))

export interface ChainLink {
  readonly entry: object
  /** As stored beside the entry; null for the first of its record. */
  readonly previous: Hash | null
  readonly hash: Hash
}

export type ChainVerdict =
  | { readonly whole: true; readonly length: number; readonly last: Hash | null }
  /** `previous`: the link does not name the entry before it (one is missing or moved). `entry`: its content was altered. */
  | { readonly whole: false; readonly at: number; readonly broken: 'previous' | 'entry' }

const sameLink = (left: Hash | null, right: Hash | null): boolean =>
  left === null || right === null ? left === right : sameHash(left, right)

/** Walks the entries of one record from its first and names the first broken link (`at` counts from 0). */
export function verifyChain(links: Iterable<ChainLink>): ChainVerdict {
  let last: Hash | null = null
  let at = 0
  for (const link of links) {
    if (!sameLink(link.previous, last)) return { whole: false, at, broken: 'previous' }
    if (!sameHash(entryHash(last, link.entry), link.hash)) return { whole: false, at, broken: 'entry' }
    last = link.hash
    at += 1
  }
  return { whole: true, length: at, last }
}
