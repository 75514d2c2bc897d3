// From a complaint to an appraisal and back with the clock stopped, and from a cluster of complaints to the lead of a suit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedEnterprises } from '../../cli/demonstration.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { cast, clockOf, complain, take, yoghurt, type Case, type Cast, type Headers } from './complaint-story.ts'

let house: House
let who: Cast
let secretary: Headers
let expert: Headers

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
  secretary = await house.person('secretary', [{ duty: 'complaints.secretary', reach: 'area', area: '130100' }], { office: 'market-130102' })
  expert = await house.person('expert', [{ duty: 'complaints.expert', reach: 'area', area: '130100' }], { office: 'market-130102' })
})
afterAll(() => house.close())

const trader = String(inventedEnterprises(1, hebei.divisions)[0]!['code'])
const person = (name: string) => ({ name, title: '高级工程师', unit: '虚构研究院' })

describe('a quality appraisal that both sides agreed to (Order 121, article 22)', () => {
  let file: Case & { number: string }
  let appraisal: { id: string; version: number }
  const step = async (name: string, by: Headers, answers: object = {}) => {
    const answer = await house.post(`/api/v1/registers/appraisal/${appraisal.id}/steps/${name}`, { answers }, {
      ...by, 'if-match': `"v${appraisal.version}"`, 'idempotency-key': uuidv7(),
    })
    if (answer.status === 200) appraisal.version = answer.body.version
    return answer
  }

  it('stops the clock of the complaint and is filed from it, naming both sides and the goods', async () => {
    file = await complain(house, who.citizen, yoghurt('2026-05-06', { batch: 'B-20260501', trader }))
    house.at('2026-05-11')
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'mediate', who.mediator, { form: 'site', bothConsent: true })
    // complaints.serious-breach is answered by credit: the trader is not on the list.
    const { items } = (await house.get(`/api/v1/registers/complaint/${file.id}/history`, who.mediator)).body
    expect(items.at(-1).asked).toMatchObject([{ question: 'complaints.serious-breach', asked: { code: trader }, value: false, origin: 'answered' }])
    house.at('2026-05-20')
    await take(house, file, 'begin-test', who.mediator, { laboratory: '虚构检测中心', payer: 'both', bothAgree: true, asCase: 'appraisal' })
    await house.work.settled()
    const { body } = await house.get(`/api/v1/registers/appraisal?complaint=${file.number}`, secretary)
    expect(body.items).toMatchObject([{ state: 'applied', kind: 'appraisal', requester: 'both', product: '酸奶', batch: 'B-20260501', payer: 'both', received: '2026-05-20' }])
    appraisal = { id: body.items[0].id, version: body.items[0].version }
    expect(await clockOf(house, file, who.mediator, 'mediation')).toMatchObject({ state: 'paused', due: null, light: 'grey' })
  })

  it('is entrusted, sealed, examined by an odd panel without interest, reported and served', async () => {
    house.at('2026-05-22')
    const terms = { standard: 'compulsory', standardText: 'GB 19302', body: '虚构检测中心', fee: '600', payer: 'both', objectThere: true, notJudged: true }
    expect((await step('entrust', secretary, terms)).status).toBe(200)
    expect((await step('seal', secretary, { seal: '封 001', bothSign: true })).status).toBe(200)
    const even = await step('form-panel', secretary, { experts: [person('甲'), person('乙')] })
    expect(even).toMatchObject({ status: 422, body: { code: 'complaints.odd-panel' } })
    expect((await step('form-panel', secretary, { experts: [person('甲'), person('乙'), person('丙')] })).status).toBe(200)
    house.at('2026-06-05')
    const reported = await step('report', expert, { number: '虚构鉴定 1', found: '冷链中断导致变质，责任在经营者', meets: false })
    expect(reported.status, JSON.stringify(reported.body)).toBe(200)
    // Still nothing counts: the complaint waits for the conclusion.
    expect((await clockOf(house, file, who.mediator, 'mediation')).state).toBe('paused')
    const number = reported.body.documents[0].number
    expect((await step('serve-document', secretary, { document: number, way: 'direct', outcome: 'served' })).status).toBe(200)
  })

  it('concluded, its result stands in the complaint, whose clock runs on net of the days of the test', async () => {
    house.at('2026-06-09')
    expect((await step('conclude', secretary)).status).toBe(200)
    await house.work.settled()
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}`, who.mediator)
    expect(body.record).toMatchObject({ state: 'mediating', appraisal: '虚构鉴定 1' })
    // Twenty days, 20 May to 8 June, were not counted: 10 July and twenty days are 30 July.
    expect(await clockOf(house, file, who.mediator, 'mediation')).toMatchObject({ state: 'open', due: '2026-07-30' })
    const { body: links } = await house.get(`/api/v1/registers/complaint/${file.id}/links`, who.mediator)
    expect(links.consequences.map((each: { linkage: string }) => each.linkage)).toContain('complaints.test-to-appraisal')
    expect(links.causes.map((each: { linkage: string }) => each.linkage)).toContain('complaints.appraisal-to-complaint')
    const { body: history } = await house.get(`/api/v1/registers/complaint/${file.id}/history`, who.mediator)
    expect(history.items.at(-1)).toMatchObject({ step: 'end-test', answers: { report: '虚构鉴定 1', meets: false } })
  })
})

describe('complaints.cluster-to-lead: five complaints of one batch (consumer protection law, article 47)', () => {
  it('open one lead at the fifth, none before and no second one after', async () => {
    house.at('2026-07-01')
    const leads = async () => (await house.engine.database.query<Record<string, unknown>>('select cluster, victims, trader_name, state, owner from record.public_interest_case')).rows
    for (let count = 1; count <= 6; count++) {
      await complain(house, who.citizen, yoghurt('2026-07-01', { batch: 'C-7', brand: '虚衡', complainant: `消费者${count}`, phone: `1390000001${count}` }))
      await house.work.settled()
      expect(await leads(), `after ${count}`).toHaveLength(count < 5 ? 0 : 1)
    }
    expect(await leads()).toMatchObject([{ victims: 5, trader_name: '虚衡乳业有限公司（虚构）' }])
    // The lead names the trader and the batch, and none of those who complained.
    const [row] = (await house.engine.database.query("select t::text as all from record.public_interest_case t")).rows as { all: string }[]
    expect(row!.all).not.toMatch(/消费者\d|1390000001/)
  })
  it('of another batch or another trader they make none', async () => {
    for (let count = 1; count <= 5; count++) await complain(house, who.citizen, yoghurt('2026-07-01', { batch: `D-${count}` }))
    for (let count = 1; count <= 5; count++) await complain(house, who.citizen, yoghurt('2026-07-01', { batch: 'E-1', traderName: `虚构商店${count}` }))
    await house.work.settled()
    expect((await house.engine.database.query('select 1 from record.public_interest_case')).rows).toHaveLength(1)
  })
})
