// `verify` over documents: each stands as it was issued, signed and served by its entries, or was erased with its person.
import type { Entry } from '../kernel/journal.ts'
import type { Database } from './database.ts'
import { paperDigest } from './records/documents.ts'

interface Service {
  readonly entry: string
  readonly way: string
  readonly state: string
  readonly served: string | null
}

export interface StoredPaper {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly entry: string
  readonly state: string
  readonly signatures: readonly { readonly duty: string; readonly entry: string }[]
  readonly paper: unknown
  readonly sealedPaper: string | null
  readonly services: readonly Service[]
}

const papersSql = `select d.record, d.id, d.form, d.number, d.entry, d.state, d.signatures, d.paper, d.sealed_paper as "sealedPaper",
  coalesce((select json_agg(json_build_object('entry', s.entry, 'way', s.way, 'state', s.state,
    'served', to_char(s.served at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) order by s.entry) from kernel.service s where s.document = d.id), '[]') as services
  from kernel.document d where d.record = any($1::uuid[])`

/** Documents of many records with their services, by record. */
export async function papersOf(database: Database, records: readonly string[]): Promise<ReadonlyMap<string, readonly StoredPaper[]>> {
  const { rows } = await database.query<StoredPaper & { record: string }>(papersSql, [records])
  const map = new Map<string, StoredPaper[]>()
  for (const row of rows) map.set(row.record, [...(map.get(row.record) ?? []), row])
  return map
}

type Expected = Omit<StoredPaper, 'paper' | 'sealedPaper'> & { readonly digest: string | undefined }

/** Documents as the entries make them. */
function foldPapers(entries: readonly Entry[]): ReadonlyMap<string, Expected> {
  const papers = new Map<string, Expected>()
  for (const entry of entries) {
    for (const { id, form, number, digest } of entry.documents)
      papers.set(id, { id, form, number, digest, entry: entry.id, state: 'issued', signatures: [], services: [] })
    const change = entry.paper
    const before = change && papers.get(change.id)
    if (!change || !before) continue
    if (change.does === 'void') papers.set(before.id, { ...before, state: 'void' })
    else if (change.does === 'sign') {
      const signatures = [...before.signatures, { duty: change.duty, entry: entry.id }]
      papers.set(before.id, { ...before, state: change.complete ? 'signed' : 'issued', signatures })
    } else {
      const service = { entry: entry.id, way: change.way, state: change.outcome, served: change.served }
      papers.set(before.id, { ...before, services: [...before.services, service] })
    }
  }
  return papers
}

const shape = (paper: Omit<Expected, 'digest'>): string =>
  JSON.stringify([
    paper.form,
    paper.number,
    paper.entry,
    paper.state,
    paper.signatures.map(({ duty, entry }) => [duty, entry]),
    paper.services.map(({ entry, way, state, served }) => [entry, way, state, served]).sort(),
  ])

interface PaperFinding {
  readonly kind: 'document'
  readonly record: string
  readonly what: string
}

/** What is wrong with the documents of one record. */
export function paperFindings(entries: readonly Entry[], stored: readonly StoredPaper[]): PaperFinding[] {
  const record = entries[0]!.record
  const finding = (what: string): PaperFinding => ({ kind: 'document', record, what })
  const expected = foldPapers(entries)
  const have = new Map(stored.map((paper) => [paper.id, paper]))
  const wrong = [...expected.values()].flatMap((paper) => {
    const found = have.get(paper.id)
    if (!found) return [finding(`the document ${paper.number} was issued and is not there`)]
    const erased = found.paper === null && found.sealedPaper === null
    const altered = paper.digest !== undefined && !erased && paperDigest(found) !== paper.digest
    return [
      ...(shape(found) === shape(paper) ? [] : [finding(`the document ${paper.number} is not what its entries say`)]),
      ...(altered ? [finding(`the paper of the document ${paper.number} was altered`)] : []),
    ]
  })
  return [...wrong, ...stored.filter((paper) => !expected.has(paper.id)).map((paper) => finding(`the document ${paper.number} stands in no entry`))]
}
