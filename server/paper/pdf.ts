// The same document as PDF: fonts embedded, text that can be searched, charts as drawings, QR codes, page numbers in dashes.
import { createRequire } from 'node:module'
import { chartTable, paperDay, type Block, type Paper } from '../../kernel/paper.ts'
import { boldFontFile, chartSvg, fontFile } from './chart.ts'
import { columnShares } from './column-widths.ts'

interface PdfMake {
  setFonts(fonts: object): void
  setLocalAccessPolicy(allow: (path: string) => boolean): void
  setUrlAccessPolicy(allow: (address: string) => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Buffer> }
}

const require = createRequire(import.meta.url)
let made: PdfMake | null = null

/** Loaded at the first document: the fonts weigh ten megabytes each. */
function maker(): PdfMake {
  if (made) return made
  made = require('pdfmake') as PdfMake
  made.setFonts({ Noto: { normal: fontFile, bold: boldFontFile, italics: fontFile, bolditalics: boldFontFile } })
  // Nothing but our own two fonts is read, and nothing is fetched.
  made.setLocalAccessPolicy((path) => path === fontFile || path === boldFontFile)
  made.setUrlAccessPolicy(() => false)
  return made
}

const point = 72 / 25.4
/** Printable width of 156 mm. */
const width = 156 * point

type Content = object

function tableOf(block: Extract<Block, { kind: 'table' }>): Content[] {
  const wide = block.columns.length > 8
  const cell = (text: string, align?: string, bold = false) => ({ text, alignment: align ?? 'left', bold, fontSize: wide ? 8 : 10 })
  return [
    ...(block.caption ? [{ text: block.caption, bold: true, fontSize: 11, alignment: 'center', margin: [0, 8, 0, 4] }] : []),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: columnShares(block).map((share) => share * (width - block.columns.length * 8)),
        body: [
          block.columns.map((c) => cell(c.unit ? `${c.title}（${c.unit}）` : c.title, c.align, true)),
          ...block.rows.map((row) => block.columns.map((c, at) => cell(row[at] ?? '', c.align))),
        ],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0,
        hLineColor: () => '#888888',
        fillColor: (row: number) => (row === 0 ? '#eef2f4' : null),
      },
      margin: [0, 0, 0, 8],
    },
    ...(block.notes ?? []).map((text) => ({ text, fontSize: 8, color: '#555555' })),
  ]
}

function blockOf(block: Block, language: Paper['language']): Content[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          text: block.text,
          bold: true,
          fontSize: [15, 13.5, 12, 12][block.level - 1],
          margin: [0, 12, 0, 6],
          tocItem: true,
          headlineLevel: block.level,
        },
      ]
    case 'paragraph':
      return [{ text: block.text, leadingIndent: 24, fontSize: 12, lineHeight: 1.5, alignment: 'justify', margin: [0, 0, 0, 4] }]
    case 'list':
      return [{ ul: block.items.map((text) => ({ text, lineHeight: 1.4 })), fontSize: 12, margin: [16, 0, 0, 6] }]
    case 'note':
      return [{ text: block.text, fontSize: 9, color: '#444444', margin: [0, 2, 0, 4] }]
    case 'table':
      return tableOf(block)
    case 'chart':
      return [{ svg: chartSvg(block), width, margin: [0, 8, 0, 2] }, ...tableOf(chartTable(block))]
    case 'qr':
      return [
        {
          columns: [
            { qr: block.text, fit: 130, eccLevel: 'M', width: 150 },
            { text: block.caption, fontSize: 9, margin: [8, 40, 0, 0] },
          ],
          margin: [0, 14, 0, 0],
        },
      ]
    case 'signature':
      return [
        { text: block.authority, alignment: 'right', fontSize: 12, margin: [0, 28, 24, 4] },
        { text: paperDay(block.day, language), alignment: 'right', fontSize: 12, margin: [0, 0, 48, 0] },
      ]
  }
}

const headOf = (paper: Paper): Content[] => [
  ...(paper.issuer ? [{ text: paper.issuer, color: '#C00000', bold: true, fontSize: 22, alignment: 'center', margin: [0, 0, 0, 8] }] : []),
  ...(paper.number
    ? [
        { text: paper.number, alignment: 'center', fontSize: 12, margin: [0, 0, 0, 4] },
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.2, lineColor: '#C00000' }] },
      ]
    : []),
  { text: paper.title, bold: true, fontSize: 18, alignment: 'center', margin: [0, 22, 0, 18] },
  ...(paper.addressee ? [{ text: paper.addressee, fontSize: 12, margin: [0, 0, 0, 6] }] : []),
]

/** PDF of a document; `attached` are files carried inside, such as the full proof of a seal. */
export async function pdfOf(paper: Paper, attached: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const files = Object.fromEntries(
    Object.entries(attached).map(([name, text]) => [
      name,
      { src: `data:application/json;base64,${Buffer.from(text).toString('base64')}`, name },
    ]),
  )
  const definition = {
    pageSize: 'A4',
    pageMargins: [28 * point, 37 * point, 26 * point, 35 * point],
    info: { title: paper.title, author: paper.issuer ?? '質衡 Zhiheng' },
    lang: paper.language === 'en' ? 'en' : 'zh-CN',
    defaultStyle: { font: 'Noto', fontSize: 12 },
    footer: (page: number) => ({
      text: `— ${page} —`,
      alignment: page % 2 === 1 ? 'right' : 'left',
      margin: [28 * point + 14, 10 * point, 26 * point + 14, 0],
      fontSize: 11,
    }),
    content: [...headOf(paper), ...paper.blocks.flatMap((block) => blockOf(block, paper.language))],
    ...(Object.keys(files).length > 0 ? { files } : {}),
  }
  return new Uint8Array(await maker().createPdf(definition).getBuffer())
}
