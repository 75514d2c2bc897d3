// Lines of scope entered by hand, and changes that wait for material, through HTTP: held to the end of the mark, and to a term; those of before are brought along.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdScope } from '../../cli/catch-up/hold-scope.ts'
import { noteMissing } from '../../cli/catch-up/note-missing.ts'
import { openHouse, type House } from '../bed/house.ts'
import { clockOf, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const lab = invented(331)
const [from, to, renewedTo] = ['2020-07-01', '2026-06-30', '2032-06-30']
const line = { laboratory: lab, productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g', from }

let house: House
let clerk: Headers
let manager: Headers

const mark = async (): Promise<File> => (await found(house, 'laboratory', 'code', lab))[0]!
const ends = async () => (await Promise.all((await found(house, 'lab-scope', 'laboratory', lab)).map((each) => row(house, each)))).map((one) => [one['parameter'], one['to']]).toSorted()

beforeAll(async () => {
  house = await openHouse({ now: from })
  clerk = await house.person('ml-clerk', [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  manager = await house.person('ml-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [lab] })
  await open(house, 'laboratory', clerk, { code: lab, name: '虚构乳品检测站（演示）', place: '130102', cma: '200300120500', fields: ['food'], certifiedFrom: from, certifiedTo: to, invented: true })
}, 180_000)
afterAll(() => house.close())

describe('a line of scope entered by hand', () => {
  it('is refused where it would outlast the mark, and ends with it where no end is given', async () => {
    const beyond = await tryOpen(house, 'lab-scope', clerk, { ...line, to: '2026-07-01' })
    expect(beyond.body).toMatchObject({ status: 422, code: 'testing.beyond-the-mark', field: 'to', detail: expect.stringContaining(to) })
    expect((await tryOpen(house, 'lab-scope', clerk, { ...line, from: '2026-07-01' })).body).toMatchObject({ code: 'testing.beyond-the-mark', field: 'from' })
    await open(house, 'lab-scope', clerk, line)
    await open(house, 'lab-scope', clerk, { ...line, parameter: '水分', to: '2022-06-30' })
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['蛋白质', to]])
  })

  it('of before, without an end or with one beyond the mark, is held to it by the daily watch, once', async () => {
    await open(house, 'lab-scope', clerk, { ...line, parameter: '脂肪' })
    const set = (parameter: string, end: string | null) => house.engine.database.query('update record.lab_scope set "to" = $2 where parameter = $1', [parameter, end])
    await set('脂肪', null)
    await set('蛋白质', '2030-01-01')
    expect([(await holdScope(house.engine)).length, (await holdScope(house.engine)).length]).toEqual([2, 0])
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['脂肪', to], ['蛋白质', to]])
  })

  // testing.renew-prolongs-scope
  it('runs on with a mark that is renewed by hand, where it still holds', async () => {
    house.at('2026-03-02')
    await take(house, await mark(), 'renew', clerk, { certifiedTo: renewedTo, startsOn: '2026-07-01' })
    await settle(house)
    expect(await ends()).toEqual([['水分', '2022-06-30'], ['脂肪', renewedTo], ['蛋白质', renewedTo]])
  })
})

describe('a change of a mark that waits for material of before that had a term', () => {
  it('gets its term from the daily watch, once, and without the material the refusal is proposed', async () => {
    house.at('2026-05-06')
    const change = await open(house, 'mark-change', manager, { received: '2026-05-06', laboratory: lab, kinds: ['name'], newName: '虚构检测研究院（演示）' })
    await take(house, change, 'ask-more', clerk, { missing: '营业执照' })
    await house.engine.database.query('update record.mark_change set missing_from = null where id = $1', [change.id])
    await house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'supply'", [change.id])
    house.at('2026-06-01')
    expect([await noteMissing(house.engine), await noteMissing(house.engine)]).toEqual([[change.id], []])
    expect(await clockOf(house, change, clerk, 'supply')).toMatchObject({ state: 'open', starts: '2026-06-01', due: '2026-07-14' })
  })
})
