// Registers of the air network: stations, cities whose days are published, corrections of readings, published rankings.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, day, files, instant, quantity, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'

const monitoring = cite('hj-663-2013')
const duties = { monitor: words('监测员', 'Monitor'), corrector: words('数据审核员', 'Data reviewer') }

export const station = register('air-station', {
  title: words('空气监测点位', 'Air stations'),
  headline: 'name',
  placedBy: 'place',
  knownBy: ['code'],
  fields: {
    code: text(words('点位编码', 'Code'), { length: 20 }),
    name: text(words('点位名称', 'Name'), { searched: true }),
    city: text(words('城市', 'City'), { length: 40 }),
    place: area(words('所在地', 'Place')),
    longitude: quantity(words('经度', 'Longitude'), { places: 12, unit: '°', optional: true }),
    latitude: quantity(words('纬度', 'Latitude'), { places: 12, unit: '°', optional: true }),
  },
})

export const airCity = register('air-city', {
  title: words('发布城市', 'Cities whose air is published'),
  headline: 'name',
  knownBy: ['code'],
  fields: {
    code: area(words('城市代码', 'Code')),
    name: text(words('城市', 'Name'), { searched: true }),
    english: text(words('英文名', 'Name in English'), { length: 60, optional: true }),
    list: choice(words('排名范围', 'List'), { key74: words('74 个重点城市', '74 key cities'), other: words('其他城市', 'Other cities') }),
  },
})

const network = (of: typeof station | typeof airCity) =>
  procedure(of as never, {
    duties,
    states: { working: words('在用', 'Working'), closed: words('停用', 'Closed') },
    ends: ['closed'],
    opens: { title: words('登记', 'Enter'), state: 'working', by: 'monitor', basis: monitoring },
    steps: (step) => ({
      close: step({
        title: words('停用', 'Close'),
        from: 'working',
        to: 'closed',
        by: 'monitor',
        basis: monitoring,
        asks: { closedOn: day(words('停用日期', 'Closed on')) },
      }),
    }),
  })

export const stationLife = network(station)
export const airCityLife = network(airCity)

export const correction = register('reading-correction', {
  title: words('读数更正', 'Corrections of readings'),
  number: 'GZ{year}{seq}',
  headline: 'why',
  readBy: ['monitor'],
  fields: {
    stream: choice(words('数据流', 'Stream'), {
      'air-day': words('城市日均', 'City days'),
      'air-hour': words('站点小时', 'Station hours'),
    }),
    point: text(words('点位', 'Point'), { length: 40 }),
    item: text(words('项目', 'Item'), { length: 20 }),
    at: instant(words('时间', 'Moment')),
    value: quantity(words('更正值', 'Corrected value'), { places: 4, optional: true, minimum: '0' }),
    why: text(words('更正理由', 'Why'), { length: 500 }),
    evidence: files(words('依据', 'Evidence'), { optional: true }),
  },
})

export const correcting = procedure(correction, {
  duties,
  states: { proposed: words('待复核', 'Proposed'), applied: words('已更正', 'Applied'), rejected: words('不予更正', 'Rejected') },
  ends: ['applied', 'rejected'],
  opens: { title: words('提出更正', 'Propose'), state: 'proposed', by: ['monitor', 'corrector'], basis: monitoring },
  steps: (step) => ({
    confirm: step({
      title: words('复核更正', 'Confirm'),
      from: 'proposed',
      to: 'applied',
      by: 'corrector',
      notBy: ['open'],
      basis: monitoring,
    }),
    reject: step({
      title: words('不予更正', 'Reject'),
      from: 'proposed',
      to: 'rejected',
      by: 'corrector',
      notBy: ['open'],
      basis: monitoring,
      asks: { grounds: text(words('理由', 'Grounds'), { length: 500 }) },
    }),
  }),
})

export const publishedRanking = register('published-ranking', {
  title: words('他方发布的排名', 'Rankings that others published'),
  headline: 'period',
  knownBy: ['period', 'scope', 'direction'],
  fields: {
    period: text(words('时段', 'Period'), { length: 10 }),
    scope: text(words('范围', 'Scope')),
    direction: text(words('方向', 'Direction')),
    order: text(words('名次', 'Order'), { length: 2000 }),
    source: text(words('来源', 'Source'), { length: 500 }),
    note: text(words('备注', 'Note'), { length: 500, optional: true }),
  },
})

export const rankingLife = procedure(publishedRanking, {
  duties,
  states: { recorded: words('已记录', 'On record'), withdrawn: words('已撤下', 'Withdrawn') },
  ends: ['withdrawn'],
  opens: { title: words('记录', 'Record'), state: 'recorded', by: 'monitor', basis: cite('hebei-2016-33', '4.7') },
  steps: (step) => ({
    withdraw: step({
      title: words('撤下', 'Withdraw'),
      from: 'recorded',
      to: 'withdrawn',
      by: 'monitor',
      basis: cite('hebei-2016-33', '4.7'),
      asks: { why: text(words('理由', 'Why')) },
    }),
  }),
})
