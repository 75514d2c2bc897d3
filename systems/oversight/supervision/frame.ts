// The frame of a draw as its record holds it: units with their weights, inspectors with their conflicts, and the public record for anyone.
import { algorithm, type Commitment, type DrawPlan, type FrameUnit, type Inspector } from './draw.ts'
import type { PublishedDraw } from './draw-check.ts'

export interface UnitRow {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly stratum: string
  readonly weight: string | null
}
export interface InspectorRow {
  readonly account: string
  readonly badge: string
  readonly avoids: string | null
}
export interface SeedRow {
  readonly source: string
  readonly at: string
  readonly missed: string | null
}
export interface DrawnRow {
  readonly id: string
  readonly stratum: string
  readonly place: number
  readonly chance: string
  readonly reserve: boolean
  readonly inspectors: string | null
}

export const parted = (list: string | null): readonly string[] => (list ?? '').split(/\s+/).filter((each) => each !== '')
export const frameOf = (rowsOf: readonly UnitRow[]): readonly FrameUnit[] =>
  rowsOf.map(({ code, weight, stratum }) => ({ id: code, weight: weight ?? '1', stratum }))
export const inspectorsOf = (rowsOf: readonly InspectorRow[]): readonly Inspector[] =>
  rowsOf.map(({ account, avoids }) => ({ id: account, avoids: parted(avoids) }))

export const weightsOf = (c: { parameter(name: string): { value: unknown } }): Readonly<Record<string, string>> =>
  c.parameter('supervision.credit-weights').value as Readonly<Record<string, string>>

/** A statistical frame is weighted by size alone; others by credit class, so that a worse class is drawn more often. */
export function weighted(
  units: readonly UnitRow[],
  frameKind: string,
  weights: Readonly<Record<string, string>>,
  classes: Readonly<Record<string, string>>,
): readonly UnitRow[] {
  return units.map((unit) => ({
    ...unit,
    weight: frameKind === 'statistical' ? (unit.weight ?? '1') : (weights[classes[unit.code] ?? 'middle'] ?? weights['middle'] ?? '1'),
  }))
}

export const repeated = (units: readonly UnitRow[]): string | undefined => {
  const seen = new Set<string>()
  return units.find(({ code }) => seen.size === seen.add(code).size)?.code
}

/** The record, once opened, in the shape in which anyone checks it; the public record alone is enough. */
export function publishedDraw(record: Readonly<Record<string, unknown>>): PublishedDraw {
  const result = record['result'] as readonly DrawnRow[]
  return {
    digest: record['digest'] as string,
    commitment: JSON.parse(record['commitment'] as string) as Commitment,
    opening: {
      frame: frameOf(record['frame'] as readonly UnitRow[]),
      inspectors: inspectorsOf(record['inspectors'] as readonly InspectorRow[]),
      secret: record['secret'] as string,
      seed: record['seed'] as string,
    },
    evidence: { source: record['seedSource'] as string, appeared: record['appeared'] as string, committed: record['committed'] as string, usedBy: [] },
    result: result.map((one) => ({ ...one, chance: Number(one.chance), inspectors: parted(one.inspectors) })),
  }
}

/** Sources that are proved not to have appeared. */
export const missedOf = (record: { readonly seeds?: unknown }): readonly string[] =>
  ((record.seeds ?? []) as readonly SeedRow[]).filter(({ missed }) => missed !== null).map(({ source }) => source)

interface Planned {
  readonly take: readonly { readonly stratum: string; readonly take: number }[]
  readonly reserve: number
  readonly inspectorsEach: number
  readonly visitsAtMost: number | null
  readonly seeds: readonly Pick<SeedRow, 'source' | 'at'>[]
  readonly waitHours: number
}

/** The plan of a draw from the answers of the commitment. */
export function planOf(answers: Planned): DrawPlan {
  return {
    algorithm,
    take: Object.fromEntries(answers.take.map(({ stratum, take }) => [stratum, take])),
    reserve: answers.reserve,
    inspectorsEach: answers.inspectorsEach,
    visitsAtMost: answers.visitsAtMost,
    seeds: answers.seeds.map(({ source, at }) => ({ source, at })),
    waitHours: answers.waitHours,
  }
}
