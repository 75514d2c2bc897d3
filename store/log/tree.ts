// The Merkle tree in the database: leaves are the entries' hashes, perfect subtrees are stored once.
import { append, frontierAt, leafHash, rootOf, type Hash, type HashReader } from '../../kernel/trust/merkle.ts'
import type { Database, Session } from '../database.ts'

export interface Appended {
  readonly count: number
  readonly size: number
  readonly root: Hash
}

const leafSql = 'select hash from kernel.leaf where seq = $1'
const nodeSql = 'select hash from kernel.node where level = $1 and index = $2'

async function readNode(at: Database | Session, level: number, index: number): Promise<Hash> {
  const { rows } =
    level === 0
      ? await at.query<{ hash: Buffer }>({ name: 'log-leaf', text: leafSql, values: [index] })
      : await at.query<{ hash: Buffer }>({ name: 'log-node', text: nodeSql, values: [level, index] })
  const hash = rows[0]?.hash
  if (!hash) throw new Error(`fault: the log lacks the node ${level}/${index}`)
  return level === 0 ? leafHash(hash) : hash
}

/** Reads nodes of the tree, one after another: a session answers one query at a time. */
export function nodeReader(at: Database | Session): HashReader {
  let last: Promise<unknown> = Promise.resolve()
  return (level, index) => {
    const mine = last.then(() => readNode(at, level, index))
    last = mine.catch(() => undefined)
    return mine
  }
}

/** Grows the tree by entries that stand in `kernel.leaf` from `first` on. */
export async function appendLeaves(session: Session, first: number, entries: readonly Uint8Array[]): Promise<Appended> {
  const before = await frontierAt(first, nodeReader(session))
  const { frontier, completed } = append(
    before,
    entries.map((hash) => leafHash(hash)),
  )
  const upper = completed.filter((node) => node.level > 0)
  if (upper.length > 0)
    await session.query('insert into kernel.node (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])', [
      upper.map((n) => n.level),
      upper.map((n) => n.index),
      upper.map((n) => Buffer.from(n.hash)),
    ])
  return { count: entries.length, size: frontier.size, root: rootOf(frontier) }
}

export async function sizeOf(at: Database | Session): Promise<number> {
  return (await at.query<{ size: number }>('select coalesce(max(seq) + 1, 0)::bigint as size from kernel.leaf')).rows[0]!.size
}
