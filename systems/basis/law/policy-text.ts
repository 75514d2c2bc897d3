// Reads the Markdown text of a policy document: parts 一、 with clauses （一）, whose numbers are 1.1, 1.2 and so on.
import { numeralPattern, parseNumeral } from './numeral.ts'
import { revisions } from './revision-history.ts'
import type { Article, Heading, Paragraph, Statute } from './statute-text.ts'

const partLine = new RegExp(`^(?:#{2,4}\\s*)?((${numeralPattern})、)\\s*(.*)$`)
const clauseLine = new RegExp(`^[（(](${numeralPattern})[）)]\\s*([^。]{1,60})。\\s*(.*)$`)

interface Draft {
  title: string
  head: string[]
  preamble: string[]
  headings: Heading[]
  articles: { number: string; label: string; heading?: string; paragraphs: Paragraph[] }[]
  annex: string[]
  part: number
}

function takePart(draft: Draft, line: string): boolean {
  const parts = partLine.exec(line)
  const number = parts ? parseNumeral(parts[2]!) : null
  if (!parts || number === null || number !== draft.part + 1) return false
  draft.part = number
  draft.headings.push({ level: 'chapter', number, label: parts[1]!, title: parts[3]!.trim() })
  return true
}

function takeClause(draft: Draft, line: string): boolean {
  const parts = clauseLine.exec(line)
  const clause = parts ? parseNumeral(parts[1]!) : null
  if (!parts || clause === null || draft.part === 0) return false
  const number = `${draft.part}.${clause}`
  draft.headings = draft.headings.map((heading) => (heading.first === undefined ? { ...heading, first: number } : heading))
  const text = parts[3]!.trim()
  draft.articles.push({ number, label: `（${parts[1]!}）`, heading: parts[2]!, paragraphs: text === '' ? [] : [{ text, items: [] }] })
  return true
}

function takeLine(draft: Draft, line: string): void {
  if (line.startsWith('# ') && draft.title === '') draft.title = line.slice(2).trim()
  else if (line === '---') draft.annex.push('')
  else if (draft.annex.length > 0) draft.annex.push(line)
  else if (takePart(draft, line) || takeClause(draft, line)) return
  else if (draft.articles.length > 0) draft.articles.at(-1)!.paragraphs.push({ text: line, items: [] })
  else if (line.startsWith('> ')) draft.head.push(line.slice(2))
  else draft.preamble.push(line)
}

/** `> ` lines under the title are its history; what follows `---` is the signature. */
export function parsePolicy(markdown: string): Statute {
  const draft: Draft = { title: '', head: [], preamble: [], headings: [], articles: [], annex: [], part: 0 }
  for (const raw of markdown.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim()
    if (line !== '') takeLine(draft, line)
  }
  const articles: readonly Article[] = draft.articles
  const { title, preamble, headings } = draft
  const annex = draft.annex.filter((line) => line !== '')
  return { title, history: revisions(draft.head.join('\n')), preamble, headings, articles, annex }
}
