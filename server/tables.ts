// Tables over HTTP: the template of a register, import with a dry run, the error workbook, export of what is filtered.
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { openingOf } from '../kernel/act.ts'
import { heldOn } from '../kernel/permission.ts'
import { dayOf } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { asList, type Procedure } from '../kernel/procedure.ts'
import type { Register } from '../kernel/register.ts'
import type { Engine } from '../store/engine.ts'
import { countFor } from '../store/records/read.ts'
import { visibleFields } from '../store/records/sight.ts'
import type { Caller } from './identity.ts'
import { needsScope } from './identity.ts'
import { csvOf, exported, mostOnSheet, workbookOf, type Exporting } from './intake/export.ts'
import { importTable, type Imported } from './intake/import.ts'
import { offeredIn } from './intake/places.ts'
import { intakeRefusals } from './intake/refusals.ts'
import { inMemory, limits } from './intake/table.ts'
import { errorWorkbook, template } from './intake/workbook.ts'
import { inLanguage, languageOf } from './language.ts'
import { askedOf, type Query } from './paging.ts'
import type { Serving } from './registers.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Importing opens records: the duty of the opening is needed, wherever it reaches; each row is judged by its own place. */
function mayImport(engine: Engine, procedure: Procedure, caller: Caller): void {
  const duties = asList(procedure.opens.by).map((duty) => engine.house.duty(procedure.of.name, duty))
  if (heldOn(caller.person, duties, dayOf(engine.now())).length === 0)
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

/** What is asked for and who asks, looked at before the first byte is sent; refused where it does not fit on a sheet. */
async function exporting(serving: Serving, register: Register, request: FastifyRequest, most: number): Promise<Exporting> {
  const { engine } = serving
  const { person, ...caller } = await serving.caller(request)
  needsScope({ person, ...caller }, 'read', register.name)
  const { where, order, fields } = askedOf(register, visibleFields(engine, register, person), request.query as Query)
  // A list that ends early without a word would be taken for the whole.
  const rows = most === Infinity ? 0 : await countFor(engine, register, person, where)
  if (rows > most) intakeRefusals.refuse('too-many-rows', { rows, most })
  const asked = { ...(where ? { where } : {}), order, ...(fields ? { fields } : {}) }
  return { engine, register, person, language: languageOf(request), asked }
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
      .send(Buffer.from(await template(register.title, fields, languageOf(request), offeredIn(engine, languageOf(request))))),
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

  const named = (ending: string): string => `attachment; filename="${register.name}.${ending}"`

  app.get(`${path}/export.csv`, { schema: { ...schema, operationId: `export-csv-${register.name}` } }, async (request, reply) => {
    const asked = await exporting(serving, register, request, Infinity)
    const text = Readable.from(csvOf(exported(asked)), { objectMode: false })
    return reply.type('text/csv; charset=utf-8').header('content-disposition', named('csv')).send(text)
  })

  app.get(`${path}/export.xlsx`, { schema: { ...schema, operationId: `export-xlsx-${register.name}` } }, async (request, reply) => {
    const asked = await exporting(serving, register, request, mostOnSheet)
    const book = await workbookOf(inLanguage(register.title, languageOf(request)), exported(asked))
    return reply.type(spreadsheet).header('content-disposition', named('xlsx')).send(Readable.fromWeb(book as never))
  })
}

export function tableRoutes(app: FastifyInstance, serving: Serving): void {
  for (const register of serving.engine.house.registers.values()) {
    importRoutes(app, serving, register)
    exportRoutes(app, serving, register)
  }
}
