// A document on paper before it is set: blocks of text, tables, charts and signatures, in one language.

export interface PaperColumn {
  readonly title: string
  readonly unit?: string
  readonly align?: 'left' | 'right'
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      readonly notes?: readonly string[]
    }
  | {
      readonly kind: 'chart'
      readonly title: string
      readonly type: 'line' | 'bar'
      readonly x: readonly string[]
      readonly series: readonly { readonly name: string; readonly values: readonly (string | null)[] }[]
      readonly unit: string
    }
  | { readonly kind: 'signature'; readonly authority: string; readonly day: string }
  | { readonly kind: 'qr'; readonly text: string; readonly caption: string }
  | { readonly kind: 'note'; readonly text: string }

export interface Paper {
  readonly kind: 'letter' | 'decision' | 'receipt' | 'bulletin'
  readonly language: 'zh' | 'en' | 'hant'
  readonly issuer?: string
  readonly number?: string
  readonly title: string
  readonly addressee?: string
  readonly blocks: readonly Block[]
}

/** 2026年11月24日: the form of a date in an official document (GB/T 9704-2012, 7.3.5.4). */
export const paperDay = (day: string, language: Paper['language']): string =>
  language === 'en' ? day : `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** The table that stands beside every chart. */
export const chartTable = (chart: Extract<Block, { kind: 'chart' }>): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  caption: chart.title,
  columns: [{ title: '' }, ...chart.series.map((series) => ({ title: series.name, unit: chart.unit, align: 'right' as const }))],
  rows: chart.x.map((x, at) => [x, ...chart.series.map((series) => series.values[at] ?? '—')]),
})
