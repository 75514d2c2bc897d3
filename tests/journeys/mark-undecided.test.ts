// A renewal that nobody completes or decides through HTTP: its own terms run, the authority is warned past the end of the mark, and the mark comes to its end (行政許可法 50).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteEnds } from '../../cli/catch-up/note-ends.ts'
import { sweep } from '../../store/sweep.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, clockOf, found, invented, open, row, settle, take, type File, type Headers } from './supervision-story.ts'

const [completing, correcting] = [281, 282].map(invented) as [string, string]
const labs = [completing, correcting]
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const marked = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const ask = (code: string, received: string): Promise<File> =>
  open(house, 'mark-application', manager, { received, kind: 'renewal', laboratory: code, name, place: '130102', invented: true })
const clock = (file: File, deadline: string) => clockOf(house, file, clerk, deadline)
const past = async (day: string): Promise<void> => {
  house.at(day)
  await sweep(house.engine, house.engine.now())
  await settle(house)
}

beforeAll(async () => {
  house = await openHouse({ now: '2020-07-01' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('mu-clerk')
  head = await office('mu-head')
  manager = await house.person('mu-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: labs })
  for (const [at, code] of labs.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012030${at}`, fields: ['food'], certifiedFrom: '2020-07-01', certifiedTo: to, invented: true,
    })
}, 180_000)
afterAll(() => house.close())

describe('a renewal that is never completed', () => {
  let files: readonly [File, File]
  it('is due at the laboratory by a term of its own, and at the authority before the mark ends', async () => {
    house.at('2026-04-01')
    files = [await ask(completing, '2026-04-01'), await ask(correcting, '2026-04-01')]
    await settle(house)
    await take(house, files[0], 'ask-more', clerk, { missing: '场所证明' })
    await take(house, files[1], 'accept', clerk)
    await take(house, files[1], 'ask-correction', clerk, { opinion: '标准溶液没有期间核查记录' })
    expect(await clock(files[0], 'supply')).toMatchObject({ state: 'open' })
    expect(await clock(files[1], 'correction')).toMatchObject({ state: 'open' })
    for (const file of files) expect(await clock(file, 'undecided')).toMatchObject({ state: 'open', due: '2026-07-01' })
  })

  it('of before, is told the end of its term by the daily watch, once', async () => {
    await house.engine.database.query('update record.mark_application set held_to = null where id = $1', [files[0].id])
    await house.engine.database.query("delete from kernel.clock where record = $1 and deadline = 'undecided'", [files[0].id])
    expect(await noteEnds(house.engine)).toEqual([files[0].id])
    expect(await noteEnds(house.engine)).toEqual([])
    expect(await clock(files[0], 'undecided')).toMatchObject({ state: 'open', due: '2026-07-01' })
    expect((await attempt(house, files[1], 'note-end', clerk)).body).toMatchObject({ code: 'testing.no-end-to-note' })
  })

  it('lights an alarm once the mark is past its end, and its own terms propose the decision', async () => {
    await past('2026-07-06')
    for (const file of files) expect(await clock(file, 'undecided')).toMatchObject({ state: 'lapsed' })
    expect(await clock(files[0], 'supply')).toMatchObject({ state: 'lapsed' })
    expect(await clock(files[1], 'correction')).toMatchObject({ state: 'lapsed' })
    expect((await attempt(house, await marked(completing), 'cancel', clerk, { reason: '有效期届满未延续' })).body).toMatchObject({ code: 'testing.renewal-undecided' })
  })

  it('not accepted or declined, the latter by another person than asked for the corrections, it leaves the mark to be cancelled', async () => {
    await take(house, files[0], 'not-accept', clerk, { reason: '逾期未补正' })
    expect((await attempt(house, files[1], 'decline', clerk, { reason: '逾期未整改' })).body).toMatchObject({ code: 'kernel.two-persons' })
    await take(house, files[1], 'decline', head, { reason: '逾期未整改' })
    await past('2026-07-08')
    for (const code of labs) {
      expect(await clock(await marked(code), 'expiry')).toMatchObject({ state: 'lapsed' })
      await take(house, await marked(code), 'cancel', clerk, { reason: '有效期届满未延续' })
      expect(await row(house, await marked(code))).toMatchObject({ state: 'cancelled', ended_on: '2026-07-08' })
    }
  })
})
