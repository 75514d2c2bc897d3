// The press: one document in any of its formats, with the media type it goes out under.
// What makes a format is read when it is first asked for.
import { chartTable, type Paper } from '../../kernel/paper.ts'

export const formats = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type Format = keyof typeof formats

export interface Printed {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** Every table of the document on a sheet of its own, the charts' tables too. */
async function workbookOf(paper: Paper): Promise<Uint8Array> {
  const { sheetsWorkbook } = await import('../intake/workbook.ts')
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? [chartTable(block)] : []))
  return sheetsWorkbook(
    tables.map((table, at) => ({
      name: `${at + 1} ${table.caption ?? ''}`,
      titles: table.columns.map((c) => (c.unit ? `${c.title}（${c.unit}）` : c.title)),
      rows: table.rows,
    })),
  )
}

async function bytesOf(paper: Paper, format: Format): Promise<Uint8Array> {
  switch (format) {
    case 'html':
      return new TextEncoder().encode((await import('./html.ts')).htmlOf(paper))
    case 'docx':
      return (await import('./docx.ts')).docxOf(paper)
    case 'pdf':
      return (await import('./pdf.ts')).pdfOf(paper)
    case 'xlsx':
      return workbookOf(paper)
  }
}

export const print = async (paper: Paper, format: Format): Promise<Printed> => ({
  bytes: await bytesOf(paper, format),
  mediaType: formats[format],
})
