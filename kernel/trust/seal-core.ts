// The signed core of a sealed publication and its compact spelling: one JSON array, so that a QR holds as much as it can.
import { dayOf, type Day, type Instant } from '../day.ts'
import { canonicalBytes } from './chain.ts'
import { parseJson } from './jws.ts'

/** A line that the QR itself can say: label and value as published. */
export type Fact = readonly [label: string, value: string]

/** Where the bit of a publication stands: number of the status list and index in it. */
export interface StatusPlace {
  readonly list: number
  readonly index: number
}

/** What is signed. */
export interface SealCore {
  /** Short name of the platform. */
  readonly issuer: string
  /** Name of the publication declared in the house, as `complaints.receipt`. */
  readonly kind: string
  readonly number: string
  readonly title: string
  /** Seconds since 1970. */
  readonly issued: number
  /** Seconds since 1970: from this moment it no longer holds. */
  readonly expires?: number
  readonly status?: StatusPlace
  /** SHA-256 of the canonical content, base64url. */
  readonly digest: string
  readonly facts: readonly Fact[]
  /** How many facts did not fit; the full proof has them. */
  readonly more: number
}

const version = 1

/** `[1, issuer, kind, number, title, issued, expires or 0, list or 0, index, digest, more, label, value, label, value …]` */
export const encodeCore = (core: SealCore): Uint8Array =>
  canonicalBytes([
    version, core.issuer, core.kind, core.number, core.title, core.issued, core.expires ?? 0,
    core.status?.list ?? 0, core.status?.index ?? 0, core.digest, core.more, ...core.facts.flat(),
  ])

const isText = (value: unknown): value is string => typeof value === 'string'
/** Up to the end of the year 9999, which every calendar of ours can write. */
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 253_402_300_800

/** Null when the bytes are no core of this version. */
export function decodeCore(bytes: Uint8Array): SealCore | null {
  const fields = parseJson(bytes)
  if (!Array.isArray(fields) || fields[0] !== version) return null
  const [, issuer, kind, number, title, issued, expires, list, index, digest, more, ...lines] = fields as unknown[]
  if (!isText(issuer) || !isText(kind) || !isText(number) || !isText(title) || !isText(digest)) return null
  if (!isCount(issued) || !isCount(expires) || !isCount(list) || !isCount(index) || !isCount(more)) return null
  if (!lines.every(isText) || lines.length % 2 !== 0) return null
  const facts = Array.from({ length: lines.length / 2 }, (_, at): Fact => [lines[2 * at] as string, lines[2 * at + 1] as string])
  return {
    issuer, kind, number, title, issued, digest, facts, more,
    ...(expires > 0 ? { expires } : {}), ...(list > 0 ? { status: { list, index } } : {}),
  }
}

const instantOf = (time: number): Instant => new Date(time * 1000).toISOString()

export const issuedOnOf = (core: SealCore): Instant => instantOf(core.issued)

/** The last day on which it holds, in Shanghai. */
export const validUntilOf = (core: SealCore): Day | undefined =>
  core.expires === undefined ? undefined : dayOf(instantOf(core.expires - 1))
