// Running the house as an operator does: an empty start on an outside PostgreSQL, a graceful stop, backup, restore, migrations, exit codes.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '../bed/postgres.ts'
import { run, serve, type Served } from '../bed/process.ts'

const folders: string[] = []
const databases: FreshDatabase[] = []
const folder = async (): Promise<string> => {
  folders.push(await mkdtemp(join(tmpdir(), 'zhiheng-operation-')))
  return folders.at(-1)!
}
const database = async (): Promise<FreshDatabase> => {
  databases.push(await emptyDatabase())
  return databases.at(-1)!
}
async function sql<T>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows as T[]
    return rows
  } finally {
    await client.end()
  }
}

let data = ''
let outside: FreshDatabase
const password = 'purple lantern orbit 58'
const environment = () => ({ DATABASE_URL: outside.url })

beforeAll(async () => {
  data = await folder()
  outside = await database()
})
afterAll(async () => {
  for (const each of databases) await each.drop()
  for (const each of folders) await rm(each, { recursive: true, force: true })
})

const json = async (address: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(address + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  })
  return { status: response.status, headers: response.headers, body: (await response.json().catch(() => null)) as any }
}

describe('an empty house on an outside PostgreSQL', () => {
  let server: Served

  it('starts without demonstration data or sign-ins, alive and ready, and tells its metrics', async () => {
    server = await serve(['--data', data, '--empty'], environment())
    expect(server.out()).not.toContain('demonstration sign-ins')
    expect((await json(server.address, '/health/live')).body).toEqual({ live: true })
    expect(await json(server.address, '/health/ready')).toMatchObject({ status: 200, body: { ready: true, records: true, warehouse: true } })
    expect(await (await fetch(`${server.address}/metrics`)).text()).toMatch(/^zhiheng_requests_total\{/m)
    expect(await sql(outside.url, 'select id from kernel.account')).toEqual([])
    // The records are in the outside database, and no PostgreSQL was made in the data folder.
    expect(await readdir(data)).not.toContain('postgres')
    for (const path of ['/', '/en/targets', '/law', '/desk/sign-in']) expect((await fetch(server.address + path)).status, path).toBe(200)
  })
  it('keeps its folder: a second server on it ends with 75 and says why', async () => {
    const second = await run(['serve', '--data', data, '--empty', '--port', '0'], environment())
    expect(second.code).toBe(75)
    expect(second.err).toContain('in use by a running server')
  })
  it('is opened to its first administrator by the operator, through the running server', async () => {
    const made = await run(['administrator', 'first.person', '--name', '虚构', '--data', data, '--json'], environment())
    expect(made.code).toBe(0)
    const { code, duty } = JSON.parse(made.out) as { code: string; duty: string }
    expect(duty).toBe('access.administrator')
    expect((await json(server.address, '/api/v1/way-in', { account: 'first.person', code, password })).status).toBe(204)
    expect((await json(server.address, '/api/v1/session', { account: 'first.person', password })).status).toBe(200)
  })
  it('asked to stop, answers the act that is under way, keeps it, takes no new one, and ends with 0', async () => {
    const session = await json(server.address, '/api/v1/session', { account: 'first.person', password })
    const headers = { cookie: session.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': session.body.csrf as string }
    const holder = new pg.Client({ connectionString: outside.url })
    await holder.connect()
    await holder.query('begin; lock table kernel.journal in share row exclusive mode')
    const act = json(server.address, '/api/v1/registers/account', { answers: { account: 'under.way', name: '虚构', face: 'office' } }, headers)
    await new Promise((later) => setTimeout(later, 500))
    server.signal('SIGTERM')
    await new Promise((later) => setTimeout(later, 500))
    await expect(fetch(`${server.address}/health/live`)).rejects.toThrow()
    await holder.query('commit')
    await holder.end()
    expect((await act).status).toBe(201)
    expect(await server.ended).toBe(0)
    expect(await sql(outside.url, "select account from record.account where account = 'under.way'")).toEqual([{ account: 'under.way' }])
  })
})

describe('backup and restore', () => {
  let file = ''

  it('both stores go to one file, the keys of persons to another beside it', async () => {
    file = join(await folder(), 'house.zhb')
    // The act that was answered while the server was stopping has its place in the log.
    expect(await sql(outside.url, 'select seq::int as seq from kernel.leaf')).toEqual([{ seq: 0 }])
    const made = await run(['backup', file, '--data', data, '--json'], environment())
    expect(made).toMatchObject({ code: 0 })
    const head = (await readFile(file)).toString('latin1').split('\n')
    expect(head[0]).toMatch(/^ZHIHENG-BACKUP \d+$/)
    const names = (JSON.parse(head[1]!) as { parts: { name: string; sha256: string }[] }).parts.map((part) => part.name)
    expect(names).toContain('warehouse.duckdb')
    expect(names).toContain('kernel.journal.gz')
    expect(names.filter((name) => name.startsWith('vault.') || name.includes('session'))).toEqual([])
    expect((await readFile(`${file}.keys`)).toString('latin1')).toContain('vault.person_key.gz')
  })
  it('a fresh folder and database become the same house: it verifies, passwords work, and it goes on counting', async () => {
    const [fresh, place] = [await database(), await folder()]
    const there = { DATABASE_URL: fresh.url }
    expect(await run(['restore', file, '--data', place, '--json'], there)).toMatchObject({ code: 0 })
    const verified = await run(['verify', '--data', place, '--json'], there)
    expect(verified.code).toBe(0)
    expect(JSON.parse(verified.out)).toMatchObject({ clean: true, entries: 1, records: 1, leaves: 1 })
    const server = await serve(['--data', place, '--empty'], there)
    const session = await json(server.address, '/api/v1/session', { account: 'first.person', password })
    expect(session.status).toBe(200)
    const headers = { cookie: session.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': session.body.csrf as string }
    // The name of the person is readable with the keys that came back.
    expect((await json(server.address, '/api/v1/registers/account', undefined, headers)).body.items).toMatchObject([{ account: 'under.way', name: '虚构' }])
    expect((await json(server.address, '/api/v1/registers/account', { answers: { account: 'after.it', name: '虚构', face: 'office' } }, headers)).status).toBe(201)
    expect(await server.stop()).toBe(0)
    // Rows that are counted go on after the last one that came back.
    await sql(fresh.url, "insert into kernel.holding (account, duty, reach, valid_from) values ('first.person', 'house.auditor', 'all', '2026-01-01')")
  })
  it('a file of which one byte was altered is refused by name of the part, and nothing is restored', async () => {
    const bytes = await readFile(file)
    const damaged = join(await folder(), 'damaged.zhb')
    bytes[bytes.length - 100]! ^= 1
    await writeFile(damaged, bytes)
    const [fresh, place] = [await database(), await folder()]
    const ran = await run(['restore', damaged, '--data', place], { DATABASE_URL: fresh.url })
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/warehouse\.duckdb.*damaged|damaged.*checksum/)
    expect(await sql(fresh.url, 'select 1 from record.account')).toEqual([])
  })
})

describe('migrations', () => {
  it('on a database with data are preceded by a backup of the records', async () => {
    const created = (text: string) => [...text.matchAll(/create table record\."(\w+)"/g)].map((match) => match[1]!)
    const texts = await Promise.all((await readdir('store/migrations')).map(async (name) => ({ name, text: await readFile(join('store/migrations', name), 'utf8') })))
    // The last that creates tables and nothing else, and of whose tables no other says anything: run again, it makes them as they were.
    const alone = ({ name, text }: (typeof texts)[number]) =>
      created(text).length > 0 &&
      !/alter |kernel\./i.test(text) &&
      !texts.some((other) => other.name !== name && created(text).some((table) => new RegExp(`record\\.("?)${table}\\1\\b`).test(other.text)))
    const { name, text } = texts.filter(alone).at(-1)!
    const tables = created(text)
    await sql(outside.url, ...tables.map((table) => `drop table record."${table}"`), `delete from kernel.migration where number = ${Number(name.slice(0, 4))}`)
    const ran = await run(['verify', '--data', data, '--json'], environment())
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('backed up to')
    const [made] = (await readdir(join(data, 'backups'))).filter((each) => /^before-migration-.*\.zhb$/.test(each))
    expect((await readFile(join(data, 'backups', made!))).toString('latin1')).toContain('record.account.gz')
  })
  it('that were altered after they had been applied stop the start', async () => {
    await sql(outside.url, "update kernel.migration set digest = 'another' where number = 1")
    const ran = await run(['serve', '--data', data, '--empty', '--port', '0'], environment())
    expect(ran.code).not.toBe(0)
    expect(ran.err).toContain('was altered after it had been applied')
    const { createHash } = await import('node:crypto')
    const digest = createHash('sha256').update(await readFile('store/migrations/0001-kernel.sql', 'utf8')).digest('hex')
    await sql(outside.url, `update kernel.migration set digest = '${digest}' where number = 1`)
  })
  it('when declared and recorded differ nothing is started, and the command that repairs it is named', async () => {
    await sql(outside.url, 'alter table record.account drop column face')
    const ran = await run(['serve', '--data', data, '--empty', '--port', '0'], environment())
    expect(ran.code).not.toBe(0)
    expect(ran.err).toContain('zhiheng describe --migration')
    expect(ran.err).toContain('"face"')
  })
})

describe('every command', () => {
  const commands = ['serve', 'import', 'export', 'compute', 'publish', 'verify', 'backup', 'restore', 'describe', 'reindex', 'administrator']

  it('is named by the help of the whole, with the exit codes', async () => {
    const { code, out } = await run(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
    expect(out).toMatch(/75.*in use/s)
  })
  it.each(commands)('%s has its own help and takes --json', async (command) => {
    const { code, out } = await run([command, '--help'])
    expect(code).toBe(0)
    expect(out).toContain('--json')
  })
  it('that is unknown, or lacks its argument, is wrong usage: exit code 64', async () => {
    for (const args of [['no-such-command'], ['restore'], ['verify', '--no-such-option']]) expect((await run(args)).code, args.join(' ')).toBe(64)
  })
  it('draws no bar where nobody looks at a terminal', async () => {
    const ran = await run(['verify', '--data', await folder(), '--json'], { DATABASE_URL: (await database()).url })
    expect(ran).toMatchObject({ code: 0 })
    expect(() => JSON.parse(ran.out)).not.toThrow()
    expect(ran.err).not.toMatch(/[\r█]/)
  })
})
