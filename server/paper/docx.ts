// Official documents as DOCX in the layout of GB/T 9704-2012: A4, 37/35/28/26 mm, 22 lines of 28 characters, page number in dashes.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import QRCode from 'qrcode'
import { chartTable, paperDay, type Block, type Paper } from '../../kernel/paper.ts'
import { chartPng, chartSize } from './chart.ts'
import { columnShares } from './column-widths.ts'

const millimetres = (mm: number): number => Math.round(convertMillimetersToTwip(mm))

/** 三號 is 16 pt, 二號 22 pt; sizes are half points. 22 lines on 225 mm give 28.95 pt a line. */
const body = 32
const title = 44
const line = 579

const fonts = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia })
const song = fonts('仿宋_GB2312')
const faces = [fonts('黑体'), fonts('楷体_GB2312'), song, song] as const

const run = (text: string, size = body, font = song, bold = false) => new TextRun({ text, size, font, bold, color: '000000' })
const paragraph = (options: IParagraphOptions): Paragraph => new Paragraph({ spacing: { line, lineRule: LineRuleType.EXACT }, ...options })
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const

/** 156 mm between the margins, in twentieths of a point. */
const printable = 8844
const thin = { style: BorderStyle.SINGLE, size: 4, color: '444444' }

function tableOf(block: Extract<Block, { kind: 'table' }>): (Paragraph | Table)[] {
  const cell = (text: string, align: 'left' | 'right' | undefined, bold: boolean) =>
    new TableCell({
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      children: [
        new Paragraph({ alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [run(text, 21, song, bold)] }),
      ],
    })
  const heads = block.columns.map((column) => cell(column.unit ? `${column.title}（${column.unit}）` : column.title, column.align, true))
  const rows = block.rows.map(
    (cells) => new TableRow({ cantSplit: true, children: block.columns.map((column, at) => cell(cells[at] ?? '', column.align, false)) }),
  )
  return [
    ...(block.caption
      ? [paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [run(block.caption, 24, faces[0])] })]
      : []),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: columnShares(block).map((share) => Math.round(share * printable)),
      borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
      rows: [new TableRow({ tableHeader: true, children: heads }), ...rows],
    }),
    ...(block.notes ?? []).map((note) => new Paragraph({ children: [run(note, 18)] })),
  ]
}

async function blockOf(block: Block, language: Paper['language']): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case 'heading':
      return [
        paragraph({
          heading: levels[block.level - 1]!,
          indent: { firstLine: 640 },
          children: [run(block.text, body, faces[block.level - 1]!)],
        }),
      ]
    case 'paragraph':
      return [paragraph({ indent: { firstLine: 640 }, alignment: AlignmentType.BOTH, children: [run(block.text)] })]
    case 'list':
      return block.items.map((item) => paragraph({ indent: { firstLine: 640 }, children: [run(item)] }))
    case 'note':
      return [new Paragraph({ children: [run(block.text, 21)] })]
    case 'table':
      return tableOf(block)
    case 'chart': {
      const data = chartPng(block)
      const picture = new ImageRun({
        type: 'png',
        data,
        transformation: { width: 560, height: (560 * chartSize.height) / chartSize.width },
        altText: { title: block.title, description: block.title, name: block.title },
      })
      return [new Paragraph({ alignment: AlignmentType.CENTER, children: [picture] }), ...tableOf(chartTable(block))]
    }
    case 'qr': {
      const data = await QRCode.toBuffer(block.text, { errorCorrectionLevel: 'M', margin: 1, width: 320 })
      return [
        new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation: { width: 130, height: 130 } })] }),
        new Paragraph({ children: [run(block.caption, 18)] }),
      ]
    }
    case 'signature':
      return [
        paragraph({}),
        paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 640 }, children: [run(block.authority)] }),
        paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 1280 }, children: [run(paperDay(block.day, language))] }),
      ]
  }
}

/** The red head with its line, the number, the title, the addressee: in that order where there are any. */
function headOf(paper: Paper): Paragraph[] {
  const red = { color: 'C00000' }
  return [
    ...(paper.issuer
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 200 },
            children: [new TextRun({ text: paper.issuer, size: 52, bold: true, font: fonts('方正小标宋简体'), ...red })],
          }),
        ]
      : []),
    ...(paper.number
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 6 } },
            children: [run(paper.number)],
          }),
        ]
      : []),
    paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 400, after: 400, line: 700, lineRule: LineRuleType.EXACT },
      children: [run(paper.title, title, fonts('方正小标宋简体'))],
    }),
    ...(paper.addressee ? [paragraph({ children: [run(paper.addressee)] })] : []),
  ]
}

const pageNumber = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ size: 28, font: fonts('宋体'), children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const blocks = (await Promise.all(paper.blocks.map((block) => blockOf(block, paper.language)))).flat()
  const document = new Document({
    title: paper.title,
    creator: paper.issuer ?? '質衡',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: {
              top: millimetres(37),
              bottom: millimetres(35),
              left: millimetres(28),
              right: millimetres(26),
              footer: millimetres(25),
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...headOf(paper), ...blocks],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
