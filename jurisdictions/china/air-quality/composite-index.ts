// The composite index by which cities are ranked, with its limits and weights, as dated data.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const places = { subIndexPlaces: 3, indexPlaces: 2, changePlaces: 1 } as const

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
          { item: 'co', statistic: 'percentile', percent: '95', limit: '4', weight: '1' },
          { item: 'o3_8h', statistic: 'percentile', percent: '90', limit: '160', weight: '1' },
        ],
      },
    },
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
          { item: 'co', statistic: 'percentile', percent: '95', limit: '4', weight: '1' },
          { item: 'o3_8h', statistic: 'percentile', percent: '90', limit: '160', weight: '2' },
        ],
      },
    },
  ],
} as const satisfies ParameterData
