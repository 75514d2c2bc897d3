// The language of the screen: Simplified, Traditional (its wording loaded only when chosen) and English; and the size of type.
import { createContext, useContext } from 'react'
import type { Language, Words } from '../../kernel/words.ts'

const key = 'zhiheng.language'
let traditional: Readonly<Record<string, string>> = {}

export function currentLanguage(): Language {
  const kept = localStorage.getItem(key)
  return kept === 'en' || kept === 'hant' ? kept : 'zh'
}

/** Keeps the choice and loads the Traditional wording where it is needed. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language === 'hant') traditional = (await import('virtual:traditional')).default
  localStorage.setItem(key, language)
  document.documentElement.lang = { zh: 'zh-CN', hant: 'zh-Hant', en: 'en' }[language]
}

export interface Speaking {
  readonly language: Language
  readonly say: (text: Words) => string
  readonly choose: (language: Language) => void
  readonly large: boolean
  readonly setLarge: (large: boolean) => void
}

export const sayIn = (language: Language) => (text: Words): string =>
  language === 'en' ? text.en : language === 'hant' ? (traditional[text.zh] ?? text.zh) : text.zh

export const SpeakingContext = createContext<Speaking | null>(null)

export function useSpeaking(): Speaking {
  const speaking = useContext(SpeakingContext)
  if (!speaking) throw new Error('fault: no language around this screen')
  return speaking
}
