// What the indicators take from supervision: rates by frame with their interval, what risk-directed plans found, visits.
import type { Computed, Part } from '../../../kernel/measure.ts'
import { cite } from '../../../kernel/citation.ts'
import { normalQuantile } from '../../../kernel/distribution.ts'
import type { Filter } from '../../../kernel/filter.ts'
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { frameFault, type Frame } from './pass-rate.ts'
import { equipmentRule } from './rules.ts'

const basis = cite('product-quality-law', '24')
const editions = [{ name: '抽查合格率（按入样概率加权）2016', from: '2011-02-01', basis }]
/** Samples that chance chose and that have a final verdict; follow-ups and clues estimate nothing. */
const judged: Filter = { all: [{ field: 'how', is: 'drawn' }, { field: 'final', in: ['meets', 'fails'] }] }
const counted = { source: { register: 'sample', on: 'confirmed' }, period: 'year', editions, basis, origin: 'computed' } as const

type Sums = Readonly<Record<'weight' | 'good' | 'spread' | 'goodSpread', number>>

/** Hájek’s estimate from its four sums: the same as `reweightedRate` from the single samples. */
export function estimated({ weight, good, spread, goodSpread }: Sums, n: number): Computed {
  if (n < 2 || weight <= 0) return { value: null, why: words('样本不足两个，不能推断', 'Fewer than two samples estimate nothing') }
  const rate = good / weight
  const squares = goodSpread * (1 - rate) ** 2 + (spread - goodSpread) * rate ** 2
  const reach = normalQuantile(0.975) * Math.sqrt(((n / (n - 1)) * squares) / (weight * weight))
  const percent = (share: number): string => (100 * Math.min(1, Math.max(0, share))).toFixed(2)
  return { value: percent(rate), low: percent(rate - reach), high: percent(rate + reach) }
}

const noPopulation = words('风险导向的抽样只说明计划发现了什么，不能推断总体；见不合格发现率', 'A risk-directed plan tells what it found and estimates no population: see the rate of discovery')

type Parts = Readonly<Record<string, Part>>
const sumNames = { weight: 'expansion', good: 'goodExpansion', spread: 'spread', goodSpread: 'goodSpread' } as const

function fromSums(parts: Parts, by: string): Computed {
  const of = (name: keyof typeof sumNames): number => Number(parts[`supervision.${sumNames[name]}${by}`]?.value ?? 0)
  const n = parts[`supervision.expansion${by}`]?.n ?? 0
  return estimated({ weight: of('weight'), good: of('good'), spread: of('spread'), goodSpread: of('goodSpread') }, n)
}

const sumTitles = {
  expansion: words('扩展权之和', 'Sum of weights'),
  goodExpansion: words('合格样品扩展权之和', 'Sum of weights of conforming samples'),
  spread: words('方差项之和', 'Sum of terms of variance'),
  goodSpread: words('合格样品方差项之和', 'Sum of terms of variance of conforming samples'),
} as const

const sums = (by: string, dimensions: readonly string[]) =>
  (Object.keys(sumTitles) as (keyof typeof sumTitles)[]).map((field) =>
    measure(`supervision.${field}${by}`, {
      ...counted,
      dimensions,
      title: sumTitles[field],
      unit: '户',
      places: 9,
      better: 'neither',
      calculation: { kind: 'sum', field, where: judged },
    }),
  )

const shares = (['random', 'statistical', 'risk-directed'] as const).map((frame) =>
  measure(`supervision.share-${frame}`, {
    ...counted,
    dimensions: ['area'],
    title: words(`样本中来自抽样框“${frame}”的占比`, `Share of samples from the frame “${frame}”`),
    unit: '%',
    places: 4,
    better: 'neither',
    calculation: { kind: 'rate', part: { field: 'frame', is: frame }, of: judged },
  }),
)

/** One rate for all samples of a place: refused as soon as they come from unlike frames. */
export function oneRate(parts: Parts): Computed {
  const frames = (['random', 'statistical', 'risk-directed'] as const).filter((frame) => Number(parts[`supervision.share-${frame}`]?.value ?? 0) > 0)
  const fault = frameFault(frames satisfies readonly Frame[])
  if (fault) return { value: null, why: fault }
  return frames[0] === 'risk-directed' ? { value: null, why: noPopulation } : fromSums(parts, '')
}

export const supervisionMeasures = [
  ...sums('', ['area']),
  ...sums('-by-frame', ['area', 'frame']),
  ...shares,
  measure('supervision.pass-rate', {
    ...counted,
    source: { measure: 'supervision.expansion' },
    dimensions: ['area'],
    title: words('抽查合格率', 'Rate of conforming samples'),
    unit: '%',
    places: 2,
    better: 'higher',
    frame: 'drawn by chance, one frame only',
    calculation: { kind: 'index', of: [...sums('', ['area']), ...shares].map(({ name }) => name), combine: oneRate },
  }),
  measure('supervision.pass-rate-by-frame', {
    ...counted,
    source: { measure: 'supervision.expansion-by-frame' },
    dimensions: ['area', 'frame'],
    title: words('抽查合格率（按抽样框）', 'Rate of conforming samples by frame'),
    unit: '%',
    places: 2,
    better: 'higher',
    frame: 'drawn by chance, each frame by itself',
    calculation: {
      kind: 'index',
      of: sums('-by-frame', []).map(({ name }) => name),
      combine: (parts, cell) => (cell.dimensions['frame'] === 'risk-directed' ? { value: null, why: noPopulation } : fromSums(parts, '-by-frame')),
    },
  }),
  measure('supervision.discovery-rate', {
    ...counted,
    dimensions: ['area'],
    title: words('不合格发现率', 'Rate of discovery'),
    unit: '%',
    places: 2,
    better: 'neither',
    frame: 'risk-directed samples',
    calculation: {
      kind: 'rate',
      part: { field: 'final', is: 'fails' },
      of: { all: [{ field: 'frame', is: 'risk-directed' }, { field: 'final', in: ['meets', 'fails'] }] },
    },
  }),
  measure('supervision.visits', {
    ...counted,
    source: { register: 'inspection', on: 'on' },
    dimensions: ['area', 'kind'],
    title: words('现场检查户次', 'Visits'),
    unit: '户次',
    places: 0,
    better: 'neither',
    calculation: { kind: 'count' },
  }),
  measure('supervision.equipment-accidents', {
    ...counted,
    source: { register: 'equipment-accident', on: 'happenedOn' },
    editions: [{ name: '按监察条例分级', from: '2009-05-01', basis: equipmentRule('61') }],
    basis: equipmentRule('61'),
    dimensions: ['area', 'level'],
    title: words('特种设备事故起数（已批复）', 'Accidents of special equipment, inquiry approved'),
    unit: '起',
    places: 0,
    better: 'lower',
    calculation: { kind: 'count', where: { not: { field: 'approved', is: null } } },
  }),
]
