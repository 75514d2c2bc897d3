// One's own account without a script: password, second factor, passkeys, sessions, tokens, and who read one's data.
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { inPerson, type Caller } from '../../server/identity.ts'
import { beginPasskey, endPasskey, placeOf } from '../../server/sign-in/passkeys.ts'
import { beginEnrolment, endEnrolment, pendingEnrolment } from '../../server/sign-in/second-factor.ts'
import { makeToken } from '../../server/sign-in/tokens.ts'
import { removePasskey } from '../../store/people/passkeys.ts'
import { passwordRefusals } from '../../store/people/passwords.ts'
import { endTotp, renewRecoveryCodes } from '../../store/people/second-factor.ts'
import { endNamed, endOthers } from '../../store/people/sessions.ts'
import { changePassword, proves } from '../../store/people/sign-in.ts'
import { revokeToken } from '../../store/people/tokens.ts'
import { accountAddress, type Acting } from '../desk/act-form.tsx'
import { EnrolmentPage, PasskeyPage, RecoveryPage, TokenPage } from '../desk/account-once.tsx'
import { AccountPage } from '../desk/account-page.tsx'
import { accountOf } from '../data/account.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { answerIn, passkeyScript } from './page-scripts.ts'
import { callerFor, office, signedIn } from './sign-in.ts'

const title = words('我的账号', 'My account')

/** Said above the page after it was done. */
const told: Readonly<Record<string, Words>> = {
  password: words('新密码已保存，其他设备已退出。', 'The new password is saved; other sessions have ended.'),
  totp: words('动态口令已启用。', 'One-time codes are on.'),
  'totp-end': words('动态口令已停用。', 'One-time codes are off.'),
  passkey: words('通行密钥已登记。', 'The passkey is on record.'),
  'passkey-end': words('通行密钥已移除。', 'The passkey is removed.'),
  session: words('已退出所选设备。', 'The session has ended.'),
  sessions: words('已退出其他所有设备。', 'All other sessions have ended.'),
  token: words('令牌已作废。', 'The token is revoked.'),
}

interface Doing {
  readonly parts: PublicParts
  readonly visit: Visit
  readonly caller: Caller & { readonly session: string }
  readonly account: string
  typed(name: string): string
}

type Deed = (doing: Doing) => Promise<Rendered>

const actingOf = ({ visit, caller }: Pick<Doing, 'visit' | 'caller'>, refused: Acting['refused'] = null): Acting => ({
  csrf: caller.csrf ?? '',
  s: visit.s,
  refused,
})

const done = ({ visit }: Doing, what: string, section: string): Rendered => ({
  title,
  body: null,
  redirect: visit.s.to(`${accountAddress}?done=${what}#${section}`),
})

const once = (name: Words, body: Rendered['body']): Rendered => ({
  title: name,
  crumbs: [['/desk', office], [accountAddress, title], ['', name]],
  body,
  once: true,
})

function codes(doing: Doing, recovery: readonly string[], what: string, section: string): Rendered {
  if (recovery.length === 0) return done(doing, what, section)
  return once(words('恢复码', 'Recovery codes'), createElement(RecoveryPage, { codes: recovery, s: doing.visit.s }))
}

const enrolling = words('启用动态口令', 'Set up one-time codes')

const deeds: Readonly<Record<string, Deed>> = {
  async password(doing) {
    const { parts, account, caller, typed } = doing
    if (typed('next') !== typed('again')) passwordRefusals.refuse('unlike', { field: 'again' })
    await changePassword(parts.engine, { account, session: caller.session }, typed('present'), typed('next'))
    return done(doing, 'password', 'password')
  },
  async totp(doing) {
    await proves(doing.parts.engine, doing.account, doing.typed('password'))
    const enrolment = await beginEnrolment(doing.parts.engine, doing.account)
    return once(enrolling, createElement(EnrolmentPage, { acting: actingOf(doing), enrolment }))
  },
  async 'totp/confirm'(doing) {
    return codes(doing, await endEnrolment(doing.parts.engine, doing.account, doing.typed('code')), 'totp', 'factor')
  },
  async 'totp/end'(doing) {
    await proves(doing.parts.engine, doing.account, doing.typed('password'))
    await endTotp(doing.parts.engine, doing.account)
    return done(doing, 'totp-end', 'factor')
  },
  async 'recovery-codes'(doing) {
    await proves(doing.parts.engine, doing.account, doing.typed('password'))
    return codes(doing, await renewRecoveryCodes(doing.parts.engine, doing.account), 'totp', 'factor')
  },
  async 'passkeys/begin'(doing) {
    const { parts, visit, caller, account, typed } = doing
    await proves(parts.engine, account, typed('password'))
    const begun = await beginPasskey(parts.engine, caller, placeOf(parts.signIn, visit.request))
    const body = createElement(PasskeyPage, { acting: actingOf(doing), begun, title: typed('title').slice(0, 60) })
    return { ...once(words('登记通行密钥', 'Add a passkey'), body), script: passkeyScript }
  },
  async passkeys(doing) {
    const { parts, visit, account, typed } = doing
    const answered = { asked: typed('asked'), response: answerIn<RegistrationResponseJSON>(typed('response')), title: typed('title').slice(0, 60) }
    const { recoveryCodes } = await endPasskey(parts.engine, account, answered, placeOf(parts.signIn, visit.request))
    return codes(doing, recoveryCodes, 'passkey', 'passkeys')
  },
  async 'passkeys/remove'(doing) {
    await proves(doing.parts.engine, doing.account, doing.typed('password'))
    if (!(await removePasskey(doing.parts.engine, doing.account, doing.typed('id')))) kernelRefusals.refuse('not-found')
    return done(doing, 'passkey-end', 'passkeys')
  },
  async 'sessions/end'(doing) {
    if (!(await endNamed(doing.parts.engine, doing.account, doing.typed('id')))) kernelRefusals.refuse('not-found')
    return done(doing, 'session', 'sessions')
  },
  async 'sessions/end-others'(doing) {
    await endOthers(doing.parts.engine, doing.account, doing.caller.session)
    return done(doing, 'sessions', 'sessions')
  },
  async tokens(doing) {
    const { parts, account, typed, visit } = doing
    await proves(parts.engine, account, typed('password'))
    const register = typed('register')
    const verbs = typed('rights') === 'write' ? ['read', 'write'] : ['read']
    const asked = { title: typed('title').slice(0, 80), scope: verbs.map((verb) => (register ? `${verb}:${register}` : verb)), ends: typed('ends') }
    const token = await makeToken(parts.engine, account, asked)
    return once(words('新令牌', 'The new token'), createElement(TokenPage, { token, title: asked.title, s: visit.s }))
  },
  async 'tokens/end'(doing) {
    const { engine } = doing.parts
    if (!(await revokeToken(engine.database, doing.account, doing.typed('id'), engine.now()))) kernelRefusals.refuse('not-found')
    return done(doing, 'token', 'tokens')
  },
}

async function page(doing: Pick<Doing, 'parts' | 'visit' | 'caller'>, refused: Acting['refused'], status = 200): Promise<Rendered> {
  const { parts, visit, caller } = doing
  const shown = await accountOf(parts.engine, caller)
  const done = refused ? null : (told[visit.query['done'] ?? ''] ?? null)
  const body = createElement(AccountPage, { ...shown, acting: actingOf(doing, refused), done })
  return { title, crumbs: [['/desk', office], ['', title]], status, body, once: true }
}

/** The same form again with what was wrong; the picture of a secret stays the same until its first code came. */
async function again(doing: Doing, action: string, error: unknown): Promise<Rendered> {
  if (!(error instanceof Refusal)) throw error
  const { s } = doing.visit
  const problem = { field: error.field ?? '', text: s.say(error.detail), remedy: s.say(error.remedy) }
  if (action === 'totp/confirm') {
    const enrolment = await pendingEnrolment(doing.parts.engine, doing.account)
    if (enrolment) {
      const acting = actingOf(doing, { action, problem })
      return { ...once(enrolling, createElement(EnrolmentPage, { acting, enrolment })), status: error.status }
    }
  }
  return page(doing, { action: [action, doing.typed('id')].filter(Boolean).join(' '), problem }, error.status)
}

export function accountRoutes(app: FastifyInstance, parts: PublicParts): void {
  const whose = async (visit: Visit) => inPerson(await callerFor(parts, visit))
  publicPage(app, accountAddress, signedIn(parts, async (visit) => page({ parts, visit, caller: await whose(visit) }, null)))
  for (const [action, deed] of Object.entries(deeds))
    publicPage(
      app,
      `${accountAddress}/${action}`,
      // Whoever reloads the page of a form, or comes back to it signed in anew, begins at the account.
      async (visit) => ({ title, body: null, redirect: visit.s.to(accountAddress) }),
      signedIn(parts, async (visit) => {
        const caller = await whose(visit)
        const doing: Doing = { parts, visit, caller, account: caller.person.id, typed: (name) => visit.form.get(name) ?? '' }
        return deed(doing).catch((error: unknown) => again(doing, action, error))
      }),
      undefined,
      20,
    )
}
