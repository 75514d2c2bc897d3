// The two editions of the air quality index as dated data: HJ 633-2012, and HJ 633-2026 from 2026-03-01.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const levels = [
  { grade: 1, upTo: 50, title: words('优', 'Excellent'), colour: '#00e400' },
  { grade: 2, upTo: 100, title: words('良', 'Good'), colour: '#ffff00' },
  { grade: 3, upTo: 150, title: words('轻度污染', 'Lightly polluted'), colour: '#ff7e00' },
  { grade: 4, upTo: 200, title: words('中度污染', 'Moderately polluted'), colour: '#ff0000' },
  { grade: 5, upTo: 300, title: words('重度污染', 'Heavily polluted'), colour: '#99004c' },
  { grade: 6, upTo: null, title: words('严重污染', 'Severely polluted'), colour: '#7e0023' },
] as const

const indices = [0, 50, 100, 150, 200, 300, 400, 500] as const

const gases = {
  so2_24h: [0, 50, 150, 475, 800, 1600, 2100, 2620],
  so2_1h: [0, 150, 500, 650, 800, null, null, null],
  no2_24h: [0, 40, 80, 180, 280, 565, 750, 940],
  no2_1h: [0, 100, 200, 700, 1200, 2340, 3090, 3840],
  co_24h: [0, 2, 4, 14, 24, 36, 48, 60],
  co_1h: [0, 5, 10, 35, 60, 90, 120, 150],
  o3_1h: [0, 160, 200, 300, 400, 800, 1000, 1200],
  o3_8h: [0, 100, 160, 215, 265, 800, null, null],
} as const

const everyBreakpointReached = {
  so2_24h: 500, no2_24h: 500, no2_1h: 500, co_24h: 500, co_1h: 500, o3_1h: 500,
  pm10_24h: 500, pm10_1h: 500, pm25_24h: 500, pm25_1h: 500,
} as const

const sixOfTheDay = ['so2_24h', 'no2_24h', 'co_24h', 'o3_8h', 'pm10_24h', 'pm25_24h'] as const
const sixOfTheHour = ['so2_1h', 'no2_1h', 'co_1h', 'o3_1h', 'pm10_1h', 'pm25_1h'] as const

const inCommon = { indices, levels, places: { so2: 0, no2: 0, co: 1, o3: 0, pm10: 0, pm25: 0 }, primaryAbove: 50, standardAt: 100 } as const

// The hourly particles use the daily breakpoints: said in the 2026 edition, practice under the 2012 one.
export const aqi = {
  name: 'environment.aqi',
  title: words('空气质量指数分级表', 'Breakpoints of the air quality index'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      to: '2026-02-28',
      basis: cite('hj-633-2012'),
      mark: 'W',
      note: words(
        '分级表已与标准正文核对；全国自 2016-01-01 起施行，74 城市自 2013 年起先行，先行日期和缺项规则待核实',
        'The table was read in the text; in force from 2016, in the 74 cities from 2013: that day and the rule on missing items are unverified',
      ),
      value: {
        edition: 'HJ 633-2012',
        ...inCommon,
        breakpoints: {
          ...gases,
          pm10_24h: [0, 50, 150, 250, 350, 420, 500, 600],
          pm10_1h: [0, 50, 150, 250, 350, 420, 500, 600],
          pm25_24h: [0, 35, 75, 115, 150, 250, 350, 500],
          pm25_1h: [0, 35, 75, 115, 150, 250, 350, 500],
        },
        beyond: { ...everyBreakpointReached, so2_1h: null, o3_8h: null },
        reports: { daily: { needs: sixOfTheDay, beside: ['o3_1h'] }, hourly: { needs: sixOfTheHour, beside: [] } },
      },
    },
    {
      from: '2026-03-01',
      basis: cite('hj-633-2026'),
      mark: 'V',
      value: {
        edition: 'HJ 633-2026',
        ...inCommon,
        breakpoints: {
          ...gases,
          pm10_24h: [0, 50, 120, 250, 350, 420, 500, 600],
          pm10_1h: [0, 50, 120, 250, 350, 420, 500, 600],
          pm25_24h: [0, 35, 60, 115, 150, 250, 350, 500],
          pm25_1h: [0, 35, 60, 115, 150, 250, 350, 500],
        },
        beyond: { ...everyBreakpointReached, so2_1h: 200, o3_8h: 300 },
        reports: { daily: { needs: sixOfTheDay, beside: [] }, hourly: { needs: sixOfTheHour, beside: [] } },
      },
    },
  ],
} as const satisfies ParameterData
