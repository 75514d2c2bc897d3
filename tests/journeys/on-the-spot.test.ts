// A penalty on the spot through HTTP: decided by two officers, the paper signed and handed over, filed with the bureau, paid, seen by the party and made public.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { attempt, found, invented, open, row, take, type File, type Headers } from './supervision-story.ts'

const party = invented(91)
let house: House
let who: Readonly<Record<'handler' | 'head' | 'firm', Headers>>
let file: File

const spot = {
  kindOfParty: 'unit', onSpot: ['fine'], fine: '600.00', value: '2000.00', finding: '3 件商品未标明生产者名称（演示）', breach: 'product-quality-law/27', punishedBy: 'product-quality-law/54',
  at: '08:40', spot: '虚构超市（演示）', firstHandler: '冀A001', secondHandler: '冀A002', shown: true, heard: true, defence: '立即改正',
}

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  const official = (id: string, duty: string) => house.person(id, [{ duty, reach: 'all' }], { office: 'hebei-market' })
  who = {
    handler: await official('handler', 'enforcement.handler'), head: await official('head', 'enforcement.head'),
    firm: await house.person('firm', [{ duty: 'enforcement.party', reach: 'party' }], { face: 'enterprise', speaksFor: [party] }),
  }
  file = await open(house, 'case', who.handler, { received: '2026-05-11', source: 'check', party, partyName: '虚构超市（演示）', place: '130102', kind: 'labelling', facts: '标识不符（演示）' })
})
afterAll(() => house.close())

describe('a penalty on the spot', () => {
  it('above the limit is refused with the limit and article, and nothing is written', async () => {
    const before = await row(house, file)
    const { status, body } = await attempt(house, file, 'decide-on-spot', who.handler, { ...spot, fine: '3000.01', value: '20000.00' })
    expect([status, body.code, body.field, body.basis]).toEqual([422, 'enforcement.spot-limit', 'fine', 'administrative-penalty-law/51'])
    expect(body.detail).toContain('3000.00')
    expect(await row(house, file)).toEqual(before)
    expect((await attempt(house, file, 'decide-on-spot', who.firm, spot)).status).toBe(404)
  })
  it('has a paper of its own, with what the law asks to stand on it, numbered in its own series', async () => {
    await take(house, file, 'decide-on-spot', who.handler, spot)
    const [paper] = (await house.get(`/api/v1/registers/case/${file.id}/documents`, who.handler)).body.items as { id: string; number: string; form: string }[]
    expect(paper).toMatchObject({ form: 'spot-decision', number: expect.stringMatching(/当罚〔2026〕\d+号$/) })
    const written = await house.engine.database.query<{ paper: unknown; sealed_paper: unknown }>('select paper, sealed_paper from kernel.document where id = $1', [paper!.id])
    expect(written.rows[0]!.paper === null).toBe(written.rows[0]!.sealed_paper !== null)
    const pdf = await house.app.inject({ url: `/api/v1/documents/${paper!.id}.pdf`, headers: who.handler })
    expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    await take(house, file, 'sign-spot', who.handler, { document: paper!.number, how: 'hand' })
    await take(house, file, 'serve', who.handler, { document: paper!.number, way: 'left', outcome: 'served', on: '2026-05-11', refusal: '拒绝签收，已在决定书上注明' })
    expect(await row(house, file)).toMatchObject({ state: 'served', fine: '600.00', degree: 'minor', informed: party })
  })
  it('is filed, paid and closed; the party reads it; it stands in the credit file as minor, inside, and is not made public (公示規定 2)', async () => {
    house.at('2026-05-15')
    await take(house, file, 'pay', who.handler, { on: '2026-05-15', sum: '600.00', receipt: 'P-1' })
    expect((await attempt(house, file, 'close', who.head, { outcome: '履行完毕' })).body).toMatchObject({ status: 409, code: 'enforcement.spot-not-filed' })
    await take(house, file, 'file-spot', who.handler, { receiver: '虚构档案员' })
    await take(house, file, 'close', who.head, { outcome: '履行完毕' })
    expect((await house.get(`/api/v1/registers/case/${file.id}`, who.firm)).body.record).toMatchObject({ state: 'closed', spotOn: '2026-05-11', spotFiled: '2026-05-15' })
    expect(await row(house, (await found(house, 'credit-entry', 'origin_record', file.id))[0]!)).toMatchObject({ category: 'minor', scope: 'internal', party })
    // What is decided by the simple procedure is not published, whatever the sum.
    expect((await house.get('/penalties')).body).not.toContain('虚构超市（演示）')
    expect((await house.get(`/penalties/${file.id}`)).status).toBe(404)
  })
})
