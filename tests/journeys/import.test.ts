// Uploading tables: whole or not at all, errors row by row, the same file twice, and what a hostile file does: nothing.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedEnterprises } from '../../cli/demonstration.ts'
import { hebei } from '../../jurisdictions/hebei/index.ts'
import { checkUscCode } from '../../kernel/usc-code.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inMemory } from '../../server/intake/table.ts'
import { readTable } from '../../server/intake/table-file.ts'
import { harmless } from '../../server/intake/formula.ts'
import { verifyAll } from '../../store/verify.ts'
import { openHouse, type House } from '../bed/house.ts'
import codes from '../conformance/uscc/codes.json' with { type: 'json' }

let house: House
let registrar: Record<string, string>
const columns = ['code', 'name', 'place', 'kind', 'established', 'invented'] as const
const titles = ['统一社会信用代码*', '名称*', '住所地*', '类型*', '成立日期', '虚构的演示数据*']

beforeAll(async () => {
  house = await openHouse()
  registrar = await house.person('registrar', [
    { duty: 'parties.registrar', reach: 'all' },
    { duty: 'parties.reader', reach: 'all' },
  ])
})
afterAll(() => house.close())

const csvOf = (rows: readonly Record<string, unknown>[]): string =>
  [titles.join(','), ...rows.map((row) => columns.map((name) => (row[name] === true ? '是' : String(row[name] ?? ''))).join(','))].join(
    '\r\n',
  )

async function upload(bytes: Uint8Array, fileName: string, query = '', who = registrar) {
  const boundary = 'zhiheng-test-boundary'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const response = await house.app.inject({
    method: 'POST',
    url: `/api/v1/registers/enterprise/import${query}`,
    headers: { ...who, 'content-type': `multipart/form-data; boundary=${boundary}`, 'accept-language': 'en' },
    payload,
  })
  return { status: response.statusCode, body: response.json() as any }
}
const count = async (): Promise<number> =>
  ((await house.engine.database.query('select count(*) as n from record.enterprise')).rows[0] as { n: number }).n

describe('a file of enterprises', () => {
  const rows = inventedEnterprises(50, hebei.divisions, 1)

  it('is tried without saving, then taken whole, and a second upload does nothing again', async () => {
    const file = Buffer.from(csvOf(rows))
    expect((await upload(file, 'a.csv', '?dry=true')).body).toMatchObject({
      rows: 50,
      opened: 50,
      dryRun: true,
      problemCount: 0,
      encoding: 'UTF-8',
    })
    expect(await count()).toBe(0)
    expect((await upload(file, 'a.csv')).body).toMatchObject({ rows: 50, opened: 50, known: 0, repeated: false })
    expect(await count()).toBe(50)
    expect((await upload(file, 'a.csv')).body).toMatchObject({ repeated: true, opened: 0 })
    expect(await count()).toBe(50)
  })

  it('with one wrong row nothing of it is kept, and the row, the field and the remedy are named', async () => {
    const bad = inventedEnterprises(20, hebei.divisions, 2).map((row, at) => ({
      ...row,
      code: String(row['code']).replace(/.{6}$/, (tail) => tail),
      name: `${row['name']}乙`,
    }))
    bad[6] = { ...bad[6]!, code: '91130102MAX000001A' }
    bad[9] = { ...bad[9]!, kind: '星球' } as never
    bad[11] = { ...bad[11]!, established: '2099-01-01' } as never
    const { status, body } = await upload(Buffer.from(csvOf(bad)), 'bad.csv')
    expect(status).toBe(200)
    expect(body.opened).toBe(0)
    expect(body.problems.map((p: { line: number; field: string; code: string }) => [p.line, p.field, p.code])).toEqual([
      [8, 'code', 'wrong-credit-code'],
      [11, 'kind', 'unknown-choice'],
      [13, 'established', 'in-the-future'],
    ])
    expect(body.problems[0].remedy).toContain('business licence')
    expect(await count()).toBe(50)
  })

  it('in GB18030 is read and said to be so', async () => {
    const more = inventedEnterprises(52, hebei.divisions, 1).slice(50)
    const { body } = await upload(iconv.encode(csvOf(more), 'gb18030'), 'gb.csv')
    expect(body).toMatchObject({ opened: 2, encoding: 'GB18030', problemCount: 0 })
    const { rows: found } = await house.engine.database.query<{ name: string }>('select name from record.enterprise where code = $1', [
      more[0]!['code'],
    ])
    expect(found[0]!.name).toBe(more[0]!['name'])
  })

  it('as a workbook with a formula in a cell is refused at that cell', async () => {
    const [row] = inventedEnterprises(53, hebei.divisions, 1).slice(52)
    const cells = new Map([['1,1', { value: '甲', formula: 'CONCATENATE("甲","乙")' }]])
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [titles, columns.map((name) => (row![name] === true ? '是' : String(row![name] ?? '')))],
          cells: cells as never,
        },
      ],
    })
    const { body } = await upload(bytes, 'formula.xlsx')
    expect(body.problems).toMatchObject([{ line: 2, field: 'name', code: 'formula' }])
    expect(body.opened).toBe(0)
  })

  it('by somebody without the duty is refused', async () => {
    const reader = await house.person('reader', [{ duty: 'parties.reader', reach: 'all' }])
    expect(await upload(Buffer.from(csvOf(rows)), 'a.csv', '', reader)).toMatchObject({ status: 403, body: { code: 'kernel.not-yours' } })
  })

  it('leaves a journal that verifies', async () => {
    await house.work.settled()
    expect(await verifyAll(house.engine)).toMatchObject({ clean: true, records: 52 })
  })

  it('comes back by export as it went in, with formulas made harmless', async () => {
    const answer = await house.get('/api/v1/registers/enterprise/export.csv?order=code', registrar)
    expect(String(answer.body).startsWith('\ufeff')).toBe(true)
    expect(String(answer.body)).toContain(String(rows[0]!['name']))
    expect(harmless('=1+1')).toBe("'=1+1")
    expect(harmless('@SUM(A1)')).toBe("'@SUM(A1)")
    expect(harmless('-12.5')).toBe('-12.5')
  })

  it('has a template with a column for every field and drop-downs for choices', async () => {
    const response = await house.app.inject({ url: '/api/v1/registers/enterprise/template.xlsx' })
    const workbook = await readXlsx(new Uint8Array(response.rawPayload))
    expect(workbook.sheets[0]!.rows[0]).toContain('统一社会信用代码*')
    expect(workbook.sheets[0]!.dataValidations?.length).toBeGreaterThanOrEqual(2)
  })

  it('offers places in the template by code and name, and takes a cell as it was chosen there, in every language', async () => {
    const template = async (language: string) => {
      const response = await house.app.inject({ url: '/api/v1/registers/enterprise/template.xlsx', headers: { 'accept-language': language } })
      const [sheet, lists] = (await readXlsx(new Uint8Array(response.rawPayload))).sheets
      const column = 'ABCDEFGH'[sheet!.rows[0]!.findIndex((title) => /住所地|Domicile/.test(String(title)))]!
      const { formula1 } = sheet!.dataValidations!.find(({ type, range }) => type === 'list' && range.startsWith(`${column}2`))!
      const at = 'ABCDEFGH'.indexOf(/\$([A-Z])\$1/.exec(formula1!)![1]!)
      return lists!.rows.map((row) => row[at]).filter((cell) => cell != null)
    }
    const [zh, hant, en] = await Promise.all(['zh-Hans', 'zh-Hant', 'en'].map(template))
    expect(zh).toContain('130102 石家庄市长安区')
    expect(hant).toContain('130102 石家莊市長安區')
    expect(en!.find((cell) => String(cell).startsWith('130102 '))).toMatch(/^130102 \w/)
    // A code of the past is no place to register at today.
    expect(zh!.some((cell) => String(cell).startsWith('130682'))).toBe(false)
    const [row] = inventedEnterprises(70, hebei.divisions, 1).slice(69)
    for (const place of ['130102 石家庄市长安区', '130102 石家莊市長安區', '130102 Shijiazhuang Chang’an']) {
      const { body } = await upload(Buffer.from(csvOf([{ ...row, place }])), 'p.csv', '?dry=true')
      expect(body, place).toMatchObject({ opened: 1, problemCount: 0 })
    }
    const { body } = await upload(Buffer.from(csvOf([{ ...row, place: '999999 不存在' }])), 'p.csv', '?dry=true')
    expect(body).toMatchObject({ opened: 0, problems: [{ field: 'place' }] })
  })

  it('is for whoever holds the duty today: a grant that has ended or not begun opens nothing, before a byte is read', async () => {
    for (const [name, from, to] of [['gone', '2020-01-01', '2020-12-31'], ['not-yet', '2999-01-01', null]] as const) {
      const who = await house.person(`registrar-${name}`, [{ duty: 'parties.registrar', reach: 'all', to }], { from })
      expect(await upload(Buffer.from('not a table at all'), 'a.csv', '?dry=true', who), name).toMatchObject({ status: 403, body: { code: 'kernel.not-yours' } })
    }
  })
})

describe('hostile files', () => {
  const refused = async (bytes: Uint8Array, name: string): Promise<string> => {
    try {
      const table = await readTable(inMemory(name, bytes))
      for await (const row of table.rows) if (row.line > 100_000) break
      return 'read'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  it('a zip bomb is seen before it is unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(await refused(bomb, 'bomb.xlsx')).toBe('intake.bomb')
  })
  it('a workbook of 200 MB is refused by its size', async () =>
    expect(await refused(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200 * 1024 * 1024)]), 'large.xlsx')).toBe(
      'intake.too-large',
    ))
  it('a picture is no table', async () =>
    expect(await refused(Buffer.from('89504e470d0a1a0a0000', 'hex'), 'a.png')).toBe('intake.not-a-table'))

  const folder = join(import.meta.dirname, '../conformance/xlsx')
  it.each(readdirSync(join(folder, 'hostile')))('%s is read or refused, never a fault', async (name) => {
    expect(await refused(readFileSync(join(folder, 'hostile', name)), name)).toMatch(/^(read|intake\.)/)
  })
  it.each(readdirSync(join(folder, 'ordinary')))('%s is read', async (name) => {
    expect(await refused(readFileSync(join(folder, 'ordinary', name)), name)).toMatch(/^(read|intake\.damaged)$/)
  })
})

describe('unified social credit codes (GB 32100-2015)', () => {
  it.each(codes.valid)('%s is taken', (code) => expect(checkUscCode(code)).toMatchObject({ ok: true }))
  it.each(codes.invalid.map((item) => (typeof item === 'string' ? item : (item as { code: string }).code)))('%s is refused', (code) =>
    expect(checkUscCode(code).ok).toBe(false),
  )
})
