// Places and offices in a workbook: offered as code and name in one cell, and read back by the code.
import type { KindName } from '../../kernel/field.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { inLanguage } from '../language.ts'
import { placeName } from '../place-name.ts'

/** What a cell of these kinds may hold today, the code first; a place that is no longer in use is not offered. */
export function offeredIn(engine: Engine, language: Language): Partial<Record<KindName, readonly string[]>> {
  const today = dayOf(engine.now())
  const said = language === 'en' ? 'en' : 'zh'
  const named = (code: string): string => placeName(engine.tree, code, today, said)
  const inUse = engine.tree.divisions.filter(({ from, to }) => from <= today && (to === undefined || today <= to)).map(({ code }) => code)
  return {
    area: [...new Set(inUse)].toSorted().map((code) => `${code} ${inLanguage({ zh: named(code), en: named(code) }, language)}`),
    office: [...engine.offices.entries()].map(([code, { titleZh, titleEn }]) => `${code} ${inLanguage({ zh: titleZh, en: titleEn }, language)}`),
  }
}

/** The code of a cell that was chosen from the list; what was typed otherwise stays as it is. */
export const codeIn = (text: string): string => /^([\w-]+)\s+\S/.exec(text)?.[1] ?? text
