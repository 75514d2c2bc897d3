// Signatures of the house: who can sign, and whether a signature is good (ES256 of RFC 7518 §3.4, Ed25519 of RFC 8032).
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64Url, toBase64Url } from './base64.ts'
import { canonicalBytes } from './chain.ts'

/** SM2 (GB/T 32918.2) has its name and its place; its signer comes with a national cryptography module. */
export type SignatureAlgorithm = 'ES256' | 'Ed25519' | 'SM2'

/** A public key as JSON Web Key (RFC 7517), nothing but what names the key. */
export type PublicKey =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
export type PrivateKey = PublicKey & { readonly d: string }

/** Whatever holds a key: a file today, a hardware module later. Gives raw signatures (ES256: r ‖ s, 64 bytes). */
export interface Signer {
  readonly keyId: string
  readonly algorithm: SignatureAlgorithm
  readonly publicKey: PublicKey
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

export const algorithmOf = (key: PublicKey): 'ES256' | 'Ed25519' => (key.kty === 'EC' ? 'ES256' : 'Ed25519')

/** The public half, without any other member. */
export const publicHalf = (key: PublicKey): PublicKey =>
  key.kty === 'EC' ? { kty: key.kty, crv: key.crv, x: key.x, y: key.y } : { kty: key.kty, crv: key.crv, x: key.x }

/** The first 8 bytes of the JWK thumbprint (RFC 7638): short enough for a QR, unique in a key history. */
export const keyIdOf = (key: PublicKey): string => toBase64Url(sha256(canonicalBytes(publicHalf(key))).subarray(0, 8))

/** The bytes of a public key: an uncompressed point (SEC 1 §2.3.3) or the 32 bytes of RFC 8032. */
export const keyBytes = (key: PublicKey): Uint8Array =>
  key.kty === 'EC' ? concatBytes(Uint8Array.of(4), fromBase64Url(key.x), fromBase64Url(key.y)) : fromBase64Url(key.x)

/** False for a bad signature and for a key or signature that is none. */
export function verifySignature(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    // JOSE knows no low-S rule; RFC 8032 §5.1.7 wants canonical points, which ZIP 215 would wave through.
    return key.kty === 'EC'
      ? p256.verify(signature, message, keyBytes(key), { lowS: false, prehash: true, format: 'compact' })
      : ed25519.verify(signature, message, keyBytes(key), { zip215: false })
  } catch {
    return false
  }
}

export function newPrivateKey(algorithm: 'ES256' | 'Ed25519'): PrivateKey {
  if (algorithm === 'Ed25519') {
    const { secretKey, publicKey } = ed25519.keygen()
    return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey), d: toBase64Url(secretKey) }
  }
  const { secretKey } = p256.keygen()
  const point = p256.getPublicKey(secretKey, false)
  return {
    kty: 'EC', crv: 'P-256', x: toBase64Url(point.subarray(1, 33)), y: toBase64Url(point.subarray(33)), d: toBase64Url(secretKey),
  }
}

/** Signs with a key held in memory; ES256 is deterministic (RFC 6979). */
export function softwareSigner(key: PrivateKey): Signer {
  const secret = fromBase64Url(key.d)
  const sign = (bytes: Uint8Array): Uint8Array =>
    key.kty === 'EC' ? p256.sign(bytes, secret, { prehash: true, lowS: true }) : ed25519.sign(bytes, secret)
  return { keyId: keyIdOf(key), algorithm: algorithmOf(key), publicKey: publicHalf(key), sign }
}
