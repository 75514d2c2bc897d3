// What the indicators take from recalls: how many, how many units, and how many of them came back.
import { Decimal } from 'decimal.js'
import { cite } from '../../../kernel/citation.ts'
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'

const basis = cite('hebei-2016-33', '4.3')
const editions = [{ name: '召回统计 2016', from: '2013-01-01', basis }]
const counted = { source: { register: 'recall', on: 'begun' }, dimensions: ['area'], period: 'year', editions, basis, origin: 'computed' } as const

export const recallMeasures = [
  measure('recall.count', {
    ...counted,
    title: words('召回次数', 'Recalls'),
    unit: '次',
    places: 0,
    better: 'neither',
    calculation: { kind: 'count', where: { not: { field: 'published', is: null } } },
  }),
  measure('recall.affected', {
    ...counted,
    title: words('涉及数量', 'Units affected'),
    unit: '件',
    places: 0,
    better: 'neither',
    calculation: { kind: 'sum', field: 'affected' },
  }),
  measure('recall.returned', {
    ...counted,
    title: words('收回或者补救数量', 'Units returned or remedied'),
    unit: '件',
    places: 0,
    better: 'higher',
    calculation: { kind: 'sum', field: 'returned' },
  }),
  measure('recall.effect', {
    ...counted,
    source: { measure: 'recall.affected' },
    title: words('召回完成率', 'Share of affected units returned or remedied'),
    unit: '%',
    places: 1,
    better: 'higher',
    frame: 'units sold and affected',
    calculation: {
      kind: 'index',
      of: ['recall.affected', 'recall.returned'],
      combine: (parts) => {
        const [affected, returned] = [parts['recall.affected']?.value, parts['recall.returned']?.value]
        if (affected == null || returned == null || Number(affected) === 0)
          return { value: null, why: words('没有涉及数量', 'No units are affected') }
        return { value: new Decimal(returned).div(affected).times(100).toFixed(4) }
      },
    },
  }),
]
