// The grade of a subject on any day over HTTP: each line with the records behind it, what would change it, under that day's rule.
import type { FastifyInstance } from 'fastify'
import { citationKey } from '../kernel/citation.ts'
import { dayOf, isDay, type Day } from '../kernel/day.ts'
import { kernelRefusals } from '../kernel/house-refusals.ts'
import { kindOf } from '../kernel/kinds.ts'
import { refusals } from '../kernel/refusal.ts'
import type { Scale } from '../kernel/scale.ts'
import { words } from '../kernel/words.ts'
import type { Engine } from '../store/engine.ts'
import { gradeFor } from '../store/scales/known.ts'
import type { GradedSubject } from '../store/scales/single.ts'
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

/** A key written wrongly names nobody, and is not graded as somebody of whom nothing is known. */
function keyAsked(engine: Engine, scale: Scale, raw: string): string {
  const field = engine.house.procedureOf(scale.of).of.fields[scale.key!]!
  const read = kindOf(field).parse(raw, field)
  return 'problem' in read ? pagingRefusals.refuse('wrong-value', { field: scale.key!, value: raw }) : String(read.value)
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
      if (caller.person.id === 'anyone') return kernelRefusals.refuse('not-signed-in')
      const [key, day] = [keyAsked(engine, scale, request.params.key), dayAsked(engine, request.query.on)]
      const graded = await gradeFor(engine, scale, caller.person, key, day)
      const language = languageOf(request)
      return graded === null ? kernelRefusals.refuse('not-found') : told(scale, graded, (text) => inLanguage(text, language))
    })
  }
}
