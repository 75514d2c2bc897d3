// The grade of a subject on any day over HTTP: each line with the records behind it, what would change it, under that day's rule.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { dayOf, isDay, type Day } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { dutyFor, readingDuties, type Person } from '../kernel/permission.ts'
import { refusals } from '../kernel/refusal.ts'
import type { Scale } from '../kernel/scale.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { listRecords } from '../store/records/list.ts'
import { gradeOne, type GradedSubject } from '../store/scales/single.ts'
import { needsScope } from './identity.ts'
import { inLanguage, languageOf } from './language.ts'
import { pagingRefusals } from './paging.ts'
import type { Serving } from './registers.ts'

const scaleRefusals = refusals('scale', {
  ahead: {
    status: 422,
    title: words('日期在将来', 'A day that has not come'),
    detail: words('{on} 还没有到，届时会计入什么还不知道。', '{on} has not come: what will count then nobody knows yet.'),
    remedy: words('请查询今天或者以前的日期；只因时间会发生的变化见 ahead。', 'Ask for today or before; what time alone will change stands in “ahead”.'),
  },
})

/**
 * Who may read every register that the scale counts, where the subject is or because it is theirs, may know its grade;
 * to others it is not there.
 */
async function mayKnow(engine: Engine, scale: Scale, person: Person, key: string): Promise<boolean> {
  const { of } = engine.house.procedureOf(scale.of)
  const [subject] = await listRecords(engine.database, of, { where: { field: scale.key!, is: key }, limit: 1, fields: ['area'] })
  const placed = { area: subject?.area ?? null, office: null, owner: null, parties: [key] }
  const at = { tree: engine.tree, day: dayOf(engine.now()) }
  return [...new Set(Object.values(scale.facts!).map(({ register }) => register))].every(
    (register) => dutyFor(person, readingDuties(engine.house, engine.house.procedureOf(register).of), placed, at) !== null,
  )
}

function dayAsked(engine: Engine, on: string | undefined): Day {
  const today = dayOf(engine.now())
  if (on === undefined) return today
  if (!isDay(on)) return pagingRefusals.refuse('wrong-value', { field: 'on', value: on })
  return on > today ? scaleRefusals.refuse('ahead', { field: 'on', on }) : on
}

function told(scale: Scale, graded: GradedSubject, say: (text: { zh: string; en: string }) => string) {
  const lines = scale.editions.flatMap((edition) => [...edition.lines, ...edition.vetoes])
  const about = (name: string) => lines.find((line) => line.name === name)
  return {
    ...graded,
    scale: scale.name,
    title: say(scale.title),
    basis: citationKey(scale.basis),
    lines: graded.lines.map((line) => {
      const declared = about(line.line)
      return { ...line, title: say(declared?.title ?? words(line.line, line.line)), basis: declared ? citationKey(declared.basis) : null }
    }),
    counted: graded.counted.map((record) => ({ ...record, register: scale.facts![record.fact]!.register })),
  }
}

export function scaleRoutes(app: FastifyInstance, { engine, caller: callerOf }: Serving): void {
  for (const scale of engine.house.scales.values()) {
    if (!scale.facts || !scale.key) continue
    const schema = {
      tags: ['scales'],
      summary: `${scale.title.en}: one subject on a day`,
      operationId: `grade-${scale.name}`,
      querystring: { type: 'object', properties: { on: { type: 'string', description: 'Day, today or before; today when left out' } } },
    }
    app.get<{ Params: { key: string }; Querystring: { on?: string } }>(`/api/v1/scales/${scale.name}/:key`, { schema }, async (request) => {
      const caller = await callerOf(request)
      for (const { register } of Object.values(scale.facts!)) needsScope(caller, 'read', register)
      const { key } = request.params
      if (caller.person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
      if (!(await mayKnow(engine, scale, caller.person, key))) return kernelRefusals.refuse('not-found')
      const graded = await gradeOne(engine, scale, key, dayAsked(engine, request.query.on))
      const language = languageOf(request)
      return graded === null ? kernelRefusals.refuse('not-found') : told(scale, graded, (text) => inLanguage(text, language))
    })
  }
}
