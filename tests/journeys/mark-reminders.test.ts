// What is due of a mark through HTTP: no cancellation is proposed while its renewal is undecided, and marks of before are reminded once by the daily watch.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remindMarks } from '../../cli/catch-up/remind-marks.ts'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { clockOf, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const [pending, late, declined, old, oldAsked, oldLate] = [211, 212, 213, 214, 215, 216].map(invented) as [string, string, string, string, string, string]
const labs = [pending, late, declined, old, oldAsked, oldLate]
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const clock = async (code: string, deadline: string) => clockOf(house, await marked(code), clerk, deadline)
const ask = (code: string, received: string): Promise<File> =>
  open(house, 'mark-application', manager, { received, kind: 'renewal', laboratory: code, name, place: '130102', invented: true })
const past = async (day: string): Promise<void> => {
  house.at(day)
  await sweep(house.engine, house.engine.now())
  await settle(house)
}
async function reviewed(file: File): Promise<void> {
  await take(house, file, 'accept', clerk)
  await take(house, file, 'review', clerk, { team: '演示评审组', opinion: '具备能力' })
}
/** As the registers of before the reminder hold it: the day of the end alone, and its clock. */
async function asOfOld(code: string): Promise<void> {
  const { id } = await marked(code)
  await house.engine.database.query('update record.laboratory set renew_by = null, expires = null where id = $1', [id])
  await house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'renewal'", [id])
}

beforeAll(async () => {
  house = await openHouse({ now: '2020-07-01' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('mr-clerk')
  head = await office('mr-head')
  manager = await house.person('mr-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: labs })
  for (const [at, code] of labs.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012000${at}`, fields: ['food'], certifiedFrom: '2020-07-01', certifiedTo: to, invented: true,
    })
  for (const code of [old, oldAsked, oldLate]) await asOfOld(code)
}, 180_000)
afterAll(() => house.close())

describe('a mark of before the reminder was introduced', () => {
  it('is reminded by the daily watch, once; where a renewal is asked for already, the end is not dealt with before it is decided', async () => {
    house.at('2026-02-02')
    await ask(oldAsked, '2026-02-02')
    await settle(house)
    // The application of those days left the end of the mark as it was.
    const { id } = await marked(oldAsked)
    await house.engine.database.query("update kernel.clock set state = 'open', change = jsonb_set(change, '{state}', '\"open\"') where record = $1 and deadline = 'expiry'", [id])
    const ids = await Promise.all([old, oldAsked, oldLate].map(async (code) => (await marked(code)).id))
    expect((await remindMarks(house.engine)).toSorted()).toEqual(ids.toSorted())
    expect(await remindMarks(house.engine)).toEqual([])
    expect(await clock(old, 'renewal')).toMatchObject({ state: 'open', due: '2026-03-30' })
    expect(await clock(old, 'expiry')).toMatchObject({ state: 'open', due: '2026-07-01' })
    expect(await clock(oldAsked, 'expiry')).toMatchObject({ state: 'met' })
    expect(await row(house, await marked(old))).toMatchObject({ renew_by: '2026-03-30', expires: to })
  })

  it('whose day is over by then is reminded of its end', async () => {
    house.at('2026-04-15')
    await asOfOld(oldLate)
    expect(await remindMarks(house.engine)).toEqual([(await marked(oldLate)).id])
    expect(await clock(oldLate, 'renewal')).toMatchObject({ state: 'open', due: to })
  })
})

describe('the end of a mark whose renewal is asked for', () => {
  it('is on nobody’s desk while the renewal is undecided, and again once it came to nothing', async () => {
    house.at('2026-04-20')
    const files = [await ask(pending, '2026-04-20'), await ask(declined, '2026-04-20')] as const
    await settle(house)
    await past('2026-07-02')
    expect(await clock(late, 'expiry')).toMatchObject({ state: 'lapsed' })
    expect(await clock(pending, 'expiry')).toMatchObject({ state: 'met' })
    await reviewed(files[1])
    await take(house, files[1], 'decline', head, { reason: '能力验证不满意' })
    await past('2026-07-03')
    expect(await clock(declined, 'expiry')).toMatchObject({ state: 'lapsed', run: 2 })
    await take(house, await marked(declined), 'cancel', clerk, { reason: '有效期届满未延续' })
    await reviewed(files[0])
    await take(house, files[0], 'grant', head, { cma: '260300120000', from: '2026-07-01', to: '2032-06-30' })
    expect(await clock(pending, 'expiry')).toMatchObject({ state: 'open', due: '2032-07-01' })
  })

  it('is dealt with by its own day where a renewal came to nothing before it', async () => {
    house.at('2032-01-05')
    const file = await ask(pending, '2032-01-05')
    await settle(house)
    await take(house, file, 'take-back', manager, { reason: '材料不全' })
    expect(await clock(pending, 'expiry')).toMatchObject({ state: 'open', due: '2032-07-01' })
    expect(await clock(pending, 'renewal')).toMatchObject({ state: 'open', due: '2032-03-30' })
  })
})
