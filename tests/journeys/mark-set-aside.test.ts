// A withdrawal or refusal that is set aside, and the ground of one of before, through HTTP: what never held leaves no trace on mark and scope (行政許可法 69, 79).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { clockOf, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const [restored, old, renewing, cancelled, reopened] = [291, 292, 293, 294, 295].map(invented) as [string, string, string, string, string]
const labs = [restored, old, renewing, cancelled, reopened]
const [from, to] = ['2020-07-01', '2026-06-30']
const name = '虚构乳品检测站（演示）'
const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const setAside = { setAsideBy: '行复〔2025〕1号（演示）', reason: '演示' }

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const lines = async (code: string) =>
  (await Promise.all((await found(house, 'lab-scope', 'laboratory', code)).map((each) => row(house, each)))).map((one) => [one['parameter'], one['state'], one['to']]).toSorted()
const application = (kind: string, laboratory: string, received: string) => ({ received, kind, laboratory, name, place: '130102', lines: [line], invented: true })

beforeAll(async () => {
  house = await openHouse({ now: from })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('ms-clerk')
  head = await office('ms-head')
  manager = await house.person('ms-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: labs })
  for (const [at, code] of labs.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012040${at}`, fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true,
    })
  for (const [parameter, end] of [['蛋白质', to], ['脂肪', '2026-01-31'], ['水分', to]])
    await open(house, 'lab-scope', clerk, { laboratory: restored, ...line, parameter, from, to: end })
}, 180_000)
afterAll(() => house.close())

describe('a withdrawal that is set aside', () => {
  // testing.set-aside-restores-scope, testing.set-aside-reminds
  it('restores the mark, its own lines and the reminder; what was given up on the day before stays ended, and the bar is gone', async () => {
    house.at('2025-03-09')
    const [, , given] = await Promise.all((await found(house, 'lab-scope', 'laboratory', restored)).map(async (each) => ({ each, is: (await row(house, each))['parameter'] })))
    expect(given!.is).toBe('水分')
    await take(house, given!.each, 'end', clerk)
    house.at('2025-03-10')
    await take(house, await marked(restored), 'withdraw', clerk, { withdrawnFor: 'improper', reason: '演示' })
    house.at('2025-09-01')
    await take(house, await marked(restored), 'set-aside', head, setAside)
    expect(await row(house, await marked(restored))).toMatchObject({
      state: 'valid', ended_on: null, withdrawn_for: null, barred_to: null,
      set_aside: [{ endedOn: '2025-03-10', withdrawnFor: 'improper', setAsideBy: setAside.setAsideBy }],
    })
    expect(await lines(restored)).toEqual([['水分', 'ended', '2025-03-09'], ['脂肪', 'approved', '2026-01-31'], ['蛋白质', 'approved', to]])
    expect(await clockOf(house, await marked(restored), clerk, 'renewal')).toMatchObject({ state: 'open', due: '2026-03-30' })
    expect((await tryOpen(house, 'mark-application', manager, application('widening', restored, '2025-09-01'))).status).toBe(201)
  })
})

describe('a withdrawal of before grounds were kept', () => {
  // testing.enter-ground-declines-applications
  it('is given its ground: the bar runs from its own day, and what is under way ends', async () => {
    house.at('2025-09-02')
    await take(house, await marked(old), 'withdraw', clerk, { withdrawnFor: 'other', reason: '演示' })
    await house.engine.database.query('update record.laboratory set withdrawn_for = null where code = $1', [old])
    house.at('2025-10-08')
    const file = await open(house, 'mark-application', manager, application('anew', old, '2025-10-08'))
    await take(house, await marked(old), 'enter-ground', head, { withdrawnFor: 'improper', reason: '补录（演示）' })
    expect(await row(house, await marked(old))).toMatchObject({ state: 'withdrawn', withdrawn_for: 'improper', barred_to: '2028-09-02' })
    expect((await row(house, file))['state']).toBe('notAccepted')
    expect((await tryOpen(house, 'mark-application', manager, application('anew', old, '2025-10-08'))).body).toMatchObject({ code: 'testing.barred-from-applying' })
  })
})

describe('a cancellation that is set aside', () => {
  it('restores the mark and its lines as a withdrawal does, also one that was cancelled after its term', async () => {
    house.at('2026-01-05')
    await open(house, 'lab-scope', clerk, { laboratory: cancelled, ...line, from: '2026-01-05' })
    house.at('2026-03-02')
    await take(house, await marked(cancelled), 'cancel', clerk, { reason: '误认已经停业（演示）', ownWish: true })
    expect(await lines(cancelled)).toEqual([['蛋白质', 'ended', '2026-03-01']])
    house.at('2026-03-09')
    await take(house, await marked(cancelled), 'set-aside', head, setAside)
    expect(await row(house, await marked(cancelled))).toMatchObject({ state: 'valid', ended_on: null, set_aside: [{ endedOn: '2026-03-02', withdrawnFor: null }] })
    expect(await lines(cancelled)).toEqual([['蛋白质', 'approved', to]])
    expect(await clockOf(house, await marked(cancelled), clerk, 'renewal')).toMatchObject({ state: 'open' })
    house.at('2026-07-06')
    await take(house, await marked(cancelled), 'cancel', clerk, { reason: '有效期届满（演示）' })
    house.at('2026-07-08')
    await take(house, await marked(cancelled), 'set-aside', head, setAside)
    expect(await lines(cancelled)).toEqual([['蛋白质', 'approved', to]])
  })
})

describe('the bar of a withdrawal that is set aside', () => {
  // testing.set-aside-reopens
  it('falls, and the applications that it ended go on where they stood; one that was refused for a reason of its own does not', async () => {
    house.at('2026-03-02')
    const refused = await open(house, 'mark-application', manager, { ...application('widening', reopened, '2026-03-02') })
    await take(house, refused, 'not-accept', clerk, { reason: '材料不全（演示）' })
    const [wider, renewal] = [
      await open(house, 'mark-application', manager, application('widening', reopened, '2026-03-02')),
      await open(house, 'mark-application', manager, { ...application('renewal', reopened, '2026-03-02'), lines: '' }),
    ]
    await take(house, wider, 'accept', clerk)
    await settle(house)
    await take(house, await marked(reopened), 'withdraw', clerk, { withdrawnFor: 'improper', reason: '演示' })
    expect(await Promise.all([wider, renewal].map(async (file) => (await row(house, file))['state']))).toEqual(['declined', 'notAccepted'])
    house.at('2026-06-01')
    await take(house, await marked(reopened), 'set-aside', head, setAside)
    expect(await Promise.all([refused, wider, renewal].map(async (file) => (await row(house, file))['state']))).toEqual(['notAccepted', 'accepted', 'applied'])
    const number = (await row(house, renewal))['number']
    expect(await row(house, await marked(reopened))).toMatchObject({ state: 'valid', barred_to: null, renewal_number: number, renewal_on: '2026-03-02', expires: null })
  })
})

describe('a refusal of a renewal that is set aside', () => {
  // testing.renewal-set-aside
  it('goes on: the bar is gone, and the mark counts as asked for again', async () => {
    house.at('2026-03-02')
    const file = await open(house, 'mark-application', manager, { ...application('renewal', renewing, '2026-03-02'), lines: '' })
    await settle(house)
    await take(house, file, 'not-accept', clerk, { reason: '演示', concealed: true })
    expect(await row(house, await marked(renewing))).toMatchObject({ renewal_number: null })
    house.at('2026-05-06')
    await take(house, file, 'set-aside', head, { setAsideBy: setAside.setAsideBy })
    const number = (await row(house, file))['number']
    expect(await row(house, file)).toMatchObject({ state: 'applied', barred_to: null, concealed: null })
    expect(await row(house, await marked(renewing))).toMatchObject({ renewal_number: number, renewal_on: '2026-03-02', expires: null })
  })
})
