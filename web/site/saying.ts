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

const units: Readonly<Record<string, string>> = {
  分: 'points',
  项: 'items',
  条: 'signals',
  个: 'cities',
  件: 'cases',
  元: 'yuan',
  家: 'bodies',
  份: 'reports',
  天: 'days',
  见指标: '',
}

/** A unit as the reader writes it; units of measurement are the same in all languages. */
export const unitIn = (unit: string, s: Saying): string =>
  unit === '1' || unit === '见指标' ? '' : s.language === 'en' ? (units[unit] ?? unit) : inLanguage({ zh: unit, en: unit }, s.language)
