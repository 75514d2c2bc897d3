// Traditional Chinese from Simplified: characters by OpenCC, with the reviewed terms of our own list laid over it.
import { Converter } from 'opencc-js/cn2t'
import terms from './traditional-terms.json' with { type: 'json' }

type Convert = (text: string) => string
let made: Convert | null = null
/** Characters only: the terms of the law stay those of the mainland. The dictionary is opened when somebody reads Traditional. */
const convert: Convert = (text) => (made ??= Converter({ from: 'cn', to: 'tw' }))(text)
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
