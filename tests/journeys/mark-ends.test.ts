// The end of a mark through HTTP: a renewal asked for in time holds it, one that comes to nothing is reminded of again, and a withdrawal of old keeps its day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { line, MarkStory, renewalOf, to } from './mark-story.ts'
import { attempt, invented, open, row, settle, take, tryOpen, type File } from './supervision-story.ts'

const labs = [241, 242, 243, 244, 245].map(invented)
const story = new MarkStory(labs)
const { marked, renewal: apply } = story

const reminder = async (code: string) => story.clock(await marked(code), 'renewal')
async function reviewed(file: File): Promise<void> {
  await take(story.house, file, 'accept', story.clerk)
  await take(story.house, file, 'review', story.clerk, { team: '演示评审组', opinion: '具备能力' })
}

beforeAll(() => story.open(), 180_000)
afterAll(() => story.close())

describe('a mark that was withdrawn before the day was kept', () => {
  it('is granted anew with a term that ends on the day before the withdrawal, not on the day that the certificate named', async () => {
    story.house.at('2022-05-09')
    await take(story.house, await marked(labs[0]!), 'withdraw', story.clerk, { withdrawnFor: 'conditions', reason: '演示' })
    // As the registers of that time hold it.
    await story.house.engine.database.query('update record.laboratory set ended_on = null where code = $1', [labs[0]])
    story.house.at('2023-03-01')
    await take(story.house, await marked(labs[0]!), 'grant-anew', story.clerk, { number: '230300120009', startsOn: '2023-03-01', certifiedTo: '2029-02-28' })
    expect(await row(story.house, await marked(labs[0]!))).toMatchObject({ state: 'valid', earlier_terms: [{ from: '2020-07-01', to: '2022-05-08' }] })
  })
})

describe('a renewal that came to nothing', () => {
  // testing.renewal-taken-back, testing.renewal-not-accepted, testing.renewal-declined
  it('is reminded of again by the same day while that lies ahead, whichever way it ended', async () => {
    const [, back, refused, declined] = labs as [string, string, string, string]
    story.house.at('2025-11-03')
    expect(await reminder(back)).toMatchObject({ state: 'open', due: '2026-03-30' })
    const files = { back: await apply(back, '2025-11-03'), refused: await apply(refused, '2025-11-03'), declined: await apply(declined, '2025-11-03') }
    await settle(story.house)
    for (const code of [back, refused, declined]) expect(await reminder(code)).toMatchObject({ state: 'met' })
    story.house.at('2025-11-05')
    await take(story.house, files.back, 'take-back', story.manager, { reason: '材料不全' })
    await take(story.house, files.refused, 'not-accept', story.clerk, { reason: '不属于受理范围' })
    await reviewed(files.declined)
    await take(story.house, files.declined, 'decline', story.head, { reason: '能力验证不满意' })
    await settle(story.house)
    for (const code of [back, refused, declined]) expect(await reminder(code)).toMatchObject({ state: 'open', due: '2026-03-30' })
  })

  it('asked for anew it is met anew, and while another is under way nothing is reminded of', async () => {
    const [, code] = labs as [string, string]
    story.house.at('2026-03-02')
    const one = await apply(code, '2026-03-02')
    // As registers of before hold it: a second one that is open.
    const two = await open(story.house, 'mark-application', story.manager, { ...renewalOf(code, '2026-03-02'), kind: 'widening', lines: [line] })
    await story.house.engine.database.query("update record.mark_application set kind = 'renewal' where id = $1", [two.id])
    await settle(story.house)
    expect((await attempt(story.house, await marked(code), 'remind', story.clerk)).body).toMatchObject({ code: 'testing.reminded-already' })
    await take(story.house, one, 'take-back', story.manager, { reason: '重复' })
    await settle(story.house)
    expect(await reminder(code)).toMatchObject({ state: 'met' })
    // Its day is over by then: that it asked in time stands, and what is left is the end of the mark.
    story.house.at('2026-04-15')
    await take(story.house, two, 'not-accept', story.clerk, { reason: '材料不符' })
    await settle(story.house)
    expect(await reminder(code)).toMatchObject({ state: 'open', due: to })
  })
})

describe('a mark whose term is over while its renewal is not decided', () => {
  it('is not cancelled: asked for in time it counts as granted; the late decision prolongs it', async () => {
    const code = labs[4]!
    story.house.at('2026-03-02')
    const file = await apply(code, '2026-03-02')
    await take(story.house, file, 'ask-more', story.clerk, { missing: '场所证明' })
    await story.past('2026-07-02')
    const cancel = async (more: object = {}) => attempt(story.house, await marked(code), 'cancel', story.clerk, { reason: '有效期届满未延续', ...more })
    expect((await cancel()).body).toMatchObject({ code: 'testing.renewal-undecided' })
    // What it supplies after the end does not make it late.
    await take(story.house, file, 'complete', story.manager)
    expect((await cancel()).body).toMatchObject({ code: 'testing.renewal-undecided' })
    await reviewed(file)
    await take(story.house, file, 'grant', story.head, { cma: '260300120004', from: '2026-07-01', to: '2032-06-30' })
    await settle(story.house)
    expect(await row(story.house, await marked(code))).toMatchObject({ state: 'valid', certified_to: '2032-06-30' })
  })

  it('is cancelled once the renewal was declined, or where the laboratory itself asked for it', async () => {
    const [, , one, two] = labs as [string, string, string, string]
    story.house.at('2026-06-01')
    const files = [await apply(one, '2026-06-01'), await apply(two, '2026-06-01')] as const
    await story.past('2026-07-06')
    const cancel = async (code: string, more: object = {}) => attempt(story.house, await marked(code), 'cancel', story.clerk, { reason: '有效期届满未延续', ...more })
    expect((await cancel(one)).body).toMatchObject({ code: 'testing.renewal-undecided' })
    await reviewed(files[0])
    await take(story.house, files[0], 'decline', story.head, { reason: '能力验证不满意' })
    await settle(story.house)
    // It was asked for after its day; after the end there is nothing left to remind of, and no third reminder begins.
    expect(await reminder(one)).toMatchObject({ state: 'late', run: 2 })
    expect((await cancel(one)).status).toBe(200)
    expect((await cancel(two, { ownWish: true })).status).toBe(200)
    expect((await row(story.house, await marked(two)))['state']).toBe('cancelled')
  })

  it('is not held by an application that its laboratory dates back', async () => {
    story.house.at('2026-07-07')
    expect((await tryOpen(story.house, 'mark-application', story.manager, renewalOf(labs[1]!, to))).body).toMatchObject({ code: 'testing.applied-today' })
    await take(story.house, await marked(labs[1]!), 'cancel', story.clerk, { reason: '有效期届满未延续' })
  })
})
