// The language of an answer: from the address, else from what the browser asks for; Traditional is converted and cached.
import type { FastifyRequest } from 'fastify'
import type { Language, Words } from '../kernel/words.ts'
import { toTraditional } from './traditional.ts'

const converted = new Map<string, string>()

/** Traditional Chinese of a Simplified text. */
export function traditional(text: string): string {
  const known = converted.get(text)
  if (known !== undefined) return known
  const made = toTraditional(text)
  // Wordings are few and stay; what people wrote is not kept.
  if (text.length <= 200 && converted.size < 20_000) converted.set(text, made)
  return made
}

export const inLanguage = (text: Words, language: Language): string =>
  language === 'en' ? text.en : language === 'hant' ? traditional(text.zh) : text.zh

/** `zh`, `hant` or `en` from an Accept-Language header; Simplified when it says nothing we have. */
export function acceptedLanguage(header: string | undefined): Language {
  if (!header) return 'zh'
  for (const part of header.toLowerCase().split(',')) {
    const tag = part.split(';')[0]!.trim()
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'hant'
    if (tag.startsWith('zh')) return 'zh'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh'
}

/** The language of a request: its address, the `language` of its query, or what the browser asks for. */
export function languageOf(request: FastifyRequest): Language {
  if (/^\/en(\/|$|\?)/.test(request.url)) return 'en'
  if (/^\/hant(\/|$|\?)/.test(request.url)) return 'hant'
  const asked = (request.query as { language?: string } | undefined)?.language
  if (asked === 'en' || asked === 'hant' || asked === 'zh') return asked
  return request.url.startsWith('/api/') ? acceptedLanguage(request.headers['accept-language']) : 'zh'
}
