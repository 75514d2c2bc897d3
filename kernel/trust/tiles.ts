// Tiles of the log (C2SP tlog-tiles): stretches of 256 hashes under stable names, from which anyone computes any proof.
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { hashLength, nodeHash, type Hash, type HashReader } from './merkle.ts'

export const tileHeight = 8
export const tileWidth = 256

export interface Tile {
  /** 0: hashes of leaves; each level above holds roots of full tiles below. `entries`: the leaves themselves. */
  readonly level: number | 'entries'
  readonly index: number
  /** 256 when full, else 1 to 255. */
  readonly width: number
}

/** `tile/0/x001/x234/067.p/112` */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === tileWidth ? '' : `.p/${width}`}`
}

/** Null for any other spelling than the one of `tilePath`. */
export function parseTilePath(path: string): Tile | null {
  const parts = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path)
  if (!parts) return null
  const level = parts[1] === 'entries' ? 'entries' as const : Number(parts[1])
  const tile = { level, index: Number((parts[2] as string).replace(/[x/]/g, '')), width: Number(parts[3] ?? tileWidth) }
  const possible = (level === 'entries' || level <= 63) && tile.width >= 1 && tile.width <= tileWidth
  return possible && Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : null
}

/** Width of the tile in a log of `size` leaves, 0 where there is none. */
export function tileWidthAt(level: number | 'entries', index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level))
  return Math.min(tileWidth, Math.max(0, hashes - index * tileWidth))
}

/** The tiles that must be written when the log grows from one size to another, partial ones of the new size included. */
export function tilesGrown(from: number, to: number): Tile[] {
  const tiles: Tile[] = []
  for (let level = 0; Math.floor(to / tileWidth ** level) > 0; level += 1) {
    const [before, after] = [Math.floor(from / tileWidth ** level), Math.floor(to / tileWidth ** level)]
    if (before === after) continue
    for (let index = Math.floor(before / tileWidth); index * tileWidth < after; index += 1) {
      const width = tileWidthAt(level, index, to)
      if (level === 0) tiles.push({ level: 'entries', index, width })
      tiles.push({ level, index, width })
    }
  }
  return tiles
}

/** The bytes of a hash tile, from stored nodes. */
export async function tileBytes(tile: Tile & { readonly level: number }, read: HashReader): Promise<Uint8Array> {
  const places = Array.from({ length: tile.width }, (_, at) => tile.index * tileWidth + at)
  return concatBytes(...(await Promise.all(places.map((place) => read(tile.level * tileHeight, place)))))
}

/** Reads any node of the log of `size` leaves from its tiles; levels between those of tiles are hashed again. */
export function tileReader(size: number, readTile: (tile: Tile) => Uint8Array | Promise<Uint8Array>): HashReader {
  return async (level, index) => {
    const within = level % tileHeight
    const tileLevel = (level - within) / tileHeight
    const first = index * 2 ** within
    const tileIndex = Math.floor(first / tileWidth)
    const width = tileWidthAt(tileLevel, tileIndex, size)
    const [start, count] = [first - tileIndex * tileWidth, 2 ** within]
    if (start + count > width) throw new RangeError('The node is not complete at this size.')
    const bytes = await readTile({ level: tileLevel, index: tileIndex, width })
    if (bytes.length !== width * hashLength) throw new RangeError('The tile has not the length of its width.')
    return subtree(bytes.subarray(start * hashLength, (start + count) * hashLength))
  }
}

function subtree(bytes: Uint8Array): Hash {
  if (bytes.length === hashLength) return bytes
  const middle = bytes.length / 2
  return nodeHash(subtree(bytes.subarray(0, middle)), subtree(bytes.subarray(middle)))
}

/** Leaves as the specification bundles them: each after its length as big-endian uint16. Throws RangeError above 65535 bytes. */
export function bundleOf(leaves: readonly Uint8Array[]): Uint8Array {
  return concatBytes(...leaves.flatMap((leaf) => {
    if (leaf.length > 0xffff) throw new RangeError('A log entry has at most 65535 bytes.')
    return [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]
  }))
}

/** Throws RangeError when the bundle ends within a leaf. */
export function leavesOf(bundle: Uint8Array): Uint8Array[] {
  const leaves: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0)
    if (at + 2 + length > bundle.length) throw new RangeError(`The bundle ends within a leaf: ${bytesToHex(bundle.subarray(at, at + 8))}`)
    leaves.push(bundle.slice(at + 2, at + 2 + length))
    at += 2 + length
  }
  return leaves
}
