// Draws in public, each with its promise and, once opened, with all that it takes to run it again; and the finder of sampling plans.
import type { FastifyInstance } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import { harmless } from '../../server/intake/formula.ts'
import { traditional } from '../../server/language.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Published } from '../../store/publications.ts'
import { findingWords } from '../../systems/oversight/supervision/draw-check.ts'
import { drawShown, drawsFound, findingsOf, verdictsOf } from '../data/draws.ts'
import { publicationOf, sealedAs } from '../data/published.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { DrawPage, resultOf } from '../site/draw-page.tsx'
import { rowsIn, type Places } from '../site/draw-tables.tsx'
import { DrawsPage } from '../site/draws-page.tsx'
import { drawScript } from './page-scripts.ts'

const title = words('双随机抽取', 'Draws')

const csv = (rows: readonly (readonly string[])[]): Uint8Array => Buffer.from(`\ufeff${stringify(rows.map((row) => row.map(harmless)))}`)

/** Frame and weights as they were committed to, and the result; decimals as they stand. */
const files: Readonly<Record<string, (item: Published) => readonly (readonly string[])[]>> = {
  frame: ({ values }) => [
    ['code', 'name', 'place', 'stratum', 'weight'],
    ...((values['frame'] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((unit) =>
      ['code', 'name', 'place', 'stratum', 'weight'].map((name) => String(unit[name] ?? '')),
    ),
  ],
  inspectors: (item) => [['account', 'badge', 'avoids'], ...rowsIn(item).inspectors.map((one) => [one.account, one.badge, one.avoids ?? ''])],
  result: (item) => [
    ['code', 'stratum', 'place', 'chance', 'reserve', 'inspectors'],
    ...resultOf(item).map((line) => [line.id, line.stratum, String(line.place), line.chance, String(line.reserve), line.inspectors ?? '']),
  ],
}

/** Where the reader stands in the long tables: what is no number of a page is the first. */
function placesIn(query: Visit['query']): Places {
  const page = (text: string | undefined): number => (/^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1)
  const unit = (query['unit'] ?? '').trim().slice(0, 100)
  return { frame: page(query['frame']), result: page(query['result']), inspectors: page(query['inspectors']), unit }
}

/** The name of a place today. */
const nameIn =
  ({ engine }: PublicParts, s: Visit['s']) =>
  (area: string): string =>
    engine.tree.name(area, dayOf(engine.now()), s.language === 'en' ? 'en' : 'zh')

export function drawRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/draws', async ({ s, query }) => {
    const asked = { text: (query['q'] ?? '').trim().slice(0, 100), state: query['state'] ?? '' }
    const publication = publicationOf(parts, 'draw-commitments')
    const found = await drawsFound(parts, asked, query['after'])
    const props = { ...found, verdicts: await verdictsOf(parts, found.items), publication, asked, nameOf: nameIn(parts, s), s }
    return { title, crumbs: [['', title]], body: createElement(DrawsPage, props) }
  })
  publicPage(app, '/draws/:id', async ({ s, params, query }: Visit) => {
    const { item, opened } = await drawShown(parts, params['id'])
    const name = words(String(item.values['title']), String(item.values['title']))
    const of = opened ? 'draws' : 'draw-commitments'
    const props = {
      publication: publicationOf(parts, of), item, sealed: await sealedAs(parts, of, item.id), findings: opened ? findingsOf(item) : null,
      places: placesIn(query),
      traditional: s.language === 'hant' ? Object.fromEntries(findingWords.map(({ zh }) => [zh, traditional(zh)])) : {},
      place: nameIn(parts, s)(String(item.values['place'])), s,
    }
    const page = { title: name, crumbs: [['/draws', title], ['', name]] as const, body: createElement(DrawPage, props) }
    return opened ? { ...page, script: drawScript } : page
  })
  for (const [name, rows] of Object.entries(files))
    publicPage(app, `/draws/:id/${name}.csv`, async ({ params }) => {
      const { item, opened } = await drawShown(parts, params['id'])
      if (!opened) return kernelRefusals.refuse('not-found')
      return { title, body: null, file: { name: `${item.number ?? item.id}-${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: csv(rows(item)) } }
    })
}
