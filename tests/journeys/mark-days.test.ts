// The days of a mark through HTTP: it ended on the day of its decision whatever was entered later, comes back as it was, and a renewal that is taken up again has its clocks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catchUps } from '../../cli/catch-up/index.ts'
import { dateEnds } from '../../cli/catch-up/date-ends.ts'
import { noteEnds } from '../../cli/catch-up/note-ends.ts'
import { rememberSuspensions } from '../../cli/catch-up/remember-suspensions.ts'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const labs = [411, 412, 413, 414, 415, 416, 417, 418].map(invented)
const name = '虚构乳品检测站（演示）'
const why = { reason: '演示' }
const other = { withdrawnFor: 'other', ...why }
const setAside = { setAsideBy: '行复〔2026〕9号（演示）', ...why }

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2024-01-08' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('md-clerk')
  head = await office('md-head')
  manager = await house.person('md-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: labs })
}, 180_000)
afterAll(() => house.close())

const lab = (at: number, certifiedTo = '2030-01-07'): Promise<File> =>
  open(house, 'laboratory', clerk, { code: labs[at], name, place: '130102', cma: `24030012060${at}`, fields: ['food'], certifiedFrom: '2024-01-08', certifiedTo, invented: true })
/** As a register of before has it. */
const without = (file: File, ...columns: readonly string[]) =>
  house.engine.database.query(`update record.laboratory set ${columns.map((each) => `${each} = null`).join(', ')} where id = $1`, [file.id])

describe('a mark that was withdrawn before the day was kept', () => {
  const withdrawn = async (at: number): Promise<File> => {
    house.at('2024-01-08')
    const file = await lab(at)
    house.at('2024-01-10')
    await take(house, file, 'suspend', clerk, why)
    house.at('2024-02-12')
    await take(house, file, 'restore', clerk)
    house.at('2024-03-11')
    await take(house, file, 'withdraw', clerk, other)
    await without(file, 'ended_on', 'ended_from', 'withdrawn_for', 'suspensions')
    house.at('2026-05-11')
    return file
  }

  it('ended on that day though its suspensions and its ground were entered years later: the bar and the earlier term tell it', async () => {
    const file = await withdrawn(0)
    expect(await rememberSuspensions(house.engine)).toEqual([file.id])
    await take(house, file, 'enter-ground', head, { ...other, withdrawnFor: 'improper' })
    expect(await row(house, file)).toMatchObject({ ended_on: '2024-03-11', barred_to: '2027-03-11', suspensions: [{ from: '2024-01-10', to: '2024-02-11' }] })
    house.at('2027-03-15')
    await take(house, file, 'grant-anew', clerk, { number: '270300120600', startsOn: '2027-03-15', certifiedTo: '2033-03-14' })
    expect(await row(house, file)).toMatchObject({ earlier_terms: [{ from: '2024-01-08', to: '2024-03-10' }], ended_on: null, ended_from: null })
  })

  it('is told its day by the daily watch from the act that ended it, once, and a bar that was counted from another day is counted anew', async () => {
    const file = await withdrawn(1)
    // As a watch and an officer of before left it.
    await rememberSuspensions(house.engine)
    await take(house, file, 'enter-ground', head, { ...other, withdrawnFor: 'improper' })
    await house.engine.database.query("update record.laboratory set ended_on = null, barred_to = '2029-05-11' where id = $1", [file.id])
    expect(catchUps.indexOf(dateEnds)).toBeLessThan(catchUps.indexOf(rememberSuspensions))
    expect(await dateEnds(house.engine)).toEqual([file.id])
    expect(await dateEnds(house.engine)).toEqual([])
    expect(await row(house, file)).toMatchObject({ state: 'withdrawn', ended_on: '2024-03-11', barred_to: '2027-03-11' })
    expect((await attempt(house, file, 'note-ended', clerk, { ended: '2025-01-06' })).body).toMatchObject({ code: 'testing.end-noted' })
  })
})

describe('a decision that is set aside', () => {
  it('of the very day of a suspension leaves the mark suspended since that day', async () => {
    house.at('2026-05-11')
    const file = await lab(2)
    await take(house, file, 'suspend', clerk, why)
    await take(house, file, 'withdraw', clerk, other)
    expect(await row(house, file)).toMatchObject({ suspensions: [], ended_from: 'suspended' })
    house.at('2026-06-11')
    await take(house, file, 'set-aside', head, setAside)
    expect(await row(house, file)).toMatchObject({ state: 'suspended', suspensions: [{ from: '2026-05-11', to: null }], ended_from: null })
  })

  it('of the day on which a suspension was lifted leaves the mark valid, and the suspension over', async () => {
    house.at('2026-05-11')
    const file = await lab(3)
    await take(house, file, 'suspend', clerk, why)
    house.at('2026-05-20')
    await take(house, file, 'restore', clerk)
    await take(house, file, 'cancel', clerk, { ...why, ownWish: true })
    house.at('2026-06-11')
    await take(house, file, 'set-aside', head, setAside)
    expect(await row(house, file)).toMatchObject({ state: 'valid', suspensions: [{ from: '2026-05-11', to: '2026-05-19' }] })
  })

  it('of a mark that was suspended before leaves it suspended as it was', async () => {
    house.at('2026-05-11')
    const file = await lab(4)
    await take(house, file, 'suspend', clerk, why)
    house.at('2026-05-20')
    await take(house, file, 'withdraw', clerk, other)
    house.at('2026-06-11')
    await take(house, file, 'set-aside', head, setAside)
    expect(await row(house, file)).toMatchObject({ state: 'suspended', suspensions: [{ from: '2026-05-11', to: null }] })
  })
})

describe('suspensions of before their days were kept', () => {
  it('are remembered although the mark was suspended again before the first watch, and lifted on its day too', async () => {
    house.at('2026-05-11')
    const [again, once] = [await lab(5), await lab(6)]
    for (const file of [again, once]) await take(house, file, 'suspend', clerk, why)
    house.at('2026-05-20')
    for (const file of [again, once]) await take(house, file, 'restore', clerk)
    for (const file of [again, once]) await without(file, 'suspensions')
    house.at('2026-06-11')
    for (const file of [again, once]) await take(house, file, 'suspend', clerk, why)
    await take(house, once, 'restore', clerk)
    expect((await row(house, again))['suspensions']).toEqual([{ from: '2026-06-11', to: null }])
    expect((await rememberSuspensions(house.engine)).toSorted()).toEqual([again.id, once.id].toSorted())
    expect(await rememberSuspensions(house.engine)).toEqual([])
    const before = { from: '2026-05-11', to: '2026-05-19' }
    expect((await row(house, again))['suspensions']).toEqual([before, { from: '2026-06-11', to: null }])
    expect((await row(house, once))['suspensions']).toEqual([before])
    const more = await attempt(house, again, 'remember', clerk, { suspensions: [{ from: '2026-01-05', to: '2026-01-06' }] })
    expect(more.body).toMatchObject({ code: 'testing.remembered-already' })
  })
})

describe('a renewal whose refusal is set aside', () => {
  let file: File
  it('is due before the end of the term again, and its review too', async () => {
    house.at('2026-05-11')
    const mark = await lab(7, '2026-10-30')
    file = await open(house, 'mark-application', manager, { received: '2026-05-11', kind: 'renewal', laboratory: labs[7], name, place: '130102', invented: true })
    await settle(house)
    await take(house, file, 'accept', clerk)
    house.at('2026-05-20')
    await take(house, mark, 'withdraw', clerk, { ...other, withdrawnFor: 'improper' })
    expect(await row(house, file)).toMatchObject({ state: 'declined' })
    house.at('2026-07-13')
    await take(house, mark, 'set-aside', head, setAside)
    expect(await row(house, file)).toMatchObject({ state: 'accepted', reopened: '2026-07-13' })
    expect(await clockOf(house, file, clerk, 'undecided-again')).toMatchObject({ state: 'open', due: '2026-10-31' })
    expect(await clockOf(house, file, clerk, 'review')).toMatchObject({ state: 'open', starts: '2026-07-13' })
  })

  it('of before, is told so by the daily watch, once, and lights an alarm once the mark is past its end', async () => {
    await house.engine.database.query('update record.mark_application set reopened = null where id = $1', [file.id])
    await house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'undecided-again'", [file.id])
    house.at('2026-07-14')
    expect(await noteEnds(house.engine)).toEqual([file.id])
    expect(await noteEnds(house.engine)).toEqual([])
    house.at('2026-11-02')
    await sweep(house.engine, house.engine.now())
    expect(await clockOf(house, file, clerk, 'undecided-again')).toMatchObject({ state: 'lapsed' })
  })
})
