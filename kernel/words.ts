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

/** Fills `{name}` places of both wordings; a place without a value stays visible rather than vanishing. */
export function fill(text: Words, values: Record<string, unknown>): Words {
  const put = (template: string) => template.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
  return { zh: put(text.zh), en: put(text.en) }
}
