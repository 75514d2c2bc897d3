// Requests to the server: in the reader's language, under the account that the page shows, refusals as values that can be shown.
import { language, tags } from './language.ts'

export interface FieldRefusal {
  readonly pointer: string
  readonly code: string
  readonly detail: string
  readonly remedy: string
}

/** Problem details (RFC 9457) as the server gives them. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly remedy: string
  readonly field?: string
  readonly basis?: string
  readonly instance?: string
  readonly errors?: readonly FieldRefusal[]
}

/** The server said no, or met a fault of its own. */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Nobody knows whether the request arrived. */
export class Unreachable extends Error {}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

interface Standing {
  account: string | null
  csrf: string | null
  /** Called when the session has ended; resolves when somebody is signed in again. */
  signInAgain: () => Promise<void>
}

/** Under whom requests go out; set by the session. */
export const standing: Standing = { account: null, csrf: null, signInAgain: () => Promise.reject(new Error('no session')) }

export const headersNow = (): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': tags[language],
  ...(standing.account ? { 'x-account': encodeURIComponent(standing.account) } : {}),
  ...(standing.csrf ? { 'x-csrf-token': standing.csrf } : {}),
})

async function answered(path: string, asking: Asking): Promise<Response> {
  const { method = 'GET', body, headers, signal } = asking
  try {
    return await fetch(path, {
      method,
      headers: { ...headersNow(), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      credentials: 'same-origin',
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable(path)
  }
}

const gateway = new Set([502, 503, 504])

/** What a failed answer says. */
export async function problemIn(response: Response): Promise<Problem> {
  const said = (await response.json().catch(() => null)) as Problem | null
  if (said?.code) return said
  if (gateway.has(response.status)) throw new Unreachable(response.url)
  return { status: response.status, code: 'unknown', title: String(response.status), detail: response.statusText, remedy: '' }
}

/** An answer with its headers. An ended session asks to sign in and then goes on, with what was typed kept. */
export async function ask(path: string, asking: Asking = {}): Promise<Response> {
  const response = await answered(path, asking)
  if (response.ok) return response
  const problem = await problemIn(response)
  const ended = problem.code === 'kernel.not-signed-in' || problem.code === 'identity.csrf'
  if (!ended || standing.account === null) throw new Refused(problem)
  await standing.signInAgain()
  const again = await answered(path, asking)
  if (again.ok) return again
  throw new Refused(await problemIn(again))
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await ask(path, signal ? { signal } : {})).json()) as T
}

export async function post<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
  return (await (await ask(path, { method: 'POST', body, headers })).json()) as T
}

/** Query text from what is set. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const set = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
