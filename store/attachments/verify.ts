// Verification: every file that an entry names is referred to, whole and unaltered, or erased by article; nothing else lies there.
import { createHash } from 'node:crypto'
import type { FileBrought } from '../../kernel/fields/files.ts'
import type { Entry } from '../../kernel/journal.ts'
import type { Engine } from '../engine.ts'

export interface FileFinding {
  readonly kind: 'file'
  readonly record?: string
  readonly what: string
}

interface Use {
  readonly record: string
  readonly field: string
  readonly hash: string
  readonly entry: string
  readonly size: number | null
  readonly kind: string | null
  readonly file_name: string | null
  readonly erased: string | null
}

const usesSql = `select u.record, u.field, u.hash, u.entry, a.size, a.kind, u.file_name, u.erased
  from kernel.attachment_use u left join kernel.attachment a on a.hash = u.hash where u.record = any($1::uuid[])`

const says = (use: Use, entry: string, file: FileBrought): boolean =>
  use.entry === entry && use.size === file.size && use.kind === file.kind && (file.name === undefined || use.file_name === file.name)

function ofRecord(entries: readonly Entry[], uses: readonly Use[]): FileFinding[] {
  const record = entries[0]!.record
  const finding = (what: string): FileFinding => ({ kind: 'file', record, what })
  const erasedIn = entries.some((entry) => entry.step === 'erase')
  const left = new Map(uses.map((use) => [`${use.field}/${use.hash}`, use]))
  const findings: FileFinding[] = []
  for (const entry of entries)
    for (const file of entry.files ?? []) {
      const key = `${file.field}/${file.hash}`
      const use = left.get(key)
      left.delete(key)
      if (!use) findings.push(finding(`the file ${file.hash} of ${record} is named by its entry and referred to by nothing`))
      else if (!says(use, entry.id, file))
        findings.push(finding(`the reference to the file ${file.hash} of ${record} is not what its entry says`))
      else if (use.erased !== null && (!erasedIn || use.file_name !== null))
        findings.push(finding(`the file ${file.hash} of ${record} is marked as erased, and no entry says so`))
    }
  for (const use of left.values()) findings.push(finding(`the reference to the file ${use.hash} of ${record} stands in no entry`))
  return findings
}

/** Compares the references with the entries, some records at a time. */
export async function checkReferences(engine: Engine, groups: readonly (readonly Entry[])[]): Promise<readonly FileFinding[]> {
  const { rows } = await engine.database.query<Use>(usesSql, [groups.map((group) => group[0]!.record)])
  const uses = new Map<string, Use[]>()
  for (const row of rows) uses.set(row.record, [...(uses.get(row.record) ?? []), row])
  return groups.flatMap((entries) => ofRecord(entries, uses.get(entries[0]!.record) ?? []))
}

interface Stored {
  readonly hash: string
  readonly removed: string | null
  readonly live: boolean
}

const storedSql = `select a.hash, a.removed, exists (select 1 from kernel.attachment_use u where u.hash = a.hash and u.erased is null) as live
  from kernel.attachment a where a.hash > $1 order by a.hash limit 1000`

async function digestOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of bytes) digest.update(chunk)
  return digest.digest('hex')
}

async function ofBytes(engine: Engine, row: Stored): Promise<string | null> {
  const bytes = await engine.files.read(row.hash)
  if (row.removed !== null) return bytes === null ? null : `the file ${row.hash} was erased and still lies in the store`
  // What only waits may be missing: its upload was killed before anybody was told of it.
  if (bytes === null) return row.live ? `the file ${row.hash} is missing from the store` : null
  return (await digestOf(bytes)) === row.hash ? null : `the file ${row.hash} was altered: its hash does not fit`
}

export interface FilesVerified {
  readonly files: number
  readonly erasedFiles: number
  readonly findings: readonly FileFinding[]
}

const strayUsesSql = 'select hash, record from kernel.attachment_use u where not exists (select 1 from kernel.journal j where j.id = u.entry) limit 20'

async function unknownFiles(engine: Engine): Promise<FileFinding[]> {
  const { rows: stray } = await engine.database.query<{ hash: string; record: string }>(strayUsesSql)
  const findings = stray.map(({ hash, record }): FileFinding => ({ kind: 'file', record, what: `the reference to the file ${hash} names no entry` }))
  const ask = async (hashes: readonly string[]) => {
    const { rows } = await engine.database.query<{ hash: string }>(
      'select h as hash from unnest($1::text[]) h where not exists (select 1 from kernel.attachment a where a.hash = h)',
      [hashes],
    )
    findings.push(...rows.map(({ hash }): FileFinding => ({ kind: 'file', what: `the file ${hash} lies in the store and nothing refers to it` })))
  }
  let batch: string[] = []
  for await (const hash of engine.files.hashes()) {
    batch.push(hash)
    if (batch.length === 1000) await ask(batch.splice(0))
  }
  if (batch.length > 0) await ask(batch)
  return findings
}

/** Reads every stored byte once; needs no key, since hashes are of what is stored. */
export async function checkFiles(engine: Engine): Promise<FilesVerified> {
  const findings: FileFinding[] = []
  let [files, erasedFiles] = [0, 0]
  for (let at = ''; ; ) {
    const { rows } = await engine.database.query<Stored>(storedSql, [at])
    for (const row of rows) {
      const what = await ofBytes(engine, row)
      if (what) findings.push({ kind: 'file', what })
      if (row.removed === null) files += 1
      else erasedFiles += 1
    }
    if (rows.length < 1000) return { files, erasedFiles, findings: [...findings, ...(await unknownFiles(engine))] }
    at = rows.at(-1)!.hash
  }
}
