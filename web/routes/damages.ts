// The damages calculator: what the law of the day of purchase lets a consumer ask for, never a decision.
import type { FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { inForce } from '../../kernel/act.ts'
import { parseAnswers } from '../../kernel/answers.ts'
import type { Values } from '../../kernel/field.ts'
import { words } from '../../kernel/words.ts'
import { damagesFor, type DamageHead } from '../../systems/oversight/complaints/index.ts'
import { problemsOf, valuesOf } from '../form-answers.ts'
import { publicPage, type PublicParts } from '../render.ts'
import { damageFields, DamagesPage, type DamagesProps } from '../site/damages-page.tsx'

const title = words('赔偿计算', 'Damages calculator')

export function damagesRoutes(app: FastifyInstance, { engine }: PublicParts): void {
  const page = (props: DamagesProps) => ({
    title,
    crumbs: [['', title]] as const,
    status: props.problems.length > 0 ? 422 : 200,
    body: createElement(DamagesPage, props),
  })
  publicPage(
    app,
    '/damages',
    async ({ s }) => page({ outcome: null, values: {}, problems: [], s }),
    async ({ s, form }) => {
      const values = valuesOf(damageFields, form)
      try {
        const asked = parseAnswers(damageFields, values, engine.now(), engine.tree) as Values<typeof damageFields>
        const worked = { ...asked, head: asked.head as DamageHead, labelOnly: asked.labelOnly === true }
        const outcome = damagesFor(worked, (name) => inForce(engine.parameters, name, asked.bought))
        return page({ outcome, values, problems: [], s })
      } catch (error) {
        return page({ outcome: null, values, problems: problemsOf(error, s, 'bought'), s })
      }
    },
  )
}
