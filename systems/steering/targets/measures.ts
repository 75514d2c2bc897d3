// Measures that targets read: values as others published them, and Hebei's cities among the ten worst.
import { cite } from '../../../kernel/citation.ts'
import { measure } from '../../../kernel/measure.ts'
import { compareDecimals } from '../../../kernel/rounding.ts'
import { words } from '../../../kernel/words.ts'

const always = [{ name: '原样', from: '2000-01-01', basis: cite('hebei-2016-33', '4.7') }]

export const publishedValue = measure('published.value', {
  title: words('他方发布的数值', 'Value as others published it'),
  unit: '见指标',
  places: 6,
  better: 'neither',
  source: { register: 'published-figure', on: 'year' },
  dimensions: ['indicator', 'region'],
  period: 'year',
  calculation: {
    kind: 'as-published',
    field: 'value',
    where: {
      all: [
        { field: 'state', is: 'recorded' },
        { field: 'breakdown', is: null },
      ],
    },
  },
  editions: always,
  basis: cite('hebei-2016-33', '4.7'),
  origin: 'as-published',
})

/** `city=130600|list=key74|province=130000|2014` names its province. */
const inHebei = (cell: string): boolean => cell.split('|').includes('province=130000')

export const lastTen = measure('air.last-ten', {
  title: words('全国排名后 10 位中的河北城市数', 'Cities of Hebei among the last ten of the list'),
  unit: '个',
  places: 0,
  better: 'lower',
  source: { measure: 'air.year.composite' },
  dimensions: ['list'],
  period: 'year',
  basis: cite('hebei-2016-33', '1.2'),
  origin: 'computed',
  editions: [{ name: '74 城市', from: '2013-01-01', to: '2018-06-30', basis: cite('city-air-ranking-rule-2018') }],
  calculation: {
    kind: 'fold',
    fold: (readings) => {
      const known = readings.filter((r) => r.value !== null).sort((a, b) => compareDecimals(b.value as string, a.value as string))
      if (known.length < 70)
        return { value: null, why: words('有综合指数的城市不足，不能排名', 'Too few cities have an index to rank them') }
      const worst = known.slice(0, 10)
      return {
        value: String(worst.filter((r) => inHebei(r.point)).length),
        notes: { cities: known.length, worst: worst.map((r) => r.point) },
      }
    },
  },
})
