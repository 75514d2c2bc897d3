// All that has to do with signing in, put together.
import type { FastifyInstance } from 'fastify'
import type { Serving } from '../registers.ts'
import { administrationRoutes } from './administration.ts'
import type { SignInSettings } from './begin.ts'
import { outsideRoutes } from './outside.ts'
import { passkeyRoutes } from './passkeys.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { sessionRoutes } from './session.ts'
import { tokenRoutes } from './tokens.ts'

export function signInRoutes(app: FastifyInstance, serving: Serving, settings: SignInSettings): void {
  sessionRoutes(app, serving)
  secondFactorRoutes(app, serving)
  passkeyRoutes(app, serving, settings)
  tokenRoutes(app, serving)
  outsideRoutes(app, serving, settings)
  administrationRoutes(app, serving)
}
