// The signing keys from the command line: a rotation in order, and what is to be done after a theft.
import { activeKey, statusOf, type KeyUse } from '../kernel/trust/key-history.ts'
import { adopt, recordTheft, rotate } from '../store/keys/key-files.ts'
import { signAgain } from '../store/log/checkpoints.ts'
import { numberEntries } from '../store/log/sequencer.ts'
import { sizeBefore } from '../store/staples.ts'
import type { Zhiheng } from '../zhiheng.ts'

const uses: readonly KeyUse[] = ['root', 'seal', 'log']
const usage = (why: string): never => {
  throw Object.assign(new Error(why), { code: 'usage' })
}

type Opened = Pick<Zhiheng, 'engine' | 'keys'>
type Args = Readonly<Record<string, unknown>>

function useOf(args: Args): KeyUse {
  const use = uses.find((each) => each === args['use'])
  return use ?? usage(`“${String(args['use'])}” is no use of a key; there are ${uses.join(', ')}.`)
}

const standing = ({ keys }: Opened) => ({
  revision: keys.history.revision,
  keys: keys.history.keys.map((key) => ({
    keyId: key.keyId,
    use: key.use,
    from: key.validFrom,
    to: key.validTo ?? null,
    status: statusOf(key),
  })),
})

/** A new key takes over now; what its predecessor signed stays good. Needs the root key in the folder of keys. */
export async function rotateKey(zhiheng: Opened, args: Args): Promise<unknown> {
  adopt(zhiheng.keys, await rotate(zhiheng.keys, useOf(args), zhiheng.engine.now()))
  return standing(zhiheng)
}

/**
 * Records that the key of a use was stolen at a moment and brings in a successor: what the log held by then stays good,
 * whatever the thief dates back. A thief of the log key could have signed any tree, so the log is signed anew.
 */
export async function stolenKey(zhiheng: Opened, args: Args): Promise<unknown> {
  const { engine, keys } = zhiheng
  const use = useOf(args)
  if (use === 'root') return usage('A stolen root key cannot be revoked by itself: publish a new history by another way and tell the readers.')
  const at = Date.parse(String(args['from'] ?? ''))
  if (Number.isNaN(at) || at > Date.parse(engine.now())) return usage('--from needs the moment of the theft, such as 2026-05-01T08:00:00Z, and not one to come.')
  const from = new Date(at).toISOString()
  const keyId = String(args['key'] ?? activeKey(keys.history, use)?.keyId)
  await numberEntries(engine.database)
  const compromise = { keyId, from, logSize: await sizeBefore(engine.database, from) }
  adopt(keys, await recordTheft(keys, use, compromise, engine.now()))
  if (use === 'log') await signAgain(engine.database, keys.history.origin, [keys.log])
  return { stolen: compromise, ...standing(zhiheng) }
}
