// A whole house for a test: a database of its own, a warehouse in memory, keys in a temp folder, and a clock that the test sets.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { AreaTree } from '../../kernel/area.ts'
import { house as build } from '../../kernel/house.ts'
import { Parameters, type ParameterData } from '../../kernel/parameter.ts'
import type { System } from '../../kernel/system.ts'
import { WorkCalendar } from '../../kernel/workdays.ts'
import { createServer, type ServerOptions } from '../../server/app.ts'
import { documentRoutes } from '../../server/documents.ts'
import { publicationRoutes } from '../../server/publications.ts'
import { measureRoutes } from '../../server/measures.ts'
import { readingRoutes } from '../../server/readings.ts'
import { operationRoutes } from '../../server/operation.ts'
import { folderStore } from '../../store/attachments/file-store.ts'
import { openDatabase } from '../../store/database.ts'
import type { Engine } from '../../store/engine.ts'
import { openKeys, type KeyRing } from '../../store/keys/key-files.ts'
import { undeclared } from '../../store/migrate.ts'
import { addAccount, type NewAccount } from '../../store/people/accounts.ts'
import { addOffices, readOffices } from '../../store/people/offices.ts'
import { issueToken } from '../../store/people/tokens.ts'
import { vaultKeys } from '../../store/records/personal.ts'
import { prepareFacts } from '../../store/warehouse/facts.ts'
import { prepareWarehouse } from '../../store/warehouse/tables.ts'
import { openWarehouse, type Warehouse } from '../../store/warehouse/warehouse.ts'
import { Work } from '../../store/work.ts'
import { systems as all } from '../../systems/index.ts'
import { freshDatabase, type FreshDatabase } from './postgres.ts'
import { multipart, type Attached } from './sample-files.ts'

export interface Answer {
  readonly status: number
  // What a server answers is looked at field by field in the journeys.
  readonly body: any
  readonly headers: LightMyRequestResponse['headers']
}

export interface House {
  readonly engine: Engine
  readonly warehouse: Warehouse
  readonly app: FastifyInstance
  readonly work: Work
  readonly url: string
  readonly keys: KeyRing
  /** Data folder of the keys and the attachments. */
  readonly folder: string
  /** Sets the clock on the wall; a bare day is nine o'clock in the morning in Hebei. */
  at(moment: string): void
  /** Adds an account and gives back the headers of its token. */
  person(id: string, holdings: NewAccount['holdings'], more?: Partial<NewAccount>): Promise<Record<string, string>>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends files as a browser does, with fields before them. */
  send(
    path: string,
    files: readonly Attached[],
    headers?: Record<string, string>,
    fields?: readonly (readonly [string, string])[],
  ): Promise<Answer>
  close(): Promise<void>
}

export interface HouseOptions {
  readonly systems?: readonly System[]
  readonly parameters?: readonly ParameterData[]
  readonly now?: string
  readonly routes?: ServerOptions['routes']
  /** With the public site. */
  readonly pages?: boolean
  readonly signIn?: ServerOptions['signIn']
  /** A database of its own, where the suite's is not meant. */
  readonly database?: FreshDatabase
  readonly limit?: number
  /** With the description of the interface. */
  readonly describe?: boolean
  readonly log?: ServerOptions['log']
  readonly routeAdded?: ServerOptions['routeAdded']
}

const moment = (text: string): string => (text.length === 10 ? `${text}T01:00:00.000Z` : new Date(text).toISOString())

/** Opens a house on a fresh database; systems beyond those of the release get their tables here. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const fresh = options.database ?? (await freshDatabase())
  const database = openDatabase(fresh.url, 6)
  const folder = await mkdtemp(join(tmpdir(), 'zhiheng-house-'))
  const house = build(options.systems ?? all)
  for (const sql of await undeclared(database, house)) await database.query(sql)
  let now = moment(options.now ?? '2026-11-24')
  const keys = await openKeys(join(folder, 'keys'), { issuer: hebei.id, title: hebei.title, origin: hebei.origin, site: hebei.site }, now)
  await addOffices(database, hebei.offices)
  let tick = 0
  const engine: Engine = {
    database,
    house,
    tree: new AreaTree(hebei.divisions, hebei.elsewhere),
    parameters: new Parameters(options.parameters ?? hebei.parameters),
    calendar: new WorkCalendar(hebei.notices),
    offices: await readOffices(database),
    keys: vaultKeys(database, () => keys.masters),
    files: folderStore(join(folder, 'attachments')),
    replayKey: new Uint8Array(32),
    // Acts of one moment keep their order.
    now: () => new Date(Date.parse(now) + tick++).toISOString(),
  }
  const warehouse = await openWarehouse(':memory:')
  await prepareWarehouse(warehouse)
  await prepareFacts(warehouse, house)
  const faults: unknown[] = []
  const work = new Work({
    engine,
    warehouse,
    origin: hebei.origin,
    signers: () => [keys.log],
    keys: () => keys,
    fault: (_what, error) => faults.push(error),
  })
  const app = await createServer({
    engine,
    cookieSecret: 'test',
    log: options.log ?? false,
    limit: options.limit ?? 0,
    describe: options.describe ?? false,
    // A house that describes its interface compiles every schema of it.
    compileAll: options.describe ?? false,
    ...(options.signIn ? { signIn: options.signIn } : {}),
    ...(options.routeAdded ? { routeAdded: options.routeAdded } : {}),
    routes: [
      measureRoutes({ engine, warehouse }),
      readingRoutes({ engine, warehouse }),
      publicationRoutes({ engine, keys }),
      documentRoutes({ engine, keys }),
      operationRoutes({ engine, warehouse }),
      ...(options.pages ? [(await import('../../web/pages.ts')).pages({ engine, warehouse, keys })] : []),
      ...(options.routes ?? []),
    ],
  })
  const answer = (response: LightMyRequestResponse): Answer => ({
    status: response.statusCode,
    body: response.body ? safely(response) : null,
    headers: response.headers,
  })
  return {
    engine,
    warehouse,
    app,
    work,
    url: fresh.url,
    keys,
    folder,
    at: (text) => {
      now = moment(text)
      tick = 0
    },
    async person(id, holdings, more = {}) {
      await addAccount(database, { id, name: id, password: 'unused', face: 'office', from: '2010-01-01', holdings, ...more })
      const token = await issueToken(database, { account: id, title: 'test', scope: ['read', 'write'], ends: '2099-01-01' })
      return { authorization: `Bearer ${token}` }
    },
    get: async (path, headers = {}) => answer(await app.inject({ method: 'GET', url: path, headers })),
    post: async (path, body, headers = {}) =>
      answer(
        await app.inject({
          method: 'POST',
          url: path,
          headers: { 'content-type': 'application/json', ...headers },
          payload: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    async send(path, files, headers = {}, fields = []) {
      const form = multipart(fields, files)
      return answer(await app.inject({ method: 'POST', url: path, headers: { ...headers, ...form.headers }, payload: form.payload }))
    },
    async close() {
      await work.stop()
      await app.close()
      await warehouse.close()
      await database.end()
      await fresh.drop()
      await rm(folder, { recursive: true, force: true })
      if (faults.length > 0) throw faults[0]
    },
  }
}

function safely(response: LightMyRequestResponse): unknown {
  try {
    return JSON.parse(response.body)
  } catch {
    return response.body
  }
}
