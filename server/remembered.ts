// Who asks, remembered for a second: a program that reads page after page is looked up once a second and not with every page.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Instant } from '../kernel/day.ts'
import type { Caller } from './identity.ts'

/** A token that is withdrawn, or a duty that ends, at another server of the same database is honoured here for no longer. */
const milliseconds = 1000
/** More tokens than this at once, and everybody is looked up again. */
const most = 1000

interface Remembered {
  readonly caller: Promise<Caller>
  /** By the clock on the wall, and by that of the house, which tests set. */
  readonly found: number
  readonly now: number
}

/**
 * Remembers the callers of reading requests that bring a token. Whatever changes anything through this server may have
 * changed rights as well: then all are forgotten, so that here a withdrawal takes effect at once.
 */
export function remembering(
  app: FastifyInstance,
  now: () => Instant,
  lookUp: (request: FastifyRequest) => Promise<Caller>,
): (request: FastifyRequest) => Promise<Caller> {
  const known = new Map<string, Remembered>()
  const reads = (request: FastifyRequest): boolean => request.method === 'GET' || request.method === 'HEAD'
  app.addHook('onResponse', (request, _reply, done) => {
    if (!reads(request)) known.clear()
    done()
  })
  return (request) => {
    const token = request.headers.authorization
    if (token === undefined || !reads(request)) return lookUp(request)
    // What a token allows depends on the route.
    const key = `${request.routeOptions.url ?? ''} ${token}`
    const before = known.get(key)
    const [found, moment] = [performance.now(), Date.parse(now())]
    if (before && found - before.found < milliseconds && Math.abs(moment - before.now) < milliseconds) return before.caller
    if (known.size >= most) known.clear()
    const caller = lookUp(request)
    known.set(key, { caller, found, now: moment })
    // A stranger, or a fault on the way, is not remembered.
    caller.then(
      ({ person }) => person.id === 'anyone' && known.delete(key),
      () => known.delete(key),
    )
    return caller
  }
}
