// Worked cases of the air network's registers.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { airCityLife, correcting, rankingLife, stationLife } from './stations.ts'

const proposed = { stream: 'air-day', point: '130100', item: 'pm25', at: '2014-01-05T00:00:00+08:00', value: '80', why: '仪器校准偏差' }

export const stationCases = cases(stationLife, [
  {
    title: words('点位登记与停用', 'A station is entered and closed'),
    opens: { on: '2026-01-05', step: 'open', by: 'monitor', with: { code: '0000X', name: '虚构点位', city: '石家庄', place: '130100' } },
    acts: [{ on: '2026-02-02', step: 'close', by: 'monitor', with: { closedOn: '2026-02-02' }, then: { state: 'closed' } }],
  },
])
export const airCityCases = cases(airCityLife, [
  {
    title: words('城市登记与停用', 'A city is entered and closed'),
    opens: { on: '2026-01-05', step: 'open', by: 'monitor', with: { code: '130100', name: '石家庄', list: 'key74' } },
    acts: [{ on: '2026-02-02', step: 'close', by: 'monitor', with: { closedOn: '2026-02-02' }, then: { state: 'closed' } }],
  },
])
export const correctionCases = cases(correcting, [
  {
    title: words('更正须由另一人复核', 'A correction is confirmed by another person'),
    opens: { on: '2026-01-05', step: 'open', by: 'monitor', person: 'one', with: proposed },
    acts: [
      { on: '2026-01-06', step: 'confirm', by: 'corrector', person: 'one', refused: 'kernel.two-persons' },
      { on: '2026-01-06', step: 'confirm', by: 'corrector', person: 'two', then: { state: 'applied' } },
    ],
  },
  {
    title: words('没有依据的更正不予采纳', 'A correction without grounds is rejected'),
    opens: { on: '2026-01-05', step: 'open', by: 'monitor', with: proposed },
    acts: [{ on: '2026-01-06', step: 'reject', by: 'corrector', with: { grounds: '没有校准记录' }, then: { state: 'rejected' } }],
  },
])
export const rankingCases = cases(rankingLife, [
  {
    title: words('他方排名记录后可以撤下', 'A published ranking is recorded and may be withdrawn'),
    opens: {
      on: '2026-01-05',
      step: 'open',
      by: 'monitor',
      with: { period: '2025', scope: '虚构', direction: '由好到差', order: '甲;乙', source: '虚构' },
    },
    acts: [{ on: '2026-01-06', step: 'withdraw', by: 'monitor', with: { why: '来源撤稿' }, then: { state: 'withdrawn' } }],
  },
])
