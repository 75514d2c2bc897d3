// Accounts: passwords under argon2id, lock-out after repeated failures, and what each account holds.
import { hash, verify } from '@node-rs/argon2'
import { cite } from '../../kernel/citation.ts'
import type { Holding, Person } from '../../kernel/permission.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Database } from '../database.ts'

export const signInRefusals = refusals('sign-in', {
  'wrong-credentials': {
    status: 401,
    title: words('账号或密码不正确', 'Wrong account or password'),
    detail: words(
      '没有登录。为防猜测，不说明是哪一项不正确。',
      'You are not signed in. Which of the two is wrong is not said, so that nobody can guess.',
    ),
    remedy: words(
      '请重新输入；连续五次失败后账号锁定十五分钟。',
      'Try again; after five failures the account is locked for fifteen minutes.',
    ),
  },
  locked: {
    status: 429,
    title: words('账号已临时锁定', 'The account is locked for now'),
    detail: words('连续多次登录失败，账号锁定到 {until}。', 'After repeated failures the account is locked until {until}.'),
    remedy: words('请稍后再试，或者请本单位管理员核实后解锁。', 'Wait, or ask your administrator to unlock it.'),
    basis: cite('network-security-law', '21'),
  },
  'second-factor': {
    status: 401,
    title: words('需要第二重验证', 'A second factor is needed'),
    detail: words('该账号已启用动态口令。', 'A one-time code is set up for this account.'),
    remedy: words('请输入验证器中的六位数字。', 'Enter the six digits of your authenticator.'),
  },
})

const allowedFailures = 5
const lockMinutes = 15
/** OWASP's setting for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

interface AccountRow {
  readonly id: string
  readonly name: string
  readonly office: string | null
  readonly password: string | null
  readonly totp: Buffer | null
  readonly speaks_for: string[]
  readonly face: string
  readonly failures: number
  readonly locked_until: string | null
  readonly state: string
}

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

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

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

const accountSql =
  'select id, name, office, password, totp, speaks_for, face, failures, locked_until, state from kernel.account where id = $1'

/** The person behind an account with all that it holds; null when the account is closed or unknown. */
export async function personOf(database: Database, account: string): Promise<(Person & { face: string }) | null> {
  const { rows } = await database.query<
    AccountRow & {
      holdings:
        { duty: string; reach: Holding['reach']; area: string | null; office: string | null; from: string; to: string | null }[] | null
    }
  >({
    name: 'person-of',
    text: `select a.id, a.name, a.office, a.speaks_for, a.face, a.state,
      (select json_agg(json_build_object('duty', h.duty, 'reach', h.reach, 'area', h.area, 'office', h.office, 'from', h.valid_from, 'to', h.valid_to)) from kernel.holding h where h.account = a.id) as holdings
      from kernel.account a where a.id = $1`,
    values: [account],
  })
  const row = rows[0]
  if (!row || row.state !== 'active') return null
  return { id: row.id, name: row.name, office: row.office, holdings: row.holdings ?? [], speaksFor: row.speaks_for, face: row.face }
}

async function failed(database: Database, row: AccountRow): Promise<never> {
  const locks = row.failures + 1 >= allowedFailures
  await database.query(
    `update kernel.account set failures = case when $2 then 0 else failures + 1 end, locked_until = case when $2 then now() + $3 * interval '1 minute' else locked_until end where id = $1`,
    [row.id, locks, lockMinutes],
  )
  return signInRefusals.refuse('wrong-credentials')
}

// Verified when there is no such account, so that an unknown name takes as long as a wrong password.
let stranger: Promise<string> | null = null

/** Checks name, password and where set up the second factor; counts failures and locks. */
export async function authenticate(
  database: Database,
  name: string,
  password: string,
  secondFactor: (secret: Buffer) => boolean,
): Promise<{ account: string; second: boolean }> {
  const { rows } = await database.query<AccountRow>(accountSql, [name])
  const row = rows[0]
  if (!row || row.password === null || row.state !== 'active') {
    stranger ??= hashPassword('nobody has this password')
    await verify(await stranger, password)
    return signInRefusals.refuse('wrong-credentials')
  }
  if (row.locked_until && row.locked_until > new Date().toISOString()) return signInRefusals.refuse('locked', { until: row.locked_until })
  if (!(await verify(row.password, password))) return failed(database, row)
  if (row.totp && !secondFactor(row.totp)) return signInRefusals.refuse('second-factor', { field: 'code' })
  await database.query(
    'update kernel.account set failures = 0, locked_until = null where id = $1 and (failures > 0 or locked_until is not null)',
    [row.id],
  )
  return { account: row.id, second: row.totp !== null }
}
