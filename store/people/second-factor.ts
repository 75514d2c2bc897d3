// The second factor: one-time codes (RFC 6238), each good once, and recovery codes for the day the telephone is lost.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Engine } from '../engine.ts'
import { openValues, sealValues } from '../records/personal.ts'

/** Half a minute either way, for clocks that are a little off. */
const tolerance = 30
const purpose = 'second-factor'

interface FactorRow {
  readonly id: string
  readonly totp_sealed: string | null
  readonly totp_pending: string | null
  readonly totp_step: number | null
}

export interface Factors {
  readonly totp: boolean
  readonly passkeys: number
  readonly recoveryCodes: number
}

export async function factorsOf(engine: Engine, account: string): Promise<Factors> {
  const { rows } = await engine.database.query<{ totp: boolean; passkeys: number; codes: number }>(
    `select a.totp_sealed is not null as totp, (select count(*)::int from kernel.passkey p where p.account = a.id) as passkeys,
      (select count(*)::int from kernel.recovery_code c where c.account = a.id and c.used is null) as codes
     from kernel.account a where a.id = $1`,
    [account],
  )
  return { totp: rows[0]?.totp ?? false, passkeys: rows[0]?.passkeys ?? 0, recoveryCodes: rows[0]?.codes ?? 0 }
}

async function rowOf(engine: Engine, account: string): Promise<FactorRow | undefined> {
  const { rows } = await engine.database.query<FactorRow>(
    'select id, totp_sealed, totp_pending, totp_step from kernel.account where id = $1',
    [account],
  )
  return rows[0]
}

/** A key of the account's own, apart from the person's: erasing somebody's cases does not lock them out. */
function keyOf(engine: Engine, account: string): Promise<Uint8Array | null> {
  const hex = createHash('sha256').update(`account:${account}`).digest('hex')
  return engine.keys.key(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`, purpose)
}

async function opened(engine: Engine, row: FactorRow, sealed: string): Promise<string | null> {
  const key = await keyOf(engine, row.id)
  return key && (openValues(key, sealed) as { secret: string }).secret
}

/** The half minute that a code belongs to when it is right and later than the last one taken; null otherwise. */
function stepOf(secret: string, code: string, now: string, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(Date.parse(now) / 1000)
  const found = verifySync({ secret, token: code, epoch, epochTolerance: tolerance, ...(after === null ? {} : { afterTimeStep: after }) })
  return found.valid && 'timeStep' in found ? found.timeStep : null
}

/** Begins enrolment: a new secret that counts only once a code from it was shown. */
export async function beginTotp(engine: Engine, account: string): Promise<{ secret: string; address: string }> {
  const secret = generateSecret()
  const key = (await keyOf(engine, account))!
  await engine.database.query('update kernel.account set totp_pending = $2 where id = $1', [account, sealValues(key, { secret })])
  return { secret, address: generateURI({ issuer: 'Zhiheng', label: account, secret }) }
}

/** The secret that waits for its first code, to be shown again when that was mistyped. */
export async function pendingTotp(engine: Engine, account: string): Promise<{ secret: string; address: string } | null> {
  const row = await rowOf(engine, account)
  const secret = row?.totp_pending && (await opened(engine, row, row.totp_pending))
  return secret ? { secret, address: generateURI({ issuer: 'Zhiheng', label: account, secret }) } : null
}

/** Ends enrolment with the first code; false when the code is wrong or none was begun. */
export async function confirmTotp(engine: Engine, account: string, code: string): Promise<boolean> {
  const row = (await rowOf(engine, account))!
  const secret = row.totp_pending && (await opened(engine, row, row.totp_pending))
  const step = secret ? stepOf(secret, code.trim(), engine.now(), null) : null
  if (step === null) return false
  await engine.database.query(
    'update kernel.account set totp_sealed = totp_pending, totp_pending = null, totp_step = $2 where id = $1',
    [account, step],
  )
  return true
}

async function isCode(engine: Engine, account: string, code: string): Promise<boolean> {
  const row = await rowOf(engine, account)
  const secret = row?.totp_sealed && (await opened(engine, row, row.totp_sealed))
  const step = secret ? stepOf(secret, code, engine.now(), row!.totp_step) : null
  if (step === null) return false
  // Two requests with one code: the row takes the first.
  const taken = await engine.database.query(
    'update kernel.account set totp_step = $2 where id = $1 and (totp_step is null or totp_step < $2)',
    [account, step],
  )
  return taken.rowCount === 1
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const codeDigest = (engine: Engine, account: string, code: string): Buffer =>
  createHmac('sha256', engine.replayKey).update(`recovery:${account}:${code.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`).digest()

/** Ten fresh recovery codes, shown once; those given out before are worth nothing. */
export async function renewRecoveryCodes(engine: Engine, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: 10 }, () => {
    const text = Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
  await engine.database.query('delete from kernel.recovery_code where account = $1', [account])
  await engine.database.query(
    'insert into kernel.recovery_code (account, digest, made) select $1, digest, $3 from unnest($2::bytea[]) as digest',
    [account, codes.map((code) => codeDigest(engine, account, code)), engine.now()],
  )
  return codes
}

async function isRecoveryCode(engine: Engine, account: string, code: string): Promise<boolean> {
  const used = await engine.database.query(
    'update kernel.recovery_code set used = $3 where account = $1 and digest = $2 and used is null',
    [account, codeDigest(engine, account, code), engine.now()],
  )
  return used.rowCount === 1
}

/** A one-time code or a recovery code; either works once. */
export async function isFactor(engine: Engine, account: string, typed: string): Promise<boolean> {
  const code = typed.trim()
  return /^\d{6}$/.test(code) ? isCode(engine, account, code) : isRecoveryCode(engine, account, code)
}

export async function endTotp(engine: Engine, account: string): Promise<void> {
  await engine.database.query(
    'update kernel.account set totp_sealed = null, totp_pending = null, totp_step = null where id = $1',
    [account],
  )
}

/** Every second factor is gone: the administrator gave a new way in because telephone and codes were lost. */
export async function endFactors(engine: Engine, account: string): Promise<void> {
  await endTotp(engine, account)
  await engine.database.query('delete from kernel.passkey where account = $1', [account])
  await engine.database.query('delete from kernel.recovery_code where account = $1', [account])
}
