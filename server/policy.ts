// What every answer lets a browser do (Content Security Policy), and the requests of other sites that are refused before anything is read.
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply } from 'fastify'
import helmet from 'helmet'
import { fromElsewhere, identityRefusals } from './identity.ts'

const self = "'self'"
const none = "'none'"
const inline = "'unsafe-inline'"

/** No script stands in a page, none comes from elsewhere; nothing is sent or framed elsewhere. */
const contentPolicy = {
  directives: {
    defaultSrc: [self],
    scriptSrc: [self],
    scriptSrcAttr: [none],
    styleSrc: [self],
    styleSrcElem: [self],
    // Lengths of bars and places in charts are figures of the page and stand at its elements; an attribute can load or run nothing.
    styleSrcAttr: [inline],
    imgSrc: [self, 'data:', 'blob:'],
    fontSrc: [self, 'data:'],
    connectSrc: [self],
    objectSrc: [none],
    frameAncestors: [none],
    formAction: [self],
    baseUri: [self],
    upgradeInsecureRequests: null,
  },
}

/** The headers that helmet gives an answer. They are the same for each: made once, and not set anew one by one for every request. */
export function safetyHeaders(): Readonly<Record<string, string>> {
  const asked = new IncomingMessage(new Socket())
  const answer = new ServerResponse(asked)
  helmet({ hsts: false, contentSecurityPolicy: contentPolicy })(asked, answer, () => undefined)
  return answer.getHeaders() as Record<string, string>
}

/**
 * The components of the office application, and the page that shows the interface, write their styles when they are first
 * drawn, so that those pages let style elements be written; their scripts stay under the same rule as everywhere.
 */
export function lettingStylesBeWritten(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  void reply.header('content-security-policy', policy.replace(`style-src-elem ${self}`, `style-src-elem ${self} ${inline}`))
}

/** Whatever changes anything is refused when a browser says that another site made it send the request, whoever is signed in. */
export function refusingOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (fromElsewhere(request)) identityRefusals.refuse('csrf')
    done()
  })
}
