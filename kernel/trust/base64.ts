// Base64 of RFC 4648, §4 (padded) and §5 (URL-safe, without padding), read strictly so that one value has one spelling.

const fromBinary = (binary: string): Uint8Array => Uint8Array.from(binary, (character) => character.charCodeAt(0))

export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // A spread of a large array would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

/** Throws SyntaxError for any other spelling than the one `toBase64` gives. */
export function fromBase64(text: string): Uint8Array {
  const bytes = /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? fromBinary(atob(text)) : null
  if (!bytes || toBase64(bytes) !== text) throw new SyntaxError('This is not Base64.')
  return bytes
}

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** Throws SyntaxError for any other spelling than the one `toBase64Url` gives. */
export function fromBase64Url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new SyntaxError('This is not Base64url.')
  const padded = text.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(text.length / 4) * 4, '=')
  return fromBase64(padded)
}
