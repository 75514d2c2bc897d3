// environment (環境): the quality of the air from readings of stations to rankings of cities.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { page } from '../../../kernel/page.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { airMeasures } from './measures.ts'
import { airCity, airCityLife, correcting, correction, publishedRanking, rankingLife, station, stationLife } from './stations.ts'
import { airDay, airHour } from './streams.ts'

export { compareRankings, readPublishedRanking, type RankingComparison } from './ranking-comparison.ts'
export { rankCities } from './composite-index.ts'
export { levelOf, type AqiEdition, type AqiLevel } from './aqi.ts'
export { reasons } from './screening.ts'
export { dailyItemTitles, dailyItems, pollutants, type Pollutant } from './pollutant.ts'

export const environment = system('environment', {
  group: 'domains',
  title: words('环境', 'Environment'),
  chapter: '2.5',
  registers: [station, airCity, correction, publishedRanking],
  procedures: [stationLife, airCityLife, correcting, rankingLife],
  streams: [airDay, airHour],
  measures: airMeasures,
  publications: [
    publication('air-stations', {
      title: words('空气监测点位', 'Air stations'),
      of: station,
      states: ['working', 'closed'],
      fields: ['code', 'name', 'city', 'place', 'longitude', 'latitude'],
      basis: cite('open-government-information-regulation', '20'),
    }),
    publication('published-rankings', {
      title: words('他方发布的排名', 'Rankings that others published'),
      of: publishedRanking,
      states: ['recorded'],
      fields: ['period', 'scope', 'direction', 'order', 'source', 'note'],
      basis: cite('hebei-2016-33', '4.7'),
    }),
    publication('reading-corrections', {
      title: words('读数更正', 'Corrections of readings'),
      of: correction,
      states: ['applied'],
      fields: ['stream', 'point', 'item', 'at', 'value', 'why'],
      basis: cite('hebei-2016-33', '4.7'),
    }),
  ],
  checks: [
    check('station-without-place', {
      title: words('点位没有坐标', 'A station without coordinates'),
      of: 'air-station',
      among: { field: 'longitude', is: null },
      severity: 'warning',
      why: words('地图上不显示该点位', 'It is missing on the map'),
      remedy: words('补录经纬度', 'Enter longitude and latitude'),
    }),
  ],
  pages: [page('/air', { title: words('空气质量', 'Air'), face: 'public', menu: true })],
})
