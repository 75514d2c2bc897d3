// What must hold when an accident is told of, added to and published: its level, whose equipment it was, what the public may read.
import type { InForce, Reading, RunningClock } from '../../../kernel/procedure.ts'
import { factNames } from './accident.ts'
import { isHigher, levelOf, tierOf, type AccidentFacts, type AccidentLevel, type LevelTable, type Tier } from './accident-level.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals

type Known = Omit<AccidentFacts, 'kind'>
type Judging = { parameter(name: string, day?: string): InForce }

/** The level by the table in force on the day of the accident, whatever it is now. */
export function judged(facts: Known & { readonly kind: string }, on: string, c: Judging) {
  return levelOf(facts, c.parameter('accident.levels', on).value as LevelTable)
}

/** Facts as they stand after an addition: what is not told anew stays. */
export const merged = (record: Known, answers: Known): Known =>
  Object.fromEntries(factNames.map((name) => [name, answers[name] ?? record[name]])) as unknown as Known

/** Whether numbers may still move the level: thirty days from the accident (事故條例 13、20). */
export const stillCounts = (clocks: readonly RunningClock[], today: string): boolean => {
  const due = clocks.findLast(({ deadline }) => deadline === 'casualties')?.due
  return due == null || today <= due
}

/** A new tier to be reached starts its hours anew. */
export const climbing = (reached: Tier | null, level: AccidentLevel): boolean => isHigher(tierOf(level), reached ?? 'county')

/** Who reports for the equipment of somebody else would stop it. */
export async function ownEquipment(answers: { equipment: string | null; unit: string | null; kind: string }, duty: string, at: Reading) {
  if (answers.equipment === null) return
  const found = await at.first('equipment', { id: answers.equipment })
  if (found === null) return refuse('no-equipment', { field: 'equipment' })
  if (found['kind'] !== answers.kind) refuse('kind-differs', { field: 'kind' })
  if (duty.endsWith('.party') && found['user'] !== answers.unit) refuse('equipment-of-others', { field: 'equipment' })
  return { equipmentCode: String(found['code']) }
}

/** Identity and telephone numbers that a text for the public may not hold; names are for the publisher to look for. */
export const personal = /\d{17}[\dXx]|\b\d{15}\b|(?<!\d)1[3-9]\d{9}(?!\d)/
