// Documents read back: the layout of GB/T 9704-2012 in the DOCX, searchable Chinese in the PDF, harmless cells in the workbook.
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../../kernel/paper.ts'
import { sheetsWorkbook } from '../../../server/intake/workbook.ts'
import { columnShares } from '../../../server/paper/column-widths.ts'
import { print } from '../../../server/paper/press.ts'

const paper: Paper = {
  kind: 'bulletin', language: 'zh', issuer: '河北省某机关（虚构）', number: '〔2026〕1号', title: '质量状况公报', addressee: '各市人民政府：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '全省产品质量总体平稳，PM2.5 浓度持续下降。' },
    { kind: 'chart', title: '年均浓度', type: 'line', unit: 'µg/m³', x: ['2013', '2014', '2015'], series: [{ name: 'PM2.5', values: ['108', '93.9', null] }] },
    { kind: 'table', caption: '表1', columns: [{ title: '城市' }, { title: '数值', unit: '%', align: 'right' }], rows: [['石家庄', '95.8'], ['=HYPERLINK("x")', '-1.5']] },
    { kind: 'qr', text: 'http://127.0.0.1:8080/verify#abc', caption: '扫码核验' },
    { kind: 'signature', authority: '河北省某机关', day: '2026-11-24' },
  ],
}

describe('DOCX', () => {
  it('is A4 with 37, 35, 28 and 26 mm, sixteen-point FangSong on exact lines, and page numbers on outer sides', async () => {
    const files = unzipSync((await print(paper, 'docx')).bytes)
    const xml = new TextDecoder().decode(files['word/document.xml'])
    const margins = /<w:pgMar([^>]*)>/.exec(xml)![1]!
    const twips = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)![1])
    const millimetres = (name: string) => Math.round((twips(name) / 1440) * 25.4)
    expect(['top', 'bottom', 'left', 'right'].map(millimetres)).toEqual([37, 35, 28, 26])
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"')
    expect(xml).toContain('<w:sz w:val="32"/>')
    expect(xml).toContain('w:lineRule="exact"')
    expect(xml).toContain('2026年11月24日')
    expect(Object.keys(files).filter((name) => name.startsWith('word/footer'))).toHaveLength(2)
    expect(Object.keys(files).filter((name) => /media\/.*\.png$/.test(name)).length).toBeGreaterThanOrEqual(2)
  })
})

describe('PDF', () => {
  it('embeds its font and its Chinese text can be searched', async () => {
    const { bytes } = await print(paper, 'pdf')
    const { text, totalPages } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
    expect(totalPages).toBeGreaterThanOrEqual(1)
    for (const words of ['质量状况公报', '全省产品质量总体平稳', '石家庄', '2026年11月24日']) expect(text.replaceAll(/\s/g, '')).toContain(words)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\+NotoSansSC-Regular/)
  })
  it('breaks a table of two thousand rows over pages with its head on each', async () => {
    const long: Paper = { ...paper, blocks: [{ kind: 'table', columns: [{ title: '序号' }, { title: '名称' }], rows: Array.from({ length: 2000 }, (_, at) => [String(at + 1), `虚构企业${at + 1}`]) }] }
    const { text, totalPages } = await extractText(await getDocumentProxy((await print(long, 'pdf')).bytes), { mergePages: true })
    expect(totalPages).toBeGreaterThan(20)
    expect(text).toContain('虚构企业2000')
    expect(text.match(/序号/g)!.length).toBe(totalPages)
  })
})

describe('workbook and page', () => {
  it('writes numbers as numbers and formulas as harmless text', async () => {
    const workbook = await readXlsx((await print(paper, 'xlsx')).bytes)
    expect(workbook.sheets).toHaveLength(2)
    expect(workbook.sheets[1]!.rows).toEqual([['城市', '数值（%）'], ['石家庄', 95.8], ['\'=HYPERLINK("x")', -1.5]])
  })
  it('the page has a table beside its chart, a gap stays a gap, and nothing outside is asked for', async () => {
    const html = new TextDecoder().decode((await print(paper, 'html')).bytes)
    expect(html).toContain('<svg')
    expect(html).toContain('<td>2015</td><td class="right">—</td>')
    expect(html).not.toMatch(/<script|src="http/)
  })
})

describe('widths of the columns of a table on paper', () => {
  it('give a short column no more than it needs and let a long one break, whatever stands first', () => {
    const shares = columnShares({
      columns: [{ title: '名次', align: 'right' }, { title: '城市' }, { title: '说明' }],
      rows: [['1', '邢台', '由日均值计算的综合指数，与公布的名单为同一组城市，差异在一位小数以内'], ['10', '石家庄', '—']],
    })
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12)
    expect(shares[0]!).toBeLessThan(shares[1]!)
    expect(shares[2]!).toBeGreaterThan(0.5)
    // Seventy places in a row do not push the two short ones to nothing: 名次 still stands on one line of a hundred.
    expect(shares[0]! * 100).toBeGreaterThan(6)
  })
})

describe('tables as a workbook', () => {
  it('keep a figure a number with the decimals that it was published with', async () => {
    const book = await sheetsWorkbook([{ name: '年均', titles: ['城市', 'PM2.5'], rows: [['石家庄', '123.0'], ['唐山', '100.25'], ['沧州', '—']] }])
    expect((await readXlsx(book)).sheets[0]!.rows.slice(1)).toEqual([['石家庄', 123], ['唐山', 100.25], ['沧州', '—']])
    const formats = [...strFromU8(unzipSync(book)['xl/styles.xml']!).matchAll(/formatCode="([^"]+)"/g)].map(([, code]) => code)
    expect(formats).toEqual(expect.arrayContaining(['0.0', '0.00']))
  })
})
