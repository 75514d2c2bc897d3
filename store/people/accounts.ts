// Accounts as the server reads them: who a person is and what they hold. The records stand in the register of accounts.
import type { Holding, Person } from '../../kernel/permission.ts'
import type { Database } from '../database.ts'
import { hashPassword } from './passwords.ts'

export interface NewAccount {
  readonly id: string
  readonly name: string
  readonly office?: string | null
  readonly password: string
  readonly face: 'office' | 'enterprise' | 'laboratory' | 'public'
  readonly speaksFor?: readonly string[]
  readonly demonstration?: boolean
  readonly holdings: readonly Omit<Holding, 'from'>[]
  readonly from: string
}

/** An account of the demonstration or of a test, put in place without a record. */
export async function addAccount(database: Database, account: NewAccount): Promise<void> {
  await database.query(
    `insert into kernel.account (id, name, office, password, face, speaks_for, demonstration) values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
    [
      account.id,
      account.name,
      account.office ?? null,
      await hashPassword(account.password),
      account.face,
      account.speaksFor ?? [],
      account.demonstration ?? false,
    ],
  )
  for (const h of account.holdings)
    await database.query(
      `insert into kernel.holding (account, duty, reach, area, office, valid_from, valid_to)
       select $1, $2, $3, $4, $5, $6, $7 where not exists (select 1 from kernel.holding where account = $1 and duty = $2 and reach = $3)`,
      [account.id, h.duty, h.reach, h.area ?? null, h.office ?? null, account.from, h.to ?? null],
    )
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly speaks_for: string[]
  readonly face: string
  readonly subject: string
  readonly state: string
  readonly holdings:
    | { duty: string; reach: Holding['reach']; area: string | null; office: string | null; from: string; to: string | null }[]
    | null
}

/** The person behind an account with all that it holds; null when the account is closed or unknown. */
export async function personOf(database: Database, account: string): Promise<(Person & { face: string }) | null> {
  const { rows } = await database.query<PersonRow>({
    name: 'person-of',
    text: `select a.id, a.name, a.office, a.speaks_for, a.face, a.subject, a.state,
      (select json_agg(json_build_object('duty', h.duty, 'reach', h.reach, 'area', h.area, 'office', h.office, 'from', h.valid_from, 'to', h.valid_to)) from kernel.holding h where h.account = a.id) as holdings
      from kernel.account a where a.id = $1`,
    values: [account],
  })
  const row = rows[0]
  if (!row || row.state !== 'active') return null
  const { id, name, office, face } = row
  const person = { id, name, office, holdings: row.holdings ?? [], speaksFor: row.speaks_for, face }
  // A citizen's cases are their own data; what an official enters is somebody else's.
  return face === 'public' ? { ...person, subject: row.subject } : person
}
