// Rounds of killing: clients act and import, something is killed at a random moment, and everything promised is looked for.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { askRunning, openDataFolder } from '../../store/embedded/data-folder.ts'
import { addAccount } from '../../store/people/accounts.ts'
import { addOffices } from '../../store/people/offices.ts'
import { issueToken } from '../../store/people/tokens.ts'
import type { Verified } from '../../store/verify.ts'
import { openZhiheng } from '../../zhiheng.ts'
import { Load, rowsOfFile, type Upload } from './load.ts'
import { KilledServer, wait, type Victim } from './server.ts'

export interface Told {
  readonly rounds: number
  readonly kills: Readonly<Record<Victim, number>>
  readonly acknowledged: number
  /** Requests of which nobody told the client what became. */
  readonly unknown: number
  /** Of those, how many turned out to have been carried out. */
  readonly carriedOut: number
  readonly files: number
  readonly filesCut: number
  /** What the acts brought about, so that a run in which nothing happened does not pass for a good one. */
  readonly brought: { readonly reports: number; readonly signals: number; readonly outdated: number; readonly lapses: number; readonly documents: number; readonly refused: number }
  /** Seconds until everything answered again, the slowest and the middle one. */
  readonly back: { readonly median: number; readonly most: number }
  /** Promises that were broken; empty when all is well. */
  readonly broken: readonly string[]
}

/** A data folder with one officer who may do everything that the clients do; gives back the officer's token. */
async function prepare(path: string): Promise<string> {
  const folder = await openDataFolder(path)
  const zhiheng = await openZhiheng({ folder: path })
  const { database } = zhiheng.engine
  await addOffices(database, hebei.offices)
  const duties = ['complaints.citizen', 'complaints.clerk', 'complaints.reportClerk', 'parties.registrar', 'house.dating-back', 'risk.collector', 'credit.clerk', 'credit.officer']
  const holdings = duties.map((duty) => ({ duty, reach: 'all' as const }))
  const account = { id: 'officer', name: 'officer', office: 'market-130102', password: 'unused', face: 'office' as const, from: '2010-01-01' }
  await addAccount(database, { ...account, holdings })
  const token = await issueToken(database, { account: 'officer', title: 'kills', scope: ['read', 'write'], ends: '2099-01-01' })
  await zhiheng.close()
  await folder.release()
  return token
}

type Broken = (what: string) => void

/** Every acknowledged act is there under its entry, with the hash that its receipt gave. */
async function nothingLost(server: KilledServer, load: Load, broken: Broken): Promise<void> {
  const receipts = load.acts.flatMap(({ receipt }) => (receipt ? [receipt] : []))
  const rows = await server.ask<{ id: string; hash: string }>("select id, encode(hash, 'hex') as hash from kernel.journal where id = any($1)", [
    receipts.map((receipt) => receipt.entry),
  ])
  const kept = new Map(rows.map(({ id, hash }) => [id, hash]))
  for (const { entry, hash } of receipts) if (kept.get(entry) !== hash) broken(`the acknowledged entry ${entry} is lost or another`)
}

async function rowsOf(server: KilledServer, file: Upload): Promise<number> {
  const [found] = await server.ask<{ n: number }>('select count(*)::int as n from record.enterprise where code = any($1)', [file.codes])
  return found!.n
}

/** A file is there whole or not at all, and whole when it was acknowledged; sent again it is there once. */
async function filesWhole(server: KilledServer, load: Load, files: readonly Upload[], broken: Broken): Promise<number> {
  let cut = 0
  for (const file of files) {
    const there = await rowsOf(server, file)
    if (there !== 0 && there !== rowsOfFile) broken(`${file.name} is half there: ${there} of ${rowsOfFile} rows`)
    if (file.acknowledged && there !== rowsOfFile) broken(`${file.name} was acknowledged and has ${there} rows`)
    if (file.acknowledged) continue
    cut += 1
    const again = await load.upload(file)
    if (again?.repeated !== (there === rowsOfFile)) broken(`${file.name} sent again: ${JSON.stringify(again)} after ${there} rows`)
    if ((await rowsOf(server, file)) !== rowsOfFile) broken(`${file.name} sent again is not there once`)
  }
  return cut
}

/** Whoever got no answer sends the request again under the same key: it is carried out once in all. */
async function replaysOnce(server: KilledServer, load: Load, broken: Broken): Promise<number> {
  let carriedOut = 0
  for (const act of load.acts.filter(({ receipt, refused }) => receipt === null && refused === null)) {
    await load.send(act)
    const [found] = await server.ask<{ n: number }>('select count(*)::int as n from kernel.journal where key = $1', [act.key])
    // A sweep may have moved the record on meanwhile: then the step is refused, and nothing of it is there.
    if (found!.n !== (act.receipt ? 1 : 0)) broken(`the request ${act.key} was carried out ${found!.n} times (refused: ${act.refused})`)
    if (!act.receipt && act.refused === null) broken(`the request ${act.key} has no answer from a server that is up`)
    if (act.receipt?.replayed) carriedOut += 1
  }
  return carriedOut
}

const settledSql = `select (select count(*) from kernel.outbox)::int as outbox, (select count(*) from kernel.link where state = 'pending')::int as links,
  (select count(*) from kernel.clock where state = 'open' and runs_out <= now())::int as due, (select count(*) from kernel.owed_step)::int as owed`

/** Waits until the followers have done their work; clocks are swept once a minute and at each start. */
async function settled(server: KilledServer, withClocks: boolean): Promise<string | null> {
  for (let tries = 0; ; tries++) {
    const [left] = await server.ask<{ outbox: number; links: number; due: number; owed: number }>(settledSql)
    if (left!.outbox + left!.links + left!.owed + (withClocks ? left!.due : 0) === 0) return null
    // A request that is sent again after the start may bring a clock that has run out: the next sweep is a minute away.
    if (tries > 900) return `work is left undone: ${JSON.stringify(left)}`
    await wait(100)
  }
}

const onceSql = {
  'a complaint that reports has not exactly one report': `select c.id from record.complaint c where c.also_report
    and (select count(*) from kernel.journal j join kernel.journal o on j.key = 'link:complaints.split-report:' || o.id
      where o.record = c.id and o.step = 'open') <> 1`,
  'a report has no complaint': `select j.id from kernel.journal j where j.register = 'report' and j.step = 'open' and j.key not like 'link:%'`,
  'a notice has not exactly one signal': `select n.id from record.outside_notice n
    where (select count(*) from record.signal s where s.origin = 'outside-notice' and s.origin_record = n.id::text) <> 1`,
  'an extract stands although an entry that it names was withdrawn': `select x.id from record.credit_extract x
    join record.credit_entry e on e.document = x.project where e.state = 'withdrawn' and x.state <> 'outdated'`,
  'an extract was outdated twice': `select record from kernel.journal where step = 'outdate' group by record having count(*) > 1`,
  'a clock lapsed twice': `select record from kernel.journal where step = 'lapse' group by record, split_part(key, ':', 3), split_part(key, ':', 4) having count(*) > 1`,
  'an entry was numbered twice or never': `select j.id from kernel.journal j full join kernel.leaf l on l.entry = j.id where l.entry is null or j.id is null`,
  'a number of a document is missing': `select form from kernel.document group by form, regexp_replace(number, '\\d+号$', '') having max((regexp_match(number, '(\\d+)号$'))[1]::int) <> count(*)`,
} as const

const broughtSql = `select (select count(*) from kernel.link where state = 'done' and linkage = 'complaints.split-report')::int as reports,
  (select count(*) from record.signal)::int as signals, (select count(*) from kernel.journal where step = 'outdate')::int as outdated, (select count(*) from kernel.document)::int as documents,
  (select count(*) from kernel.journal where step = 'lapse')::int as lapses`

async function onceOnly(server: KilledServer, broken: Broken): Promise<void> {
  for (const [what, sql] of Object.entries(onceSql)) {
    const rows = await server.ask(sql)
    if (rows.length > 0) broken(`${what} (${rows.length}): ${JSON.stringify(rows[0])}`)
  }
}

async function verified(folder: string, broken: Broken): Promise<void> {
  const answer = (await askRunning(folder, { command: 'verify', args: {} }, () => undefined)) as { result: Verified } | null
  if (!answer?.result.clean) broken(`verify is not clean: ${JSON.stringify(answer?.result.findings.slice(0, 3))}`)
}

const victims: readonly Victim[] = ['server', 'postmaster', 'both', 'server', 'backend']

/** Runs so many rounds on a data folder of their own, which is removed at the end. */
export async function killRounds(rounds: number, tell: (line: string) => void = () => undefined): Promise<Told> {
  const parent = await mkdtemp(join(tmpdir(), 'zhiheng-kills-'))
  await chmod(parent, 0o711)
  const folder = join(parent, 'data')
  const server = new KilledServer(folder)
  const broken: string[] = []
  const kills: Record<Victim, number> = { server: 0, postmaster: 0, backend: 0, both: 0 }
  const [back, counted]: [number[], { cut: number; carriedOut: number }] = [[], { cut: 0, carriedOut: 0 }]
  try {
    const load = new Load(server, await prepare(folder))
    await server.start()
    for (let round = 0; round < rounds; round++) {
      const victim = victims[round % victims.length]!
      const note: Broken = (what) => broken.push(`round ${round + 1} (${victim}): ${what}`)
      const [files, acts, unknown] = [load.uploads.length, load.acts.length, load.unknown]
      const end = load.start()
      await wait(300 + Math.random() * 1700)
      const begun = performance.now()
      const [killed] = await Promise.all([server.kill(victim).then(() => performance.now()), wait(50).then(end)])
      kills[victim] += 1
      back.push((killed - begun) / 1000)
      await nothingLost(server, load, note)
      counted.cut += await filesWhole(server, load, load.uploads.slice(files), note)
      counted.carriedOut += await replaysOnce(server, load, note)
      const undone = await settled(server, victim === 'server' || victim === 'both')
      if (undone) note(undone)
      await onceOnly(server, note)
      await verified(folder, note)
      tell(
        `${round + 1}/${rounds} ${victim}: ${load.acts.length - acts} acts, ${load.uploads.length - files} files, ` +
          `${load.unknown - unknown} without an answer, back in ${back.at(-1)!.toFixed(1)} s${broken.length > 0 ? `; BROKEN ${broken.length}` : ''}`,
      )
    }
    const acknowledged = load.acts.filter(({ receipt }) => receipt).length
    const [brought] = await server.ask<Omit<Told['brought'], 'refused'>>(broughtSql)
    const sorted = [...back].sort((a, b) => a - b)
    return {
      ...{ rounds, kills, acknowledged, unknown: load.unknown, files: load.uploads.length, filesCut: counted.cut },
      brought: { ...brought!, refused: load.acts.filter(({ refused }) => refused !== null).length },
      ...{ carriedOut: counted.carriedOut, back: { median: sorted[sorted.length >> 1]!, most: sorted.at(-1)! }, broken },
    }
  } finally {
    await server.stop()
    await rm(parent, { recursive: true, force: true })
  }
}
