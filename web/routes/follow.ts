// Following a case with its number and code: what stands in it, its papers to take away, and the citizen's own steps.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { printed } from '../../server/documents.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { caseOf, visitor, type Case } from '../filing.ts'
import { followed, stepFields, takeStep } from '../follow.ts'
import { keysFrom } from '../data/choosing.ts'
import { keyOf, problemsOf, valuesOf } from '../form-answers.ts'
import { fileProblems, keptFiles, receivingFor } from '../form-files.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { FollowPage, type StepAsked } from '../site/follow-page.tsx'
import type { FormProblem } from '../site/form.tsx'

const title = words('查询进度', 'Follow a case')

const whose = ({ form }: Visit) => ({ number: form.get('number') ?? '', code: form.get('code') ?? '' })

/** Nobody is told whether the number or the code was wrong. */
function wrong(visit: Visit): Rendered {
  const { s } = visit
  const text = s.say(words('编号或查询码不正确', 'The number or the code is wrong'))
  const problems = [{ field: 'number', text, remedy: s.say(words('请对照回执重新输入', 'Compare with the receipt and type again')) }]
  return { title, status: 404, body: createElement(FollowPage, { found: null, problems, values: { number: whose(visit).number }, s }) }
}

const blank = async ({ s }: Visit): Promise<Rendered> => ({
  title,
  crumbs: [['', title]],
  body: createElement(FollowPage, { found: null, problems: [], values: {}, s }),
})

export function followRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  const sought = (visit: Visit): Promise<Case> => caseOf(engine, whose(visit).number, whose(visit).code)

  /** The form of the step that she chose; while material is asked for, supplying it needs no choosing. */
  async function chosen(visit: Visit, found: Case, name: string | null, problems: readonly FormProblem[]): Promise<StepAsked | null> {
    const step = name === null ? undefined : engine.house.procedureOf(found.filing.register).steps[name]
    if (!name || !step) return null
    const fields = stepFields(engine, found, name)
    const kept = await keptFiles(engine, visitor(found.record.id), visit.form, fields)
    const hidden = { ...whose(visit), _key: problems.length > 0 ? keyOf(visit.form) : uuidv7(), _do: name }
    return { name, title: step.title, fields, hidden, kept }
  }
  async function page(visit: Visit, found: Case, name: string | null, problems: readonly FormProblem[] = []): Promise<Rendered> {
    const shown = await followed(engine, found)
    const first = found.record.state === 'completing' ? 'complete' : null
    const step = await chosen(visit, found, name ?? first, problems)
    return {
      title,
      crumbs: [['/follow', title]],
      status: problems.length > 0 ? 422 : 200,
      body: createElement(FollowPage, {
        found: { ...shown, whose: whose(visit), step },
        problems,
        values: step && problems.length > 0 ? valuesOf(step.fields, visit.form) : {},
        s: visit.s,
      }),
    }
  }
  async function post(visit: Visit): Promise<Rendered> {
    const found = await sought(visit).catch((error: unknown) => (error instanceof Refusal ? null : Promise.reject(error)))
    if (!found) return wrong(visit)
    const name = visit.form.get('_do')
    if (name === null) return page(visit, found, visit.form.get('_choose'))
    const fields = stepFields(engine, found, name)
    if (visit.refusedFiles.length > 0) return page(visit, found, name, fileProblems(visit))
    try {
      const by = { engine, person: visitor(found.record.id), s: visit.s }
      await takeStep(engine, found, name, await keysFrom(by, fields, valuesOf(fields, visit.form)), keyOf(visit.form))
    } catch (error) {
      return page(visit, found, name, problemsOf(error, visit.s, Object.keys(fields)[0]))
    }
    return page(visit, await sought(visit), null)
  }
  const receiving = receivingFor(engine, async (visit) => {
    const found = await sought(visit)
    const fields = stepFields(engine, found, visit.form.get('_do') ?? '')
    return { register: found.filing.register, fields, person: visitor(found.record.id), key: keyOf(visit.form) }
  })
  publicPage(app, '/follow', blank, post, receiving)
}

/** Number and code are sent in the body, so that they stand in no address, history or log. */
export function paperRoutes(app: FastifyInstance, { engine, keys }: PublicParts): void {
  publicPage(app, '/follow/paper', blank, async (visit) => {
    const { number, code } = whose(visit)
    const found = await caseOf(engine, number, code).catch((error: unknown) => (error instanceof Refusal ? null : Promise.reject(error)))
    if (!found) return wrong(visit)
    const [id = '', ending] = (visit.form.get('paper') ?? '').split('.')
    const format = ending === 'docx' ? 'docx' : 'pdf'
    const { bytes, mediaType } = await printed({ engine, keys }, visitor(found.record.id), id, format)
    return { title, body: null, file: { name: `${id}.${format}`, bytes, mediaType } }
  })
}
