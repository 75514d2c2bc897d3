// Credentials of the W3C suite that are compact JWS, and the list of the Bitstring Status List specification.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRecord, jwsHolds, parseJson, parseJws } from '../../../kernel/trust/jws.ts'
import type { PublicKey } from '../../../kernel/trust/signature.ts'
import { bitOf, decodeList, listLength, readCredential } from '../../../kernel/trust/status-list.ts'

interface SuiteCase { name: string; input_file: string; key_file: string; fn: string; expected_result: string; feature: string }
const text = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8').trim()
const cases = (JSON.parse(text('cases.json')) as SuiteCase[]).filter((one) => one.fn === 'verify' && one.feature === 'credential_jose')

/** As our own lists are opened: type vc+jwt, signature, JSON with an issuer that the header does not contradict. */
function verifies(source: string, key: PublicKey): boolean {
  try {
    const jws = parseJws(source)
    return jws.header.typ === 'vc+jwt' && jwsHolds(jws, key) && isRecord(parseJson(jws.payload))
  } catch {
    return false
  }
}

describe('a credential secured with JOSE', () => {
  it('brings the verification cases of the suite', () => expect(cases.length).toBeGreaterThanOrEqual(4))
  it.each(cases)('$name: $expected_result', ({ input_file, key_file, expected_result }) => {
    const { publicKeyJwk } = JSON.parse(text(key_file)) as { publicKeyJwk: PublicKey }
    expect(verifies(text(input_file), publicKeyJwk)).toBe(expected_result === 'success')
  })
})

describe('the list of the specification', () => {
  const encodedList = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
  it('unpacks to 131,072 entries, none of them set', () => {
    const bits = decodeList(encodedList)
    expect(bits.length * 8).toBe(listLength)
    expect(bits.every((byte) => byte === 0)).toBe(true)
    expect(bitOf(bits, 94567)).toBe(false)
  })
  it('is read from its credential, and other purposes or kinds are not', () => {
    const subject = { id: 'https://example.com/status/3#list', type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList }
    const credential = {
      '@context': ['https://www.w3.org/ns/credentials/v2'], id: 'https://example.com/credentials/status/3',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: 'did:example:12345', validFrom: '2021-04-05T14:27:40Z',
      credentialSubject: subject,
    }
    expect(readCredential(credential, 'did:example:12345')).toMatchObject({ id: credential.id, validFrom: credential.validFrom })
    const changes = [{ issuer: 'did:example:other' }, { type: ['VerifiableCredential'] }, { validFrom: 'soon' },
      { credentialSubject: { ...subject, statusPurpose: 'suspension' } }, { credentialSubject: [subject] }]
    for (const change of changes) expect(readCredential({ ...credential, ...change }, 'did:example:12345')).toBeNull()
    expect(readCredential(null, 'did:example:12345')).toBeNull()
  })
})
