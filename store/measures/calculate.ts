// The value of one gathered cell: exact sums divided and rounded once, percentiles, rates with their interval, folds.
import { divide, roundFraction } from '../../kernel/fraction.ts'
import type { Cell, Computed, Measure, Part } from '../../kernel/measure.ts'
import { percentile } from '../../kernel/percentile.ts'
import { roundHalfEven, trimZeros } from '../../kernel/rounding.ts'
import { wilson } from '../../kernel/interval.ts'
import type { Words } from '../../kernel/words.ts'
import { words } from '../../kernel/words.ts'
import type { Gathered } from './cells.ts'

export type Parameter = (name: string) => unknown

export interface Valued extends Computed {
  readonly n: number
}

const empty: Computed = { value: null, why: words('没有可用的数据', 'There is no usable value') }

const contradicting = words('已发布的数值相互矛盾，不取其一', 'The published values contradict each other; none is chosen')

function rate(gathered: Gathered, measure: Measure): Computed {
  if (gathered.n === 0) return empty
  const value = roundFraction(divide(String(gathered.part * 100), String(gathered.n)), measure.places)
  if (measure.interval !== 'wilson') return { value }
  const { low, high } = wilson(gathered.part, gathered.n)
  return { value, low: roundHalfEven(String(low * 100), measure.places), high: roundHalfEven(String(high * 100), measure.places) }
}

function plain(gathered: Gathered, cell: Cell, measure: Measure, parameter: Parameter): Computed {
  const { calculation, places } = measure
  switch (calculation.kind) {
    case 'count':
      return { value: String(gathered.n) }
    case 'sum':
      return gathered.sum === null ? empty : { value: roundHalfEven(gathered.sum, places) }
    case 'mean':
      return gathered.sum === null || gathered.n === 0 ? empty : { value: roundFraction(divide(gathered.sum, String(gathered.n)), places) }
    case 'as-published':
      return gathered.part > 1 ? { value: null, why: contradicting } : gathered.sum === null ? empty : { value: trimZeros(gathered.sum) }
    case 'percentile': {
      const value = percentile(
        gathered.values.flatMap((v) => (v.value === null ? [] : [v.value])),
        String(calculation.percent),
      )
      return value === null ? empty : { value: roundHalfEven(value, places) }
    }
    case 'rate':
      return rate(gathered, measure)
    case 'fold':
      return calculation.fold(gathered.values, cell, parameter)
    case 'index':
      return empty
  }
}

/** Withholds a value that the measure's own rule of validity does not allow, saying why. */
function judged(computed: Computed, n: number, cell: Cell, rules: { readonly measure: Measure; readonly parameter: Parameter }): Computed {
  const short: Words | null = rules.measure.valid?.(n, cell, rules.parameter) ?? null
  return short === null ? computed : { ...computed, value: null, why: short }
}

export function calculate(gathered: Gathered, measure: Measure, parameter: Parameter): Valued {
  const cell: Cell = { dimensions: gathered.dimensions, period: measure.period, at: gathered.at }
  return { ...judged(plain(gathered, cell, measure, parameter), gathered.n, cell, { measure, parameter }), n: gathered.n }
}

export function combine(parts: Readonly<Record<string, Part>>, cell: Cell, measure: Measure, parameter: Parameter): Valued {
  if (measure.calculation.kind !== 'index') throw new Error(`fault: ${measure.name} is no index`)
  const n = Math.min(...Object.values(parts).map((part) => part.n))
  return { ...judged(measure.calculation.combine(parts, cell, parameter), n, cell, { measure, parameter }), n }
}
