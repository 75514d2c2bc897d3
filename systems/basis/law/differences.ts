// What changed between two versions of a statute, article by article, even where articles were renumbered.
import { type Article, articleText, type Statute } from './statute-text.ts'

export type ArticleChange =
  | { readonly kind: 'same' | 'renumbered' | 'changed'; readonly before: Article; readonly after: Article; readonly likeness: number }
  | { readonly kind: 'added'; readonly after: Article }
  | { readonly kind: 'removed'; readonly before: Article }

/** Two articles are taken for the same one from this share of common character pairs upwards; below it one went and one came. */
export const likenessThreshold = 0.5

interface Reading {
  readonly article: Article
  readonly wording: string
  readonly pairs: ReadonlyMap<string, number>
  readonly size: number
}

/** Width of brackets and spaces are the printer's, not the legislator's. */
const comparable = (article: Article): string =>
  articleText(article).normalize('NFKC').replaceAll(/\s/g, '').replaceAll(/[〈<]/g, '《').replaceAll(/[〉>]/g, '》')

function read(article: Article): Reading {
  const wording = comparable(article)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < wording.length; at += 1) {
    const pair = wording.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { article, wording, pairs, size: Math.max(0, wording.length - 1) }
}

/** Dice's coefficient over character pairs: 1 alike, 0 nothing in common. */
function likeness(one: Reading, other: Reading): number {
  if (one.wording === other.wording) return 1
  if (one.size + other.size === 0) return 0
  let common = 0
  for (const [pair, count] of one.pairs) common += Math.min(count, other.pairs.get(pair) ?? 0)
  return (2 * common) / (one.size + other.size)
}

interface Pairing {
  readonly before: Reading
  readonly after: Reading
  readonly likeness: number
}

function pairings(before: readonly Reading[], after: readonly Reading[]): Map<Reading, Pairing> {
  const candidates = before.flatMap((one) =>
    after
      .map((other) => ({ before: one, after: other, likeness: likeness(one, other) }))
      .filter((pair) => pair.likeness >= likenessThreshold),
  )
  const sameNumber = (pair: Pairing): number => (pair.before.article.number === pair.after.article.number ? 1 : 0)
  candidates.sort((one, other) => other.likeness - one.likeness || sameNumber(other) - sameNumber(one))
  const taken = new Set<Reading>()
  const found = new Map<Reading, Pairing>()
  for (const pair of candidates) {
    if (taken.has(pair.before) || taken.has(pair.after)) continue
    taken.add(pair.before).add(pair.after)
    found.set(pair.after, pair)
  }
  return found
}

function describe({ before, after, likeness: alike }: Pairing): ArticleChange {
  const kind = alike < 1 ? 'changed' : before.article.number === after.article.number ? 'same' : 'renumbered'
  return { kind, before: before.article, after: after.article, likeness: alike }
}

/** In the order of the later text; a removed article stands after the one that it followed in the earlier text. */
export function differences(earlier: Statute, later: Statute): readonly ArticleChange[] {
  const before = earlier.articles.map(read)
  const after = later.articles.map(read)
  const found = pairings(before, after)
  const placeOf = new Map([...found.values()].map((pair) => [pair.before, pair.after]))
  const removedAfter = new Map<Reading | null, Article[]>()
  let anchor: Reading | null = null
  for (const reading of before) {
    const place = placeOf.get(reading)
    if (place) anchor = place
    else removedAfter.set(anchor, [...(removedAfter.get(anchor) ?? []), reading.article])
  }
  const removed = (place: Reading | null): ArticleChange[] =>
    (removedAfter.get(place) ?? []).map((article) => ({ kind: 'removed', before: article }))
  return [
    ...removed(null),
    ...after.flatMap((reading): ArticleChange[] => {
      const pair = found.get(reading)
      return [pair ? describe(pair) : { kind: 'added', after: reading.article }, ...removed(reading)]
    }),
  ]
}
