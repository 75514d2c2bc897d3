// Numbers of articles: 第一百三十三条之一 is `133-1`, chapter 一（二） of a policy document is `1.2`.
import { numeralPattern, parseNumeral, printNumeral } from './numeral.ts'

const label = new RegExp(`^第\\s*(${numeralPattern}|\\d+)\\s*条(?:\\s*之\\s*(${numeralPattern}|\\d+))?$`)

/** 第一百三十三条之一 → `133-1`; null where the label is none. */
export function articleNumber(text: string): string | null {
  const parts = label.exec(text.trim())
  if (!parts) return null
  const main = parseNumeral(parts[1]!)
  const inserted = parts[2] === undefined ? undefined : parseNumeral(parts[2])
  if (main === null || inserted === null) return null
  return inserted === undefined ? String(main) : `${main}-${inserted}`
}

/** `133-1` → 第一百三十三条之一; `1.2` → 一（二）; what is neither is returned as it came. */
export function articleLabel(number: string): string {
  const statute = /^(\d+)(?:-(\d+))?$/.exec(number)
  if (statute) return `第${printNumeral(Number(statute[1]))}条${statute[2] === undefined ? '' : `之${printNumeral(Number(statute[2]))}`}`
  const policy = /^(\d+)\.(\d+)$/.exec(number)
  if (policy) return `${printNumeral(Number(policy[1]))}（${printNumeral(Number(policy[2]))}）`
  return number
}

export interface ArticleReference {
  /** `16` of `16(4)`. */
  readonly article: string
  /** `4` of `16(4)`: the item （四） where the article has items, else the fourth paragraph. */
  readonly part?: string
}

/** Splits the article of a citation: `16(4)` → article 16, part 4. */
export function articleReference(cited: string): ArticleReference {
  const parts = /^(.+?)[(（]([^()（）]+)[)）]$/.exec(cited.trim())
  if (!parts) return { article: cited.trim() }
  return { article: parts[1]!.trim(), part: String(parseNumeral(parts[2]!) ?? parts[2]) }
}

/** Order of articles: 132, 133, 133-1, 134; 1.2 before 1.10; numbers before names. */
export function compareArticles(one: string, other: string): number {
  const [left, right] = [one, other].map((number) => number.split(/[-.]/).map(Number))
  for (let at = 0; at < Math.max(left!.length, right!.length); at += 1) {
    const difference = (left![at] ?? 0) - (right![at] ?? 0)
    if (Number.isNaN(difference)) return one < other ? -1 : one > other ? 1 : 0
    if (difference !== 0) return difference
  }
  return 0
}
