// What is exported can be imported: every value comes back as it was, through CSV in two encodings and through a workbook, in each language.
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFile } from '../../cli/files.ts'
import { openingOf } from '../../kernel/act.ts'
import { cite } from '../../kernel/citation.ts'
import type { Fields } from '../../kernel/field.ts'
import { house as build } from '../../kernel/house.ts'
import { amount, area, choice, choices, citation, day, figures, instant, integer, kindOf, link, party, quantity, rows, text, yes } from '../../kernel/kinds.ts'
import { procedure } from '../../kernel/procedure.ts'
import { register } from '../../kernel/register.ts'
import { system } from '../../kernel/system.ts'
import { words, type Language } from '../../kernel/words.ts'
import { cellOf } from '../../server/intake/export.ts'
import { columnsOf } from '../../server/intake/import.ts'
import { inLanguage } from '../../server/language.ts'
import { listRecords } from '../../store/records/list.ts'
import { act } from '../../store/records/gate.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { systems } from '../../systems/index.ts'
import { openHouse, type House } from '../bed/house.ts'

const some = { optional: true } as const
const fields = {
  place: integer(words('序号', 'Place')),
  name: text(words('名称', 'Name'), { ...some, length: 500 }),
  remark: text(words('备注（说明）', 'Remark (long)'), { ...some, length: 2000 }),
  on: day(words('日期', 'Day'), some),
  at: instant(words('时间', 'Moment'), some),
  mass: quantity(words('质量', 'Mass'), { ...some, unit: 'kg', places: 3 }),
  price: amount(words('价款', 'Price'), some),
  good: yes(words('合格', 'Good'), some),
  way: choice(words('方式', 'Way'), { one: words('其一', 'The one'), other: words('其二', 'The other') }, some),
  // A title may hold the mark by which several choices are parted.
  marks: choices(words('标志', 'Marks'), { a: words('甲、乙', 'A, and B'), b: words('丙', 'C'), c: words('丁', 'D') }, some),
  maker: party(words('生产者', 'Maker'), some),
  where: area(words('地点', 'Where'), some),
  earlier: link(words('前件', 'Earlier'), 'original', some),
  rule: citation(words('依据', 'Rule'), some),
  path: figures(words('路径', 'Path'), some),
  lines: rows(words('明细', 'Lines'), { what: text(words('品名', 'What')), seen: day(words('发现', 'Seen'), some), cost: amount(words('费用', 'Cost'), some) }, some),
}
const basis = cite('tables-rules', '1')
const declared = (name: string) => {
  const of = register(name, { title: words(name, name), headline: 'name', fields })
  return procedure(of, {
    duties: { keeper: words('保管', 'Keeper') },
    states: { kept: words('在册', 'Kept') },
    ends: ['kept'],
    opens: { state: 'kept', by: 'keeper', basis },
    steps: () => ({}),
  })
}
const procedures = [declared('original'), declared('copy')]
const tables = system('tables', { group: 'steering', title: words('表', 'Tables'), chapter: '0', registers: procedures.map((one) => one.of), procedures })

let house: House
let keeper: Record<string, string>
const person = { id: 'keeper', name: 'keeper', office: null, holdings: [{ duty: 'tables.keeper', reach: 'all', from: '2010-01-01' }] } as const

beforeAll(async () => {
  house = await openHouse({ systems: [tables], parameters: [], now: '2026-11-24' })
  keeper = await house.person('keeper', [{ duty: 'tables.keeper', reach: 'all' }])
})
afterAll(() => house.close())

const held = async (name: string): Promise<readonly Record<string, unknown>[]> => {
  const of = house.engine.house.procedureOf(name).of
  const records = await listRecords(house.engine.database, of, { where: { all: [] }, limit: 100, order: { field: 'place', descending: false } })
  return records.map((record) => Object.fromEntries(Object.keys(fields).map((field) => [field, record[field as keyof typeof record] ?? null])))
}

// Marks by which formulas begin, separators, quotes, line ends, apostrophes, wide signs, characters of every plane.
const unit = fc.constantFrom(...'=+-@＝＋－＠\'"\',;|\t\n\r、；，%$\\/<>&_x0D# .0129eE年货𠀀😀éß（）[]{}是否')
const written = fc.string({ unit, minLength: 1, maxLength: 24 }).filter((value) => value.trim() !== '')
const told = fc.oneof(written, fc.constantFrom('=1+1', "'=1+1", '-5', '-5.50', '1e5', '007', '1/2', 'TRUE', 'null', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '\t=1', '_x000D_', '_x005F_x0041_', '第一行\n第二行', '第一行\r\n第二行'))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null, freq: 3 })
const dayOf = fc.integer({ min: 0, max: 9000 }).map((n) => new Date(Date.UTC(2001, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const decimal = (places: number) => fc.integer({ min: -999_999_999, max: 999_999_999 }).map((n) => (n / 10 ** places).toFixed(places))
const answers = fc.record({
  name: maybe(told),
  remark: maybe(told),
  on: maybe(dayOf),
  at: maybe(fc.integer({ min: 0, max: 700_000_000_000 }).map((n) => new Date(Date.UTC(2001, 0, 1) + n - (n % 2 ? 0 : n % 60_000)).toISOString())),
  mass: maybe(decimal(3)),
  price: maybe(decimal(2)),
  good: maybe(fc.boolean()),
  way: maybe(fc.constantFrom('one', 'other')),
  marks: maybe(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
  maker: maybe(fc.constantFrom('91110000600037341L')),
  where: maybe(fc.constantFrom('130102', '130682')),
  earlier: maybe(fc.constant(null).map(() => uuidv7())),
  rule: maybe(fc.constantFrom('product-quality-law/26', 'tables-rules')),
  path: maybe(fc.dictionary(fc.constantFrom('2026', '2027', '"', '=1'), decimal(2), { minKeys: 1 })),
  lines: maybe(fc.array(fc.record({ what: told, seen: maybe(dayOf), cost: maybe(decimal(2)) }), { minLength: 1, maxLength: 3 })),
})

interface Road {
  readonly ending: 'csv' | 'xlsx'
  readonly carry: (bytes: Buffer) => Buffer
}
const roads: Readonly<Record<string, Road>> = {
  'CSV in UTF-8': { ending: 'csv', carry: (bytes) => bytes },
  'CSV saved anew in GB18030': { ending: 'csv', carry: (bytes) => iconv.encode(bytes.toString('utf8').replace(/^\ufeff/, ''), 'gb18030') },
  'a workbook': { ending: 'xlsx', carry: (bytes) => bytes },
}

async function emptied(): Promise<void> {
  await house.engine.database.query('truncate record.original, record.copy, kernel.journal, kernel.outbox')
  await house.engine.database.query("delete from kernel.setting where name like 'import:%'")
}

async function open(values: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await emptied()
  for (const [place, value] of values.entries())
    await act(house.engine, { register: 'original', record: uuidv7(), step: 'open', answers: { ...value, place }, key: uuidv7(), person })
}

async function took(bytes: Buffer, name: string) {
  const { status, body } = await house.send('/api/v1/registers/copy/import', [{ field: 'file', name, bytes }], keeper)
  expect({ status, code: body.code, problems: body.problems }).toEqual({ status: 200, problems: [] })
}

describe('a table that is exported and imported', () => {
  it.each(Object.entries(roads))('as %s gives the same records, in every language', async (_name, { ending, carry }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 6 }), fc.constantFrom('zh', 'hant', 'en'), async (values, language) => {
        await open(values)
        const response = await house.app.inject({ url: `/api/v1/registers/original/export.${ending}?language=${language}`, headers: keeper })
        expect(response.statusCode).toBe(200)
        await took(carry(response.rawPayload), `table.${ending}`)
        expect(await held('copy')).toEqual(await held('original'))
      }),
      { numRuns: 20 },
    )
  })
  it('by the command line holds the rows of a record too, and is not there before it is whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhiheng-tables-'))
    const lines = [{ what: '=1+1', seen: '2026-01-02', cost: '3.50' }, { what: '"甲",乙', seen: null, cost: null }]
    await open([{ name: '带明细', lines, path: { '2026': '1.50' } }, { name: '无明细' }])
    for (const ending of ['csv', 'xlsx']) {
      const file = join(folder, `out.${ending}`)
      expect(await exportFile({ engine: house.engine } as never, { register: 'original', file, as: 'keeper' }, () => undefined)).toEqual({ file, records: 2 })
      await house.engine.database.query('truncate record.copy')
      await took(await readFile(file), `out.${ending}`)
      expect(await held('copy')).toEqual(await held('original'))
    }
    const nowhere = exportFile({ engine: house.engine } as never, { register: 'original', file: join(folder, 'out.csv'), as: 'nobody' }, () => undefined)
    await expect(nowhere).rejects.toThrow('There is no account')
    await rm(folder, { recursive: true })
  })
  it('starts no formula in any cell, whatever was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), async (names) => {
        await open(names.map((name) => ({ name, remark: name, lines: [{ what: name }] })))
        const { payload } = await house.app.inject({ url: '/api/v1/registers/original/export.csv', headers: keeper })
        const { parse } = await import('csv-parse/sync')
        const cells = (parse(payload, { bom: true }) as string[][]).flat()
        expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('every register of the house', () => {
  const all = [...build(systems).procedures.values()].map((one) => [one.of.name, openingOf(one).asks as Fields] as const)
  const languages: readonly Language[] = ['zh', 'hant', 'en']
  it.each(all)('%s: each column finds its own field, in every language, with a star and without', (_name, asked) => {
    const names = Object.keys(asked)
    for (const language of languages)
      for (const star of ['', '*'])
        expect(columnsOf(names.map((name) => inLanguage(asked[name]!.title, language) + star), asked), language).toEqual(names)
    expect(columnsOf(names, asked)).toEqual(names)
  })
  it.each(all)('%s: each choice is read back as itself, alone and with the others', (_name, asked) => {
    for (const [name, field] of Object.entries(asked))
      for (const said of ['zh', 'en'] as const) {
        const keys = Object.keys(field.choices ?? {})
        if (field.kind === 'choice') for (const key of keys) expect(kindOf(field).parse(cellOf(key, field, said), field), name).toEqual({ value: key })
        if (field.kind === 'choices') for (let n = 1; n <= keys.length; n++) expect(kindOf(field).parse(cellOf(keys.slice(0, n), field, said), field), name).toEqual({ value: keys.slice(0, n) })
      }
  })
})
