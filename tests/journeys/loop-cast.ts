// Who acts in the story of the loop: each person with an account and a duty of their own, two laboratories, three invented makers.
import { checkCharacter } from '../../kernel/usc-code.ts'
import type { House } from '../bed/house.ts'
import { makers, type Bench, type Headers } from './supervision-story.ts'

/** Invented laboratories: their nine characters begin with MAL. */
const laboratoryCode = (n: number): string => {
  const first = `91130102MAL00${String(n).padStart(4, '0')}`
  return first + checkCharacter(first)
}
/** Two for each pack: a mark lasts six years at most. */
export const laboratoryCodes = { '2016': [laboratoryCode(1), laboratoryCode(2)], today: [laboratoryCode(3), laboratoryCode(4)] } as const

const officials = {
  collector: 'risk.collector', analyst: 'risk.analyst', panel: 'risk.panel', province: 'risk.province', publisher: 'risk.publisher',
  organiser: 'supervision.organiser', approver: 'supervision.approver', sampler: 'supervision.sampler', second: 'supervision.sampler',
  follower: 'supervision.officer', chief: 'supervision.head', accreditor: 'testing.accreditor',
  assessor: 'recall.assessor', recaller: 'recall.officer', recallHead: 'recall.head', evaluator: 'recall.evaluator',
  handler: 'enforcement.handler', reviewer: 'enforcement.reviewer', judge: 'enforcement.head', creditOfficer: 'credit.officer', creditClerk: 'credit.clerk',
} as const

/** Duties of reading, with which one person looks at the whole chain afterwards. */
const reading = [
  'complaints.supervisor', 'complaints.clerk', 'risk.reader', 'risk.collector', 'supervision.reader', 'supervision.organiser', 'testing.reader', 'testing.client',
  'recall.reader', 'recall.assessor', 'enforcement.superior', 'credit.reader', 'credit.officer',
]

const labDuties = ['keeper', 'analyst', 'checker', 'reviewer', 'signatory'] as const

export type Official = keyof typeof officials
export interface LoopCast {
  readonly officials: Readonly<Record<Official, Headers>>
  readonly citizen: Headers
  /** Who calls for tenders and asks how bidders stand. */
  readonly purchaser: Headers
  readonly clerk: Headers
  readonly overseer: Headers
  /** By the credit code that they speak for. */
  readonly makers: Readonly<Record<string, Headers>>
  readonly labs: readonly [Bench, Bench]
  /** A county in another city, with every duty of reading there. */
  readonly elsewhere: Headers
}

/** People of a laboratory by their duties; under today's pack they work for its successor. */
async function bench(house: House, n: 0 | 1): Promise<Bench> {
  const person = (duty: string) =>
    house.person(`lab${n + 1}-${duty}`, [{ duty: `testing.${duty}`, reach: 'party' }], { face: 'laboratory', speaksFor: [laboratoryCodes['2016'][n], laboratoryCodes.today[n]] })
  const found = await Promise.all(labDuties.map(async (duty) => [duty, await person(duty)] as const))
  return Object.fromEntries(found) as unknown as Bench
}

export async function loopCast(house: House): Promise<LoopCast> {
  const official = async ([id, duty]: readonly [string, string]) =>
    [id, await house.person(`loop-${id}`, [{ duty, reach: 'all' }], { office: 'hebei-market' })] as const
  const maker = async (code: string) => {
    const duties = ['supervision.party', 'recall.producer', 'enforcement.party', 'credit.party']
    return [code, await house.person(`maker-${code.slice(-4)}`, duties.map((duty) => ({ duty, reach: 'party' as const })), { face: 'enterprise', speaksFor: [code] })] as const
  }
  return {
    officials: Object.fromEntries(await Promise.all(Object.entries(officials).map(official))) as Record<Official, Headers>,
    citizen: await house.person('loop-citizen', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' }),
    purchaser: await house.person('loop-purchaser', [{ duty: 'credit.purchaser', reach: 'own' }], { face: 'enterprise' }),
    clerk: await house.person('loop-clerk', [{ duty: 'complaints.clerk', reach: 'area', area: '130102' }], { office: 'market-130102' }),
    overseer: await house.person('loop-overseer', reading.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' }),
    makers: Object.fromEntries(await Promise.all(makers.map(maker))),
    labs: [await bench(house, 0), await bench(house, 1)],
    elsewhere: await house.person('loop-elsewhere', reading.map((duty) => ({ duty, reach: 'area' as const, area: '130200' })), { office: 'market-130200' }),
  }
}
