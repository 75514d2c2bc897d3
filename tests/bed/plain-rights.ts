// The rule of rights in plain words, with nothing of the kernel's own reckoning: what the house must answer.
import { hebei } from '../../jurisdictions/hebei/index.ts'
import type { Holding, Person } from '../../kernel/permission.ts'

/** Where a record stands: its place, the office that has it, who opened it, whom it concerns. */
export interface Place {
  readonly area: string | null
  readonly office: string | null
  readonly owner: string | null
  readonly parties: readonly string[]
}

/** The place as it is called on a day, its master, and the master's master. */
export function masters(code: string, day: string): readonly string[] {
  const rows = hebei.divisions.filter((row) => row.code === code)
  const row = rows.find((one) => one.from <= day && (!one.to || one.to >= day)) ?? rows.at(-1)!
  if (row.to && row.to < day && row.becomes) return masters(row.becomes, day)
  return row.parent ? [code, ...masters(row.parent, day)] : [code]
}

export const inForce = (holding: Holding, day: string): boolean => holding.from <= day && (!holding.to || holding.to >= day)

/** An order is read at its place and by all places under it. */
const isOrderedBy = (place: string, own: string, day: string): boolean => masters(own, day).includes(masters(place, day)[0]!)

function reaches(holding: Holding, person: Person, { order, ...place }: Place & { readonly order?: boolean }, day: string): boolean {
  if (holding.reach === 'all') return true
  if (holding.reach === 'area' && place.area !== null && order && holding.area && isOrderedBy(place.area, holding.area, day)) return true
  if (holding.reach === 'area') return place.area !== null && masters(place.area, day).includes(holding.area ?? 'nowhere')
  if (holding.reach === 'office') return place.office !== null && place.office === (holding.office ?? person.office)
  if (holding.reach === 'party') return place.parties.some((code) => person.speaksFor?.includes(code))
  return place.owner === person.id
}

/** Yes, if a duty that the declaration names is held on the day and reaches the record. Whatever is not said is refused. */
export const allowed = (duties: readonly string[], person: Person, place: Place & { readonly order?: boolean }, day: string): boolean =>
  person.holdings.some((holding) => duties.includes(holding.duty) && inForce(holding, day) && reaches(holding, person, place, day))
