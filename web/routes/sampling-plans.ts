// The finder of sampling plans by attributes (GB/T 2828.1): from lot, level, AQL and severity to the plan with its operating curve.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import { singlePlan, type Inspection, type Level, type Plan, type PlanTables } from '../../systems/oversight/supervision/acceptance-plans.ts'
import { acceptance, curve, qualityAt } from '../../systems/oversight/supervision/operating-curve.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { SamplingPlansPage, type Curve, type PlanAsked } from '../site/sampling-plans-page.tsx'
import { severities } from '../site/severities.ts'

const title = words('抽样方案', 'Sampling plans')

/** What was asked for, in words that the tables know; a lot that is no number is none, and what is unknown is told and not replaced. */
function askedOf(query: Visit['query'], tables: PlanTables): PlanAsked {
  const lot = /^\d{1,9}$/.test(query['lot'] ?? '') ? Number(query['lot']) : null
  const level = tables.levels.find((each) => each === query['level'])
  // The series writes 1.0 and 10; a reader may write 1 or 10.0.
  const number = /^\d+(\.\d+)?$/.test(query['aql'] ?? '') ? Number(query['aql']) : null
  const aql = tables.aqls.find((each) => Number(each) === number)
  const severity = (Object.keys(severities) as Inspection[]).find((each) => each === query['severity'])
  const given = [[query['level'], level], [query['aql'], aql], [query['severity'], severity]] as const
  const unknown = given.find(([text, known]) => text !== undefined && text !== '' && known === undefined)?.[0]?.slice(0, 20) ?? null
  const typed = (query['lot'] ?? '').slice(0, 20)
  return { typed, lot, level: (level ?? 'II') as Level, aql: aql ?? '1.0', severity: severity ?? 'normal', unknown }
}

/** Curve and risk points: a share of units up to the AQL of 10 per cent, nonconformities per unit above it. */
function curveOf({ n, accept, aql, counts }: Plan): Curve {
  const law = counts === 'either' ? ('binomial' as const) : ('poisson' as const)
  const plan = { n, accept }
  const [producer, half, consumer] = [0.95, 0.5, 0.1].map((probability) => ({ probability, quality: qualityAt(plan, probability, law) }))
  const quality = Number(aql) / 100
  const goal = { quality, probability: acceptance(plan, quality, { law }) }
  return { law, points: curve(plan, law, 48), risks: [producer!, half!, consumer!], goal }
}

export function samplingPlanRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  publicPage(app, '/sampling-plans', async ({ s, query }) => {
    const tables = engine.parameters.at('supervision.single-plans', dayOf(engine.now())).value as PlanTables
    const asked = askedOf(query, tables)
    const { lot, level, aql, severity } = asked
    const plan = lot === null || asked.unknown !== null ? null : singlePlan(tables, { lot, level, aql, inspection: severity })
    const props = { tables, asked, plan, curve: plan && !plan.whole ? curveOf(plan) : null, s }
    const wrong = plan === null && (asked.typed !== '' || asked.unknown !== null)
    return { title, crumbs: [['', title]], status: wrong ? 422 : 200, body: createElement(SamplingPlansPage, props) }
  })
}
