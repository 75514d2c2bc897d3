// Names behind accounts: of those that stand in records, and of those whom a person may name in a form.
import { dayOf } from '../../kernel/day.ts'
import { heldOn, type Person } from '../../kernel/permission.ts'
import type { Database } from '../database.ts'
import type { Engine } from '../engine.ts'

export interface Named {
  readonly account: string
  readonly name: string
}

/** Accounts in one value of a field that holds them: spaces between. */
export const accountsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? value.split(' ').filter(Boolean) : [])

export async function accountNames(database: Database, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map()
  const { rows } = await database.query<Named>('select id as account, name from kernel.account where id = any($1)', [[...new Set(accounts)]])
  return new Map(rows.map(({ account, name }) => [account, name]))
}

/** Names of all accounts, for whoever asks so often that a question for each would hold them up. */
export async function allNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<Named>('select id as account, name from kernel.account')
  return new Map(rows.map(({ account, name }) => [account, name]))
}

/** Offices in which somebody has a say: their own, and those of the areas that their duties cover. */
function officesOf({ offices, tree, now }: Engine, person: Person): readonly string[] {
  const day = dayOf(now())
  const held = heldOn(person, person.holdings.map(({ duty }) => duty), day)
  const covered = new Set(held.flatMap(({ reach, area }) => (reach === 'area' && area ? tree.under(area, day) : [])))
  const isCovered = (area: string): boolean => covered.has(area) || held.some(({ reach }) => reach === 'all')
  const within = person.office === null ? [] : [...offices.values()].filter(({ area }) => isCovered(area)).map(({ id }) => id)
  return [...new Set([...(person.office === null ? [] : [person.office]), ...within])]
}

/** Most that are named at once. */
const most = 2000

/** Whom a person may name: officials of these offices, and whoever speaks for the same body. */
export async function colleaguesOf(engine: Engine, person: Person): Promise<readonly Named[]> {
  const { rows } = await engine.database.query<Named>(
    `select id as account, name from kernel.account
     where state = 'active' and (office = any($1) or speaks_for && $2) order by name, id limit ${most}`,
    [officesOf(engine, person), person.speaksFor ?? []],
  )
  return rows
}
