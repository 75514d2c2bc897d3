// JSON Web Signatures in compact form (RFC 7515 §7.1), the few that the house makes: one algorithm a key, one type a purpose.
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64Url, toBase64Url } from './base64.ts'
import { canonicalBytes } from './chain.ts'
import { algorithmOf, verifySignature, type PublicKey, type Signer } from './signature.ts'

export interface JwsHeader {
  readonly alg: string
  readonly kid?: string
  readonly typ?: string
  readonly cty?: string
}
export interface Jws {
  readonly header: JwsHeader
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** What was signed: header and payload as they stand in the text. */
  readonly signed: Uint8Array
}

const headerBytes = (type: string, { algorithm, keyId }: Signer): Uint8Array => canonicalBytes({ alg: algorithm, kid: keyId, typ: type })

/** Characters of the JWS that `signJws` will make of so many bytes; both algorithms have signatures of 64 bytes. */
export function jwsLength(payloadBytes: number, type: string, signer: Signer): number {
  return [headerBytes(type, signer).length, payloadBytes, 64].reduce((sum, bytes) => sum + Math.ceil(bytes * 4 / 3), 2)
}

/** `type` is the media type of the purpose (`typ`), so that what is signed for one purpose never serves another. */
export async function signJws(payload: Uint8Array, type: string, signer: Signer): Promise<string> {
  const signed = `${toBase64Url(headerBytes(type, signer))}.${toBase64Url(payload)}`
  return `${signed}.${toBase64Url(await signer.sign(utf8ToBytes(signed)))}`
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isAbsentOrText = (value: unknown): boolean => value === undefined || isText(value)

/** Reads without verifying. Throws SyntaxError when it is no compact JWS or its header asks for what is not understood here. */
export function parseJws(text: string): Jws {
  const [header, payload, signature, ...rest] = text.split('.')
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw new SyntaxError('A compact JWS has three parts.')
  }
  const fields = parseJson(fromBase64Url(header))
  const readable = isRecord(fields) && isText(fields.alg) && isAbsentOrText(fields.kid) && isAbsentOrText(fields.typ)
  if (!readable || 'crit' in fields || 'b64' in fields) throw new SyntaxError('The header of the JWS cannot be accepted.')
  return {
    header: fields as unknown as JwsHeader,
    payload: fromBase64Url(payload),
    signature: fromBase64Url(signature),
    signed: utf8ToBytes(`${header}.${payload}`),
  }
}

/** Whether the key made the signature. The algorithm is the key's own: what the header claims must only agree (RFC 8725 §3.1). */
export function jwsHolds(jws: Jws, key: PublicKey): boolean {
  const own = algorithmOf(key)
  const agrees = jws.header.alg === own || (own === 'Ed25519' && jws.header.alg === 'EdDSA')
  return agrees && verifySignature(key, jws.signed, jws.signature)
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON of UTF-8 bytes; throws SyntaxError for either being wrong. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new SyntaxError('This is not JSON in UTF-8.')
  }
}
