// Node's own ES256 in place of the kernel's, which browsers run too: a tenth of the time, where thousands of publications are sealed.
import { createPrivateKey, sign } from 'node:crypto'
import { keyIdOf, publicHalf, type PrivateKey, type Signer } from '../../kernel/trust/signature.ts'

/** Signs with a key held in memory; the nonce is random, so that two signatures of the same text differ, and both are good. */
export function nativeSigner(key: Extract<PrivateKey, { readonly kty: 'EC' }>): Signer {
  const secret = createPrivateKey({ format: 'jwk', key: { ...key } })
  return {
    keyId: keyIdOf(key),
    algorithm: 'ES256',
    publicKey: publicHalf(key),
    sign: (bytes) => new Uint8Array(sign('sha256', bytes, { key: secret, dsaEncoding: 'ieee-p1363' })),
  }
}
