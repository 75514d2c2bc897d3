// A browser without a screen: keeps its cookies and its anti-forgery mark from one request to the next.
import type { LightMyRequestResponse } from 'fastify'
import type { House } from './house.ts'

export interface Visitor {
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Sent>
  /** Signs in and keeps the session. */
  signIn(account: string, password: string, code?: string): Promise<Sent>
  readonly cookies: Map<string, string>
}

export interface Sent {
  readonly status: number
  readonly body: any
  readonly headers: LightMyRequestResponse['headers']
  readonly text: string
}

export function visitor(house: House, agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'): Visitor {
  const cookies = new Map<string, string>()
  let csrf: string | null = null
  const send: Visitor['send'] = async (method, path, body, headers = {}) => {
    const form = body instanceof URLSearchParams
    const response = await house.app.inject({
      method,
      url: path,
      headers: {
        'user-agent': agent,
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(csrf ? { 'x-csrf-token': csrf } : {}),
        ...(body === undefined ? {} : { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: form ? body.toString() : JSON.stringify(body) }),
    })
    for (const { name, value } of response.cookies as { name: string; value: string }[])
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    const json = String(response.headers['content-type'] ?? '').includes('json')
    return { status: response.statusCode, body: json ? response.json() : null, headers: response.headers, text: response.body }
  }
  return {
    send,
    cookies,
    async signIn(account, password, code) {
      const sent = await send('POST', '/api/v1/session', { account, password, ...(code ? { code } : {}) })
      if (sent.status === 200) csrf = sent.body.csrf as string
      return sent
    },
  }
}
