// The browser's part of a passkey: the questions of the server with their bytes as bytes, the answers with their bytes as text.

const bytesOf = (text: string): ArrayBuffer =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer
const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

interface Named {
  readonly id: string
  readonly type?: string
  readonly transports?: readonly string[]
}

/** What the server asks when a key is made (WebAuthn, 5.4), bytes as base64url. */
export interface Making {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly Named[]
}

/** What the server asks of somebody who signs in (5.5). */
export interface Asking {
  readonly challenge: string
  readonly allowCredentials?: readonly Named[]
}

/** A key is bound to a name of the site over TLS, or to `localhost`; a bare number has none. */
export const knowsPasskeys = (): boolean =>
  window.isSecureContext && typeof PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname)

const listed = (names: readonly Named[] = []): PublicKeyCredentialDescriptor[] =>
  names.map((name) => ({ ...name, type: 'public-key', id: bytesOf(name.id), transports: [...(name.transports ?? [])] as AuthenticatorTransport[] }))

const plain = (key: PublicKeyCredential) => ({
  id: key.id,
  rawId: textOf(key.rawId),
  type: key.type,
  clientExtensionResults: key.getClientExtensionResults(),
})

/** Makes a key on the person's device; rejects when they turn it down. */
export async function makePasskey(asked: Making): Promise<object> {
  const publicKey = {
    ...(asked as unknown as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(asked.challenge),
    user: { ...asked.user, id: bytesOf(asked.user.id) },
    excludeCredentials: listed(asked.excludeCredentials),
  }
  const key = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const response = key.response as AuthenticatorAttestationResponse
  return {
    ...plain(key),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports(),
    },
  }
}

/** Lets the person unlock a key that they have; rejects when they turn it down. */
export async function showPasskey(asked: Asking): Promise<object> {
  const publicKey = {
    ...(asked as unknown as PublicKeyCredentialRequestOptions),
    challenge: bytesOf(asked.challenge),
    allowCredentials: listed(asked.allowCredentials),
  }
  const key = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const response = key.response as AuthenticatorAssertionResponse
  return {
    ...plain(key),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      ...(response.userHandle ? { userHandle: textOf(response.userHandle) } : {}),
    },
  }
}
