// Runs every worked case of every system by the kernel alone, and sees that each step of each procedure has one.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { parseAnswers } from '../kernel/answers.ts'
import { effectsOf, judge, type Found, type Judged, type Request } from '../kernel/act.ts'
import { AreaTree } from '../kernel/area.ts'
import type { Act, Case, Cases, Expected } from '../kernel/cases.ts'
import { citationKey } from '../kernel/citation.ts'
import { startOf } from '../kernel/day.ts'
import { paperChange, type FoundDocument, type PaperChange } from '../kernel/document.ts'
import { house as build } from '../kernel/house.ts'
import type { ClockChange } from '../kernel/journal.ts'
import type { Cause } from '../kernel/linkage.ts'
import { Parameters, type Term } from '../kernel/parameter.ts'
import type { Procedure } from '../kernel/procedure.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { AnyRecord } from '../kernel/register.ts'
import { WorkCalendar } from '../kernel/workdays.ts'
import { systems } from '../systems/index.ts'

const root = join(import.meta.dirname, '..', 'systems')
const house = build(systems)
const around = {
  house,
  tree: new AreaTree(hebei.divisions, hebei.elsewhere),
  parameters: new Parameters(hebei.parameters),
  calendar: new WorkCalendar(hebei.notices),
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : entry.name.endsWith('.cases.ts') ? [join(folder, entry.name)] : [],
  )
}

const loaded = await Promise.all(filesUnder(root).map(async (file) => Object.values((await import(file)) as Record<string, Cases>)))
const all: readonly Cases[] = loaded.flat()

interface World {
  readonly papers: Map<string, FoundDocument>
  record: AnyRecord | null
  clocks: ClockChange[]
  takenBy: Record<string, string[]>
  last: string | null
}

function requestOf(procedure: Procedure, act: Act, world: World, opening: boolean): Request {
  const duty = house.duty(procedure.of.name, act.by)
  const id = act.person ?? `person of ${act.by}`
  return {
    register: procedure.of.name,
    record: 'one',
    step: opening ? 'open' : act.step,
    answers: act.with ?? {},
    key: `${act.on}${act.step}`,
    ...(world.record ? { version: world.record.version } : {}),
    person: {
      id,
      name: id,
      office: null,
      // A person who is named by a credit code speaks for that body.
      speaksFor: [id],
      holdings: [
        { duty, reach: 'all', from: '2000-01-01' },
        { duty: 'house.dating-back', reach: 'all', from: '2000-01-01' },
      ],
    },
  }
}

/** A document of a case is named by its form, and the last one issued is meant; the one before it is `earlier` of that form. */
function handled(judged: Judged, world: World): PaperChange {
  const name = String(judged.c.answers['document'])
  const found = world.papers.get(name)!
  const form = house.documents.get(found.form)!
  const announcement = (around.parameters.find('service.announcement', judged.c.today)?.value as Term | undefined) ?? null
  const duty = judged.c.actor.duty.split('.').at(-1)!
  const change = paperChange({ does: judged.step.paper!, form, found, answers: judged.c.answers, duty, today: judged.c.today, calendar: around.calendar, announcement })
  const signedBy = change.does === 'sign' ? [...found.signedBy, change.duty] : found.signedBy
  world.papers.set(name, { ...found, signedBy, isVoid: change.does === 'void', served: change.does === 'serve' ? change.served : found.served })
  const before = world.papers.get(`earlier ${name}`)
  if (change.does === 'void' && before) world.papers.set(`earlier ${name}`, { ...before, later: null })
  return change
}

/** A paper as issued; of its form it is the last one from now on. */
function put({ papers }: World, form: string, issued: string): void {
  const [before, earlier] = [papers.get(form), `earlier ${form}`]
  if (before) papers.set(earlier, { ...before, id: earlier, number: earlier, later: form })
  papers.set(form, { id: form, form, number: form, issued, isVoid: false, signedBy: [], served: null, later: null })
}

/** One act in memory: the same stages as the gate, with the moment of the case as the clock on the wall. */
function play(procedure: Procedure, act: Act, world: World, opening: boolean): void {
  const count = world.record?.version ?? 0
  const now = new Date(Date.parse(startOf(act.on)) + 3_600_000 + count * 60_000).toISOString()
  const found: Found = { record: world.record, clocks: world.clocks, takenBy: world.takenBy, last: world.last }
  const request = requestOf(procedure, act, world, opening)
  const judged = judge(request, found, { ...around, now })
  const paper = judged.step.paper ? handled(judged, world) : undefined
  const effects = effectsOf(request, { ...judged, ...(paper ? { paper } : {}) }, found, { ...around, now })
  const { issues } = effects
  if (issues) put(world, issues.name, act.on)
  world.record = { ...judged.c.record, ...effects.sets, version: count + 1 } as AnyRecord
  const kept = world.clocks.filter(
    (clock) => !effects.clocks.some((changed) => changed.deadline === clock.deadline && changed.run === clock.run),
  )
  world.clocks = [...kept, ...effects.clocks]
  world.takenBy[request.step] = [...(world.takenBy[request.step] ?? []), request.person.id]
  world.last = effects.occurred
}

/** Linkages that an act of some case caused, each with what is wrong with its consequence. */
const caused = new Map<string, string[]>()

/** The consequences of an act as the gate would judge them: an opening whole, a step on another record by what it is asked. */
function follow(procedure: Procedure, act: Act, step: string, world: World): void {
  // The store gives what a case has no need of: an identity and a number.
  const record: AnyRecord = { ...world.record!, id: '01a21407-36bb-71bc-91bd-eb00819433b7', number: `${procedure.of.name}-1` }
  const cause: Cause = { record, answers: { ...record, ...act.with }, occurred: world.last! }
  for (const { name, when, if: holds, then } of house.linkages) {
    if (when.register !== procedure.of.name || when.step !== step || (holds && !holds(cause))) continue
    const wrong = caused.get(name) ?? []
    caused.set(name, wrong)
    const target = house.procedureOf('open' in then ? then.open : then.of)
    const given = [then.with(cause)].flat() as Readonly<Record<string, unknown>>[]
    const person = { id: 'linkage', name: 'linkage', office: null, holdings: [] }
    const now = new Date(Date.parse(world.last!) + 1000).toISOString()
    for (const answers of given)
      try {
        if ('open' in then) {
          const request: Request = { register: then.open, record: 'two', step: 'open', answers, key: 'k', person, hand: 'linkage', occurred: world.last! }
          judge(request, { record: null, clocks: [], takenBy: {}, last: null }, { ...around, now })
        } else parseAnswers(target.steps[then.step]!.asks ?? {}, answers, now, around.tree)
      } catch (error) {
        wrong.push(error instanceof Refusal ? `${error.code}: ${JSON.stringify(error)}` : String(error))
      }
  }
}

const latest = (world: World, deadline: string): ClockChange | undefined =>
  world.clocks.filter((clock) => clock.deadline === deadline).sort((a, b) => b.run - a.run)[0]

function compare(world: World, expected: Expected): void {
  if (expected.state) expect(world.record?.state).toBe(expected.state)
  for (const [deadline, due] of Object.entries(expected.due ?? {})) expect(latest(world, deadline)?.due, `due of ${deadline}`).toBe(due)
  for (const [deadline, state] of Object.entries(expected.clocks ?? {}))
    expect(latest(world, deadline)?.state, `state of ${deadline}`).toBe(state)
  for (const [deadline, rule] of Object.entries(expected.rule ?? {}))
    expect(citationKey(latest(world, deadline)!.rule), `rule of ${deadline}`).toBe(rule)
  if (expected.fields) expect(world.record).toMatchObject(expected.fields)
}

function run(procedure: Procedure, given: Case): void {
  const world: World = { papers: new Map(), record: null, clocks: [], takenBy: {}, last: null }
  for (const [at, act] of [given.opens, ...given.acts].entries()) {
    if (act.refused) {
      try {
        play(procedure, act, world, at === 0)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        expect(error.code, `${act.on} ${act.step}`).toBe(act.refused)
        continue
      }
      throw new Error(`${act.on} ${act.step} was taken, though it must be refused with ${act.refused}`)
    }
    play(procedure, act, world, at === 0)
    follow(procedure, act, at === 0 ? 'open' : act.step, world)
    if (act.then) compare(world, act.then)
  }
}

for (const { of, cases } of all)
  describe(`${of.of.title.en}`, () => {
    it.each(cases.map((given) => [given.title.en, given] as const))('%s', (_title, given) => run(of, given))
  })

describe('every step has a case', () => {
  it.each([...house.procedures.values()].map((procedure) => [procedure.of.name, procedure] as const))('of %s', (name, procedure) => {
    const taken = new Set(
      all
        .filter((each) => each.of.of.name === name)
        .flatMap((each) => each.cases.flatMap((given) => given.acts.filter((act) => !act.refused).map((act) => act.step))),
    )
    const declared = Object.keys(procedure.steps).filter((step) => !procedure.steps[step]!.standing)
    expect(declared.filter((step) => !taken.has(step))).toEqual([])
  })
})

/** What needs records beside the one of a case is shown by a journey, which names it. */
const journeys = readdirSync(join(import.meta.dirname, 'journeys')).map((file) => readFileSync(join(import.meta.dirname, 'journeys', file), 'utf8'))
const inJourney = (name: string): boolean => journeys.some((text) => text.includes(name))

describe('every linkage is caused by a case or a journey, and its consequence is one that the gate takes', () => {
  it.each(house.linkages.map((linkage) => linkage.name))('%s', (name) => {
    expect(caused.has(name) || inJourney(name), 'write a case that causes it, or a journey that names it').toBe(true)
    expect(caused.get(name) ?? []).toEqual([])
  })
})

describe('every question is shown by a journey', () => {
  it.each(house.systems.flatMap((system) => system.questions.map((question) => question.name)))('%s', (name) =>
    expect(inJourney(name), 'write a journey that asks it and names it').toBe(true),
  )
})
