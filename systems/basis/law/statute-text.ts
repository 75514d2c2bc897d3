// Reads the Markdown text of a statute: title, revision history, parts, chapters, sections, articles, paragraphs and items.
import { articleNumber } from './article-number.ts'
import { numeralPattern, parseNumeral } from './numeral.ts'
import { type Revision, revisions } from './revision-history.ts'

/** （一） and, inside it, 1. — numbers are arabic. */
export interface Item {
  readonly number: string
  readonly label: string
  readonly text: string
  readonly items: readonly Item[]
}

/** 款: one paragraph of an article with the items that it announces, or a table. */
export interface Paragraph {
  readonly text: string
  readonly items: readonly Item[]
  readonly rows?: readonly (readonly string[])[]
}

export interface Article {
  /** Arabic: `133`, `133-1`; `1.2` in a policy document. */
  readonly number: string
  /** As printed: 第一百三十三条. */
  readonly label: string
  readonly heading?: string
  readonly paragraphs: readonly Paragraph[]
}

export interface Heading {
  readonly level: 'part' | 'chapter' | 'section'
  readonly number: number
  readonly label: string
  readonly title: string
  /** Number of the first article below it; absent where none follows. */
  readonly first?: string
}

export interface Statute {
  readonly title: string
  readonly history: readonly Revision[]
  readonly preamble: readonly string[]
  readonly headings: readonly Heading[]
  readonly articles: readonly Article[]
  /** Lines from 附： on (lists and tables that belong to the statute). */
  readonly annex: readonly string[]
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Member)[] ? Open<Member>[] : T[Key] }

interface Draft {
  title: string
  head: string[]
  preamble: string[]
  headings: Open<Heading>[]
  articles: Open<Article>[]
  annex: string[]
  place: 'head' | 'body' | 'annex'
}

const headingLine = new RegExp(`^#{0,6}\\s*(第\\s*(${numeralPattern}|\\d+)\\s*(编|分编|章|节))(?:[\\s:：]+(.*))?$`)
const anyNumber = `(?:${numeralPattern}|\\d+)`
const articleLine = new RegExp(`^(第\\s*${anyNumber}\\s*条(?:\\s*之\\s*${anyNumber})?)([\\s:：]*)(?:【(.+?)】\\s*)?(.*)$`)
const itemLine = new RegExp(`^([（(]\\s*(${numeralPattern})\\s*[）)])\\s*(.*)$`)
const subItemLine = /^((\d{1,3})[.．、]|[（(](\d{1,3})[）)])\s*(.+)$/
const annexLine = new RegExp(`^附(?:件|表|录)?\\s*(?:${numeralPattern}|\\d+)?\\s*[：:]?$|^附(?:件|表|录)(?:${numeralPattern}|\\d+)?[：:].*$`)
const depths = { part: 0, chapter: 1, section: 2 } as const
const levels = { 编: 'part', 分编: 'part', 章: 'chapter', 节: 'section' } as const

/** 总　则 → 总则: printers space out short titles. */
const closedUp = (title: string): string => title.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han}(?:\s|$))/gu, '').trim()

function takeHeading(draft: Draft, line: string): boolean {
  const parts = headingLine.exec(line)
  if (!parts) return false
  const number = parseNumeral(parts[2]!)
  if (number === null) return false
  const level = levels[parts[3] as keyof typeof levels]
  draft.headings.push({ level, number, label: parts[1]!, title: closedUp(parts[4] ?? '') })
  draft.place = 'body'
  return true
}

/** A line that merely begins by naming an article (第五条第二款规定的…) is not the beginning of one. */
const startsSentence = (rest: string): boolean => /^(第|规定|所|的|、|和|至|或|中)/.test(rest)

function takeArticle(draft: Draft, line: string): boolean {
  const parts = articleLine.exec(line)
  if (!parts) return false
  const number = articleNumber(parts[1]!)
  if (number === null) return false
  const rest = parts[4]!
  const separated = parts[2] !== '' || parts[3] !== undefined || rest === ''
  const next = String(Number.parseInt(draft.articles.at(-1)?.number ?? '0', 10) + 1)
  if (!separated && (startsSentence(rest) || (number !== next && !number.includes('-')))) return false
  const paragraphs = rest === '' ? [] : [{ text: rest, items: [] }]
  const article: Open<Article> = { number, label: parts[1]!.replaceAll(/\s/g, ''), paragraphs }
  if (parts[3] !== undefined) article.heading = parts[3]
  for (const heading of draft.headings) heading.first ??= number
  draft.articles.push(article)
  draft.place = 'body'
  return true
}

function lastParagraph(article: Open<Article>): Open<Paragraph> {
  const last = article.paragraphs.at(-1)
  if (last && !last.rows) return last
  const opened = { text: '', items: [] }
  article.paragraphs.push(opened)
  return opened
}

function takeIntoArticle(article: Open<Article>, line: string): void {
  const item = itemLine.exec(line)
  if (item) {
    lastParagraph(article).items.push({ number: String(parseNumeral(item[2]!) ?? item[2]), label: item[1]!, text: item[3]!, items: [] })
    return
  }
  const subItem = subItemLine.exec(line)
  if (subItem) {
    const paragraph = lastParagraph(article)
    const entry = { number: (subItem[2] ?? subItem[3])!, label: subItem[1]!, text: subItem[4]!, items: [] }
    ;(paragraph.items.at(-1)?.items ?? paragraph.items).push(entry)
    return
  }
  if (line.startsWith('|')) {
    takeRow(article, line)
    return
  }
  article.paragraphs.push({ text: line, items: [] })
}

function takeRow(article: Open<Article>, line: string): void {
  const cells = line.replace(/^\|/, '').replace(/\|$/, '').split('|').map((cell) => cell.trim())
  if (cells.every((cell) => /^:?-+:?$/.test(cell))) return
  const last = article.paragraphs.at(-1)
  if (last?.rows) (last.rows as string[][]).push(cells)
  else article.paragraphs.push({ text: '', items: [], rows: [cells] })
}

function takeLine(draft: Draft, line: string): void {
  const title = /^#\s+(.+)$/.exec(line)
  if (title && draft.title === '') {
    draft.title = closedUp(title[1]!)
    return
  }
  if (/^<!--\s*INFO END\s*-->$/.test(line)) {
    draft.place = 'body'
    return
  }
  if (line.startsWith('<!--')) return
  if (draft.place === 'annex') {
    draft.annex.push(line)
    return
  }
  if (takeHeading(draft, line) || takeArticle(draft, line)) return
  if (draft.articles.length > 0 && annexLine.test(line)) {
    draft.place = 'annex'
    draft.annex.push(line)
    return
  }
  const article = draft.articles.at(-1)
  if (article) takeIntoArticle(article, line)
  else (draft.place === 'head' ? draft.head : draft.preamble).push(line)
}

/** Reads one statute. Lines may be separated by empty ones, indented, and hold full-width spaces; nothing is thrown away. */
export function parseStatute(markdown: string): Statute {
  const draft: Draft = { title: '', head: [], preamble: [], headings: [], articles: [], annex: [], place: 'head' }
  for (const raw of markdown.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.replaceAll(/[\u200B-\u200D\uFEFF]/g, '').trim()
    if (line !== '') takeLine(draft, line)
  }
  const { title, head, preamble, headings, articles, annex } = draft
  return { title, history: revisions(head.join('\n')), preamble, headings, articles, annex }
}

const itemText = (item: Item): string => [`${item.label}${item.text}`, ...item.items.map(itemText)].join('\n')

/** A paragraph with its items and rows, a line each. */
export const paragraphText = (paragraph: Paragraph): string =>
  [paragraph.text, ...paragraph.items.map(itemText), ...(paragraph.rows ?? []).map((row) => row.join('　'))]
    .filter((line) => line !== '')
    .join('\n')

/** The wording of an article, without its label. */
export const articleText = (article: Article): string => article.paragraphs.map(paragraphText).join('\n')

export const findArticle = (statute: Statute, number: string): Article | undefined =>
  statute.articles.find((article) => article.number === number)

/** The part, chapter and section above an article, outermost first. */
export function headingsAbove(statute: Statute, number: string): readonly Heading[] {
  const order = new Map(statute.articles.map((article, at) => [article.number, at]))
  const at = order.get(number)
  if (at === undefined) return []
  const above: Heading[] = []
  for (const heading of statute.headings) {
    if (heading.first === undefined || order.get(heading.first)! > at) continue
    const depth = above.findIndex((other) => depths[other.level] >= depths[heading.level])
    if (depth >= 0) above.length = depth
    above.push(heading)
  }
  return above
}

/** Numbers that are missing between the first and the last article. */
export function missingArticles(statute: Statute): readonly string[] {
  const mains = new Set(statute.articles.map((article) => Number.parseInt(article.number, 10)))
  const last = Math.max(0, ...mains)
  return Array.from({ length: last }, (_, at) => at + 1).filter((number) => !mains.has(number)).map(String)
}
