// Sessions: a random token whose digest is stored, ended by time, by leaving, and by whoever closes the account.
import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../database.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface SessionFound {
  readonly account: string
  readonly csrf: string
}

/** Hours without a request after which a session ends, and hours after which it ends in any case. */
const idleHours = 2
const longestHours = 12

export async function beginSession(database: Database, account: string, second: boolean): Promise<{ token: string; csrf: string }> {
  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(24).toString('base64url')
  await database.query(
    `insert into kernel.session (id, account, ends, second_factor, csrf) values ($1, $2, now() + $3 * interval '1 hour', $4, $5)`,
    [digest(token), account, longestHours, second, csrf],
  )
  return { token, csrf }
}

/** The session of a token while it lives; being seen keeps it from idling out (written at most once a minute). */
export async function findSession(database: Database, token: string): Promise<SessionFound | null> {
  const { rows } = await database.query<{ account: string; csrf: string; stale: boolean }>({
    name: 'session-find',
    text: `select account, csrf, seen < now() - interval '1 minute' as stale from kernel.session where id = $1 and ends > now() and seen > now() - $2 * interval '1 hour'`,
    values: [digest(token), idleHours],
  })
  const row = rows[0]
  if (!row) return null
  if (row.stale) await database.query('update kernel.session set seen = now() where id = $1', [digest(token)])
  return { account: row.account, csrf: row.csrf }
}

export async function endSession(database: Database, token: string): Promise<void> {
  await database.query('delete from kernel.session where id = $1', [digest(token)])
}

export interface NewToken {
  readonly account: string
  readonly title: string
  /** `read`, `write`, or names of registers such as `read:complaint`. */
  readonly scope: readonly string[]
  readonly ends: string
}

/** A token for programs; shown once, kept as a digest. */
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

export async function findToken(database: Database, token: string): Promise<{ account: string; scope: readonly string[] } | null> {
  const parts = /^zh_([\w-]{12})_([\w-]{43})$/.exec(token)
  if (!parts) return null
  const { rows } = await database.query<{ account: string; scope: string[]; digest: Buffer }>(
    'select account, scope, digest from kernel.token where id = $1 and revoked is null and ends > now()',
    [parts[1]],
  )
  const row = rows[0]
  return row && row.digest.equals(digest(parts[2]!)) ? { account: row.account, scope: row.scope } : null
}
