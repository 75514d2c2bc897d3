// The press: one document in any of its formats, with the name and media type it goes out under.
import { chartTable, type Paper } from '../../kernel/paper.ts'
import { sheetsWorkbook } from '../intake/workbook.ts'
import { docxOf } from './docx.ts'
import { htmlOf } from './html.ts'
import { pdfOf } from './pdf.ts'

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
function workbookOf(paper: Paper): Promise<Uint8Array> {
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
      return new TextEncoder().encode(htmlOf(paper))
    case 'docx':
      return docxOf(paper)
    case 'pdf':
      return pdfOf(paper)
    case 'xlsx':
      return workbookOf(paper)
  }
}

export const print = async (paper: Paper, format: Format): Promise<Printed> => ({
  bytes: await bytesOf(paper, format),
  mediaType: formats[format],
})
