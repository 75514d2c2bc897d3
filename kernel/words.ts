// Words shown to people: Simplified Chinese and English side by side; Traditional is generated at build time.

export type Language = 'zh' | 'en' | 'hant'

export interface Words {
  readonly zh: string
  readonly en: string
}

/** The one place where a term is given its two names. */
export const words = <const Zh extends string, const En extends string>(zh: Zh, en: En): { readonly zh: Zh; readonly en: En } => ({
  zh,
  en,
})

/** Titles one after another, as a sentence names them. */
export const inARow = (titles: readonly (Words | undefined)[]): Words => {
  const there = titles.filter((title) => title !== undefined)
  return there.length === 0 ? words('无', 'nothing') : words(there.map((t) => t.zh).join('、'), there.map((t) => t.en).join(', '))
}

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** Fills `{name}` places of both wordings, from a worded value each with its own; a place without a value stays visible. */
export function fill(text: Words, values: Record<string, unknown>): Words {
  const put = (language: 'zh' | 'en') =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      return name in values ? String(isWords(value) ? value[language] : value) : place
    })
  return { zh: put('zh'), en: put('en') }
}
