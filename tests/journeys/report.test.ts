// A report of a breach by somebody inside, from intake to the paid reward; who they are is told to the keepers of reports and to nobody else.
import { Writable } from 'node:stream'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sweep } from '../../store/sweep.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type Answer, type House } from '../bed/house.ts'
import type { Headers } from './complaint-story.ts'

let house: House
const lines: string[] = []
/** Name, telephone, words that give the person away, way to be paid, and the account that sent it. */
const secrets = ['赵内线', '13912345678', '我在包装车间上夜班', '现金领取暗号青松', 'account-of-zhao']

const people = {} as Record<'reporter' | 'clerk' | 'grader' | 'head' | 'payer', Headers>
const outsiders: Record<string, Headers> = { anyone: {} }
let report: { id: string; version: number; number: string }

const path = (rest = '') => `/api/v1/registers/report/${report.id}${rest}`
const step = async (name: string, who: Headers, answers: Record<string, unknown> = {}): Promise<Answer> => {
  const answer = await house.post(path(`/steps/${name}`), { answers }, { ...who, 'idempotency-key': uuidv7(), 'if-match': `"v${report.version}"` })
  if (answer.status === 200) report.version = answer.body.version
  return answer
}
const told = (text: string): string[] => secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]).filter((secret) => text.includes(secret))

beforeAll(async () => {
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  house = await openHouse({ now: '2026-05-11', pages: true, log: { level: 'trace', stream } })
  const of = (id: string, duty: string, area: string) => house.person(id, [{ duty, reach: 'area', area }], { office: `market-${area}` })
  people.reporter = await house.person('account-of-zhao', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' })
  people.clerk = await of('keeper-one', 'complaints.reportClerk', '130102')
  people.grader = await of('keeper-two', 'complaints.reportClerk', '130102')
  people.payer = await of('keeper-three', 'complaints.reportClerk', '130102')
  people.head = await of('head-of-reports', 'complaints.head', '130102')
  for (const [who, duty, area] of [
    ['superior', 'complaints.supervisor', '130000'], ['clerk of complaints', 'complaints.clerk', '130102'], ['mediator', 'complaints.mediator', '130102'],
    ['handler of cases', 'enforcement.handler', '130102'], ['clerk of cases', 'enforcement.clerk', '130102'], ['head of cases', 'enforcement.head', '130102'],
    ['keeper of another city', 'complaints.reportClerk', '130200'], ['head of another city', 'complaints.head', '130200'], ['auditor', 'house.auditor', '130000'],
  ] as const)
    outsiders[who] = await of(`outsider-${duty}-${area}`, duty, area)
  outsiders['another citizen'] = await house.person('citizen-other', [{ duty: 'complaints.citizen', reach: 'own' }], { face: 'public' })
  outsiders['the trader'] = await house.person('trader', [{ duty: 'complaints.trader', reach: 'party' }], { face: 'enterprise', speaksFor: ['91130100MA0XXXXX0X'] })
})
afterAll(() => house.close())

/** Everything that somebody may ask about a report and the case that follows from it; what is refused counts too. */
async function heardBy(who: Headers): Promise<string> {
  const asked = [
    ...['', '?q=乳业', `?number=${report.number}`, '?count=true', '?limit=1&fields=reporter,contact,breach', '?owner=account-of-zhao'].map((query) => `/api/v1/registers/report${query}`),
    ...['', '/history', '/documents', '/links', '/figures'].map(path),
    ...['csv', 'xlsx'].flatMap((format) => ['report', 'case'].map((register) => `/api/v1/registers/${register}/export.${format}`)),
    `/api/v1/registers/report?reporter=${encodeURIComponent('赵内线')}`,
    ...['case', 'complaint', 'case?q=乳业'].map((register) => `/api/v1/registers/${register}`),
    ...['due', 'due/counts', 'parked', 'checks', 'house', 'inbox', 'me', 'me/readings', 'measures/reports.received', 'publications'].map((what) => `/api/v1/${what}`),
    ...['/', '/data', '/desk', '/desk/report', `/desk/report/${report.id}`],
  ]
  const heard: string[] = []
  for (const one of asked) {
    const answer = await house.app.inject({ method: 'GET', url: one, headers: who })
    const text = one.endsWith('.xlsx') && answer.statusCode === 200 ? JSON.stringify((await readXlsx(answer.rawPayload)).sheets) : answer.body
    // What the asker wrote into the address may come back to the asker.
    heard.push(text.replaceAll(one, ''))
  }
  const { body } = await house.get('/api/v1/registers/case', who)
  for (const { id } of (body?.items ?? []) as { id: string }[])
    for (const rest of ['', '/history', '/links', '/documents']) heard.push((await house.app.inject({ method: 'GET', url: `/api/v1/registers/case/${id}${rest}`, headers: who })).body)
  return heard.join('\n')
}

/** Nobody beyond the keepers hears anything, by any route, nor from the log, nor from what stands at rest in the open. */
async function nobodyHears(): Promise<void> {
  await house.work.settled()
  for (const [who, headers] of Object.entries(outsiders)) {
    expect(told(await heardBy(headers)), `${who} hears it`).toEqual([])
  }
  expect(told(lines.join('')), 'the log').toEqual([])
  for (const table of ['kernel.clock', 'kernel.document', 'kernel.link', 'kernel.outbox', 'kernel.service'])
    for (const secret of secrets)
      expect((await house.engine.database.query(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`])).rows, `${table} ${secret}`).toEqual([])
  // The journal names the account that acted, which only its keepers read; what the person said is in it as ciphertext alone.
  for (const secret of secrets.slice(0, 4))
    expect((await house.engine.database.query('select 1 from kernel.journal t where t.body like $1', [`%${secret}%`])).rows, secret).toEqual([])
}

describe('a report by somebody inside', () => {
  const answers = {
    received: '2026-05-11', anonymous: false, reporter: '赵内线', contact: '13912345678', insider: true, traderName: '虚衡乳业有限公司（虚构）',
    setting: 'place', place: '130102', handling: 'market-130102', breach: '我在包装车间上夜班，看见更换生产日期',
  }

  it('is received with the clock of verification, and the keepers alone read who it is: each reading is noted', async () => {
    const id = uuidv7()
    const opened = await house.post('/api/v1/registers/report', { id, answers }, { ...people.reporter, 'idempotency-key': uuidv7() })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    report = { id, version: 1, number: opened.body.number }
    for (const keeper of [people.clerk, people.head]) {
      const { body } = await house.get(path(), keeper)
      expect(body.record).toMatchObject({ reporter: '赵内线', contact: '13912345678', insider: true, owner: null })
      // Fifteen working days after 11 May (penalty procedure 18).
      expect(body.clocks).toMatchObject([{ deadline: 'verification', due: '2026-06-01', rule: 'penalty-procedure/18' }])
    }
    const { rows } = await house.engine.database.query('select distinct account from kernel.reading_of_personal where record = $1 order by account', [id])
    expect(rows).toEqual([{ account: 'head-of-reports' }, { account: 'keeper-one' }])
    await nobodyHears()
  })

  it('is verified by one and decided by another; the case that follows holds the grounds and not the words of the reporter', async () => {
    house.at('2026-05-12')
    expect((await step('verify', people.clerk)).status).toBe(200)
    for (const [who, headers] of Object.entries(outsiders)) {
      const refused = await step('file', headers, { grounds: '我要看' })
      expect(refused.status, who).toBeGreaterThanOrEqual(400)
      expect(told(JSON.stringify(refused.body)), who).toEqual([])
    }
    house.at('2026-05-20')
    expect((await step('file', people.head, { grounds: '现场检查发现生产日期有涂改' })).status).toBe(200)
    await house.work.settled()
    const { rows } = await house.engine.database.query('select facts, source, owner from record."case"')
    expect(rows).toEqual([{ facts: '现场检查发现生产日期有涂改', source: 'report', owner: 'linkage' }])
    expect((await step('tell', people.clerk, { how: '电话' })).status).toBe(200)
  })

  it('earns a reward worked out by the table of the day, decided by another person and never above it', async () => {
    house.at('2026-09-01')
    const graded = await step('grade-reward', people.grader, { level: 'second', fine: '200000.00' })
    expect(graded.status, JSON.stringify(graded.body)).toBe(200)
    // Second level: three per cent of the fine, at least 3,000 yuan (jurisdictions/china, marked U: to be verified before go-live).
    expect((await house.get(path(), people.head)).body.record).toMatchObject({ reward: '6000.00', rewardLevel: 'second' })
    const table = (await house.get('/api/v1/parameters?day=2026-09-01', people.head)).body as object
    expect(JSON.stringify(table)).toContain('reports.reward')
    const tooMuch = await step('reward', people.head, { sum: '6000.01' })
    expect(tooMuch).toMatchObject({ status: 422, body: { code: 'complaints.reward-too-high' } })
    expect((await step('reward', people.grader, { sum: '6000.00' })).status).toBe(403)
    expect((await step('reward', people.head, { sum: '6000.00' })).status).toBe(200)
    const both = await house.person('both', [{ duty: 'complaints.reportClerk', reach: 'area', area: '130102' }, { duty: 'complaints.head', reach: 'area', area: '130102' }])
    expect((await step('grade-reward', both, { level: 'first', fine: '200000.00' })).status).toBe(200)
    expect(await step('reward', both, { sum: '10000.00' })).toMatchObject({ status: 403, body: { code: 'kernel.two-persons' } })
    expect((await step('reward', people.head, { sum: '10000.00' })).status).toBe(200)
  })

  it('is told to the reporter in a notice without a name, who claims within sixty working days and is paid by a third person, once', async () => {
    house.at('2026-09-02')
    const papers = (await house.get(path('/documents'), people.reporter)).body.items as { id: string; form: string; number: string }[]
    expect(papers.map((paper) => paper.form)).toEqual(['report-reward-notice', 'report-reward-notice'])
    const notice = await house.app.inject({ method: 'GET', url: `/api/v1/documents/${papers[0]!.id}.docx`, headers: people.reporter })
    expect(notice.statusCode).toBe(200)
    for (const [who, headers] of Object.entries(outsiders))
      expect((await house.app.inject({ method: 'GET', url: `/api/v1/documents/${papers[0]!.id}.docx`, headers })).statusCode, who).toBeGreaterThanOrEqual(400)
    const clock = ((await house.get(path(), people.head)).body.clocks as { deadline: string }[]).find((each) => each.deadline === 'reward-claim')
    // Sixty working days after 1 September 2026: 21 in September (the 20th worked, the 25th off), 18 in October (1 to 7 off, the 10th worked), 21 in November.
    expect(clock).toMatchObject({ state: 'open', due: '2026-11-30', mark: 'U' })
    expect((await step('claim-reward', people.reporter, { account: '现金领取暗号青松' })).status).toBe(200)
    expect(await step('pay-reward', { ...outsiders['superior'] }, { voucher: '凭证 1' })).toMatchObject({ status: 403 })
    expect((await step('pay-reward', people.payer, { voucher: '凭证 1' })).status).toBe(200)
    expect(await step('pay-reward', people.payer, { voucher: '凭证 2' })).toMatchObject({ status: 409, body: { code: 'complaints.not-graded' } })
    expect((await house.get(path(), people.clerk)).body.record).toMatchObject({ rewardPaid: '2026-09-02', reward: '10000.00', state: 'told' })
    await nobodyHears()
  })

  it('leaves nothing overdue, and folds again', async () => {
    house.at('2027-03-01')
    await sweep(house.engine, house.engine.now())
    const states = ((await house.get(path(), people.clerk)).body.clocks as { deadline: string; state: string }[]).map(({ deadline, state }) => [deadline, state])
    expect(Object.fromEntries(states)).toEqual({ verification: 'met', 'reward-claim': 'met' })
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, findings: [] })
  })
})
