// Traditional Chinese from Simplified: characters by OpenCC, with the reviewed terms of our own list laid over it.
import { Converter } from 'opencc-js/cn2t'
import terms from './traditional-terms.json' with { type: 'json' }

// Characters only: the terms of the law stay those of the mainland.
const convert = Converter({ from: 'cn', to: 'tw' })
const reviewed: Readonly<Record<string, string>> = terms
const pattern = new RegExp(
  Object.keys(reviewed)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/** The text in Traditional characters; a reviewed term stands as the list has it. */
export function toTraditional(text: string): string {
  const between = text.split(pattern)
  const found = text.match(pattern) ?? []
  return between.map((part, at) => convert(part) + (at < found.length ? reviewed[found[at]!]! : '')).join('')
}
