// An official outside the area sees nothing of a case by any route; within it the duty decides on each field.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../bed/house.ts'
import { cast, complain, take, yoghurt, type Case, type Cast } from './complaint-story.ts'

let house: House
let who: Cast
let file: Case & { number: string }
const secret = '王某某'

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-06' })
  who = await cast(house)
  file = await complain(house, who.citizen, yoghurt('2026-05-06'))
})
afterAll(() => house.close())

describe('an official of Tangshan and a case of Shijiazhuang', () => {
  it('does not find it by its address, and is not told that it exists', async () => {
    const answer = await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkTangshan)
    expect(answer).toMatchObject({ status: 404, body: { code: 'kernel.not-found' } })
    expect(JSON.stringify(answer.body)).not.toContain(secret)
  })
  it('does not see it in a list, a search, a filter or a count', async () => {
    for (const query of ['', '?q=乳业', `?number=${file.number}`, '?count=true', '?area=130102'])
      expect(await house.get(`/api/v1/registers/complaint${query}`, who.clerkTangshan), query).toMatchObject({
        status: 200,
        body: { items: [], ...(query === '?count=true' ? { count: 0 } : {}) },
      })
  })
  it('cannot read its history nor take a step on it', async () => {
    expect((await house.get(`/api/v1/registers/complaint/${file.id}/history`, who.clerkTangshan)).status).toBe(404)
    const step = await house.post(
      `/api/v1/registers/complaint/${file.id}/steps/accept`,
      { answers: {} },
      { ...who.clerkTangshan, 'if-match': '"v1"' },
    )
    expect(step).toMatchObject({ status: 404, body: { code: 'kernel.not-found' } })
    expect(JSON.stringify(step.body)).not.toContain(secret)
  })
  it('hears no word of it from documents, links, figures, exports, the due list, what is parked, checks, or its own readings', async () => {
    const path = `/api/v1/registers/complaint/${file.id}`
    for (const rest of ['/documents', '/links', '/figures']) expect((await house.get(path + rest, who.clerkTangshan)).status, rest).toBe(404)
    const words = [secret, file.id, file.number, '虚衡乳业', '开封后发现变质']
    const heard = async (headers: Record<string, string>): Promise<string[]> => {
      const said: string[] = []
      for (const route of ['registers/complaint/export.csv', 'registers/report/export.csv', 'due?limit=200', 'due/counts', 'parked', 'checks', 'inbox', 'me/readings'])
        said.push(JSON.stringify((await house.get(`/api/v1/${route}`, headers)).body))
      return words.filter((word) => said.join('').includes(word))
    }
    expect(await heard(who.clerkTangshan)).toEqual([])
    // The same routes speak of it to the clerk in charge, so that silence means something.
    expect(await heard(who.clerkChangan)).toEqual(words)
  })
  it('sees no figure on fewer than five cases in the measures', async () => {
    await house.work.settled()
    const { body } = await house.get('/api/v1/measures/complaints.received?area=130102', who.clerkTangshan)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ value: null, why: { en: expect.stringContaining('Fewer than 5') } })
  })
  it('nobody who is not signed in sees anything of the register', async () => {
    expect((await house.get('/api/v1/registers/complaint')).body.items).toEqual([])
    expect((await house.get(`/api/v1/registers/complaint/${file.id}`)).status).toBe(404)
  })
})

describe('fields by duty', () => {
  it('a clerk of the area sees the complainant, a superior office does not', async () => {
    const superior = await house.person('superior', [{ duty: 'complaints.supervisor', reach: 'all' }])
    expect((await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)).body.record.complainant).toBe(secret)
    const answer = await house.get(`/api/v1/registers/complaint/${file.id}`, { ...superior })
    // Supervisors handle transfers and may know whom to ask, but the identity number is for the clerk and the head alone.
    expect(answer.body.record).not.toHaveProperty('idNumber')
  })
  it('a filter on a field that one may not see is refused', async () => {
    const superior = await house.person('superior-2', [{ duty: 'complaints.supervisor', reach: 'all' }])
    expect(await house.get('/api/v1/registers/complaint?idNumber=1', superior)).toMatchObject({
      status: 422,
      body: { code: 'list.unknown-field' },
    })
  })
  it('each reading of personal fields is noted for the person concerned', async () => {
    const count = async () =>
      (
        (
          await house.engine.database.query(
            "select count(*) as n from kernel.reading_of_personal where account = 'clerk-changan' and record = $1",
            [file.id],
          )
        ).rows[0] as { n: number }
      ).n
    const before = await count()
    await house.get(`/api/v1/registers/complaint/${file.id}`, who.clerkChangan)
    expect(await count()).toBe(before + 1)
  })
  it('whoever reads everywhere by one duty sees what is for another duty only where that one reaches, by every route', async () => {
    const near = await complain(house, who.citizen, yoghurt('2026-05-06', { complainant: '近处的人', idType: 'idCard', idNumber: '13010219900101001X' }))
    const far = await complain(house, who.citizen, yoghurt('2026-05-06', { place: '130104', handling: 'market-130104', idType: 'idCard', idNumber: '13010419900101001X' }))
    const both = await house.person('clerk-and-supervisor', [
      { duty: 'complaints.clerk', reach: 'area', area: '130102' },
      { duty: 'complaints.supervisor', reach: 'all' },
    ])
    const path = '/api/v1/registers/complaint'
    const numbers = async (rest: string): Promise<string> => JSON.stringify((await house.get(`${path}${rest}`, both)).body)
    for (const route of [`/${near.id}`, `/${near.id}/history`, '', '/export.csv', `?fields=idNumber&number=${near.number}`])
      expect(await numbers(route), route).toContain('13010219900101001X')
    for (const route of [`/${far.id}`, `/${far.id}/history`, '', '/export.csv', `?fields=idNumber&number=${far.number}`])
      expect(await numbers(route), route).not.toContain('13010419900101001X')
    expect((await house.get(`${path}/${far.id}`, both)).body.record).not.toHaveProperty('idNumber')
    // By what one sees only near one's own office, one searches and sorts only there: otherwise the answer could be guessed.
    const found = async (query: string): Promise<string[]> => (await house.get(`${path}?${query}`, both)).body.items.map((item: Case) => item.id)
    expect(await found('state=received')).toEqual(expect.arrayContaining([near.id, far.id]))
    for (const query of ['idType=idCard', 'order=idType']) expect(await found(query), query).toContain(near.id)
    for (const query of ['idType=idCard', 'idType=null', 'order=idType']) expect(await found(query), query).not.toContain(far.id)
    expect((await house.get(`${path}?idType=idCard&count=true`, both)).body.count).toBe((await found('idType=idCard')).length)
    // No note is left of what was not shown.
    const { rows } = await house.engine.database.query<{ fields: string[] }>(
      "select fields from kernel.reading_of_personal where account = 'clerk-and-supervisor' and record = $1", [far.id])
    expect(rows.flatMap((row) => row.fields)).not.toContain('idNumber')
  })
  it('a county clerk holds what a city clerk holds only inside the county', async () => {
    const other = await complain(house, who.citizen, yoghurt('2026-05-06', { place: '130104', handling: 'market-130104' }))
    expect((await house.get(`/api/v1/registers/complaint/${other.id}`, who.clerkChangan)).status).toBe(404)
    expect((await house.get(`/api/v1/registers/complaint/${other.id}`, who.clerkCity)).status).toBe(200)
  })
  it('a case placed under the old code of Dingzhou is reached by Dingzhou and the province, not by Baoding', async () => {
    const old = await complain(house, who.citizen, yoghurt('2026-05-06', { place: '130682', handling: 'market-139001' }))
    const dingzhou = await house.person('dingzhou', [{ duty: 'complaints.clerk', reach: 'area', area: '139001' }])
    const baoding = await house.person('baoding', [{ duty: 'complaints.clerk', reach: 'area', area: '130600' }])
    const province = await house.person('province', [{ duty: 'complaints.clerk', reach: 'area', area: '130000' }])
    expect((await house.get(`/api/v1/registers/complaint/${old.id}`, dingzhou)).status).toBe(200)
    expect((await house.get(`/api/v1/registers/complaint/${old.id}`, baoding)).status).toBe(404)
    expect((await house.get(`/api/v1/registers/complaint/${old.id}`, province)).status).toBe(200)
  })
})

describe('erasure and verification', () => {
  it('every act leaves a journal from which each row can be folded again', async () => {
    const { verifyAll } = await import('../../store/verify.ts')
    await take(house, file, 'accept', who.clerkChangan)
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
  it('a person who asks to be erased is nowhere to be read, the file stands without them, and all still verifies', async () => {
    const { verifyAll } = await import('../../store/verify.ts')
    const leaving = await house.person('citizen-leaving', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' })
    const gone = await complain(house, leaving, yoghurt('2026-05-06', { complainant: '将被删除的人', facts: '不应再能读到的话' }))
    const { rows } = await house.engine.database.query<{ subject: string }>('select subject from record.complaint where id = $1', [gone.id])
    const subject = rows[0]!.subject
    const officer = await house.person('data-officer', [{ duty: 'house.data-protection', reach: 'all' }])
    await house.get(`/api/v1/registers/complaint/${gone.id}`, who.clerkChangan)
    const readings = await house.get(`/api/v1/subjects/${subject}/readings`, officer)
    expect(readings.body.items).toMatchObject([{ account: 'clerk-changan', register: 'complaint' }])
    expect((await house.post(`/api/v1/subjects/${subject}/erasure`, { reason: '本人申请' }, who.clerkChangan)).status).toBe(403)
    expect((await house.post(`/api/v1/subjects/${subject}/erasure`, { reason: '本人申请' }, officer)).body).toEqual({ erased: 1 })
    expect((await house.post(`/api/v1/subjects/${subject}/erasure`, { reason: '本人申请' }, officer)).body).toEqual({ erased: 0 })
    const answer = await house.get(`/api/v1/registers/complaint/${gone.id}`, who.clerkChangan)
    expect(answer.body.record).toMatchObject({ complainant: null, facts: null, traderName: '虚衡乳业有限公司（虚构）' })
    expect(JSON.stringify((await house.get(`/api/v1/registers/complaint/${gone.id}/history`, who.clerkChangan)).body)).not.toContain('将被删除的人')
    for (const table of ['record.complaint', 'kernel.journal', 'kernel.document', 'kernel.clock'])
      expect((await house.engine.database.query(`select 1 from ${table} t where t::text like '%将被删除的人%' or t::text like '%不应再能读到的话%'`)).rows, table).toEqual([])
    await house.work.settled()
    const verified = await verifyAll(house.engine)
    expect(verified).toMatchObject({ clean: true, erased: 1 })
    // Whoever was erased may complain again, as somebody new.
    expect((await complain(house, leaving, yoghurt('2026-05-06'))).version).toBe(1)
  })
  it('an altered row, entry or leaf is found', async () => {
    const { verifyAll } = await import('../../store/verify.ts')
    const { database } = house.engine
    await database.query('update record.complaint set price = 1 where id = $1', [file.id])
    expect((await verifyAll(house.engine)).findings.map((f) => f.kind)).toEqual(['row'])
    await database.query('update record.complaint set price = 128.50 where id = $1', [file.id])
    const { rows } = await database.query<{ id: string; body: string }>(
      'select id, body from kernel.journal where record = $1 and version = 1',
      [file.id],
    )
    await database.query('update kernel.journal set body = $2 where id = $1', [rows[0]!.id, rows[0]!.body.replace('"web"', '"window"')])
    expect((await verifyAll(house.engine)).findings.map((f) => f.kind)).toContain('entry')
    await database.query('update kernel.journal set body = $2 where id = $1', [rows[0]!.id, rows[0]!.body])
    await database.query("update kernel.leaf set hash = decode(repeat('00', 32), 'hex') where entry = $1", [rows[0]!.id])
    expect((await verifyAll(house.engine)).findings.map((f) => f.kind)).toContain('leaf')
    const hash = (await database.query<{ hash: Buffer }>('select hash from kernel.journal where id = $1', [rows[0]!.id])).rows[0]!.hash
    await database.query('update kernel.leaf set hash = $2 where entry = $1', [rows[0]!.id, hash])
    expect((await verifyAll(house.engine)).clean).toBe(true)
  })
})
