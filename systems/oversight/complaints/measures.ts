// What the indicators take from complaints: how many, how they ended, what was recovered, how people rated it.
import { cite } from '../../../kernel/citation.ts'
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'

const editions = [{ name: '投诉统计口径 2026', from: '2014-03-15', basis: cite('samr-order-121', '40') }]
const shared = {
  source: { register: 'complaint', on: 'received' },
  dimensions: ['area'],
  period: 'month',
  editions,
  basis: cite('hebei-2016-33', '4.6'),
  origin: 'computed',
} as const

export const complaintMeasures = [
  measure('complaints.received', {
    ...shared,
    title: words('收到投诉', 'Complaints received'),
    unit: '件',
    places: 0,
    better: 'neither',
    calculation: { kind: 'count' },
  }),
  measure('complaints.accepted-rate', {
    ...shared,
    title: words('受理率', 'Share accepted'),
    unit: '%',
    places: 1,
    better: 'neither',
    interval: 'wilson',
    frame: 'complaints decided',
    calculation: {
      kind: 'rate',
      part: { not: { field: 'state', is: 'declined' } },
      of: { not: { field: 'state', in: ['received', 'completing'] } },
    },
  }),
  measure('complaints.settled-rate', {
    ...shared,
    title: words('调解成功率', 'Share settled'),
    unit: '%',
    places: 1,
    better: 'higher',
    interval: 'wilson',
    frame: 'complaints mediated to an end',
    calculation: { kind: 'rate', part: { field: 'endGround', is: null }, of: { field: 'state', in: ['closed', 'agreed', 'ended'] } },
  }),
  measure('complaints.recovered', {
    ...shared,
    title: words('挽回损失', 'Sum recovered'),
    unit: '元',
    places: 2,
    better: 'higher',
    calculation: { kind: 'sum', field: 'recovered' },
  }),
]
