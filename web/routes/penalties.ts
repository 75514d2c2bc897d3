// Penalties in public: the list, one decision while its term runs, and what was taken back with the reason.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { refusals, Refusal } from '../../kernel/refusal.ts'
import { cite } from '../../kernel/citation.ts'
import { words } from '../../kernel/words.ts'
import type { Filter } from '../../kernel/filter.ts'
import { endText, onePublished, pageEnd, publicationOf, publishedPage, sealedAs } from '../data/published.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { PenaltiesPage, PenaltyPage, type PenaltyQuery, type TakenBack } from '../site/penalties-pages.tsx'

const title = words('行政处罚', 'Penalties')

const gone = refusals('penalties', {
  withdrawn: {
    status: 410,
    title: words('这项公示已经撤回', 'This publication was taken back'),
    detail: words('{number} 号处罚决定已被依法撤销，公示于 {day} 撤回，不再显示当事人和内容。', 'The decision {number} was annulled; its publication was taken back on {day}, and neither party nor content is shown any more.'),
    remedy: words('曾经转载的，请一并撤下。', 'Whoever copied it should take the copy down too.'),
    basis: cite('penalty-publication-rules', '11'),
  },
  'only-warned': {
    status: 410,
    title: words('这项处罚不予公示', 'This penalty is not published'),
    detail: words('{number} 号处罚决定仅给予警告，依法不予公示，先前的公示已经停止。', 'The decision {number} is a warning and nothing else, which is not published; it is shown no more.'),
    remedy: words('曾经转载的，请一并撤下。', 'Whoever copied it should take the copy down too.'),
    basis: cite('penalty-publication-rules', '2'),
  },
  ended: {
    status: 410,
    title: words('公示期已满', 'The term of publication has ended'),
    detail: words('{number} 号处罚决定的公示期已满，依法停止公示。', 'The term in which the decision {number} was public has ended.'),
    remedy: words('需要证明的当事人可以向作出决定的机关申请。', 'A party that needs proof may ask the authority that decided.'),
    basis: cite('penalty-publication-rules', '13'),
  },
})

const queryOf = (query: Visit['query']): PenaltyQuery => ({
  text: (query['q'] ?? '').trim().slice(0, 100),
  kind: query['kind'] ?? '',
  year: /^\d{4}$/.test(query['year'] ?? '') ? query['year']! : '',
})

/** A name by any of its words; a credit code or a number of a case as a whole. */
function whereOf({ text, kind, year }: PenaltyQuery): Filter {
  const whole = text.normalize('NFKC').toUpperCase()
  return {
    all: [
      ...(text === '' ? [] : [{ any: [{ search: text }, { field: 'party', is: whole }, { field: 'number', is: whole }] }]),
      ...(kind === '' ? [] : [{ field: 'kind', is: kind }]),
      ...(year === '' ? [] : [{ field: 'decided', from: `${year}-01-01`, to: `${year}-12-31` }]),
    ],
  }
}

/** Years in which something that is in a published state was decided, the latest first. */
async function yearsOf({ engine }: PublicParts, states: readonly string[]): Promise<readonly string[]> {
  const { rows } = await engine.database.query<{ year: string }>(
    'select distinct to_char(decided, $2) as year from record."case" where state = any($1) and decided is not null order by 1 desc',
    [states, 'YYYY'],
  )
  return rows.map(({ year }) => year)
}

interface Gone {
  readonly number: string
  readonly shown: boolean
  readonly warned: boolean
  /** When it was taken back, or changed last. */
  readonly left: Date | string
}

// A seal ends with the term of its publication too: only what has left the published states was taken back.
const backSql = `select s.number, s.withdrawn as left, false as shown, false as warned from kernel.seal s join record."case" c on c.id = s.record
  where s.kind = 'penalties' and s.document is null and s.withdrawn is not null and not c.state = any($1)
  and not exists (select 1 from kernel.seal later where later.kind = s.kind and later.record = s.record and later.issued > s.issued)
  order by s.withdrawn desc limit 20`

const goneSql = `select coalesce(s.number, c.number) as number, c.state = any($2) as shown, c.penalties = '["warning"]' and c.decided >= '2021-09-01' as warned, coalesce(s.withdrawn, c.changed) as left from record."case" c
  left join kernel.seal s on s.record = c.id and s.kind = 'penalties' and s.document is null where c.id = $1 order by s.issued desc nulls last limit 1`

const leftOn = ({ left }: Gone): string => dayOf(new Date(left).toISOString())

/** Numbers and days of what was taken back; the party stays unnamed. */
async function takenBack(parts: PublicParts): Promise<readonly TakenBack[]> {
  const { rows } = await parts.engine.database.query<Gone>(backSql, [publicationOf(parts, 'penalties').states])
  return rows.map((row) => ({ number: row.number, day: leftOn(row) }))
}

/** Why a decision that was public is so no longer. */
async function whyGone(parts: PublicParts, id: string): Promise<never> {
  const { rows } = await parts.engine.database.query<Gone>(goneSql, [id, publicationOf(parts, 'penalties').states])
  const row = rows[0]!
  if (row.shown && row.warned) return gone.refuse('only-warned', { number: row.number })
  return row.shown ? gone.refuse('ended', { number: row.number }) : gone.refuse('withdrawn', { number: row.number, day: leftOn(row) })
}

async function penaltyPage(parts: PublicParts, { s, params }: Visit): Promise<Rendered> {
  const item = await onePublished(parts, 'penalties', params['id']).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 410) return whyGone(parts, params['id']!)
    throw error
  })
  const name = words(item.number ?? '', item.number ?? '')
  const publication = publicationOf(parts, 'penalties')
  return {
    title: name,
    crumbs: [
      ['/penalties', title],
      ['', name],
    ],
    body: createElement(PenaltyPage, { publication, item, sealed: await sealedAs(parts, 'penalties', item.id), s }),
  }
}

export function penaltyRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/penalties', async ({ s, query }) => {
    const asked = queryOf(query)
    const publication = publicationOf(parts, 'penalties')
    const after = pageEnd(query['after'])
    const page = { by: 'decided', where: whereOf(asked), ...(after ? { after } : {}) }
    const { items, next } = await publishedPage(parts, 'penalties', page)
    const years = await yearsOf(parts, publication.states)
    const props = { publication, items, next: next && endText(next), years, asked, back: await takenBack(parts), s }
    return { title, crumbs: [['', title]], body: createElement(PenaltiesPage, props) }
  })
  publicPage(app, '/penalties/:id', (visit) => penaltyPage(parts, visit))
}
