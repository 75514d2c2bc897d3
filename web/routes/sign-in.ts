// Signing in and out by forms, in one step or two, with a password or a passkey; and who visits a page of the office.
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { callerOf, type Caller } from '../../server/identity.ts'
import { enter, type Entering } from '../../server/sign-in/begin.ts'
import { begins } from '../../server/sign-in/outside.ts'
import { accountByPasskey, placeOf } from '../../server/sign-in/passkeys.ts'
import { leave } from '../../server/sign-in/session.ts'
import { authenticate, authenticateByFactor, waitForFactor } from '../../store/people/sign-in.ts'
import { FactorPage, SignInPage, type Ways } from '../desk/sign-in-page.tsx'
import { publicPage, type PageMaker, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { answerIn, passkeyScript } from './page-scripts.ts'

export const office = words('工作台', 'To do')

const visits = new WeakMap<Visit, Caller>()

/** Who visits; a form of the office carries its anti-forgery mark and is refused without it. */
export async function callerFor(parts: PublicParts, visit: Visit): Promise<Caller> {
  const known = visits.get(visit)
  if (known) return known
  const request = { ...pick(visit.request), body: { _csrf: visit.form.get('_csrf') ?? undefined } } as unknown as FastifyRequest
  const caller = await callerOf(parts.engine, request)
  if (caller.person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
  visits.set(visit, caller)
  return caller
}

export const pick = ({ headers, cookies, method, url }: FastifyRequest) => ({ headers, cookies, method, url })

/** Whoever is not signed in is shown the way in, not a refusal. */
export const signedIn =
  (parts: PublicParts, make: PageMaker): PageMaker =>
  async (visit) => {
    const caller = await callerOf(parts.engine, { ...pick(visit.request), method: 'GET' } as unknown as FastifyRequest)
    return caller.person.id === 'anyone' ? { title: office, body: null, redirect: entrance(visit) } : make(visit)
  }

/** Addresses of this site alone, so that nobody is led away by a link to the way in. */
const isOwn = (address: string): boolean => /^\/(?![/\\])[^\s\\]{0,1000}$/.test(address)

/** The way in, which leads back to what was asked for: a form that was opened with its values is not lost. */
function entrance({ s, request }: Visit): string {
  const back = request.method === 'GET' && isOwn(request.url) ? request.url : null
  return back === null || back === s.to('/desk') ? s.to('/desk/sign-in') : `${s.to('/desk/sign-in')}?${new URLSearchParams({ back }).toString()}`
}

/** Where to after signing in: what was asked for before, else the desk. */
function backOf(visit: Visit): string {
  const asked = visit.form.get('back') ?? visit.query['back'] ?? ''
  return isOwn(asked) ? asked : visit.s.to('/desk')
}

const waysOf = ({ signIn }: PublicParts, { s }: Visit): Ways => ({
  outside: signIn.outside && signIn.address ? signIn.outside.title : null,
  begins: `${begins}?to=${s.to('/desk').slice(1)}`,
})

interface Wrong {
  readonly status: number
  readonly sentence: string
}

function wrong(error: unknown, { s }: Visit): Wrong {
  if (!(error instanceof Refusal)) throw error
  return { status: error.status, sentence: `${s.say(error.detail)} ${s.say(error.remedy)}` }
}

/** Guessing is slow from any one address. */
const tries = 20

const typed = (visit: Visit, name: string) => (visit.form.get(name) ?? '').slice(0, 200)

const form = (parts: PublicParts, visit: Visit, refused: Wrong | null): Rendered => ({
  title: words('登录', 'Sign in'),
  status: refused?.status ?? 200,
  script: passkeyScript,
  body: createElement(SignInPage, {
    problem: refused?.sentence ?? null,
    account: typed(visit, 'account'),
    back: backOf(visit),
    ways: waysOf(parts, visit),
    s: visit.s,
  }),
})

const second = (visit: Visit, asked: string, refused: Wrong | null): Rendered => ({
  title: words('第二重验证', 'Second factor'),
  status: refused?.status ?? 200,
  script: passkeyScript,
  once: true,
  body: createElement(FactorPage, { problem: refused?.sentence ?? null, asked, back: backOf(visit), s: visit.s }),
})

/** What a form of the way in does: whoever it names gets a session; of a refusal the page that shows it is made. */
const entering =
  (
    parts: PublicParts,
    who: (visit: Visit) => Promise<Entering>,
    refused: (visit: Visit, error: unknown) => Rendered | Promise<Rendered>,
  ): PageMaker =>
  async (visit) => {
    try {
      await enter(parts.engine, visit.request, visit.reply, await who(visit))
      return { title: office, body: null, redirect: backOf(visit) }
    } catch (error) {
      return refused(visit, error)
    }
  }

const is = (error: unknown, code: string): boolean => error instanceof Refusal && error.code === code

function ways(parts: PublicParts): Readonly<Record<string, PageMaker>> {
  const { engine, signIn } = parts
  const account = (visit: Visit) => typed(visit, 'account').trim()
  return {
    '/desk/sign-in': entering(
      parts,
      async (visit) => ({ ...(await authenticate(engine, account(visit), typed(visit, 'password'), undefined)), way: 'password' }),
      // That a second factor is due is said only to whoever knows the password.
      async (visit, error) =>
        is(error, 'sign-in.second-factor')
          ? second(visit, await waitForFactor(engine, account(visit)), null)
          : form(parts, visit, wrong(error, visit)),
    ),
    '/desk/sign-in/factor': entering(
      parts,
      async (visit) => ({ ...(await authenticateByFactor(engine, typed(visit, 'asked'), typed(visit, 'code'))), way: 'password' }),
      (visit, error) =>
        is(error, 'sign-in.wrong-code') ? second(visit, typed(visit, 'asked'), wrong(error, visit)) : form(parts, visit, wrong(error, visit)),
    ),
    '/desk/sign-in/passkey': entering(
      parts,
      async (visit) => {
        const answered = { asked: typed(visit, 'asked'), response: answerIn<AuthenticationResponseJSON>(visit.form.get('response') ?? '') }
        // Holding the device and unlocking it are two factors.
        return { account: await accountByPasskey(engine, answered, placeOf(signIn, visit.request)), way: 'passkey', second: true }
      },
      (visit, error) => form(parts, visit, wrong(error, visit)),
    ),
  }
}

export function signing(app: FastifyInstance, parts: PublicParts): void {
  for (const [path, taking] of Object.entries(ways(parts)))
    publicPage(app, path, async (visit) => form(parts, visit, null), taking, undefined, tries)
  const left = (visit: Visit): Rendered => ({ title: office, body: null, redirect: visit.s.to('/desk/sign-in') })
  publicPage(
    app,
    '/desk/sign-out',
    async (visit) => left(visit),
    async (visit) => {
      await callerFor(parts, visit)
      await leave(parts, visit.request, visit.reply)
      return left(visit)
    },
  )
}
