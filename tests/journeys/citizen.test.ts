// The citizen without an account: reports a breach, follows a case, takes its papers away and her own steps, works out damages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'
import { cast, take, yoghurt, type Cast } from './complaint-story.ts'

let house: House
let who: Cast

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  who = await cast(house)
})
afterAll(() => house.close())

type Typed = readonly (readonly [string, string])[]
const text = (answer: { body: unknown }): string => String(answer.body)
const send = (path: string, fields: Typed, files: readonly sample.Attached[] = []) => house.send(path, files, {}, fields)
const post = (url: string, fields: Typed) =>
  house.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
const receiptOf = (page: string, mark: string): Typed => [
  ['number', new RegExp(`${mark}\\d{10}`).exec(page)![0]],
  ['code', /<dd><b>([2-9A-HJ-NP-Z]{10})<\/b>/.exec(page)![1]!],
]

const clue = { traderName: '虚衡乳业有限公司（虚构）', place: '130102', setting: 'place', breach: '夜间更换生产日期', anonymous: '是' }
const photo = { field: 'evidence', name: '日期.jpg', bytes: sample.jpeg() }

describe('a report of a breach', () => {
  const report = (more: Record<string, string>, files: readonly sample.Attached[] = []) =>
    send('/en/report', [['_key', uuidv7()], ...Object.entries({ ...clue, ...more })], files)
  let whose: Typed = []

  it('needs a name or the wish to have none, and not both', async () => {
    for (const [field, value] of [['anonymous', '否'], ['reporter', '赵某']] as const) expect((await report({ [field]: value })).status).toBe(422)
    expect(text(await report({ anonymous: '否' }))).toContain('href="#reporter"')
    expect((await house.engine.database.query('select 1 from record.report')).rows).toEqual([])
  })
  it('is filed without a name and with a file: a number, a code, the last day of verification; the county has it', async () => {
    const page = await report({}, [photo])
    expect(page.status, text(page)).toBe(200)
    whose = receiptOf(text(page), 'JB130102')
    // Fifteen working days after 11 May 2026, a week without a holiday among them (penalty procedure 18).
    expect(text(page)).toContain('2026-06-01')
    const { rows } = await house.engine.database.query('select office, evidence, reporter from record.report')
    expect(rows).toMatchObject([{ office: 'market-130102', evidence: [expect.stringMatching(/^[0-9a-f]{64}$/)], reporter: null }])
  })
  it('is followed and added to with number and code; what was reported is not shown again', async () => {
    const page = text(await send('/en/follow', whose))
    expect(page).toContain('Add to the report')
    expect(page).not.toContain(clue.breach)
    const more: Typed = [...whose, ['_do', 'supplement'], ['_key', uuidv7()], ['more', '车牌见照片']]
    expect((await send('/en/follow', more, [{ ...photo, name: '车.png', bytes: sample.png() }])).status).toBe(200)
    const { rows } = await house.engine.database.query<{ evidence: string[] }>('select evidence from record.report')
    expect(rows[0]!.evidence).toHaveLength(2)
  })
  it('leaves to the office what is the office’s', async () => {
    expect((await send('/en/follow', [...whose, ['_do', 'verify']])).status).toBe(404)
    expect((await house.engine.database.query<{ state: string }>('select state from record.report')).rows[0]!.state).toBe('received')
  })
})

describe('a complaint followed by its number and code', () => {
  const key = uuidv7()
  const form = Object.entries(yoghurt('2026-05-11')).flatMap(([name, value]) => [value].flat().map((one) => [name, one === true ? '是' : String(one)] as const))
  let whose: Typed = []
  const follow = (...more: Typed) => send('/en/follow', [...whose, ...more])
  const act = (step: string, ...answers: Typed) => follow(['_do', step], ['_key', uuidv7()], ...answers)
  const versionOf = async () => (await house.engine.database.query<{ version: number }>('select version from record.complaint where id = $1', [key])).rows[0]!.version
  const officeDoes = async (step: string, by: Record<string, string>, answers = {}) => take(house, { id: key, version: await versionOf() }, step, by, answers)

  it('tells the last day with its article in words, and offers her own steps only', async () => {
    whose = receiptOf(text(await send('/complain', [['_key', key], ...form])), 'TS130102')
    const page = text(await follow())
    // Seven working days after 11 May.
    expect(page).toContain('2026-05-20')
    expect(page).toMatch(/href="\/en\/law\/samr-order-121\/15">[^<]*, 15<\/a>/)
    for (const step of ['supplement', 'withdraw', 'settle']) expect(page).toMatch(new RegExp(`<button[^>]*value="${step}"[^>]*name="_choose"`))
    // No document waits for her signature.
    expect(page).not.toContain('value="sign"')
    expect(page).not.toContain('value="accept"')
    expect(text(await follow(['_choose', 'withdraw']))).toMatch(/<input[^>]*name="_do"[^>]*value="withdraw"/)
  })
  it('hands out the documents issued to her as PDF and DOCX, to nobody with another code', async () => {
    await officeDoes('accept', who.clerkChangan)
    const papers = [...text(await follow()).matchAll(/<button[^>]*value="([0-9a-f-]{36})\.pdf"/g)].map((match) => match[1]!)
    expect(papers).toHaveLength(2)
    const fetch = (paper: string, fields: Typed) => post('/en/follow/paper', [...fields, ['paper', paper]])
    expect((await fetch(`${papers[0]}.pdf`, whose)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await fetch(`${papers[1]}.docx`, whose)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await fetch(`${papers[0]}.pdf`, [whose[0]!, ['code', 'AAAAAAAAAA']])).statusCode).toBe(404)
    const other = receiptOf(text(await send('/complain', [['_key', uuidv7()], ...form])), 'TS130102')
    expect((await fetch(`${papers[0]}.pdf`, other)).statusCode).toBe(404)
  })
  it('shows her the agreement that is proposed; she consents, says that it was performed, and rates', async () => {
    await officeDoes('mediate', who.mediator, { form: 'site', bothConsent: true })
    await officeDoes('propose-agreement', who.mediator, { agreement: '退款并赔偿 500 元', recovered: '628.50', traderConsent: '电话同意' })
    expect(text(await follow())).toContain('退款并赔偿 500 元')
    expect((await act('confirm-agreement')).status).toBe(200)
    const early = await act('rate', ['stars', '5'])
    expect(early.status).toBe(422)
    expect((await act('perform', ['performed', '是'])).status).toBe(200)
    const wrong = await act('rate', ['stars', '9'])
    expect(wrong.status).toBe(422)
    expect(text(wrong)).toContain('value="9"')
    expect((await act('rate', ['stars', '4'])).status).toBe(200)
    const { rows } = await house.engine.database.query('select state, rating from record.complaint where id = $1', [key])
    expect(rows).toEqual([{ state: 'closed', rating: 4 }])
  })
})

describe('the damages calculator', () => {
  const work = (head: string, more: Record<string, string> = {}) => post('/en/damages', Object.entries({ head, bought: '2026-03-02', ...more }))
  it.each([
    ['fraud', { price: '100' }, '500.00', 'consumer-protection-law/55(1)'],
    ['knowingDefect', { loss: '1000' }, '≤ 2000.00', 'consumer-protection-law/55(2)'],
    ['foodPrice', { price: '50' }, '1000.00', 'food-safety-law/148'],
    ['foodLoss', { loss: '800' }, '2400.00', 'food-safety-law/148'],
    ['foodFirst', {}, 'pays first', 'food-safety-law/148(1)'],
    // Three years from the day known (civil code 188).
    ['defect', { known: '2026-04-01', received: '2026-03-04' }, '2029-04-01', 'civil-code/188'],
    ['distance', { received: '2026-03-04' }, '2026-03-11', 'consumer-protection-law/25'],
    ['durable', { received: '2026-03-04' }, '2026-09-04', 'consumer-protection-law/23'],
    ['platform', {}, 'may be asked to pay', 'consumer-protection-law/44'],
  ] as const)('%s', async (head, more, says, article) => {
    const page = text(await work(head, more))
    expect(page.replaceAll('<!-- -->', '')).toContain(says)
    expect(page).toContain(`/en/law/${article}`)
    expect(page).toContain('this is not a decision')
  })
  it('names a wrong sum or day instead of passing over it', async () => {
    const page = await work('fraud', { price: '12,5', bought: '' })
    expect(page.statusCode).toBe(422)
    for (const field of ['price', 'bought']) expect(text(page)).toContain(`href="#${field}"`)
  })
  it('gives no multiple for a flaw of the label only', async () => {
    expect(text(await work('foodPrice', { price: '50', labelOnly: '是' }))).toContain('No multiple where the flaw is of the label only')
  })
})

describe('the outcomes in public', () => {
  it('are at the address of the menu', async () => {
    const answer = await house.get('/en/complaints')
    expect([answer.status, answer.headers['location']]).toEqual([303, '/en/data/complaint-outcomes'])
  })
})
