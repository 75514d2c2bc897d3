// A visit that ends with a case opens it by itself, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, cast, drawOf, found, row, seedOf, take, type Cast, type Drawn, type File, type Headers } from './supervision-story.ts'

let house: House
let who: Cast
let overseer: Headers
const certificates = { firstSampler: 'ZF-001', secondSampler: 'ZF-002' }

beforeAll(async () => {
  house = await openHouse({ now: '2026-01-05', pages: true })
  who = await cast(house)
  const reading = ['supervision.reader', 'supervision.organiser', 'enforcement.superior']
  overseer = await house.person('visits-overseer', reading.map((duty) => ({ duty, reach: 'all' as const })), { office: 'hebei-market' })
}, 120_000)
afterAll(() => house.close())

async function drawn(kind: string, day: string, seed: string): Promise<Pick<Drawn, 'draw'> & { readonly file: File }> {
  const { draw } = await drawOf(house, who, day, seed, { kind, title: `${seed}（演示）` })
  house.at(addDays(day, 2))
  await take(house, draw, 'draw', who.organiser, seedOf(seed, day))
  const [file] = await found(house, kind === 'yearly' ? 'sample' : 'inspection', 'draw', draw.id)
  house.at(addDays(day, 3))
  await take(house, file!, 'visit', who.sampler, certificates)
  return { draw, file: file! }
}
const linksOf = async (file: File) => (await house.get(`/api/v1/registers/${file.register}/${file.id}/links`, overseer)).body
const form = {
  points: [{ point: '生产许可', result: 'bad' }], permits: [{ kind: 'production', permit: null, validTo: null, found: 'lacking' }], finding: '无证生产电线电缆（演示）',
  signedBy: '演示签字人',
}

describe('a visit whose outcome is a case', () => {
  let file: File

  it('names the breach, and the lead is there by itself with both records linked', async () => {
    ;({ file } = await drawn('visits', '2026-03-02', 'outcome'))
    const { body } = await attempt(house, file, 'record', who.sampler, { ...form, outcome: 'case' })
    expect(body).toMatchObject({ code: 'supervision.no-suspicion', field: 'suspected', basis: 'penalty-procedure/18' })
    await take(house, file, 'record', who.sampler, { ...form, outcome: 'case', suspected: 'licence' })
    const { unit } = await row(house, file)
    const cases = await found(house, 'case', 'origin_record', file.id)
    expect(cases).toHaveLength(1)
    expect(await row(house, cases[0]!)).toMatchObject({ state: 'lead', source: 'check', party: unit, kind: 'licence', facts: '无证生产电线电缆（演示）', origin: 'inspection' })
    const linkage = 'supervision.inspection-record-to-case'
    const basis = 'penalty-procedure/18'
    expect((await linksOf(file)).consequences).toContainEqual(expect.objectContaining({ linkage, state: 'done', register: 'case', record: cases[0]!.id, basis }))
    expect((await linksOf(cases[0]!)).causes).toContainEqual(expect.objectContaining({ linkage, register: 'inspection', record: file.id, basis }))
  })

  it('opens no second one for the same breach, and the map of linkages shows the way', async () => {
    const again = await attempt(house, file, 'suspect-breach', who.officer, { suspected: 'licence', facts: '再次移送' })
    expect(again.body).toMatchObject({ code: 'supervision.passed-already', field: 'suspected' })
    expect(await found(house, 'case', 'origin_record', file.id)).toHaveLength(1)
    const map = JSON.stringify((await house.get('/api/v1/linkages', overseer)).body)
    for (const name of ['supervision.inspection-record-to-case', 'supervision.inspection-recheck-to-case']) expect(map).toContain(name)
  })

  it('comes of the second look as well, with what both found', async () => {
    const second = await drawn('visits', '2026-05-11', 'second look')
    house.at('2026-05-14')
    await take(house, second.file, 'record', who.sampler, { ...form, outcome: 'ordered', demand: '停止生产', correctBy: '2026-05-20' })
    expect(await found(house, 'case', 'origin_record', second.file.id)).toEqual([])
    house.at('2026-05-21')
    await take(house, second.file, 'recheck', who.sampler, { mended: '仍在生产', outcome: 'case', suspected: 'licence' })
    const cases = await found(house, 'case', 'origin_record', second.file.id)
    expect(cases).toHaveLength(1)
    expect(await row(house, cases[0]!)).toMatchObject({ facts: '无证生产电线电缆（演示）；复查：仍在生产' })
  })
})
