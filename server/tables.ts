// Tables over HTTP: the template of a register, import with a dry run, the error workbook, export of what is filtered.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { openingOf } from '../kernel/act.ts'
import { kindOf } from '../kernel/kinds.ts'
import { dutyFor } from '../kernel/permission.ts'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { AnyRecord, Register } from '../kernel/register.ts'
import { words } from '../kernel/words.ts'
import { fileNames } from '../store/attachments/open.ts'
import type { Engine } from '../store/engine.ts'
import { listFor, visibleFields } from '../store/records/read.ts'
import type { Caller } from './identity.ts'
import { needsScope } from './identity.ts'
import { importTable, type Imported } from './intake/import.ts'
import { intakeRefusals } from './intake/refusals.ts'
import { inMemory, limits } from './intake/table.ts'
import { harmless } from './intake/formula.ts'
import { errorWorkbook, listWorkbook, template } from './intake/workbook.ts'
import { inLanguage, languageOf } from './language.ts'
import { askedOf, nextCursor, type Query } from './paging.ts'
import type { Serving } from './registers.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostExported = 200_000

const list = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T])

/** Importing opens records: the duty of the opening is needed, wherever it reaches; each row is judged by its own place. */
function mayImport(engine: Engine, procedure: Procedure, caller: Caller): void {
  const duties = list(procedure.opens.by).map((duty) => engine.house.duty(procedure.of.name, duty))
  const held = caller.person.holdings.some((holding) => duties.includes(holding.duty))
  if (
    !held &&
    dutyFor(
      caller.person,
      duties,
      { area: null, office: null, owner: caller.person.id },
      { tree: engine.tree, day: dayOf(engine.now()) },
    ) === null
  )
    kernelRefusals.refuse(caller.person.id === 'anyone' ? 'not-signed-in' : 'not-yours', {
      step: procedure.opens.title?.zh ?? procedure.of.title.zh,
      duties: duties.join(', '),
    } as never)
}

async function uploaded(request: FastifyRequest): Promise<{ bytes: Uint8Array; fileName: string }> {
  const file = await request.file({ limits: { fileSize: limits.file } })
  if (!file) return intakeRefusals.refuse('not-a-table')
  const bytes = await file
    .toBuffer()
    .catch(() => intakeRefusals.refuse('too-large', { size: `> ${limits.file / 1024 / 1024}`, most: limits.file / 1024 / 1024 }))
  return { bytes, fileName: file.filename }
}

async function* pages(engine: Engine, register: Register, caller: Caller, query: Query): AsyncGenerator<readonly AnyRecord[]> {
  const visible = visibleFields(engine, register, caller.person)
  for (let after: string | undefined; ;) {
    const asked = askedOf(register, visible, { ...query, limit: '500', ...(after ? { after } : {}) })
    const page = await listFor(engine, register, caller.person, asked)
    yield page
    const next = nextCursor(page, asked.limit, asked.order)
    if (next === null) return
    after = next
  }
}

async function exported(
  engine: Engine,
  register: Register,
  caller: Caller,
  request: FastifyRequest,
): Promise<{ titles: string[]; rows: (string | null)[][] }> {
  const language = languageOf(request)
  const said = language === 'en' ? 'en' : 'zh'
  const visible = visibleFields(engine, register, caller.person)
  const procedure = engine.house.procedureOf(register.name)
  const titles = [words('编号', 'Number'), words('状态', 'State'), ...visible.map((name) => register.fields[name]!.title)].map((text) =>
    inLanguage(text, language),
  )
  const rows: (string | null)[][] = []
  for await (const page of pages(engine, register, caller, request.query as Query)) {
    const holdsFiles = visible.some((name) => register.fields[name]!.kind === 'files')
    const namesOf = await fileNames(engine, holdsFiles ? page.map((record) => record.id) : [])
    for (const record of page)
      rows.push([
        record.number,
        procedure.states[record.state]?.[said] ?? record.state,
        ...visible.map((name) => {
          const value = record[name as keyof AnyRecord]
          const field = register.fields[name]!
          if (field.kind === 'files') return namesOf(record.id, name) || null
          if (field.kind === 'rows' && value) return JSON.stringify(value)
          return value === null || value === undefined ? null : field.unit ? String(value) : kindOf(field).show(value, field, said)
        }),
      ])
    // A list that ends early without a word would be taken for the whole.
    if (rows.length > mostExported) intakeRefusals.refuse('too-many-rows', { rows: `> ${mostExported}`, most: mostExported })
  }
  return { titles, rows }
}

function importRoutes(app: FastifyInstance, serving: Serving, register: Register): void {
  const { engine } = serving
  const procedure = engine.house.procedureOf(register.name)
  const fields = openingOf(procedure).asks ?? {}
  const path = `/api/v1/registers/${register.name}`
  const schema = { tags: [engine.house.systemOf(register.name).name] }
  const imported = async (request: FastifyRequest): Promise<Imported> => {
    const caller = await serving.caller(request)
    needsScope(caller, 'write', register.name)
    mayImport(engine, procedure, caller)
    const { bytes, fileName } = await uploaded(request)
    return importTable(engine, {
      register: register.name,
      source: inMemory(fileName, bytes),
      person: caller.person,
      dryRun: (request.query as Query)['dry'] === 'true',
    })
  }

  app.get(`${path}/template.xlsx`, { schema: { ...schema, operationId: `template-${register.name}` } }, async (request, reply) =>
    reply
      .type(spreadsheet)
      .header('content-disposition', `attachment; filename="${register.name}-template.xlsx"`)
      .send(Buffer.from(await template(register.title, fields, languageOf(request)))),
  )

  app.post(`${path}/import`, { schema: { ...schema, operationId: `import-${register.name}` } }, async (request) => {
    const outcome = await imported(request)
    if (!outcome.dryRun) serving.acted()
    const language = languageOf(request)
    return {
      ...outcome,
      problems: outcome.problems.slice(0, 200).map((p) => ({
        line: p.line,
        field: p.field,
        code: p.code,
        words: inLanguage(p.words, language),
        remedy: inLanguage(p.remedy, language),
      })),
      problemCount: outcome.problems.length,
    }
  })

  app.post(`${path}/import/errors`, { schema: { ...schema, operationId: `import-errors-${register.name}` } }, async (request, reply) => {
    const outcome = await imported(Object.assign(request, { query: { ...(request.query as object), dry: 'true' } }))
    return reply
      .type(spreadsheet)
      .header('content-disposition', `attachment; filename="${register.name}-problems.xlsx"`)
      .send(Buffer.from(await errorWorkbook(outcome.problems, fields, languageOf(request))))
  })
}

function exportRoutes(app: FastifyInstance, serving: Serving, register: Register): void {
  const { engine } = serving
  const path = `/api/v1/registers/${register.name}`
  const schema = { tags: [engine.house.systemOf(register.name).name] }

  app.get(`${path}/export.csv`, { schema: { ...schema, operationId: `export-csv-${register.name}` } }, async (request, reply) => {
    const caller = await serving.caller(request)
    needsScope(caller, 'read', register.name)
    const { titles, rows } = await exported(engine, register, caller, request)
    // A byte order mark, so that Excel reads the file as UTF-8.
    const text = `\ufeff${stringify([titles, ...rows.map((row) => row.map((cell) => (cell === null ? '' : harmless(cell))))])}`
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${register.name}.csv"`).send(text)
  })

  app.get(`${path}/export.xlsx`, { schema: { ...schema, operationId: `export-xlsx-${register.name}` } }, async (request, reply) => {
    const caller = await serving.caller(request)
    needsScope(caller, 'read', register.name)
    const { titles, rows } = await exported(engine, register, caller, request)
    return reply
      .type(spreadsheet)
      .header('content-disposition', `attachment; filename="${register.name}.xlsx"`)
      .send(Buffer.from(await listWorkbook(inLanguage(register.title, languageOf(request)), titles, rows)))
  })
}

export function tableRoutes(app: FastifyInstance, serving: Serving): void {
  for (const register of serving.engine.house.registers.values()) {
    importRoutes(app, serving, register)
    exportRoutes(app, serving, register)
  }
}
