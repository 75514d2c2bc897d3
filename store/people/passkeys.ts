// Passkeys of an account: public keys only, each with a name that its owner gave.
import type { Engine } from '../engine.ts'

export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string
  readonly account: string
  readonly title: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
}

export interface PasskeyListed {
  readonly id: string
  readonly title: string
  readonly made: string
  readonly used: string | null
}

export async function addPasskey(engine: Engine, key: Passkey): Promise<void> {
  await engine.database.query(
    'insert into kernel.passkey (id, account, title, public_key, counter, transports, made) values ($1, $2, $3, $4, $5, $6, $7)',
    [key.id, key.account, key.title, Buffer.from(key.publicKey), key.counter, key.transports, engine.now()],
  )
}

interface Row {
  readonly id: string
  readonly account: string
  readonly title: string
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: string[]
}

export async function findPasskey(engine: Engine, id: string): Promise<Passkey | null> {
  const { rows } = await engine.database.query<Row>(
    `select p.id, p.account, p.title, p.public_key, p.counter, p.transports from kernel.passkey p join kernel.account a on a.id = p.account
     where p.id = $1 and a.state = 'active'`,
    [id],
  )
  const row = rows[0]
  return row ? { ...row, publicKey: new Uint8Array(row.public_key) } : null
}

/** A counter that went back tells of a copied key; the library refuses it, here it is only kept. */
export async function passkeyUsed(engine: Engine, id: string, counter: number): Promise<void> {
  await engine.database.query('update kernel.passkey set counter = $2, used = $3 where id = $1', [id, counter, engine.now()])
}

export async function passkeysOf(engine: Engine, account: string): Promise<readonly PasskeyListed[]> {
  const { rows } = await engine.database.query<PasskeyListed>(
    'select id, title, made, used from kernel.passkey where account = $1 order by made',
    [account],
  )
  return rows
}

export async function removePasskey(engine: Engine, account: string, id: string): Promise<boolean> {
  return (await engine.database.query('delete from kernel.passkey where account = $1 and id = $2', [account, id])).rowCount === 1
}
