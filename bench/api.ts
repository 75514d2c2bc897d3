// One record and a page of fifty through the HTTP API against Fastify and pg by hand, doing the same select and the same JSON.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import { addAccount } from '../store/people/accounts.ts'
import { issueToken } from '../store/people/tokens.ts'
import { openBed, type Bed } from './bed.ts'
import { compare, report, type Comparison, type Contender, type Sample } from './harness.ts'
import { yard, yardParameters } from './yard.ts'
import { openPermits } from './yard-rows.ts'

const rows = 20_000
// A number of requests and not a time: on a busy machine a short time would measure code that the compiler has not yet warmed.
const amount = 3000
const city = '130100'

interface Server {
  readonly child: ChildProcess
  readonly url: string
}

/** Each contender is a process of its own, as in service; the load comes from this one. */
function serve(who: 'ours' | 'by hand', bed: Bed): Promise<Server> {
  const areas = bed.engine.tree.under(city, new Date().toISOString().slice(0, 10)).join(',')
  const child = fork(join(import.meta.dirname, 'api-server.ts'), [who, bed.url, bed.folder, areas])
  return new Promise((resolve, reject) => {
    child.once('message', (port) => resolve({ child, url: `http://127.0.0.1:${String(port)}` }))
    child.once('exit', (code) => reject(new Error(`the server “${who}” ended with ${code}`)))
  })
}

const path = '/api/v1/registers/bench-permit'

/** Seconds of processor that a server took since it began. */
const processor = ({ child }: Server): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (taken) => resolve(Number(taken)))
    child.send('processor')
  })

// The load's own duration ends with its next whole second; ours with the last answer.
async function load(server: Server, paths: readonly string[], headers: Record<string, string>): Promise<Sample> {
  const latencies: number[] = []
  const before = await processor(server)
  const running = autocannon({ url: server.url, connections: 16, amount, headers, requests: paths.map((each) => ({ path: each })) })
  const begun = performance.now()
  let last = begun
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    latencies.push(milliseconds)
    last = performance.now()
  })
  const result = await running
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx + result.errors} requests were not answered as they should be`)
  return { operations: result.requests.total, seconds: (last - begun) / 1000, latencies, processor: (await processor(server)) - before }
}

async function token({ database }: Bed): Promise<Record<string, string>> {
  const holdings = [{ duty: 'bench.clerk', reach: 'area' as const, area: city }]
  await addAccount(database, { id: 'reader', name: 'reader', password: 'unused', face: 'office', from: '2010-01-01', holdings })
  const issued = await issueToken(database, { account: 'reader', title: 'bench', scope: ['read'], ends: '2099-01-01' })
  return { authorization: `Bearer ${issued}` }
}

async function same(servers: readonly Server[], paths: readonly string[], headers: Record<string, string>): Promise<void> {
  for (const each of paths) {
    const answers = servers.map(async ({ url }): Promise<unknown> => (await fetch(url + each, { headers })).json())
    const [first, second] = await Promise.all(answers)
    if (!isDeepStrictEqual(first, second))
      throw new Error(`${each}: the peer answers otherwise:\n${[first, second].map((answer) => JSON.stringify(answer).slice(0, 900)).join('\n')}`)
  }
}

const bed = await openBed({ systems: [yard], parameters: yardParameters })
const servers: Server[] = []
const found: Comparison[] = []
try {
  await openPermits(bed.engine, bed.database, rows)
  const areas = bed.engine.tree.under(city, new Date().toISOString().slice(0, 10))
  const { rows: some } = await bed.database.query<{ id: string }>(
    'select id from record.bench_permit where area = any($1) order by md5(id::text) limit 500',
    [areas],
  )
  const headers = await token(bed)
  servers.push(await serve('ours', bed), await serve('by hand', bed))
  const records = some.map(({ id }) => `${path}/${id}`)
  await same(servers, [path, ...records.slice(0, 5)], headers)
  const contenders = (paths: readonly string[]): Contender[] =>
    servers.map((server, at) => ({
      name: at === 0 ? 'Zhiheng (token, reach, fields, schema)' : 'Fastify + pg by hand',
      round: () => load(server, paths, headers),
    }))
  const settings = { unit: 'requests', goal: 0.75, rounds: 7, warm: 1 }
  found.push(await compare({ title: `One record of ${rows.toLocaleString('en')}, 16 connections`, ...settings }, contenders(records)))
  found.push(await compare({ title: 'A page of 50, 16 connections', ...settings }, contenders([path])))
} finally {
  for (const { child } of servers) child.disconnect()
  await bed.close()
}
report(found)
