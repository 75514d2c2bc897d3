// Published signatures of others: Wycheproof Ed25519, RFC 7515 ES256, and RFC 7520 algorithms that must not pass for ours.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compactVerify, importJWK, type JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { jwsHolds, parseJws } from '../../../kernel/trust/jws.ts'
import { verifySignature, type PublicKey } from '../../../kernel/trust/signature.ts'

interface Wycheproof {
  numberOfTests: number
  testGroups: { publicKeyJwk: { x: string }; tests: { tcId: number; comment: string; msg: string; sig: string; result: string }[] }[]
}
interface Cookbook { title: string; input: { key: JWK; alg: string }; output: { compact: string } }
const read = <Content>(...path: string[]): Content => JSON.parse(readFileSync(join(import.meta.dirname, ...path), 'utf8')) as Content
const bytes = (hexadecimal: string): Uint8Array => new Uint8Array(Buffer.from(hexadecimal, 'hex'))

describe('Ed25519 (RFC 8032) is judged as Wycheproof says', () => {
  const vectors = read<Wycheproof>('wycheproof', 'ed25519_test.json')
  const tests = vectors.testGroups.flatMap((group) => group.tests.map((test) => ({ ...test, x: group.publicKeyJwk.x })))
  it('brings all its tests', () => expect(tests).toHaveLength(vectors.numberOfTests))
  it.each(tests)('test $tcId, $comment: $result', ({ x, msg, sig, result }) => {
    expect(verifySignature({ kty: 'OKP', crv: 'Ed25519', x }, bytes(msg), bytes(sig))).toBe(result === 'valid')
  })
})

describe('ES256', () => {
  // RFC 7515, appendix A.3.
  const key: PublicKey = {
    kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  }
  const example = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    + '.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q'
  it('of RFC 7515 A.3 holds', () => expect(jwsHolds(parseJws(example), key)).toBe(true))
  it('does not hold with r and s zero, swapped or cut (CVE-2022-21449 among them)', () => {
    const { signed, signature } = parseJws(example)
    const [r, s] = [signature.slice(0, 32), signature.slice(32)]
    const changed = [[...s, ...r], [...r], [...signature, 0], []].map((bytesOf) => new Uint8Array(bytesOf))
    const wrong = [...changed, new Uint8Array(64), new Uint8Array(64).fill(255)]
    for (const one of wrong) expect(verifySignature(key, signed, one)).toBe(false)
    expect(verifySignature({ ...key, y: key.x }, signed, signature)).toBe(false)
  })
})

describe('what RFC 7520 signs with other algorithms', () => {
  const examples = readdirSync(join(import.meta.dirname, 'rfc7520-jws')).map((name) => read<Cookbook>('rfc7520-jws', name))
  const own: PublicKey = {
    kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  }
  it.each(examples)('$title verifies for sign-in, never as a seal', async ({ input, output }) => {
    const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...key } = input.key
    const verified = await compactVerify(output.compact, await importJWK(key, input.alg))
    expect(verified.protectedHeader.kid).toBe(key.kid)
    expect(jwsHolds(parseJws(output.compact), own)).toBe(false)
  })
  it('brings ES512 and RS256', () => expect(examples.map(({ input }) => input.alg).sort()).toEqual(['ES512', 'RS256']))
})
