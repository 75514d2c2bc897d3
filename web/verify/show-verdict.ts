// The verdict as a reader sees it: headline, status, findings, then what the seal and its file say.
import { dayOf } from '../../kernel/day.ts'
import { issuedOnOf, validUntilOf, type SealCore } from '../../kernel/trust/seal-core.ts'
import type { SealVerdict, Verdict } from '../../kernel/trust/seal-verdict.ts'
import { sayVerdict } from '../../kernel/trust/seal-words.ts'
import { words, type Words } from '../../kernel/words.ts'
import { element, table } from './element.ts'
import { sentences } from './sentences.ts'

export interface Reader {
  readonly say: (text: Words, values?: Readonly<Record<string, string>>) => string
  readonly issuer: Words
  /** Titles of publications by their name; a seal itself has only the one it was signed with. */
  readonly titles: Readonly<Record<string, Words>>
}

/** Never by colour alone: each has its mark, and the headline says it in words. */
const marks = { good: '✓ ', unsure: '! ', bad: '× ' } as const

export const colourOf = (verdict: Verdict): keyof typeof marks =>
  verdict === 'good' ? 'good' : verdict === 'expired' || verdict === 'not yet valid' ? 'unsure' : 'bad'

export function showVerdict(verdict: SealVerdict, reader: Reader): HTMLElement[] {
  const { say } = reader
  const { headline, findings } = sayVerdict(verdict)
  const [status, ...rest] = findings.map(({ text, values }) => say(text, values))
  const mark = marks[colourOf(verdict.verdict)]
  const parts: HTMLElement[] = [element('h2', {}, element('span', { 'aria-hidden': 'true' }, mark), say(headline))]
  if (verdict.status && status) parts.push(element('p', { class: 'status' }, status))
  const list = verdict.status ? rest : [status, ...rest].filter((one) => one !== undefined)
  if (list.length > 0) parts.push(element('ul', {}, ...list.map((line) => element('li', {}, line))))
  if (verdict.core) parts.push(...showCore(verdict.core, reader))
  // Content that was not signed is not shown: a reader would remember it.
  if (verdict.proof && verdict.content === 'matches') {
    parts.push(table({ caption: say(sentences.content), rows: linesOf(verdict.proof.content) }))
  }
  return parts
}

function showCore(core: SealCore, { say, issuer, titles }: Reader): HTMLElement[] {
  const rows = [
    [say(sentences.number), core.number],
    [say(sentences.issuer), say(issuer)],
    [say(sentences.issuedOn), dayOf(issuedOnOf(core))],
    [say(sentences.validUntil), validUntilOf(core) ?? say(sentences.noTerm)],
    ...core.facts,
  ]
  const title = say(titles[core.kind] ?? words(core.title, core.title))
  const more = core.more === 0 ? [] : [element('p', {}, say(sentences.more, { count: String(core.more) }))]
  return [table({ caption: `${say(sentences.saysInQr)} · ${title}`, rows }), ...more]
}

/** JSON as lines of name and value, names of nested values joined. */
function linesOf(value: unknown, name = ''): string[][] {
  if (typeof value !== 'object' || value === null) return [[name, value === null ? '—' : String(value)]]
  const entries = Array.isArray(value) ? value.map((one, at) => [String(at + 1), one] as const) : Object.entries(value)
  return entries.flatMap(([key, inner]) => linesOf(inner, name === '' ? key : `${name} · ${key}`))
}
