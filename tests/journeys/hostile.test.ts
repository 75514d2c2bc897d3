// Hostile input through HTTP: broken JSON and naughty strings are answered with a reason, kept unchanged or refused, and never a fault.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedCode } from '../../cli/demonstration.ts'
import { openHouse, type House } from '../bed/house.ts'
import naughty from '../conformance/strings/naughty-1.json' with { type: 'json' }

let house: House
let registrar: Record<string, string>
const url = '/api/v1/registers/enterprise'

beforeAll(async () => {
  house = await openHouse({ pages: true })
  registrar = await house.person('registrar', [{ duty: 'parties.registrar', reach: 'all' }])
})
afterAll(() => house.close())

const folder = join(import.meta.dirname, '../conformance/json/test_parsing')

describe('broken JSON', () => {
  it.each(readdirSync(folder))('%s is answered with a reason', async (name) => {
    const headers = { ...registrar, 'content-type': 'application/json' }
    const response = await house.app.inject({ method: 'POST', url, headers, payload: readFileSync(join(folder, name)) })
    expect([400, 422]).toContain(response.statusCode)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect((response.json() as { remedy: string }).remedy).not.toBe('')
  })
})

describe('naughty strings', () => {
  it('in a name come back unchanged, or are refused with the field named, and break no page and no export', async () => {
    const kept: string[] = []
    for (const [n, text] of naughty.entries()) {
      const answers = { code: inventedCode('130102', n, '91'), name: text, place: '130102', kind: 'company', invented: true }
      const { status, body } = await house.post(url, { answers }, registrar)
      if (status === 201) {
        kept.push(text)
        const read = await house.get(`${url}/${(body as { record: string }).record}`, registrar)
        expect(read.body.record.name).toBe(text.trim())
        const page = await house.get(`/enterprise/${answers.code}`)
        expect(page.status).toBe(200)
        expect(String(page.body)).not.toMatch(/<script/i)
      } else {
        expect([400, 422]).toContain(status)
        expect(JSON.stringify(body)).toContain('name')
      }
    }
    expect(kept.length).toBeGreaterThan(150)
    expect((await house.get(`${url}/export.csv`, registrar)).status).toBe(200)
    expect((await house.app.inject({ url: `${url}/export.xlsx`, headers: registrar })).statusCode).toBe(200)
  })
  it.each([
    ['an override of the direction', '虚构\u202e司公限有'],
    ['a space of no width', '虚构\u200b公司'],
    ['a control character', '虚构\u0007公司'],
    ['half of a character', '虚构\ud842公司'],
  ])('%s is refused', async (_what, name) => {
    const answers = { code: inventedCode('130104', 1, '91'), name, place: '130104', kind: 'company', invented: true }
    const { status, body } = await house.post(url, { answers }, registrar)
    expect([400, 422]).toContain(status)
    if (status === 422) expect(body.errors[0]).toMatchObject({ pointer: '#/answers/name', code: 'control-character' })
  })
  it.each(['虚构𠮷野家公司', 'شركة وهمية', '虚构·阿里甫公司'].map((name, n) => [name, n] as const))('%s is kept', async (name, n) => {
    const answers = { code: inventedCode('130105', n, '91'), name, place: '130105', kind: 'company', invented: true }
    expect((await house.post(url, { answers }, registrar)).status).toBe(201)
  })
})
