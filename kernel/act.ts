// The one gate through which anything changes: may → possible now → parse → check → effects; each stage is its own pure function.
import type { AreaTree } from './area.ts'
import { parseAnswers } from './answers.ts'
import { clockChanges, extended } from './clockwork.ts'
import { dayOf, startOf, type Day, type Instant } from './day.ts'
import type { DocumentForm, PaperChange } from './document.ts'
import type { Field, Fields } from './field.ts'
import { withFiles } from './fields/files.ts'
import { kernelRefusals } from './house-refusals.ts'
import type { House } from './house.ts'
import type { ClockChange } from './journal.ts'
import { dutyFor, type Person } from './permission.ts'
import type { Parameters } from './parameter.ts'
import { Refusal } from './refusal.ts'
import { asList, type Actor, type InForce, type Procedure, type Step, type StepContext } from './procedure.ts'
import { concerned, partiesOf, type AnyRecord, type Register } from './register.ts'
import { inARow } from './words.ts'
import type { WorkCalendar } from './workdays.ts'

/** What somebody asks the gate to do. */
export interface Request {
  readonly register: string
  /** UUIDv7 made by whoever asks. */
  readonly record: string
  readonly step: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly key: string
  /** The version that the asker saw; needed for every step but `open`. */
  readonly version?: number
  /** Day or moment of legal effect; absent: now. */
  readonly occurred?: Day | Instant
  readonly reason?: string
  readonly person: Person
  readonly cause?: { readonly linkage: string; readonly entry: string }
  readonly hand?: Actor['hand']
}

/** The house as it stands on the day of the act. */
export interface Surroundings {
  readonly house: Pick<House, 'procedureOf' | 'duty'>
  readonly tree: AreaTree
  readonly parameters: Parameters
  readonly calendar: WorkCalendar
  readonly now: Instant
}

/** What the store found: the row, its clocks, who took which step on it. */
export interface Found {
  readonly record: AnyRecord | null
  readonly clocks: readonly ClockChange[]
  readonly takenBy: Readonly<Record<string, readonly string[]>>
  /** Moment of the last act on the record. */
  readonly last: Instant | null
}

/** All that the act will write, but for numbers, sealing and the chain, which the store adds. */
export interface Effects {
  readonly procedure: Procedure
  readonly step: Step
  readonly actor: Actor
  readonly occurred: Instant
  /** Answers that the entry keeps, by field. */
  readonly answers: Readonly<Record<string, unknown>>
  readonly asked: Fields
  /** Columns of the row. */
  readonly sets: Readonly<Record<string, unknown>>
  readonly clocks: readonly ClockChange[]
  readonly issues: DocumentForm | null
  /** What the act does to a document that was issued before. */
  readonly paper: PaperChange | null
}

/** The duty of entering an act under an earlier day, with a reason. */
export const datingBack = 'house.dating-back'

const openings = new WeakMap<Procedure, Step>()

/** The opening seen as a step, so that one road serves both. */
export function openingOf(procedure: Procedure): Step {
  const known = openings.get(procedure)
  if (known) return known
  const { opens, of } = procedure
  const asks = opens.asks ? Object.fromEntries(opens.asks.map((name) => [name, of.fields[name] as Field])) : of.fields
  const step = { ...opens, title: opens.title ?? of.title, from: [], to: opens.state, asks: { ...asks, ...opens.also } } as unknown as Step
  openings.set(procedure, step)
  return step
}

export const stepOf = (procedure: Procedure, name: string): Step | undefined =>
  name === 'open' ? openingOf(procedure) : procedure.steps[name]

/** Steps that lead on from a state, by name. */
export const possibleFrom = (procedure: Procedure, state: string): readonly string[] =>
  Object.entries(procedure.steps)
    .filter(([, step]) => asList(step.from).includes(state))
    .map(([name]) => name)

/** Moment of legal effect: a bare day counts from its beginning, but never before the record's last act of that day. */
export function momentOf(request: Request, found: Found, now: Instant): Instant {
  const asked = request.occurred ?? now
  const moment = asked.length === 10 ? (asked === dayOf(now) ? now : startOf(asked)) : new Date(asked).toISOString()
  const sameDay = asked.length === 10 && found.last !== null && dayOf(found.last) === asked && found.last > moment
  return sameDay ? found.last : moment
}

/** Refuses a date in the future, one before the last act, and dating back without a reason. */
export function judgeMoment(moment: Instant, request: Request, found: Found, around: Surroundings, placed: AnyRecord): void {
  if (moment > around.now) kernelRefusals.refuse('future', { occurred: moment, field: 'occurred' })
  if (found.last !== null && moment < found.last && request.hand === undefined)
    kernelRefusals.refuse('before-last', { occurred: dayOf(moment), last: dayOf(found.last), field: 'occurred' })
  const early = dayOf(moment) < dayOf(around.now)
  const allowed =
    request.reason?.trim() &&
    dutyFor(
      request.person,
      [datingBack],
      { ...placed, owner: request.person.id },
      { tree: around.tree, day: dayOf(around.now) },
    )
  if (early && request.hand === undefined && !allowed) kernelRefusals.refuse('backdated', { occurred: dayOf(moment), field: 'reason' })
}

/** Who acts, under which duty; refuses when the person holds none that reaches the record. */
export function may(request: Request, procedure: Procedure, step: Step, placed: AnyRecord, found: Found, around: Surroundings): Actor {
  const { house, tree, now } = around
  const person = request.person
  const duties = asList(step.by).map((duty) => house.duty(procedure.of.name, duty))
  const parties = partiesOf(procedure.of, placed)
  const duty = dutyFor(person, duties, { ...placed, parties }, { tree, day: dayOf(now) }) ?? (request.hand ? duties[0]! : null)
  if (duty === null) {
    if (person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
    return kernelRefusals.refuse('not-yours', { step: step.title, duties: inARow(asList(step.by).map((d) => procedure.duties[d])) })
  }
  for (const earlier of step.notBy ?? [])
    if (found.takenBy[earlier]?.includes(person.id))
      kernelRefusals.refuse('two-persons', { step: step.title, earlier: stepOf(procedure, earlier)?.title ?? earlier })
  return { id: person.id, duty, office: person.office, ...(request.hand ? { hand: request.hand } : {}) }
}

/** Refuses a step that the record's state does not allow, naming those that it does. */
export function possibleNow(procedure: Procedure, step: Step, name: string, record: AnyRecord | null): void {
  if (name === 'open' ? record === null : record !== null && asList(step.from).includes(record.state)) return
  const state = record?.state ?? ''
  const possible = inARow(possibleFrom(procedure, state).map((s) => procedure.steps[s]!.title))
  kernelRefusals.refuse('not-now', { state: procedure.states[state] ?? state, step: step.title, possible })
}

/** Refuses when the record moved on since the asker looked at it. */
export function sameVersion(request: Request, record: AnyRecord | null): void {
  if (record === null || request.hand !== undefined) return
  if (request.version === undefined) return kernelRefusals.refuse('version-needed', { field: 'version' })
  if (request.version !== record.version) kernelRefusals.refuse('conflict', { seen: request.version, current: record.version })
}

/** The parameter in force on the day; refuses rather than taking the nearest. */
export function inForce(parameters: Parameters, name: string, day: Day): InForce {
  const found = parameters.find(name, day)
  if (found === null) return kernelRefusals.refuse('no-rule', { parameter: name, day })
  return { value: found.value, basis: found.basis, mark: found.mark }
}

const blankRecord = (request: Request, now: Instant): AnyRecord => ({
  id: request.record,
  number: null,
  state: '',
  version: 0,
  area: null,
  office: null,
  owner: request.person.id === 'anyone' ? null : request.person.id,
  subject: null,
  opened: now,
  changed: now,
})

/** The record as it will be, as far as the opening's raw answers already place it. */
function aboutToBe(request: Request, procedure: Procedure, around: Surroundings): AnyRecord {
  const { placedBy } = procedure.of
  const raw = (field: string | undefined) =>
    field && typeof request.answers[field] === 'string' ? (request.answers[field] as string).trim() : null
  const office = Object.entries(procedure.of.fields).find(([, f]) => f.kind === 'office')?.[0]
  return {
    ...blankRecord(request, around.now),
    area: raw(placedBy),
    office: raw(office) ?? request.person.office,
    owner: request.person.id,
    ...Object.fromEntries(concerned(procedure.of).map((field) => [field, raw(field)])),
  }
}

export type Judged = {
  readonly c: StepContext<AnyRecord, Record<string, unknown>>
  readonly step: Step
  readonly procedure: Procedure
  /** What the step's own confirmation read and wants written. */
  readonly confirmed?: Readonly<Record<string, unknown>>
  readonly paper?: PaperChange
}

/** Everything before the transaction's own confirmation: pure, so that the browser runs it too. */
export function judge(request: Request, found: Found, around: Surroundings): Judged {
  const procedure = around.house.procedureOf(request.register)
  const step = stepOf(procedure, request.step)
  if (step === undefined) return kernelRefusals.refuse('not-found')
  if (request.step !== 'open' && found.record === null) kernelRefusals.refuse('not-found')
  const placed = found.record ?? aboutToBe(request, procedure, around)
  const actor = may(request, procedure, step, placed, found, around)
  sameVersion(request, found.record)
  possibleNow(procedure, step, request.step, found.record)
  const occurred = momentOf(request, found, around.now)
  judgeMoment(occurred, request, found, around, placed)
  const answers = parseAnswers(step.asks ?? {}, request.answers, around.now, around.tree)
  const today = dayOf(occurred)
  const c: Judged['c'] = {
    record: found.record ?? blankRecord(request, occurred),
    answers,
    today,
    occurred,
    ...{ actor, speaksFor: request.person.speaksFor ?? [] },
    clocks: found.clocks.map((clock) => ({ ...clock, starts: clock.starts.slice(0, 10) })),
    parameter: (name, day = today) => inForce(around.parameters, name, day),
  }
  try {
    step.check?.(c as never)
  } catch (error) {
    throw error instanceof Refusal ? error.on(today, c.record) : error
  }
  return { c, step, procedure }
}

/** Columns that the answers write: those named like a field of the record. */
function written(register: Register, answers: Readonly<Record<string, unknown>>, record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([name, value]) => Object.hasOwn(register.fields, name) && value !== undefined)
      .map(([name, value]) => [name, register.fields[name]!.kind === 'files' ? withFiles(record[name], value) : value]),
  )
}

/** Rows, clocks and documents that follow from a judged act. */
export function effectsOf(request: Request, judged: Judged, found: Found, around: Surroundings): Effects {
  const { step, procedure, paper = null } = judged
  const c = { ...judged.c, paper }
  const register = procedure.of
  const to = typeof step.to === 'function' ? step.to(c as never) : step.to
  // What is answered of a paper speaks of the paper, not of the record.
  const own = step.paper ? {} : written(register, c.answers, c.record)
  const given = { ...own, ...step.gives?.(c as never), ...judged.confirmed }
  const { [register.placedBy ?? '']: area = c.record.area } = given as Readonly<Record<string, string | null>> // null: taken away
  const office = step.movesTo
    ? (c.answers[step.movesTo] as string)
    : request.step === 'open'
      ? openingOffice(register, given, c.actor)
      : c.record.office
  const sets = {
    ...given,
    state: to,
    area,
    office,
    changed: c.occurred,
    ...(request.step === 'open' ? { opened: c.occurred, owner: c.record.owner } : {}),
  }
  const row = { ...c.record, ...sets }
  const issues = step.issues && 'either' in step.issues ? step.issues.which({ ...c, record: row } as never) : (step.issues ?? null)
  const move = {
    procedure,
    step: request.step,
    from: found.record?.state ?? null,
    to,
    occurred: c.occurred,
    ...{ row, issues },
    was: found.record ?? {},
    clocks: found.clocks,
    calendar: around.calendar,
    ruleOn: (name: string, day: Day) => around.parameters.find(name, day),
    ...(paper?.does === 'serve' && paper.served !== null ? { served: { form: paper.form, on: paper.served } } : {}),
  }
  const extending = request.step === 'extend-deadline' && step.standing
  const clocks = extending ? [extended(String(c.answers['deadline']), move)] : procedure.deadlines.length === 0 ? [] : clockChanges(move)
  return {
    ...{ procedure, step, issues, paper },
    actor: c.actor,
    occurred: c.occurred,
    answers: c.answers,
    asked: step.asks ?? {},
    sets,
    clocks,
  }
}

function openingOffice(register: Register, given: Readonly<Record<string, unknown>>, actor: Actor): string | null {
  const field = Object.entries(register.fields).find(([, f]) => f.kind === 'office')?.[0]
  return ((field && given[field]) as string | undefined) ?? actor.office
}
