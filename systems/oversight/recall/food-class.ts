// Classes of a food recall (食品召回級別): a graver one takes its shorter term, a lighter one gives no more time.
import { choice, text } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'
import { cite } from '../../../kernel/citation.ts'
import type { Maker } from './orders.ts'
import { recall } from './recall.ts'
import { recallRefusals } from './refusals.ts'

const { refuse } = recallRefusals

type FoodClass = 'one' | 'two' | 'three'

/** From the gravest down, with the number of each in the names of its parameters. */
const gravest: readonly FoodClass[] = ['one', 'two', 'three']
const isGraver = (one: FoodClass, other: FoodClass): boolean => gravest.indexOf(one) < gravest.indexOf(other)

interface Recalled {
  readonly record: {
    readonly state: string
    readonly how: string | null
    readonly foodClass: FoodClass | null
    readonly foodFrom: string | null
    readonly regraded: string | null
  }
  readonly answers: { readonly foodClass: FoodClass | null }
  readonly today: string
  readonly occurred: string
  parameter(name: string): { readonly value: unknown }
}

/** What the public was told, and what the authority ordered or set, the maker does not make lighter by a plan filed anew. */
export function mayGrade({ record, answers }: Recalled): void {
  const isBound = record.state === 'running' || record.how === 'ordered' || record.regraded !== null
  if (isBound && record.foodClass && answers.foodClass && isGraver(record.foodClass, answers.foodClass))
    refuse('class-lightened', { class: recall.fields.foodClass.choices![record.foodClass]!.title, field: 'foodClass' })
}

const hoursOf = (c: Recalled, foodClass: FoodClass): number =>
  (c.parameter(`recall.food-start-${gravest.indexOf(foodClass) + 1}`).value as { readonly length: number }).length

/**
 * A graver class runs from the day it is given, and what ran before runs on beside it, so that no later day comes of it.
 * The measures do not say how a class that is raised is counted: this is how we read them.
 */
export function raised(c: Recalled): { readonly foodGraver?: string } {
  const [was, now] = [c.record.foodClass, c.answers.foodClass]
  const isRaised = was !== null && now !== null && isGraver(now, was)
  return isRaised && c.record.state === 'running' ? { foodGraver: c.today } : {}
}

/** What was not begun begins within the shorter term; a plan needs none, since with it the recall has begun. */
function beginsSooner(c: Recalled): { readonly foodFrom?: string } {
  const [was, now] = [c.record.foodClass, c.answers.foodClass]
  if (was === null || now === null || !isGraver(now, was) || c.record.state !== 'planning' || c.record.foodFrom === null) return {}
  const before = Date.parse(c.record.foodFrom) + hoursOf(c, was) * 3_600_000
  return Date.parse(c.occurred) + hoursOf(c, now) * 3_600_000 < before ? { foodFrom: c.occurred } : {}
}

export const regrading = (step: Maker) => ({
  regrade: step({
    title: words('调整食品召回级别', 'Change the class of the food recall'),
    from: ['planning', 'filed', 'running'],
    to: (c) => c.record.state as 'running',
    by: 'head',
    basis: cite('food-recall-measures'),
    returning: true,
    asks: {
      foodClass: choice(words('食品召回级别', 'Class of a food recall'), recall.fields.foodClass.choices!),
      why: text(words('理由和依据', 'Why, and on what evidence'), { length: 1000 }),
    },
    check(c) {
      if (c.record.line !== 'food') refuse('not-food')
      if (c.answers.foodClass === c.record.foodClass) refuse('same-class', { field: 'foodClass' })
    },
    gives: (c) => ({ ...raised(c as never), ...beginsSooner(c as never), regraded: c.today }),
  }),
})
