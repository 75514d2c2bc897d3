// Alarms over signals become proposed matters of risk: each keeps its baseline, expectation, line and arithmetic, and decides nothing.
import { dayOf } from '../kernel/day.ts'
import { everything } from '../kernel/filter.ts'
import { anyone } from '../kernel/permission.ts'
import { addDays } from '../kernel/day.ts'
import { act } from '../store/records/gate.ts'
import { countRecords } from '../store/records/list.ts'
import type { Engine } from '../store/engine.ts'
import type { UsedPrior } from '../systems/oversight/risk/ratio-prior.ts'
import { proposes, type Pair } from '../systems/oversight/risk/watch.ts'
import { judgeAll, lastWeek, pairsOf, rulesOn, weekCounts, type Judged, type WeekCount } from '../web/data/signals.ts'
import { namedId } from './load-records.ts'

const written = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(8))) : '∞')
const decimal = (value: number): string => (Number.isFinite(value) ? value.toFixed(4) : '')

/** The hazard told of most in a week: a proposal has one, and whoever takes it up may see otherwise. */
function hazardOf(counts: readonly WeekCount[], { productClass, stream, week }: Judged): string {
  const own = counts.filter((each) => each.productClass === productClass && each.stream === stream && each.week === week)
  return own.toSorted((a, b) => b.count - a.count)[0]?.hazard ?? 'other'
}

function ofSeries(judged: Judged, counts: readonly WeekCount[]): Readonly<Record<string, unknown>> {
  const { productClass, stream, week, start, counts: series, words } = judged
  const told = words.flatMap(({ method, found }) => (found ? [{ method, found }] : []))
  const first = told.find(({ found }) => found.alarm)!.found
  const from = Math.max(0, series.length - 104)
  return {
    raised: 'series',
    week,
    stream,
    productClass,
    hazard: hazardOf(counts, judged),
    observed: decimal(first.observed),
    expected: decimal(first.expected),
    threshold: decimal(first.upper),
    verdicts: told.map(({ method, found }) => ({
      method,
      alarm: found.alarm ? 'yes' : 'no',
      observed: written(found.observed),
      expected: written(found.expected),
      upper: written(found.upper),
    })),
    arithmetic: told.flatMap(({ method, found }) =>
      found.terms.map(({ symbol, words: { zh, en }, value }) => ({ method, symbol, zh, en, value: written(value) })),
    ),
    baseline: series.slice(from).map((count, at) => ({ from: addDays(start, 7 * (from + at)), count })),
    why: `${told.filter(({ found }) => found.alarm).length} 种方法在 ${week} 起的一周同时报警`,
  }
}

const criteria = { PRR: 'prr', ROR: 'ror', IC: 'ic', EBGM: 'ebgm' } as const

const priors = {
  fitted: { zh: '由本省信号估计的先验', en: 'Prior fitted to the signals of the province' },
  fixed: { zh: '已发表的先验，信号不足以估计', en: 'A published prior, the signals being too few to fit one' },
} as const

/** The numbers of a pair, and of the prior by which its ratio was shrunk. */
function arithmeticOf(pair: Pair, { prior, from }: UsedPrior) {
  const own = pair.terms.map(({ symbol, words: { zh, en }, value }) => {
    const method = symbol.startsWith('EB') ? 'ebgm' : 'prr'
    return { method, symbol, zh, en, value: written(value) }
  })
  return [...own, ...Object.entries(prior).map(([symbol, value]) => ({ method: 'ebgm', symbol, ...priors[from], value: written(value) }))]
}

function ofPair(pair: Pair, week: string, prior: UsedPrior): Readonly<Record<string, unknown>> {
  return {
    raised: 'disproportion',
    week,
    productClass: pair.productClass,
    hazard: pair.hazard,
    observed: decimal(pair.cells.a),
    expected: decimal(pair.expected),
    verdicts: pair.signals.map((name) => ({
      method: criteria[name],
      alarm: 'yes',
      observed: written(pair.cells.a),
      expected: written(pair.expected),
      upper: '—',
    })),
    arithmetic: arithmeticOf(pair, prior),
    why: `这种危害在这类产品中的报告多于其他产品（${pair.signals.join('、')}；EBGM 用${priors[prior.from].zh}）`,
  }
}

/** Proposes what alarms in the last whole week; nothing twice, and nothing for a class and hazard whose matter is under way. */
export async function proposeMatters(engine: Engine): Promise<readonly string[]> {
  const today = dayOf(engine.now())
  const [week, rules] = [lastWeek(today), rulesOn(engine, today)]
  const counts = await weekCounts(engine, everything, today)
  const series = judgeAll(counts, week, rules).filter(({ words }) => proposes(words, rules.watch))
  // Notices of others are told of when others see a hazard: only our own signals say what is out of proportion here.
  const own = counts.filter(({ stream }) => stream === 'own')
  const { pairs: all, prior } = pairsOf(own, week, rules.watch.pairMonths, rules)
  const pairs = all.filter(({ signals, hazard }) => signals.length >= rules.watch.methods && hazard !== 'other')
  const found = [...series.map((one) => ofSeries(one, counts)), ...pairs.map((one) => ofPair(one, week, prior))]
  const { of, ends, states } = engine.house.procedureOf('risk-matter')
  const running = Object.keys(states).filter((state) => !ends.includes(state))
  const proposed: string[] = []
  for (const answers of found) {
    const name = `alarm:${String(answers['raised'])}:${String(answers['productClass'])}:${String(answers['hazard'])}:${String(answers['stream'] ?? '')}:${week}`
    const alike = ['productClass', 'hazard'].map((field) => ({ field, is: answers[field] as string }))
    if ((await countRecords(engine.database, of, { all: [...alike, { field: 'state', in: running }] })) > 0) continue
    const product = of.fields['productClass']!.choices![String(answers['productClass'])]!.title.zh
    const { record } = await act(engine, {
      register: 'risk-matter', record: namedId(name), step: 'open', key: name, person: { ...anyone, id: 'watch', name: 'watch' }, hand: 'sweep',
      answers: { begun: today, place: '130000', product, ...answers },
    })
    proposed.push(record)
  }
  return proposed
}
