// What an administrator of accounts needs beside the registers: the table of duties, and codes that let a person set a password.
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { dayOf } from '../../kernel/day.ts'
import { heldOn } from '../../kernel/permission.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import { refusals } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { personOf } from '../../store/people/accounts.ts'
import { giveWayIn } from '../../store/people/way-in.ts'
import { inPerson, type Caller } from '../identity.ts'
import { inLanguage, languageOf } from '../language.ts'
import type { Serving } from '../registers.ts'

export const administrator = 'access.administrator'

export const administrationRefusals = refusals('administration', {
  'holds-rights': {
    status: 403,
    title: words('须在本机办理', 'Only on the machine itself'),
    detail: words(
      '“{account}”承担管理或者复核权限的职责；由一名管理员重置会使两人规则落空。',
      '“{account}” holds a duty over rights; were one administrator to reset it, the rule of two persons would be void.',
    ),
    remedy: words('请由运维在服务器上执行 zhiheng administrator {account}。', 'Let the operator run “zhiheng administrator {account}” on the server.'),
  },
})

const tags = ['accounts']
const wanted = Type.Object({ withoutFactor: Type.Optional(Type.Boolean({ description: 'Second factors were lost and are dropped' })) })

function needsAdministrator(engine: Engine, caller: Caller): void {
  if (heldOn(caller.person, [administrator], dayOf(engine.now())).length === 0)
    kernelRefusals.refuse('not-yours', { step: '用户管理', duties: administrator })
}

/** A code for an account that holds no duty over rights; shown once. */
export async function wayInFor(
  engine: Engine,
  caller: Caller,
  account: string,
  withoutFactor: boolean,
): Promise<{ code: string; ends: string }> {
  needsAdministrator(engine, inPerson(caller))
  const person = await personOf(engine.database, account)
  if (!person) return kernelRefusals.refuse('not-found')
  if (person.holdings.some((h) => h.duty.startsWith('access.'))) administrationRefusals.refuse('holds-rights', { account })
  return giveWayIn(engine, { account, givenBy: caller.person.id, withoutFactor })
}

/** Duties of all procedures; those that stand beside them belong to the house. */
export function dutyTable({ house }: Pick<Engine, 'house'>) {
  const declared = [...house.procedures.values()].flatMap((p) =>
    Object.entries(p.duties).map(([name, title]) => [house.duty(p.of.name, name), title] as const),
  )
  const own = [
    ['house.auditor', words('审计员', 'Auditor')],
    ['house.data-protection', words('个人信息保护负责人', 'Data protection officer')],
    ['house.dating-back', words('补记', 'Dating back')],
  ] as const
  return [...new Map([...declared, ...own]).entries()].map(([duty, title]) => ({ duty, title }))
}

export function administrationRoutes(app: FastifyInstance, serving: Serving): void {
  const { engine } = serving
  app.get('/api/v1/duties', { schema: { tags, summary: 'All duties of the house', operationId: 'duties' } }, async (request) => {
    const caller = await serving.caller(request)
    if (caller.person.id === 'anyone') kernelRefusals.refuse('not-signed-in')
    return { items: dutyTable(engine).map(({ duty, title }) => ({ duty, title: inLanguage(title, languageOf(request)) })) }
  })

  app.post<{ Params: { account: string }; Body: { withoutFactor?: boolean } }>(
    '/api/v1/accounts/:account/way-in',
    { schema: { tags, summary: 'A code to set a password with', operationId: 'give-way-in', body: wanted } },
    async (request, reply) => {
      const given = await wayInFor(engine, await serving.caller(request), request.params.account, request.body.withoutFactor ?? false)
      return reply.code(201).send(given)
    },
  )
}
