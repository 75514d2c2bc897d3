// Accounts and duties through the one gate: what comes into effect when, what two persons are needed for, and what closing ends.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { visitor } from '../bed/visitor.ts'
import { uuidv7 } from '../../store/uuid.ts'

let house: House
let administrator: Record<string, string>
let approver: Record<string, string>
let second: Record<string, string>
const password = 'purple lantern orbit 58'

beforeAll(async () => {
  house = await openHouse({ now: '2026-11-24' })
  const all = (duty: string) => [{ duty: `access.${duty}`, reach: 'all' as const }]
  administrator = await house.person('administrator', [...all('administrator'), ...all('approver')])
  approver = await house.person('approver', all('approver'))
  second = await house.person('second.administrator', all('administrator'))
})
afterAll(() => house.close())

async function open(register: string, answers: object, headers = administrator) {
  const id = uuidv7()
  return { id, ...(await house.post(`/api/v1/registers/${register}`, { id, answers }, headers)) }
}
const take = async (register: string, id: string, step: string, headers: Record<string, string>, answers: object = {}) => {
  const { body } = await house.get(`/api/v1/registers/${register}/${id}`, headers)
  const sent = await house.post(`/api/v1/registers/${register}/${id}/steps/${step}`, { answers, version: body.record?.version }, headers)
  await house.work.settled()
  return sent
}
const grantOf = (account: string, more: object = {}) => ({ account, duty: 'complaints.clerk', reach: 'area', within: '130102', from: '2026-11-24', grounds: '到岗', ...more })

describe('an account', () => {
  let account = ''
  let grant = ''

  it('is opened by an administrator, holds nothing, and cannot be signed in to before its owner set a password', async () => {
    const opened = await open('account', { account: 'clerk.new', name: '虚构新人', face: 'office', worksIn: 'market-130102' })
    account = opened.id
    expect(opened.status).toBe(201)
    await house.work.settled()
    expect((await visitor(house).signIn('clerk.new', '')).status).toBe(401)
    expect(await open('account', { account: 'clerk.new', name: '另一人', face: 'office' })).toMatchObject({ status: 409, body: { code: 'kernel.known' } })
  })
  it('gets its password by a code that works once, within seven days', async () => {
    const give = (headers: Record<string, string>) => house.post('/api/v1/accounts/clerk.new/way-in', {}, headers)
    // A token may not hand out ways in; the administrator signs in.
    expect(await give(administrator)).toMatchObject({ status: 403, body: { code: 'identity.in-person' } })
    const chief = visitor(house)
    await chief.signIn('administrator', 'unused')
    const { code } = (await chief.send('POST', '/api/v1/accounts/clerk.new/way-in', {})).body
    const use = (given: string, wanted: string) => house.post('/api/v1/way-in', { account: 'clerk.new', code: given, password: wanted })
    expect(await use('0000-0000-0000-0000', password)).toMatchObject({ status: 401, body: { code: 'way-in.not-good' } })
    expect(await use(code, 'short')).toMatchObject({ status: 422, body: { code: 'password.weak' } })
    house.at('2026-12-02')
    expect((await use(code, password)).status).toBe(401)
    house.at('2026-11-25')
    expect((await use(code.toLowerCase().replaceAll('-', ' '), password)).status).toBe(204)
    expect((await use(code, password)).status).toBe(401)
    expect((await visitor(house).signIn('clerk.new', password)).status).toBe(200)
  })
  it('of somebody with a duty over rights is not reset by one administrator: that would void the rule of two', async () => {
    const chief = visitor(house)
    await chief.signIn('administrator', 'unused')
    expect(await chief.send('POST', '/api/v1/accounts/approver/way-in', {})).toMatchObject({ status: 403, body: { code: 'administration.holds-rights' } })
    expect((await visitor(house).send('POST', '/api/v1/accounts/clerk.new/way-in', {})).status).toBe(401)
  })
  it('gets a duty when one person proposed it and another confirmed it, and not before', async () => {
    const reads = async () => {
      const who = visitor(house)
      await who.signIn('clerk.new', password)
      return ((await who.send('GET', '/api/v1/me')).body.holdings as { duty: string }[]).map((held) => held.duty)
    }
    const proposed = await open('duty-grant', grantOf('clerk.new'))
    grant = proposed.id
    await house.work.settled()
    expect(await reads()).toEqual([])
    expect(await take('duty-grant', grant, 'confirm', administrator)).toMatchObject({ status: 403, body: { code: 'kernel.two-persons' } })
    expect((await take('duty-grant', grant, 'confirm', second)).status).toBe(403)
    expect((await take('duty-grant', grant, 'confirm', approver)).status).toBe(200)
    expect(await reads()).toEqual(['complaints.clerk'])
  })
  it('nobody gives a duty to an account that is not there, nor confirms their own', async () => {
    expect(await open('duty-grant', grantOf('nobody.here'))).toMatchObject({ status: 422, body: { code: 'access.no-account', field: 'account' } })
    await open('account', { account: 'approver', name: '复核人', face: 'office' })
    const own = await open('duty-grant', grantOf('approver'))
    expect(await take('duty-grant', own.id, 'confirm', approver)).toMatchObject({ status: 403, body: { code: 'access.own-duty' } })
  })
  it('is not moved while it holds duties', async () => {
    expect(await take('account', account, 'move', administrator, { worksIn: 'market-130100' })).toMatchObject({ status: 409, body: { code: 'access.holds-duties' } })
  })
  it('loses a duty when it is taken; the record stays', async () => {
    const who = visitor(house)
    await who.signIn('clerk.new', password)
    expect((await who.send('GET', '/api/v1/registers/complaint')).status).toBe(200)
    await take('duty-grant', grant, 'take', second, { why: '离岗' })
    expect((await who.send('GET', '/api/v1/me')).body.holdings).toEqual([])
    expect((await house.get(`/api/v1/registers/duty-grant/${grant}`, approver)).body.record.state).toBe('taken')
    expect((await take('account', account, 'move', administrator, { worksIn: 'market-130100' })).status).toBe(200)
    expect((await who.send('GET', '/api/v1/me')).body.office).toBe('market-130100')
  })
  it('a duty begins and ends on its days', async () => {
    const dated = await open('duty-grant', grantOf('clerk.new', { from: '2026-12-01', to: '2026-12-05' }))
    await take('duty-grant', dated.id, 'confirm', approver)
    const who = visitor(house)
    const sees = async (day: string) => {
      house.at(day)
      await who.signIn('clerk.new', password)
      return (await who.send('GET', '/api/v1/house')).body.registers.some((each: { name: string }) => each.name === 'complaint')
    }
    expect(await sees('2026-11-30')).toBe(false)
    expect(await sees('2026-12-01')).toBe(true)
    expect(await sees('2026-12-05')).toBe(true)
    expect(await sees('2026-12-06')).toBe(false)
    house.at('2026-12-07')
  })
  it('once closed, ends its sessions and tokens at once, and is opened again by another person only', async () => {
    const who = visitor(house)
    await who.signIn('clerk.new', password)
    const { token } = (await who.send('POST', '/api/v1/tokens', { title: 'x', password, scope: ['read'], ends: '2026-12-31' })).body
    await take('account', account, 'close', administrator, { why: '调离' })
    expect((await who.send('GET', '/api/v1/me')).body.id).toBe('anyone')
    expect((await house.get('/api/v1/me', { authorization: `Bearer ${token}` })).body.id).toBe('anyone')
    expect((await visitor(house).signIn('clerk.new', password)).status).toBe(401)
    expect((await take('account', account, 'reopen', administrator, { why: '调回' })).body.code).toBe('kernel.two-persons')
    expect((await take('account', account, 'reopen', approver, { why: '调回' })).status).toBe(200)
    expect((await visitor(house).signIn('clerk.new', password)).status).toBe(200)
    expect((await house.get('/api/v1/me', { authorization: `Bearer ${token}` })).body.id).toBe('anyone')
  })
  it('an outside identity opens it once two persons agreed, and one identity opens one account', async () => {
    const binding = { account: 'clerk.new', issuer: 'https://sign-in.invalid', identifier: 'subject-5' }
    const bound = await open('outside-identity', binding)
    expect((await take('outside-identity', bound.id, 'confirm', administrator)).body.code).toBe('kernel.two-persons')
    await take('outside-identity', bound.id, 'confirm', approver)
    const rows = async () => (await house.engine.database.query('select account from kernel.outside_identity')).rows
    expect(await rows()).toEqual([{ account: 'clerk.new' }])
    const again = await open('outside-identity', { ...binding, account: 'approver' }, second)
    expect((await take('outside-identity', again.id, 'confirm', administrator)).body.code).toBe('access.bound-already')
    await take('outside-identity', bound.id, 'take', approver, { why: '离职' })
    expect(await rows()).toEqual([])
  })
  it('the table of duties names every duty that a procedure knows', async () => {
    const { items } = (await house.get('/api/v1/duties', administrator)).body as { items: { duty: string }[] }
    const names = items.map((each) => each.duty)
    for (const p of house.engine.house.procedures.values())
      for (const name of Object.keys(p.duties)) expect(names).toContain(house.engine.house.duty(p.of.name, name))
    expect((await house.get('/api/v1/duties')).status).toBe(401)
  })
  it('all of it stands in the journal, and verifies', async () => {
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})
