// Sessions: a random token whose digest is stored, ended by time, by leaving, by its owner, and by whoever closes the account.
import { createHash, randomBytes } from 'node:crypto'
import type { Engine } from '../engine.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface SessionFound {
  /** Its name in lists; tells nothing of the token. */
  readonly id: string
  readonly account: string
  readonly csrf: string
  readonly second: boolean
}

/** Hours without a request after which a session ends, and hours after which it ends in any case. */
export const idleHours = 2
export const longestHours = 12

export type Way = 'password' | 'passkey' | 'outside'

export interface NewSession {
  readonly account: string
  readonly way: Way
  readonly second: boolean
  /** What the browser says it is, coarsely. */
  readonly device: string
}

export async function beginSession(engine: Engine, asked: NewSession): Promise<{ token: string; csrf: string }> {
  const token = randomBytes(32).toString('base64url')
  const csrf = randomBytes(24).toString('base64url')
  const now = engine.now()
  await engine.database.query(
    `insert into kernel.session (id, account, made, seen, ends, second_factor, csrf, way, device)
     values ($1, $2, $3, $3, $3::timestamptz + $4 * interval '1 hour', $5, $6, $7, $8)`,
    [digest(token), asked.account, now, longestHours, asked.second, csrf, asked.way, asked.device],
  )
  await engine.database.query("delete from kernel.session where ends < $1 or seen < $1::timestamptz - interval '1 day'", [now])
  return { token, csrf }
}

const living = `ends > $2::timestamptz and seen > $2::timestamptz - ${idleHours} * interval '1 hour'`

/** The session of a token while it lives; being seen keeps it from idling out (written at most once a minute). */
export async function findSession(engine: Engine, token: string): Promise<SessionFound | null> {
  const [id, now] = [digest(token), engine.now()]
  const { rows } = await engine.database.query<{ account: string; csrf: string; second_factor: boolean; stale: boolean }>({
    name: 'session-find',
    text: `select account, csrf, second_factor, seen < $2::timestamptz - interval '1 minute' as stale from kernel.session where id = $1 and ${living}`,
    values: [id, now],
  })
  const row = rows[0]
  if (!row) return null
  if (row.stale) await engine.database.query('update kernel.session set seen = $2 where id = $1', [id, now])
  return { id: id.toString('base64url'), account: row.account, csrf: row.csrf, second: row.second_factor }
}

export async function endSession(engine: Engine, token: string): Promise<void> {
  await engine.database.query('delete from kernel.session where id = $1', [digest(token)])
}

export interface SessionListed {
  readonly id: string
  readonly way: Way
  readonly device: string
  readonly second: boolean
  readonly made: string
  readonly seen: string
  readonly ends: string
}

/** Sessions of an account that live, the one seen last first. */
export async function sessionsOf(engine: Engine, account: string): Promise<readonly SessionListed[]> {
  const { rows } = await engine.database.query<Omit<SessionListed, 'id'> & { id: Buffer }>(
    `select id, way, device, second_factor as second, made, seen, ends from kernel.session where account = $1 and ${living} order by seen desc`,
    [account, engine.now()],
  )
  return rows.map((row) => ({ ...row, id: row.id.toString('base64url') }))
}

/** Ends one session of the account by its name in the list. */
export async function endNamed(engine: Engine, account: string, id: string): Promise<boolean> {
  const done = await engine.database.query('delete from kernel.session where account = $1 and id = $2', [account, Buffer.from(id, 'base64url')])
  return done.rowCount === 1
}

/** Ends all sessions of the account but one; all when none is to stay. Returns how many ended. */
export async function endOthers(engine: Engine, account: string, stays: string | null): Promise<number> {
  const done = await engine.database.query('delete from kernel.session where account = $1 and ($2::bytea is null or id <> $2)', [
    account,
    stays === null ? null : Buffer.from(stays, 'base64url'),
  ])
  return done.rowCount ?? 0
}
