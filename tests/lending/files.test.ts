// Files of the made-up system: open ones are stored once, sealed ones by person; a linkage hands them on; a step may keep some with its answers.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tidyFiles } from '../../store/attachments/tidy.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'
import { lendingParameters, lendingSystem } from './lending.ts'

let house: House
let head: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem], parameters: lendingParameters, now: '2026-03-02' })
  head = await house.person('head', [
    { duty: 'lending.head', reach: 'all' },
    { duty: 'lending.librarian', reach: 'all' },
  ])
})
afterAll(() => house.close())

const stored = (): string[] =>
  readdirSync(join(house.folder, 'attachments'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name)
const open = (register: string, answers: object) =>
  house.post(`/api/v1/registers/${register}`, { id: uuidv7(), answers }, { ...head, 'idempotency-key': uuidv7() })
const step = (register: string, id: string, name: string, answers: object) =>
  house.post(`/api/v1/registers/${register}/${id}/steps/${name}`, { answers }, { ...head, 'if-match': '"v1"', 'idempotency-key': uuidv7() })
const send = (register: string, field: string, name: string, bytes: Buffer) =>
  house.send(`/api/v1/registers/${register}/files/${field}`, [{ field: 'file', name, bytes }], head)
const bytesOf = async (register: string, id: string, hash: string) =>
  (await house.app.inject({ method: 'GET', url: `/api/v1/registers/${register}/${id}/files/${hash}`, headers: head })).rawPayload

describe('an open file', () => {
  const notice = sample.pdf('闭馆公告')
  const plain = createHash('sha256').update(notice).digest('hex')

  it('lies under the hash of what was sent, once for all records, and its name stands in the entry', async () => {
    for (const name of ['公告.pdf', '同一份公告.pdf']) {
      const { body } = await send('closing-day', 'notice', name, notice)
      expect(body.items[0].hash).toBe(plain)
      const opened = await open('closing-day', { branch: '130104', notice: [plain], loans: [] })
      expect(opened.status, JSON.stringify(opened.body)).toBe(201)
      expect((await house.get(`/api/v1/registers/closing-day/${opened.body.record}`, head)).body.files).toMatchObject([{ name, hash: plain }])
    }
    expect(stored()).toEqual([plain])
    const { rows } = await house.engine.database.query<{ body: string }>("select body from kernel.journal where body like '%同一份公告%'")
    expect(JSON.parse(rows[0]!.body).files).toMatchObject([{ field: 'notice', hash: plain, name: '同一份公告.pdf' }])
  })
  it('is of the kinds and as many as the field declares', async () => {
    expect((await send('closing-day', 'notice', 'a.png', sample.png())).body.code).toBe('attachments.kind-not-allowed')
    const hashes = []
    for (const text of ['a', 'b', 'c']) hashes.push((await send('closing-day', 'notice', `${text}.pdf`, sample.pdf(text))).body.items[0].hash)
    expect((await open('closing-day', { branch: '130104', notice: hashes })).body.errors).toMatchObject([{ code: 'too-many-files' }])
  })
  it('is handed on by a linkage to the record that it causes', async () => {
    await send('closing-day', 'notice', '公告.pdf', notice)
    const { body } = await open('closing-day', { branch: '130105', notice: [plain], loans: [{ number: 'J-1' }] })
    expect((await step('closing-day', body.record, 'shut', {})).status).toBe(200)
    await house.work.settled()
    const { rows } = await house.engine.database.query<{ id: string; notice: string[] }>('select id, notice from record.reminder')
    expect(rows).toMatchObject([{ notice: [plain] }])
    expect((await bytesOf('reminder', rows[0]!.id, plain)).equals(notice)).toBe(true)
    house.at('2026-03-03')
    await tidyFiles(house.engine)
    expect(stored()).toEqual([plain])
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})

describe('a sealed file that only a step keeps', () => {
  it('is shown with the record, lies there as ciphertext, and is a file of its own for each person', async () => {
    const picture = sample.jpeg()
    const hashes: string[] = []
    for (const book of ['甲', '乙']) {
      const answers = { book, reader: uuidv7(), name: '张三', branch: '130102', lentOn: '2026-03-02', kind: 'novel' }
      const loan = (await open('loan', answers)).body.record
      hashes.push((await send('loan', 'seen', '还书.jpg', picture)).body.items[0].hash)
      const brought = await step('loan', loan, 'bring', { good: true, seen: [hashes.at(-1)] })
      expect(brought.status, JSON.stringify(brought.body)).toBe(200)
      expect((await house.get(`/api/v1/registers/loan/${loan}`, head)).body.files).toMatchObject([{ field: 'seen', name: '还书.jpg' }])
      expect((await bytesOf('loan', loan, hashes.at(-1)!)).equals(picture)).toBe(true)
    }
    expect(hashes[0]).not.toBe(hashes[1])
    expect(hashes).not.toContain(createHash('sha256').update(picture).digest('hex'))
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})
