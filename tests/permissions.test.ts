// Who may do what: every act of the house asked of every duty, reach and date, against what the declaration says in plain words.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hebei } from '../jurisdictions/hebei/index.ts'
import { datingBack, judge, judgeMoment, type Found, type Request } from '../kernel/act.ts'
import { AreaTree } from '../kernel/area.ts'
import { matches } from '../kernel/filter.ts'
import { house as build } from '../kernel/house.ts'
import { Parameters } from '../kernel/parameter.ts'
import { mayRead, seenWhere, type Holding, type Person } from '../kernel/permission.ts'
import type { Procedure, Step } from '../kernel/procedure.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'
import { WorkCalendar } from '../kernel/workdays.ts'
import { possibleFor } from '../server/registers.ts'
import { dutyTable } from '../server/sign-in/administration.ts'
import { columnOf, tableOf } from '../store/names.ts'
import { act } from '../store/records/gate.ts'
import { uuidv7 } from '../store/uuid.ts'
import { systems } from '../systems/index.ts'
import { openHouse, type House } from './bed/house.ts'
import { allowed, inForce, type Place } from './bed/plain-rights.ts'

/** Half past midnight in Shijiazhuang, while it is still the day before by the clock of Greenwich. */
const now = '2026-11-23T16:30:00.000Z'
const [yesterday, today, tomorrow] = ['2026-11-23', '2026-11-24', '2026-11-25']
const house = build(systems)
const tree = new AreaTree(hebei.divisions, hebei.elsewhere)
const around = { house, tree, parameters: new Parameters(hebei.parameters), calendar: new WorkCalendar(hebei.notices), now }
const list = <T>(one: T | readonly T[] | undefined): readonly T[] => (one === undefined ? [] : ([one].flat() as readonly T[]))

/** Full names of duties that a register's declaration names: `clerk` is the system's own, `house.auditor` stands as it is. */
function named(register: Register, duties: readonly string[]): readonly string[] {
  const owner = systems.find((system) => system.registers.some((one) => one.name === register.name))!
  return duties.map((duty) => (duty.includes('.') ? duty : `${owner.name}.${duty}`))
}

// ——— What is asked. ———

interface Asked {
  readonly register: Register
  readonly procedure: Procedure
  readonly name: string
  readonly by: readonly string[]
  readonly notBy: readonly string[]
}

const acts: readonly Asked[] = [...house.procedures.values()].flatMap((procedure) => {
  const register = procedure.of
  const asked = (name: string, step: Pick<Step, 'by' | 'notBy'>): Asked => ({
    register,
    procedure,
    name,
    by: named(register, list(step.by)),
    notBy: step.notBy ?? [],
  })
  return [asked('open', procedure.opens as Pick<Step, 'by'>), ...Object.entries(procedure.steps).map(([name, step]) => asked(name, step))]
})

/** Every duty that an administrator can give. */
const duties = dutyTable({ house }).map(({ duty }) => duty)

const place = { area: '130102', oldName: '130682', office: 'market-130102', elsewhere: 'market-130104', owner: 'opener' }
const codes = ['91130100MA00000000', '91130100MA00000001', '91130100MA00000002'] as const

/** How far a duty may reach, from everything to what is just beside the record. */
const spans: Readonly<Record<string, Partial<Person> & { readonly span: Partial<Holding> & Pick<Holding, 'reach'> }>> = {
  everything: { span: { reach: 'all' } },
  'the area itself': { span: { reach: 'area', area: '130102' } },
  'the city around it': { span: { reach: 'area', area: '130100' } },
  'the province': { span: { reach: 'area', area: '130000' } },
  'the district beside it': { span: { reach: 'area', area: '130104' } },
  'another city': { span: { reach: 'area', area: '130200' } },
  'an area that nobody named': { span: { reach: 'area', area: null } },
  'the city that a place belongs to now': { span: { reach: 'area', area: '139001' } },
  'the city that it belonged to before': { span: { reach: 'area', area: '130600' } },
  'the office that has it': { span: { reach: 'office', office: place.office } },
  'his own office, which has it': { office: place.office, span: { reach: 'office' } },
  'an office that has it not': { office: place.office, span: { reach: 'office', office: place.elsewhere } },
  'no office at all': { span: { reach: 'office' } },
  'a party concerned': { speaksFor: [codes[0]], span: { reach: 'party' } },
  'the second party concerned': { speaksFor: [codes[1]], span: { reach: 'party' } },
  'a party not concerned': { speaksFor: [codes[2]], span: { reach: 'party' } },
  'no party at all': { span: { reach: 'party' } },
  'what he opened himself': { id: place.owner, span: { reach: 'own' } },
  'what he opened himself, another’s': { span: { reach: 'own' } },
}

const terms: Readonly<Record<string, Pick<Holding, 'from' | 'to'>>> = {
  'for good': { from: '2020-01-01', to: null },
  'for today alone': { from: today, to: today },
  'until yesterday': { from: '2020-01-01', to: yesterday },
  'from tomorrow': { from: tomorrow, to: null },
}

function personWith(duty: string, spanned: string, term: string): Person {
  const { span, ...more } = spans[spanned]!
  return { id: 'somebody', name: 'somebody', office: null, ...more, holdings: [{ duty, ...span, ...terms[term]! }] }
}

/** A duty in every span at once, by whoever opened the record, for its office and its parties: what this one may not, no lesser one may. */
const widest = (duty: string): Person => ({
  ...{ id: place.owner, name: place.owner, office: place.office, speaksFor: codes },
  holdings: Object.values(spans).map(({ span }) => ({ duty, ...span, from: '2020-01-01' })),
})

function recordOf({ of, steps, states }: Procedure, step: string, area: string): AnyRecord & { readonly place: Place } {
  const concerns = list(of.concerns)
  const parties = concerns.map((_, at) => codes[at]!)
  const where: Place = { area: of.placedBy ? area : null, office: place.office, owner: place.owner, parties }
  const state = step === 'open' ? Object.keys(states)[0]! : list(steps[step]!.from)[0]!
  const standing = { id: uuidv7(), number: null, version: 7, subject: null, opened: now, changed: now, state, place: where }
  const fields = { ...Object.fromEntries(concerns.map((field, at) => [field, parties[at]])), ...(of.placedBy ? { [of.placedBy]: area } : {}) }
  return { ...fields, ...standing, area: where.area, office: where.office, owner: where.owner } as never
}

/** At an opening the record is the one about to be: where, for which office and concerning whom the answers say; by whoever opens it. */
function answersOf({ of }: Procedure, area: string): Readonly<Record<string, string>> {
  const office = Object.entries(of.fields).find(([, field]) => field.kind === 'office')?.[0]
  return {
    ...(of.placedBy ? { [of.placedBy]: area } : {}),
    ...(office ? { [office]: place.office } : {}),
    ...Object.fromEntries(list(of.concerns).map((field, at) => [field, codes[at]!])),
  }
}

const opened = ({ of }: Procedure, person: Person, area: string): Place => ({
  area: of.placedBy ? area : null,
  office: Object.values(of.fields).some((field) => field.kind === 'office') ? place.office : person.office,
  owner: person.id,
  parties: list(of.concerns).map((_, at) => codes[at]!),
})

/** Every request is stale by design, so that a permitted one stops at the gate's next question and nothing is written. */
const requestOf = (asked: Asked, record: AnyRecord, person: Person, area: string): Request => ({
  register: asked.register.name,
  record: asked.name === 'open' ? uuidv7() : record.id,
  step: asked.name,
  answers: asked.name === 'open' ? answersOf(asked.procedure, area) : {},
  key: uuidv7(),
  version: 6,
  person,
})

type Verdict = 'yes' | 'not yours' | 'not found' | 'two persons'
/** Why an act was refused; the gate on the store does not find what lies out of reach. */
const noes: Readonly<Record<string, Verdict>> = { 'kernel.not-found': 'not found', 'kernel.not-yours': 'not yours', 'kernel.not-signed-in': 'not yours', 'kernel.two-persons': 'two persons' }

function verdict(opening: boolean, error: unknown): Verdict {
  if (!(error instanceof Refusal)) throw error
  const no = noes[error.code]
  // Past the question of permission a step meets its stale version; an opening meets whatever its answers lack.
  if (no === undefined && !opening) expect(error.code).toBe('kernel.conflict')
  return no ?? 'yes'
}

function judged(asked: Asked, record: AnyRecord, person: Person, area: string, takenBy: Found['takenBy'] = {}): Verdict {
  const found: Found = { record: asked.name === 'open' ? null : record, clocks: [], takenBy, last: null }
  try {
    judge(requestOf(asked, record, person, area), found, around)
    return 'yes'
  } catch (error) {
    return verdict(asked.name === 'open', error)
  }
}

const placeFor = (asked: Asked, record: AnyRecord & { readonly place: Place }, person: Person, area: string): Place =>
  asked.name === 'open' ? opened(asked.procedure, person, area) : record.place

describe.each([...house.procedures.values()].map((procedure) => [procedure.of.name, procedure] as const))('%s', (register, procedure) => {
  it.each(acts.filter((asked) => asked.register.name === register).map((asked) => [asked.name, asked] as const))(
    '%s: by the duties that it names, within their reach and their dates, and by nobody else',
    (_name, asked) => {
      const wrong: string[] = []
      let yes = 0
      for (const area of [place.area, place.oldName]) {
        const record = recordOf(procedure, asked.name, area)
        const ask = (person: Person, what: string) => {
          const expected = allowed(asked.by, person, placeFor(asked, record, person, area), today)
          if (expected) yes++
          if ((judged(asked, record, person, area) === 'yes') !== expected) wrong.push(`${what}, ${area}: must be ${expected ? 'allowed' : 'refused'}`)
        }
        for (const duty of duties.filter((one) => asked.by.includes(one)))
          for (const spanned of Object.keys(spans))
            for (const term of Object.keys(terms)) ask(personWith(duty, spanned, term), `${duty} over ${spanned} ${term}`)
        for (const duty of duties.filter((one) => !asked.by.includes(one))) ask(widest(duty), `${duty}, which is not named`)
      }
      expect(wrong).toEqual([])
      expect(yes).toBeGreaterThan(0)
    },
  )

  it('is read by the duties of its procedure and those that it names, within their reach and their dates', () => {
    const readers = named(procedure.of, [...Object.keys(procedure.duties), ...(procedure.of.readBy ?? [])])
    for (const area of [place.area, place.oldName]) {
      const record = recordOf(procedure, 'open', area)
      const wrong = duties.flatMap((duty) =>
        Object.keys(spans).flatMap((spanned) =>
          Object.keys(terms).filter((term) => {
            const person = personWith(duty, spanned, term)
            return matches(mayRead(house, procedure.of, person, { tree, day: today }), record) !== allowed(readers, person, { ...record.place, order: procedure.of.handedDown === true }, today)
          }),
        ),
      )
      expect(wrong).toEqual([])
    }
  })

  it('shows a field that is for certain duties where one of them reaches, and nowhere else', () => {
    const record = recordOf(procedure, 'open', place.area)
    for (const [name, field] of Object.entries(procedure.of.fields).filter(([, each]) => each.shownTo)) {
      const wrong = duties.flatMap((duty) =>
        Object.keys(spans).flatMap((spanned) =>
          Object.keys(terms).filter((term) => {
            const person = personWith(duty, spanned, term)
            const expected = allowed(named(procedure.of, field.shownTo!), person, record.place, today)
            return matches(seenWhere(house, procedure.of, field, person, { tree, day: today }), record) !== expected
          }),
        ),
      )
      expect(wrong, name).toEqual([])
    }
  })
})

describe('the rule of two persons', () => {
  const ruled = acts.filter((asked) => asked.notBy.length > 0)
  it.each(ruled.map((asked) => [asked.register.name, asked.name, asked] as const))(
    '%s, %s: not by whoever took a step that it names, by anybody else with the duty',
    (_register, _name, asked) => {
      const record = recordOf(asked.procedure, asked.name, place.area)
      const person = personWith(asked.by[0]!, 'everything', 'for good')
      const ask = (takenBy: Found['takenBy']) => judged(asked, record, person, place.area, takenBy)
      for (const earlier of ['open', ...Object.keys(asked.procedure.steps)]) {
        const ruledOut = asked.notBy.includes(earlier)
        expect(ask({ [earlier]: [person.id] }), earlier).toBe(ruledOut ? 'two persons' : 'yes')
        expect(ask({ [earlier]: ['another', person.id] }), earlier).toBe(ruledOut ? 'two persons' : 'yes')
        expect(ask({ [earlier]: ['another'] }), earlier).toBe('yes')
      }
      // Whoever is not allowed anyway is told of the duty that is lacking, not of who acted before.
      expect(judged(asked, record, { ...person, holdings: [] }, place.area, { [asked.notBy[0]!]: [person.id] })).toBe('not yours')
    },
  )
})

describe('an act under an earlier day', () => {
  const asked = acts.find(({ register, name }) => register.name === 'case' && name === 'verify')!
  const record = recordOf(asked.procedure, asked.name, place.area)
  const found: Found = { record, clocks: [], takenBy: {}, last: null }
  const entered = (area: string | null, reason?: string): string => {
    const person: Person = { id: 'county', name: 'county', office: null, holdings: area ? [{ duty: datingBack, reach: 'area', area, from: '2020-01-01' }] : [] }
    const request = { ...requestOf(asked, record, person, place.area), ...(reason ? { reason } : {}) }
    try {
      judgeMoment('2026-11-20T02:00:00.000Z', request, found, around, record)
      return 'entered'
    } catch (error) {
      return (error as Refusal).code
    }
  }
  it('is entered with a reason by whoever may do so at the place of the record, and nowhere else', () => {
    expect(entered(place.area, '当日无网络')).toBe('entered')
    expect(entered('130200', '当日无网络')).toBe('kernel.backdated')
    expect(entered(place.area)).toBe('kernel.backdated')
    expect(entered(null, '当日无网络')).toBe('kernel.backdated')
  })
})

describe('names of duties', () => {
  const known = new Set(duties)
  it('that a step, a register, a field, a document or a stream names are declared', () => {
    const used = [...house.procedures.values()].flatMap(({ of, steps, opens }) => [
      ...list(of.readBy).flatMap((duty) => named(of, [duty])),
      ...[opens as { by: Step['by'] }, ...Object.values(steps)].flatMap((step) => named(of, list(step.by))),
      ...Object.values(of.fields).flatMap((field) => named(of, field.shownTo ?? [])),
      ...Object.values(steps).flatMap((step) => Object.values(step.asks ?? {}).flatMap((field) => named(of, field.shownTo ?? []))),
    ])
    const others = systems.flatMap((system) => [
      ...system.documents.flatMap((form) => [...form.signedBy, ...(form.servedBy ?? []), ...(form.readBy ?? [])]),
      ...system.streams.flatMap((one) => list(one.sentBy).concat(list(one.correctedBy))),
      ...system.pages.flatMap((page) => page.for ?? []),
    ].map((duty) => (duty.includes('.') ? duty : `${system.name}.${duty}`)))
    expect([...new Set([...used, ...others])].filter((duty) => !known.has(duty))).toEqual([])
  })
  it('that a demonstration account holds are declared', () =>
    expect([...new Set(hebei.accounts.flatMap((account) => account.holdings.map((holding) => holding.duty)))].filter((duty) => !known.has(duty))).toEqual([]))
  it('and a rule of two persons names steps of its own procedure', () =>
    expect(acts.flatMap((asked) => asked.notBy.filter((step) => step !== 'open' && !(step in asked.procedure.steps)))).toEqual([]))
})

describe('the gate on PostgreSQL', () => {
  let real: House
  beforeAll(async () => {
    real = await openHouse({ now })
  })
  afterAll(() => real.close())

  const entries = async (): Promise<number> =>
    (await real.engine.database.query<{ n: number }>('select count(*)::int as n from kernel.journal')).rows[0]!.n

  async function put(register: Register, record: AnyRecord): Promise<void> {
    const { place: _place, ...row } = record as AnyRecord & { place: unknown }
    const names = Object.keys(row)
    await real.engine.database.query(
      `insert into record."${tableOf(register.name)}" (${names.map((name) => `"${columnOf(name)}"`).join(', ')})
       values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      names.map((name) => row[name as keyof typeof row]),
    )
  }

  /** An entry that says who took an earlier step. */
  async function took(register: Register, record: AnyRecord, step: string, actor: string, version: number): Promise<void> {
    const id = uuidv7()
    await real.engine.database.query(
      `insert into kernel.journal (id, register, record, version, step, actor, key, request, occurred, recorded, body, hash)
       values ($1, $2, $3, $4, $5, $6, $7, '', '2026-01-01', '2026-01-01', '{}', '')`,
      [id, register.name, record.id, version, step, actor, id],
    )
  }

  const holding = (asked: Asked) =>
    fc
      .tuple(
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...asked.by) }, { weight: 1, arbitrary: fc.constantFrom(...duties) }),
        fc.constantFrom(...Object.keys(spans)),
        fc.constantFrom(...Object.keys(terms), 'for good'),
      )
      .map(([duty, spanned, term]) => personWith(duty, spanned, term).holdings[0]!)
  const ruled = acts.filter((asked) => asked.notBy.length > 0)
  const sampled = fc.oneof(fc.constantFrom(...acts), fc.constantFrom(...ruled)).chain((asked) =>
    fc.record({
      asked: fc.constant(asked),
      area: fc.constantFrom(place.area, place.oldName),
      holdings: fc.array(holding(asked), { maxLength: 3 }),
      id: fc.constantFrom(place.owner, 'somebody'),
      office: fc.constantFrom(null, place.office, place.elsewhere),
      speaksFor: fc.subarray([...codes]),
      earlier: fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom('open', ...asked.notBy), fc.constantFrom('open', ...Object.keys(asked.procedure.steps))),
          fc.constantFrom(place.owner, 'somebody'),
        ),
        { maxLength: 3 },
      ),
    }),
  )

  it('answers twelve hundred random requests as the plain rule does, offers the same steps, and writes nothing for a refused one', async () => {
    const counts = { yes: 0, 'not yours': 0, 'not found': 0, 'two persons': 0 }
    for (const { asked, area, holdings, id, office, speaksFor, earlier } of fc.sample(sampled, { numRuns: 1200, seed: 20261124 })) {
      const person: Person = { id, name: id, office, holdings, speaksFor }
      const record = recordOf(asked.procedure, asked.name, area)
      const opening = asked.name === 'open'
      if (!opening) await put(asked.register, record)
      if (!opening) for (const [at, [step, actor]] of earlier.entries()) await took(asked.register, record, step, actor, at + 1)
      const holds = allowed(asked.by, person, placeFor(asked, record, person, area), today)
      const twice = !opening && earlier.some(([step, actor]) => actor === id && asked.notBy.includes(step))
      // Reading and acting answer alike: what one may not read is not there, to act on it as little as to read it.
      const readers = named(asked.register, [...Object.keys(asked.procedure.duties), ...(asked.register.readBy ?? [])])
      const reads = opening || allowed(readers, person, record.place, today)
      const expected: Verdict = !holds ? (reads ? 'not yours' : 'not found') : twice ? 'two persons' : 'yes'
      const before = await entries()
      const answer = await act(real.engine, requestOf(asked, record, person, area)).then(
        () => 'yes' as const,
        (error: unknown) => verdict(opening, error),
      )
      const what = `${asked.register.name} ${asked.name} by ${JSON.stringify(person)} on ${JSON.stringify(record.place)}`
      expect(answer, what).toBe(expected)
      if (!opening || expected !== 'yes') expect(await entries(), what).toBe(before)
      if (!opening) expect(possibleFor(real.engine, real.engine.house.procedureOf(asked.register.name), record, { person }).includes(asked.name), what).toBe(holds)
      if (!opening) await real.engine.database.query(`delete from record."${tableOf(asked.register.name)}"`)
      counts[answer]++
    }
    // The sample holds many of each, or it would show nothing.
    expect(counts.yes).toBeGreaterThan(60)
    expect(counts['not yours']).toBeGreaterThan(30)
    expect(counts['not found']).toBeGreaterThan(60)
    expect(counts['two persons']).toBeGreaterThan(10)
  })
})
