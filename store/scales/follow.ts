// The grades that stand follow the facts: those touched by new records at once, all of them on a new day or under a new rule.
import { dayOf } from '../../kernel/day.ts'
import type { Scale } from '../../kernel/scale.ts'
import type { Engine } from '../engine.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import { gradeAll, gradeTouched } from './bulk.ts'
import { ruleOn } from './rule.ts'

/** Scales whose facts come from records. */
export const fedScales = (engine: Pick<Engine, 'house'>): readonly Scale[] =>
  [...engine.house.scales.values()].filter((scale) => scale.facts && scale.key)

type Last = { readonly edition: string; readonly day: string; readonly tick: string }

async function followScale(engine: Engine, warehouse: Warehouse, scale: Scale): Promise<'all' | 'touched' | 'none'> {
  const day = dayOf(engine.now())
  const edition = ruleOn(engine, scale, day)
  if (!edition) return 'none'
  return warehouse.transaction(async (session) => {
    const [position] = await session.rows<{ seq: string }>("select seq::varchar as seq from follow where name = 'facts'")
    const [last] = await session.rows<Last>('select edition, day, tick::varchar as tick from scale_run where scale = ?', [scale.name])
    const tick = Number(position?.seq ?? 0)
    const run = { scale, edition, day, tick }
    const rule = JSON.stringify(edition)
    const whole = !last || last.day !== day || last.edition !== rule || tick < Number(last.tick)
    if (!whole && Number(last.tick) === tick) return 'none'
    await (whole ? gradeAll(session, run) : gradeTouched(session, run, Number(last.tick)))
    await session.run('insert or replace into scale_run values (?, ?, ?, ?)', [scale.name, rule, day, tick])
    return whole ? 'all' : 'touched'
  })
}

/** Brings the grades of every scale up to the facts that stand in the warehouse. */
export async function followScales(engine: Engine, warehouse: Warehouse): Promise<Readonly<Record<string, 'all' | 'touched' | 'none'>>> {
  const done: Record<string, 'all' | 'touched' | 'none'> = {}
  for (const scale of fedScales(engine)) done[scale.name] = await followScale(engine, warehouse, scale)
  return done
}
