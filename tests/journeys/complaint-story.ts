// The cast and the steps that the complaint journeys share.
import type { House } from '../bed/house.ts'
import { uuidv7 } from '../../store/uuid.ts'

export type Headers = Record<string, string>

export interface Cast {
  readonly citizen: Headers
  readonly clerkChangan: Headers
  readonly clerkCity: Headers
  readonly clerkTangshan: Headers
  readonly mediator: Headers
  readonly head: Headers
}

const back = { duty: 'house.dating-back', reach: 'all' } as const

export async function cast(house: House): Promise<Cast> {
  return {
    citizen: await house.person('citizen-wang', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' }),
    clerkChangan: await house.person('clerk-changan', [{ duty: 'complaints.clerk', reach: 'area', area: '130102' }, back], {
      office: 'market-130102',
    }),
    clerkCity: await house.person('clerk-city', [{ duty: 'complaints.clerk', reach: 'area', area: '130100' }, back], {
      office: 'market-130100',
    }),
    clerkTangshan: await house.person('clerk-tangshan', [{ duty: 'complaints.clerk', reach: 'area', area: '130200' }, back], {
      office: 'market-130200',
    }),
    mediator: await house.person('mediator', [{ duty: 'complaints.mediator', reach: 'area', area: '130100' }, back], {
      office: 'market-130102',
    }),
    head: await house.person('head', [{ duty: 'complaints.head', reach: 'area', area: '130100' }, back], { office: 'market-130102' }),
  }
}

/** What a citizen writes; nobody and nothing in it exists. */
export const yoghurt = (day: string, more: Record<string, unknown> = {}) => ({
  received: day,
  channel: 'web',
  complainant: '王某某',
  phone: '13900000000',
  traderName: '虚衡乳业有限公司（虚构）',
  traderAddress: '长安区演示路 1 号',
  online: 'shop',
  place: '130102',
  handling: 'market-130102',
  goods: '酸奶',
  price: '128.50',
  bought: day,
  known: day,
  issue: 'quality',
  claims: ['refund', 'damages'],
  facts: '开封后发现变质。',
  forDailyUse: true,
  ...more,
})

export interface Case {
  readonly id: string
  version: number
}

export async function complain(house: House, who: Headers, answers: Record<string, unknown>): Promise<Case & { number: string }> {
  const id = uuidv7()
  const answer = await house.post('/api/v1/registers/complaint', { id, answers }, { ...who, 'idempotency-key': uuidv7() })
  if (answer.status !== 201) throw new Error(`not opened: ${JSON.stringify(answer.body)}`)
  return { id, version: 1, number: answer.body.number as string }
}

/** Takes a step and keeps the version; a refusal is an error of the story. */
export async function take(
  house: House,
  file: Case,
  step: string,
  who: Headers,
  answers: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
): Promise<void> {
  const answer = await house.post(
    `/api/v1/registers/complaint/${file.id}/steps/${step}`,
    { answers, ...more },
    { ...who, 'idempotency-key': uuidv7(), 'if-match': `"v${file.version}"` },
  )
  if (answer.status !== 200) throw new Error(`${step} was refused: ${JSON.stringify(answer.body)}`)
  file.version = answer.body.version as number
}

export interface ClockSeen {
  readonly deadline: string
  readonly run: number
  readonly state: string
  readonly due: string | null
  readonly rule: string
  readonly term: string
  readonly light: string
}

export async function clockOf(house: House, file: Case, who: Headers, deadline: string): Promise<ClockSeen> {
  const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who)
  return (body.clocks as ClockSeen[]).filter((clock) => clock.deadline === deadline).at(-1)!
}
