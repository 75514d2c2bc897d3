// How good the alarms are, not how fast: false alarms on real weekly series, and outbreaks laid into them: how many are found, how late.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { chartRules, earsRules, farringtonRules } from '../jurisdictions/china/risk/early-warning.ts'
import type { Series } from '../systems/oversight/risk/alarm.ts'
import { cusumAlarm, deviation } from '../systems/oversight/risk/charts.ts'
import { earsMean, earsSum } from '../systems/oversight/risk/ears.ts'
import { farrington, type FarringtonRules } from '../systems/oversight/risk/farrington.ts'

const file = (path: string): string => readFileSync(new URL(`../tests/${path}`, import.meta.url), 'utf8')
const rows = (path: string): readonly Record<string, string>[] => parse(file(path), { columns: true })

interface Case {
  readonly name: string
  readonly counts: Series
  readonly start: string | null
  /** Weeks judged, and of them those of a known outbreak, which are no false alarms. */
  readonly from: number
  readonly known: (week: number) => boolean
}
const states = (name: string): Case => {
  const series = rows(`reference/risk/series/${name}.csv`)
  const known = (week: number): boolean => series[week]!.outbreak_state === '1'
  return { name, counts: series.map((row) => Number(row.count)), start: null, from: 20, known }
}
const newport: Case = {
  name: 'S. Newport, Germany',
  counts: rows('reference/risk/ref_salmnewport_weekly.csv').map((row) => Number(row.observed)),
  start: '2004-01-05',
  from: 320,
  // The sprout outbreak of autumn 2011.
  known: (week) => week >= 408 && week <= 420,
}
const agonaCounts = (JSON.parse(file('conformance/surveillance/expected.json')) as { readonly counts: readonly number[] }).counts
const agona: Case = { name: 'S. Agona, UK', counts: agonaCounts, start: null, from: 264, known: () => false }

const [improved, ears, charts] = [farringtonRules, earsRules, chartRules].map((rules) => rules.versions[0].value) as [
  FarringtonRules, (typeof earsRules.versions)[0]['value'], (typeof chartRules.versions)[0]['value'],
]
const classic: FarringtonRules = {
  ...improved, twoSided: true, downweightAbove: 1, trendBelow: 0.05, seasons: 1, leaveOut: 3, line: 'two-thirds-power',
}

/** CUSUM against mean and spread of the year before, ended by an alarm. */
function cusumOf(counts: Series, at: number): boolean | null {
  const year = counts.slice(at - 56, at - 4).filter((x) => x !== null)
  if (at < 56 || year.length < 40) return null
  const sigma = deviation(year)
  const mean = year.reduce((sum, x) => sum + x, 0) / year.length
  return sigma === 0 ? null : (cusumAlarm(counts.slice(at - 3, at + 1), mean, sigma, charts.cusum)?.alarm ?? null)
}

type Method = (of: Case, counts: Series, at: number) => boolean | null
const methods: Readonly<Record<string, Method>> = {
  'Farrington 1996': (of, counts, at) => farrington(counts, at, classic, of.start)?.alarm ?? null,
  'Farrington improved': (of, counts, at) => farrington(counts, at, improved, of.start)?.alarm ?? null,
  'EARS C1': (_, counts, at) => earsMean(counts, at, ears, 'C1')?.alarm ?? null,
  'EARS C2': (_, counts, at) => earsMean(counts, at, ears, 'C2')?.alarm ?? null,
  'EARS C3': (_, counts, at) => earsSum(counts, at, ears)?.alarm ?? null,
  'CUSUM 0.5, 5': (_, counts, at) => cusumOf(counts, at),
}

/** An outbreak as it is reported week by week, for one standard size. */
const shape = [1, 2, 4, 3, 2, 1]

function laidIn(of: Case, method: Method, size: number): string {
  let [tried, foundOnes, delays] = [0, 0, 0]
  for (let begin = of.from; begin + shape.length < of.counts.length; begin += 4) {
    if (shape.some((_, week) => of.known(begin + week))) continue
    const counts = of.counts.map((count, week) => (count ?? 0) + (shape[week - begin] ?? 0) * size)
    const alarms = shape.map((_, week) => method(of, counts, begin + week))
    if (alarms.every((alarm) => alarm === null)) return '–'
    tried += 1
    const first = alarms.indexOf(true)
    if (first < 0) continue
    foundOnes += 1
    delays += first
  }
  return `${Math.round((100 * foundOnes) / tried)} % after ${foundOnes ? (delays / foundOnes).toFixed(1) : '–'} wk`
}

function line(of: Case, name: string, method: Method): string {
  let [judged, judgedKnown, alarms, first] = [0, 0, 0, -1]
  const onset = of.counts.findIndex((_, week) => week >= of.from && of.known(week))
  of.counts.forEach((_, week) => {
    const alarm = week >= of.from ? method(of, of.counts, week) : null
    if (alarm === null) return
    if (alarm && of.known(week) && first < 0) first = week
    if (of.known(week)) {
      judgedKnown += 1
      return
    }
    judged += 1
    if (alarm) alarms += 1
  })
  const rate = judged === 0 ? '–' : `${((100 * alarms) / judged).toFixed(1)} % of ${judged}`
  const known = onset < 0 ? '' : judgedKnown === 0 ? 'known: too early' : first < 0 ? 'known: missed' : `known: after ${first - onset} wk`
  const laid = onset >= 0 && of.counts.length < 300 ? '' : `13 cases ${laidIn(of, method, 1)}, 39 cases ${laidIn(of, method, 3)}`
  return `  ${name.padEnd(20)} false ${rate.padEnd(14)} ${known.padEnd(18)} ${laid}`
}

for (const of of [agona, newport, states('s1'), states('k1')])
  process.stdout.write(`${of.name}\n${Object.entries(methods).map(([name, method]) => line(of, name, method)).join('\n')}\n\n`)
