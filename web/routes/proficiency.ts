// Proficiency rounds in public: what takes results now, what was published, and one round with its scores by code.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { words } from '../../kernel/words.ts'
import { openRounds, publishedRounds } from '../data/proficiency.ts'
import { onePublished, publicationOf, sealedAs } from '../data/published.ts'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { RoundPage, RoundsPage } from '../site/proficiency-pages.tsx'

const title = words('能力验证', 'Proficiency rounds')

async function listPage(parts: PublicParts, { s }: Visit): Promise<Rendered> {
  const of = publicationOf(parts, 'proficiency-rounds').of
  const body = createElement(RoundsPage, { of, open: await openRounds(parts), rounds: await publishedRounds(parts), s })
  return { title, crumbs: [['/laboratories', words('找检测机构', 'Find a laboratory')], ['', title]], body }
}

async function roundPage(parts: PublicParts, { params, s }: Visit): Promise<Rendered> {
  const item = await onePublished(parts, 'proficiency-rounds', params['id'])
  const name = words(String(item.values['title']), String(item.values['title']))
  const publication = publicationOf(parts, 'proficiency-rounds')
  const body = createElement(RoundPage, { publication, item, sealed: await sealedAs(parts, 'proficiency-rounds', item.id), s })
  return { title: name, crumbs: [['/proficiency', title], ['', name]], body }
}

export function proficiencyRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/proficiency', (visit) => listPage(parts, visit))
  publicPage(app, '/proficiency/:id', (visit) => roundPage(parts, visit))
}
