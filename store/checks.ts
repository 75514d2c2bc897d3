// The checks of the house over the records that a person may read: how many are wrong, and the first of them.
import type { Check } from '../kernel/check.ts'
import type { Filter } from '../kernel/filter.ts'
import type { Person } from '../kernel/permission.ts'
import type { AnyRecord } from '../kernel/register.ts'
import type { Engine } from './engine.ts'
import { countRecords, listRecords } from './records/list.ts'
import { isNothing, reachOf } from './records/sight.ts'

export interface Checked {
  readonly check: Check
  readonly count: number
  /** The search ended at its bound; there may be more. */
  readonly more: boolean
  readonly first: readonly AnyRecord[]
}

const shownFirst = 20
const pageSize = 500
/** Records that a check with a rule of its own looks at; beyond it the answer says that there may be more. */
const mostJudged = 20_000

async function judged(engine: Engine, check: Check, where: Filter): Promise<Omit<Checked, 'check'>> {
  const { of } = engine.house.procedureOf(check.of)
  const wrong: AnyRecord[] = []
  let looked = 0
  for (let after: { value: unknown; id: string } | undefined; ; ) {
    const page = await listRecords(engine.database, of, {
      where,
      limit: pageSize,
      order: { field: 'opened', descending: false },
      ...(after ? { after } : {}),
    })
    looked += page.length
    wrong.push(...page.filter((record) => check.wrong!(record)))
    const last = page.at(-1)
    if (page.length < pageSize || looked >= mostJudged || last === undefined)
      return { count: wrong.length, more: page.length === pageSize, first: wrong.slice(0, shownFirst) }
    after = { value: last.opened, id: last.id }
  }
}

async function counted(engine: Engine, check: Check, where: Filter): Promise<Omit<Checked, 'check'>> {
  const { of } = engine.house.procedureOf(check.of)
  const [count, first] = await Promise.all([
    countRecords(engine.database, of, where),
    listRecords(engine.database, of, { where, limit: shownFirst }),
  ])
  return { count, more: false, first }
}

/** Runs every check on a register that the person reads, within their reach. */
export async function runChecks(engine: Engine, person: Person): Promise<readonly Checked[]> {
  const mine = engine.house.checks.flatMap((check) => {
    const reach = reachOf(engine, engine.house.procedureOf(check.of).of, person)
    return isNothing(reach) ? [] : [{ check, where: { all: [reach, check.among] } as Filter }]
  })
  return Promise.all(
    mine.map(async ({ check, where }) => ({ check, ...(await (check.wrong ? judged : counted)(engine, check, where)) })),
  )
}
