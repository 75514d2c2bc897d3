// The public site: routes to pages that are rendered on the server, in three languages; a few of them bring a script, and work without.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { packageRoot } from '../store/package-root.ts'
import type { Serving } from '../server/registers.ts'
import type { PublicParts } from './render.ts'
import { airRoutes } from './routes/air.ts'
import { benchRoutes } from './routes/bench.ts'
import { controlChartRoutes } from './routes/control-charts.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { caseRoutes } from './routes/cases.ts'
import { citizenRoutes } from './routes/citizen.ts'
import { figureRoutes } from './routes/figures.ts'
import { laboratoryRoutes } from './routes/laboratories.ts'
import { inspectionRoutes } from './routes/inspections.ts'
import { lawRoutes } from './routes/law.ts'
import { officeRoutes } from './routes/office.ts'
import { creditCheckRoutes } from './routes/credit-check.ts'
import { creditRoutes } from './routes/credit.ts'
import { deskRoutes } from './routes/desk.ts'
import { drawRoutes } from './routes/draws.ts'
import { samplingPlanRoutes } from './routes/sampling-plans.ts'
import { accountRoutes } from './routes/account.ts'
import { pageScriptRoutes } from './routes/page-scripts.ts'
import { ownFileRoutes } from './routes/own-file.ts'
import { partyRoutes } from './routes/parties.ts'
import { penaltyRoutes } from './routes/penalties.ts'
import { plainRoutes } from './routes/plain.ts'
import { proficiencyRoutes } from './routes/proficiency.ts'
import { recallRoutes } from './routes/recalls.ts'
import { riskRoutes } from './routes/risks.ts'
import { verifyRoutes } from './routes/verify.ts'

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M20 5v27M11 34h18M6 11h28" fill="none" stroke="#0f4c5c" stroke-width="2.4" stroke-linecap="round"/><path d="M2 23a5 5 0 0 0 10 0L7 12zM28 23a5 5 0 0 0 10 0l-5-11z" fill="#0f4c5c"/></svg>'

/** Routes of the public site over the opened house. */
export const pages =
  (opened: Omit<PublicParts, 'signIn'>) =>
  async (app: FastifyInstance, serving: Serving): Promise<void> => {
    const parts: PublicParts = { ...opened, signIn: serving.signIn }
    const style = readFileSync(join(packageRoot, 'web', 'site', 'site.css'), 'utf8')
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    app.get('/site.css', { schema: { hide: true } as object }, async (_request, reply) =>
      reply.type('text/css').header('cache-control', 'public, max-age=600').send(style),
    )
    app.get('/mark.svg', { schema: { hide: true } as object }, async (_request, reply) => reply.type('image/svg+xml').send(mark))
    pageScriptRoutes(app)
    const figures = [plainRoutes, figureRoutes, airRoutes, lawRoutes, partyRoutes]
    const testing = [laboratoryRoutes, proficiencyRoutes]
    const cases = [citizenRoutes, recallRoutes, riskRoutes, penaltyRoutes, campaignRoutes, ...testing]
    const checks = [creditCheckRoutes, creditRoutes, drawRoutes, samplingPlanRoutes, verifyRoutes]
    const desks = [accountRoutes, ownFileRoutes, caseRoutes, inspectionRoutes, deskRoutes, benchRoutes, controlChartRoutes, officeRoutes]
    const all = [...figures, ...cases, ...checks, ...desks]
    for (const routes of all) await routes(app, parts)
  }
