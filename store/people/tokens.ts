// Tokens for programs: shown once, kept as a digest, with a scope and an end.
import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../database.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface NewToken {
  readonly account: string
  readonly title: string
  /** `read`, `write`, or with the name of a register such as `read:complaint`. */
  readonly scope: readonly string[]
  readonly ends: string
}

export async function issueToken(database: Database, asked: NewToken): Promise<string> {
  const id = randomBytes(9).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  await database.query('insert into kernel.token (id, digest, account, title, scope, ends) values ($1, $2, $3, $4, $5, $6)', [
    id,
    digest(secret),
    asked.account,
    asked.title,
    asked.scope,
    asked.ends,
  ])
  return `zh_${id}_${secret}`
}

export async function findToken(
  database: Database,
  token: string,
  now: string,
): Promise<{ account: string; scope: readonly string[] } | null> {
  const parts = /^zh_([\w-]{12})_([\w-]{43})$/.exec(token)
  if (!parts) return null
  const { rows } = await database.query<{ account: string; scope: string[]; digest: Buffer }>(
    'select account, scope, digest from kernel.token where id = $1 and revoked is null and ends > $2',
    [parts[1], now],
  )
  const row = rows[0]
  return row && row.digest.equals(digest(parts[2]!)) ? { account: row.account, scope: row.scope } : null
}

export interface TokenListed {
  readonly id: string
  readonly title: string
  readonly scope: readonly string[]
  readonly made: string
  readonly ends: string
  readonly revoked: string | null
}

export async function tokensOf(database: Database, account: string): Promise<readonly TokenListed[]> {
  const { rows } = await database.query<TokenListed>(
    'select id, title, scope, made, ends, revoked from kernel.token where account = $1 order by made desc limit 200',
    [account],
  )
  return rows
}

export async function revokeToken(database: Database, account: string, id: string, now: string): Promise<boolean> {
  const done = await database.query('update kernel.token set revoked = $3 where id = $2 and account = $1 and revoked is null', [account, id, now])
  return done.rowCount === 1
}
