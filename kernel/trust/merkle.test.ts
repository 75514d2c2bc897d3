// The log's mathematics: laws of the tree against a plain recursive reading of RFC 6962 §2.1.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  append, consistencyProof, emptyFrontier, emptyRoot, frontierAt, inclusionProof, leafHash, nodeHash, rootAt, rootOf,
  verifyConsistency, verifyInclusion, type Hash, type HashReader,
} from './merkle.ts'

const leavesOf = (size: number): Hash[] => Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at % 256, at >> 8)))

/** MTH as the RFC writes it, with no cleverness. */
function plainRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves
  if (!only) return emptyRoot()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split)))
}

function grown(leaves: readonly Hash[]): { read: HashReader; root: Hash } {
  const { frontier, completed } = append(emptyFrontier, leaves)
  const stored = new Map(completed.map((node) => [`${node.level}/${node.index}`, node.hash]))
  const read = (level: number, index: number): Hash => {
    const hash = stored.get(`${level}/${index}`)
    if (!hash) throw new Error(`The tree has no complete node ${level}/${index}.`)
    return hash
  }
  return { read, root: rootOf(frontier) }
}
const size = fc.integer({ min: 1, max: 300 })

describe('a growing tree', () => {
  it('has the root that the recursive definition gives, and the empty root of RFC 6962', () => {
    expect(bytesToHex(rootOf(emptyFrontier))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    fc.assert(fc.property(size, (count) => {
      expect(grown(leavesOf(count)).root).toEqual(plainRoot(leavesOf(count)))
    }))
  })
  it('does not depend on the batches in which leaves came', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (batches) => {
      const leaves = leavesOf(batches.reduce((sum, batch) => sum + batch, 0))
      let [frontier, from] = [emptyFrontier, 0]
      for (const batch of batches) {
        frontier = append(frontier, leaves.slice(from, from + batch)).frontier
        from += batch
      }
      expect(frontier).toEqual(append(emptyFrontier, leaves).frontier)
    }))
  })
  it('can be taken up again at any earlier size from stored nodes', async () => {
    const leaves = leavesOf(200)
    const { read } = grown(leaves)
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 200 }), async (earlier) => {
      const resumed = await frontierAt(earlier, read)
      expect(resumed).toEqual(append(emptyFrontier, leaves.slice(0, earlier)).frontier)
      expect(await rootAt(earlier, read)).toEqual(plainRoot(leaves.slice(0, earlier)))
    }))
  })
})

describe('proofs', () => {
  it('show every leaf of every tree, and no other leaf', async () => {
    await fc.assert(fc.asyncProperty(size, fc.nat(), async (count, pick) => {
      const leaves = leavesOf(count)
      const { read, root } = grown(leaves)
      const index = pick % count
      const proof = await inclusionProof(index, count, read)
      const claim = { index, size: count, leaf: leaves[index] as Hash, root, proof }
      expect(verifyInclusion(claim)).toBe(true)
      expect(verifyInclusion({ ...claim, leaf: leafHash(Uint8Array.of(9, 9, 9)) })).toBe(false)
      expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false)
      expect(verifyInclusion({ ...claim, proof: [...proof, root] })).toBe(false)
    }))
  })
  it('show that an earlier tree was only added to', async () => {
    const leaves = leavesOf(300)
    const { read } = grown(leaves)
    await fc.assert(fc.asyncProperty(size, size, async (one, other) => {
      const [first, second] = one < other ? [one, other] : [other, one]
      const [firstRoot, secondRoot] = [plainRoot(leaves.slice(0, first)), plainRoot(leaves.slice(0, second))]
      const claim = { first, second, firstRoot, secondRoot, proof: await consistencyProof(first, second, read) }
      expect(verifyConsistency(claim)).toBe(true)
      expect(verifyConsistency({ ...claim, firstRoot: leafHash(firstRoot) })).toBe(false)
      expect(verifyConsistency({ ...claim, proof: [...claim.proof, secondRoot] })).toBe(false)
    }))
  })
  it('hold beyond 2^32 leaves, where bit operators would fail', async () => {
    const read = (level: number, index: number): Hash => leafHash(new TextEncoder().encode(`${level}/${index}`))
    const sizeAtFive = 5_000_000_000
    // Perfect subtrees are invented here, so only the joined edge is checked: the frontier's own root.
    const proof = await inclusionProof(sizeAtFive - 1, sizeAtFive, read)
    expect(proof.length).toBe((await frontierAt(sizeAtFive, read)).nodes.length - 1 + 9)
    const frontier = await frontierAt(sizeAtFive, read)
    expect(append(frontier, leavesOf(1)).completed.at(0)).toMatchObject({ level: 0, index: sizeAtFive })
  })
  it('are not made for a leaf that is not there, nor from an empty tree', async () => {
    const { read } = grown(leavesOf(4))
    await expect(inclusionProof(4, 4, read)).rejects.toThrow(RangeError)
    await expect(inclusionProof(0, 0, read)).rejects.toThrow(RangeError)
    await expect(consistencyProof(0, 4, read)).rejects.toThrow(RangeError)
    await expect(consistencyProof(5, 4, read)).rejects.toThrow(RangeError)
  })
})
