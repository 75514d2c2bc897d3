// `verify`: refolds every record and compares, walks every chain, and recomputes the log; names what was altered.
import { citationKey } from '../kernel/citation.ts'
import type { ClockChange, Entry, EntryBody } from '../kernel/journal.ts'
import { refold, refoldClocks } from '../kernel/journal.ts'
import { rootAt, append, emptyFrontier, leafHash, rootOf, sameHash } from '../kernel/trust/merkle.ts'
import { canonicalText } from '../kernel/trust/chain.ts'
import { hashOf } from './records/chained.ts'
import { checkFiles, checkReferences } from './attachments/verify.ts'
import type { Engine } from './engine.ts'
import { nodeReader } from './log/tree.ts'
import { columnOf, tableOf } from './names.ts'
import { paperFindings, papersOf } from './verify-papers.ts'
import { openSealed } from './records/personal.ts'
import { alteredSeals, sealRegister } from './staples.ts'
import { recordFrom } from './records/find.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'

export interface Finding {
  readonly kind: 'row' | 'entry' | 'chain' | 'leaf' | 'log' | 'clock' | 'document' | 'file'
  readonly record?: string
  readonly what: string
}

export interface Verified {
  readonly clean: boolean
  readonly entries: number
  readonly records: number
  readonly leaves: number
  /** Records whose personal values were erased, by article. */
  readonly erased: number
  /** Articles by which records were erased. */
  readonly erasedBy: readonly string[]
  /** Attachments whose bytes were read and fit their hash, and those whose bytes are gone by an erasure. */
  readonly files: number
  readonly erasedFiles: number
  readonly findings: readonly Finding[]
}

interface JournalRow {
  readonly id: string
  readonly register: string
  readonly record: string
  readonly version: number
  readonly step: string
  readonly actor: string
  readonly key: string
  readonly body: string
  readonly previous: Buffer | null
  readonly hash: Buffer
}

const batchSql = `select id, register, record, version, step, actor, key, body, previous, hash from kernel.journal where (record, version) > ($1::uuid, $2) order by record, version limit 5000`

function entryFindings(row: JournalRow, body: EntryBody, before: JournalRow | null): Finding[] {
  const findings: Finding[] = []
  const place = { record: row.record }
  const columns =
    body.id === row.id &&
    body.register === row.register &&
    body.record === row.record &&
    body.version === row.version &&
    body.step === row.step &&
    body.actor.id === row.actor &&
    body.key === row.key
  if (!columns) findings.push({ kind: 'entry', ...place, what: `the columns of entry ${row.id} differ from its body` })
  if (!hashOf(row.previous, canonicalText(body)).equals(row.hash))
    findings.push({ kind: 'entry', ...place, what: `entry ${row.id} was altered: its hash does not fit` })
  const expected = before?.hash ?? null
  if (
    expected === null
      ? row.previous !== null || row.version !== 1
      : row.previous === null || !row.previous.equals(expected) || row.version !== before!.version + 1
  )
    findings.push({ kind: 'chain', ...place, what: `entry ${row.id} does not follow the one before it` })
  return findings
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Moments are compared as moments: the row gives milliseconds, the entry may hold fewer. */
const sameValue = (name: string, a: unknown, b: unknown): boolean =>
  (name === 'opened' || name === 'changed') && typeof a === 'string' && typeof b === 'string'
    ? Date.parse(a) === Date.parse(b)
    : same(sorted(a), sorted(b))

/** JSON with the names of every object in order: the database keeps no order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

async function rowFindings(
  engine: Engine,
  register: Register,
  entries: readonly Entry[],
  row: AnyRecord | undefined,
  clocks: readonly ClockChange[],
): Promise<{ findings: Finding[]; erased: boolean }> {
  const id = entries[0]!.record
  if (!row)
    return { findings: [{ kind: 'row', record: id, what: `the record ${id} of ${register.name} has entries and no row` }], erased: false }
  const parts = new Map<string, Readonly<Record<string, unknown>> | null>()
  for (const entry of entries) if (entry.sealed) parts.set(entry.sealed.cipher, (await openSealed(engine.keys, entry.sealed))?.sets ?? null)
  const erased = [...parts.values()].some((part) => part === null)
  const folded = refold(entries, (sealed) => parts.get(sealed.cipher) ?? null)
  const findings: Finding[] = []
  for (const name of [...Object.keys(register.fields), 'state', 'version', 'area', 'office', 'owner', 'subject', 'number', 'opened', 'changed']) {
    const stored = row[name as keyof AnyRecord]
    if (!sameValue(name, folded[name], stored))
      findings.push({ kind: 'row', record: id, what: `${register.name}.${columnOf(name)} of ${id} is not what its entries say` })
  }
  const wanted = refoldClocks(entries)
  const have = new Map(clocks.map((clock) => [`${clock.deadline}#${clock.run}`, clock]))
  for (const [key, clock] of wanted)
    if (!same(sorted(clock), sorted(have.get(key))))
      findings.push({ kind: 'clock', record: id, what: `the clock ${key} of ${id} is not what its entries say` })
  for (const key of have.keys())
    if (!wanted.has(key)) findings.push({ kind: 'clock', record: id, what: `the clock ${key} of ${id} stands in no entry` })
  return { findings, erased }
}

class Rows {
  private readonly engine: Engine
  constructor(engine: Engine) {
    this.engine = engine
  }

  async of(register: Register, ids: readonly string[]): Promise<Map<string, AnyRecord>> {
    const { rows } = await this.engine.database.query(`select * from record."${tableOf(register.name)}" where id = any($1::uuid[])`, [ids])
    return new Map(rows.map((row: Record<string, unknown>) => [row['id'] as string, recordFrom(register, row)]))
  }

  async clocks(ids: readonly string[]): Promise<Map<string, ClockChange[]>> {
    const { rows } = await this.engine.database.query<{ record: string; change: ClockChange }>(
      // A due day or state beside the change that differs from it is an alteration too.
      `select record, case when due is not distinct from (change->>'due')::date and state = change->>'state' then change else change || '{"altered": true}' end as change from kernel.clock where record = any($1::uuid[])`,
      [ids],
    )
    const map = new Map<string, ClockChange[]>()
    for (const row of rows) map.set(row.record, [...(map.get(row.record) ?? []), row.change])
    return map
  }
}

interface Tally {
  entries: number
  records: number
  erased: number
  readonly erasedBy: Set<string>
  findings: Finding[]
}

async function checkRecords(engine: Engine, groups: readonly Entry[][], tally: Tally): Promise<void> {
  const rows = new Rows(engine)
  const ids = groups.map((g) => g[0]!.record)
  const clocks = await rows.clocks(ids)
  const papers = await papersOf(engine.database, ids)
  tally.findings.push(...(await checkReferences(engine, groups)))
  for (const name of new Set(groups.map((g) => g[0]!.register))) {
    const own = groups.filter((g) => g[0]!.register === name)
    if (name === sealRegister) {
      const altered = await alteredSeals(engine, own)
      tally.findings.push(...altered.map((record): Finding => ({ kind: 'document', record, what: `the seal ${record} is not the one that the log names` })))
      continue
    }
    const register = engine.house.registers.get(name)
    if (!register) {
      tally.findings.push({ kind: 'row', what: `no system declares the register ${name}` })
      continue
    }
    const found = await rows.of(
      register,
      own.map((g) => g[0]!.record),
    )
    for (const entries of own) {
      const id = entries[0]!.record
      const result = await rowFindings(engine, register, entries, found.get(id), clocks.get(id) ?? [])
      tally.findings.push(...result.findings, ...paperFindings(entries, papers.get(id) ?? []))
      if (result.erased) tally.erased += 1
      tally.records += 1
    }
  }
}

async function checkJournal(engine: Engine, progress: (done: number, of: number) => void): Promise<Tally> {
  const tally: Tally = { entries: 0, records: 0, erased: 0, erasedBy: new Set(), findings: [] }
  const total = (await engine.database.query<{ n: number }>('select count(*)::int as n from kernel.journal')).rows[0]!.n
  let before: JournalRow | null = null
  let open: Entry[] = []
  for (let at: [string, number] = ['00000000-0000-0000-0000-000000000000', 0]; ;) {
    const { rows } = await engine.database.query<JournalRow>(batchSql, at)
    const whole: Entry[][] = []
    for (const row of rows) {
      const body = JSON.parse(row.body) as EntryBody
      const first: boolean = before === null || before.record !== row.record
      if (first && open.length > 0) {
        whole.push(open)
        open = []
      }
      tally.findings.push(...entryFindings(row, body, first ? null : before))
      if (body.step === 'erase' && body.basis) tally.erasedBy.add(citationKey(body.basis))
      open.push({ ...body, previous: row.previous?.toString('hex') ?? null, hash: row.hash.toString('hex') })
      before = row
    }
    tally.entries += rows.length
    if (rows.length < 5000) {
      if (open.length > 0) whole.push(open)
      await checkRecords(engine, whole, tally)
      progress(tally.entries, total)
      return tally
    }
    await checkRecords(engine, whole, tally)
    progress(tally.entries, total)
    at = [rows.at(-1)!.record, rows.at(-1)!.version]
  }
}

async function checkOrphans(engine: Engine, findings: Finding[]): Promise<void> {
  for (const register of engine.house.registers.values()) {
    const { rows } = await engine.database.query<{ id: string }>(
      `select r.id from record."${tableOf(register.name)}" r where not exists (select 1 from kernel.journal j where j.record = r.id) limit 20`,
    )
    for (const row of rows) findings.push({ kind: 'row', record: row.id, what: `the row ${row.id} of ${register.name} has no entry` })
  }
}

async function checkLog(engine: Engine, findings: Finding[]): Promise<number> {
  const { database } = engine
  let frontier = emptyFrontier
  const roots = new Map(
    (await database.query<{ size: number; root: Buffer }>('select size, root from kernel.checkpoint order by size')).rows.map((row) => [
      row.size,
      row.root,
    ]),
  )
  for (let at = 0; ;) {
    const { rows } = await database.query<{ seq: number; leaf: Buffer; entry: Buffer | null; id: string }>(
      'select l.seq, l.hash as leaf, j.hash as entry, l.entry as id from kernel.leaf l left join kernel.journal j on j.id = l.entry where l.seq >= $1 order by l.seq limit 5000',
      [at],
    )
    for (const row of rows) {
      if (row.seq !== frontier.size) findings.push({ kind: 'leaf', what: `the log lacks leaf ${frontier.size}` })
      if (!row.entry || !row.leaf.equals(row.entry))
        findings.push({ kind: 'leaf', what: `leaf ${row.seq} is not the hash of its entry ${row.id}` })
      frontier = append(frontier, [leafHash(row.leaf)]).frontier
      const root = roots.get(frontier.size)
      if (root && !sameHash(root, rootOf(frontier)))
        findings.push({ kind: 'log', what: `the checkpoint at ${frontier.size} does not fit the leaves` })
    }
    if (rows.length < 5000) break
    at += rows.length
  }
  if (frontier.size > 0 && !sameHash(await rootAt(frontier.size, nodeReader(database)).catch(() => new Uint8Array(32)), rootOf(frontier)))
    findings.push({ kind: 'log', what: 'the stored nodes of the log do not fit its leaves' })
  return frontier.size
}

/** Checks everything; `clean` means that no finding was made. */
export async function verifyAll(engine: Engine, progress: (done: number, of: number) => void = () => undefined): Promise<Verified> {
  const tally = await checkJournal(engine, progress)
  await checkOrphans(engine, tally.findings)
  const leaves = await checkLog(engine, tally.findings)
  const { files, erasedFiles, findings } = await checkFiles(engine)
  tally.findings.push(...findings)
  return {
    clean: tally.findings.length === 0,
    entries: tally.entries,
    records: tally.records,
    leaves,
    erased: tally.erased,
    erasedBy: [...tally.erasedBy].sort(),
    files,
    erasedFiles,
    findings: tally.findings.slice(0, 200),
  }
}
