// The finder of sampling plans by attributes (GB/T 2828.1): from lot, level, AQL and severity to the plan with its operating curve.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { dayOf } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import { singlePlan, type Inspection, type Level, type Plan, type PlanTables } from '../../systems/oversight/supervision/acceptance-plans.ts'
import { curve, qualityAt } from '../../systems/oversight/supervision/operating-curve.ts'
import { publicPage, type PublicParts, type Visit } from '../render.ts'
import { severities, SamplingPlansPage, type Curve, type PlanAsked } from '../site/sampling-plans-page.tsx'

const title = words('抽样方案', 'Sampling plans')

/** What was asked for, in words that the tables know; a lot that is no number is none. */
function askedOf(query: Visit['query'], tables: PlanTables): PlanAsked {
  const lot = /^\d{1,9}$/.test(query['lot'] ?? '') ? Number(query['lot']) : null
  const level = tables.levels.find((each) => each === query['level']) ?? 'II'
  const aql = tables.aqls.find((each) => each === query['aql']) ?? '1.0'
  const severity = (Object.keys(severities) as Inspection[]).find((each) => each === query['severity']) ?? 'normal'
  return { typed: (query['lot'] ?? '').slice(0, 20), lot, level: level as Level, aql, severity }
}

/** Curve and risk points: a share of units up to the AQL of 10 per cent, nonconformities per unit above it. */
function curveOf({ n, accept, counts }: Plan): Curve {
  const law = counts === 'either' ? ('binomial' as const) : ('poisson' as const)
  const plan = { n, accept }
  const [producer, half, consumer] = [0.95, 0.5, 0.1].map((probability) => ({ probability, quality: qualityAt(plan, probability, law) }))
  return { law, points: curve(plan, law, 48), risks: [producer!, half!, consumer!] }
}

export function samplingPlanRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  publicPage(app, '/sampling-plans', async ({ s, query }) => {
    const tables = engine.parameters.at('supervision.single-plans', dayOf(engine.now())).value as PlanTables
    const asked = askedOf(query, tables)
    const { lot, level, aql, severity } = asked
    const plan = lot === null ? null : singlePlan(tables, { lot, level, aql, inspection: severity })
    const props = { tables, asked, plan, curve: plan && curveOf(plan), s }
    return { title, crumbs: [['', title]], body: createElement(SamplingPlansPage, props) }
  })
}
