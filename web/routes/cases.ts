// Cases on the desk of those who handle them: what is due first, and one case as its file.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { citationKey } from '../../kernel/citation.ts'
import { words } from '../../kernel/words.ts'
import { casesView, caseView } from '../data/case-file.ts'
import { deskNames } from '../data/desk-names.ts'
import { CasePage } from '../desk/case-page.tsx'
import { CasesPage } from '../desk/cases-page.tsx'
import { publicPage, type PublicParts, type Rendered, type Visit } from '../render.ts'
import { callerFor, office, signedIn } from './sign-in.ts'

const title = words('案件', 'Cases')

async function cases({ engine }: PublicParts, visit: Visit, caller: Awaited<ReturnType<typeof callerFor>>): Promise<Rendered> {
  const view = await casesView(engine, caller, visit.query['state'], Number(visit.query['from'] ?? 0))
  const crumbs = [['/desk', office], ['', title]] as const
  return { title, crumbs, body: createElement(CasesPage, { ...view, s: visit.s }) }
}

async function oneCase({ engine }: PublicParts, visit: Visit, caller: Awaited<ReturnType<typeof callerFor>>): Promise<Rendered> {
  const view = await caseView(engine, caller, visit.params['id']!)
  const name = words(view.record.number ?? '', view.record.number ?? '')
  const linkages = new Map(engine.house.linkages.map((each) => [each.name, { title: each.title, basis: citationKey(each.basis) }]))
  const registers = new Map([...engine.house.registers.values()].map((each) => [each.name, each.title]))
  const names = await deskNames(engine, caller.person, view.procedure.of, [view.record], visit.s)
  const crumbs = [['/desk', office], ['/desk/cases', title], ['', name]] as const
  return { title: name, crumbs, body: createElement(CasePage, { ...view, names, linkages, registers, s: visit.s }) }
}

export function caseRoutes(app: FastifyInstance, parts: PublicParts): void {
  publicPage(app, '/desk/cases', signedIn(parts, async (visit) => cases(parts, visit, await callerFor(parts, visit))))
  publicPage(app, '/desk/cases/:id', signedIn(parts, async (visit) => oneCase(parts, visit, await callerFor(parts, visit))))
}
