// What the house asks of a PostgreSQL, the oldest that is supported beside the one that comes with it: migrations, acts, lists, search, clocks.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../store/database.ts'
import { startPostgres, type RunningPostgres } from '../../store/embedded/postgres.ts'
import { migrate, pendingMigrations, undeclared } from '../../store/migrate.ts'
import { sweep } from '../../store/sweep.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { emptyDatabase, type FreshDatabase } from '../bed/postgres.ts'
import { cast, complain, yoghurt, type Case, type Cast } from '../journeys/complaint-story.ts'

const migrations = join(import.meta.dirname, '../../store/migrations')

describe.each([15, 18] as const)('PostgreSQL %i', (version) => {
  let server: RunningPostgres | null = null
  let folder = ''
  let house: House
  let who: Cast
  let file: Case & { number: string }

  async function fresh(): Promise<FreshDatabase> {
    if (version === 18) return emptyDatabase()
    folder = await mkdtemp(join(tmpdir(), 'zhiheng-contract-'))
    server = await startPostgres({ folder, version, settings: ['fsync=off', 'full_page_writes=off'] })
    return { url: server.url, drop: async () => undefined }
  }

  beforeAll(async () => {
    const database = await fresh()
    const pool = openDatabase(database.url, 2)
    expect(await migrate(pool, migrations)).toBeGreaterThan(5)
    expect(await pendingMigrations(pool, migrations)).toEqual([])
    await pool.end()
    house = await openHouse({ now: '2026-05-11', database })
    who = await cast(house)
  })
  afterAll(async () => {
    await house?.close()
    await server?.stop()
    if (server) await rm(server.folder, { recursive: true, force: true })
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  it('is what it says it is, and holds what the declarations ask for', async () => {
    const { rows } = await house.engine.database.query<{ server_version_num: string }>('show server_version_num')
    expect(Math.floor(Number(rows[0]!.server_version_num) / 10_000)).toBe(version)
    expect(await undeclared(house.engine.database, house.engine.house)).toEqual([])
  })
  it('takes an act with its row, entry, clock and document, and the same key once', async () => {
    file = await complain(house, who.citizen, yoghurt('2026-05-11'))
    const headers = { ...who.citizen, 'idempotency-key': 'one-key-of-the-contract' }
    const body = { id: '01990000-0000-7000-8000-000000000001', answers: yoghurt('2026-05-11', { traderName: '拟质家具有限公司（虚构）' }) }
    expect((await house.post('/api/v1/registers/complaint', body, headers)).status).toBe(201)
    expect((await house.post('/api/v1/registers/complaint', body, headers)).body.replayed).toBe(true)
    const count = await house.engine.database.query<{ n: number }>('select count(*)::int as n from record.complaint')
    expect(count.rows[0]!.n).toBe(2)
  })
  it('of ten acts on one version lets one through', async () => {
    const accept = () => house.post(`/api/v1/registers/complaint/${file.id}/steps/accept`, { answers: {} }, { ...who.clerkChangan, 'if-match': '"v1"' })
    const answers = await Promise.all(Array.from({ length: 10 }, accept))
    expect(answers.map((each) => each.status).filter((status) => status === 200)).toHaveLength(1)
    expect(new Set(answers.map((each) => each.status))).toEqual(new Set([200, 412]))
  })
  it('finds names by two Chinese characters, filters, orders and counts', async () => {
    const list = async (query: string) => (await house.get(`/api/v1/registers/complaint?${query}`, who.clerkChangan)).body
    expect((await list(`q=${encodeURIComponent('乳业')}`)).items.map((each: { id: string }) => each.id)).toEqual([file.id])
    expect((await list('state=received&count=true')).count).toBe(1)
    expect((await list('order=price&limit=1')).items).toHaveLength(1)
  })
  it('lapses a clock once, however often it is swept', async () => {
    house.at('2026-07-30')
    await sweep(house.engine, house.engine.now())
    const lapsed = async () => (await house.engine.database.query("select record, deadline, run from kernel.clock where state = 'lapsed'")).rows
    const once = await lapsed()
    expect(once.length).toBeGreaterThan(0)
    await sweep(house.engine, house.engine.now())
    expect(await lapsed()).toEqual(once)
  })
  it('numbers, follows and verifies all of it', async () => {
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})
