// The citizen's pages: complaining, reporting a breach or a defect, following a case, outcomes in public, the damages calculator.
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { createElement } from 'react'
import type { Fields } from '../../kernel/field.ts'
import { sealAddress } from '../../kernel/trust/seal.ts'
import { words } from '../../kernel/words.ts'
import { sealDocument, type DocumentFound } from '../../store/seals.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { keysFrom, namesFrom, offersFor } from '../data/choosing.ts'
import { file, filings, openingFields, visitor, type Filing } from '../filing.ts'
import { keyOf, problemsOf, valuesOf } from '../form-answers.ts'
import { fileProblems, keptFiles, receivingFor } from '../form-files.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { complaintForm, defectForm, FilingPage, ReceiptPage, reportForm, type FilingForm } from '../site/citizen-pages.tsx'
import type { FormProblem } from '../site/form.tsx'
import { damagesRoutes } from './damages.ts'
import { followRoutes, paperRoutes } from './follow.ts'

async function receiptQr(parts: PublicParts, document: string | undefined): Promise<string | null> {
  if (!document) return null
  const { rows } = await parts.engine.database.query<DocumentFound>(
    'select id, form, number, register, record, issued, authority from kernel.document where id = $1',
    [document],
  )
  if (!rows[0]) return null
  const proof = await sealDocument(parts.engine, parts.keys, rows[0])
  return QRCode.toString(sealAddress(parts.keys.history.site, proof), { type: 'svg', errorCorrectionLevel: 'M', margin: 1 })
}

/** Of the opening's questions, those that the form shows. */
const shownOf = (fields: Fields, form: FilingForm): Fields =>
  Object.fromEntries(form.groups.flatMap((group) => group.names).map((name) => [name, fields[name]!]))

function filingRoutes(app: FastifyInstance, parts: PublicParts, filing: Filing, form: FilingForm): void {
  const { engine } = parts
  const fields = shownOf(openingFields(engine, filing), form)
  const receiving = receivingFor(engine, async ({ form: sent }) => {
    if (!sent.has('_key')) sent.set('_key', uuidv7())
    const key = keyOf(sent)
    return { register: filing.register, fields, person: visitor(key), key }
  })
  const blank = async (visit: Visit, problems: readonly FormProblem[], key: string): Promise<Rendered> => {
    const by = { engine, person: visitor(key), s: visit.s }
    return {
      title: form.title,
      crumbs: [['', form.title]],
      status: problems.length > 0 ? 422 : 200,
      body: createElement(FilingPage, {
        form,
        fields,
        values: await namesFrom(by, fields, valuesOf(fields, visit.form)),
        problems,
        key_: key,
        kept: await keptFiles(engine, visitor(key), visit.form, fields),
        offers: await offersFor(by, fields),
        s: visit.s,
      }),
    }
  }
  async function send(visit: Visit): Promise<Rendered> {
    const key = keyOf(visit.form)
    if (visit.refusedFiles.length > 0) return blank(visit, fileProblems(visit), key)
    try {
      const by = { engine, person: visitor(key), s: visit.s }
      const { receipt, code, due } = await file(engine, filing, await keysFrom(by, fields, valuesOf(fields, visit.form)), key)
      const document = receipt.documents[0]
      const qr = await receiptQr(parts, document?.id)
      const props = { form, number: receipt.number ?? '', code, document: document?.number ?? null, due, qr, s: visit.s }
      return { title: form.title, crumbs: [[form.path, form.title]], body: createElement(ReceiptPage, props) }
    } catch (error) {
      return blank(visit, problemsOf(error, visit.s, form.groups[0]!.names[0]!), key)
    }
  }
  publicPage(app, form.path, async (visit) => blank(visit, [], uuidv7()), send, receiving)
}

export function citizenRoutes(app: FastifyInstance, parts: PublicParts): void {
  filingRoutes(app, parts, filings.complaint, complaintForm)
  filingRoutes(app, parts, filings.report, reportForm)
  filingRoutes(app, parts, filings.defect, defectForm)
  followRoutes(app, parts)
  paperRoutes(app, parts)
  damagesRoutes(app, parts)
  // Outcomes are one of the publications; the address of the menu leads to it.
  publicPage(app, '/complaints', async ({ s }) => ({
    title: words('投诉公示', 'Complaints in public'),
    body: null,
    redirect: s.to('/data/complaint-outcomes'),
  }))
}
