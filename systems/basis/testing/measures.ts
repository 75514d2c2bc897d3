// What the indicators take from laboratories: how much is tested, how much of it conforms, and how long it takes.
import { cite } from '../../../kernel/citation.ts'
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('hebei-2016-33', '3.3')
const editions = [{ name: '检验检测统计 2016', from: '2013-01-01', basis }]
const counted = {
  source: { register: 'test-report', on: 'issued' },
  dimensions: ['productClass'],
  period: 'month',
  editions,
  basis,
  origin: 'computed',
} as const

export const testingMeasures = [
  measure('testing.reports', {
    ...counted,
    title: words('签发报告', 'Reports issued'),
    unit: '份',
    places: 0,
    better: 'neither',
    calculation: { kind: 'count' },
  }),
  measure('testing.withdrawn-rate', {
    ...counted,
    title: words('撤回或更改率', 'Share withdrawn or replaced'),
    unit: '%',
    places: 2,
    better: 'lower',
    interval: 'wilson',
    frame: 'reports issued',
    calculation: { kind: 'rate', part: { field: 'state', in: ['withdrawn', 'replaced'] } },
  }),
]
