// A cause that is undone before its consequence is made, in several systems: nothing follows of it, and what was made before a crash is not lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { house as build } from '../../kernel/house.ts'
import { deliverLinks } from '../../store/links.ts'
import { verifyAll } from '../../store/verify.ts'
import { systems } from '../../systems/index.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, type File, type Headers } from '../journeys/supervision-story.ts'

const [party, lab] = [invented(401), invented(402)]
let house: House
let who: Readonly<Record<'handler' | 'head' | 'clerk' | 'decider' | 'manager' | 'collector' | 'analyst', Headers>>

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11' })
  const office = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  who = {
    handler: await office('uc-handler', 'enforcement.handler'), head: await office('uc-head', 'enforcement.head'),
    clerk: await office('uc-clerk', 'testing.accreditor'), decider: await office('uc-decider', 'testing.accreditor'),
    collector: await office('uc-collector', 'risk.collector'), analyst: await office('uc-analyst', 'risk.analyst'),
    manager: await house.person('uc-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [lab, invented(403)] }),
  }
}, 180_000)
afterAll(() => house.close())

/** Takes a step and leaves its consequences for later. */
async function only(file: File, step: string, by: Headers, answers: object = {}): Promise<void> {
  const { status, body } = await attempt(house, file, step, by, answers)
  if (status !== 200) throw new Error(`${step} was refused: ${JSON.stringify(body)}`)
}

const linkOf = async (file: File, linkage: string) =>
  (
    await house.engine.database.query<{ state: string; consequence: string | null; code: string | null }>(
      "select state, consequence, refusal->>'code' as code from kernel.link where record = $1 and linkage = $2", [file.id, linkage],
    )
  ).rows.at(-1)!

/** A penalty on the spot, decided and signed. */
async function decided(): Promise<{ readonly file: File; readonly service: object }> {
  const file = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'check', party, partyName: '虚构超市（演示）', place: '130102', kind: 'labelling', facts: '标识不符（演示）' })
  await take(house, file, 'decide-on-spot', who.handler, {
    kindOfParty: 'unit', onSpot: ['fine'], fine: '600.00', value: '2000.00', finding: '3 件商品未标明生产者名称（演示）', breach: 'product-quality-law/27', punishedBy: 'product-quality-law/54',
    at: '08:40', spot: '虚构超市（演示）', firstHandler: '冀A001', secondHandler: '冀A002', shown: true, heard: true,
  })
  const [paper] = (await house.get(`/api/v1/registers/case/${file.id}/documents`, who.handler)).body.items as { number: string }[]
  await take(house, file, 'sign-spot', who.handler, { document: paper!.number, how: 'hand' })
  return { file, service: { document: paper!.number, way: 'direct', outcome: 'served', on: '2026-05-11', place: '虚构超市（演示）' } }
}
const annulled = { ground: 'own', reasons: '主要事实不清（演示）' }
const entriesOf = async (file: File) => Promise.all((await found(house, 'credit-entry', 'origin_record', file.id)).map((each) => row(house, each)))

describe('a penalty that is annulled', () => {
  it('before it was entered in the credit file is not entered, and its link says why', async () => {
    const { file, service } = await decided()
    await only(file, 'serve', who.handler, service)
    await only(file, 'annul', who.head, annulled)
    await settle(house)
    expect(await entriesOf(file)).toEqual([])
    expect(await linkOf(file, 'credit.penalty-to-entry')).toEqual({ state: 'dropped', consequence: null, code: 'kernel.cause-undone' })
  })

  it('after its entry was made, though a killed round had not noted that: the entry is there once, noted, and withdrawn', async () => {
    const { file, service } = await decided()
    await take(house, file, 'serve', who.handler, service)
    const made = (await linkOf(file, 'credit.penalty-to-entry')).consequence
    await house.engine.database.query("update kernel.link set state = 'pending', consequence = null where record = $1 and linkage = 'credit.penalty-to-entry'", [file.id])
    await only(file, 'annul', who.head, annulled)
    await settle(house)
    expect(await linkOf(file, 'credit.penalty-to-entry')).toEqual({ state: 'done', consequence: made, code: null })
    expect((await entriesOf(file)).map(({ state }) => state)).toEqual(['withdrawn'])
  })

  it('while it stands it is entered as before, and delivered twice it is entered once', async () => {
    const { file, service } = await decided()
    await take(house, file, 'serve', who.handler, service)
    await house.engine.database.query("update kernel.link set state = 'pending' where record = $1", [file.id])
    await deliverLinks(house.engine)
    expect(await entriesOf(file)).toHaveLength(1)
    expect(await linkOf(file, 'credit.penalty-to-entry')).toMatchObject({ state: 'done' })
  })
})

describe('a first mark whose grant is revoked', () => {
  it('before it was entered leaves no laboratory and no line of scope', async () => {
    const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
    const file = await open(house, 'mark-application', who.manager, {
      received: '2026-05-11', kind: 'first', laboratory: lab, name: '虚构乳品检测站（演示）', place: '130102', fields: ['food'], lines: [line], invented: true,
    })
    await take(house, file, 'accept', who.clerk)
    await take(house, file, 'review', who.clerk, { team: '演示评审组', opinion: '具备能力' })
    await only(file, 'grant', who.decider, { cma: '260300120601', from: '2026-05-11', to: '2032-05-10' })
    await only(file, 'revoke-grant', who.clerk, { reason: '演示' })
    await settle(house)
    expect([await found(house, 'laboratory', 'code', lab), await found(house, 'lab-scope', 'laboratory', lab)]).toEqual([[], []])
    for (const linkage of ['testing.grant-enters-laboratory', 'testing.grant-enters-scope'])
      expect(await linkOf(file, linkage), linkage).toMatchObject({ state: 'dropped' })
  })
})

describe('a renewal that is taken back', () => {
  it('before it ended the reminder leaves the reminder as it was, and nothing is parked', async () => {
    const code = invented(403)
    const mark = await open(house, 'laboratory', who.clerk, {
      code, name: '虚构乳品检测站（演示）', place: '130102', cma: '210300120602', fields: ['food'], certifiedFrom: '2021-01-04', certifiedTo: '2027-01-03', invented: true,
    })
    const file = await open(house, 'mark-application', who.manager, { received: '2026-05-11', kind: 'renewal', laboratory: code, name: '虚构乳品检测站（演示）', place: '130102', invented: true })
    await only(file, 'take-back', who.manager, { reason: '误交' })
    await settle(house)
    expect(await row(house, mark)).toMatchObject({ renewal_number: null, renew_by: '2026-10-03' })
    expect(await linkOf(file, 'testing.renewal-asked-for')).toMatchObject({ state: 'dropped' })
  })
})

// supervision.recheck-result
it('a re-check whose report fell before it was told passes nothing and fails nothing', () => {
  const recheck = build(systems).linkages.find(({ name }) => name === 'supervision.recheck-result')!
  const cause = (final: string | null) => ({ record: { origin: 'rectification', final }, answers: {}, occurred: '2026-05-11T01:00:00.000Z' }) as never
  expect([recheck.if!(cause('fails')), recheck.if!(cause('meets')), recheck.if!(cause(null))]).toEqual([true, true, false])
})

describe('a cause that only moved on', () => {
  it('still has its consequence: a signal joined by hand is listed in its matter', async () => {
    const told = { day: '2026-05-09', source: 'hospital', product: '婴儿推车', productClass: 'shoes', hazard: 'mechanical', place: '130102' }
    const matter = await open(house, 'risk-matter', who.analyst, { begun: '2026-05-11', place: '130000', product: '婴儿推车', productClass: 'toys', hazard: 'mechanical', raised: 'officer', why: '多起' })
    await take(house, matter, 'take-up', who.analyst)
    const one = await open(house, 'signal', who.collector, told)
    await take(house, one, 'join', who.analyst, { matter: (await row(house, matter))['number'] })
    expect((await row(house, matter))['signals']).toMatchObject([{ record: one.id }])
  })
})

it('everything still verifies', async () => {
  await settle(house)
  expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
})
