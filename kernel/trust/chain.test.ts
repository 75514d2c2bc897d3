// The chain of a record: what is hashed, and that the first altered, missing or moved entry is named.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalBytes, entryHash, verifyChain, type ChainLink } from './chain.ts'

function chainOf(entries: readonly object[]): ChainLink[] {
  const links: ChainLink[] = []
  for (const entry of entries) {
    const previous = links.at(-1)?.hash ?? null
    links.push({ entry, previous, hash: entryHash(previous, entry) })
  }
  return links
}
const acts = [{ act: 'open', price: '12.50' }, { act: 'accept', 受理人: '王' }, { act: 'settle' }, { act: 'rate' }]

describe('the hash of an entry', () => {
  it('is SHA-256 over the canonical JSON of entry and previous hash, so that anyone can recompute it', () => {
    const first = createHash('sha256').update('{"entry":{"a":"一","b":1},"previous":null}').digest()
    expect(entryHash(null, { b: 1, a: '一' })).toEqual(new Uint8Array(first))
    const second = createHash('sha256').update(`{"entry":{},"previous":"${first.toString('hex')}"}`).digest()
    expect(entryHash(new Uint8Array(first), {})).toEqual(new Uint8Array(second))
  })
  it('does not depend on the order in which members were written (RFC 8785 §3.2.3)', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (entry) => {
      const turned = Object.fromEntries(Object.entries(entry).reverse())
      expect(entryHash(null, turned)).toEqual(entryHash(null, entry))
    }))
  })
  it('follows the sample of RFC 8785 §3.2.4', () => {
    const sample = {
      numbers: [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\\u0022/', literals: [null, true, false],
    }
    expect(new TextDecoder().decode(canonicalBytes(sample))).toBe('{"literals":[null,true,false],'
      + '"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  })
  it('refuses what JSON cannot say instead of hashing something else', () => {
    expect(() => entryHash(null, { value: NaN })).toThrow()
    expect(() => entryHash(null, { value: '\ud800' })).toThrow()
    expect(() => canonicalBytes(undefined)).toThrow('Only a JSON value can be hashed.')
  })
})

describe('verifying the chain of a record', () => {
  it('passes a record that nobody touched, also an empty one', () => {
    const links = chainOf(acts)
    expect(verifyChain(links)).toEqual({ whole: true, length: 4, last: links[3]?.hash })
    expect(verifyChain([])).toEqual({ whole: true, length: 0, last: null })
  })
  it('names the first altered entry', () => {
    const links = chainOf(acts).map((link, at) => (at >= 1 ? { ...link, entry: { ...link.entry, price: '1.00' } } : link))
    expect(verifyChain(links)).toEqual({ whole: false, at: 1, broken: 'entry' })
  })
  it('notices any entry that was taken out, doubled or moved', () => {
    const links = chainOf(acts)
    expect(verifyChain(links.slice(1))).toEqual({ whole: false, at: 0, broken: 'previous' })
    expect(verifyChain(links.filter((_, at) => at !== 2))).toEqual({ whole: false, at: 2, broken: 'previous' })
    expect(verifyChain([links[0], links[0], ...links.slice(1)] as ChainLink[])).toEqual({ whole: false, at: 1, broken: 'previous' })
  })
})
