// Reading of tables: what must be read as it stands, what must be refused, and formulas that are harmless on the way out and whole again on the way in.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import characters from '../../tests/conformance/chinese-text/gb18030-two-byte-sample.json' with { type: 'json' }
import { asWritten, harmless } from './formula.ts'
import { inMemory, plainDay, type Source } from './table.ts'
import { readTable } from './table-file.ts'

const folder = join(import.meta.dirname, '../../tests/conformance/csv/csv-spectrum')

async function readAll(source: Source): Promise<Record<string, string>[]> {
  const { header, rows } = await readTable(source)
  const records: Record<string, string>[] = []
  for await (const { cells } of rows) records.push(Object.fromEntries(header.map((title, at) => [title, cells[at] ?? ''])))
  return records
}
const csv = (text: string | Uint8Array, name = 'a.csv') => inMemory(name, typeof text === 'string' ? Buffer.from(text) : text)

async function refusal(source: Source): Promise<Refusal> {
  const outcome = await readAll(source).then(() => null, (error: unknown) => error)
  if (!(outcome instanceof Refusal)) throw new Error(`it was not refused: ${String(outcome)}`)
  return outcome
}

describe('a text table', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.csv')))('%s is read as its list says', async (name) => {
    const wanted = JSON.parse(readFileSync(join(folder, name.replace('.csv', '.json')), 'utf8')) as object[]
    expect(await readAll(csv(readFileSync(join(folder, name))))).toEqual(wanted)
  })
  it('is the same with and without a byte order mark', async () =>
    expect(await readAll(csv('\ufeff名称,代码\n甲,1\n'))).toEqual(await readAll(csv('名称,代码\n甲,1\n'))))
  it('may be parted by tabs or semicolons', async () => {
    for (const mark of ['\t', ';']) expect(await readAll(csv(`名称${mark}代码\n甲,乙${mark}1\n`))).toEqual([{ 名称: '甲,乙', 代码: '1' }])
  })
  it('in GB18030 gives every character of the index', async () => {
    // Two bytes of the private use area are left out: editions of the standard give them different characters.
    const known = characters.filter(({ char }) => !/\p{Co}/u.test(char))
    for (const { bytes, char } of known) {
      const file = Buffer.concat([iconv.encode('名称,代码\n', 'gb18030'), Buffer.from(bytes, 'hex'), Buffer.from(',1\n')])
      const table = await readTable(csv(file))
      expect(table.encoding).toBe('GB18030')
      for await (const row of table.rows) expect(row.cells[0]).toBe(char)
    }
  })
  it('keeps characters beyond the basic plane', async () => expect(await readAll(csv('名称,代码\n𠮷野家,1\n'))).toEqual([{ 名称: '𠮷野家', 代码: '1' }]))
  it('with quotes that do not pair is refused at its line', async () => {
    const { code, values } = await refusal(csv('名称,代码\n甲,1\n"乙,2\n丙,3\n'))
    expect(code).toBe('intake.broken-line')
    expect(Number(values['line'])).toBeGreaterThanOrEqual(3)
  })
  it('of any cells comes back as it was written', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (lines) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const text = ['a,b', ...lines.map((line) => line.map(quoted).join(','))].join('\r\n')
        expect((await readAll(csv(text))).map(({ a, b }) => [a, b])).toEqual(lines)
      }),
    ))
})

/** Texts with everything that is awkward in a table. */
const cell = fc.array(fc.constantFrom(...'甲乙,;"\n\t =+-@\'1.𠮷'), { minLength: 1, maxLength: 8 }).map((list) => `x${list.join('')}x`)

describe('an archive', () => {
  it('whose directory claims nothing and unpacks to much is a bomb', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    const view = new DataView(bytesOf(bomb))
    // The sizes in the central directory are set to nought; the data is what it was.
    for (let at = bomb.length - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true)
    expect((await refusal(inMemory('a.xlsx', new Uint8Array(view.buffer)))).code).toBe('intake.bomb')
  })
})
const bytesOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer

describe('formulas (CSV injection as OWASP lists it)', () => {
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A'])('%j is made harmless', (text) =>
    expect(harmless(text)).toBe(`'${text}`),
  )
  it.each(['-12.5', '0', '甲=乙', "O'Neill"])('%j is no formula', (text) => expect(harmless(text)).toBe(text))
  it('come back as they were, apostrophes of their own included', () =>
    fc.assert(fc.property(fc.array(fc.constantFrom(...`'=+-@\t1.甲＝`), { maxLength: 6 }), (list) => void expect(asWritten(harmless(list.join('')))).toBe(list.join('')))))
})

describe('days', () => {
  it.each(['2026-4-1', '2026/04/01', '2026.4.1', '2026年4月1日'])('%s is the first of April', (text) => expect(plainDay(text)).toBe('2026-04-01'))
})
