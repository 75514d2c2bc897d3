// The field: the inspector's day, and the sampling sheet that is filled without a network.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { citationKey, citedEver } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Fields } from '../../kernel/field.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { isUuid, uuidv7 } from '../../store/uuid.ts'
import { citedAs } from '../data/acts.ts'
import { dayView } from '../data/inspector-day.ts'
import { samplesToTake, samplingOf, sheetFields, takeSheet } from '../data/sampling-sheet.ts'
import { InspectorDayPage } from '../desk/inspector-day-page.tsx'
import type { FieldFrameProps } from '../desk/field-frame.tsx'
import { SheetPage } from '../desk/sheet-page.tsx'
import { keysFrom } from '../data/choosing.ts'
import { keyOf, problemsOf, valuesOf } from '../form-answers.ts'
import { fileProblems, keptFiles, receivingFor, type FormOf } from '../form-files.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import type { FormProblem } from '../site/form.tsx'
import type { Saying } from '../site/saying.ts'
import { fieldScript } from './page-scripts.ts'
import { callerFor, office, signedIn } from './sign-in.ts'

const dayTitle = words('现场检查日程', 'The day in the field')
const sheetTitle = words('抽样单', 'Sampling sheet')
const dayAddress = '/desk/inspections'
const sheetAddress = `${dayAddress}/sheet`

const frameOf = async (parts: PublicParts, visit: Visit, fields: Fields): Promise<FieldFrameProps> => ({
  fields,
  account: (await callerFor(parts, visit)).person.id,
  articles: articlesOf(parts.engine, visit.s),
  s: visit.s,
})

async function day(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const view = await dayView(parts.engine, await callerFor(parts, visit))
  const crumbs = [['/desk', office], ['', dayTitle]] as const
  const frame = await frameOf(parts, visit, sheetFields(parts.engine, []))
  return { title: dayTitle, crumbs, script: fieldScript, body: createElement(InspectorDayPage, { ...view, ...frame }) }
}

/** Names of the articles on which a sheet can be refused: without a network none can be asked for. */
function articlesOf({ house }: Engine, s: Saying): Readonly<Record<string, string>> {
  const bases = Object.values(house.systemOf('sample').refusals).flatMap(({ basis }) => (basis ? citedEver(basis) : []))
  const keys = bases.map(({ rule }) => citationKey(rule))
  return Object.fromEntries(keys.map((key) => [key, s.say(citedAs(key))]))
}

interface Shown {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly key: string
}

async function sheetPage(parts: PublicParts, visit: Visit, shown: Shown): Promise<Rendered> {
  const { engine } = parts
  const caller = await callerFor(parts, visit)
  const samples = await samplesToTake(engine, caller)
  const fields = sheetFields(engine, samples)
  const crumbs = [['/desk', office], [dayAddress, dayTitle], ['', sheetTitle]] as const
  return {
    title: sheetTitle,
    crumbs,
    script: fieldScript,
    status: shown.problems.length > 0 ? 422 : 200,
    body: createElement(SheetPage, {
      ...(await frameOf(parts, visit, fields)),
      ...{ samples, values: shown.values, problems: shown.problems },
      sampleFields: samplingOf(engine).of.fields,
      hidden: { _key: shown.key, _csrf: caller.csrf ?? '' },
      kept: await keptFiles(engine, caller.person, visit.form, fields),
    }),
  }
}

function blank(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const asked = visit.query['sample']
  const values = { sampledOn: dayOf(parts.engine.now()), ...(isUuid(asked) ? { sample: asked } : {}) }
  return sheetPage(parts, visit, { values, problems: [], key: uuidv7() })
}

async function take(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const caller = await callerFor(parts, visit)
  const key = keyOf(visit.form)
  const fields = sheetFields(parts.engine, [])
  const by = { engine: parts.engine, person: caller.person, s: visit.s }
  const values = { ...(await keysFrom(by, fields, valuesOf(fields, visit.form))), sample: visit.form.get('sample') ?? '' }
  const again = (problems: readonly FormProblem[]) => sheetPage(parts, visit, { values, problems, key })
  if (visit.refusedFiles.length > 0) return again(fileProblems(visit))
  try {
    const receipt = await takeSheet(parts.engine, caller, { sample: values.sample, key, answers: values })
    return { title: sheetTitle, body: null, redirect: visit.s.to(`/desk/sample/${receipt.record}`) }
  } catch (error) {
    return again(problemsOf(error, visit.s, 'sample'))
  }
}

/** The sheet is told by its mark before the first of its pictures is taken. */
const formOf =
  (parts: PublicParts) =>
  async (visit: Visit): Promise<FormOf> => {
    const { person } = await callerFor(parts, visit)
    return { register: 'sample', fields: samplingOf(parts.engine).steps['seal']!.asks ?? {}, person, key: keyOf(visit.form) }
  }

export function inspectionRoutes(app: FastifyInstance, parts: PublicParts): void {
  const receiving = receivingFor(parts.engine, formOf(parts))
  publicPage(app, dayAddress, signedIn(parts, (visit) => day(parts, visit)))
  const shown = signedIn(parts, (visit) => blank(parts, visit))
  publicPage(app, sheetAddress, shown, signedIn(parts, (visit) => take(parts, visit)), receiving)
}
