// The way of a file: handed in with a complaint, read by the officer and by nobody else, erased with the person, and verified all along.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tidyFiles } from '../../store/attachments/tidy.ts'
import { verifyAll } from '../../store/verify.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'
import { cast, complain, take, yoghurt, type Cast, type Headers } from './complaint-story.ts'

let house: House
let who: Cast
const upload = '/api/v1/registers/complaint/files/evidence'
const photo = { field: 'file', name: '变质的酸奶.jpg', bytes: sample.jpeg() }
const receipt = { field: 'file', name: '小票.pdf', bytes: sample.pdf('虚衡乳业') }

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
})
afterAll(() => house.close())

/** Files of the data folder, but for those that are arriving. */
const stored = (): string[] =>
  readdirSync(join(house.folder, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
const hashesOf = async (files: readonly sample.Attached[], by: Headers = who.citizen): Promise<string[]> => {
  const answer = await house.send(upload, files, by)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.items.map((item: { hash: string }) => item.hash)
}
const fetchFile = (id: string, hash: string, headers: Headers = {}, more = '') =>
  house.app.inject({ method: 'GET', url: `/api/v1/registers/complaint/${id}/files/${hash}${more}`, headers })
const verified = async () => {
  await house.work.settled()
  return verifyAll(house.engine)
}

describe('evidence of a complaint', () => {
  let file: Awaited<ReturnType<typeof complain>>
  let hashes: string[]

  it('is uploaded, then named in the answers; the officer of the county reads what was sent, byte by byte', async () => {
    hashes = await hashesOf([photo, receipt])
    file = await complain(house, who.citizen, yoghurt('2026-05-06', { evidence: hashes }))
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)
    expect(body.record.evidence).toEqual(hashes)
    expect(body.files).toMatchObject([
      { field: 'evidence', hash: hashes[0], name: photo.name, kind: 'jpeg', size: photo.bytes.length, erased: false },
      { field: 'evidence', hash: hashes[1], name: receipt.name, kind: 'pdf', mediaType: 'application/pdf' },
    ])
    for (const [at, one] of [photo, receipt].entries()) {
      const answer = await fetchFile(file.id, hashes[at]!, who.clerkChangan)
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.equals(one.bytes)).toBe(true)
    }
  })
  it('comes as a download that no browser runs, under its own name; a picture may be shown, a document not', async () => {
    const paper = await fetchFile(file.id, hashes[1]!, who.clerkChangan, '?view')
    expect(paper.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    expect(paper.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    expect(paper.headers['content-disposition']).toBe(`attachment; filename="__.pdf"; filename*=UTF-8''${encodeURIComponent('小票.pdf')}`)
    expect((await fetchFile(file.id, hashes[0]!, who.clerkChangan, '?view')).headers['content-disposition']).toMatch(/^inline/)
  })
  it('may be read in part', async () => {
    const part = await fetchFile(file.id, hashes[0]!, { ...who.clerkChangan, range: 'bytes=10-19' })
    expect(part.statusCode).toBe(206)
    expect(part.headers['content-range']).toBe(`bytes 10-19/${photo.bytes.length}`)
    expect(part.rawPayload.equals(photo.bytes.subarray(10, 20))).toBe(true)
    const last = await fetchFile(file.id, hashes[0]!, { ...who.clerkChangan, range: 'bytes=-4' })
    expect(last.rawPayload.equals(photo.bytes.subarray(-4))).toBe(true)
  })
  it('lies sealed in the data folder, and its name stands neither in the journal nor in what its hash is taken of', async () => {
    expect(stored()).toHaveLength(2)
    for (const path of stored()) {
      const bytes = readFileSync(path)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(path.split('/').at(-1))
      expect(bytes.includes('Exif')).toBe(false)
      expect(bytes.includes('%PDF')).toBe(false)
    }
    const { rows } = await house.engine.database.query<{ body: string }>('select body from kernel.journal where record = $1', [file.id])
    expect(rows[0]!.body).not.toContain('小票')
    expect(JSON.parse(rows[0]!.body).files).toEqual([
      { field: 'evidence', hash: hashes[0], size: photo.bytes.length, kind: 'jpeg' },
      { field: 'evidence', hash: hashes[1], size: receipt.bytes.length, kind: 'pdf' },
    ])
    expect(hashes).not.toContain(createHash('sha256').update(photo.bytes).digest('hex'))
  })
  it('is seen by no other county, no firm, no other citizen, no visitor, by any route', async () => {
    const firm = await house.person('firm', [{ duty: 'complaints.supervisor', reach: 'party' }], { face: 'enterprise', speaksFor: ['91130100MA0ABCDE0X'] })
    const another = await house.person('another-citizen', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' })
    for (const other of [who.clerkTangshan, firm, another, {} as Headers]) {
      for (const hash of hashes) expect((await fetchFile(file.id, hash, other)).statusCode).toBe(404)
      for (const path of ['', '/history', '?fields=evidence']) {
        const text = JSON.stringify((await house.get(`/api/v1/registers/complaint/${file.id}${path}`, other)).body)
        expect(text).not.toContain('小票')
        for (const hash of hashes) expect(text.replaceAll(/"instance":"[^"]*"/g, '')).not.toContain(hash)
      }
      const table = await house.get('/api/v1/registers/complaint/export.csv', other)
      expect(String(table.body)).not.toContain('小票')
    }
  })
  it('is not seen by a duty that reads the record and not the field: a superior office and the evidence of a report', async () => {
    const clerk = await house.person('report-clerk', [{ duty: 'complaints.reportClerk', reach: 'area', area: '130102' }], { office: 'market-130102' })
    const superior = await house.person('superior', [{ duty: 'complaints.supervisor', reach: 'all' }])
    const sent = await house.send('/api/v1/registers/report/files/evidence', [{ ...receipt, name: '线索.pdf' }], clerk)
    const [hash] = sent.body.items.map((item: { hash: string }) => item.hash)
    const answers = { received: '2026-05-06', anonymous: true, traderName: '虚衡', place: '130102', breach: '掺假', evidence: [hash] }
    const report = (await house.post('/api/v1/registers/report', { id: uuidv7(), answers }, clerk)).body.record
    const fetched = (by: Headers) => house.app.inject({ method: 'GET', url: `/api/v1/registers/report/${report}/files/${hash}`, headers: by })
    expect((await fetched(clerk)).statusCode).toBe(200)
    expect((await house.get(`/api/v1/registers/report/${report}`, superior)).body).toMatchObject({ record: { traderName: '虚衡' }, files: [] })
    expect((await fetched(superior)).statusCode).toBe(404)
    for (const path of ['/history', '']) expect(JSON.stringify((await house.get(`/api/v1/registers/report/${report}${path}`, superior)).body)).not.toContain('线索.pdf')
    expect(String((await house.get('/api/v1/registers/report/export.csv', superior)).body)).not.toContain('线索.pdf')
  })
  it('cannot be had by whoever learns its hash: a file is named only by the one who uploaded it, for the field it was uploaded for', async () => {
    const answer = await house.post('/api/v1/registers/complaint', { id: uuidv7(), answers: yoghurt('2026-05-06', { evidence: hashes }) }, who.clerkChangan)
    expect(answer).toMatchObject({ status: 422, body: { code: 'attachments.unknown', field: 'evidence' } })
    const [mine] = await hashesOf([{ ...receipt, name: 'b.pdf', bytes: sample.pdf('another') }])
    const report = { received: '2026-05-06', anonymous: true, traderName: '虚衡', place: '130102', breach: '掺假', evidence: [mine] }
    const citizen = await house.person('reporter', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' })
    expect((await house.post('/api/v1/registers/report', { id: uuidv7(), answers: report }, citizen)).body.code).toBe('attachments.unknown')
  })
  it('is noted when it is read, for the person concerned; reading one’s own is not', async () => {
    const count = async () =>
      (await house.engine.database.query('select 1 from kernel.reading_of_personal where record = $1 and fields = $2', [file.id, ['evidence']])).rowCount
    const before = await count()
    await fetchFile(file.id, hashes[0]!, who.clerkChangan)
    expect(await count()).toBe(before! + 1)
    expect((await fetchFile(file.id, hashes[0]!, who.citizen)).statusCode).toBe(200)
    expect(await count()).toBe(before! + 1)
  })
  it('is exported by name only', async () => {
    const table = await house.get('/api/v1/registers/complaint/export.csv', who.clerkChangan)
    expect(String(table.body)).toContain('变质的酸奶.jpg；小票.pdf')
  })
  it('is added to, never replaced, by a step that brings more or none', async () => {
    await take(house, file, 'ask-for-material', who.clerkChangan, { missing: '购买凭证' })
    const [more] = await hashesOf([{ ...photo, name: '订单.png', bytes: sample.png() }])
    await take(house, file, 'complete', who.citizen, { supplied: '补交订单截图', evidence: [more], price: '128.50' })
    await take(house, file, 'ask-for-material', who.clerkChangan, { missing: '再补一次' })
    await take(house, file, 'complete', who.citizen, { supplied: '没有了', price: '128.50' })
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)
    expect(body.record.evidence).toEqual([...hashes, more])
    expect(body.files.map((f: { name: string }) => f.name)).toEqual([photo.name, receipt.name, '订单.png'])
    expect(await verified()).toMatchObject({ clean: true, findings: [] })
  })
  it('that is missing, altered, or lies there unknown is found', async () => {
    const path = stored().find((one) => one.endsWith(hashes[0]!))!
    const bytes = readFileSync(path)
    rmSync(path)
    expect((await verified()).findings).toEqual([{ kind: 'file', what: `the file ${hashes[0]} is missing from the store` }])
    expect((await fetchFile(file.id, hashes[0]!, who.clerkChangan)).statusCode).toBe(500)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, 20), Buffer.from([bytes[20]! ^ 1]), bytes.subarray(21)]))
    expect((await verified()).findings).toEqual([{ kind: 'file', what: `the file ${hashes[0]} was altered: its hash does not fit` }])
    writeFileSync(path, bytes)
    const stray = 'ab'.repeat(32)
    writeFileSync(join(path, '..', stray), 'x')
    expect((await verified()).findings).toEqual([{ kind: 'file', what: `the file ${stray} lies in the store and nothing refers to it` }])
    rmSync(join(path, '..', stray))
    const { database } = house.engine
    await database.query("update kernel.attachment_use set entry = $2 where hash = $1", [hashes[0], uuidv7()])
    expect((await verified()).findings.map((f) => f.kind)).toEqual(['file', 'file'])
    await database.query('update kernel.attachment_use set entry = (select id from kernel.journal where record = $2 and version = 1) where hash = $1', [hashes[0], file.id])
    expect(await verified()).toMatchObject({ clean: true })
  })
  it('is gone with the person: bytes, name and key; the journal stays whole and says by which article', async () => {
    const before = stored().length
    const { rows } = await house.engine.database.query<{ subject: string }>('select subject from record.complaint where id = $1', [file.id])
    const officer = await house.person('data-officer', [{ duty: 'house.data-protection', reach: 'all' }])
    expect((await house.post(`/api/v1/subjects/${rows[0]!.subject}/erasure`, { reason: '本人申请' }, officer)).body).toEqual({ erased: 1 })
    for (const hash of hashes) {
      expect(stored().some((path) => path.endsWith(hash))).toBe(false)
      expect((await fetchFile(file.id, hash, who.clerkChangan)).statusCode).toBe(410)
    }
    expect(stored()).toHaveLength(before - 3)
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)
    expect(body.record.evidence).toBeNull()
    expect(body.files).toMatchObject([{ name: null, erased: true }, { name: null, erased: true }, { name: null, erased: true }])
    for (const table of ['attachment', 'attachment_use', 'upload', 'journal'])
      expect((await house.engine.database.query(`select 1 from kernel.${table} t where t::text like '%小票%' or t::text like '%变质的酸奶.jpg%'`)).rows, table).toEqual([])
    expect(await verified()).toMatchObject({ clean: true, erased: 1, erasedFiles: 3, erasedBy: ['personal-information-protection-law/47'] })
  })
})

describe('a file that is no evidence', () => {
  const refused = async (file: Partial<sample.Attached>, by: Headers = who.citizen) => {
    const before = stored().length
    const answer = await house.send(upload, [{ ...photo, ...file }], { ...by, 'accept-language': 'en' })
    expect(stored()).toHaveLength(before)
    return { status: answer.status, code: String(answer.body.code).replace('attachments.', ''), text: `${answer.body.detail} ${answer.body.remedy}` }
  }

  it('is refused with what is wrong and what to do now, and nothing of it is left', async () => {
    expect(await refused({ bytes: Buffer.alloc(0) })).toMatchObject({ status: 422, code: 'empty' })
    expect(await refused({ name: 'receipt.pdf', bytes: sample.png() })).toMatchObject({ status: 422, code: 'mismatch', text: expect.stringContaining('Let the name end in “.png”') })
    expect(await refused({ name: 'virus.exe', bytes: sample.program() })).toMatchObject({ status: 415, code: 'kind-not-allowed' })
    expect(await refused({ bytes: sample.jpeg().subarray(0, 200) })).toMatchObject({ status: 422, code: 'broken', text: expect.stringContaining('See that the original opens') })
    expect(await refused({ name: 'a.docx', bytes: sample.swelling() })).toMatchObject({ status: 422, code: 'swells', text: expect.stringContaining('500 MB') })
  })
  it('is refused when its name holds a path, nothing, or what nobody can see', async () => {
    for (const name of ['../../etc/passwd.jpg', 'C:\\Users\\王\\photo.jpg', '/root/photo.jpg', '..']) expect(await refused({ name })).toMatchObject({ code: 'path' })
    for (const name of ['   ', `${'长'.repeat(201)}.jpg`, 'photo\u202egpj.exe', 'a\u0000.jpg']) expect(await refused({ name }), name).toMatchObject({ code: 'bad-name' })
  })
  it('is refused when it is larger than its kind may be', async () => {
    const big = Buffer.concat([sample.png().subarray(0, 33), Buffer.alloc(21 * 1024 * 1024)])
    expect(await refused({ name: 'big.png', bytes: big })).toMatchObject({ status: 413, code: 'too-large', text: expect.stringContaining('20 MB') })
  })
  it('is refused from whoever holds no duty that asks for it, and from a token that may only read', async () => {
    expect(await refused({}, {})).toMatchObject({ status: 401 })
    expect(await refused({}, await house.person('stranger', [{ duty: 'environment.monitor', reach: 'all' }]))).toMatchObject({ status: 403 })
    const answer = await house.post(upload, {}, who.citizen)
    expect(answer).toMatchObject({ status: 400, body: { code: 'attachments.no-file' } })
    expect((await house.send(upload, [], who.citizen)).body.code).toBe('attachments.no-file')
  })
  it('sent twice is one file; more than the field may hold are refused', async () => {
    const [first, second] = await hashesOf([photo, { ...photo, name: '另一个名字.jpg' }])
    expect(second).toBe(first)
    const many = await hashesOf(Array.from({ length: 20 }, (_, at) => ({ ...receipt, bytes: sample.pdf(`many ${at}`) })))
    const answer = await house.post('/api/v1/registers/complaint', { id: uuidv7(), answers: yoghurt('2026-05-06', { evidence: [first, ...many] }) }, who.citizen)
    expect(answer.body.errors).toMatchObject([{ pointer: '#/answers/evidence', code: 'too-many-files' }])
  })
})

describe('what was uploaded and never referred to', () => {
  it('waits a day and is removed; whoever names it after that is told to choose it again', async () => {
    const kept = await complain(house, who.citizen, yoghurt('2026-05-06', { evidence: await hashesOf([{ ...photo, name: 'a.png', bytes: sample.png(24) }]) }))
    const [waiting] = await hashesOf([{ ...photo, name: 'b.png', bytes: sample.png(25) }])
    house.at('2026-05-07T12:00:00Z')
    const late = await house.post('/api/v1/registers/complaint', { id: uuidv7(), answers: yoghurt('2026-05-06', { evidence: [waiting] }) }, who.citizen)
    expect(late).toMatchObject({ status: 422, body: { code: 'attachments.unknown', basis: 'personal-information-protection-law/19' } })
    expect(stored().some((path) => path.endsWith(waiting!))).toBe(true)
    expect(await tidyFiles(house.engine)).toBeGreaterThan(0)
    expect(stored().some((path) => path.endsWith(waiting!))).toBe(false)
    expect(await tidyFiles(house.engine)).toBe(0)
    // One is the evidence of the complaint, the other that of the report.
    const { body } = await house.get(`/api/v1/registers/complaint/${kept.id}`, who.clerkChangan)
    expect((await fetchFile(kept.id, body.files[0].hash, who.clerkChangan)).statusCode).toBe(200)
    expect(stored()).toHaveLength(2)
    expect(await verified()).toMatchObject({ clean: true, files: 2 })
  })
})
