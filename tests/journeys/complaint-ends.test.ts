// How complaints end: settled with the trader, made public, withdrawn from publication; split into a report; tested as an appraisal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
})
afterAll(() => house.close())

describe('what is public of a complaint', () => {
  it('is public once it is closed, names no complainant, and is gone and its seal withdrawn when publication stops', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    const path = `/api/v1/publications/complaint-outcomes/${file.id}`
    expect((await house.get(path)).status).toBe(404)
    await take(house, file, 'settle', who.citizen, { terms: '全额退款', recovered: '128.50' })
    await take(house, file, 'notify', who.clerkChangan, { told: 'electronic' })
    await house.work.settled()
    const shown = await house.get(path)
    expect(shown.body.values).toMatchObject({ traderName: '虚衡乳业有限公司（虚构）', endGround: 'withdrawn' })
    expect(JSON.stringify(shown.body)).not.toContain('王某某')
    await take(house, file, 'stop-publishing', who.head, { why: '更正经营者名称' })
    await house.work.settled()
    expect((await house.get(path)).status).toBe(410)
    const { rows } = await house.engine.database.query('select withdrawn from kernel.seal where record = $1 and document is null', [file.id])
    expect(rows).toMatchObject([{ withdrawn: expect.any(String) }])
  })
})

describe('complaints.split-report: what holds a complaint and a report', () => {
  it('is split in two, and the report does not name who complained', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-05-06', { alsoReport: true, breach: '使用过期原料' }))
    await house.work.settled()
    const { rows } = await house.engine.database.query('select anonymous, reporter, breach from record.report where complaint = $1', [file.number])
    expect(rows).toEqual([{ anonymous: true, reporter: null, breach: '使用过期原料' }])
  })
})

describe('an appraisal that both sides agreed to', () => {
  it('is filed once, while the complaint waits in testing', async () => {
    const file = await complain(house, who.citizen, yoghurt('2026-05-06'))
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    await take(house, file, 'begin-test', who.mediator, { laboratory: '虚构检测中心', payer: 'both', bothAgree: true, asCase: 'arbitration' })
    await house.work.settled()
    const { rows } = await house.engine.database.query<{ id: string; state: string }>('select id, state from record.appraisal where complaint = $1', [file.number])
    expect(rows).toMatchObject([{ state: 'applied' }])
    expect((await house.get(`/api/v1/registers/complaint/${file.id}`, who.mediator)).body.record.state).toBe('testing')
  })
})

it('all of it can be folded again', async () => expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] }))
