// All that has to do with signing in, put together.
import type { FastifyInstance } from 'fastify'
import type { Serving } from '../registers.ts'
import { administrationRoutes } from './administration.ts'
import { outsideRoutes } from './outside.ts'
import { passkeyRoutes } from './passkeys.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { sessionRoutes } from './session.ts'
import { tokenRoutes } from './tokens.ts'

export function signInRoutes(app: FastifyInstance, serving: Serving): void {
  sessionRoutes(app, serving)
  secondFactorRoutes(app, serving)
  passkeyRoutes(app, serving)
  tokenRoutes(app, serving)
  outsideRoutes(app, serving)
  administrationRoutes(app, serving)
}
