// The demonstration at size: 20,000 invented enterprises, 60 laboratories, and three years of what supervision did with them.
import { addDays, addMonths, dayOf, type Day } from '../../kernel/day.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { Histories } from '../../store/histories/histories.ts'
import { numberEntries } from '../../store/log/sequencer.ts'
import { followJournal } from '../../store/warehouse/facts.ts'
import type { Zhiheng } from '../../zhiheng.ts'
import type { Progress } from '../progress.ts'
import { asEntered, inventedPopulace, type Maker } from './enterprises.ts'
import { tellLead, tellOpened } from './cases.ts'
import { tellComplaint } from './complaints.ts'
import { tellOutsideDecisions, tellRatings } from './credit.ts'
import { followFailure } from './follow-ups.ts'
import { enterLaboratory, inventedLaboratories } from './laboratories.ts'
import { tellPermits } from './permits.ts'
import { planSchedule, tellPlan } from './plans.ts'
import { Chance, rates } from './rates.ts'
import type { Field } from './samples.ts'
import { actor, Tale } from './tale.ts'

/** How many of what; the published rates hold for any. */
export interface Extent {
  readonly enterprises: number
  readonly laboratories: number
}

const full: Extent = { enterprises: rates.enterprises, laboratories: rates.laboratories }

const registrar = actor('province', 'hebei-market', ['parties.registrar'])
const entered: Day = '2023-10-09'
const portion = 4000
/** So many entries are numbered and taken into the facts at once: a few would cost nearly as much. */
const followed = 10_000

async function enterEnterprises(histories: Histories, makers: readonly Maker[], today: Day, bar: (done: number) => void): Promise<void> {
  for (let at = 0; at < makers.length; at += portion)
    await histories.batch(`enterprises ${at}`, async () => {
      for (const maker of makers.slice(at, at + portion))
        await new Tale({ histories, register: 'enterprise', name: maker.code, today }).take('open', entered, registrar, { ...asEntered(maker) })
      bar(at + portion)
    })
}

/** Now and then what was written is numbered and the facts follow: the databases work on it while the next batch is told. */
function followedBy({ engine, warehouse }: Pick<Zhiheng, 'engine' | 'warehouse'>): (entries: number) => Promise<void> {
  let ahead = 0
  return async (entries) => {
    ahead += entries
    if (ahead < followed) return
    await numberEntries(engine.database)
    await followJournal(engine, warehouse)
    ahead = 0
  }
}

/** Tells all of it, batch by batch; what an earlier start has written is not told again. */
export async function addAtSize(zhiheng: Pick<Zhiheng, 'engine' | 'warehouse'>, progress: Progress, extent: Extent = full): Promise<void> {
  const { engine } = zhiheng
  const histories = new Histories(engine, followedBy(zhiheng))
  const today = dayOf(engine.now())
  const makers = inventedPopulace(extent.enterprises, hebei.divisions)
  await enterEnterprises(histories, makers, today, progress.begin('虚构企业 invented enterprises', makers.length))
  // A dozen stand there from the small demonstration.
  const laboratories = inventedLaboratories(extent.laboratories - 12, hebei.divisions)
  await histories.batch('laboratories', async () => {
    for (const [at, laboratory] of laboratories.entries()) await enterLaboratory(histories, laboratory, at, today)
  })
  const field: Field = {
    histories, today, laboratories,
    makers: new Map(makers.map((maker) => [maker.code, maker])),
    afterFailure: (sample, on, chance) => followFailure(field, sample, on, chance),
    afterRefusal: tellOpened,
  }
  const plans = planSchedule(extent.enterprises / full.enterprises).filter(({ on }) => on <= today)
  const bar = progress.begin('三年监督抽查 three years of spot checks', plans.length)
  for (const [at, plan] of plans.entries()) {
    await histories.batch(plan.name, () => tellPlan(field, plan, makers.filter(({ productClass }) => productClass === plan.productClass)))
    bar(at + 1)
  }
  await tellBeside(field, makers, extent, progress)
  await histories.batch('outside decisions', () => tellOutsideDecisions(field, makers, Math.round((40 * extent.enterprises) / full.enterprises)))
  await histories.batch('permits', () => tellPermits(field, makers, Math.round((800 * extent.enterprises) / full.enterprises)))
  await histories.batch('ratings', () => tellRatings(field, makers, Math.round((600 * extent.enterprises) / full.enterprises)))
  await histories.settled()
  await numberEntries(engine.database)
  // What is public is sealed by the running server.
  await followJournal(engine, zhiheng.warehouse)
}

/** Cases that began with a clerk, and complaints: so many in each month of the three years, and the last months as busy as the first. */
async function tellBeside(field: Field, makers: readonly Maker[], extent: Extent, progress: Progress): Promise<void> {
  const share = extent.enterprises / full.enterprises
  const months = Array.from({ length: 37 }, (_, at) => addMonths('2023-11-01', at)).filter((month) => month <= field.today)
  const bar = progress.begin('虚构案件和投诉 invented cases and complaints', months.length)
  const several = (perMonth: number, chance: Chance): number => Math.floor(perMonth * share + chance.next())
  for (const [at, month] of months.entries()) {
    const chance = new Chance(`month ${month}`)
    await field.histories.batch(`month ${month}`, async () => {
      for (let n = several(rates.cases.monthlyLeads, chance); n > 0; n--)
        await tellLead(field, chance.pick(makers), `lead ${month} ${n}`, addDays(month, chance.whole(0, 27)))
      for (let n = several(rates.complaints.monthly, chance); n > 0; n--)
        await tellComplaint(field, { maker: chance.pick(makers), name: `complaint ${month} ${n}`, on: addDays(month, chance.whole(0, 27)) })
    })
    bar(at + 1)
  }
}
