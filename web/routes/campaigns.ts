// Campaigns in public: what was ordered, where and for how long, and the figures counted when it was closed.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import { inLanguage } from '../../server/language.ts'
import { placeName } from '../../server/place-name.ts'
import { endText, pageEnd, publicationOf, publishedPage } from '../data/published.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { CampaignsPage, type CampaignNames } from '../site/campaigns-page.tsx'

const title = words('专项行动', 'Campaigns')

/** Places and offices by their names of today. */
function namesIn({ engine }: PublicParts, { language }: Visit['s']): CampaignNames {
  const day = dayOf(engine.now())
  return {
    place: (code) => inLanguage(words(placeName(engine.tree, code, day, 'zh'), placeName(engine.tree, code, day, 'en')), language),
    office: (id) => {
      const office = engine.offices.get(id)
      return office ? inLanguage(words(office.titleZh, office.titleEn), language) : id
    },
  }
}

export function campaignRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/campaigns', async ({ s, query }) => {
    const after = pageEnd(query['after'])
    const { items, next } = await publishedPage(parts, 'campaigns', { by: 'to', where: { all: [] }, ...(after ? { after } : {}) })
    const props = { publication: publicationOf(parts, 'campaigns'), items, next: next && endText(next), names: namesIn(parts, s), s }
    return { title, crumbs: [['/penalties', words('行政处罚', 'Penalties')], ['', title]], body: createElement(CampaignsPage, props) }
  })
}
