// Tiles of the log: names, widths and proofs computed from nothing but tiles, as C2SP tlog-tiles describes them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { append, emptyFrontier, inclusionProof, leafHash, rootAt, rootOf, verifyInclusion, type Hash } from './merkle.ts'
import { bundleOf, leavesOf, parseTilePath, tileBytes, tilePath, tileReader, tilesGrown, tileWidthAt, type Tile } from './tiles.ts'

describe('the name of a tile', () => {
  it('encodes index 1234067 as the specification says', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067')
    expect(tilePath({ level: 'entries', index: 5, width: 112 })).toBe('tile/entries/005.p/112')
  })
  it('is read back, and any other spelling is refused', () => {
    fc.assert(fc.property(fc.nat(63), fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
      expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width })
    }))
    const wrong = ['tile/00/000', 'tile/64/000', 'tile/0/67', 'tile/0/x000/067', 'tile/0/067.p/256', 'tile/0/067.p/0',
      'tile/0/067.p/07', '../tile/0/067']
    for (const path of wrong) expect(parseTilePath(path)).toBeNull()
  })
})

describe('tiles of a tree of 70,000', () => {
  it('are those of the example in the specification', () => {
    const hashTiles = tilesGrown(0, 70_000).filter((tile) => tile.level !== 'entries')
    const count = (level: number, full: boolean): number =>
      hashTiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length
    expect([0, 1, 2].map((level) => [count(level, true), count(level, false)])).toEqual([[273, 1], [1, 1], [0, 1]])
    expect([tileWidthAt(0, 273, 70_000), tileWidthAt(1, 1, 70_000), tileWidthAt(2, 0, 70_000)]).toEqual([112, 17, 1])
    expect(tilesGrown(0, 256).map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'])
  })
})

describe('a log kept in tiles', () => {
  it('gives every root and proof, however it grew', async () => {
    const leaves = Array.from({ length: 1_200 }, (_, at) => leafHash(Uint8Array.of(at >> 8, at % 256)))
    const folder = new Map<string, Uint8Array>()
    let size = 0
    for (const next of [1, 255, 256, 300, 512, 513, 1_200]) {
      const { frontier, completed } = append(emptyFrontier, leaves.slice(0, next))
      const nodes = new Map(completed.map((node) => [`${node.level}/${node.index}`, node.hash]))
      const stored = (level: number, index: number): Hash => nodes.get(`${level}/${index}`) as Hash
      for (const tile of tilesGrown(size, next)) {
        if (tile.level !== 'entries') folder.set(tilePath(tile), await tileBytes(tile as Tile & { level: number }, stored))
      }
      size = next
      const fetched = (tile: Tile): Uint8Array => {
        const bytes = folder.get(tilePath(tile))
        if (!bytes) throw new Error(`${tilePath(tile)} was never written.`)
        return bytes
      }
      const read = tileReader(size, fetched)
      const root = rootOf(frontier)
      expect(await rootAt(size, read)).toEqual(root)
      for (const index of [0, Math.floor(size / 3), size - 1]) {
        const proof = await inclusionProof(index, size, read)
        expect(verifyInclusion({ index, size, leaf: leaves[index] as Hash, root, proof })).toBe(true)
      }
    }
  })
  it('bundles its leaves with their lengths and refuses a torn bundle', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (leaves) => {
      expect(leavesOf(bundleOf(leaves))).toEqual(leaves)
    }))
    expect(() => leavesOf(bundleOf([Uint8Array.of(1, 2, 3)]).subarray(0, 4))).toThrow(RangeError)
    expect(() => bundleOf([new Uint8Array(65_536)])).toThrow(RangeError)
  })
})
