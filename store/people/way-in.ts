// A way in: a code that an administrator hands over, by which a person sets a password for the first time or anew.
import { createHmac, randomBytes } from 'node:crypto'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { inTransaction } from '../database.ts'
import type { Engine } from '../engine.ts'
import { hashPassword, isStrong, passwordRefusals } from './passwords.ts'
import { endFactors } from './second-factor.ts'
import { endOthers } from './sessions.ts'
import { forgetFailures } from './sign-in.ts'

export const wayInRefusals = refusals('way-in', {
  'not-good': {
    status: 401,
    title: words('启用码无效', 'The code is not good'),
    detail: words('启用码不正确、已用过，或者已超过七天。', 'The code is wrong, was used, or is older than seven days.'),
    remedy: words('请向用户管理员重新领取。', 'Ask the administrator of accounts for another.'),
  },
})

const days = 7
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const digestOf = (engine: Engine, account: string, code: string): Buffer =>
  createHmac('sha256', engine.replayKey).update(`way-in:${account}:${code.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`).digest()

export interface WayIn {
  readonly account: string
  readonly givenBy: string
  /** Second factors are dropped with its use: telephone and recovery codes were lost. */
  readonly withoutFactor?: boolean
}

/** The code, shown once to whoever asked for it; earlier ones of the account are worth nothing. */
export async function giveWayIn(engine: Engine, asked: WayIn): Promise<{ code: string; ends: string }> {
  const code = Array.from(randomBytes(16), (byte) => letters[byte % letters.length]).join('')
  const now = engine.now()
  const ends = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  await inTransaction(engine.database, async (session) => {
    await session.query('update kernel.way_in set ends = $2 where account = $1 and used is null and ends > $2', [asked.account, now])
    await session.query('insert into kernel.way_in (digest, account, given_by, without_factor, made, ends) values ($1, $2, $3, $4, $5, $6)', [
      digestOf(engine, asked.account, code),
      asked.account,
      asked.givenBy,
      asked.withoutFactor ?? false,
      now,
      ends,
    ])
  })
  return { code: code.match(/.{4}/g)!.join('-'), ends }
}

/** Sets the password by the code; sessions of before end, a lock is lifted. */
export async function takeWayIn(engine: Engine, account: string, code: string, password: string): Promise<void> {
  const now = engine.now()
  const good = await engine.database.query<{ without_factor: boolean }>(
    'select without_factor from kernel.way_in where digest = $1 and account = $2 and used is null and ends > $3',
    [digestOf(engine, account, code), account, now],
  )
  if (!good.rows[0]) return wayInRefusals.refuse('not-good', { field: 'code' })
  if (!isStrong(password, account)) return passwordRefusals.refuse('weak', { field: 'password' })
  const used = await engine.database.query('update kernel.way_in set used = $2 where digest = $1 and used is null', [
    digestOf(engine, account, code),
    now,
  ])
  if (used.rowCount !== 1) return wayInRefusals.refuse('not-good', { field: 'code' })
  await engine.database.query('update kernel.account set password = $2 where id = $1', [account, await hashPassword(password)])
  if (good.rows[0].without_factor) await endFactors(engine, account)
  await endOthers(engine, account, null)
  await forgetFailures(engine, account)
}
