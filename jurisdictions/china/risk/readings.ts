// Which readings are a hazard, as dated data: heavy pollution of the air for days, and a city that drifts away from the others.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const air = { measure: 'air.aqi', also: ['air.hours.aqi'], by: 'city', area: 'city', productClass: 'ambientAir', hazard: 'chemical', product: '环境空气' } as const

const heavy = { name: 'heavy-pollution', title: words('重污染过程', 'Heavy pollution'), ...air } as const
const drift = { name: 'drift', title: words('持续偏离', 'Lasting drift'), ...air, drift: { leastDays: 4, leastOthers: 3 } } as const

export const readingHazards = {
  name: 'risk.readings',
  title: words('构成风险信号的监测读数', 'Readings that are a signal of risk'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      to: '2024-01-11',
      basis: cite('hj-633-2012'),
      mark: 'U',
      note: words(
        '五级（重度污染）的界限出自 HJ 633；连续两天取自重污染天气预警分级，文本未见到；近 30 天和偏离的条件由本平台设计',
        'The line of level five is that of HJ 633; two days on end are those of the grades of heavy pollution warnings, whose text was not seen; the 30 days and what is called a drift are this platform’s design',
      ),
      value: { recentDays: 30, watches: [{ ...heavy, lines: [{ beyond: '200', days: 2 }] }, drift] },
    },
    {
      from: '2024-01-12',
      basis: cite('hj-633-2012'),
      mark: 'U',
      note: words(
        '界限取自 2024 年优化重污染天气应对机制的指导意见中黄色预警的条件，凭记忆，文本和日期均未核实；其余同前',
        'The lines are those of a yellow warning in the guidance of 2024 on heavy pollution, from memory: neither its text nor its day was verified; the rest as before',
      ),
      value: { recentDays: 30, watches: [{ ...heavy, lines: [{ beyond: '200', days: 1 }, { beyond: '150', days: 2 }] }, drift] },
    },
  ],
} as const satisfies ParameterData
