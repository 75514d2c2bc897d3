// Reading inside the transaction of an act: counts, single records, and questions whose answers are written down.
import { fits } from '../../kernel/filter.ts'
import type { Reading } from '../../kernel/procedure.ts'
import type { WrittenAnswer } from '../../kernel/question.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import type { Database, Session } from '../database.ts'
import type { Engine } from '../engine.ts'
import { gradesOf } from '../scales/single.ts'
import { countRecords, listRecords } from './list.ts'

/** What `confirm` of an act of that day may look at; answers that are asked for are pushed to `asked`. */
export function reading(engine: Engine, at: Database | Session, asked: WrittenAnswer[], { now, day }: { now: Instant; day: Day }): Reading {
  const register = (name: string) => engine.house.procedureOf(name).of
  const port: Reading = {
    now,
    under: (area) => engine.tree.under(area, day),
    count: (name, where) => countRecords(at, register(name), fits(where)),
    first: async (name, where) => (await listRecords(at, register(name), { where: fits(where), limit: 1 }))[0] ?? null,
    list: (name, where, most = 1000) => listRecords(at, register(name), { where: fits(where), limit: most }),
    alone: async (matter) => void (await at.query('select pg_advisory_xact_lock(hashtextextended($1, 7203332))', [matter])),
    grades: (scale, keys) => gradesOf(engine, engine.house.scales.get(scale)!, keys, day, at),
    async ask(name, what) {
      const question = engine.house.questions.get(name)
      if (!question) throw new Error(`fault: nobody declared the question ${name}`)
      const answer = engine.house.answers.get(name)
      const value = answer ? await answer.gives(what, port) : question.otherwise
      asked.push({ question: name, asked: what, value, origin: answer ? 'answered' : 'default', asOf: now })
      return value
    },
  }
  return port
}
