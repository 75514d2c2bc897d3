// Histories: acts of the past, judged and chained in memory by the gate's own stages, with the links that follow; written in batches.
import { effectsOf, judge, stepOf, type Request, type Surroundings } from '../../kernel/act.ts'
import { dayOf, startOf } from '../../kernel/day.ts'
import type { FoundDocument } from '../../kernel/document.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { EntryBody, IssuedDocument } from '../../kernel/journal.ts'
import type { Cause } from '../../kernel/linkage.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import { bringsFiles } from '../attachments/claim.ts'
import { inTransaction } from '../database.ts'
import { surroundings, type Engine } from '../engine.ts'
import { allNames } from '../people/names.ts'
import { requestsFor, type Stepping } from '../links.ts'
import { chained, type Chained } from '../records/chained.ts'
import { compose, linkagesOf, type Sources } from '../records/compose.ts'
import { judgePaper } from '../records/documents.ts'
import { nothingFound, readable, type Sought } from '../records/find.ts'
import { filled, seriesOf } from '../records/numbers.ts'
import type { PersonKeys } from '../records/personal.ts'
import { uuidv7 } from '../uuid.ts'
import { emptyBatch, journalLine, writeBatch, type Batch, type Paper, type Told } from './batch.ts'
import { Shelf } from './shelf.ts'

export interface Taken {
  readonly entry: string
  readonly record: AnyRecord
  readonly documents: readonly IssuedDocument[]
}

/** Acts between two pauses: some milliseconds. */
const betweenPauses = 4

const blanks = new WeakMap<Register, Readonly<Record<string, unknown>>>()
/** All fields of a record that nobody filled yet, as the database gives them. */
function blank(register: Register): Readonly<Record<string, unknown>> {
  const known = blanks.get(register) ?? Object.fromEntries(readable(register).map(({ field }) => [field, null]))
  blanks.set(register, known)
  return known
}

/**
 * Tells histories while nobody else acts: the server is not listening yet. Every act passes through the same stages as at the gate;
 * only the reading is from memory and the writing comes for a whole batch. A record is told within one batch.
 */
export class Histories {
  readonly shelf: Shelf
  private readonly engine: Engine
  private readonly written: (entries: number) => Promise<void>
  private readonly sources: Sources
  private told: Batch = emptyBatch()
  private acts = 0
  /** The last number of each series, those of batches that are being written included. */
  private series: Promise<Map<string, number>> | null = null
  private names: Promise<ReadonlyMap<string, string>> | null = null
  private writing: Promise<void> = Promise.resolve()

  /** `written` is told how many entries each batch has written, and the next is not written before it is done. */
  constructor(engine: Engine, written: (entries: number) => Promise<void> = () => Promise.resolve()) {
    this.written = written
    this.engine = { ...engine, keys: this.keysOver(engine.keys) }
    this.shelf = new Shelf(engine)
    this.sources = {
      record: (pattern, values) => this.number(seriesOf(pattern, values), '', 6),
      document: (pattern, values) => this.number(seriesOf(pattern, values), 'document:', 1),
      called: () => (this.names ??= allNames(engine.database)),
    }
  }

  /** A person's key is made in memory and goes into the vault with the batch. */
  private keysOver(keys: PersonKeys): PersonKeys {
    return {
      ...keys,
      key: async (subject, purpose) => {
        const name = `${subject}/${purpose}`
        const known = this.told.keys.get(name) ?? { subject, purpose, ...keys.fresh(subject, purpose) }
        this.told.keys.set(name, known)
        return known.key
      },
    }
  }

  private async number(series: string, kind: string, width: number): Promise<string> {
    const name = kind + series
    const known = await (this.series ??= this.lasts())
    let place = this.told.series.get(name)
    if (!place) {
      const before = known.get(name) ?? 0
      place = { before, last: before }
      this.told.series.set(name, place)
    }
    known.set(name, ++place.last)
    return filled(series, place.last, width)
  }

  /** All series as the database has them; a number that somebody takes meanwhile is found when the batch is written. */
  private async lasts(): Promise<Map<string, number>> {
    const { rows } = await this.engine.database.query<{ series: string; last: number }>('select series, last from kernel.counter')
    return new Map(rows.map(({ series, last }) => [series, last]))
  }


  /** One act and all that follows from it. */
  async take(request: Request): Promise<Taken> {
    // Told from memory alone, an act waits for nothing: without a pause the batch before would not be written meanwhile.
    if (++this.acts % betweenPauses === 0) await new Promise(setImmediate)
    const around = surroundings(this.engine)
    const procedure = around.house.procedureOf(request.register)
    const step = stepOf(procedure, request.step)
    if (step === undefined) return kernelRefusals.refuse('not-found')
    if (bringsFiles(step.asks ?? {}, request.answers)) throw new Error('fault: histories bring no files')
    const told = request.step === 'open' ? null : (this.told.records.get(request.record) ?? null)
    const { body, row: record, linkages, answers } = await this.judged(request, told, around)
    await this.shelf.put(request.register, record)
    await this.follow(body, linkages, { record, answers, occurred: body.occurred })
    return { entry: body.id, record, documents: body.documents }
  }

  private async judged(request: Request, told: Told | null, around: Surroundings) {
    const { engine } = this
    const found: Sought = told
      ? { ...told, record: told.row, clocks: [...told.clocks.values()], replayed: null }
      : nothingFound
    const judged = judge(request, found, around)
    const asked: WrittenAnswer[] = []
    const looking = this.shelf.reading(asked, { now: around.now, day: judged.c.today })
    const confirmed = (await judged.step.confirm?.(judged.c as never, looking)) ?? {}
    const paper = judged.step.paper ? judgePaper(engine, this.document(request.record, String(judged.c.answers['document'])), judged) : undefined
    const effects = effectsOf(request, { ...judged, confirmed, ...(paper ? { paper } : {}) }, found, around)
    const { body, row, documents } = await compose(engine, { request, found, effects, asked, brought: [] }, this.sources)
    const whole = (told ? row : { ...blank(effects.procedure.of), ...row }) as AnyRecord
    const entry = chained(found.previous, body)
    this.keep(entry, told ?? this.begin(effects.procedure.of, whole), whole)
    const papers = this.told.records.get(request.record)!.papers
    for (const document of documents)
      papers.push({ document, entry: body.id, issued: body.occurred, state: 'issued', signatures: [], served: null, why: null })
    if (paper) this.change(body, papers.find(({ document }) => document.id === paper.id)!)
    return { body, row: whole, linkages: linkagesOf(engine, request, effects, whole), answers: { ...effects.sets, ...effects.answers } }
  }

  private begin(register: Register, row: AnyRecord): Told {
    const told: Told = { register, row, clocks: new Map(), clockEntries: new Map(), takenBy: {}, papers: [], last: null, previous: null }
    this.told.records.set(row.id, told)
    return told
  }

  private keep(entry: Chained, told: Told, row: AnyRecord): void {
    const { body, hash } = entry
    this.told.entries.push(journalLine(entry))
    told.row = row
    told.last = body.occurred
    told.previous = hash
    ;(told.takenBy[body.step] ??= []).push(body.actor.id)
    for (const clock of body.clocks) {
      const key = `${clock.deadline}#${clock.run}`
      told.clocks.set(key, clock)
      told.clockEntries.set(key, body.id)
    }
  }

  private document(record: string, number: string): FoundDocument {
    const papers = this.told.records.get(record)?.papers ?? []
    const paper = papers.find(({ document }) => document.number === number)
    if (!paper) return kernelRefusals.refuse('no-document', { number, field: 'document' })
    const { document, issued, state, signatures, served } = paper
    const after = papers.slice(papers.indexOf(paper) + 1)
    return {
      id: document.id, form: document.form, number, issued: dayOf(issued), isVoid: state === 'void',
      signedBy: signatures.map(({ duty }) => duty), served: served === null ? null : dayOf(served),
      later: after.findLast((each) => each.document.form === document.form && each.state !== 'void')?.document.number ?? null,
    }
  }

  /** A signature, a service or a voiding, as `writePaper` writes it. */
  private change({ id, occurred, actor, answers, paper: change }: EntryBody, paper: Paper): void {
    if (change!.does === 'void') {
      paper.state = 'void'
      paper.why = String(answers['why'])
    } else if (change!.does === 'sign') {
      paper.state = change!.complete ? 'signed' : 'issued'
      paper.signatures.push({ duty: change!.duty, by: actor.id, at: occurred, entry: id })
    } else {
      const served = change!.served === null ? null : startOf(change!.served)
      if (change!.outcome === 'served') paper.served = served
      const document = paper.document.id
      this.told.services.push({ id: uuidv7(), document, way: change!.way, state: change!.outcome, sent: occurred, served, entry: id })
    }
  }

  private async targets(then: Stepping, cause: Cause): Promise<readonly string[]> {
    if ('on' in then) return [then.on(cause)].filter((id) => id !== null)
    return (await this.shelf.find(then.of, then.where(cause))).map(({ id }) => id)
  }

  /** The links of which the act is the cause, each delivered at once; a refused one is parked as ever. */
  private async follow({ id, register, record }: EntryBody, linkages: readonly string[], cause: Cause): Promise<void> {
    for (const name of linkages) {
      const linkage = this.engine.house.linkages.find((each) => each.name === name)!
      const outcome = { linkage: name, cause: id, register, record }
      try {
        let first: string | null = null
        for (const request of await requestsFor(linkage, id, cause, (then, of) => this.targets(then, of))) {
          const { entry } = await this.take(request)
          first ??= entry
        }
        this.told.links.push({ ...outcome, consequence: first, refusal: null })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        this.told.links.push({ ...outcome, consequence: null, refusal: { code: error.code, detail: error.detail, remedy: error.remedy } })
      }
    }
  }

  /**
   * Tells a batch and has it written, whole or not at all, while the next is told; one that was written before is not told again.
   * Whoever needs what was written waits for `settled`.
   */
  async batch(name: string, tell: () => Promise<void>): Promise<void> {
    const setting = `history:${name}`
    const { database } = this.engine
    if ((await database.query('select 1 from kernel.setting where name = $1', [setting])).rows.length > 0) return
    this.told = emptyBatch()
    await tell()
    const batch = this.told
    await this.writing
    this.writing = inTransaction(database, async (session) => {
      await writeBatch(session, batch)
      await session.query('insert into kernel.setting (name, value) values ($1, $2)', [setting, JSON.stringify(batch.entries.length)])
    }).then(() => this.written(batch.entries.length))
    // Whoever waits for it hears of a fault; until then it must not end the process.
    this.writing.catch(() => undefined)
  }

  /** All that was told is written. */
  settled(): Promise<void> {
    return this.writing
  }
}
