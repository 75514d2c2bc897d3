// One application of a kind and one grant at a time through HTTP: however fast two are made or decided, nothing waits for somebody afterwards.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, settle, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const [asking, granting, first, widening, byHand] = [231, 232, 233, 234, 235].map(invented) as [string, string, string, string, string]
const marked = [asking, granting, widening, byHand]
const to = '2026-06-30'
const name = '虚构乳品检测站（演示）'
const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const application = (kind: string, laboratory: string, received: string, more: object = {}) => ({ received, kind, laboratory, name, place: '130102', invented: true, ...more })

let house: House
let clerk: Headers
let head: Headers
let second: Headers
let manager: Headers

const mark = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
async function reviewed(file: File): Promise<void> {
  await take(house, file, 'accept', clerk)
  await take(house, file, 'review', clerk, { team: '演示评审组', opinion: '具备能力' })
}
const codes = (answers: readonly { status: number; body: any }[]) => answers.map(({ status, body }) => (status < 300 ? status : body.code)).toSorted()

/** As the registers of before hold it: two of one kind, both open. */
async function secondOfOld(code: string, kind: string, day: string): Promise<File> {
  const other = kind === 'renewal' ? 'widening' : 'renewal'
  const file = await open(house, 'mark-application', manager, application(other, code, day, { lines: [line] }))
  await settle(house)
  await house.engine.database.query('update record.mark_application set kind = $2 where id = $1', [file.id, kind])
  return file
}

beforeAll(async () => {
  house = await openHouse({ now: '2020-07-01' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('mo-clerk')
  head = await office('mo-head')
  second = await office('mo-second')
  manager = await house.person('mo-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [...marked, first] })
  for (const [at, code] of marked.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `20030012000${at}`, fields: ['food'], certifiedFrom: '2020-07-01', certifiedTo: to, invented: true,
    })
  house.at('2026-01-05')
}, 180_000)
afterAll(() => house.close())

describe('a second application of the same kind', () => {
  it('is refused while the first is open, however fast both come; another kind is not', async () => {
    const both = await Promise.all([1, 2].map(() => tryOpen(house, 'mark-application', manager, application('renewal', asking, '2026-01-05'))))
    expect(codes(both)).toEqual([201, 'testing.applied-already'])
    await open(house, 'mark-application', manager, application('widening', asking, '2026-01-05', { lines: [line] }))
    await settle(house)
    const [file] = await found(house, 'mark-application', 'laboratory', asking)
    const again = await tryOpen(house, 'mark-application', clerk, application('renewal', asking, '2026-01-05'))
    expect(again.body).toMatchObject({ code: 'testing.applied-already', field: 'kind', detail: expect.stringContaining((await row(house, file!))['number']) })
    await take(house, file!, 'take-back', manager, { reason: '材料不全' })
    await open(house, 'mark-application', manager, application('renewal', asking, '2026-01-05'))
  })

  it('is refused for a first mark too: two grants would enter the laboratory twice', async () => {
    const about = application('first', first, '2026-01-05', { fields: ['food'], lines: [line] })
    expect(codes(await Promise.all([1, 2].map(() => tryOpen(house, 'mark-application', manager, about))))).toEqual([201, 'testing.applied-already'])
  })
})

describe('two that were open before and are granted at the same moment', () => {
  it('one renews the mark, the other is refused and nothing is parked', async () => {
    const files = [await open(house, 'mark-application', manager, application('renewal', granting, '2026-01-05')), await secondOfOld(granting, 'renewal', '2026-01-05')]
    for (const file of files) await reviewed(file)
    const grant = { cma: '260300120001', from: '2026-07-01', to: '2032-06-30' }
    const answers = await Promise.all(files.map((file, at) => attempt(house, file, 'grant', [head, second][at]!, grant)))
    await settle(house)
    expect(codes(answers)[0]).toBe(200)
    // Before the first is entered it is the one on its way, afterwards the term that it gave.
    expect(['testing.grant-being-entered', 'testing.ends-before-it-begins']).toContain(codes(answers)[1])
    expect(await row(house, await mark(granting))).toMatchObject({ certified_to: '2032-06-30', cma: '260300120001' })
  })

  it('a grant is refused while the one before it is not entered, a renewal by hand and a cancellation too', async () => {
    const file = await open(house, 'mark-application', manager, application('renewal', byHand, '2026-01-05'))
    const other = await secondOfOld(byHand, 'renewal', '2026-01-05')
    for (const each of [file, other]) await reviewed(each)
    await take(house, file, 'grant', head, { cma: '260300120003', from: '2026-07-01', to: '2032-06-30' })
    // As it stands in the moment between the grant and its entry.
    const code = byHand
    await house.engine.database.query('update record.laboratory set certified_to = $2 where code = $1', [code, to])
    const grant = await attempt(house, other, 'grant', head, { cma: '260300120003', from: '2026-07-01', to: '2033-06-30' })
    expect(grant.body).toMatchObject({ code: 'testing.grant-being-entered', detail: expect.stringContaining((await row(house, file))['number']) })
    expect((await attempt(house, await mark(code), 'renew', clerk, { certifiedTo: '2032-06-30', startsOn: '2026-07-01' })).body).toMatchObject({ code: 'testing.grant-being-entered' })
    expect((await attempt(house, await mark(code), 'cancel', clerk, { reason: '演示' })).body).toMatchObject({ code: 'testing.grant-being-entered' })
  })

  it('a line that is asked for twice is not granted twice', async () => {
    const file = await open(house, 'mark-application', manager, application('widening', widening, '2026-01-05', { lines: [line, line] }))
    await reviewed(file)
    const grant = { cma: '200300120002', from: '2026-01-05', to }
    expect((await attempt(house, file, 'grant', head, grant)).body).toMatchObject({ code: 'testing.line-twice', detail: expect.stringContaining('蛋白质') })
    await take(house, file, 'decline', head, { reason: '重复填写' })
    const once = await open(house, 'mark-application', manager, application('widening', widening, '2026-01-05', { lines: [line] }))
    await reviewed(once)
    await take(house, once, 'grant', head, grant)
    const more = await open(house, 'mark-application', manager, application('widening', widening, '2026-01-05', { lines: [line] }))
    await reviewed(more)
    expect((await attempt(house, more, 'grant', head, grant)).body).toMatchObject({ code: 'testing.line-twice' })
  })

  it('a wider scope is not granted beyond the mark that it stands under', async () => {
    const file = (await found(house, 'mark-application', 'laboratory', widening)).at(-1)!
    const beyond = await attempt(house, file, 'grant', head, { cma: '200300120002', from: '2026-01-06', to: '2026-07-01' })
    expect(beyond.body).toMatchObject({ code: 'testing.beyond-the-mark', field: 'to', detail: expect.stringContaining(to) })
  })
})
