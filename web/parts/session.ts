// Who is signed in: begun once, watched by every request, and begun again over the page when it ends, so that nothing typed is lost.
import type { Me } from './answers.ts'
import { showPasskey, type Asking } from './passkey.ts'
import { ask, problemIn, Refused, standing, Unreachable } from './api.ts'
import { cacheName } from '../field/pages.ts'

type Listener = () => void

interface State {
  readonly me: Me | null
  /** The session ended while somebody worked: the page stays, a sign-in lies over it. */
  readonly ended: boolean
}

let state: State = { me: null, ended: false }
const listeners = new Set<Listener>()
let resumed: (() => void)[] = []
/** Milliseconds by which the server's clock is ahead of this machine's. */
let ahead = 0

export const sessionState = (): State => state
export const watchSession = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function become(next: State): void {
  state = next
  standing.account = next.me?.id ?? null
  standing.csrf = next.me?.csrf ?? null
  for (const listener of listeners) listener()
}

/** The moment by the server's clock, which is the one that judges. */
export const serverNow = (): string => new Date(Date.now() + ahead).toISOString()

/** Whoever the server sees behind the cookie, asked under no name; null for a visitor. */
async function seen(): Promise<Me | null> {
  const response = await fetch('/api/v1/me', { headers: { accept: 'application/json' }, credentials: 'same-origin' }).catch(() => null)
  if (response === null) throw new Unreachable('/api/v1/me')
  if (!response.ok) throw new Refused(await problemIn(response))
  const me = (await response.json()) as Me
  ahead = Date.parse(me.now) - Date.now()
  return me.id === 'anyone' ? null : me
}

/** Takes over whoever is signed in; where that is another than before, nothing of the one before may stay. */
function takeOver(me: Me): void {
  if (state.me !== null && me.id !== state.me.id) {
    forgetDrafts()
    window.location.reload()
  }
  become({ me, ended: false })
}

/** At the start: who works here, if anybody. */
export async function whoAmI(): Promise<void> {
  const me = await seen()
  if (me) takeOver(me)
}

export interface Credentials {
  readonly account: string
  readonly password: string
  readonly code?: string
}

/** How somebody who comes may sign in beside a password. */
export interface Ways {
  readonly outside: { readonly title: string; readonly address: string } | null
}

export const waysIn = async (): Promise<Ways> => (await ask('/api/v1/session/ways')).json() as Promise<Ways>

export const signIn = (credentials: Credentials): Promise<void> => entered('/api/v1/session', credentials)

/** Lets the person unlock a key of theirs; rejects when the device turns it down. */
export async function signInByPasskey(): Promise<void> {
  const { options, asked } = (await (await ask('/api/v1/session/passkey/options', { method: 'POST' })).json()) as { options: Asking; asked: string }
  await entered('/api/v1/session/passkey', { asked, response: await showPasskey(options) })
}

async function entered(path: string, body: object): Promise<void> {
  await ask(path, { method: 'POST', body })
  await whoAmI()
  const waiting = resumed
  resumed = []
  for (const go of waiting) go()
}

export async function signOut(): Promise<void> {
  forgetDrafts()
  await ask('/api/v1/session', { method: 'DELETE' })
  // Pages that this device keeps for the field are not shown to whoever comes next.
  if ('caches' in globalThis) await caches.delete(cacheName)
  become({ me: null, ended: false })
}

standing.signInAgain = async () => {
  // Another tab may have signed in already: then only the mark against forgery is another.
  const me = await seen()
  if (me) return takeOver(me)
  become({ me: state.me, ended: true })
  await new Promise<void>((resolve) => resumed.push(resolve))
}

const draftMark = 'draft:'

/** What was typed and not yet sent, kept in this tab alone and under this account alone. */
export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(`${draftMark}${state.me?.id}:${name}`, JSON.stringify(value))
  } catch {
    // A full or closed store keeps nothing; the page itself still holds what was typed.
  }
}

export function draftOf<T>(name: string): T | null {
  const text = sessionStorage.getItem(`${draftMark}${state.me?.id}:${name}`)
  return text === null ? null : (JSON.parse(text) as T)
}

export const dropDraft = (name: string): void => sessionStorage.removeItem(`${draftMark}${state.me?.id}:${name}`)

function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(draftMark)) sessionStorage.removeItem(key)
}
