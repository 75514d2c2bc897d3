// Requests to the server; a refusal comes back as an error that a page can show.
import { currentLanguage } from './language.tsx'

export interface FieldError { readonly pointer: string; readonly detail: string; readonly remedy: string }

export interface Refused {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly basis?: string
  readonly errors?: readonly FieldError[]
}

export class RefusedError extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.detail)
    this.refused = refused
  }
}

let csrf: string | null = null
export const keepCsrf = (token: string | null): void => {
  csrf = token
}

const tags = { zh: 'zh-CN', hant: 'zh-Hant', en: 'en' } as const

const unreachable = (status: number): Refused => ({
  status,
  code: 'unreachable',
  title: currentLanguage() === 'en' ? 'The server did not answer' : '服务器没有回应',
  detail: currentLanguage() === 'en' ? 'Nothing is known to have been saved.' : '不能确认已经保存。',
  remedy: currentLanguage() === 'en' ? 'Check the connection and send again; it is not done twice.' : '请检查网络后重新提交，不会重复办理。',
})

/** Sends a request under /api/v1. Throws `RefusedError`. */
export async function send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const form = body instanceof FormData
  let response: Response
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        'accept-language': tags[currentLanguage()],
        ...(csrf && method !== 'GET' ? { 'x-csrf-token': csrf } : {}),
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
  } catch {
    throw new RefusedError(unreachable(0))
  }
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RefusedError({ ...unreachable(response.status), ...(answer as object | null), status: response.status })
  return answer as T
}

export const get = <T,>(path: string): Promise<T> => send<T>('GET', path)

/** An identity in order of time (UUID version 7, RFC 9562 5.7). */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Date.now()
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(now / 256 ** (5 - i)) % 256
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
