// The ranking of 74 cities in 2014, computed from the daily readings, beside the order that was published.
import { describe, expect, it } from 'vitest'
import { compositeIndexMethod } from '../../../jurisdictions/china/air-quality/composite-index.ts'
import { screening } from '../../../jurisdictions/china/air-quality/screening.ts'
import { validity } from '../../../jurisdictions/china/air-quality/validity.ts'
import { meanOfFractions, roundFraction, type Fraction } from '../../../kernel/fraction.ts'
import { cityIndex, improvement, rankCities } from '../../../systems/domains/environment/composite-index.ts'
import { compareRankings, readPublishedRanking, type PublishedRanking } from '../../../systems/domains/environment/ranking-comparison.ts'
import { screenDay } from '../../../systems/domains/environment/screening.ts'
import { airFile, byCity, cityDays, hebeiCities, type CityDay } from './air-files.ts'

const method = compositeIndexMethod.versions[0].value
const rules = validity.versions[0].value
const dayRules = screening.versions[0].value['city-day']

const screened = (days: readonly CityDay[]): readonly CityDay[] =>
  days.map((day) => ({ ...day, values: screenDay(dayRules, day.values).usable }))
const days2014 = cityDays('daily-74cities-2013-12_2014-12.csv.gz')
const indexed = [...byCity(screened(days2014))].map(([city, days]) => cityIndex({ city, days }, '2014', method, rules))
const ranking = rankCities(indexed)
const unscreened = rankCities([...byCity(days2014)].map(([city, days]) => cityIndex({ city, days }, '2014', method, rules)))

const published = airFile('published-rankings.csv').map((row) => readPublishedRanking(row as never) as PublishedRanking)
const publishedOf = (period: string, scope: string, from: 'best' | 'worst') =>
  published.find((each) => each.period === period && each.scope === scope && each.from === from) as PublishedRanking

describe('the ranking of 2014', () => {
  it('ranks all 74 cities', () => {
    expect(ranking).toHaveLength(74)
    expect(ranking.every((each) => each.rank !== null && each.parts.length === 6)).toBe(true)
  })
  it('has the published set of the ten worst, whether readings are screened or not', () => {
    const worst = publishedOf('2014', '74 城市', 'worst')
    for (const each of [ranking, unscreened]) {
      expect(compareRankings(each, worst)).toMatchObject({ sameSet: true, onlyPublished: [], onlyComputed: [], length: 10 })
      expect(compareRankings(each, worst).inBoth).toHaveLength(10)
    }
  })
  it('explains each difference of order among the ten worst by the gap of the indices', () => {
    const { differences } = compareRankings(ranking, publishedOf('2014', '74 城市', 'worst'))
    expect(differences).toMatchObject([
      { city: '保定', published: 1, computed: 2, inItsPlace: '邢台', gap: '0.01', reason: 'within-rounding' },
      { city: '邢台', published: 2, computed: 1, inItsPlace: '保定', gap: '0.01', reason: 'within-rounding' },
      { city: '郑州', published: 9, computed: 10, inItsPlace: '天津', gap: '0.33', reason: 'other-data' },
      { city: '天津', published: 10, computed: 9, inItsPlace: '郑州', gap: '0.33', reason: 'other-data' },
    ])
  })
  it('agrees in nine of the ten best: 贵阳 stands where 中山 was published', () => {
    const comparison = compareRankings(ranking, publishedOf('2014', '74 城市', 'best'))
    expect(comparison.inBoth).toHaveLength(9)
    expect([comparison.onlyPublished, comparison.onlyComputed]).toEqual([['中山'], ['贵阳']])
    expect(comparison.differences.every((each) => each.gap !== null && each.words.zh.includes(each.gap))).toBe(true)
  })
  it('calls a city’s index a trial value when doubted readings leave it too few days', () => {
    expect(indexed.filter((each) => each.kind === 'trial').map((each) => each.city).sort()).toEqual(['武汉', '衢州', '金华', '长沙'].sort())
    expect(indexed.find((each) => each.city === '长沙')?.reasons.map((each) => each.zh)).toContain('2014-01 有效日均值 22 个，少于规定的 27 个')
  })
  it('puts seven cities of Hebei among the ten worst and names PM2.5 or PM10 as what weighs most', () => {
    const worst = ranking.slice(-10)
    expect(worst.filter((each) => (hebeiCities as readonly string[]).includes(each.city))).toHaveLength(7)
    expect(new Set(worst.map((each) => each.largest))).toEqual(new Set(['pm25']))
  })
  it('can be made for a month as for a year', () => {
    const january = rankCities([...byCity(screened(days2014))].map(([city, days]) => cityIndex({ city, days }, '2014-01', method, rules)))
    expect(january).toHaveLength(74)
    expect(january.slice(-3).map((each) => each.city).sort()).toEqual(['石家庄', '邢台', '保定'].sort())
  })
  it('within Hebei is compared with the bulletin on the bulletin’s own basis', () => {
    const own = rankCities(indexed.filter((each) => (hebeiCities as readonly string[]).includes(each.city)))
    const comparison = compareRankings(own, publishedOf('2014', '河北 11 市', 'best'))
    expect(comparison.sameSet).toBe(true)
    expect(comparison.differences.every((each) => each.reason === 'other-basis')).toBe(true)
  })
})

describe('a published table', () => {
  it('is read with the end from which it counts and what it ranks by', () => {
    expect(published).toHaveLength(8)
    expect(published.map((each) => each?.from)).toEqual(['worst', 'best', 'worst', 'best', 'best', 'best', 'best', 'best'])
    const otherwise = published.filter((each) => each.by !== 'composite-index')
    expect(otherwise.map((each) => [each.period, each.by])).toEqual([['2014', 'bulletin'], ['2018-05', 'pm25']])
    expect(readPublishedRanking({ period: '2014', scope: '', direction: '按笔画', rank_order: '甲;乙', source: '', note: '' })).toBeNull()
  })
})

describe('PM2.5 of the 11 cities of Hebei', () => {
  const meanOfCities = (days: readonly CityDay[], period: string) => {
    const cities = byCity(screened(days))
    const indices = hebeiCities.map((city) => cityIndex({ city, days: cities.get(city) ?? [] }, period, method, rules))
    const means = indices.map((each) => each.parts.find((part) => part.item === 'pm25')?.concentration as Fraction)
    return roundFraction(meanOfFractions(means) as Fraction, 1)
  }
  it('is 93.9 in 2014 and 76.8 in 2015 (published: 95 and 77)', () => {
    expect(meanOfCities(days2014, '2014')).toBe('93.9')
    expect(meanOfCities(cityDays('daily-hebei-2015.csv.gz'), '2015')).toBe('76.8')
  })
})

describe('from 2014 to 2015', () => {
  it('the index of every city of Hebei improved', () => {
    const cities = byCity(screened(cityDays('daily-hebei-2015.csv.gz')))
    const changes = hebeiCities.map((city) => {
      const before = indexed.find((each) => each.city === city)
      const now = cityIndex({ city, days: cities.get(city) ?? [] }, '2015', method, rules)
      return [city, improvement(now.exact, before?.exact ?? null)] as const
    })
    expect(changes.filter(([, change]) => !change?.startsWith('-'))).toEqual([])
  })
})
