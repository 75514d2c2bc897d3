// What the office application asks of the server: due with lights and who may move it on, reach, links, checks, the house by duty.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Case, type Cast, type Headers } from './complaint-story.ts'

let house: House
let who: Cast
const files: (Case & { number: string })[] = []

const dueOf = async (headers: Headers, query = '') => (await house.get(`/api/v1/due?limit=200${query}`, headers)).body

// Seven working days to decide (samr-order-121 art. 15): received on these days, the clocks are long gone, near, and far.
beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
  for (const day of ['2026-05-06', '2026-05-20', '2026-05-22', '2026-06-01']) {
    house.at(day)
    files.push(await complain(house, who.citizen, yoghurt(day)))
  }
  house.at('2026-06-01')
})
afterAll(() => house.close())

describe('what is due', () => {
  it('comes by urgency with light, remaining time, article and who may settle it', async () => {
    const { items, today } = await dueOf(who.clerkChangan)
    expect(today).toBe('2026-06-01')
    expect(items.map((item: { record: string }) => item.record)).toEqual(files.map((file) => file.id))
    expect(items[0]).toMatchObject({ light: 'red', registerTitle: '消费投诉', deadlineTitle: '受理期限', rule: 'samr-order-121/15', stateTitle: '待处理' })
    expect(items[0].left.length).toBeLessThan(0)
    expect(items[3]).toMatchObject({ light: 'green', left: { length: 7, unit: 'workday' } })
    expect(items[0].next).toContainEqual({ step: 'accept', title: '受理', by: ['受理人'], mine: true })
    const { items: ofHead } = await dueOf(who.head)
    expect(ofHead[0].next).toContainEqual({ step: 'accept', title: '受理', by: ['受理人'], mine: false })
  })
  it('is counted by light exactly as it is listed', async () => {
    for (const headers of [who.clerkChangan, who.head, who.clerkCity]) {
      const { items } = await dueOf(headers)
      const { counts } = (await house.get('/api/v1/due/counts', headers)).body as { counts: { light: string; count: number }[] }
      for (const light of ['red', 'yellow', 'green', 'grey']) {
        const listed = items.filter((item: { light: string }) => item.light === light).length
        expect(counts.filter((c) => c.light === light).reduce((sum, c) => sum + c.count, 0), light).toBe(listed)
        const asked = await dueOf(headers, `&light=${light}`)
        expect(asked.items, light).toHaveLength(listed)
      }
    }
  })
  it('pages through every clock once', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await house.get(`/api/v1/due?limit=1${after}`, who.clerkChangan)
      seen.push(...body.items.map((item: { record: string }) => item.record))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    expect(seen).toEqual(files.map((file) => file.id))
  })
  it('shows “mine” only where the person could move the record on', async () => {
    expect((await dueOf(who.clerkChangan, '&mine=true')).items).toHaveLength(4)
    expect((await dueOf(who.mediator)).items).toHaveLength(4)
    // A mediator reads received complaints and has nothing to do on them until they are accepted.
    expect((await dueOf(who.mediator, '&mine=true')).items).toHaveLength(0)
  })
  it('shows nothing beyond the reach, and nothing at all to a visitor', async () => {
    expect((await dueOf(who.clerkTangshan)).items).toEqual([])
    expect((await house.get('/api/v1/due/counts', who.clerkTangshan)).body.counts).toEqual([])
    expect((await house.get('/api/v1/due')).status).toBe(401)
  })
  it('lists what waits for a second person', async () => {
    const file = files[0]!
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'propose-end', who.mediator, { ground: 'absent', particulars: '被投诉人无正当理由不参加调解' })
    const { waiting } = (await house.get('/api/v1/due/counts', who.head)).body
    expect(waiting).toContainEqual(expect.objectContaining({ register: 'complaint', state: 'ending', step: '决定终止', count: 1 }))
    expect((await house.get('/api/v1/due/counts', who.clerkTangshan)).body.waiting).toEqual([])
  })
  it('refuses a cursor that it did not give out', async () =>
    expect(await house.get('/api/v1/due?after=nonsense', who.clerkChangan)).toMatchObject({ status: 400, body: { code: 'list.wrong-cursor' } }))
})

describe('the house as a person may use it', () => {
  it('names registers by duty, with the fields that the duty sees', async () => {
    const { body } = await house.get('/api/v1/house', who.mediator)
    const complaint = body.registers.find((r: { name: string }) => r.name === 'complaint')
    expect(complaint).toMatchObject({ reads: true, opens: false, clocks: true, title: '消费投诉' })
    expect(complaint.visible).toContain('complainant')
    expect(complaint.visible).not.toContain('idNumber')
    expect(body.registers.map((r: { name: string }) => r.name)).not.toContain('air-station')
  })
  it('speaks the reader’s language', async () => {
    const { body } = await house.get('/api/v1/house', { ...who.mediator, 'accept-language': 'zh-Hant' })
    expect(body.registers.find((r: { name: string }) => r.name === 'complaint').title).toBe('消費投訴')
  })
  it('is told once and then only confirmed', async () => {
    for (const path of ['/api/v1/house', '/api/v1/places', '/api/v1/parameters?system=complaints']) {
      const first = await house.get(path, who.mediator)
      expect((await house.get(path, { ...who.mediator, 'if-none-match': String(first.headers['etag']) })).status, path).toBe(304)
      expect((await house.get(path)).status, path).toBe(401)
    }
  })
})

describe('links, checks and the map', () => {
  it('a clue found in a complaint leads to the report that it caused, and the report back to it', async () => {
    const file = files[1]!
    await take(house, file, 'accept', who.clerkChangan)
    await take(house, file, 'find-clue', who.clerkChangan, { clue: '使用过期原料' })
    await house.work.settled()
    const clerk = await house.person('report-clerk', [
      { duty: 'complaints.reportClerk', reach: 'area', area: '130102' },
      { duty: 'complaints.clerk', reach: 'area', area: '130102' },
    ])
    const { body } = await house.get(`/api/v1/registers/complaint/${file.id}/links`, clerk)
    expect(body).toMatchObject({ causes: [] })
    expect(body.consequences).toMatchObject([{ state: 'done', register: 'report', basis: 'samr-order-121/27', title: '投诉中的违法线索另立举报' }])
    const back = await house.get(`/api/v1/registers/report/${body.consequences[0].record}/links`, clerk)
    expect(back.body.causes).toMatchObject([{ register: 'complaint', record: file.id, number: file.number }])
    // Whoever may not read reports learns that there is one, and nothing of it.
    const other = await house.get(`/api/v1/registers/complaint/${file.id}/links`, who.mediator)
    expect(other.body.consequences).toMatchObject([{ register: 'report', record: null, number: null, headline: null }])
    expect((await house.get(`/api/v1/registers/complaint/${file.id}/links`, who.clerkTangshan)).status).toBe(404)
  })
  it('a check finds its records within the reach, with the reason and the remedy', async () => {
    const { body } = await house.get('/api/v1/checks', who.clerkChangan)
    const without = body.items.find((item: { name: string }) => item.name === 'without-code')
    expect(without).toMatchObject({ count: files.length, severity: 'warning', registerTitle: '消费投诉' })
    expect(without.first).toHaveLength(files.length)
    const far = (await house.get('/api/v1/checks', who.clerkTangshan)).body
    expect(far.items.find((item: { name: string }) => item.name === 'without-code').count).toBe(0)
  })
  it('the map holds every linkage and question of the house, each with its article or its default', async () => {
    const { body } = await house.get('/api/v1/linkages', who.clerkChangan)
    expect(body.linkages).toHaveLength(house.engine.house.linkages.length)
    expect(body.linkages).toContainEqual(
      expect.objectContaining({ name: 'complaints.clue-to-report', from: 'complaint', to: 'report', basis: 'samr-order-121/27' }),
    )
    expect(body.questions).toContainEqual(expect.objectContaining({ name: 'complaints.serious-breach', asks: 'complaints' }))
  })
  it('nothing is parked, and nobody but the holder of its duty could try it again', async () => {
    expect((await house.get('/api/v1/parked', who.clerkChangan)).body.items).toEqual([])
    const answer = await house.post('/api/v1/parked/complaints.clue-to-report/00000000-0000-7000-8000-000000000000/retry', {}, who.clerkChangan)
    expect(answer.status).toBe(404)
  })
})
