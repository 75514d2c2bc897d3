// The limits of GB 3095 as dated data: the 2012 edition, and the transition and final limits of the 2026 edition.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

// Limits that no edition has changed since 2012; pairs are class 1 and class 2, in µg/m³ and for CO in mg/m³.
const unchanged = {
  co: { '24h': ['4', '4'], '1h': ['10', '10'] },
  o3: { '8h': ['100', '160'], '1h': ['160', '200'] },
  tsp: { year: ['80', '200'], '24h': ['120', '300'] },
  lead: { year: ['0.5', '0.5'], quarter: ['1', '1'] },
  benzopyrene: { year: ['0.001', '0.001'], '24h': ['0.0025', '0.0025'] },
} as const

const gasesUntil2030 = {
  so2: { year: ['20', '60'], '24h': ['50', '150'], '1h': ['150', '500'] },
  no2: { year: ['40', '40'], '24h': ['80', '80'], '1h': ['200', '200'] },
  nox: { year: ['50', '50'], '24h': ['100', '100'], '1h': ['250', '250'] },
} as const

export const limits = {
  name: 'environment.limits',
  title: words('环境空气污染物浓度限值', 'Limits of pollutants in the air'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      to: '2026-02-28',
      basis: cite('gb-3095-2012'),
      mark: 'W',
      note: words(
        '全国自 2016-01-01 起施行，74 城市自 2013 年起先行，先行日期待核实',
        'In force nationwide from 2016-01-01 and in the 74 cities from 2013: that earlier day is unverified',
      ),
      value: {
        edition: 'GB 3095-2012',
        stage: 'whole',
        limits: {
          ...unchanged,
          ...gasesUntil2030,
          pm10: { year: ['40', '70'], '24h': ['50', '150'] },
          pm25: { year: ['15', '35'], '24h': ['35', '75'] },
        },
      },
    },
    {
      from: '2026-03-01',
      to: '2030-12-31',
      basis: cite('gb-3095-2026'),
      mark: 'V',
      value: {
        edition: 'GB 3095-2026',
        stage: 'transition',
        limits: {
          ...unchanged,
          ...gasesUntil2030,
          pm10: { year: ['40', '60'], '24h': ['50', '120'] },
          pm25: { year: ['15', '30'], '24h': ['35', '60'] },
        },
      },
    },
    {
      from: '2031-01-01',
      basis: cite('gb-3095-2026'),
      mark: 'V',
      value: {
        edition: 'GB 3095-2026',
        stage: 'final',
        limits: {
          ...unchanged,
          so2: { year: ['20', '20'], '24h': ['50', '50'], '1h': ['150', '150'] },
          no2: { year: ['30', '30'], '24h': ['50', '50'], '1h': ['200', '200'] },
          nox: { year: ['40', '40'], '24h': ['70', '70'], '1h': ['250', '250'] },
          pm10: { year: ['20', '50'], '24h': ['50', '100'] },
          pm25: { year: ['10', '25'], '24h': ['25', '50'] },
        },
      },
    },
  ],
} as const satisfies ParameterData
