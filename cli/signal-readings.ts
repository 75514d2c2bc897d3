// Episodes in readings become signals: one for each, kept in step with them, and taken back when a correction takes the episode away.
import { addDays, dayOf } from '../kernel/day.ts'
import { fits } from '../kernel/filter.ts'
import { anyone } from '../kernel/permission.ts'
import type { AnyRecord } from '../kernel/register.ts'
import type { Engine } from '../store/engine.ts'
import { act } from '../store/records/gate.ts'
import { listRecords } from '../store/records/list.ts'
import type { Warehouse } from '../store/warehouse/warehouse.ts'
import type { ReadingRules } from '../systems/oversight/risk/readings.ts'
import { daysWithFigures, episodesIn, type Found } from '../web/data/readings.ts'
import { namedId } from './load-records.ts'

const person = { ...anyone, id: 'watch', name: 'watch' }
const open = ['toScreen', 'clue']

/** One series of one watch: what is told of it twice is one thing. */
const named = (watch: string, place: string): string => `${watch} ${place}`.slice(0, 40)
const seriesOf = ({ watch, place }: Pick<Found, 'watch' | 'place'>): string => named(watch.name, place)
const touches = (signal: AnyRecord, { from, to }: Found): boolean => String(signal['day']) <= to && String(signal['until'] ?? signal['day']) >= from
const told = ({ from, to, readings, arithmetic }: Found) => ({ day: from, until: to, readings, arithmetic })
const cells = ({ on, value, beside, measure }: Found['readings'][number]) => [on, value, beside ?? null, measure ?? null]
const plain = (told: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([told['day'], told['until'], (told['readings'] as Found['readings']).map(cells)])

async function step(engine: Engine, signal: AnyRecord, name: string, answers: Readonly<Record<string, unknown>>): Promise<void> {
  await act(engine, { register: 'signal', record: signal.id, step: name, answers, key: `readings:${signal.id}:${signal.version}`, person, hand: 'sweep' })
}

/** Every signal that readings gave rise to and that still stands, the oldest first. */
async function standing(engine: Engine): Promise<readonly AnyRecord[]> {
  const where = { all: [fits({ source: 'reading' }), { not: { field: 'until', is: null } }, { not: { field: 'ground', is: 'withdrawn' } }] } as const
  const found = await listRecords(engine.database, engine.house.procedureOf('signal').of, { where, limit: 100_000 })
  return found.toSorted((a, b) => (String(a['day']) + a.id < String(b['day']) + b.id ? -1 : 1))
}

interface Series {
  readonly signals: readonly AnyRecord[]
  readonly episodes: readonly Found[]
  /** Days that have a figure: of others nothing is known, and nothing fell. */
  readonly days: readonly string[]
}

/** The first signal that touches an episode is it, the next repeats it, what touches none fell. */
async function settle(engine: Engine, { signals, episodes, days }: Series): Promise<readonly Found[]> {
  const left = new Set(episodes)
  for (const signal of signals) {
    const episode = episodes.find((one) => touches(signal, one))
    if (!episode && !days.some((on) => on >= String(signal['day']) && on <= String(signal['until']))) continue
    if (!episode) {
      const why = '读数更正或者补报后，不再达到界限'
      if (open.includes(signal.state)) await step(engine, signal, 'archive', { ground: 'withdrawn' })
      else if (signal.state === 'joined') await step(engine, signal, 'fall', { why })
    } else if (left.delete(episode)) {
      if ([...open, 'joined'].includes(signal.state) && plain(signal) !== plain(told(episode))) await step(engine, signal, 'reread', told(episode))
    } else if (open.includes(signal.state)) {
      const first = signals.find((one) => touches(one, episode))!
      await step(engine, signal, 'archive', { ground: 'duplicate', sameAs: first.number ?? first.id })
    }
  }
  return [...left]
}

async function tell(engine: Engine, episode: Found): Promise<string> {
  const { watch, area, from } = episode
  const of = { source: 'reading', originRecord: seriesOf(episode) }
  // What was taken back and comes again is told anew.
  const { of: register } = engine.house.procedureOf('signal')
  const before = await listRecords(engine.database, register, { where: fits({ ...of, ground: 'withdrawn' }), limit: 100_000, fields: ['day'] })
  const name = `reading:${watch.measure}:${of.originRecord}:${from}:${before.length}`
  const { product, productClass, hazard } = watch
  // By whichever stream saw it first.
  const origin = episode.readings[0]?.measure ?? watch.measure
  const answers = { ...of, origin, ...told(episode), product, productClass, hazard, place: area }
  return (await act(engine, { register: 'signal', record: namedId(name), step: 'open', key: name, answers, person, hand: 'sweep' })).record
}

/** Looks at what is recent and at what stands; run twice it tells nothing twice, and stopped half-way it goes on where it was. */
export async function signalReadings(engine: Engine, warehouse: Pick<Warehouse, 'rows'>): Promise<readonly string[]> {
  const today = dayOf(engine.now())
  const rules = engine.parameters.find('risk.readings', today)?.value as ReadingRules | undefined
  if (!rules) return []
  const recent = addDays(today, -rules.recentDays)
  const signals = await standing(engine)
  const from = [recent, ...signals.map((one) => String(one['day']))].sort()[0]!
  const found = await episodesIn(engine, warehouse, from, today)
  const series = [...new Set([...signals.map((one) => String(one['originRecord'])), ...found.map(seriesOf)])].sort()
  const days = await daysWithFigures(engine, warehouse, from, today)
  const made: string[] = []
  for (const name of series) {
    const left = await settle(engine, {
      signals: signals.filter((one) => one['originRecord'] === name),
      episodes: found.filter((one) => seriesOf(one) === name),
      days: days.filter(({ watch, place }) => named(watch, place) === name).map(({ on }) => on),
    })
    for (const episode of left.filter(({ to }) => to >= recent)) made.push(await tell(engine, episode))
  }
  return made
}
