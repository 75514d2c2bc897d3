// 抽取复核: anyone runs a published draw again, in the page or elsewhere, and reads point by point what holds and what does not.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { addHours, type Instant } from '../../../kernel/day.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { commit, commitmentDigest, draw, frameFaults, type Commitment, type Drawn, type Opening } from './draw.ts'

/** The seed as it was used: from which of the committed sources, when it appeared, when the commitment was published. */
export interface SeedEvidence {
  readonly source: string
  readonly appeared: Instant
  readonly committed: Instant
  /** Digests of draws that already used this seed. */
  readonly usedBy: readonly string[]
}

export interface PublishedDraw {
  readonly digest: string
  readonly commitment: Commitment
  readonly opening: Opening
  readonly evidence: SeedEvidence
  readonly result: readonly Drawn[]
}

export type Point = 'digest' | 'secret' | 'frame' | 'inspectors' | 'seed' | 'result'

export interface Finding {
  readonly point: Point
  readonly holds: boolean
  readonly words: Words
}

export type SeedFault = 'before-commitment' | 'other-source' | 'not-yet' | 'too-late' | 'earlier-not-missed' | 'said-missed' | 'replayed'

/** Why a seed may not be used for this draw; null when it may. `missed` are the sources that are proved not to have appeared. */
export function seedFault(commitment: Commitment, evidence: SeedEvidence, missed: readonly string[] = []): SeedFault | null {
  const at = commitment.seeds.findIndex(({ source }) => source === evidence.source)
  const planned = commitment.seeds[at]
  if (!planned) return 'other-source'
  const time = (instant: Instant): number => Date.parse(instant)
  if (time(evidence.appeared) <= time(evidence.committed) || time(planned.at) <= time(evidence.committed)) return 'before-commitment'
  if (time(evidence.appeared) < time(planned.at)) return 'not-yet'
  if (time(evidence.appeared) > time(addHours(planned.at, commitment.waitHours))) return 'too-late'
  if (commitment.seeds.slice(0, at).some(({ source }) => !missed.includes(source))) return 'earlier-not-missed'
  if (missed.includes(evidence.source)) return 'said-missed'
  return evidence.usedBy.some((digest) => digest !== commitmentDigest(commitment)) ? 'replayed' : null
}

/** Words for each reason, for a refusal or a page. */
export const seedFaults: Readonly<Record<SeedFault, Words>> = {
  'before-commitment': words('种子在承诺公布之前已经可知', 'The seed could be known before the commitment was published'),
  'other-source': words('种子不是来自承诺的来源', 'The seed is not from a source that was committed to'),
  'not-yet': words('种子早于承诺的时间', 'The seed is earlier than the time that was committed to'),
  'too-late': words('种子晚于承诺的等待时限', 'The seed came after the time one was to wait for it'),
  'earlier-not-missed': words('前一来源的种子没有证明缺失', 'It is not shown that the seed before it did not appear'),
  'said-missed': words('已记为缺失的种子又被使用', 'A seed was used of which it is on record that it did not appear'),
  replayed: words('该种子已用于另一次抽取', 'This seed was already used for another draw'),
}

const lineOf = ({ id, stratum, place, chance, reserve, inspectors }: Drawn): unknown => [id, stratum, place, chance, reserve, inspectors]
const sameDraw = (left: readonly Drawn[], right: readonly Drawn[]): boolean =>
  JSON.stringify(left.map(lineOf)) === JSON.stringify(right.map(lineOf))

/** Every point is judged, so that one failure does not hide another; the draw is run only from a frame without fault. */
export function checkDraw(published: PublishedDraw, missed: readonly string[] = []): readonly Finding[] {
  const { commitment, opening } = published
  const again = commit(commitment, opening)
  const fault = seedFault(commitment, published.evidence, missed)
  const clean = frameFaults(commitment, opening.frame, opening.inspectors).length === 0
  const said = (point: Point, holds: boolean, good: Words, bad: Words): Finding => ({ point, holds, words: holds ? good : bad })
  return [
    said('digest', commitmentDigest(commitment) === published.digest, ...digestWords),
    said('secret', bytesToHex(sha256(utf8ToBytes(opening.secret))) === commitment.secretHash, ...secretWords),
    said('frame', clean && again.frameRoot === commitment.frameRoot && again.units === commitment.units, ...frameWords),
    said('inspectors', again.inspectorsRoot === commitment.inspectorsRoot && again.inspectors === commitment.inspectors, ...inspectorWords),
    said('seed', fault === null, seedWords, fault ? seedFaults[fault] : seedWords),
    said('result', clean && sameDraw(draw(commitment, opening), published.result), ...resultWords),
  ]
}

const digestWords = [
  words('承诺与事前公布的一致', 'The commitment is the one published beforehand'),
  words('承诺与事前公布的不一致', 'The commitment is not the one published beforehand'),
] as const
const secretWords = [
  words('密值与承诺一致', 'The secret is the one committed to'),
  words('密值与承诺不一致', 'The secret is not the one committed to'),
] as const
const frameWords = [
  words('名录和权重与承诺一致', 'Frame and weights are those committed to'),
  words('名录或者权重与承诺不一致', 'Frame or weights are not those committed to'),
] as const
const inspectorWords = [
  words('检查人员和回避声明与承诺一致', 'Inspectors and declared conflicts are those committed to'),
  words('检查人员或者回避声明与承诺不一致', 'Inspectors or declared conflicts are not those committed to'),
] as const
const seedWords = words('种子来自承诺的来源，且在承诺之后产生', 'The seed is from the committed source and came after the commitment')
const resultWords = [
  words('重新抽取的结果与公布的一致', 'Drawn again, the result is the one published'),
  words('重新抽取的结果与公布的不一致', 'Drawn again, the result is not the one published'),
] as const

/** All that a finding may say, for pages that give it in another script. */
export const findingWords: readonly Words[] = [
  ...digestWords, ...secretWords, ...frameWords, ...inspectorWords, ...resultWords, seedWords, ...Object.values(seedFaults),
]
