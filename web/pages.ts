// The public site: routes to pages that are rendered on the server.
import type { FastifyInstance } from 'fastify'
import type { Serving } from '../server/registers.ts'

export const pages = (_parts: object) => (_app: FastifyInstance, _serving: Serving): void => undefined
