// What a page needs to speak: its language, how words become text, and how addresses keep the language.
import type { Language, Words } from '../../kernel/words.ts'
import { inLanguage } from '../../server/language.ts'

export interface Saying {
  readonly language: Language
  readonly large: boolean
  /** Path of the page without its language. */
  readonly path: string
  say(text: Words): string
  /** An address in the reader's language. */
  to(path: string): string
}

const prefixes: Readonly<Record<Language, string>> = { zh: '', hant: '/hant', en: '/en' }

export const addressIn = (language: Language, path: string): string =>
  `${prefixes[language]}${path === '/' && language !== 'zh' ? '' : path}` || '/'

export const saying = (language: Language, path: string, large: boolean): Saying => ({
  language,
  large,
  path,
  say: (text) => inLanguage(text, language),
  to: (target) => addressIn(language, target),
})

export const languageTag: Readonly<Record<Language, string>> = { zh: 'zh-Hans-CN', hant: 'zh-Hant', en: 'en' }
