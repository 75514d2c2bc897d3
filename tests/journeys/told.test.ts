// What the platform tells of people: nothing in its log, whatever goes wrong; and to the person concerned, who read their data.
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { visitor } from '../bed/visitor.ts'
import { cast, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
const lines: string[] = []
const secrets = ['王翠花', '13812345678', '退回已经变质的酸奶', 'a-secret-password-9']

beforeAll(async () => {
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  house = await openHouse({ now: '2026-05-11', pages: true, log: { level: 'trace', stream } })
  who = await cast(house)
  await addAccount(house.engine.database, { id: 'wang', name: '王翠花', password: 'purple lantern orbit 58', face: 'public', from: '2010-01-01', holdings: [{ duty: 'complaints.citizen', reach: 'own' }] })
})
afterAll(() => house.close())

const answers = () => yoghurt('2026-05-11', { complainant: '王翠花', phone: '13812345678', facts: '退回已经变质的酸奶' })
/** Also as they stand in an address. */
const told = (): string[] => secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]).filter((secret) => lines.join('').includes(secret))

describe('the log', () => {
  it('names no person, number, query or body of what succeeds and what is refused', async () => {
    const opened = await house.post('/api/v1/registers/complaint', { answers: answers() }, who.citizen)
    expect(opened.status).toBe(201)
    await house.get(`/api/v1/registers/complaint?q=${encodeURIComponent('王翠花')}&phone=13812345678`, who.clerkChangan)
    await house.get(`/api/v1/registers/complaint/${encodeURIComponent('王翠花')}`, who.clerkChangan)
    await house.get(`/no-such-page/${encodeURIComponent('王翠花')}?phone=13812345678`)
    await house.post('/api/v1/registers/complaint', `{"answers": {"complainant": "王翠花", "phone": "13812345678"`, who.citizen)
    await house.post('/api/v1/registers/complaint', { answers: { ...answers(), price: '王翠花' } }, who.citizen)
    await house.post('/api/v1/session', { account: '王翠花', password: 'a-secret-password-9' })
    await visitor(house).send('POST', '/complain', new URLSearchParams({ complainant: '王翠花', phone: '13812345678', facts: '退回已经变质的酸奶' }))
    await visitor(house).send('POST', '/follow', new URLSearchParams({ number: '王翠花', code: '13812345678' }))
    expect(lines.length).toBeGreaterThan(10)
    expect(told()).toEqual([])
  })
  it('of a fault says where it happened and of which kind, and not with which values; the answer says nothing of the inside', async () => {
    lines.length = 0
    await house.engine.database.query(`create function record.broken() returns trigger language plpgsql as $$
      begin raise exception 'cannot take % of %', new.complainant, new.phone; end $$;
      create trigger broken before insert on record.complaint for each row execute function record.broken()`)
    const sent = await house.post('/api/v1/registers/complaint', { answers: answers() }, { ...who.citizen, 'accept-language': 'en' })
    await house.engine.database.query('drop trigger broken on record.complaint')
    expect(sent).toMatchObject({ status: 500, headers: { 'content-type': expect.stringContaining('application/problem+json') } })
    expect(Object.keys(sent.body).sort()).toEqual(['code', 'detail', 'instance', 'remedy', 'status', 'title', 'type'])
    expect(JSON.stringify(sent.body)).not.toMatch(/trigger|plpgsql|exception|record\.|at .*\.ts|王翠花|cannot take/)
    const logged = lines.map((line) => JSON.parse(line) as Record<string, any>).find((line) => line['msg'] === 'fault')!
    expect(logged).toMatchObject({ level: 50, route: '/api/v1/registers/complaint', method: 'POST', reqId: sent.body.instance, fault: { name: 'error', code: 'P0001' } })
    expect(logged['fault'].stack.join('\n')).toMatch(/store\/records\/gate\.ts/)
    expect(told()).toEqual([])
    expect(lines.join('')).not.toContain('cannot take')
  })
})

describe('whoever is concerned', () => {
  it('may see who read their data: day, office, duty and fields, signed in', async () => {
    house.at('2026-05-12')
    const citizen = visitor(house)
    await citizen.signIn('wang', 'purple lantern orbit 58')
    const opened = await citizen.send('POST', '/api/v1/registers/complaint', { answers: answers() })
    expect((await citizen.send('GET', '/api/v1/me/readings')).body).toEqual({ items: [] })
    await house.get(`/api/v1/registers/complaint/${opened.body.record}`, who.clerkChangan)
    const { items } = (await citizen.send('GET', '/api/v1/me/readings', undefined, { 'accept-language': 'en' })).body
    expect(items).toMatchObject([{ duty: 'Clerk', number: opened.body.number, register: 'Consumer complaint' }])
    expect(items[0].office).toMatch(/Chang.?an/)
    expect(items[0].fields).toContain('Telephone')
    // The official's name is not told, and nobody else is told anything.
    expect(JSON.stringify(items)).not.toContain('clerk-changan')
    expect((await house.get('/api/v1/me/readings')).status).toBe(401)
  })
  it('without an account sees it with number and code, on the page that follows the case', async () => {
    house.at('2026-05-13')
    const key = uuidv7()
    const form = Object.entries(answers()).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one === true ? '是' : String(one)]))
    const receipt = await visitor(house).send('POST', '/en/complain', new URLSearchParams([...form, ['_key', key]]))
    expect(receipt.status).toBe(200)
    const [number] = /TS\d+/.exec(receipt.text)!
    const [code] = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(receipt.text)!
    const follow = () => visitor(house).send('POST', '/en/follow', new URLSearchParams({ number, code }))
    expect((await follow()).text).toContain('Nobody has.')
    await house.get(`/api/v1/registers/complaint/${key}`, who.clerkChangan)
    const page = (await follow()).text
    expect(page).toContain('Who has read your personal data')
    expect(page).toContain('2026-05-13')
    expect(page).toContain('Clerk')
    expect(page).not.toContain('clerk-changan')
  })
})
