// What the server asked and waits to be answered once within ten minutes: a passkey's challenge, a sign-in begun elsewhere,
// a second factor that is still to come.
import { createHash, randomBytes } from 'node:crypto'
import type { Engine } from '../engine.ts'

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()

export type ChallengeKind = 'passkey-new' | 'passkey-sign-in' | 'outside' | 'second-factor'

export async function askChallenge(engine: Engine, kind: ChallengeKind, account: string | null, value: object): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = engine.now()
  await engine.database.query(
    `insert into kernel.challenge (id, kind, account, value, ends) values ($1, $2, $3, $4, $5::timestamptz + interval '10 minutes')`,
    [digest(token), kind, account, JSON.stringify(value), now],
  )
  await engine.database.query('delete from kernel.challenge where ends < $1', [now])
  return token
}

/** Gives back what was asked and forgets it; null when it was answered before, is too old, or was asked of somebody else. */
export async function takeChallenge<T>(engine: Engine, kind: ChallengeKind, account: string | null, token: string): Promise<T | null> {
  const { rows } = await engine.database.query<{ value: T }>(
    'delete from kernel.challenge where id = $1 and kind = $2 and account is not distinct from $3 and ends > $4 returning value',
    [digest(token), kind, account, engine.now()],
  )
  return rows[0]?.value ?? null
}

/** What was asked and still waits; it may be answered more than once, and whoever takes the answer counts the tries. */
export async function readChallenge<T>(engine: Engine, kind: ChallengeKind, token: string): Promise<T | null> {
  const { rows } = await engine.database.query<{ value: T }>(
    'select value from kernel.challenge where id = $1 and kind = $2 and account is null and ends > $3',
    [digest(token), kind, engine.now()],
  )
  return rows[0]?.value ?? null
}
