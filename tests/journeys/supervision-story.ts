// The cast and the steps that the journeys of supervision share: two laboratories with people and instruments, a plan, a draw, its sample.
import { addDays, type Day } from '../../kernel/day.ts'
import { checkCharacter } from '../../kernel/usc-code.ts'
import { parkedLinks } from '../../store/links.ts'
import { uuidv7 } from '../../store/uuid.ts'
import type { Answer, House } from '../bed/house.ts'

export type Headers = Record<string, string>

/** Invented bodies: the nine characters begin with MAX. */
export const invented = (n: number): string => {
  const first = `91130102MAX00${String(n).padStart(4, '0')}`
  return first + checkCharacter(first)
}
export const makers = [1, 2, 3].map(invented)
const people = ['organiser', 'approver', 'sampler', 'officer', 'head', 'party', 'accreditor', 'client', 'keeper', 'analyst', 'checker', 'reviewer', 'signatory', 'handler', 'assessor'] as const
export type Cast = Readonly<Record<(typeof people)[number] | 'second' | 'stranger', Headers>>

const of = (system: string, ...duties: string[]) => duties.map((duty) => ({ duty: `${system}.${duty}`, reach: 'all' as const }))

export async function cast(house: House): Promise<Cast> {
  const lab = (duty: string) => house.person(`lab-${duty}`, of('testing', duty), { face: 'laboratory' })
  const one = (duty: string) => house.person(`sup-${duty}`, of('supervision', duty), { office: 'hebei-market' })
  const party = (id: string, codes: readonly string[]) =>
    house.person(id, [{ duty: 'supervision.party', reach: 'party' }], { face: 'enterprise', speaksFor: codes })
  return {
    organiser: await one('organiser'), approver: await one('approver'), officer: await one('officer'), head: await one('head'),
    sampler: await one('sampler'), second: await house.person('sup-second', of('supervision', 'sampler'), { office: 'hebei-market' }),
    party: await party('sup-party', makers), stranger: await party('sup-stranger', [invented(9)]),
    accreditor: await lab('accreditor'), client: await lab('client'), keeper: await lab('keeper'), analyst: await lab('analyst'),
    checker: await lab('checker'), reviewer: await lab('reviewer'), signatory: await lab('signatory'),
    handler: await house.person('sup-handler', of('enforcement', 'handler'), { office: 'hebei-market' }),
    assessor: await house.person('sup-assessor', of('recall', 'assessor'), { office: 'hebei-market' }),
  }
}

export interface File {
  readonly register: string
  readonly id: string
}

const table = (register: string): string => `record."${register.replaceAll('-', '_')}"`

/** The row as it stands. */
export async function row(house: House, file: File): Promise<Record<string, any>> {
  const { rows } = await house.engine.database.query(`select * from ${table(file.register)} where id = $1`, [file.id])
  return rows[0] as Record<string, any>
}

/** Records of a register whose column has a value, the oldest first. */
export async function found(house: House, register: string, column: string, value: string): Promise<readonly File[]> {
  const { rows } = await house.engine.database.query<{ id: string }>(`select id from ${table(register)} where "${column}"::text = $1 order by id`, [value])
  return rows.map(({ id }) => ({ register, id }))
}

/** Another way of acting than the interface, such as the forms of the pages in a browser. */
export interface Hand {
  open(register: string, who: Headers, answers: object, id: string): Promise<Answer>
  step(file: File, step: string, who: Headers, answers: object): Promise<Answer>
}

const hands = new WeakMap<House, Hand>()

/** From now on whoever acts in this house does so by that hand. */
export const actBy = (house: House, hand: Hand): void => void hands.set(house, hand)

export const tryOpen = (house: House, register: string, who: Headers, answers: object, id = uuidv7()): Promise<Answer> =>
  hands.get(house)?.open(register, who, answers, id) ??
  house.post(`/api/v1/registers/${register}`, { id, answers }, { ...who, 'idempotency-key': uuidv7(), 'accept-language': 'en' })

export async function open(house: House, register: string, who: Headers, answers: object): Promise<File> {
  const id = uuidv7()
  const answer = await tryOpen(house, register, who, answers, id)
  if (answer.status !== 201) throw new Error(`${register} was not opened: ${JSON.stringify(answer.body)}`)
  return { register, id }
}

export async function attempt(house: House, file: File, step: string, who: Headers, answers: object = {}, more: object = {}): Promise<Answer> {
  const hand = hands.get(house)
  if (hand) return hand.step(file, step, who, answers)
  const { version } = await row(house, file)
  return house.post(
    `/api/v1/registers/${file.register}/${file.id}/steps/${step}`,
    { answers, ...more },
    { ...who, 'idempotency-key': uuidv7(), 'if-match': `"v${version}"`, 'accept-language': 'en' },
  )
}

/** Takes a step; a refusal is an error of the story. Consequences are awaited. */
export async function take(house: House, file: File, step: string, who: Headers, answers: object = {}): Promise<void> {
  const answer = await attempt(house, file, step, who, answers)
  if (answer.status !== 200) throw new Error(`${file.register}.${step} was refused: ${JSON.stringify(answer.body)}`)
  await settle(house)
}

/** Links follow links: rounds until nothing is left to do; a consequence that was refused is an error of the story. */
export async function settle(house: House): Promise<void> {
  for (let round = 0; round < 3; round++) {
    house.work.wake()
    await house.work.settled()
  }
  const parked = await parkedLinks(house.engine)
  if (parked.length > 0) throw new Error(`parked: ${JSON.stringify(parked)}`)
}

export const items = [{ parameter: '甲醛释放量', method: 'GB 18584-2001', unit: 'mg/L', comparison: 'atMost', limit: '1.5', clause: 'GB 18584-2001 表1' }]

export interface Laboratory {
  readonly code: string
  readonly instrument: string
}

/** A laboratory with its mark, scope, people and one instrument, on the books from a day; its accounts begin with `accounts`. */
export async function laboratory(house: House, who: Pick<Cast, 'accreditor'>, code: string, from: Day, accounts = 'lab'): Promise<Laboratory> {
  const instrument = `UV-${code.slice(-5)}`
  await open(house, 'laboratory', who.accreditor, {
    code, name: `虚构检测中心 ${code.slice(-4)}（演示）`, place: '130102', cma: '230300120001', fields: ['products'],
    certifiedFrom: from, certifiedTo: addDays(from, 2000), invented: true,
  })
  await open(house, 'lab-scope', who.accreditor, { laboratory: code, productClass: 'furniture', parameter: items[0]!.parameter, method: items[0]!.method, unit: 'mg/L', from })
  for (const [account, right] of [['keeper', 'receive'], ['analyst', 'analyse'], ['checker', 'check'], ['reviewer', 'review'], ['signatory', 'sign']] as const)
    await open(house, 'lab-person', who.accreditor, { laboratory: code, badge: `JC-${account}`, account: `${accounts}-${account}`, name: '演示人员', rights: [right], from })
  await open(house, 'lab-instrument', who.accreditor, {
    laboratory: code, serial: instrument, name: '分光光度计', certificate: 'JZ-1', calibratedOn: from, calibratedTo: addDays(from, 700),
  })
  return { code, instrument }
}

export type Bench = Pick<Cast, 'keeper' | 'analyst' | 'checker' | 'reviewer' | 'signatory'>

/** The order of a sample from reception to signature; the report comes back by itself. */
export async function test(house: House, who: Bench, order: File, at: Laboratory, seal: string, value: string, day: Day): Promise<void> {
  await take(house, order, 'accept', who.keeper)
  await take(house, order, 'receive', who.keeper, { intact: true, seal, condition: '完好', place: '样品室' })
  await take(house, order, 'begin', who.analyst, { place: '有机室', state: '完好' })
  await take(house, order, 'record', who.analyst, { analysed: day, results: [{ parameter: items[0]!.parameter, value, unit: 'mg/L', expanded: '0.1', instrument: at.instrument }] })
  await take(house, order, 'check', who.checker)
  await take(house, order, 'review', who.reviewer)
  await take(house, order, 'sign', who.signatory)
}

export const sheet = (producer: string, day: Day) => ({
  sampledOn: day, stage: 'production', spot: '成品库', producer, producerName: '虚构家具厂（演示）', product: '木质书柜', model: 'SG-1', batch: '首批', standardNo: 'GB 18584-2001',
  lotSize: 40, quantity: '1', backupQuantity: '1', countedIn: '件', sealNumber: 'F-0001', backupSeal: 'F-0002', backupPlace: '被抽样单位', signedBy: '演示签字人',
})

export interface Drawn {
  readonly plan: File
  readonly draw: File
  readonly sample: File
  readonly unit: string
}

/** The draw of a plan from its frame to the seed: committed on the day, drawn two days later. */
export async function drawOf(house: House, who: Cast, day: Day, seed: string, more: object = {}, units = 1): Promise<Omit<Drawn, 'sample' | 'unit'>> {
  house.at(day)
  const plan = await open(house, 'check-plan', who.organiser, {
    title: '木质家具监督抽查（演示）', kind: 'yearly', frame: 'random', line: 'goods', productClass: 'furniture', place: '130100', items, rule: 'simple',
    wanted: 1, mostQuantity: '2', from: day, to: addDays(day, 300), ...more,
  })
  await take(house, plan, 'approve', who.approver)
  await take(house, plan, 'call-draw', who.organiser, { drawTitle: '第一次抽取' })
  const [draw] = await found(house, 'draw', 'plan', plan.id)
  const list = makers.map((code, n) => ({ code, name: `虚构家具厂${n + 1}（演示）`, place: '130102', stratum: 'all' }))
  const inspectors = ['sup-sampler', 'sup-second'].map((account, n) => ({ account, badge: `ZF-00${n + 1}` }))
  await take(house, draw!, 'freeze', who.organiser, { list, inspectors })
  await take(house, draw!, 'commit', who.organiser, {
    take: [{ stratum: 'all', take: units }], reserve: 1, inspectorsEach: 2, waitHours: 24, secret: '5a'.repeat(32),
    seeds: [{ source: `公开开奖 ${seed}`, at: `${addDays(day, 1)}T21:15:00+08:00` }, { source: `公开开奖 ${seed} 次日`, at: `${addDays(day, 2)}T21:15:00+08:00` }],
  })
  return { plan, draw: draw! }
}

export const seedOf = (seed: string, day: Day) => ({ seedSource: `公开开奖 ${seed}`, seed: `号码 ${seed}`, appeared: `${addDays(day, 1)}T21:15:10+08:00` })

/** Plan, draw and the sample that it opened. */
export async function drawnSample(house: House, who: Cast, day: Day, seed: string, more: object = {}): Promise<Drawn> {
  const { plan, draw } = await drawOf(house, who, day, seed, more)
  house.at(addDays(day, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(seed, day))
  const [sample] = await found(house, 'sample', 'draw', draw.id)
  return { plan, draw, sample: sample!, unit: (await row(house, sample!))['unit'] as string }
}

/** Visited, sealed and sent; gives the order that the laboratory gets. */
export async function sent(house: House, who: Cast, { sample, unit }: Pick<Drawn, 'sample' | 'unit'>, at: Laboratory, day: Day): Promise<File> {
  house.at(day)
  await take(house, sample, 'visit', who.sampler, { firstSampler: 'ZF-001', secondSampler: 'ZF-002' })
  await take(house, sample, 'seal', who.sampler, sheet(unit, day))
  await take(house, sample, 'send', who.sampler, { laboratory: at.code })
  return (await found(house, 'test-order', 'origin_record', sample.id))[0]!
}

/** Signs and serves the last document that a step issued. */
export async function serve(house: House, file: File, who: Headers, servedBy: Headers, on: Day): Promise<void> {
  const { body } = await house.get(`/api/v1/registers/${file.register}/${file.id}/documents`, who)
  const document = (body.items as { number: string }[]).at(-1)!.number
  await take(house, file, 'sign-document', who, { document, how: 'seal' })
  await take(house, file, 'serve-document', servedBy, { document, way: 'direct', outcome: 'served', on })
}

export async function clockOf(house: House, file: File, who: Headers, deadline: string): Promise<Record<string, any>> {
  const { body } = await house.get(`/api/v1/registers/${file.register}/${file.id}`, who)
  return (body.clocks as Record<string, any>[]).filter((clock) => clock['deadline'] === deadline).at(-1)!
}
