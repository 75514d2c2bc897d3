// The page of a body that is signed in: what is due from it, what is known of it, how it objects.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { words } from '../../kernel/words.ts'
import { ownFile } from '../data/own-file.ts'
import { OwnFilePage } from '../desk/own-file-page.tsx'
import { publicPage, type PublicParts } from '../render.ts'
import { callerFor, office, signedIn } from './sign-in.ts'

const title = words('本企业', 'Your enterprise')

export function ownFileRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(
    app,
    '/desk/own-file',
    signedIn(parts, async (visit) => {
      const file = await ownFile(parts.engine, await callerFor(parts, visit))
      const crumbs = [['/desk', office], ['', title]] as const
      return { title, crumbs, body: createElement(OwnFilePage, { file, s: visit.s }) }
    }),
  )
}
