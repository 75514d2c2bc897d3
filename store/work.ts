// Work behind the acts: numbering, checkpoints, links, facts, figures, grades, corrections, dated data, lapses; one round after another.
import { dayOf, type Day } from '../kernel/day.ts'
import type { Signer } from '../kernel/trust/signature.ts'
import { tidyFiles } from './attachments/tidy.ts'
import { followCorrections } from './corrections.ts'
import type { Engine } from './engine.ts'
import type { KeyRing } from './keys/key-files.ts'
import { deliverLinks } from './links.ts'
import { makeCheckpoint } from './log/checkpoints.ts'
import { numberEntries } from './log/sequencer.ts'
import { computeMeasures } from './measures/compute.ts'
import { followRights } from './people/rights-follow.ts'
import { followOfficers } from './officers-follow.ts'
import { followScales } from './scales/follow.ts'
import { followSeals } from './seal-follow.ts'
import { sweep } from './sweep.ts'
import { followJournal } from './warehouse/facts.ts'
import type { Warehouse } from './warehouse/warehouse.ts'

/** Looks once a day at what time alone brings about. */
type Watch = (engine: Engine) => Promise<unknown>

export interface Working {
  readonly engine: Engine
  readonly warehouse: Warehouse
  readonly origin: string
  readonly signers: () => readonly Signer[]
  /** Seals publications where keys are at hand. */
  readonly keys?: () => KeyRing
  /** What is looked at once a day, such as the watch over signals; each is safe to run twice. */
  readonly daily?: readonly Watch[]
  /** Which of these look again when a reading was corrected: with the next sweep, however many corrections came before it. */
  readonly corrected?: readonly Watch[]
  /** A fault of the work: logged, and the round is tried again later. */
  readonly fault: (what: string, error: unknown) => void
}

/** One round of all that is there to be done: how much was done, nothing when all is settled, and whether readings were corrected. */
export async function workOnce(working: Working): Promise<{ readonly done: number; readonly corrected: boolean }> {
  const { engine, warehouse } = working
  const numbered = await numberEntries(engine.database)
  // Before all else: who lost a duty has lost it.
  await followRights(engine)
  await makeCheckpoint(engine.database, working.origin, working.signers())
  const links = await deliverLinks(engine)
  const followed = await followJournal(engine, warehouse)
  if (followed.registers.length > 0) {
    const touched = [...engine.house.measures.values()]
      .filter((m) => 'register' in m.source && followed.registers.includes(m.source.register))
      .map((m) => m.name)
    if (touched.length > 0) await computeMeasures(engine, warehouse, { measures: touched, reason: '新的记录' })
  }
  await followScales(engine, warehouse)
  const corrections = await followCorrections(engine, warehouse)
  await followOfficers(engine)
  const sealed = working.keys ? await followSeals(engine, working.keys()) : 0
  return { done: numbered + links.done + sealed + corrections, corrected: corrections > 0 }
}

/** Runs rounds when told that something happened, and once a second all the same; sweeps clocks every minute, and watches every day. */
export class Work {
  private readonly working: Working
  private timer: NodeJS.Timeout | null = null
  private round: Promise<void> | null = null
  /** The watches of the day run beside the rounds: however much they find, links and lapses do not wait for them. */
  private watching: Promise<void> | null = null
  private again = false
  private stopped = false
  private swept = 0
  /** Which watches of the day are done. */
  private watched = { day: '', done: new Set<Watch>() }
  /** Watches whose data was corrected while they ran: they are not done. */
  private overtaken = new Set<Watch>()

  constructor(working: Working) {
    this.working = working
  }

  start(): void {
    this.timer = setInterval(() => this.wake(), 1000)
    this.timer.unref()
  }

  /** Something was acknowledged: do a round now, or another one after the one that runs. */
  wake(): void {
    if (this.stopped) return
    if (this.round) {
      this.again = true
      return
    }
    this.round = this.doRound().finally(() => {
      this.round = null
      if (this.again) {
        this.again = false
        this.wake()
      }
    })
  }

  private async doRound(): Promise<void> {
    try {
      for (let done = 1; done > 0 && !this.stopped;) {
        const round = await workOnce(this.working)
        if (round.corrected)
          for (const watch of this.working.corrected ?? []) {
            this.watched.done.delete(watch)
            this.overtaken.add(watch)
          }
        done = round.done
      }
      const now = this.working.engine.now()
      if (Date.parse(now) - this.swept > 60_000) {
        this.swept = Date.parse(now)
        await sweep(this.working.engine, now)
        await tidyFiles(this.working.engine)
        this.watching ??= this.watch(dayOf(now)).finally(() => {
          this.watching = null
        })
      }
    } catch (error) {
      this.working.fault('work', error)
    }
  }

  /** After a start, and then on each new day in Hebei; what failed holds up no other, and is tried again with the next sweep. */
  private async watch(today: Day): Promise<void> {
    if (this.watched.day !== today) this.watched = { day: today, done: new Set() }
    for (const watch of this.working.daily ?? []) {
      if (this.stopped) return
      if (this.watched.done.has(watch)) continue
      this.overtaken.delete(watch)
      await watch(this.working.engine).then(
        () => { if (!this.overtaken.has(watch)) this.watched.done.add(watch) },
        (error: unknown) => this.working.fault('work', error),
      )
    }
  }

  /** Waits until nothing is left to be done. */
  async settled(): Promise<void> {
    this.wake()
    while (this.round ?? this.watching) {
      await this.round
      if (!this.watching) continue
      // What the watches entered is followed as any other act.
      await this.watching
      this.wake()
    }
  }

  /** What was acknowledged has its place in the log before the end; what follows from it is done after the next start. */
  async stop(): Promise<void> {
    this.stopped = true
    if (this.timer) clearInterval(this.timer)
    await this.round
    await this.watching
    await numberEntries(this.working.engine.database).catch((error: unknown) => this.working.fault('work', error))
  }
}
