// What the indicators take from complaints: how many and of what, how they ended and how soon, what was recovered, how people rated it.
import type { Filter } from '../../../kernel/filter.ts'
import { cite } from '../../../kernel/citation.ts'
import { measure, type Measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { order } from './orders.ts'

const editions = [{ name: '投诉统计口径 2026', from: '2014-03-15', basis: order('40', '34') }]
const common = {
  source: { register: 'complaint', on: 'received' },
  dimensions: ['area'],
  period: 'month',
  editions,
  basis: cite('hebei-2016-33', '4.6'),
  origin: 'computed',
} as const

const is = (field: string, value: string | boolean | null): Filter => ({ field, is: value })
const known = (field: string): Filter => ({ not: is(field, null) })
type Declared = Partial<Measure> & Pick<Measure, 'title' | 'calculation'>

const counted = (name: string, declared: Declared): Measure =>
  measure(name, { ...common, unit: '件', places: 0, better: 'neither', ...declared })
const share = (name: string, declared: Declared & Pick<Measure, 'better'> & { readonly frame: string }): Measure =>
  measure(name, { ...common, unit: '%', places: 1, interval: 'wilson', ...declared })

const mediated: Filter = { field: 'state', in: ['closed', 'agreed', 'ended'] }

export const complaintMeasures = [
  counted('complaints.received', { title: words('收到投诉', 'Complaints received'), calculation: { kind: 'count' } }),
  counted('complaints.by-issue', {
    title: words('按争议类型', 'Complaints by kind of dispute'),
    dimensions: ['area', 'issue'],
    calculation: { kind: 'count' },
  }),
  counted('complaints.by-class', {
    title: words('按商品类别', 'Complaints by class of goods'),
    dimensions: ['area', 'goodsClass'],
    calculation: { kind: 'count', where: known('goodsClass') },
  }),
  counted('complaints.by-channel', {
    title: words('按来源渠道', 'Complaints by channel'),
    dimensions: ['area', 'channel'],
    calculation: { kind: 'count' },
  }),
  share('complaints.accepted-rate', {
    title: words('受理率', 'Share accepted'),
    better: 'neither',
    frame: 'complaints decided',
    calculation: {
      kind: 'rate',
      part: { not: is('state', 'declined') },
      of: { not: { field: 'state', in: ['received', 'completing', 'declining'] } },
    },
  }),
  share('complaints.in-time-rate', {
    title: words('按期受理率', 'Share decided in time'),
    better: 'higher',
    frame: 'complaints whose acceptance was decided',
    calculation: { kind: 'rate', part: is('acceptedInTime', true), of: known('acceptedInTime') },
  }),
  share('complaints.ended-in-time-rate', {
    title: words('按期办结率', 'Share ended in time'),
    better: 'higher',
    frame: 'complaints mediated to an end under a clock',
    calculation: { kind: 'rate', part: is('endedInTime', true), of: known('endedInTime') },
  }),
  share('complaints.settled-rate', {
    title: words('调解成功率', 'Share settled'),
    better: 'higher',
    frame: 'complaints mediated to an end',
    calculation: { kind: 'rate', part: is('endGround', null), of: mediated },
  }),
  share('complaints.performed-rate', {
    title: words('协议履行率', 'Share of agreements performed'),
    better: 'higher',
    frame: 'agreements of which it is known',
    calculation: { kind: 'rate', part: is('performed', true), of: known('performed') },
  }),
  // Closed is not solved: what the complainant says is asked apart, of those who answered.
  share('complaints.solved-rate', {
    title: words('问题解决率', 'Share solved, say the complainants'),
    better: 'higher',
    frame: 'complainants who answered whether it is solved',
    calculation: { kind: 'rate', part: is('solved', true), of: known('solved') },
  }),
  measure('complaints.days', {
    ...common,
    title: words('平均办理天数', 'Mean days to the end'),
    unit: '天',
    places: 1,
    better: 'lower',
    calculation: { kind: 'mean', field: 'took', where: known('took') },
  }),
  measure('complaints.rating', {
    ...common,
    title: words('平均满意度', 'Mean rating'),
    unit: '分',
    places: 2,
    better: 'higher',
    calculation: { kind: 'mean', field: 'rating', where: known('rating') },
  }),
  measure('complaints.recovered', {
    ...common,
    title: words('挽回损失', 'Sum recovered'),
    unit: '元',
    places: 2,
    better: 'higher',
    calculation: { kind: 'sum', field: 'recovered' },
  }),
  counted('reports.received', {
    title: words('收到举报', 'Reports received'),
    source: { register: 'report', on: 'received' },
    calculation: { kind: 'count' },
  }),
  share('reports.filed-rate', {
    title: words('举报立案率', 'Share of reports that became cases'),
    source: { register: 'report', on: 'received' },
    better: 'neither',
    frame: 'reports decided',
    calculation: { kind: 'rate', part: is('decision', 'filed'), of: { field: 'decision', in: ['filed', 'notFiled'] } },
  }),
]
