// 双随机抽取: a draw of units and inspectors that anyone can run again: first a commitment, then a public seed, then this arithmetic.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Instant } from '../../../kernel/day.ts'
import { assert } from '../../../kernel/refusal.ts'
import { decimalPlaces, toScaled } from '../../../kernel/rounding.ts'
import { canonicalBytes } from '../../../kernel/trust/chain.ts'
import { append, emptyFrontier, leafHash, rootOf } from '../../../kernel/trust/merkle.ts'

/**
 * Pareto order sampling (Rosén 1997) with random numbers from HMAC-SHA-256. Only + − × ÷ and comparison of IEEE doubles are
 * used, which every machine rounds alike; a new algorithm gets a new name and this one stays.
 */
export const algorithm = 'zhiheng-draw/1'

/** A unit that may be drawn. Its weight is a decimal above zero; the stratum is where it competes. */
export interface FrameUnit {
  readonly id: string
  readonly weight: string
  readonly stratum: string
}

/** An inspector and the units that he or she must not visit: declared interests, kinship, former employers. */
export interface Inspector {
  readonly id: string
  readonly avoids: readonly string[]
}

/** A seed that no officer controls, and when it appears. */
export interface SeedSource {
  readonly source: string
  readonly at: Instant
}

export interface DrawPlan {
  readonly algorithm: typeof algorithm
  /** Units to draw from each stratum. */
  readonly take: Readonly<Record<string, number>>
  /** Further units of each stratum in order, for those that turn out closed or without the product. */
  readonly reserve: number
  /** Inspectors for each drawn unit, two by law, and the most visits for one of them. */
  readonly inspectorsEach: number
  readonly visitsAtMost: number | null
  /** The first seed is used; the next only when the one before it did not appear within `waitHours` of its time. */
  readonly seeds: readonly SeedSource[]
  readonly waitHours: number
}

/** All that is published before the seed. It tells how many there are, not who: a guess cannot be tested without the secret. */
export interface Commitment extends DrawPlan {
  readonly units: number
  readonly frameRoot: string
  readonly inspectors: number
  readonly inspectorsRoot: string
  readonly secretHash: string
}

/** All that is published after the last visit, so that surprise is kept until then. */
export interface Opening {
  readonly frame: readonly FrameUnit[]
  readonly inspectors: readonly Inspector[]
  /** 32 random bytes in hexadecimal, fixed before the seed was known. */
  readonly secret: string
  /** The seed exactly as its source wrote it. */
  readonly seed: string
}

export interface Drawn {
  readonly id: string
  readonly stratum: string
  /** 1 is the first of its stratum; those after `take` are reserves. */
  readonly place: number
  /** Probability with which this unit was to be drawn: 1/chance is its weight in an estimate. */
  readonly chance: number
  readonly reserve: boolean
  /** Empty where fewer free inspectors without a conflict remained than are needed: a person must decide. */
  readonly inspectors: readonly string[]
}

export interface FrameFault {
  readonly code: 'empty' | 'id' | 'repeated' | 'weight' | 'stratum' | 'take' | 'seeds'
  readonly id: string
}

const isWeight = (weight: string): boolean => /^\d{1,12}(\.\d{1,6})?$/.test(weight) && /[1-9]/.test(weight)
// What separates fields in a leaf must not stand inside one.
const isId = (id: string): boolean => id !== '' && !/[\t\n]/.test(id)
const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0

type Named = { readonly id: string }
const byId = (left: Named, right: Named): number => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

/** In order of id by UTF-16 code units, whatever order they came in. */
function ordered<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return list.every((each, at) => at === 0 || list[at - 1]!.id <= each.id) ? list : [...list].sort(byId)
}

/** What keeps a frame from being drawn from; none is an empty list. */
export function frameFaults(plan: DrawPlan, frame: readonly FrameUnit[], inspectors: readonly Inspector[]): readonly FrameFault[] {
  const faults: FrameFault[] = frame.length === 0 ? [{ code: 'empty', id: '' }] : []
  for (const list of [ordered(frame), ordered(inspectors)])
    list.forEach(({ id }, at) => {
      if (!isId(id)) faults.push({ code: 'id', id })
      if (at > 0 && list[at - 1]!.id === id) faults.push({ code: 'repeated', id })
    })
  const [sound, unsound] = [new Set<string>(), new Set<string>()]
  for (const { weight } of frame) if (!sound.has(weight)) (isWeight(weight) ? sound : unsound).add(weight)
  for (const unit of frame) {
    if (unsound.size > 0 && unsound.has(unit.weight)) faults.push({ code: 'weight', id: unit.id })
    if (!Object.hasOwn(plan.take, unit.stratum)) faults.push({ code: 'stratum', id: unit.id })
  }
  const counts = [...Object.entries(plan.take), ['reserve', plan.reserve], ['inspectorsEach', plan.inspectorsEach]] as const
  for (const [name, n] of counts) if (!isCount(n)) faults.push({ code: 'take', id: name })
  return plan.seeds.length === 0 ? [...faults, { code: 'seeds', id: '' }] : faults
}

/** Root over leaves in order of id (RFC 6962); in portions, so that a million leaves need not stand in memory at once. */
function merkleRoot<T extends { readonly id: string }>(list: readonly T[], leaf: (each: T) => Uint8Array): string {
  let frontier = emptyFrontier
  for (let at = 0; at < list.length; at += 4096) {
    frontier = append(frontier, list.slice(at, at + 4096).map((each) => leafHash(leaf(each)))).frontier
  }
  return bytesToHex(rootOf(frontier))
}

// Ids hold no tab and no line end (`frameFaults`), so that no two frames give the same leaves.
const unitLeaf = ({ id, stratum, weight }: FrameUnit): Uint8Array => utf8ToBytes(`${id}\t${stratum}\t${weight}\n`)
const inspectorLeaf = ({ id, avoids }: Inspector): Uint8Array => utf8ToBytes(`${id}\t${[...avoids].sort().join('\t')}\n`)

/** What is published before the draw. The frame and the plan must be without fault (`frameFaults`). */
export function commit(plan: DrawPlan, opening: Omit<Opening, 'seed'>): Commitment {
  const [frame, inspectors] = [ordered(opening.frame), ordered(opening.inspectors)]
  return {
    ...plan,
    units: frame.length,
    frameRoot: merkleRoot(frame, unitLeaf),
    inspectors: inspectors.length,
    inspectorsRoot: merkleRoot(inspectors, inspectorLeaf),
    secretHash: bytesToHex(sha256(utf8ToBytes(opening.secret))),
  }
}

/** SHA-256 of the commitment (RFC 8785): the one line that is signed, sealed and printed. */
export const commitmentDigest = (commitment: Commitment): string => bytesToHex(sha256(canonicalBytes(commitment)))

/** Random bytes for a text: HMAC-SHA-256 under a key that binds secret, seed and this very commitment. The next call overwrites them. */
type Source = (text: string) => Uint8Array

function sourceOf(commitment: Commitment, { secret, seed }: Opening): Source {
  const keyed = hmac.create(sha256, hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${commitmentDigest(commitment)}\n${seed}`)))
  const [encoder, working, bytes] = [new TextEncoder(), keyed.clone(), new Uint8Array(32)]
  let room = new Uint8Array(256)
  // One working copy for all texts: a million of them take a third of the time.
  return (text) => {
    if (room.length < 3 * text.length) room = new Uint8Array(3 * text.length)
    const { written } = encoder.encodeInto(text, room)
    keyed._cloneInto(working).update(room.subarray(0, written)).digestInto(bytes)
    return bytes
  }
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0

/** 52 random bits and a half, over 2^52: strictly between 0 and 1, and exact. */
const uniform = (bytes: Uint8Array): number => (word(bytes, 0) * 2 ** 20 + (word(bytes, 4) >>> 12) + 0.5) / 2 ** 52

/** Chances proportional to weight, exact until the one division; a unit whose share would pass 1 is certain and leaves the rest. */
export function inclusionChances(weights: readonly string[], take: number): readonly number[] {
  const places = weights.reduce((most, weight) => Math.max(most, decimalPlaces(weight)), 0)
  const known = new Map([...new Set(weights)].map((weight) => [weight, toScaled(weight, places)]))
  const sizes = weights.map((weight) => known.get(weight)!)
  let [left, total] = [BigInt(Math.min(take, weights.length)), sizes.reduce((sum, size) => sum + size, 0n)]
  const certain = new Set<bigint>()
  while (left > 0n) {
    const heavy = new Set(sizes.filter((size) => !certain.has(size) && left * size >= total))
    if (heavy.size === 0) break
    for (const size of sizes) {
      if (!heavy.has(size)) continue
      left -= 1n
      total -= size
    }
    for (const size of heavy) certain.add(size)
  }
  return sizes.map((size) => (certain.has(size) ? 1 : total === 0n ? 0 : Number(left * size) / Number(total)))
}

/** The `take` first and the reserves of one stratum, in the order of their ranking numbers. */
function drawStratum(units: readonly FrameUnit[], take: number, reserve: number, random: Source): readonly Omit<Drawn, 'inspectors'>[] {
  const chances = inclusionChances(units.map((unit) => unit.weight), Math.min(take, units.length))
  const ranking = Float64Array.from(units, (unit, at) => {
    const chance = chances[at]!
    const u = uniform(random(`unit\n${unit.id}`))
    return chance === 1 ? 0 : ((u / (1 - u)) * (1 - chance)) / chance
  })
  const wanted = Math.min(units.length, take === 0 ? 0 : take + reserve)
  if (wanted === 0) return []
  const last = ranking.toSorted()[wanted - 1]!
  return units
    .flatMap((unit, at) => (ranking[at]! <= last ? [{ unit, at }] : []))
    .sort((left, right) => ranking[left.at]! - ranking[right.at]! || left.at - right.at)
    .slice(0, wanted)
    .map(({ unit, at }, place) => ({ id: unit.id, stratum: unit.stratum, place: place + 1, chance: chances[at]!, reserve: place >= take }))
}

/** Which of `free` the lots choose, one after another and none twice. */
function choose<T>(free: readonly T[], count: number, lot: (k: number) => number): readonly T[] {
  const chosen: number[] = []
  for (let k = 0; k < count; k++) {
    let at = lot(k) % (free.length - k)
    for (const earlier of chosen.toSorted((a, b) => a - b)) if (earlier <= at) at += 1
    chosen.push(at)
  }
  return chosen.map((at) => free[at]!)
}

/** Gives each unit its inspectors in the order drawn: by lot among those without a conflict who have visits left. */
function assign(plan: DrawPlan, drawn: readonly Omit<Drawn, 'inspectors'>[], inspectors: readonly Inspector[], random: Source): readonly Drawn[] {
  const conflicts = new Map<string, Set<string>>()
  for (const { id, avoids } of inspectors) for (const unit of avoids) conflicts.set(unit, (conflicts.get(unit) ?? new Set()).add(id))
  const visits = new Map<string, number>()
  let available = inspectors.map((each) => each.id)
  return drawn.map((unit) => {
    const mustNot = conflicts.get(unit.id)
    const free = mustNot ? available.filter((id) => !mustNot.has(id)) : available
    if (free.length < plan.inspectorsEach) return { ...unit, inspectors: [] }
    const chosen = choose(free, plan.inspectorsEach, (k) => {
      const bytes = random(`inspector\n${unit.id}\n${k}`)
      return word(bytes, 0) * 65536 + (word(bytes, 4) >>> 16)
    })
    // A reserve that is not visited uses up nobody's visits.
    if (!unit.reserve && plan.visitsAtMost !== null) {
      for (const id of chosen) visits.set(id, (visits.get(id) ?? 0) + 1)
      const full = chosen.filter((id) => visits.get(id) === plan.visitsAtMost)
      if (full.length > 0) available = available.filter((id) => !full.includes(id))
    }
    return { ...unit, inspectors: chosen }
  })
}

/** The draw itself: the same commitment and opening give the same result everywhere, in whatever order the frame is listed. */
export function draw(commitment: Commitment, opening: Opening): readonly Drawn[] {
  const [frame, inspectors] = [ordered(opening.frame), ordered(opening.inspectors)]
  assert(frameFaults(commitment, frame, inspectors).length === 0, 'a frame with faults is not drawn from')
  const random = sourceOf(commitment, opening)
  const strata = new Map(Object.keys(commitment.take).sort().map((stratum) => [stratum, [] as FrameUnit[]]))
  for (const unit of frame) strata.get(unit.stratum)!.push(unit)
  const drawn = [...strata].flatMap(([stratum, units]) => drawStratum(units, commitment.take[stratum]!, commitment.reserve, random))
  return assign(commitment, drawn, inspectors, random)
}
