// One row of a table as an opening: judged by the gate's own stages and made into a row and an entry, but not yet written.
import { hash } from 'node:crypto'
import { effectsOf, judge, type Effects, type Request, type Surroundings } from '../../kernel/act.ts'
import type { Entry, SealedValues } from '../../kernel/journal.ts'
import type { Linkage } from '../../kernel/linkage.ts'
import type { Person } from '../../kernel/permission.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import type { Register } from '../../kernel/register.ts'
import { canonicalText, chainText } from '../../kernel/trust/chain.ts'
import type { Engine } from '../../store/engine.ts'
import { nothingFound } from '../../store/records/find.ts'
import { numberFor, sealPart, subjectFor } from '../../store/records/compose.ts'
import { parted, sealValues, type PersonalPart } from '../../store/records/personal.ts'
import { reading } from '../../store/records/reading.ts'
import type { Opened } from '../../store/records/staging.ts'
import { uuidv7 } from '../../store/uuid.ts'

/** What all rows of a file have in common. */
export interface Sheet {
  readonly engine: Engine
  readonly register: Register
  readonly around: Surroundings
  readonly person: Person
  readonly fileName: string
  /** First characters of the file's digest: with the line they make the key of the act. */
  readonly digest: string
  readonly dryRun: boolean
  /** Fields of the opening that say something of a person. */
  readonly personal: readonly string[]
  /** Linkages that an opening of the register can cause. */
  readonly linkages: readonly Linkage[]
}

interface Sealed {
  readonly subject: string | null
  readonly values: SealedValues | null
  readonly wrapped: Uint8Array | null
}

/** Seals what is personal; for somebody new under a key that goes into the vault with the row, so that a failed file leaves none. */
async function sealed(sheet: Sheet, request: Request, subject: string | null, part: PersonalPart): Promise<Sealed> {
  const purpose = sheet.register.name
  const empty = Object.keys(part.answers).length + Object.keys(part.sets).length === 0
  if (subject === null || empty) return { subject, values: null, wrapped: null }
  if (request.person.subject) return { subject, values: await sealPart(sheet.engine, subject, purpose, part), wrapped: null }
  const { key, wrapped } = sheet.engine.keys.fresh(subject, purpose)
  return { subject, values: { subject, purpose, cipher: sealValues(key, part) }, wrapped }
}

async function effects(sheet: Sheet, request: Request): Promise<{ effects: Effects; asked: readonly WrittenAnswer[]; record: object }> {
  const { engine, around } = sheet
  const judged = judge(request, nothingFound, around)
  const asked: WrittenAnswer[] = []
  const looking = reading(engine, engine.database, asked, { now: around.now, day: judged.c.today })
  const confirmed = (await judged.step.confirm?.(judged.c as never, looking)) ?? {}
  return { effects: effectsOf(request, { ...judged, confirmed }, nothingFound, around), asked, record: judged.c.record }
}

/** Throws the refusal that the row meets. */
export async function opening(sheet: Sheet, line: number, answers: Readonly<Record<string, unknown>>): Promise<Opened> {
  const { engine, register, around, person } = sheet
  const request: Request = {
    register: register.name,
    record: uuidv7(),
    step: 'open',
    answers,
    key: `import:${sheet.digest}:${line}`,
    person,
  }
  const { effects: will, asked, record } = await effects(sheet, request)
  const { personal } = sheet
  const subject = personal.length > 0 ? subjectFor(request, nothingFound) : null
  const number = sheet.dryRun ? null : await numberFor(engine, register, will)
  const sets: Record<string, unknown> = { ...will.sets, number, subject }
  const kept = Object.fromEntries(Object.entries(will.answers).filter(([name, value]) => value !== null && sets[name] !== value))
  const [openSets, openAnswers] = [parted(sets, personal), parted(kept, personal)]
  const { values, wrapped } = await sealed(sheet, request, subject, { answers: openAnswers.personal, sets: openSets.personal })
  const body = {
    id: uuidv7(),
    register: register.name,
    record: request.record,
    version: 1,
    step: 'open',
    actor: { ...will.actor, hand: 'import' as const },
    occurred: will.occurred,
    recorded: around.now,
    key: request.key,
    answers: openAnswers.open,
    sets: openSets.open,
    sealed: values,
    clocks: will.clocks,
    asked,
    documents: [],
    cause: null,
    reason: `${sheet.fileName}:${line}`,
    basis: will.step.basis ?? null,
  }
  const row = { ...record, ...sets, id: request.record, version: 1, subject }
  const text = canonicalText(body)
  const entry: Entry = { ...body, previous: null, hash: hash('sha256', chainText(null, text), 'hex') }
  const cause = { record: row as never, answers: will.answers, occurred: will.occurred }
  return { row, entry, body: text, linkages: sheet.linkages.filter((l) => l.if?.(cause) ?? true).map((l) => l.name), wrapped }
}
