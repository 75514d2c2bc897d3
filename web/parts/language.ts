// The one language of this build: what is said, what the server is asked to speak, and where the pages lie.
import type { Language, Words } from '../../kernel/words.ts'

const built = import.meta.env?.MODE
/** Outside a build, as in tests, Simplified Chinese. */
export const language: Language = built === 'en' || built === 'hant' ? built : 'zh'

/** A build holds one wording of each; where both are there, the language decides. */
export const say = (text: Words): string => (language === 'en' ? text.en : text.zh)

/** The language by which values such as days are written. */
export const written: 'zh' | 'en' = language === 'en' ? 'en' : 'zh'

const prefixes: Readonly<Record<Language, string>> = { zh: '', hant: '/hant', en: '/en' }
export const tags: Readonly<Record<Language, string>> = { zh: 'zh-Hans-CN', hant: 'zh-Hant', en: 'en' }

/** A page of the public site in this language, such as an article of law. */
export const publicAddress = (path: string): string => `${prefixes[language]}${path}`

/** Where the office lies in a language. */
export const officeAddress = (of: Language): string => `${prefixes[of]}/office`

/** Words joined as the language joins them. */
export const joined = (parts: readonly string[]): string => parts.join(language === 'en' ? ', ' : '、')
