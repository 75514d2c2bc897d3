// A document is signed by each side, served in a way that its form allows, starts the clock of whom it was served on, or is made void.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAll } from '../../store/verify.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import { generousSystem, lendingParameters, lendingSystem } from './lending.ts'

type Headers = Record<string, string>
let house: House
let librarian: Headers
let reader: Headers
let books = 0

beforeAll(async () => {
  house = await openHouse({ systems: [lendingSystem, generousSystem], parameters: lendingParameters, now: '2026-03-02' })
  librarian = await house.person('librarian', [{ duty: 'lending.librarian', reach: 'area', area: '130100' }], { office: 'market-130102' })
  reader = await house.person('reader', [{ duty: 'lending.reader', reach: 'own' }], { face: 'public' })
})
afterAll(() => house.close())

interface Loan {
  readonly id: string
  readonly slip: { readonly id: string; readonly number: string }
  version: number
}

async function lend(more: object = {}): Promise<Loan> {
  const answers = { book: `册${++books}`, reader: `p${books}`, name: '张三', branch: '130102', lentOn: '2026-03-02', kind: 'novel', ...more }
  const { body } = await house.post('/api/v1/registers/loan', { id: uuidv7(), answers }, { ...reader, 'idempotency-key': uuidv7() })
  return { id: body.record, slip: body.documents[0], version: 1 }
}

async function take(loan: Loan, step: string, answers: object, who = librarian) {
  const answer = await house.post(
    `/api/v1/registers/loan/${loan.id}/steps/${step}`,
    { answers },
    { ...who, 'if-match': `"v${loan.version}"`, 'idempotency-key': uuidv7() },
  )
  if (answer.status === 200) loan.version = answer.body.version
  return answer
}
const slipOf = async (loan: Loan, who = librarian) => (await house.get(`/api/v1/registers/loan/${loan.id}/documents`, who)).body.items[0]
const clock = async (loan: Loan, name: string) =>
  (await house.get(`/api/v1/registers/loan/${loan.id}`, librarian)).body.clocks.find((c: { deadline: string }) => c.deadline === name)

describe('signatures', () => {
  it('each duty signs once, and the document is signed when all have', async () => {
    const loan = await lend()
    const sign = (who: Headers) => take(loan, 'sign-document', { document: loan.slip.number, how: 'electronic' }, who)
    expect((await sign(librarian)).status).toBe(200)
    expect(await slipOf(loan)).toMatchObject({ state: 'issued', signedBy: ['librarian'], toSign: ['reader'] })
    expect((await sign(librarian)).body).toMatchObject({ status: 409, code: 'kernel.not-to-sign' })
    expect((await sign(reader)).status).toBe(200)
    expect(await slipOf(loan)).toMatchObject({ state: 'signed', toSign: [] })
  })
  it('a number that the record does not have is refused', async () => {
    const loan = await lend()
    expect((await take(loan, 'sign-document', { document: '馆借〔1999〕1号', how: 'hand' })).body.code).toBe('kernel.no-document')
  })
})

describe('service', () => {
  const serve = (loan: Loan, answers: object) => take(loan, 'serve-document', { document: loan.slip.number, ...answers })

  it('by hand starts the clock on the day on which it was received: fifteen days after 2 March 2026 is 17 March', async () => {
    const loan = await lend()
    expect(await clock(loan, 'objection')).toBeUndefined()
    expect((await serve(loan, { way: 'direct', outcome: 'served', on: '2026-03-02', signer: '张三本人' })).status).toBe(200)
    expect(await clock(loan, 'objection')).toMatchObject({ starts: '2026-03-02', due: '2026-03-17' })
    expect((await serve(loan, { way: 'direct', outcome: 'served' })).body.code).toBe('kernel.served-already')
  })
  it('sent and not delivered starts nothing; another way may follow', async () => {
    const loan = await lend()
    await serve(loan, { way: 'direct', outcome: 'sent' })
    await serve(loan, { way: 'direct', outcome: 'failed' })
    expect(await clock(loan, 'objection')).toBeUndefined()
    expect((await slipOf(loan)).services.map((s: { state: string }) => s.state)).toEqual(['sent', 'failed'])
    await serve(loan, { way: 'left', outcome: 'served', refusal: '见证人：李四' })
    expect(await clock(loan, 'objection')).toMatchObject({ due: '2026-03-17' })
  })
  it('by public notice counts as received thirty days after it: 2 March and 30 days is 1 April, and fifteen more is 16 April', async () => {
    const loan = await lend()
    await serve(loan, { way: 'notice', outcome: 'sent' })
    expect(await slipOf(loan)).toMatchObject({ served: '2026-04-01' })
    expect(await clock(loan, 'objection')).toMatchObject({ starts: '2026-04-01', due: '2026-04-16' })
  })
  it.each([
    [{ way: 'electronic', outcome: 'served' }, 'kernel.no-consent-to-electronic'],
    [{ way: 'left', outcome: 'served' }, 'kernel.left-without-record'],
    [{ way: 'post', outcome: 'sent' }, 'kernel.no-such-way'],
    [{ way: 'direct', outcome: 'served', on: '2026-03-01' }, 'kernel.served-before-issued'],
  ])('%o is refused as %s', async (answers, code) => {
    expect((await serve(await lend(), answers)).body).toMatchObject({ code })
  })
  it('says to nobody but those who serve who signed for it and where', async () => {
    const loan = await lend()
    await serve(loan, { way: 'direct', outcome: 'served', signer: '张三之妻', place: '演示路 9 号' })
    const told = async (who: Headers) => JSON.stringify((await house.get(`/api/v1/registers/loan/${loan.id}/history`, who)).body)
    expect(await told(librarian)).toContain('张三之妻')
    expect(await told(reader)).not.toContain('张三之妻')
    const { rows } = await house.engine.database.query("select 1 from kernel.journal where body like '%张三之妻%' union all select 1 from kernel.service where detail::text like '%张三%'")
    expect(rows).toEqual([])
  })
})

describe('a void document', () => {
  it('keeps its number, which no other takes, and is not signed or served any more', async () => {
    const loan = await lend()
    await take(loan, 'void-document', { document: loan.slip.number, why: '册号写错' }, reader)
    expect(await slipOf(loan)).toMatchObject({ number: loan.slip.number, state: 'void' })
    expect((await take(loan, 'sign-document', { document: loan.slip.number, how: 'hand' })).body.code).toBe('kernel.document-void')
    const next = await lend()
    const serial = (number: string) => Number(/〕(\d+)号/.exec(number)![1])
    expect(serial(next.slip.number)).toBe(serial(loan.slip.number) + 1)
  })
})

describe('the inbox', () => {
  it('holds the documents of one’s own records and nobody else’s', async () => {
    const loan = await lend()
    const other = await house.person('other', [{ duty: 'lending.reader', reach: 'own' }], { face: 'public' })
    const inbox = async (who: Headers) => (await house.get('/api/v1/inbox', who)).body.items as { number: string; toSign: string[] }[]
    expect((await inbox(reader))[0]).toMatchObject({ number: loan.slip.number, toSign: ['librarian', 'reader'] })
    expect(await inbox(other)).toEqual([])
    expect(await inbox({})).toEqual([])
    expect(await inbox(librarian)).toEqual([])
  })
  it('gives the paper as PDF and DOCX to whoever may read the form', async () => {
    const loan = await lend()
    const get = (format: string, headers: Headers) => house.app.inject({ url: `/api/v1/documents/${loan.slip.id}.${format}`, headers })
    expect((await get('pdf', reader)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get('docx', reader)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    // The head reads loans, but the form names librarian and reader.
    const head = await house.person('head-reader', [{ duty: 'lending.head', reach: 'all' }])
    expect((await house.get(`/api/v1/registers/loan/${loan.id}`, head)).status).toBe(200)
    expect((await get('pdf', head)).statusCode).toBe(404)
  })
})

describe('a deadline', () => {
  it('is extended once, with reason and paper, before it ran out: ten working days and five are 23 March', async () => {
    const loan = await lend()
    expect(await clock(loan, 'return')).toMatchObject({ due: '2026-03-16' })
    const extend = (who = librarian) => take(loan, 'extend-deadline', { deadline: 'return', why: '出差', approval: '馆批 1 号' }, who)
    expect((await extend(reader)).status).toBe(403)
    expect((await extend()).status).toBe(200)
    expect(await clock(loan, 'return')).toMatchObject({ due: '2026-03-23', state: 'open' })
    expect((await extend()).body.code).toBe('kernel.extended-already')
    expect((await take(loan, 'extend-deadline', { deadline: 'return' })).body.code).toBe('kernel.invalid')
  })
  it('that ran out is not extended', async () => {
    const loan = await lend()
    house.at('2026-03-17')
    const answer = await take(loan, 'extend-deadline', { deadline: 'return', why: '忘了', approval: '馆批 2 号' })
    expect(answer.body).toMatchObject({ code: 'kernel.too-late', basis: 'penalty-procedure/18' })
    house.at('2026-03-02')
  })
  it('follows the special rule while it is in force, else the general one', async () => {
    expect(await clock(await lend({ kind: 'atlas' }), 'return')).toMatchObject({ term: '3 day', rule: 'lending-rules/3' })
    house.at('2027-03-01')
    expect(await clock(await lend({ kind: 'atlas', lentOn: '2027-03-01' }), 'return')).toMatchObject({ term: '10 workday' })
    house.at('2026-03-02')
  })
})

describe('verify', () => {
  it('finds an altered paper, number, signature, service or voiding', async () => {
    const loan = await lend()
    await take(loan, 'sign-document', { document: loan.slip.number, how: 'hand' })
    await take(loan, 'serve-document', { document: loan.slip.number, way: 'direct', outcome: 'served' })
    await house.work.settled()
    const { database } = house.engine
    const findings = async () => (await verifyAll(house.engine)).findings.map((f) => f.kind)
    expect(await findings()).toEqual([])
    const alterations: readonly (readonly [string, string])[] = [
      ["update kernel.document set sealed_paper = sealed_paper || 'A' where id = $1", 'update kernel.document set sealed_paper = left(sealed_paper, -1) where id = $1'],
      ["update kernel.document set number = '改' where id = $1", `update kernel.document set number = '${loan.slip.number}' where id = $1`],
      ["update kernel.document set state = 'void' where id = $1", "update kernel.document set state = 'issued' where id = $1"],
      ["update kernel.service set served = served - interval '1 day' where document = $1", "update kernel.service set served = served + interval '1 day' where document = $1"],
      ["update kernel.document set signatures = jsonb_set(signatures, '{0,duty}', '\"head\"') where id = $1", "update kernel.document set signatures = jsonb_set(signatures, '{0,duty}', '\"librarian\"') where id = $1"],
    ]
    for (const [alter, mend] of alterations) {
      await database.query(alter, [loan.slip.id])
      expect(await findings(), alter).toEqual(['document'])
      await database.query(mend, [loan.slip.id])
    }
    expect(await findings()).toEqual([])
  })
})
