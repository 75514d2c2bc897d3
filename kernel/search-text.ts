// Text for the name search: pairs of neighbouring characters of a text made plain.
import { Converter } from 'opencc-js/t2cn'

let made: ((text: string) => string) | null = null
const simplified = (text: string): string => (made ??= Converter({ from: 't', to: 'cn' }))(text)
/** Characters whose simplified form depends on the word they stand in: all forms are taken for one. */
const variants = { 著: '着', 锺: '钟', 甦: '苏', 沉: '沈', 幺: '么', 麽: '么' }
const plain = new Map<string, string>(Object.entries(variants))

/** One character at a time, so that a fragment is made plain exactly as the whole name was. */
function simple(character: string): string {
  const known = plain.get(character)
  if (known !== undefined) return known
  const once = simplified(character)
  const form = plain.get(once) ?? once
  plain.set(character, form)
  return form
}

/** Full width to half width, lower case, traditional to simplified characters; punctuation and spaces dropped. */
export function normalised(text: string): string {
  let out = ''
  for (const character of text.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{P}\p{S}\p{Cc}\p{Cf}]/gu, ''))
    out += character < '\u2e80' ? character : simple(character)
  return out
}

/** Words that are looked for, made plain: each must stand in the text by itself. */
export const wordsOf = (query: string): readonly string[] => [...new Set(query.split(/\s+/).map(normalised))].filter((word) => word !== '')

/** All pairs of neighbouring characters of a plain text, each once. */
export function pairs(text: string): string[] {
  const characters = [...text]
  return [...new Set(characters.slice(1).map((character, at) => characters[at]! + character))]
}

/**
 * Every 256th record, by its random identity, is indexed a second time under marked pairs, and every 4096th a third time.
 * A search asks the fewest first: where they give a page, the words are frequent and the page is the answer; where even
 * the second do not, the words are rare and the whole list is short. So no search reads a long list, however frequent its words.
 */
export const marks = ['##', '#', ''] as const

export type Mark = (typeof marks)[number]

const marksOf = (id: string): readonly Mark[] => (id.endsWith('000') ? ['', '#', '##'] : id.endsWith('00') ? ['', '#'] : [''])

/** Several texts of one record as they are searched and as they are indexed; a pair never spans two texts. */
export function searchText(texts: readonly string[], id: string): { readonly searched: string; readonly bigrams: readonly string[] } {
  const clean = texts.map(normalised).filter((text) => text !== '')
  const all = [...new Set(clean.flatMap(pairs))]
  return { searched: clean.join('\n'), bigrams: marksOf(id).flatMap((mark) => all.map((pair) => mark + pair)) }
}
