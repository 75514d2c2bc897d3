// The library of law: finds what a citation means on a day, and searches titles, articles and paraphrases.
import { type Citation, citationKey } from '../../../kernel/citation.ts'
import type { Day } from '../../../kernel/day.ts'
import { articleReference, compareArticles } from './article-number.ts'
import type { Act, ActVersion, Paraphrase } from './catalogue.ts'
import { inOrder, pointInTime } from './point-in-time.ts'
import { type SearchHit, SearchIndex } from './search-index.ts'
import { type Article, findArticle, type Item, type Paragraph, type Statute } from './statute-text.ts'

/** The place inside an article that a citation such as `16(4)` points at. */
export interface ArticlePart {
  readonly number: string
  readonly item?: Item
  readonly paragraph?: Paragraph
}

/** What is known of the same article at another time: shown beside, never instead. */
export interface OtherWording {
  readonly version: ActVersion
  readonly article?: Article
  readonly paraphrase?: Paraphrase
}

interface Found {
  readonly act: Act
  readonly version: ActVersion
}

/**
 * What a citation resolves to.
 * - `text`: the wording is here; `paraphrase`: only our own sentence about it;
 * - `not-loaded`: the act is known, of the article nothing is known here; `act`: the act as a whole was cited;
 * - `not-in-force`: the act had no version on that day; `no-such-article`: the text is here and has no such article;
 * - `unknown-act`: the catalogue does not know it.
 */
export type Resolution =
  | (Found & { readonly state: 'text'; readonly article: Article; readonly part?: ArticlePart; readonly paraphrase?: Paraphrase })
  | (Found & { readonly state: 'paraphrase'; readonly number: string; readonly paraphrase: Paraphrase; readonly other?: OtherWording })
  | (Found & { readonly state: 'not-loaded'; readonly number: string; readonly other?: OtherWording })
  | (Found & { readonly state: 'act'; readonly statute?: Statute })
  | { readonly state: 'not-in-force'; readonly act: Act; readonly day: Day }
  | (Found & { readonly state: 'no-such-article'; readonly number: string })
  | { readonly state: 'unknown-act'; readonly citation: Citation }

/** States in which a reader is shown something: the text, a paraphrase with its mark, or the act itself. */
export const resolves = ({ state }: Resolution): boolean => state === 'text' || state === 'paraphrase' || state === 'act'

function partOf(article: Article, number: string | undefined): ArticlePart | undefined {
  if (number === undefined) return undefined
  const items = article.paragraphs.flatMap((paragraph) => paragraph.items)
  const item = items.find((candidate) => candidate.number === number)
  const paragraph = items.length === 0 ? article.paragraphs[Number(number) - 1] : undefined
  return { number, ...(item && { item }), ...(paragraph && { paragraph }) }
}

export class Library {
  readonly #acts: ReadonlyMap<string, Act>
  readonly #texts: ReadonlyMap<string, Statute>
  #index: SearchIndex | undefined

  /** `texts` are parsed statutes by file name, as `loadStatutes` gives them. */
  constructor(acts: readonly Act[], texts: ReadonlyMap<string, Statute>) {
    this.#acts = new Map(acts.map((act) => [act.id, act]))
    this.#texts = texts
  }

  acts(): readonly Act[] {
    return [...this.#acts.values()]
  }

  act(id: string): Act | undefined {
    return this.#acts.get(id)
  }

  /** The parsed text of a version; undefined where it is not loaded. */
  text(version: ActVersion): Statute | undefined {
    return version.text === null ? undefined : this.#texts.get(version.text)
  }

  /** The version in force on `day`; without a day the last one. */
  versionOn(act: Act, day?: Day): ActVersion | null {
    return day === undefined ? (inOrder(act.versions).at(-1) ?? null) : pointInTime(act.versions, day)
  }

  /** What a citation means on a day; without a day, in the last version of which anything is known here. */
  resolve(citation: Citation, day?: Day): Resolution {
    const act = this.#acts.get(citation.act)
    if (!act) return { state: 'unknown-act', citation }
    if (day !== undefined) {
      const version = pointInTime(act.versions, day)
      return version ? this.#inVersion(act, version, citation.article) : { state: 'not-in-force', act, day }
    }
    const attempts = inOrder(act.versions).toReversed().map((version) => this.#inVersion(act, version, citation.article))
    return attempts.find(resolves) ?? attempts[0]!
  }

  #inVersion(act: Act, version: ActVersion, cited: string | undefined): Resolution {
    const statute = this.text(version)
    if (cited === undefined) return { state: 'act', act, version, ...(statute && { statute }) }
    const { article: number, part } = articleReference(cited)
    const paraphrase = this.#paraphrase(act, version, cited)
    const article = statute && findArticle(statute, number)
    if (article) {
      const place = partOf(article, part)
      return { state: 'text', act, version, article, ...(place && { part: place }), ...(paraphrase && { paraphrase }) }
    }
    const other = this.#otherWording(act, version, cited)
    if (paraphrase) return { state: 'paraphrase', act, version, number, paraphrase, ...(other && { other }) }
    if (statute) return { state: 'no-such-article', act, version, number }
    return { state: 'not-loaded', act, version, number, ...(other && { other }) }
  }

  /** The sentence on exactly the cited place, else on the article as a whole. */
  #paraphrase(act: Act, version: ActVersion, cited: string): Paraphrase | undefined {
    const fitting = (act.articles ?? []).filter((candidate) => candidate.versions?.includes(version.id) ?? version.text === null)
    const number = articleReference(cited).article
    return fitting.find((candidate) => candidate.article === cited) ?? fitting.find((candidate) => candidate.article === number)
  }

  /** The nearest wording that is loaded, later before earlier (amendments keep most articles); else the nearest sentence. */
  #otherWording(act: Act, version: ActVersion, cited: string): OtherWording | undefined {
    const versions = inOrder(act.versions)
    const at = versions.indexOf(version)
    const others = [...versions.slice(at + 1), ...versions.slice(0, at).toReversed()]
    const { article: number } = articleReference(cited)
    for (const candidate of others) {
      const article = this.text(candidate)?.articles.find((other) => other.number === number)
      if (article) return { version: candidate, article }
    }
    for (const candidate of others) {
      const paraphrase = this.#paraphrase(act, candidate, cited)
      if (paraphrase) return { version: candidate, paraphrase }
    }
    return undefined
  }

  /** Article numbers that have a page: those of the loaded texts and those that are paraphrased. */
  articleNumbers(act: Act): readonly string[] {
    const loaded = act.versions.flatMap((version) => this.text(version)?.articles.map((article) => article.number) ?? [])
    const paraphrased = (act.articles ?? []).map((paraphrase) => articleReference(paraphrase.article).article)
    return [...new Set([...loaded, ...paraphrased])].toSorted(compareArticles)
  }

  /** Citations that lead nowhere, each once: what the test of the house reports. */
  unresolved(citations: Iterable<Citation>): readonly Citation[] {
    const once = new Map([...citations].map((citation) => [citationKey(citation), citation]))
    return [...once.values()].filter((citation) => !resolves(this.resolve(citation)))
  }

  /**
   * Acts, articles and paraphrases that answer a query in Chinese or English: named articles (食品安全法第八十八条) first,
   * then titles, then exact phrases, then what holds most of the query. The index is built at the first search.
   */
  search(query: string, limit = 20): readonly SearchHit[] {
    this.#index ??= new SearchIndex(this.acts(), (version) => this.text(version))
    return this.#index.search(query, limit)
  }
}
