// Names behind accounts: of those that stand in records, and of those whom a person may name in a form.
import { dayOf } from '../../kernel/day.ts'
import { heldOn, type Person } from '../../kernel/permission.ts'
import { normalised } from '../../kernel/search-text.ts'
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

const theirs = `state = 'active' and (office = any($1) or speaks_for && $2)`

/** Whom a person may name: officials of these offices, and whoever speaks for the same body. */
export async function colleaguesOf(engine: Engine, person: Person): Promise<readonly Named[]> {
  const { rows } = await engine.database.query<Named>(
    `select id as account, name from kernel.account where ${theirs} order by name, id`,
    [officesOf(engine, person), person.speaksFor ?? []],
  )
  return rows
}

export interface FoundPeople {
  readonly items: readonly Named[]
  /** Whether there are others, who are found by their names. */
  readonly more: boolean
}

/** Most that are told at once. */
const most = 50

/** Colleagues by a piece of their name or account; of all others nothing is told, however exactly they are named. */
export async function searchColleagues(engine: Engine, person: Person, query: string): Promise<FoundPeople> {
  const pieces = [query.trim().normalize('NFKC').toLowerCase(), normalised(query)].filter((piece) => piece !== '')
  const { rows } = await engine.database.query<Named>(
    `select id as account, name from kernel.account where ${theirs}
       and ($3::text[] = '{}' or exists (select from unnest($3::text[]) as piece where strpos(lower(name), piece) > 0 or strpos(id, piece) > 0))
     order by name, id limit ${most + 1}`,
    [officesOf(engine, person), person.speaksFor ?? [], pieces],
  )
  return { items: rows.slice(0, most), more: rows.length > most }
}

/** Names of those accounts that are colleagues'. */
export async function colleaguesAmong(engine: Engine, person: Person, accounts: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await engine.database.query<Named>(
    `select id as account, name from kernel.account where ${theirs} and id = any($3) order by name, id`,
    [officesOf(engine, person), person.speaksFor ?? [], accounts],
  )
  return rows
}

/**
 * Those of the accounts that a person may write into a record: colleagues' and their own. Whose duty reaches the whole province
 * registers the staff of every laboratory, and may write whoever has an account; nobody writes one that is not there.
 */
export async function namableAmong(engine: Engine, person: Person, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const held = heldOn(person, person.holdings.map(({ duty }) => duty), dayOf(engine.now()))
  const everybodys = `select id as account, name from kernel.account where state = 'active' and id = any($1)`
  const known = held.some(({ reach }) => reach === 'all')
    ? (await engine.database.query<Named>(everybodys, [accounts])).rows
    : await colleaguesAmong(engine, person, accounts)
  return new Set([person.id, ...known.map(({ account }) => account)])
}
