// Search in titles, articles and paraphrases by pairs of neighbouring characters; pure and in memory.
import { normalised } from '../../../kernel/search-text.ts'
import { articleNumber } from './article-number.ts'
import type { Act, ActVersion } from './catalogue.ts'
import { numeralPattern } from './numeral.ts'
import { inOrder } from './point-in-time.ts'
import { articleText, type Statute } from './statute-text.ts'

export interface SearchHit {
  readonly kind: 'act' | 'article' | 'paraphrase'
  readonly act: Act
  readonly version?: ActVersion
  readonly article?: string
  /** A stretch of the original around the find, with the place of the find in it. */
  readonly excerpt: string
  readonly found?: readonly [from: number, to: number]
  /** The whole query stands there as one phrase. */
  readonly exact: boolean
}

interface Entry {
  readonly kind: SearchHit['kind']
  readonly act: Act
  readonly version?: ActVersion
  readonly article?: string
  readonly original: string
  readonly text: string
  /** Titles before texts, texts before paraphrases, what was repealed after what was not. */
  readonly weight: number
}

const namedArticle = new RegExp(`^(.+?)\\s*(?:第\\s*)?(${numeralPattern}|\\d+)\\s*条(?:\\s*之\\s*(${numeralPattern}|\\d+))?$`)
const excerptLength = 90

function pairsOf(text: string): string[] {
  const characters = [...text]
  if (characters.length === 1) return characters
  return [...new Set(characters.slice(1).map((character, at) => characters[at]! + character))]
}

/** Where a normalised phrase stands in the original: walks the original, dropping what normalising drops. */
function locate(original: string, phrase: string): readonly [number, number] | undefined {
  const places: number[] = []
  let text = ''
  let at = 0
  for (const character of original) {
    const kept = normalised(character)
    for (let index = 0; index < kept.length; index += 1) places.push(at)
    text += kept
    at += character.length
  }
  const from = text.indexOf(phrase)
  if (from < 0) return undefined
  return [places[from]!, places[from + phrase.length - 1]! + 1]
}

function excerptOf(original: string, phrase: string): Pick<SearchHit, 'excerpt' | 'found'> {
  const place = locate(original, phrase)
  if (!place) return { excerpt: original.length > excerptLength ? `${original.slice(0, excerptLength)}…` : original }
  const start = Math.max(0, place[0] - Math.floor(excerptLength / 3))
  const end = Math.min(original.length, Math.max(place[1], start + excerptLength))
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  return { excerpt: before + original.slice(start, end) + (end < original.length ? '…' : ''), found: [place[0] + shift, place[1] + shift] }
}

/** Articles of the last loaded text of an act; earlier texts would only repeat them. */
function lastLoaded(act: Act, textOf: (version: ActVersion) => Statute | undefined): [ActVersion, Statute] | undefined {
  for (const version of inOrder(act.versions).toReversed()) {
    const statute = textOf(version)
    if (statute) return [version, statute]
  }
  return undefined
}

function entriesOf(act: Act, textOf: (version: ActVersion) => Statute | undefined): Entry[] {
  const names = [act.title.zh, act.short ?? '', act.number ?? '', act.title.en]
  const entries: Omit<Entry, 'text'>[] = names.filter((name) => name !== '').map((original) => ({ kind: 'act', act, original, weight: 3 }))
  if (act.says) entries.push({ kind: 'act', act, original: act.says.zh, weight: 1 }, { kind: 'act', act, original: act.says.en, weight: 1 })
  const loaded = lastLoaded(act, textOf)
  for (const article of loaded?.[1].articles ?? []) {
    const original = `${article.heading ?? ''}${articleText(article)}`
    entries.push({ kind: 'article', act, version: loaded![0], article: article.number, original, weight: 2 })
  }
  for (const paraphrase of act.articles ?? []) {
    for (const original of [paraphrase.says.zh, paraphrase.says.en]) {
      entries.push({ kind: 'paraphrase', act, article: paraphrase.article, original, weight: 1 })
    }
  }
  const ended = act.versions.every((version) => version.to !== undefined) ? 0.5 : 0
  return entries.map((entry) => ({ ...entry, weight: entry.weight - ended, text: normalised(entry.original) }))
}

interface Scored {
  readonly entry: Entry
  readonly exact: boolean
  readonly score: number
}

export class SearchIndex {
  readonly #entries: readonly Entry[]
  readonly #postings = new Map<string, number[]>()
  readonly #actByName = new Map<string, Act>()

  constructor(acts: readonly Act[], textOf: (version: ActVersion) => Statute | undefined) {
    this.#entries = acts.flatMap((act) => entriesOf(act, textOf))
    for (const [at, entry] of this.#entries.entries()) {
      for (const pair of new Set([...pairsOf(entry.text), ...entry.text])) {
        const posting = this.#postings.get(pair)
        if (posting) posting.push(at)
        else this.#postings.set(pair, [at])
      }
    }
    for (const act of acts) {
      for (const name of [act.title.zh, act.title.zh.replace(/^中华人民共和国/, ''), act.short, act.number]) {
        if (name !== undefined && !this.#actByName.has(normalised(name))) this.#actByName.set(normalised(name), act)
      }
    }
  }

  search(query: string, limit: number): readonly SearchHit[] {
    const phrase = normalised(query)
    if (phrase === '') return []
    const once = new Map<string, SearchHit>()
    for (const { entry, exact } of [...this.#named(query), ...this.#scored(phrase)]) {
      if (once.size >= limit) break
      const key = `${entry.act.id}/${entry.article ?? ''}`
      if (!once.has(key)) once.set(key, this.#hit(entry, exact, phrase))
    }
    return [...once.values()]
  }

  /** 食品安全法第八十八条 or 食品安全法88条 names one article outright. */
  #named(query: string): readonly Scored[] {
    const parts = namedArticle.exec(query.trim().replaceAll(/[《》]/g, ''))
    const act = parts && this.#actByName.get(normalised(parts[1]!))
    if (!act) return []
    const number = articleNumber(`第${parts[2]!}条${parts[3] === undefined ? '' : `之${parts[3]}`}`)
    const entry = this.#entries.find((candidate) => candidate.act === act && candidate.article === number && candidate.kind !== 'act')
    return entry ? [{ entry, exact: true, score: Number.POSITIVE_INFINITY }] : []
  }

  #scored(phrase: string): readonly Scored[] {
    const pairs = pairsOf(phrase)
    const counts = new Map<number, number>()
    for (const pair of pairs) for (const at of this.#postings.get(pair) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
    const least = pairs.length <= 2 ? pairs.length : Math.ceil(pairs.length * 0.6)
    const found: Scored[] = []
    for (const [at, count] of counts) {
      if (count < least) continue
      const entry = this.#entries[at]!
      const exact = count === pairs.length && entry.text.includes(phrase)
      const whole = entry.text === phrase ? 4 : 0
      const share = (8 * count) / pairs.length
      const length = Math.min(3, entry.text.length / 400)
      found.push({ entry, exact, score: (exact ? 100 + whole : 0) + entry.weight * 4 + share - length })
    }
    return found.toSorted((one, other) => other.score - one.score)
  }

  #hit(entry: Entry, exact: boolean, phrase: string): SearchHit {
    const { kind, act, version, article, original } = entry
    return { kind, act, ...(version && { version }), ...(article !== undefined && { article }), ...excerptOf(original, phrase), exact }
  }
}
