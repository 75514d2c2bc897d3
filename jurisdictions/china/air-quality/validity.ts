// When an average of air readings counts, as dated data (GB 3095, table 4).
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const note = words(
  '臭氧日最大 8 小时平均的时段与 14 个有效值、城市站点 75% 的要求待核实',
  'The hours and the 14 valid values of the greatest 8-hour ozone mean, and the share of 75 % of a city’s stations, are unverified',
)

const value = {
  minutesOfHour: 45,
  hoursOfDay: 20,
  hoursOfEight: 6,
  // The 8-hour means of a day end at 8, 9 … 24 o'clock, so that none reaches into the day before.
  eightHourMeans: { firstEndsAt: 8, lastEndsAt: 24, needed: 14 },
  daysOfYear: 324,
  daysOfMonth: 27,
  daysOfFebruary: 25,
  stationsOfCity: '0.75',
} as const

export const validity = {
  name: 'environment.validity',
  title: words('污染物浓度数据有效性的最低要求', 'Least data for a valid average'),
  kind: 'table',
  versions: [
    { from: '2013-01-01', to: '2026-02-28', basis: cite('gb-3095-2012'), mark: 'U', note, value },
    { from: '2026-03-01', basis: cite('gb-3095-2026'), mark: 'W', note, value },
  ],
} as const satisfies ParameterData
