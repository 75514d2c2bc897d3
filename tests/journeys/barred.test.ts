// Who may not apply again through HTTP: three years after a mark obtained by improper means was withdrawn, one after something was concealed (行政許可法 78, 79).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, take, tryOpen, type File, type Headers } from './supervision-story.ts'

const [improper, ordinary, concealed, widening, byHand, beside] = [221, 222, 223, 224, 225, 226].map(invented) as [string, string, string, string, string, string]
const marked = [improper, ordinary, widening, byHand, beside]
const name = '虚构乳品检测站（演示）'
const line = { productClass: 'dairy', parameter: '蛋白质', method: 'GB 5009.5-2016', unit: 'g/100g' }
const application = (kind: string, laboratory: string, received: string) => ({
  received, kind, laboratory, name, place: '130102', fields: ['food'], lines: [line], invented: true,
})

let house: House
let clerk: Headers
let head: Headers
let manager: Headers

const mark = async (code: string): Promise<File> => (await found(house, 'laboratory', 'code', code))[0]!
const apply = (kind: string, code: string, received: string, who = manager) => tryOpen(house, 'mark-application', who, application(kind, code, received))
const withdrawn = async (code: string, withdrawnFor: string) => take(house, await mark(code), 'withdraw', clerk, { withdrawnFor, reason: '演示' })

beforeAll(async () => {
  house = await openHouse({ now: '2022-01-04' })
  const office = (id: string) => house.person(id, [{ duty: 'testing.accreditor', reach: 'all' }], { office: 'hebei-market' })
  clerk = await office('ba-clerk')
  head = await office('ba-head')
  manager = await house.person('ba-manager', [{ duty: 'testing.laboratory', reach: 'party' }], { face: 'laboratory', speaksFor: [...marked, concealed] })
  for (const [at, code] of marked.entries())
    await open(house, 'laboratory', clerk, {
      code, name, place: '130102', cma: `22030012000${at}`, fields: ['food'], certifiedFrom: '2022-01-04', certifiedTo: '2028-01-03', invented: true,
    })
}, 180_000)
afterAll(() => house.close())

describe('a mark that was withdrawn', () => {
  it('says why: without a ground it is not known whether its laboratory may apply again', async () => {
    house.at('2022-03-01')
    expect((await attempt(house, await mark(improper), 'withdraw', clerk, { reason: '演示' })).body).toMatchObject({ code: 'kernel.invalid' })
  })

  it('obtained by improper means bars its laboratory for three years from the withdrawal', async () => {
    await withdrawn(improper, 'improper')
    expect(await row(house, await mark(improper))).toMatchObject({ withdrawn_for: 'improper', barred_to: '2025-03-01' })
    house.at('2025-03-01')
    const refused = await apply('anew', improper, '2025-03-01')
    expect(refused.body).toMatchObject({ code: 'testing.barred-from-applying', field: 'laboratory', detail: expect.stringContaining('2025-03-01') })
    expect(refused.body.basis).toBe('administrative-licensing-law/79')
    house.at('2025-03-02')
    // A letter that came within the three years is not let in because it is entered after them.
    expect((await apply('anew', improper, '2025-02-27', clerk)).body).toMatchObject({ code: 'testing.barred-from-applying' })
    expect((await apply('anew', improper, '2025-03-02')).status).toBe(201)
  })

  it('is not granted anew by hand within the three years either', async () => {
    house.at('2022-03-01')
    await withdrawn(byHand, 'improper')
    house.at('2023-03-01')
    const anew = { number: '230300120009', startsOn: '2023-03-01', certifiedTo: '2029-02-28' }
    expect((await attempt(house, await mark(byHand), 'grant-anew', clerk, anew)).body).toMatchObject({ code: 'testing.barred-from-applying' })
  })

  it('for another ground leaves its laboratory free to apply anew', async () => {
    house.at('2022-03-01')
    await withdrawn(ordinary, 'conditions')
    expect(await row(house, await mark(ordinary))).toMatchObject({ withdrawn_for: 'conditions', barred_to: null })
    house.at('2022-03-02')
    expect((await apply('anew', ordinary, '2022-03-02')).status).toBe(201)
  })
})

describe('an application that concealed something', () => {
  it('is another matter than one that lacked something, which may be made again at once', async () => {
    house.at('2022-03-07')
    const [file] = await found(house, 'mark-application', 'laboratory', ordinary)
    await take(house, file!, 'not-accept', clerk, { reason: '材料不全' })
    expect((await apply('anew', ordinary, '2022-03-07')).status).toBe(201)
  })

  it('that is not accepted for it bars its applicant for a year', async () => {
    house.at('2022-03-01')
    await apply('first', concealed, '2022-03-01')
    const [file] = await found(house, 'mark-application', 'laboratory', concealed)
    await take(house, file!, 'not-accept', clerk, { reason: '人员证书系伪造（演示）', concealed: true })
    expect(await row(house, file!)).toMatchObject({ state: 'notAccepted', barred_to: '2023-03-01' })
    house.at('2023-03-01')
    const refused = await apply('first', concealed, '2023-03-01')
    expect(refused.body).toMatchObject({ code: 'testing.barred-from-applying', detail: expect.stringContaining((await row(house, file!))['number']) })
    expect(refused.body.basis).toBe('administrative-licensing-law/78')
    house.at('2023-03-02')
    expect((await apply('first', concealed, '2023-03-02')).status).toBe(201)
  })

  it('for a wider scope bars another for a year, and not the renewal of the mark', async () => {
    house.at('2027-03-01')
    await apply('widening', widening, '2027-03-01')
    const [file] = await found(house, 'mark-application', 'laboratory', widening)
    await take(house, file!, 'accept', clerk)
    await take(house, file!, 'review', clerk, { team: '演示评审组', opinion: '原始记录系编造（演示）' })
    await take(house, file!, 'decline', head, { reason: '提供虚假材料（演示）', concealed: true })
    house.at('2027-09-01')
    expect((await apply('widening', widening, '2027-09-01')).body).toMatchObject({ code: 'testing.barred-from-applying' })
    expect((await apply('renewal', widening, '2027-09-01')).status).toBe(201)
  })

  it('bars the grant of another for the same mark that was open beside it, until the year is over', async () => {
    house.at('2027-12-01')
    await apply('renewal', beside, '2027-12-01')
    house.at('2028-01-10')
    const { record: id } = (await apply('anew', beside, '2028-01-10')).body
    const anew: File = { register: 'mark-application', id }
    await take(house, anew, 'accept', clerk)
    await take(house, anew, 'review', clerk, { team: '演示评审组', opinion: '具备能力' })
    const grant = { cma: '280300120009', from: '2029-01-11', to: '2035-01-10' }
    const renewal = (await found(house, 'mark-application', 'laboratory', beside)).find((file) => file.id !== id)!
    await take(house, renewal, 'not-accept', clerk, { reason: '检测记录系伪造（演示）', concealed: true })
    const refused = await attempt(house, anew, 'grant', head, grant)
    expect(refused.body).toMatchObject({ code: 'testing.barred-from-applying', field: 'from', basis: 'administrative-licensing-law/78', detail: expect.stringContaining('2029-01-10') })
    house.at('2029-01-11')
    await take(house, anew, 'grant', head, grant)
    expect(await row(house, await mark(beside))).toMatchObject({ state: 'valid', certified_to: '2035-01-10' })
  })
})
