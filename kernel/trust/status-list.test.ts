// The status list: one bit per publication, read as W3C Bitstring Status List writes it, and safe against hostile lists.
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeyHistory } from './key-history.ts'
import { compromised } from './key-history.ts'
import { newPrivateKey, softwareSigner } from './signature.ts'
import { bitOf, decodeList, encodeList, listLength, openStatusList, sealStatusList } from './status-list.ts'

const signer = softwareSigner(newPrivateKey('ES256'))
const history: KeyHistory = {
  issuer: 'demo', title: { zh: '示例', en: 'Demonstration' }, site: 'https://quality.example', origin: 'quality.example/log', revision: 1,
  issuedOn: '2026-01-01T00:00:00.000Z',
  keys: [{ keyId: signer.keyId, use: 'seal', publicKey: signer.publicKey, validFrom: '2026-01-01T00:00:00.000Z' }],
}
const id = 'https://quality.example/status-lists/1'
const sealed = (withdrawn: number[], validFrom = '2026-03-01T00:00:00.000Z'): Promise<string> =>
  sealStatusList({ id, validFrom, withdrawn }, 'demo', signer)

describe('the bits', () => {
  it('say of every entry exactly whether it was withdrawn', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(listLength - 1)), fc.nat(listLength - 1), (withdrawn, other) => {
      const bits = decodeList(encodeList(withdrawn))
      expect(withdrawn.every((index) => bitOf(bits, index))).toBe(true)
      expect(bitOf(bits, other)).toBe(withdrawn.includes(other))
    }), { numRuns: 30 })
  })
  it('put entry 0 into the left-most bit of the first byte (§2.1)', () => {
    expect(decodeList(encodeList([0, 9]))[0]).toBe(0x80)
    expect(decodeList(encodeList([0, 9]))[1]).toBe(0x40)
    expect(() => encodeList([listLength])).toThrow(RangeError)
  })
  it('are refused when cut off, too short, unmarked or a bomb', () => {
    const list = encodeList([5])
    expect(() => decodeList(list.slice(0, -24))).toThrow()
    expect(() => decodeList(list.slice(1))).toThrow(SyntaxError)
    expect(() => decodeList(`u${gzipSync(new Uint8Array(100)).toString('base64url')}`)).toThrow(SyntaxError)
    expect(() => decodeList(`u${gzipSync(new Uint8Array(40_000_000)).toString('base64url')}`)).toThrow(RangeError)
  })
})

describe('a signed list', () => {
  it('opens with the published key of the platform', async () => {
    const list = openStatusList(await sealed([7]), history)
    expect(list).toMatchObject({ id, validFrom: '2026-03-01T00:00:00.000Z' })
    expect([6, 7].map((index) => bitOf(list?.bits as Uint8Array, index))).toEqual([false, true])
  })
  it('is not believed when altered, of another issuer, from outside the key’s term or signed by a stolen key', async () => {
    const good = await sealed([7])
    const parts = good.split('.')
    const forged = [parts[0], Buffer.from(JSON.stringify({ issuer: 'demo' })).toString('base64url'), parts[2]].join('.')
    expect(openStatusList(forged, history)).toBeNull()
    expect(openStatusList('no list', history)).toBeNull()
    expect(openStatusList(good, { ...history, issuer: 'another' })).toBeNull()
    expect(openStatusList(await sealed([], '2025-12-31T00:00:00.000Z'), history)).toBeNull()
    const stolen = compromised(history, signer.keyId, { from: '2026-02-01T00:00:00.000Z', logSize: 0 }, '2026-02-02T00:00:00.000Z')
    expect(openStatusList(good, stolen)).toBeNull()
  })
})
