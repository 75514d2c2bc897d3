// Files through forms without a script: the citizen's complaint and what they supply later, and the steps of the desk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../store/people/accounts.ts'
import { beginSession } from '../../store/people/sessions.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { openHouse, type House } from '../bed/house.ts'
import * as sample from '../bed/sample-files.ts'

let house: House
let desk: Record<string, string>
let csrf = ''

const typed: readonly (readonly [string, string])[] = Object.entries({
  traderName: '虚衡家具有限公司（虚构）', traderAddress: '定州市演示路', place: '139001', online: 'shop', goods: '木床', price: '2600.00',
  bought: '2026-05-01', forDailyUse: '是', issue: 'quality', known: '2026-05-03', facts: '床板断裂', claims: 'refund', complainant: '李某', phone: '13700000000',
})
const photo = { field: 'evidence', name: '断裂的床板.jpg', bytes: sample.jpeg() }
const order = { field: 'evidence', name: '订单.png', bytes: sample.png() }
const wrong = { field: 'evidence', name: '小票.pdf', bytes: sample.png(50) }
const none = { field: 'evidence', name: '', bytes: Buffer.alloc(0) }

const text = (answer: { body: unknown }): string => String(answer.body)
const recordOf = async (number: string) =>
  (await house.engine.database.query<{ id: string; version: number; evidence: string[] | null }>('select id, version, evidence from record.complaint where number = $1', [number])).rows[0]!

beforeAll(async () => {
  house = await openHouse({ now: '2026-05-11', pages: true })
  const holdings = ['clerk', 'mediator'].map((duty) => ({ duty: `complaints.${duty}`, reach: 'area' as const, area: '139001' }))
  await addAccount(house.engine.database, { id: 'clerk', name: '受理人', office: 'market-139001', password: 'a good password', face: 'office', from: '2010-01-01', holdings })
  const session = await beginSession(house.engine, { account: 'clerk', way: 'password', second: false, device: '' })
  csrf = session.csrf
  desk = { cookie: `zhiheng_session=${session.token}` }
})
afterAll(() => house.close())

describe('a citizen’s form with files', () => {
  const key = uuidv7()
  let number = ''
  let code = ''

  it('says which file was not taken and why; what was typed and the good file are kept, and nothing was filed', async () => {
    const answer = await house.send('/en/complain', [photo, wrong], {}, [['_key', key], ...typed])
    expect(answer.status).toBe(422)
    expect(text(answer)).toContain('href="#evidence"')
    expect(text(answer)).toContain('What “小票.pdf” holds is a PNG picture')
    expect(text(answer)).toContain('value="木床"')
    expect(text(answer)).toMatch(/<input type="checkbox" name="evidence"[^>]*value="[0-9a-f]{64}"[^>]*\/> 断裂的床板\.jpg/)
    expect((await house.engine.database.query('select 1 from record.complaint')).rows).toEqual([])
  })
  it('is sent again with the file that was kept and another one, and twice by mistake: one complaint with both', async () => {
    const before = await house.send('/en/complain', [photo, wrong], {}, [['_key', key], ...typed])
    const kept = /name="evidence"[^>]*value="([0-9a-f]{64})"/.exec(text(before))![1]!
    const send = () => house.send('/complain', [order], {}, [['_key', key], ...typed, ['evidence', kept]])
    const answer = await send()
    expect(answer.status).toBe(200)
    number = /TS139001\d{10}/.exec(text(answer))![0]
    code = /<dd><b>([2-9A-Z]{10})<\/b>/.exec(text(answer))![1]!
    expect(text(await send())).toContain(number)
    expect((await recordOf(number)).evidence).toHaveLength(2)
    expect((await house.engine.database.query('select 1 from record.complaint')).rowCount).toBe(1)
  })
  it('may be sent without any file: an empty input is no file', async () => {
    const answer = await house.send('/complain', [none], {}, [['_key', uuidv7()], ...typed])
    expect(answer.status).toBe(200)
    expect((await recordOf(/TS139001\d{10}/.exec(text(answer))![0])).evidence).toBeNull()
  })
  it('is followed with names and sizes; no file can be fetched without an account', async () => {
    const page = await house.send('/en/follow', [], {}, [['number', number], ['code', code]])
    expect(text(page)).toContain('断裂的床板.jpg')
    expect(text(page)).toContain('PNG picture')
    expect(text(page)).not.toContain('/files/')
    const { id, evidence } = await recordOf(number)
    expect((await house.get(`/api/v1/registers/complaint/${id}/files/${evidence![0]}`)).status).toBe(404)
    expect((await house.send('/en/follow', [], {}, [['number', number], ['code', 'AAAAAAAAAA']])).status).toBe(404)
  })
  it('takes more when the office asks for it, on the page of the case, and only then', async () => {
    const { id } = await recordOf(number)
    const page = await house.get(`/desk/complaint/${id}/ask-for-material`, desk)
    const marks: [string, string][] = ['_key', '_version'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(text(page))![1]!])
    const asked = await house.send(`/desk/complaint/${id}/ask-for-material`, [], desk, [['_csrf', csrf], ...marks, ['missing', '购买凭证']])
    expect(asked.status).toBe(303)
    const whose: [string, string][] = [['number', number], ['code', code]]
    expect(text(await house.send('/follow', [], {}, whose))).toContain('购买凭证')
    const supply = (files: readonly sample.Attached[], words: string, more: [string, string][] = []) =>
      house.send('/en/follow', files, {}, [...whose, ['_do', 'complete'], ['_key', uuidv7()], ['supplied', words], ...more])
    const bad = await supply([{ ...wrong, bytes: Buffer.alloc(0) }], '凭证如附件')
    expect(bad.status).toBe(422)
    expect(text(bad)).toContain('holds nothing (0 bytes)')
    expect(text(bad)).toContain('凭证如附件')
    const good = await supply([{ field: 'evidence', name: '发票.pdf', bytes: sample.pdf() }], '凭证如附件')
    expect(good.status).toBe(200)
    expect(text(good)).toContain('发票.pdf')
    expect((await recordOf(number)).evidence).toHaveLength(3)
    expect((await supply([order], '再补一次')).status).toBe(422)
    expect((await recordOf(number)).evidence).toHaveLength(3)
    const stranger = await house.send('/en/follow', [order], {}, [['number', number], ['code', 'AAAAAAAAAA'], ['_do', 'complete'], ['supplied', 'x']])
    expect(stranger.status).toBe(404)
  })
  it('shows the officer each file with its link, and pictures small', async () => {
    const { id } = await recordOf(number)
    const page = text(await house.get(`/en/desk/complaint/${id}`, desk))
    const pictures = [...page.matchAll(/<img src="([^"]+)"/g)].map((match) => match[1]!)
    expect(pictures).toHaveLength(2)
    for (const name of ['断裂的床板.jpg', '订单.png', '发票.pdf']) expect(page).toContain(`>${name}</a>`)
    const shown = await house.app.inject({ method: 'GET', url: pictures[0]!, headers: desk })
    expect(shown.rawPayload.equals(photo.bytes)).toBe(true)
  })
})

describe('a form of the desk with files', () => {
  const open = (files: readonly sample.Attached[], more: [string, string][] = []) => {
    const fields: [string, string][] = [['received', '2026-05-11'], ['channel', 'hotline'], ['handling', 'market-139001']]
    return house.send('/en/desk/complaint/open', files, desk, [['_csrf', csrf], ['_key', uuidv7()], ...fields, ...typed, ...more])
  }
  it('opens a complaint with its evidence', async () => {
    const answer = await open([photo])
    expect(answer.status, /class="errors".*?<\/ul>/.exec(text(answer))?.[0]).toBe(303)
    expect(text(await house.get(answer.headers['location'] as string, desk))).toContain('断裂的床板.jpg')
  })
  it('takes nothing without the anti-forgery mark, and no file for a question that is not one of files', async () => {
    const count = async () => (await house.engine.database.query('select 1 from kernel.upload')).rowCount
    const before = await count()
    expect((await house.send('/desk/complaint/open', [photo], desk, [['_key', uuidv7()], ...typed])).status).toBe(403)
    const misplaced = await open([{ ...photo, field: 'facts' }])
    expect(misplaced.status).toBe(422)
    expect(await count()).toBe(before)
  })
})
