// Signing in with a password: failures are counted by the name that was typed, and a second factor is asked for where there is one.
import { createHmac } from 'node:crypto'
import { cite } from '../../kernel/citation.ts'
import { clockOf } from '../../kernel/fields/instant.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'
import { hashPassword, isPassword, isStrong, likeAWrongOne, passwordRefusals } from './passwords.ts'
import { askChallenge, readChallenge, takeChallenge } from './challenges.ts'
import { factorsOf, isFactor } from './second-factor.ts'
import { endOthers } from './sessions.ts'

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
    detail: words('连续多次登录失败，账号锁定到 {until}（北京时间）。', 'After repeated failures the account is locked until {until}, Beijing time.'),
    remedy: words('请稍后再试，或者请本单位管理员核实后解锁。', 'Wait, or ask your administrator to unlock it.'),
    basis: cite('network-security-law', '21'),
  },
  'second-factor': {
    status: 401,
    title: words('需要第二重验证', 'A second factor is needed'),
    detail: words('该账号已启用第二重验证，仅有密码不能登录。', 'A second factor is set up for this account; the password alone does not open it.'),
    remedy: words('请输入验证器中的六位数字或者一个恢复码，或者用通行密钥登录。', 'Enter the six digits of your authenticator or a recovery code, or sign in with your passkey.'),
  },
  'wrong-code': {
    status: 401,
    title: words('动态口令不正确', 'Wrong one-time code'),
    detail: words('这个口令不正确、已过时，或者已经用过；每个口令只能用一次。', 'The code is wrong, out of date, or was used before; each works once.'),
    remedy: words('请等验证器显示下一个口令后再输入。', 'Wait for the next code of your authenticator and enter that.'),
  },
  'not-proved': {
    status: 403,
    title: words('密码不正确', 'Wrong password'),
    detail: words('更改登录方式须再次输入现在的密码；输入的密码不正确，没有更改。', 'Whoever changes a way in types the present password again; it was wrong, and nothing was changed.'),
    remedy: words('请重新输入现在的密码。', 'Type your present password again.'),
  },
  'no-such-key': {
    status: 401,
    title: words('通行密钥无法识别', 'The passkey is not known'),
    detail: words('没有登录：该通行密钥未在本平台登记，或者没有通过核验。', 'You are not signed in: the passkey is not on record here, or it did not verify.'),
    remedy: words('请改用密码登录，再在“我的账号”中登记。', 'Sign in with your password and add the passkey under “My account”.'),
  },
  'begun-elsewhere': {
    status: 400,
    title: words('登录已过时', 'The sign-in is out of date'),
    detail: words('这次登录不是在此浏览器开始的，或者已超过十分钟，或者已经用过。', 'This sign-in was not begun in this browser, or more than ten minutes ago, or was used before.'),
    remedy: words('请重新登录。', 'Begin again.'),
  },
  'not-bound': {
    status: 403,
    title: words('外部身份没有对应账号', 'No account belongs to that identity'),
    detail: words('外部服务已确认您的身份，但本平台没有与之对应的账号。', 'The outside service knows you, but no account here belongs to that identity.'),
    remedy: words('请联系用户管理员登记对应关系。', 'Ask the administrator of accounts to bind it.'),
  },
  'outside-failed': {
    status: 401,
    title: words('外部登录没有完成', 'The outside sign-in did not complete'),
    detail: words('身份服务的答复没有通过核验，或者登录被取消。', 'The answer of the identity service did not verify, or the sign-in was cancelled.'),
    remedy: words('请重试，或者用密码登录。', 'Try again, or sign in with a password.'),
  },
})
const { refuse } = signInRefusals

const allowedFailures = 5
const lockMinutes = 15

interface AccountRow {
  readonly id: string
  readonly password: string | null
  readonly state: string
}

/** The name is kept as a keyed digest: what strangers type is nobody's business, and may be a password in the wrong field. */
const digestOf = (engine: Engine, name: string): Buffer => createHmac('sha256', engine.replayKey).update(`sign-in:${name}`).digest()

async function notLocked(engine: Engine, name: Buffer): Promise<void> {
  const { rows } = await engine.database.query<{ locked_until: string | null }>(
    'select locked_until from kernel.sign_in_attempt where name = $1',
    [name],
  )
  const until = rows[0]?.locked_until
  if (until && until > engine.now()) refuse('locked', { until: clockOf(until) })
}

/** Counts a failure; the fifth locks. A name that nobody has is counted too, so that a lock tells nothing. */
async function failed(engine: Engine, name: Buffer, why: 'wrong-credentials' | 'wrong-code' | 'not-proved'): Promise<never> {
  const now = engine.now()
  await engine.database.query(
    `insert into kernel.sign_in_attempt as a (name, failures, changed) values ($1, 1, $2)
     on conflict (name) do update set changed = $2,
       failures = case when a.failures + 1 >= $3 then 0 else a.failures + 1 end,
       locked_until = case when a.failures + 1 >= $3 then $2::timestamptz + $4 * interval '1 minute' else a.locked_until end`,
    [name, now, allowedFailures, lockMinutes],
  )
  await engine.database.query("delete from kernel.sign_in_attempt where changed < $1::timestamptz - interval '1 day'", [now])
  return refuse(why, why === 'wrong-code' ? { field: 'code' } : why === 'not-proved' ? { field: 'password' } : {})
}

export async function forgetFailures(engine: Engine, account: string): Promise<void> {
  await engine.database.query('delete from kernel.sign_in_attempt where name = $1', [digestOf(engine, account)])
}

/** Checks name, password and, where set up, the second factor. `code` is a one-time code or a recovery code. */
export async function authenticate(
  engine: Engine,
  typed: string,
  password: string,
  code: string | undefined,
): Promise<{ account: string; second: boolean }> {
  const name = digestOf(engine, typed)
  await notLocked(engine, name)
  const { rows } = await engine.database.query<AccountRow>('select id, password, state from kernel.account where id = $1', [typed])
  const row = rows[0]
  if (!row || row.password === null || row.state !== 'active') {
    await likeAWrongOne(password)
    return failed(engine, name, 'wrong-credentials')
  }
  if (!(await isPassword(row.password, password))) return failed(engine, name, 'wrong-credentials')
  const factors = await factorsOf(engine, row.id)
  const second = factors.totp || factors.passkeys > 0
  if (second) {
    if (!code) return refuse('second-factor', { field: 'code' })
    if (!(await isFactor(engine, row.id, code))) return failed(engine, name, 'wrong-code')
  }
  await forgetFailures(engine, row.id)
  return { account: row.id, second }
}

/** Name and password were right and the code is still to come: remembered here for ten minutes, so that the password travels once. */
export const waitForFactor = (engine: Engine, account: string): Promise<string> => askChallenge(engine, 'second-factor', null, { account })

/** The second step of signing in; wrong codes are counted with wrong passwords, and the fifth locks. */
export async function authenticateByFactor(engine: Engine, asked: string, code: string): Promise<{ account: string; second: true }> {
  const waits = await readChallenge<{ account: string }>(engine, 'second-factor', asked)
  if (!waits) return refuse('begun-elsewhere')
  const name = digestOf(engine, waits.account)
  await notLocked(engine, name)
  if (!(await isFactor(engine, waits.account, code))) return failed(engine, name, 'wrong-code')
  await takeChallenge(engine, 'second-factor', null, asked)
  await forgetFailures(engine, waits.account)
  return { account: waits.account, second: true }
}

/** Whether the account opens with a password at all; who signs in elsewhere has none. */
export async function hasPassword(engine: Engine, account: string): Promise<boolean> {
  const { rows } = await engine.database.query<{ has: boolean }>('select password is not null as has from kernel.account where id = $1', [account])
  return rows[0]?.has ?? false
}

/** Somebody who is signed in proves that it is still them; who signs in elsewhere has no password to type. */
export async function proves(engine: Engine, account: string, password: string): Promise<void> {
  const name = digestOf(engine, account)
  await notLocked(engine, name)
  const { rows } = await engine.database.query<AccountRow>('select id, password, state from kernel.account where id = $1', [account])
  const hashed = rows[0]?.password ?? null
  if (hashed !== null && !(await isPassword(hashed, password))) await failed(engine, name, 'not-proved')
}

/** Sets a new password and ends every other session of the account. */
export async function changePassword(
  engine: Engine,
  who: { readonly account: string; readonly session: string },
  present: string,
  next: string,
): Promise<void> {
  await proves(engine, who.account, present)
  if (present === next) passwordRefusals.refuse('same', { field: 'next' })
  if (!isStrong(next, who.account)) passwordRefusals.refuse('weak', { field: 'next' })
  await engine.database.query('update kernel.account set password = $2 where id = $1', [who.account, await hashPassword(next)])
  await endOthers(engine, who.account, who.session)
  await forgetFailures(engine, who.account)
}
