// Signing in by HTTP: passwords and their lock, sessions and their end, one-time codes, recovery codes, tokens, an outside service.
import { createHash } from 'node:crypto'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { openHouse, type House } from '../bed/house.ts'
import { openProvider, type Provider } from '../bed/identity-provider.ts'
import { visitor, type Visitor } from '../bed/visitor.ts'

let house: House
let provider: Provider
const password = 'purple lantern orbit 58'
const start = '2026-11-24T02:00:00.000Z'
const later = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString()

beforeAll(async () => {
  provider = await openProvider()
  const outside = { issuer: provider.issuer, clientId: 'zhiheng', clientSecret: 'secret of the test', title: '统一身份认证（测试）', insecure: true }
  house = await openHouse({ now: start, pages: true, signIn: { address: 'http://127.0.0.1', outside } })
  const holdings = [{ duty: 'complaints.clerk', reach: 'area' as const, area: '130102' }]
  for (const id of ['wang', 'zhao', 'qian', 'sun', 'li', 'zhou', 'wu'])
    await addAccount(house.engine.database, { id, name: `演示${id}`, office: 'market-130102', password, face: 'office', from: '2010-01-01', holdings })
})
afterAll(async () => {
  await house.close()
  await provider.close()
})

const entered = async (account: string, code?: string): Promise<Visitor> => {
  const who = visitor(house)
  expect(await who.signIn(account, password, code)).toMatchObject({ status: 200 })
  return who
}

describe('a password', () => {
  it('opens the account, and the cookie is out of reach of scripts and of other sites', async () => {
    house.at(start)
    const who = visitor(house)
    const sent = await who.signIn('wang', password)
    expect(sent.headers['set-cookie']).toMatch(/HttpOnly/)
    expect(sent.headers['set-cookie']).toMatch(/SameSite=Lax/)
    expect((await who.send('GET', '/api/v1/me')).body).toMatchObject({ id: 'wang', second: false, scope: null })
  })
  it('is kept as argon2id with 19 MiB and two passes (OWASP)', async () => {
    const { rows } = await house.engine.database.query("select password from kernel.account where id = 'wang'")
    expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
  it('after five failures is refused even when right, for fifteen minutes; then it opens again', async () => {
    house.at(start)
    const who = visitor(house)
    for (let n = 0; n < 5; n++) expect(await who.signIn('zhao', 'wrong')).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-credentials' } })
    expect(await who.signIn('zhao', password)).toMatchObject({ status: 429, body: { code: 'sign-in.locked', detail: expect.stringContaining('2026-11-24 10:15') } })
    house.at(later(14))
    expect((await who.signIn('zhao', password)).status).toBe(429)
    house.at(later(16))
    expect((await who.signIn('zhao', password)).status).toBe(200)
  })
  it('of an account that does not exist is locked in the same way, so that a lock tells nobody who has an account', async () => {
    house.at(start)
    const who = visitor(house)
    for (let n = 0; n < 5; n++) expect(await who.signIn('no-such-person', 'wrong')).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-credentials' } })
    expect((await who.signIn('no-such-person', 'wrong')).status).toBe(429)
  })
  it('a success in between begins the count anew', async () => {
    house.at(start)
    const who = visitor(house)
    for (let n = 0; n < 4; n++) await who.signIn('qian', 'wrong')
    expect((await who.signIn('qian', password)).status).toBe(200)
    for (let n = 0; n < 4; n++) await who.signIn('qian', 'wrong')
    expect((await who.signIn('qian', password)).status).toBe(200)
  })
  it('cannot be sent by another site', async () => {
    const sent = await visitor(house).send('POST', '/api/v1/session', { account: 'wang', password }, { 'sec-fetch-site': 'cross-site' })
    expect(sent).toMatchObject({ status: 403, body: { code: 'identity.csrf' } })
  })
  it('is changed by somebody who knows it, must be hard to guess, and ends the other sessions', async () => {
    house.at(start)
    const [here, there] = [await entered('qian'), await entered('qian')]
    const change = (present: string, next: string) => here.send('PUT', '/api/v1/me/password', { present, next })
    expect(await change('wrong', 'a fine new lantern 77')).toMatchObject({ status: 403, body: { code: 'sign-in.not-proved', field: 'password' } })
    for (const weak of ['short', 'password123456', 'qianqianqian', '123456789012', 'aaaaaaaaaaaaaaa', 'qwertyuiopasdf'])
      expect(await change(password, weak), weak).toMatchObject({ status: 422, body: { code: 'password.weak', field: 'next' } })
    expect(await change(password, password)).toMatchObject({ status: 422, body: { code: 'password.same' } })
    expect((await change(password, 'amber kettle north 31')).status).toBe(204)
    expect((await there.send('GET', '/api/v1/me')).body.id).toBe('anyone')
    expect((await here.send('GET', '/api/v1/me')).body.id).toBe('qian')
    expect((await visitor(house).signIn('qian', password)).status).toBe(401)
    expect((await visitor(house).signIn('qian', 'amber kettle north 31')).status).toBe(200)
  })
  it('needs the mark of the session: a request without it is refused', async () => {
    house.at(start)
    const who = await entered('wang')
    const bare = await house.app.inject({ method: 'PUT', url: '/api/v1/me/password', headers: { cookie: [...who.cookies].map((c) => c.join('=')).join('; ') }, payload: { present: password, next: 'amber kettle north 31' } })
    expect(bare.statusCode).toBe(403)
    expect(bare.json().code).toBe('identity.csrf')
  })
})

describe('a session', () => {
  it('ends two hours after the last request, and lives on while it is used', async () => {
    house.at(start)
    const [idle, busy] = [await entered('wang'), await entered('wang')]
    house.at(later(90))
    expect((await busy.send('GET', '/api/v1/me')).body.id).toBe('wang')
    house.at(later(125))
    expect((await idle.send('GET', '/api/v1/me')).body.id).toBe('anyone')
    expect((await busy.send('GET', '/api/v1/me')).body.id).toBe('wang')
  })
  it('ends twelve hours after it began, however much it is used', async () => {
    house.at(start)
    const who = await entered('wang')
    for (let hour = 1; hour <= 11; hour++) {
      house.at(later(hour * 60))
      expect((await who.send('GET', '/api/v1/me')).body.id, `${hour} h`).toBe('wang')
    }
    house.at(later(12 * 60 + 1))
    expect((await who.send('GET', '/api/v1/me')).body.id).toBe('anyone')
  })
  it('is listed with what its browser says, and each can be ended from another', async () => {
    house.at(start)
    const here = await entered('sun')
    const phone = visitor(house, 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36')
    await phone.signIn('sun', password)
    const { items } = (await here.send('GET', '/api/v1/sessions')).body as { items: { id: string; current: boolean; device: string }[] }
    expect(items.map((each) => [each.device, each.current]).sort()).toEqual([['Chrome · Android', false], ['Firefox · Linux', true]])
    const other = items.find((each) => !each.current)!
    // Somebody else cannot end it.
    expect((await (await entered('wang')).send('DELETE', `/api/v1/sessions/${other.id}`)).status).toBe(404)
    expect((await here.send('DELETE', `/api/v1/sessions/${other.id}`)).status).toBe(204)
    expect((await phone.send('GET', '/api/v1/me')).body.id).toBe('anyone')
    await phone.signIn('sun', password)
    expect((await here.send('DELETE', '/api/v1/sessions')).body).toEqual({ ended: 1 })
    expect((await here.send('GET', '/api/v1/sessions')).body.items).toHaveLength(1)
  })
  it('is not kept as its token', async () => {
    const who = await entered('sun')
    const token = who.cookies.get('zhiheng_session')!
    const { rows } = await house.engine.database.query('select id from kernel.session')
    const kept = rows.map((row: { id: Buffer }) => row.id.toString('hex'))
    expect(kept).toContain(createHash('sha256').update(token).digest('hex'))
    expect(kept).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })
})

describe('one-time codes', () => {
  let secret = ''
  let recovery: string[] = []
  const codeAt = (moment: string) => generateSync({ secret, epoch: Math.floor(Date.parse(moment) / 1000) })

  it('count once the first code was shown; the picture holds the address of the secret', async () => {
    house.at(start)
    const who = await entered('li')
    expect((await who.send('POST', '/api/v1/me/totp', { password: 'wrong' })).status).toBe(403)
    const begun = (await who.send('POST', '/api/v1/me/totp', { password })).body
    secret = begun.secret
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/Zhiheng:li\?secret=[A-Z2-7]{32}&issuer=Zhiheng/)
    expect(begun.picture).toContain('<svg')
    expect((await visitor(house).signIn('li', password)).status).toBe(200)
    expect(await who.send('POST', '/api/v1/me/totp/confirm', { code: '000000' })).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-code' } })
    const done = await who.send('POST', '/api/v1/me/totp/confirm', { code: codeAt(start) })
    recovery = done.body.recoveryCodes
    expect(recovery).toHaveLength(10)
    expect(new Set(recovery).size).toBe(10)
  })
  it('are asked for from then on, with the password first', async () => {
    house.at(later(1))
    expect(await visitor(house).signIn('li', password)).toMatchObject({ status: 401, body: { code: 'sign-in.second-factor', field: 'code' } })
    expect(await visitor(house).signIn('li', 'wrong', codeAt(later(1)))).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-credentials' } })
    const who = visitor(house)
    expect((await who.signIn('li', password, codeAt(later(1)))).status).toBe(200)
    expect((await who.send('GET', '/api/v1/me')).body.second).toBe(true)
  })
  it('work once: a code that was seen over the shoulder is refused, by the next half minute too', async () => {
    house.at(later(2))
    const code = codeAt(later(2))
    expect((await visitor(house).signIn('li', password, code)).status).toBe(200)
    expect(await visitor(house).signIn('li', password, code)).toMatchObject({ status: 401, body: { code: 'sign-in.wrong-code' } })
    house.at(later(2.4))
    expect((await visitor(house).signIn('li', password, code)).status).toBe(401)
  })
  it('two sign-ins with one code at the same moment open one session', async () => {
    house.at(later(4))
    const code = codeAt(later(4))
    const both = await Promise.all([visitor(house).signIn('li', password, code), visitor(house).signIn('li', password, code)])
    expect(both.map((sent) => sent.status).sort()).toEqual([200, 401])
  })
  it('of a clock that is half a minute off are taken, of one that is two minutes off are not', async () => {
    house.at(later(10))
    expect((await visitor(house).signIn('li', password, codeAt(later(9.6)))).status).toBe(200)
    house.at(later(20))
    expect((await visitor(house).signIn('li', password, codeAt(later(18)))).status).toBe(401)
  })
  it('cannot be guessed: five wrong ones lock the account', async () => {
    house.at(later(60))
    for (let n = 0; n < 5; n++) await visitor(house).signIn('li', password, '000000')
    expect((await visitor(house).signIn('li', password, codeAt(later(60)))).status).toBe(429)
    house.at(later(80))
    expect((await visitor(house).signIn('li', password, codeAt(later(80)))).status).toBe(200)
  })
  it('are replaced by a recovery code when the telephone is lost, each of them once', async () => {
    house.at(later(90))
    expect((await visitor(house).signIn('li', password, recovery[0]!.toLowerCase())).status).toBe(200)
    expect((await visitor(house).signIn('li', password, recovery[0])).status).toBe(401)
    const who = visitor(house)
    await who.signIn('li', password, recovery[1])
    expect((await who.send('GET', '/api/v1/me/factors')).body).toEqual({ totp: true, passkeys: 0, recoveryCodes: 8 })
    const fresh = (await who.send('POST', '/api/v1/me/recovery-codes', { password })).body.recoveryCodes as string[]
    expect((await visitor(house).signIn('li', password, recovery[2])).status).toBe(401)
    expect((await visitor(house).signIn('li', password, fresh[0])).status).toBe(200)
  })
  it('stand in the database as ciphertext, recovery codes as digests', async () => {
    const { rows } = await house.engine.database.query("select totp_sealed from kernel.account where id = 'li'")
    expect(Buffer.from(rows[0].totp_sealed, 'base64').toString('latin1')).not.toContain(secret)
    const { rows: codes } = await house.engine.database.query("select digest from kernel.recovery_code where account = 'li'")
    expect(codes.map((row: { digest: Buffer }) => row.digest.length)).toEqual(Array(10).fill(32))
  })
  it('end when their owner says so, with the password', async () => {
    house.at(later(100))
    const who = visitor(house)
    await who.signIn('li', password, codeAt(later(100)))
    expect((await who.send('POST', '/api/v1/me/totp/end', { password: 'wrong' })).status).toBe(403)
    expect((await who.send('POST', '/api/v1/me/totp/end', { password })).status).toBe(204)
    expect((await visitor(house).signIn('li', password)).status).toBe(200)
  })
})

describe('a token for a program', () => {
  const withToken = (token: string) => ({ authorization: `Bearer ${token}` })

  it('has a scope and an end within a year, is shown once, and is listed without its secret', async () => {
    house.at(start)
    const who = await entered('zhou')
    const make = (body: object) => who.send('POST', '/api/v1/tokens', { title: '日报程序', password, ...body })
    expect(await make({ scope: ['everything'], ends: '2027-01-31' })).toMatchObject({ status: 422, body: { code: 'token.bad-scope', field: 'scope' } })
    expect(await make({ scope: ['read:no-such-register'], ends: '2027-01-31' })).toMatchObject({ status: 422, body: { code: 'token.bad-scope' } })
    for (const ends of ['2026-11-01', '2029-01-01', 'never'])
      expect(await make({ scope: ['read'], ends }), ends).toMatchObject({ status: 422, body: { code: 'token.bad-end' } })
    expect(await make({ scope: ['read'], ends: '2027-01-31', password: 'wrong' })).toMatchObject({ status: 403 })
    const { token } = (await make({ scope: ['read:complaint'], ends: '2027-01-31' })).body
    expect((await house.get('/api/v1/registers/complaint', withToken(token))).status).toBe(200)
    const { items } = (await who.send('GET', '/api/v1/tokens')).body
    expect(items).toMatchObject([{ title: '日报程序', scope: ['read:complaint'], ends: '2027-01-31T15:59:59.000Z', revoked: null }])
    expect(JSON.stringify(items)).not.toContain(token.slice(-20))
  })
  it('opens what its scope says and nothing beside it', async () => {
    const who = await entered('zhou')
    const { token } = (await who.send('POST', '/api/v1/tokens', { title: 'one', password, scope: ['read:complaint'], ends: '2027-01-31' })).body
    const headers = withToken(token)
    expect(await house.post('/api/v1/registers/complaint', { answers: {} }, headers)).toMatchObject({ status: 403, body: { code: 'identity.scope' } })
    expect(await house.get('/api/v1/registers/report', headers)).toMatchObject({ status: 403, body: { code: 'identity.scope' } })
    expect(await house.get('/api/v1/due', headers)).toMatchObject({ status: 403, body: { code: 'identity.scope' } })
    const whole = (await who.send('POST', '/api/v1/tokens', { title: 'two', password, scope: ['read', 'write'], ends: '2027-01-31' })).body.token
    for (const path of ['/api/v1/sessions', '/api/v1/tokens', '/api/v1/me/factors', '/api/v1/me/passkeys'])
      expect(await house.get(path, withToken(whole)), path).toMatchObject({ status: 403, body: { code: 'identity.in-person' } })
  })
  it('ends when it was said to end, and at once when it is revoked', async () => {
    const who = await entered('zhou')
    const { token } = (await who.send('POST', '/api/v1/tokens', { title: 'three', password, scope: ['read'], ends: '2026-12-31' })).body
    house.at('2027-01-01')
    expect((await house.get('/api/v1/me', withToken(token))).body.id).toBe('anyone')
    house.at(start)
    expect((await house.get('/api/v1/me', withToken(token))).body.id).toBe('zhou')
    const listed = (await who.send('GET', '/api/v1/tokens')).body.items.find((each: { title: string }) => each.title === 'three')
    expect((await (await entered('wang')).send('DELETE', `/api/v1/tokens/${listed.id}`)).status).toBe(404)
    expect((await who.send('DELETE', `/api/v1/tokens/${listed.id}`)).status).toBe(204)
    expect((await house.get('/api/v1/me', withToken(token))).body.id).toBe('anyone')
  })
})

describe('an outside service (OpenID Connect)', () => {
  /** Follows the redirects of a sign-in as a browser does; gives back the last answer of the house. */
  async function outside(who: Visitor, change: (back: URL) => URL = (back) => back) {
    const begun = await who.send('GET', '/sign-in/outside')
    const to = new URL(String(begun.headers['location']))
    const there = await fetch(to, { redirect: 'manual' })
    const back = change(new URL(there.headers.get('location')!))
    return { to, sent: await who.send('GET', back.pathname + back.search), back }
  }
  const bind = (identifier: string, account: string) =>
    house.engine.database.query('insert into kernel.outside_identity (issuer, identifier, account, given) values ($1, $2, $3, gen_random_uuid())', [provider.issuer, identifier, account])

  it('is asked with PKCE, state and nonce, and a bound identity opens its account', async () => {
    house.at(start)
    await bind('subject-17', 'wu')
    provider.subject = 'subject-17'
    const who = visitor(house)
    const { to, sent } = await outside(who)
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', redirect_uri: 'http://127.0.0.1/sign-in/outside/return' })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(to.searchParams.get(name)!.length, name).toBeGreaterThan(20)
    expect(sent).toMatchObject({ status: 303, headers: { location: '/desk' } })
    expect((await who.send('GET', '/api/v1/me')).body.id).toBe('wu')
    expect((await who.send('GET', '/api/v1/sessions')).body.items).toMatchObject([{ way: 'outside' }])
  })
  it('an identity that nobody bound opens nothing', async () => {
    provider.subject = 'subject-99'
    const who = visitor(house)
    expect((await outside(who)).sent).toMatchObject({ status: 403, body: { code: 'sign-in.not-bound' } })
    expect((await who.send('GET', '/api/v1/me')).body.id).toBe('anyone')
  })
  it('an answer is taken once, only with its own state, and only in the browser that asked', async () => {
    provider.subject = 'subject-17'
    const who = visitor(house)
    const first = await outside(who)
    expect(await who.send('GET', first.back.pathname + first.back.search)).toMatchObject({ status: 400, body: { code: 'sign-in.begun-elsewhere' } })
    const wrongState = await outside(visitor(house), (back) => (back.searchParams.set('state', 'another'), back))
    expect(wrongState.sent).toMatchObject({ status: 401, body: { code: 'sign-in.outside-failed' } })
    const victim = visitor(house)
    const attacker = visitor(house)
    let taken = ''
    await outside(attacker, (back) => ((taken = back.pathname + back.search), back))
    expect((await victim.send('GET', taken)).status).toBe(400)
  })
  it.each(['nonce', 'audience', 'key'] as const)('a token with the wrong %s is refused', async (fault) => {
    provider.fault = fault
    provider.subject = 'subject-17'
    try {
      expect((await outside(visitor(house))).sent).toMatchObject({ status: 401, body: { code: 'sign-in.outside-failed' } })
    } finally {
      provider.fault = null
    }
  })
  it('an account that was closed is not opened from outside', async () => {
    await house.engine.database.query("update kernel.account set state = 'closed' where id = 'wu'")
    provider.subject = 'subject-17'
    expect((await outside(visitor(house))).sent.status).toBe(403)
  })
})
