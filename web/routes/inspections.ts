// The field: the inspector's day, and the sampling sheet that is filled without a network.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { words } from '../../kernel/words.ts'
import { dayView } from '../data/inspector-day.ts'
import { InspectorDayPage } from '../desk/inspector-day-page.tsx'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { callerFor, office, signedIn } from './sign-in.ts'

export const dayTitle = words('现场检查日程', 'The day in the field')

async function day(parts: PublicParts, visit: Visit): Promise<Rendered> {
  const view = await dayView(parts.engine, await callerFor(parts, visit))
  const crumbs = [['/desk', office], ['', dayTitle]] as const
  return { title: dayTitle, crumbs, body: createElement(InspectorDayPage, { ...view, s: visit.s }) }
}

export function inspectionRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/desk/inspections', signedIn(parts, (visit) => day(parts, visit)))
}
