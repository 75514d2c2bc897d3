// Tokens for programs over HTTP: made with a scope and an end, listed, revoked.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { proves } from '../../store/people/sign-in.ts'
import { issueToken, revokeToken, tokensOf } from '../../store/people/tokens.ts'
import { inPerson } from '../identity.ts'
import type { Serving } from '../registers.ts'
import { slow } from './session.ts'

export const tokenRefusals = refusals('token', {
  'bad-scope': {
    status: 422,
    title: words('权限写法有误', 'Not a scope'),
    detail: words('“{scope}”不是令牌的权限。', '“{scope}” is no scope of a token.'),
    remedy: words('写作 read、write，或者 read:台帐名、write:台帐名。', 'Write read, write, or read:register, write:register.'),
  },
  'bad-end': {
    status: 422,
    title: words('有效期有误', 'Not an end'),
    detail: words('令牌须写明到期时间，最长一年，且不早于现在；没有期限的令牌泄露后无人察觉。', 'A token ends within a year and not before now; one without an end is a leak that nobody notices.'),
    remedy: words('请改写到期日。', 'Choose another day.'),
  },
})

const tags = ['tokens']
const asked = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 80 }),
  scope: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 40 }),
  ends: Type.String({ maxLength: 40, description: 'Day or moment' }),
  password: Type.Optional(Type.String({ maxLength: 200 })),
})

export interface TokenAsked {
  readonly title: string
  readonly scope: readonly string[]
  readonly ends: string
}

/** Makes the token; it is shown once. */
export async function makeToken(engine: Engine, account: string, wanted: TokenAsked): Promise<string> {
  for (const scope of wanted.scope) {
    const [, , register] = /^(read|write)(?::([\w-]+))?$/.exec(scope) ?? tokenRefusals.refuse('bad-scope', { scope, field: 'scope' })
    if (register && !engine.house.registers.has(register)) tokenRefusals.refuse('bad-scope', { scope, field: 'scope' })
  }
  const ends = Date.parse(/^\d{4}-\d\d-\d\d$/.test(wanted.ends) ? `${wanted.ends}T23:59:59+08:00` : wanted.ends)
  const now = Date.parse(engine.now())
  if (Number.isNaN(ends) || ends <= now || ends > now + 367 * 86_400_000) tokenRefusals.refuse('bad-end', { field: 'ends' })
  return issueToken(engine.database, { ...wanted, account, ends: new Date(ends).toISOString() })
}

export function tokenRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/tokens', { schema: { tags, summary: 'My tokens', operationId: 'tokens' } }, async (request) => ({
    items: await tokensOf(engine.database, inPerson(await serving.caller(request)).person.id),
  }))

  app.post<{ Body: TokenAsked & { password?: string } }>(
    '/api/v1/tokens',
    { schema: { tags, summary: 'Make a token', operationId: 'make-token', body: asked }, config: slow },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      await proves(engine, person.id, request.body.password ?? '')
      const { title, scope, ends } = request.body
      return reply.code(201).send({ token: await makeToken(engine, person.id, { title, scope, ends }) })
    },
  )

  app.delete<{ Params: { id: string } }>(
    '/api/v1/tokens/:id',
    { schema: { tags, summary: 'Revoke a token', operationId: 'revoke-token' } },
    async (request, reply) => {
      const { person } = inPerson(await serving.caller(request))
      if (!(await revokeToken(engine.database, person.id, request.params.id, engine.now()))) kernelRefusals.refuse('not-found')
      return reply.code(204).send()
    },
  )
}
