// The composite index by which cities are ranked, with its limits and weights, as dated data.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const places = { subIndexPlaces: 3, indexPlaces: 2, changePlaces: 1 } as const

const carbonMonoxide = { item: 'co', statistic: 'percentile', percent: '95', limit: '4', weight: '1' } as const
const ozone = { item: 'o3_8h', statistic: 'percentile', percent: '90', limit: '160', weight: '1' } as const

const limitsFollow = words(
  '2018 年技术规定的公式配以新标准的二级年均限值；新的排名规定未读到，待核实',
  'The formula of the rule of 2018 with the yearly class-2 limits of the new standard; no newer ranking rule was read',
)

export const compositeIndexMethod = {
  name: 'environment.composite-index',
  title: words('环境空气质量综合指数', 'Composite index of the air'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      to: '2026-02-28',
      basis: cite('city-air-ranking-rule-2018'),
      mark: 'W',
      note: words(
        '2018 年技术规定只读到开头，公式由公开的排名说明印证；2013 至 2018 年沿用同一公式',
        'Only the opening of the rule of 2018 was read; the formula is borne out by notes of rankings, and is used for 2013 to 2018 too',
      ),
      value: {
        method: 'unweighted-2012-limits',
        limits: 'GB 3095-2012',
        ...places,
        items: [
          { item: 'so2', statistic: 'mean', limit: '60', weight: '1' },
          { item: 'no2', statistic: 'mean', limit: '40', weight: '1' },
          { item: 'pm10', statistic: 'mean', limit: '70', weight: '1' },
          { item: 'pm25', statistic: 'mean', limit: '35', weight: '1' },
          carbonMonoxide,
          ozone,
        ],
      },
    },
    {
      from: '2026-03-01',
      to: '2030-12-31',
      basis: cite('city-air-ranking-rule-2018'),
      mark: 'U',
      note: limitsFollow,
      value: {
        method: 'unweighted-2026-transition-limits',
        limits: 'GB 3095-2026',
        ...places,
        items: [
          { item: 'so2', statistic: 'mean', limit: '60', weight: '1' },
          { item: 'no2', statistic: 'mean', limit: '40', weight: '1' },
          { item: 'pm10', statistic: 'mean', limit: '60', weight: '1' },
          { item: 'pm25', statistic: 'mean', limit: '30', weight: '1' },
          carbonMonoxide,
          ozone,
        ],
      },
    },
    {
      from: '2031-01-01',
      basis: cite('city-air-ranking-rule-2018'),
      mark: 'U',
      note: limitsFollow,
      value: {
        method: 'unweighted-2026-final-limits',
        limits: 'GB 3095-2026',
        ...places,
        items: [
          { item: 'so2', statistic: 'mean', limit: '20', weight: '1' },
          { item: 'no2', statistic: 'mean', limit: '30', weight: '1' },
          { item: 'pm10', statistic: 'mean', limit: '50', weight: '1' },
          { item: 'pm25', statistic: 'mean', limit: '25', weight: '1' },
          carbonMonoxide,
          ozone,
        ],
      },
    },
  ],
} as const satisfies ParameterData

// Kept beside the rule above, not in its place, until it is known who prescribes it.
export const weightedCompositeIndexMethod = {
  name: 'environment.composite-index-weighted',
  title: words('加权环境空气质量综合指数', 'Weighted composite index of the air'),
  kind: 'table',
  versions: [
    {
      from: '2026-03-01',
      basis: cite('hj-663-2026'),
      mark: 'U',
      note: words(
        '加权形式见于一个省级平台，是否由 HJ 663-2026 或排名通知规定未经核实',
        'The weighted form is used by one provincial platform; whether HJ 663-2026 or a ranking circular prescribes it was not verified',
      ),
      value: {
        method: 'weighted-2026',
        limits: 'GB 3095-2026',
        ...places,
        items: [
          { item: 'so2', statistic: 'mean', limit: '60', weight: '1' },
          { item: 'no2', statistic: 'mean', limit: '40', weight: '2' },
          { item: 'pm10', statistic: 'mean', limit: '60', weight: '1' },
          { item: 'pm25', statistic: 'mean', limit: '30', weight: '3' },
          carbonMonoxide,
          { ...ozone, weight: '2' },
        ],
      },
    },
  ],
} as const satisfies ParameterData
