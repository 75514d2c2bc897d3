// What a month's or a year's evaluation of the air looks at, as dated data (HJ 663-2013, and HJ 663-2026 from 2026-03-01).
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

// Each item: a mean against the yearly limit, or a percentile of the days against the limit of the day.
const items = [
  { item: 'so2', statistic: 'mean', against: 'year', places: 0 },
  { item: 'so2', statistic: 'percentile', percent: '98', against: '24h', places: 0 },
  { item: 'no2', statistic: 'mean', against: 'year', places: 0 },
  { item: 'no2', statistic: 'percentile', percent: '98', against: '24h', places: 0 },
  { item: 'pm10', statistic: 'mean', against: 'year', places: 0 },
  { item: 'pm10', statistic: 'percentile', percent: '95', against: '24h', places: 0 },
  { item: 'pm25', statistic: 'mean', against: 'year', places: 0 },
  { item: 'pm25', statistic: 'percentile', percent: '95', against: '24h', places: 0 },
  { item: 'co', statistic: 'percentile', percent: '95', against: '24h', places: 1 },
  { item: 'o3_8h', statistic: 'percentile', percent: '90', against: '8h', places: 0 },
] as const

export const evaluation = {
  name: 'environment.evaluation',
  title: words('环境空气质量评价项目', 'Items of the evaluation of the air'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      to: '2026-02-28',
      basis: cite('hj-663-2013'),
      mark: 'W',
      note: words('修约位数待核实', 'The places of rounding are unverified'),
      value: { edition: 'HJ 663-2013', items, multiplePlaces: 2, ratePlaces: 1 },
    },
    {
      from: '2026-03-01',
      basis: cite('hj-663-2026'),
      mark: 'W',
      note: words(
        '新版要求更细的修约、例外事件和三年滑动平均，正文未读到，此处沿用 2013 版的修约',
        'Finer rounding, exceptional events and a three-year mean are new; the text was not read, so the rounding of 2013 stands',
      ),
      value: { edition: 'HJ 663-2026', items, multiplePlaces: 2, ratePlaces: 1 },
    },
  ],
} as const satisfies ParameterData
