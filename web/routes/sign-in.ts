// Signing in and out by a form, and who visits a page of the office.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { callerOf, type Caller } from '../../server/identity.ts'
import { enter } from '../../server/sign-in/begin.ts'
import { fromHere, leave } from '../../server/sign-in/session.ts'
import { authenticate } from '../../store/people/sign-in.ts'
import { SignInPage } from '../desk/pages.tsx'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'

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

export function signing(app: FastifyInstance, parts: PublicParts): void {
  const { engine } = parts
  const form = (visit: Visit, problem: string | null): Rendered => ({
    title: words('登录', 'Sign in'),
    status: problem ? 401 : 200,
    body: createElement(SignInPage, { problem, account: visit.form.get('account') ?? '', s: visit.s }),
  })
  publicPage(
    app,
    '/desk/sign-in',
    async (visit) => form(visit, null),
    async (visit) => {
      try {
        fromHere(visit.request)
        const typed = (name: string) => visit.form.get(name) ?? ''
        const known = await authenticate(engine, typed('account').trim(), typed('password'), typed('code').trim() || undefined)
        await enter(engine, visit.request, visit.reply, { ...known, way: 'password' })
        return { title: office, body: null, redirect: visit.s.to('/desk') }
      } catch (error) {
        if (error instanceof Refusal) return form(visit, `${visit.s.say(error.detail)} ${visit.s.say(error.remedy)}`)
        throw error
      }
    },
  )
  publicPage(
    app,
    '/desk/sign-out',
    async (visit) => ({ title: office, body: null, redirect: visit.s.to('/desk/sign-in') }),
    async (visit) => {
      await callerFor(parts, visit)
      await leave(parts, visit.request, visit.reply)
      return { title: office, body: null, redirect: visit.s.to('/desk/sign-in') }
    },
  )
}
