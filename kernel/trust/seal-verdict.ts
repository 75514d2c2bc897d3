// Verifying a sealed publication off-line: signature, key, content, log, withdrawal and term, each with its own answer.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from '../day.ts'
import { canonicalBytes } from './chain.ts'
import { parseLogProof, verifyLogProof, type Checkpoint } from './checkpoint.ts'
import { jwsHolds } from './jws.ts'
import { findKey, inTerm, logKeys, type KeyHistory, type PublishedKey } from './key-history.ts'
import { sameHash, verifyConsistency, type Hash } from './merkle.ts'
import {
  contentDigest, envelope, readSeal, sealDigest, stapleLeaf, type ReadSeal, type SealedProof, type SecondSignature,
} from './seal.ts'
import { issuedOnOf, type SealCore } from './seal-core.ts'
import { bitOf, openStatusList } from './status-list.ts'

/** One answer: the first of these that holds, in this order. Only `good` stands. */
export type Verdict =
  | 'unreadable' | 'bad signature' | 'unknown key' | 'key out of term' | 'signed after compromise' | 'unproven before compromise'
  | 'content altered' | 'bad log proof' | 'withdrawn' | 'not yet valid' | 'expired' | 'good'

export type KeyFinding = 'active' | 'retired' | 'compromised, proven earlier' | 'compromised' | 'unknown' | 'out of term'
export type ContentFinding = 'matches' | 'altered' | 'not given'
export type LogFinding = 'proven' | 'absent' | 'bad'
export type SecondFinding = 'absent' | 'good' | 'bad' | 'not checked'
export type StatusFinding =
  | { readonly state: 'not withdrawn' | 'withdrawn'; readonly asOf: Instant; readonly stale: boolean }
  | { readonly state: 'not asked' | 'no list' }

export interface SealVerdict {
  readonly verdict: Verdict
  readonly core?: SealCore
  readonly proof?: SealedProof
  readonly key?: KeyFinding
  readonly content?: ContentFinding
  readonly log?: LogFinding
  readonly status?: StatusFinding
  readonly second?: SecondFinding
}

export interface Circumstances {
  readonly history: KeyHistory
  readonly now: Instant
  /** Signed status lists at hand; the newest of the right list is used. */
  readonly statusLists?: readonly string[]
  /** A checkpoint the verifier trusts; the staple must not contradict it. `consistency` leads from the smaller to the larger tree. */
  readonly trusted?: { readonly checkpoint: Checkpoint; readonly consistency?: readonly Hash[] }
  /** Verifies the second signature where the algorithm is at hand. */
  readonly checkSecond?: (second: SecondSignature, signed: Uint8Array) => boolean
}

/** A seal may come from a clock that runs a little ahead of the reader's. */
const clockAllowance = 300_000

export function verifySealed(text: string, circumstances: Circumstances): SealVerdict {
  const read = readSeal(text)
  if (!read) return { verdict: 'unreadable' }
  const { history } = circumstances
  const key = findKey(history, 'seal', read.jws.header.kid)
  if (!key || read.core.issuer !== history.issuer) return { verdict: 'unknown key', key: 'unknown' }
  const second = secondOf(read, circumstances)
  // Whatever a bad signature came with is not shown: nobody vouches for it.
  if (!jwsHolds(read.jws, key.publicKey) || second === 'bad') return { verdict: 'bad signature' }
  const log = logOf(read, circumstances)
  const findings = {
    key: keyOf(key, read.core, log), content: contentOf(read), log: log.finding, status: statusOf(read.core, circumstances), second,
  }
  const verdict = conclude(findings, { core: read.core, key, now: circumstances.now })
  return { verdict, core: read.core, ...(read.proof ? { proof: read.proof } : {}), ...findings }
}

type Findings = Required<Pick<SealVerdict, 'key' | 'content' | 'log' | 'status'>>

function conclude(findings: Findings, { core, key, now }: { core: SealCore; key: PublishedKey; now: Instant }): Verdict {
  const time = Date.parse(now)
  if (findings.key === 'out of term') return 'key out of term'
  if (findings.key === 'compromised') {
    return core.issued * 1000 >= Date.parse(key.compromised?.from ?? '') ? 'signed after compromise' : 'unproven before compromise'
  }
  if (findings.content === 'altered') return 'content altered'
  if (findings.log === 'bad') return 'bad log proof'
  if (findings.status.state === 'withdrawn') return 'withdrawn'
  if (core.issued * 1000 > time + clockAllowance) return 'not yet valid'
  if (core.expires !== undefined && time >= core.expires * 1000) return 'expired'
  return 'good'
}

/**
 * The date inside a seal is the word of whoever held the key. Once the key was stolen only the log can tell which
 * seals were ours: those it held when the theft began.
 */
function keyOf(key: PublishedKey, core: SealCore, log: LogResult): KeyFinding {
  if (key.compromised) {
    return log.finding === 'proven' && log.index < key.compromised.logSize ? 'compromised, proven earlier' : 'compromised'
  }
  if (!inTerm(key, issuedOnOf(core))) return 'out of term'
  return key.validTo === undefined ? 'active' : 'retired'
}

function contentOf({ core, proof }: ReadSeal): ContentFinding {
  if (!proof) return 'not given'
  const { content, signature: _signature, second: _second, staple: _staple, ...said } = proof
  try {
    const same = contentDigest(content) === core.digest && sameHash(canonicalBytes(said), canonicalBytes(envelope(core)))
    return same ? 'matches' : 'altered'
  } catch {
    // What has no canonical form was never signed.
    return 'altered'
  }
}

function secondOf({ proof, signature }: ReadSeal, { checkSecond }: Circumstances): SecondFinding {
  if (!proof?.second) return 'absent'
  if (!checkSecond) return 'not checked'
  return checkSecond(proof.second, utf8ToBytes(signature)) ? 'good' : 'bad'
}

type LogResult = { readonly finding: 'proven'; readonly index: number } | { readonly finding: 'absent' | 'bad' }

function logOf({ proof, signature }: ReadSeal, { history, trusted }: Circumstances): LogResult {
  if (!proof?.staple) return { finding: 'absent' }
  try {
    const log = parseLogProof(proof.staple.proof)
    const result = verifyLogProof(log, stapleLeaf(proof.staple), history.origin, logKeys(history))
    const holds = result.verdict === 'good' && names(proof.staple.entry, sealDigest(signature)) && agrees(result.checkpoint, trusted)
    return holds ? { finding: 'proven', index: log.index } : { finding: 'bad' }
  } catch {
    return { finding: 'bad' }
  }
}

/** Whether the entry names the digest, at any depth: a hash of 256 bits stands nowhere by chance. */
const names = (value: unknown, digest: string): boolean =>
  value === digest || (typeof value === 'object' && value !== null && Object.values(value).some((inner) => names(inner, digest)))

function agrees(stapled: Checkpoint, trusted: Circumstances['trusted']): boolean {
  if (!trusted) return true
  const { checkpoint, consistency } = trusted
  if (stapled.size === checkpoint.size) return sameHash(stapled.root, checkpoint.root)
  if (!consistency) return true
  const [first, second] = stapled.size < checkpoint.size ? [stapled, checkpoint] : [checkpoint, stapled]
  return verifyConsistency({
    first: first.size, second: second.size, firstRoot: first.root, secondRoot: second.root, proof: consistency,
  })
}

export const statusListId = (history: KeyHistory, list: number): string => `${history.site}/status-lists/${list}`

function statusOf(core: SealCore, { history, statusLists = [], now }: Circumstances): StatusFinding {
  const place = core.status
  if (!place) return { state: 'no list' }
  const lists = statusLists.flatMap((sealed) => openStatusList(sealed, history) ?? [])
  const newest = lists
    // A list from before the seal cannot know of its withdrawal.
    .filter((list) => list.id === statusListId(history, place.list) && Date.parse(list.validFrom) >= core.issued * 1000)
    .sort((one, other) => Date.parse(other.validFrom) - Date.parse(one.validFrom))[0]
  if (!newest) return { state: 'not asked' }
  const stale = newest.validUntil !== undefined && Date.parse(now) > Date.parse(newest.validUntil)
  return { state: bitOf(newest.bits, place.index) ? 'withdrawn' : 'not withdrawn', asOf: newest.validFrom, stale }
}
