// What the indicators take from cases: how many are decided, how much is fined, how many are annulled.
import { cite } from '../../../kernel/citation.ts'
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('hebei-2016-33', '4.5')
const editions = [{ name: '行政处罚统计 2016', from: '2013-01-01', basis }]
const counted = { source: { register: 'case', on: 'decided' }, dimensions: ['area'], period: 'month', editions, basis, origin: 'computed' } as const

export const enforcementMeasures = [
  measure('enforcement.decisions', { ...counted, title: words('处罚决定', 'Decisions'), unit: '件', places: 0, better: 'neither', calculation: { kind: 'count' } }),
  measure('enforcement.fines', { ...counted, title: words('罚款金额', 'Fines'), unit: '元', places: 2, better: 'neither', calculation: { kind: 'sum', field: 'fine' } }),
  measure('enforcement.annulled-rate', {
    ...counted,
    title: words('处罚撤销率', 'Share of decisions annulled'),
    unit: '%',
    places: 2,
    better: 'lower',
    interval: 'wilson',
    frame: 'penalty decisions',
    calculation: { kind: 'rate', part: { field: 'state', is: 'annulled' } },
  }),
]
