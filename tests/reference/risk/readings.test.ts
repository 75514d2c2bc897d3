// The watch over readings on two years of real air in Hebei: how many episodes it would have told of, how often it errs, how late it is.
import { describe, expect, it } from 'vitest'
import { aqi } from '../../../jurisdictions/china/air-quality/aqi.ts'
import { screening } from '../../../jurisdictions/china/air-quality/screening.ts'
import { readingHazards } from '../../../jurisdictions/china/risk/readings.ts'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { addDays, daysBetween } from '../../../kernel/day.ts'
import { house } from '../../../kernel/house.ts'
import { Parameters } from '../../../kernel/parameter.ts'
import { airQualityIndex } from '../../../systems/domains/environment/aqi.ts'
import { indexItemsOfDay } from '../../../systems/domains/environment/pollutant.ts'
import { screenDay } from '../../../systems/domains/environment/screening.ts'
import { deviation } from '../../../systems/oversight/risk/charts.ts'
import { episodesOf, type PlaceDay, type ReadingWatch } from '../../../systems/oversight/risk/readings.ts'
import type { AlarmRules } from '../../../systems/oversight/risk/watch.ts'
import { systems } from '../../../systems/index.ts'
import { cityDays, hebeiCities } from '../environment/air-files.ts'

const parameters = new Parameters(hebei.parameters)
const rules = { watch: parameters.at('risk.watch', '2015-01-01').value, charts: parameters.at('risk.charts', '2016-01-01').value } as Pick<AlarmRules, 'watch' | 'charts'>
const [heavy, drift] = readingHazards.versions[0].value.watches as readonly [ReadingWatch, ReadingWatch]
const days: readonly PlaceDay[] = ['daily-74cities-2013-12_2014-12.csv.gz', 'daily-hebei-2015.csv.gz']
  .flatMap(cityDays)
  .filter(({ city }) => (hebeiCities as readonly string[]).includes(city))
  .map(({ city, day, values }) => {
    const usable = screenDay(screening.versions[0].value['city-day'], values).usable
    const { aqi: index } = airQualityIndex(aqi.versions[0].value, 'daily', indexItemsOfDay(usable))
    return { place: city, on: day, value: index === null ? null : String(index), edition: 'HJ 633-2012' }
  })

/** A fixed order of chance, so that the numbers can be held. */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
}

describe('the rules of readings', () => {
  const declared = house(systems)
  const { fields } = declared.procedureOf('signal').of
  it.each(readingHazards.versions.flatMap(({ from, value }) => value.watches.map((watch) => [from, watch.name, watch as ReadingWatch] as const)))(
    'from %s %s: a measure by days of the house, dimensions that it has, a class and a hazard of signals, and a line or a drift',
    (_from, _name, watch) => {
      const { better } = declared.measures.get(watch.measure)!
      for (const name of [watch.measure, ...watch.also!])
        expect(declared.measures.get(name)).toMatchObject({ better, period: 'day', dimensions: expect.arrayContaining([watch.by, watch.area]) })
      expect(fields['productClass']!.choices).toHaveProperty(watch.productClass)
      expect(fields['hazard']!.choices).toHaveProperty(watch.hazard)
      expect(watch.lines ?? watch.drift).toBeDefined()
    },
  )
})

describe('what two streams say of one place', () => {
  /** Six places for a hundred weeks; one of them is twice the others for four weeks on end, in one stream a week sooner. */
  const weeks = (from: number, measure?: string): readonly PlaceDay[] => {
    const random = seeded(7)
    return Array.from({ length: 700 }, (_, n) => n).flatMap((n) =>
      ['A', 'B', 'C', 'D', 'E', 'F'].map((place) => {
        const apart = place === 'A' && n >= from && n < from + 28 ? 2 : 1
        return { place, on: addDays('2024-01-01', n), value: String(100 * apart * (0.9 + 0.2 * random())), edition: 'HJ 633-2012', ...(measure ? { measure } : {}) }
      }),
    )
  }
  const told = (days: readonly PlaceDay[]) => episodesOf(days, drift, true, rules).filter(({ place }) => place === 'A')
  it('a drift that both see is one, as long as both together, and each week says of which stream it is', () => {
    const [late, soon] = [told(weeks(630)), told(weeks(623, 'hours'))]
    expect([late.length, soon.length]).toEqual([1, 1])
    const both = told([...weeks(630), ...weeks(623, 'hours')])
    expect(both).toHaveLength(1)
    expect([both[0]!.from, both[0]!.to]).toEqual([soon[0]!.from, [late[0]!.to, soon[0]!.to].sort().at(-1)])
    expect(new Set(both[0]!.readings.map(({ measure }) => measure))).toEqual(new Set(['hours', undefined]))
    expect(both[0]!.arithmetic).toEqual(soon[0]!.arithmetic)
  })
  it('of lines the worse figure of a day counts, also where one stream has none', () => {
    const on = (day: number, value: string | null, measure?: string): PlaceDay => ({ place: 'A', on: `2026-05-0${day}`, value, edition: 'HJ 633-2012', ...(measure ? { measure } : {}) })
    const days = [on(1, null), on(1, '210', 'hours'), on(2, '220'), on(2, '190', 'hours'), on(3, '250'), on(3, null, 'hours'), on(4, null), on(4, null, 'hours')]
    const [one] = episodesOf(days, { ...heavy, lines: [{ beyond: '200', days: 2 }] }, true, rules)
    expect(one!.readings.map(({ on: day, value, measure }) => [day, value, measure])).toEqual([['2026-05-01', '210', 'hours'], ['2026-05-02', '220', undefined], ['2026-05-03', '250', undefined]])
  })
})

describe('what any stream may say of itself', () => {
  const on = (day: number, value: string | null, place = 'S1'): PlaceDay => ({ place, on: `2026-05-0${day}`, value, edition: 'GB 3838-2002' })
  it('where less is worse the line lies below, the worst day is the least, and a day without a figure ends a run', () => {
    const days = [on(1, '2.9'), on(2, '2.1'), on(3, null), on(4, '2.8'), on(5, '3.0'), on(1, '2.0', 'S2'), on(2, '6', 'S2')]
    const found = episodesOf(days, { ...heavy, lines: [{ beyond: '3', days: 2 }] }, false, rules)
    expect(found.map(({ place, from, to }) => [place, from, to])).toEqual([['S1', '2026-05-01', '2026-05-02']])
    expect(found[0]!.arithmetic.map(({ symbol, zh, value }) => `${symbol} ${zh} ${value}`)).toEqual([
      'L1 界限（低于） 3', 'n1 须连续的天数 2', 'N1 实际连续的天数 2', 'min 最重一日 2.1',
    ])
  })
  it('any one of several lines is enough, and each says how long it was held', () => {
    const days = [on(1, '160'), on(2, '170'), on(3, '90'), on(4, '210'), on(6, '160')]
    const found = episodesOf(days, { ...heavy, lines: [{ beyond: '200', days: 1 }, { beyond: '150', days: 2 }] }, true, rules)
    expect(found.map(({ from, to }) => [from, to])).toEqual([['2026-05-01', '2026-05-02'], ['2026-05-04', '2026-05-04']])
    expect(found[0]!.arithmetic.filter(({ symbol }) => symbol.startsWith('N')).map(({ value }) => value)).toEqual(['0', '2'])
  })
})

describe('two years of the eleven cities', () => {
  it('heavy pollution: fifteen episodes of a city in 2014, nine in 2015', () => {
    const found = episodesOf(days, heavy, true, rules)
    const of = (year: string) => found.filter(({ from }) => from.startsWith(year)).length
    expect([of('2014'), of('2015')]).toEqual([171, 101])
  })
  it('drift: four episodes of three cities, among them Baoding in the winter in which it was the worst of the country', () => {
    const found = episodesOf(days, drift, true, rules)
    expect(found.map(({ place, from, to }) => `${place} ${from} ${to}`)).toEqual([
      '保定 2014-12-08 2015-02-01', '廊坊 2015-11-23 2015-11-29', '张家口 2015-05-18 2015-05-24', '张家口 2015-06-29 2015-07-19',
    ])
    for (const { arithmetic } of found) {
      const term = (symbol: string) => Number(arithmetic.find((one) => one.symbol === symbol)!.value)
      expect(term('CUSUM C')).toBeGreaterThan(term('CUSUM h'))
      expect(term('EWMA Z')).toBeGreaterThan(term('EWMA UCL'))
    }
  })
})

describe('drift, on the real weeks of each city in an order of chance', () => {
  const random = seeded(7)
  const start = '2013-12-02'
  const cities = [...new Set(days.map(({ place }) => place))]
  /** ln of a city over the mean of the others, week by week. */
  const weeksOf = (city: string): number[] => {
    const logs = new Map<string, { own: number; others: number[] }>()
    for (const { place, on, value } of days) {
      if (value === null) continue
      const day = logs.get(on) ?? { own: NaN, others: [] }
      if (place === city) day.own = Math.log(Number(value))
      else day.others.push(Math.log(Number(value)))
      logs.set(on, day)
    }
    const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
    const apart = [...logs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { own, others }]) => own - mean(others)).filter((x) => !Number.isNaN(x))
    return Array.from({ length: Math.floor(apart.length / 7) }, (_, at) => mean(apart.slice(7 * at, 7 * at + 7)))
  }
  const shuffled = (values: readonly number[]): number[] =>
    values.map((value) => ({ value, order: random() })).sort((a, b) => a.order - b.order).map(({ value }) => value)
  const series = cities.flatMap((city) => {
    const weeks = weeksOf(city)
    return Array.from({ length: 16 }, () => shuffled(weeks))
  })
  /** Days of one place as these weeks say, beside three places that never change. */
  const daysOf = (weeks: readonly number[]): readonly PlaceDay[] =>
    weeks.flatMap((apart, week) =>
      Array.from({ length: 7 }, (_, n) => addDays(start, 7 * week + n)).flatMap((on) =>
        ['here', 'a', 'b', 'c'].map((place) => ({ place, on, value: String(place === 'here' ? 100 * Math.exp(apart) : 100), edition: '' })),
      ),
    )
  const told = (weeks: readonly number[]) => episodesOf(daysOf(weeks), drift, true, rules).filter(({ place }) => place === 'here')

  it('errs in less than one of a thousand weeks', () => {
    const alarms = series.flatMap((weeks) => told(weeks).flatMap(({ readings }) => readings)).length
    // The charts speak when they know three quarters of their 52 weeks, and four weeks lie between.
    const judged = series.reduce((sum, weeks) => sum + weeks.length - 42, 0)
    expect(Number(((100 * alarms) / judged).toFixed(2))).toBe(0.07)
  })
  it('tells of a shift of two standard deviations after four and a half weeks, where at all, of three after two and a half', () => {
    const after = (size: number) => {
      const found = series.map((weeks) => {
        const sigma = deviation(weeks)
        const last = told(weeks.map((x, at) => (at >= 80 ? x + size * sigma : x)))
        const first = last.find(({ to }) => to >= addDays(start, 7 * 80))
        return first ? daysBetween(addDays(start, 7 * 79), first.from) / 7 : null
      })
      const known = found.filter((x) => x !== null)
      return [(known.reduce((sum, x) => sum + x, 0) / known.length).toFixed(1), found.length - known.length, found.length]
    }
    expect([after(2), after(3)]).toEqual([['4.5', 5, 176], ['2.5', 0, 176]])
  })
})
