// Which air readings cannot be right and which are doubted, as dated data of our own design.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

const missingCodes = ['-9999', '-999', '-99', '9999', '99999'] as const

// Two analysers that pass HJ 653 may each be off by 15 % and 10 µg/m³: then PM2.5 reads up to 1.353 PM10 + 23.5.
const inversion = { slope: '1.353', offset: '23.5', holdsBack: ['pm10'] } as const

const largest = { so2: '5000', no2: '4000', co: '200', o3: '1500', pm10: '10000', pm25: '2000' } as const

export const screening = {
  name: 'environment.screening',
  title: words('监测值审核规则', 'Screening of readings'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      basis: cite('hj-818-2018'),
      mark: 'D',
      note: words(
        '阈值为本平台设计，不是标准规定；倒挂只暂停使用 PM₁₀，以免因存疑而使 PM₂.₅ 显得更低',
        'The thresholds are our own design; an inversion holds back PM₁₀ only, so that a doubt never makes PM₂.₅ look lower',
      ),
      value: {
        'station-hour': {
          missingCodes,
          largest,
          inversion,
          zeroIsDoubted: [],
          stuckHours: { so2: 48, no2: 12, co: 48, o3: 12, pm10: 12, pm25: 12 },
          jump: {
            so2: { by: '200', times: '4' },
            no2: { by: '150', times: '4' },
            co: { by: '5', times: '4' },
            o3: { by: '200', times: '4' },
            pm10: { by: '400', times: '4' },
            pm25: { by: '200', times: '4' },
          },
        },
        'city-day': {
          missingCodes,
          largest,
          inversion,
          zeroIsDoubted: ['so2', 'no2', 'co', 'pm10', 'pm25'],
          stuckHours: {},
          jump: {},
        },
      },
    },
  ],
} as const satisfies ParameterData
