// Duty × reach: a declaration names duties, a jurisdiction's data says who holds a duty and how far it reaches.
import type { AreaTree } from './area.ts'
import type { Day } from './day.ts'
import { everything, nothing, type Filter } from './filter.ts'
import type { House } from './house.ts'
import type { Field } from './field.ts'
import { concerned, type Register, type Standing } from './register.ts'

export type Reach = 'own' | 'party' | 'office' | 'area' | 'all'

/** One duty held by an account, from a day to a day. */
export interface Holding {
  /** `complaints.clerk`. */
  readonly duty: string
  readonly reach: Reach
  /** Root of the subtree that an `area` reach covers. */
  readonly area?: string | null
  readonly office?: string | null
  readonly from: Day
  readonly to?: Day | null
}

/** Whoever asks: their account, their office, what they hold. `anyone` is a visitor without an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly holdings: readonly Holding[]
  /** The person's own identity as a data subject, under which personal values are sealed. */
  readonly subject?: string
  /** Credit codes of the bodies for which the person may speak. */
  readonly speaksFor?: readonly string[]
}

export const anyone: Person = { id: 'anyone', name: 'anyone', office: null, holdings: [] }

/** By which tree of areas and on which day is asked. */
type On = Readonly<{ tree: AreaTree; day: Day }>

/** What a person holds of some duties on a day, wherever it reaches. */
export const heldOn = (person: Person, duties: readonly string[], day: Day): readonly Holding[] =>
  person.holdings.filter(({ duty, from, to }) => duties.includes(duty) && from <= day && (to == null || day <= to))

/** Duties under which records of a register may be read: those of its procedure and those that it names. */
export function readingDuties(house: House, register: Register): readonly string[] {
  const procedure = house.procedures.get(register.name)
  return [...Object.keys(procedure?.duties ?? {}), ...(register.readBy ?? [])].map((duty) => house.duty(register.name, duty))
}

function filterOf({ reach, area, office }: Holding, person: Person, register: Register, { tree, day }: On): Filter {
  switch (reach) {
    case 'all': return everything
    case 'area':
      return area ? { field: 'area', in: [...tree.under(area, day), ...(register.handedDown ? tree.chain(area, day) : [])] } : nothing
    case 'office': return { field: 'office', is: office ?? person.office ?? '' }
    case 'party': return { any: concerned(register).map((field) => ({ field, in: person.speaksFor ?? [] })) }
    case 'own': return { field: 'owner', is: person.id }
  }
}

/** What a person's holdings of some duties cover, as a filter over a register; nothing when none is held on the day. */
export function reachUnder(duties: readonly string[], person: Person, register: Register, at: On): Filter {
  const held = heldOn(person, duties, at.day)
  if (held.some((holding) => holding.reach === 'all')) return everything
  return held.length === 0 ? nothing : { any: held.map((holding) => filterOf(holding, person, register, at)) }
}

/** The one filter that reading, listing, counting, searching, exporting and measuring share. Unspoken is refused. */
export const mayRead = (house: House, register: Register, person: Person, at: On): Filter =>
  reachUnder(readingDuties(house, register), person, register, at)

/** What places a record: its area, its office, who opened it, and the parties that it concerns. */
export interface Placed extends Pick<Standing, 'area' | 'office' | 'owner'> {
  readonly parties?: readonly string[]
}

function covers(holding: Holding, person: Person, record: Placed, at: On): boolean {
  switch (holding.reach) {
    case 'all': return true
    case 'area': return holding.area != null && record.area !== null && at.tree.chain(record.area, at.day).includes(holding.area)
    case 'office': return record.office !== null && record.office === (holding.office ?? person.office)
    case 'party': return (record.parties ?? []).some((code) => (person.speaksFor ?? []).includes(code))
    case 'own': return record.owner === person.id
  }
}

/** The duty under which a person may act on a record, or null. At an opening the record is the one about to be. */
export function dutyFor(person: Person, duties: readonly string[], record: Placed, at: On): string | null {
  return heldOn(person, duties, at.day).find((holding) => covers(holding, person, record, at))?.duty ?? null
}

/** Where what is for certain duties may be seen by somebody who may read the record: where one of those reaches. */
export const seenWhere = (house: House, of: Register, { shownTo }: Pick<Field, 'shownTo'>, person: Person, at: On): Filter =>
  shownTo ? reachUnder(shownTo.map((duty) => house.duty(of.name, duty)), person, of, at) : everything

/** Figures on fewer than this many cases are not shown beyond one's reach. */
export const smallestCell = 5
