// Complaining, following a case, and the damages calculator.
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { createElement } from 'react'
import { dayOf, isDay } from '../../kernel/day.ts'
import { inForce } from '../../kernel/act.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { sealAddress } from '../../kernel/trust/seal.ts'
import { words } from '../../kernel/words.ts'
import { sealDocument, type DocumentFound } from '../../store/seals.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { damageHeads, damagesFor, type DamageHead } from '../../systems/oversight/complaints/index.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { caseOf, complain, complaintFields, followed, supply, supplyFields, visitor } from '../complain.ts'
import { fileProblems, keptFiles, receivingFor } from '../form-files.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { ComplainPage, complaintGroups, DamagesPage, FollowPage, ReceiptPage } from '../site/citizen-pages.tsx'
import type { FormProblem } from '../site/form.tsx'
import type { Saying } from '../site/saying.ts'

const titles = {
  complain: words('我要投诉', 'Make a complaint'),
  follow: words('查询进度', 'Follow a case'),
  damages: words('赔偿计算', 'Damages calculator'),
}

/** What the reader sees of a refusal beside the fields that it names. */
function problemsOf(error: unknown, s: Saying): readonly FormProblem[] {
  if (!(error instanceof Refusal)) throw error
  if (error.problems.length > 0) return error.problems.map((p) => ({ field: p.field, text: s.say(p.words), remedy: s.say(p.remedy) }))
  return [{ field: error.field ?? 'traderName', text: s.say(error.detail), remedy: s.say(error.remedy) }]
}

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

function answersOf(form: URLSearchParams): Record<string, unknown> {
  const names = complaintGroups.flatMap((group) => group.names)
  return Object.fromEntries(names.map((name) => [name, name === 'claims' || name === 'evidence' ? form.getAll(name) : (form.get(name) ?? '')]))
}

const keyOf = (form: URLSearchParams): string => {
  const key = form.get('_key') ?? ''
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key) ? key : uuidv7()
}

function complainRoutes(app: FastifyInstance, parts: PublicParts): void {
  const { engine } = parts
  const fields = complaintFields(engine)
  const receiving = receivingFor(engine, async ({ form: sent }) => {
    if (!sent.has('_key')) sent.set('_key', uuidv7())
    const key = keyOf(sent)
    return { register: 'complaint', fields, person: visitor(key), key }
  })
  const form = async (visit: Visit, problems: readonly FormProblem[], key: string): Promise<Rendered> => ({
    title: titles.complain,
    crumbs: [['', titles.complain]],
    status: problems.length > 0 ? 422 : 200,
    body: createElement(ComplainPage, {
      fields,
      values: answersOf(visit.form) as Record<string, string>,
      problems,
      key_: key,
      kept: await keptFiles(engine, visitor(key), visit.form, fields),
      s: visit.s,
    }),
  })
  publicPage(
    app,
    '/complain',
    async (visit) => form(visit, [], uuidv7()),
    async (visit) => {
      const key = keyOf(visit.form)
      if (visit.refusedFiles.length > 0) return form(visit, fileProblems(visit), key)
      try {
        const { receipt, code, due } = await complain(engine, answersOf(visit.form), key)
        const document = receipt.documents[0]
        const qr = await receiptQr(parts, document?.id)
        return {
          title: titles.complain,
          crumbs: [['/complain', titles.complain]],
          body: createElement(ReceiptPage, {
            number: receipt.number ?? '',
            code,
            document: document?.number ?? null,
            due,
            qr,
            s: visit.s,
          }),
        }
      } catch (error) {
        return form(visit, problemsOf(error, visit.s), key)
      }
    },
    receiving,
  )
}

/** The page of a case; while material is asked for it takes it, as the complainant who has number and code. */
function followRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  const fields = supplyFields(engine)
  const page = async (visit: Visit, record: AnyRecord, problems: readonly FormProblem[]): Promise<Rendered> => {
    const { missing, ...found } = await followed(engine, record)
    const { form, s } = visit
    const hidden = { number: form.get('number') ?? '', code: form.get('code') ?? '', _key: problems.length > 0 ? keyOf(form) : uuidv7(), _do: 'supply' }
    const kept = await keptFiles(engine, visitor(record.id), form, fields)
    const supplied = record.state === 'completing' ? { supply: { title: words('补充材料', 'Supply material'), missing, fields, hidden, kept } } : {}
    const values = { supplied: form.get('supplied') ?? '', evidence: form.getAll('evidence') }
    return {
      title: titles.follow,
      crumbs: [['/follow', titles.follow]],
      status: problems.length > 0 ? 422 : 200,
      body: createElement(FollowPage, { found: { ...found, ...supplied }, problems, values, s }),
    }
  }
  const wrong = ({ s, form }: Visit): Rendered => {
    const text = s.say(words('编号或查询码不正确', 'The number or the code is wrong'))
    const problems = [{ field: 'number', text, remedy: s.say(words('请对照回执重新输入', 'Compare with the receipt and type again')) }]
    const values = { number: form.get('number') ?? '' }
    return { title: titles.follow, status: 404, body: createElement(FollowPage, { found: null, problems, values, s }) }
  }
  const sought = ({ form }: Visit) => caseOf(engine, form.get('number') ?? '', form.get('code') ?? '')
  const post = async (visit: Visit): Promise<Rendered> => {
    const record = await sought(visit).catch((error: unknown) => (error instanceof Refusal ? null : Promise.reject(error)))
    if (!record) return wrong(visit)
    if (visit.form.get('_do') !== 'supply') return page(visit, record, [])
    if (visit.refusedFiles.length > 0) return page(visit, record, fileProblems(visit))
    try {
      await supply(engine, record, { supplied: visit.form.get('supplied') ?? '', evidence: visit.form.getAll('evidence') }, keyOf(visit.form))
      return page(visit, await sought(visit), [])
    } catch (error) {
      return page(visit, record, problemsOf(error, visit.s))
    }
  }
  const empty = async ({ s }: Visit): Promise<Rendered> => ({
    title: titles.follow,
    crumbs: [['', titles.follow]],
    body: createElement(FollowPage, { found: null, problems: [], values: {}, s }),
  })
  const receiving = receivingFor(engine, async (visit) => {
    const record = await sought(visit)
    return { register: 'complaint', fields, person: visitor(record.id), key: keyOf(visit.form) }
  })
  publicPage(app, '/follow', empty, post, receiving)
}

export function citizenRoutes(app: FastifyInstance, parts: PublicParts): void {
  complainRoutes(app, parts)
  followRoutes(app, parts)
  damagesRoutes(app, parts)
}

function damagesRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  publicPage(
    app,
    '/damages',
    async ({ s }) => ({
      title: titles.damages,
      crumbs: [['', titles.damages]],
      body: createElement(DamagesPage, { outcome: null, values: {}, problems: [], s }),
    }),
    async ({ s, form }) => {
      const values = Object.fromEntries(form) as Record<string, string>
      const bought = isDay(values['bought'] ?? '') ? values['bought']! : dayOf(engine.now())
      const head = (values['head'] ?? '') in damageHeads ? (values['head'] as DamageHead) : null
      const decimal = (text: string | undefined) => (text && /^\d{1,12}(\.\d{1,2})?$/.test(text) ? text : null)
      if (!head)
        return {
          title: titles.damages,
          status: 422,
          body: createElement(DamagesPage, {
            outcome: null,
            values,
            problems: [{ field: 'head', text: s.say(words('请选择情形', 'Choose a case')), remedy: '' }],
            s,
          }),
        }
      try {
        const outcome = damagesFor({ head, price: decimal(values['price']), loss: decimal(values['loss']) }, (name) =>
          inForce(engine.parameters, name, bought),
        )
        return {
          title: titles.damages,
          crumbs: [['/damages', titles.damages]],
          body: createElement(DamagesPage, { outcome, values, problems: [], s }),
        }
      } catch (error) {
        return {
          title: titles.damages,
          status: 422,
          body: createElement(DamagesPage, { outcome: null, values, problems: problemsOf(error, s), s }),
        }
      }
    },
  )
}
