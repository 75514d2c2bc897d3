// Files outlast what befalls the house: a backup and its restore, a kill at any moment, a connection that breaks off.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createWriteStream, readdirSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderStore, type FileStore } from '../../store/attachments/file-store.ts'
import { tidyFiles } from '../../store/attachments/tidy.ts'
import { backupTo, restoreFrom } from '../../store/backup.ts'
import { openDatabase } from '../../store/database.ts'
import type { Engine } from '../../store/engine.ts'
import { act } from '../../store/records/gate.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'
import { cast, complain, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
let port = 0
const upload = '/api/v1/registers/complaint/files/evidence'

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
  await house.app.listen({ port: 0, host: '127.0.0.1' })
  port = (house.app.server.address() as { port: number }).port
})
afterAll(() => house.close())

const filesIn = (folder: string): string[] =>
  readdirSync(join(house.folder, folder), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name)
const uploaded = async (bytes: Buffer, name = 'x.png'): Promise<string> => (await house.send(upload, [{ field: 'file', name, bytes }], who.citizen)).body.items[0].hash
const withEvidence = async (bytes: Buffer) => {
  const hash = await uploaded(bytes)
  return { hash, file: await complain(house, who.citizen, yoghurt('2026-05-06', { evidence: [hash] })) }
}
const download = (id: string, hash: string) =>
  house.app.inject({ method: 'GET', url: `/api/v1/registers/complaint/${id}/files/${hash}`, headers: who.clerkChangan })
const verified = async () => {
  await house.work.settled()
  return verifyAll(house.engine)
}

describe('backup and restore', () => {
  it('bring back the files as they were, leave out what only waited, and remove what came later', async () => {
    const { hash, file } = await withEvidence(sample.png(30))
    const waiting = await uploaded(sample.png(31))
    await house.work.settled()
    const backup = join(house.folder, 'backup', 'one.zhb')
    const keysFolder = join(house.folder, 'keys')
    const { database, files } = house.engine
    const manifest = await backupTo({ file: backup, database, warehouse: null, keysFolder, files })
    expect(manifest.parts.filter((part) => part.name.startsWith('attachments/')).map((part) => part.sha256)).toEqual([hash])
    const later = await withEvidence(sample.png(32))
    await files.remove(hash)
    expect((await verified()).clean).toBe(false)
    const applied = await database.query<{ n: number }>('select count(*)::int as n from kernel.migration')
    await restoreFrom({ file: backup, database, migrations: applied.rows[0]!.n, warehouseFile: join(house.folder, 'w.duckdb'), keysFolder, files })
    expect((await download(file.id, hash)).rawPayload.equals(sample.png(30))).toBe(true)
    expect((await house.get(`/api/v1/registers/complaint/${later.file.id}`, who.clerkChangan)).status).toBe(404)
    expect(filesIn('attachments')).toEqual([hash])
    expect(filesIn('attachments')).not.toContain(waiting)
    expect(await verified()).toMatchObject({ clean: true, findings: [], files: 1 })
  })
  it('of a damaged file restore nothing', async () => {
    const backup = join(house.folder, 'backup', 'one.zhb')
    const handle = await open(backup, 'r+')
    const { size } = await handle.stat()
    // Another byte than the one that was there, whichever that was.
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 10)
    await handle.write(Buffer.from([buffer[0]! ^ 0xff]), 0, 1, size - 10)
    await handle.close()
    const { database, files } = house.engine
    const applied = await database.query<{ n: number }>('select count(*)::int as n from kernel.migration')
    await expect(restoreFrom({ file: backup, database, migrations: applied.rows[0]!.n, warehouseFile: '', keysFolder: '', files })).rejects.toThrow(/attachments\/.* is damaged.*Nothing was restored/)
    expect((await verified()).clean).toBe(true)
  })
})

/** The store of files as a machine leaves it that dies at one moment of a file's way. */
function dying(files: FileStore, at: 'while it arrives' | 'before it is kept' | 'after it is kept'): FileStore {
  const die = () => {
    throw new Error('killed')
  }
  return {
    ...files,
    async receive(bytes) {
      if (at === 'while it arrives') {
        // The bytes that had come stay where they lie: nobody is left to clear them away.
        await folderStore(join(house.folder, 'attachments')).receive(bytes)
        return die()
      }
      const arrived = await files.receive(bytes)
      return { ...arrived, discard: async () => undefined, keep: at === 'before it is kept' ? async () => die() : async () => arrived.keep().then(die) }
    },
  }
}

describe('a kill between the file and the act leaves nothing half', () => {
  it.each(['while it arrives', 'before it is kept', 'after it is kept'] as const)('%s: no record, all verifies, and a day later nothing is left', async (moment) => {
    const count = async () => (await house.engine.database.query('select 1 from kernel.attachment_use')).rowCount
    const before = await count()
    const engine = house.engine as { -readonly [K in keyof Engine]: Engine[K] }
    const whole = engine.files
    engine.files = dying(whole, moment)
    const answer = await house.send(upload, [{ field: 'file', name: 'x.png', bytes: sample.png(40) }], who.citizen)
    engine.files = whole
    expect(answer.status).toBe(500)
    expect(await count()).toBe(before)
    expect(await verified()).toMatchObject({ clean: true, findings: [] })
    house.at('2026-05-08')
    await tidyFiles(house.engine)
    // What only arrived goes by the clock of the disk, which no test sets forward.
    await house.engine.files.tidy(new Date(Date.now() + 60_000))
    house.at('2026-05-06')
    expect((await house.engine.database.query('select 1 from kernel.upload')).rows).toEqual([])
    expect(filesIn('attachments')).toHaveLength(before!)
    expect(await verified()).toMatchObject({ clean: true, findings: [] })
  })
  it('in the middle of the act: the act is not there, the file still waits, and the same act can be sent again', async () => {
    const hash = await uploaded(sample.png(41))
    const database = house.engine.database
    const engine = house.engine as { -readonly [K in keyof Engine]: Engine[K] }
    // The connection is lost after the references were written and before the transaction ends.
    const broken = openDatabase(house.url, 2)
    const session = await broken.connect()
    const query = session.query.bind(session) as (...given: unknown[]) => Promise<unknown>
    session.query = ((...given: unknown[]) => {
      if (given[0] === 'commit') throw new Error('killed')
      return query(...given)
    }) as never
    engine.database = Object.assign(Object.create(database) as typeof database, { connect: async () => session, query: database.query.bind(database) })
    const person = { id: 'citizen-wang', name: '', office: null, holdings: [{ duty: 'complaints.citizen', reach: 'own' as const, from: '2010-01-01' }] }
    const record = uuidv7()
    const request = { register: 'complaint', record, step: 'open', answers: yoghurt('2026-05-06', { evidence: [hash] }), key: record, person }
    await expect(act(house.engine, request)).rejects.toThrow('killed')
    engine.database = database
    await broken.end()
    expect((await database.query('select 1 from kernel.journal where record = $1', [record])).rows).toEqual([])
    expect((await database.query('select 1 from kernel.attachment_use where hash = $1', [hash])).rows).toEqual([])
    expect(await verified()).toMatchObject({ clean: true, findings: [] })
    const receipt = await act(house.engine, request)
    expect(receipt).toMatchObject({ record, replayed: false })
    expect(await act(house.engine, request)).toMatchObject({ entry: receipt.entry, replayed: true })
    expect((await download(record, hash)).rawPayload.equals(sample.png(41))).toBe(true)
  })
})

describe('a stream of 100 MB', () => {
  it('that breaks off leaves nothing, neither a row nor a byte', async () => {
    const [rows, bytes] = [await house.engine.database.query('select 1 from kernel.upload'), filesIn('attachments')]
    const boundary = 'zhiheng'
    const socket = connect(port, '127.0.0.1')
    const head = [
      `POST ${upload} HTTP/1.1`, 'Host: x', `Authorization: ${who.citizen['authorization']}`,
      `Content-Type: multipart/form-data; boundary=${boundary}`, `Content-Length: ${100 * 1024 * 1024}`, '', '',
    ].join('\r\n')
    socket.write(head)
    socket.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n`)
    socket.write(sample.mp4().subarray(0, 32))
    const film = Buffer.concat([Buffer.from([0x3f, 0, 0, 0]), Buffer.from('mdat'), Buffer.alloc(256 * 1024, 5)])
    for (let n = 0; n < 24; n++) await new Promise<void>((done) => socket.write(film, () => done()))
    const arriving = () => readdirSync(join(house.folder, 'attachments', 'arriving'))
    while (arriving().length === 0) await new Promise((done) => setTimeout(done, 20))
    socket.destroy()
    while (arriving().length > 0) await new Promise((done) => setTimeout(done, 20))
    expect((await house.engine.database.query('select 1 from kernel.upload')).rowCount).toBe(rows.rowCount)
    expect(filesIn('attachments')).toEqual(bytes)
    expect(await verified()).toMatchObject({ clean: true, findings: [] })
  })
  it('that arrives is never held whole: what is held of it stays below a quarter', async () => {
    const path = join(house.folder, 'film.bin')
    const out = createWriteStream(path)
    const film = (size: number) => {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(size)
      head.write('mdat', 4)
      return head
    }
    const size = 90 * 1024 * 1024
    out.write(sample.mp4())
    out.write(film(size))
    for (let left = size - 8; left > 0; left -= 1024 * 1024) out.write(Buffer.alloc(Math.min(left, 1024 * 1024), left & 255))
    await new Promise<void>((done) => out.end(() => done()))
    const blob = await (await import('node:fs')).openAsBlob(path)
    const form = new FormData()
    form.append('file', blob, '经过.mp4')
    let most = 0
    const start = process.memoryUsage().arrayBuffers
    // What nobody holds any more is not counted. Buffers are swept beside the collection: the second one waits for the sweep of the first.
    setFlagsFromString('--expose-gc')
    const gc = runInNewContext('gc') as () => void
    const collect = () => [gc(), gc()]
    const inUse = () => process.memoryUsage().arrayBuffers - start
    const watch = setInterval(() => {
      if (inUse() > size / 4) collect()
      most = Math.max(most, inUse())
    }, 5)
    const answer = await fetch(`http://127.0.0.1:${port}${upload}`, { method: 'POST', body: form, headers: who.citizen })
    clearInterval(watch)
    await rm(path)
    expect(answer.status).toBe(201)
    const { items } = (await answer.json()) as { items: { kind: string; size: number }[] }
    expect(items[0]).toMatchObject({ kind: 'mp4', size: size + sample.mp4().length })
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(size / 4)
  })
})
