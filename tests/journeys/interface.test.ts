// The interface as programs use it: its description, pages, filters, sparse fields, tags, keys, versions, limits, languages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, yoghurt, type Case, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
const files: Case[] = []
const base = '/api/v1/registers/complaint'

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', describe: true })
  who = await cast(house)
  for (let n = 0; n < 5; n++) files.push(await complain(house, who.citizen, yoghurt('2026-05-11', { price: `${100 + n}.00` })))
})
afterAll(() => house.close())

describe('the description', () => {
  it('is OpenAPI 3.1: every operation has one name, answers, and a parameter for each place of its path', async () => {
    const { body } = await house.get('/api/openapi.json')
    expect(body.openapi).toMatch(/^3\.1\./)
    expect(body.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const operations = Object.entries(body.paths as Record<string, Record<string, any>>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )
    expect(operations.length).toBeGreaterThan(100)
    const names = operations.map(({ operation }) => operation.operationId)
    expect(names.filter((name, at) => name === undefined || names.indexOf(name) !== at)).toEqual([])
    for (const { path, operation } of operations) {
      expect(Object.keys(operation.responses).length, path).toBeGreaterThan(0)
      const places = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const told = (operation.parameters ?? []).filter((each: { in: string }) => each.in === 'path').map((each: { name: string }) => each.name)
      expect(told.sort(), path).toEqual(places.sort())
    }
    for (const register of house.engine.house.registers.keys()) expect(names).toContain(`list-${register}`)
  })
  it('can be browsed without a network: its page names no other host', async () => {
    const page = await house.app.inject({ url: '/api/docs/' })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })
})

it('HEAD is answered as GET is, without the body', async () => {
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const path = `${address}${base}/${files[0]!.id}`
  const [got, head] = await Promise.all(['GET', 'HEAD'].map((method) => fetch(path, { method, headers: who.clerkChangan })))
  expect([head!.status, head!.headers.get('etag'), head!.headers.get('content-type')]).toEqual([200, got!.headers.get('etag'), got!.headers.get('content-type')])
  expect([(await got!.text()).length > 100, await head!.text()]).toEqual([true, ''])
})

describe('a list', () => {
  it('comes in pages that hold every record once', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await house.get(`${base}?limit=2${after}`, who.clerkChangan)
      seen.push(...body.items.map((each: { id: string }) => each.id))
      if (body.next === null) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen.sort()).toEqual(files.map((each) => each.id).sort())
  })
  it('is filtered, ordered and counted by its fields, and refuses a field that it has not', async () => {
    const { body } = await house.get(`${base}?price.from=102&order=price&count=true`, who.clerkChangan)
    expect(body.items.map((each: { price: string }) => each.price)).toEqual(['102.00', '103.00', '104.00'])
    expect(body.count).toBe(3)
    expect(await house.get(`${base}?colour=red`, who.clerkChangan)).toMatchObject({ status: 422, body: { code: 'list.unknown-field', field: 'colour' } })
    expect(await house.get(`${base}?after=nonsense`, who.clerkChangan)).toMatchObject({ status: 400, body: { code: 'list.wrong-cursor' } })
  })
  it('gives only the fields that were asked for', async () => {
    const { body } = await house.get(`${base}?fields=number,price&limit=1`, who.clerkChangan)
    expect(body.items[0]).toMatchObject({ number: expect.any(String), price: expect.any(String) })
    for (const name of ['complainant', 'phone', 'traderName', 'facts']) expect(body.items[0]).not.toHaveProperty(name)
  })
})

describe('an act', () => {
  it('sent twice with one key is done once and answered the same; other contents under the key are refused', async () => {
    const [id, key] = [uuidv7(), uuidv7()]
    const headers = { ...who.citizen, 'idempotency-key': key }
    const body = { id, answers: yoghurt('2026-05-11') }
    const first = await house.post(base, body, headers)
    const again = await house.post(base, body, headers)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toMatchObject({ entry: first.body.entry, version: first.body.version, replayed: true })
    expect(await house.post(base, { id, answers: yoghurt('2026-05-11', { price: '999.00' }) }, headers)).toMatchObject({ status: 409, body: { code: 'kernel.key-reused' } })
  })
  it('on a stale version is refused with 412 and changes nothing; a step without a version with 428', async () => {
    const file = files[0]!
    const step = (headers: Record<string, string>) => house.post(`${base}/${file.id}/steps/accept`, { answers: {} }, { ...who.clerkChangan, ...headers })
    expect(await step({ 'if-match': '"v7"' })).toMatchObject({ status: 412, body: { code: 'kernel.conflict' } })
    expect(await step({})).toMatchObject({ status: 428, body: { code: 'kernel.version-needed' } })
    const read = await house.get(`${base}/${file.id}`, who.clerkChangan)
    expect(read.headers['etag']).toBe('"v1"')
    expect((await house.get(`${base}/${file.id}`, { ...who.clerkChangan, 'if-none-match': '"v1"' })).status).toBe(304)
    expect((await step({ 'if-match': '"v1"' })).status).toBe(200)
    expect((await house.get(`${base}/${file.id}`, { ...who.clerkChangan, 'if-none-match': '"v1"' })).status).toBe(200)
  })
  it('refused, says so in the language of the reader, with code, field and remedy', async () => {
    const ask = async (language: string) => (await house.post(base, { answers: {} }, { ...who.citizen, 'accept-language': language })).body
    for (const [language, title] of [['en', 'Some answers cannot be taken'], ['zh-CN', '填写有误'], ['zh-Hant', '填寫有誤']] as const) {
      const body = await ask(language)
      expect(body, language).toMatchObject({ status: 422, code: 'kernel.invalid', title })
      expect(body.errors[0]).toMatchObject({ pointer: expect.stringMatching(/^#\/answers\//), detail: expect.any(String), remedy: expect.any(String) })
    }
  })
})

it('too many requests are refused as problem details that say when to come again', async () => {
  const small = await openHouse({ limit: 3 })
  try {
    const answers = []
    for (let n = 0; n < 5; n++) answers.push(await small.get('/api/v1/me', { 'accept-language': 'en' }))
    const refused = answers.at(-1)!
    expect(answers[0]!.status).toBe(200)
    expect(refused).toMatchObject({ status: 429, body: { title: 'Too many requests', remedy: expect.any(String) } })
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  } finally {
    await small.close()
  }
})
