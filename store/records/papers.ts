// Documents as people may see them: those of a record, those that lie in the inbox of the person concerned, and the paper itself.
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Paper } from '../../kernel/paper.ts'
import type { Person } from '../../kernel/permission.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { formsIssued } from '../../kernel/standing-steps.ts'
import type { Words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'
import type { DocumentFound } from '../seals.ts'
import type { Sees } from './history.ts'
import { listRecords } from './list.ts'
import { openValues } from './personal.ts'
import { readWithClocks } from './read.ts'
import { placing, sightOf } from './sight.ts'
import { isUuid } from '../uuid.ts'

interface Stored extends DocumentFound {
  readonly state: string
  readonly signatures: readonly { readonly duty: string; readonly at: string }[]
  readonly services: readonly { readonly way: string; readonly state: string; readonly served: string | null; readonly sent: string }[]
  readonly paper: Paper | null
  readonly sealed_paper: string | null
  readonly subject: string | null
}

export interface DocumentShown extends DocumentFound {
  readonly title: Words
  /** Issued, signed by all, or void. */
  readonly state: string
  readonly signedBy: readonly string[]
  /** Duties whose signature is missing. */
  readonly toSign: readonly string[]
  readonly services: Stored['services']
  /** Day on which it counts as received. */
  readonly served: string | null
}

const columns = `d.id, d.form, d.number, d.register, d.record, d.issued, d.authority, d.state, d.signatures, d.paper, d.sealed_paper, d.subject,
  coalesce((select json_agg(json_build_object('way', s.way, 'state', s.state, 'sent', s.sent,
    'served', to_char(s.served at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) order by s.sent) from kernel.service s where s.document = d.id), '[]') as services`

function shown(engine: Engine, row: Stored): DocumentShown {
  const form = engine.house.documents.get(row.form)
  const signedBy = row.signatures.map((signature) => signature.duty)
  // Who is found while it is announced has it from that day.
  const served = row.services.flatMap((service) => (service.state === 'served' ? (service.served ?? []) : [])).sort()[0] ?? null
  return {
    id: row.id,
    form: row.form,
    number: row.number,
    register: row.register,
    record: row.record,
    issued: row.issued,
    authority: row.authority,
    title: form?.title ?? { zh: row.form, en: row.form },
    state: row.state,
    signedBy,
    toSign: row.state === 'void' ? [] : (form?.signedBy ?? []).filter((duty) => !signedBy.includes(duty)),
    services: row.services,
    served,
  }
}

/** Documents of a record that are for one of the duties that reach it; the caller has made sure of the record. */
export async function documentsOf(engine: Engine, register: string, record: string, sees: Sees): Promise<readonly DocumentShown[]> {
  const { rows } = await engine.database.query<Stored>(
    `select ${columns} from kernel.document d where d.register = $1 and d.record = $2 order by d.issued, d.number`,
    [register, record],
  )
  return rows.filter((row) => isReadable(engine, row, sees)).map((row) => shown(engine, row))
}

const isReadable = (engine: Engine, { form }: Stored, sees: Sees): boolean => sees({ shownTo: engine.house.documents.get(form)?.readBy })

export interface DocumentRead {
  readonly found: DocumentFound
  readonly paper: Paper
  readonly isVoid: boolean
}

/** The frozen paper of a document, for those who may read its record and its form. */
export async function documentFor(engine: Engine, person: Person, id: string): Promise<DocumentRead> {
  const sought = isUuid(id)
  const { rows } = sought
    ? await engine.database.query<Stored>(`select ${columns} from kernel.document d where d.id = $1`, [id])
    : { rows: [] }
  const row = rows[0]
  if (!row) return kernelRefusals.refuse('not-found')
  const { sees } = await readWithClocks(engine, engine.house.procedureOf(row.register).of, person, row.record)
  if (!isReadable(engine, row, sees)) kernelRefusals.refuse('not-found')
  return { found: row, paper: await opened(engine, row), isVoid: row.state === 'void' }
}

async function opened(engine: Engine, row: Stored): Promise<Paper> {
  if (row.paper) return row.paper
  const key = row.subject && (await engine.keys.key(row.subject, row.register))
  return key && row.sealed_paper ? (openValues(key, row.sealed_paper) as Paper) : kernelRefusals.refuse('gone')
}

const issuing = (procedure: Procedure): boolean => formsIssued(procedure).length > 0

/** Documents addressed to the person: of the records that they opened, or that concern a body for which they speak; newest first. */
export async function inboxOf(engine: Engine, person: Person, limit = 200): Promise<readonly DocumentShown[]> {
  const personal = { ...person, holdings: person.holdings.filter((h) => h.reach === 'own' || h.reach === 'party') }
  const lists = await Promise.all(
    [...engine.house.procedures.values()].filter(issuing).map(async ({ of }) => {
      const { reach, seesOn } = sightOf(engine, of, personal)
      const records = await listRecords(engine.database, of, { where: reach, limit, fields: placing(of) })
      const sees = new Map(records.map((record) => [record.id, seesOn(record)]))
      const { rows } = await engine.database.query<Stored>(
        `select ${columns} from kernel.document d where d.register = $1 and d.record = any($2::uuid[]) order by d.issued desc limit $3`,
        [of.name, [...sees.keys()], limit],
      )
      return rows.filter((row) => row.state !== 'void' && isReadable(engine, row, sees.get(row.record)!)).map((row) => shown(engine, row))
    }),
  )
  return lists
    .flat()
    .sort((a, b) => b.issued.localeCompare(a.issued))
    .slice(0, limit)
}
