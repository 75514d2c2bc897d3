// The library: acts, one act, one article on a day.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf, isDay } from '../../kernel/day.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { words } from '../../kernel/words.ts'
import type { SearchHit } from '../../systems/basis/law/index.ts'
import { lawShelf } from '../data/law.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { ActPage, ArticlePage, LawPage, type Hit } from '../site/law-pages.tsx'

const law = words('法规', 'Law')

const hitOf = (hit: SearchHit): Hit => ({
  act: hit.act.id,
  article: hit.article ?? null,
  title: `${hit.act.title.zh}${hit.article ? ` 第 ${hit.article} 条` : ''}`,
  excerpt: hit.excerpt,
})

export function lawRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  const dayAsked = ({ query }: Visit): string => (isDay(query['day'] ?? '') ? query['day']! : dayOf(engine.now()))

  publicPage(app, '/law', async ({ s, query }) => {
    const { library, uses } = await lawShelf(engine)
    const text = (query['q'] ?? '').trim().slice(0, 100)
    const cited = new Map(uses.acts())
    const acts = [...library.acts()]
      .sort((a, b) => (cited.get(b.id) ?? 0) - (cited.get(a.id) ?? 0))
      .map((act) => [act, cited.get(act.id) ?? 0] as const)
    return {
      title: law,
      crumbs: [['', law]],
      body: createElement(LawPage, { acts, query: text, hits: text ? library.search(text, 30).map(hitOf) : [], s }),
    }
  })
  publicPage(app, '/law/:act', async (visit) => {
    const { library, uses } = await lawShelf(engine)
    const act = library.act(visit.params['act']!)
    if (!act) return kernelRefusals.refuse('not-found')
    const articles = library.articleNumbers(act)
    return {
      title: act.title,
      crumbs: [
        ['/law', law],
        ['', act.title],
      ],
      body: createElement(ActPage, {
        act,
        articles,
        uses: uses.of(act.id),
        cited: new Map(uses.articles(act.id)),
        day: dayAsked(visit),
        s: visit.s,
      }),
    }
  })
  publicPage(app, '/law/:act/:article', async (visit) => {
    const { library, uses } = await lawShelf(engine)
    const [id, article] = [visit.params['act']!, visit.params['article']!]
    const act = library.act(id)
    if (!act) return kernelRefusals.refuse('not-found')
    const day = dayAsked(visit)
    const found = library.resolve({ act: id, article }, visit.query['day'] ? day : undefined)
    return {
      title: act.title,
      crumbs: [
        ['/law', law],
        [`/law/${id}`, act.title],
        ['', words(`第 ${article} 条`, `Article ${article}`)],
      ],
      body: createElement(ArticlePage, { act, article, found, uses: uses.of(id, article.replace(/\(.*$/, '')), day, s: visit.s }),
    }
  })
}
