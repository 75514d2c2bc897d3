// Text for the name search: pairs of neighbouring characters of a normalised name.

/** Full width to half width, lower case, punctuation and spaces dropped. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{P}\p{S}]/gu, '')

/** All pairs of neighbouring characters, each once. */
export function bigrams(text: string): string[] {
  const characters = [...normalised(text)]
  return [...new Set(characters.slice(1).map((character, at) => characters[at]! + character))]
}
