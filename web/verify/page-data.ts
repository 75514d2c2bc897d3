// What the off-line page carries for its script.
import type { KeyHistory } from '../../kernel/trust/key-history.ts'
import type { Language, Words } from '../../kernel/words.ts'

export interface PageData {
  /** The keys the page trusts: whoever hands out the page hands out the trust. */
  readonly keyHistory: KeyHistory
  /** Shown first; the reader can change it. */
  readonly language: Language
  /** Simplified to Traditional for every sentence, made once at build time by `traditionalSentences()`. */
  readonly traditional: Readonly<Record<string, string>>
  /** Titles of sealed publications by their name, for readers of other languages than the seal's. */
  readonly titles?: Readonly<Record<string, Words>>
  /** Signed status lists of the day, so that the saved page can say *as of*. */
  readonly statusLists?: readonly string[]
}

export const documentLanguage: Record<Language, string> = { zh: 'zh-Hans-CN', hant: 'zh-Hant', en: 'en' }
