// The Merkle tree of the transparency log (RFC 6962 §2.1, SHA-256): hashes, growth, proofs and their verification.
import { sha256 } from '@noble/hashes/sha2.js'

/** A SHA-256 hash: always 32 bytes. */
export type Hash = Uint8Array
export const hashLength = 32

/** A perfect subtree: the node `index` (from the left, from 0) at `level` (0 = leaves) covers 2^level leaves. */
export interface NodeAddress {
  readonly level: number
  readonly index: number
}
export interface TreeNode extends NodeAddress {
  readonly hash: Hash
}

/** Gives the hash of a perfect subtree that is complete at the size asked about. */
export type HashReader = (level: number, index: number) => Hash | Promise<Hash>

/** RFC 6962 §2.1: SHA-256(0x00 ‖ data). */
export const leafHash = (data: Uint8Array): Hash => sha256.create().update(Uint8Array.of(0)).update(data).digest()

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash): Hash =>
  sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest()

/** RFC 6962 §2.1: the root of the tree without leaves is SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(new Uint8Array(0))

export const sameHash = (left: Hash, right: Hash): boolean =>
  left.length === right.length && left.every((byte, place) => byte === right[place])

/** What must be kept to let the tree grow: its size and the roots of its perfect subtrees, largest first. */
export interface Frontier {
  readonly size: number
  readonly nodes: readonly Hash[]
}
export const emptyFrontier: Frontier = { size: 0, nodes: [] }

/**
 * Appends leaf hashes in order. `completed` are all nodes that became perfect, the leaves (level 0) included:
 * stored once, they never change.
 */
export function append(frontier: Frontier, leaves: readonly Hash[]): { frontier: Frontier; completed: TreeNode[] } {
  const nodes = [...frontier.nodes]
  const completed: TreeNode[] = []
  let size = frontier.size
  for (const leaf of leaves) {
    let node: TreeNode = { level: 0, index: size, hash: leaf }
    completed.push(node)
    while (node.index % 2 === 1) {
      const left = nodes.pop()
      if (!left) throw new RangeError('The frontier does not belong to its size.')
      node = { level: node.level + 1, index: (node.index - 1) / 2, hash: nodeHash(left, node.hash) }
      completed.push(node)
    }
    nodes.push(node.hash)
    size += 1
  }
  return { frontier: { size, nodes }, completed }
}

/** The root of the tree that has this frontier. */
export const rootOf = (frontier: Frontier): Hash =>
  frontier.nodes.length === 0 ? emptyRoot() : fold(frontier.nodes)

/** The frontier of a tree of `size` leaves, read back from stored nodes. */
export async function frontierAt(size: number, read: HashReader): Promise<Frontier> {
  return { size, nodes: await Promise.all(perfectNodes(0, size).map(({ level, index }) => read(level, index))) }
}

/** The root at `size`, read from stored nodes. */
export const rootAt = async (size: number, read: HashReader): Promise<Hash> => rootOf(await frontierAt(size, read))

/** Perfect subtrees that make up one subtree, joined from the right (RFC 6962 §2.1). */
const fold = (hashes: readonly Hash[]): Hash => hashes.reduceRight((right, left) => nodeHash(left, right))

/** The largest power of two that is smaller than `size`; bit operators would end at 2^31 leaves. */
function splitOf(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** The perfect subtrees that cover the leaves from `start` up to `end`, left to right; `start` is aligned. */
function perfectNodes(start: number, end: number): NodeAddress[] {
  const nodes: NodeAddress[] = []
  let at = start
  while (at < end) {
    let level = 0
    while (at + 2 ** (level + 1) <= end) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** Each element of a proof is one subtree; each subtree is folded from perfect nodes. */
export type ProofPlan = readonly (readonly NodeAddress[])[]

const needIndex = (holds: boolean, sentence: string): void => {
  if (!holds) throw new RangeError(sentence)
}
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** Which nodes an inclusion proof needs (RFC 6962 §2.1.1), so that a store can read them at once. */
export function inclusionPlan(index: number, size: number): ProofPlan {
  needIndex(isCount(index) && isCount(size) && index < size, 'The leaf is not in a tree of this size.')
  const path: NodeAddress[][] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      path.unshift(perfectNodes(middle, end))
      end = middle
    } else {
      path.unshift(perfectNodes(start, middle))
      start = middle
    }
  }
  return path
}

/** Which nodes a consistency proof needs (RFC 6962 §2.1.2). */
export function consistencyPlan(first: number, second: number): ProofPlan {
  needIndex(isCount(first) && isCount(second) && first > 0 && first <= second,
    'The earlier tree must have a leaf and must not be larger than the later.')
  const path: NodeAddress[][] = []
  let [start, end, whole] = [0, second, true]
  while (first < end) {
    const middle = start + splitOf(end - start)
    if (first <= middle) {
      path.unshift(perfectNodes(middle, end))
      end = middle
    } else {
      path.unshift(perfectNodes(start, middle))
      start = middle
      whole = false
    }
  }
  return whole ? path : [perfectNodes(start, end), ...path]
}

const gather = (plan: ProofPlan, read: HashReader): Promise<Hash[]> =>
  Promise.all(plan.map(async (nodes) => fold(await Promise.all(nodes.map(({ level, index }) => read(level, index))))))

/** Audit path of leaf `index` in the tree of `size` leaves, from the leaf's sibling up. Throws RangeError when it is not there. */
export const inclusionProof = async (index: number, size: number, read: HashReader): Promise<Hash[]> =>
  gather(inclusionPlan(index, size), read)

/** Proof that the tree of `second` leaves only added to the tree of `first`. Throws RangeError on impossible sizes. */
export const consistencyProof = async (first: number, second: number, read: HashReader): Promise<Hash[]> =>
  gather(consistencyPlan(first, second), read)

export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Hash
  readonly root: Hash
  readonly proof: readonly Hash[]
}

const wellFormed = (hashes: readonly Hash[]): boolean => hashes.every((hash) => hash.length === hashLength)

/** RFC 9162 §2.1.3.2. False for any size, index, leaf, root or path that does not fit; the empty tree holds nothing. */
export function verifyInclusion({ index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !wellFormed([leaf, root, ...proof])) return false
  let [place, last, hash] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 && sameHash(hash, root)
}

export interface ConsistencyClaim {
  readonly first: number
  readonly second: number
  readonly firstRoot: Hash
  readonly secondRoot: Hash
  readonly proof: readonly Hash[]
}

/** RFC 9162 §2.1.4.2. A tree of size 0 says nothing about a later one and is refused. */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(first) || !isCount(second) || first === 0 || first > second) return false
  if (!wellFormed([firstRoot, secondRoot, ...proof])) return false
  if (first === second) return proof.length === 0 && sameHash(firstRoot, secondRoot)
  let [place, last] = [first - 1, second - 1]
  while (place % 2 === 1) [place, last] = [(place - 1) / 2, Math.floor(last / 2)]
  // When the earlier tree is itself perfect its root is left out of the proof.
  const [start, ...path] = place === 0 ? [firstRoot, ...proof] : proof
  if (!start) return false
  let [earlier, later] = [start, start]
  for (const sibling of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      earlier = nodeHash(sibling, earlier)
      later = nodeHash(sibling, later)
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)]
    } else {
      later = nodeHash(later, sibling)
    }
    ;[place, last] = [Math.floor(place / 2), Math.floor(last / 2)]
  }
  return last === 0 && sameHash(earlier, firstRoot) && sameHash(later, secondRoot)
}
