// One of a list, or several of it.
import { problem, taken, type Field, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

/** Finds a choice by its key, its standard code, or either of its titles (people type titles into workbooks). */
function find(raw: unknown, field: Field): string | undefined {
  const text = String(raw).trim()
  const choices = field.choices ?? {}
  if (Object.hasOwn(choices, text)) return text
  return Object.entries(choices).find(([, c]) => c.code === text || c.title.zh === text || c.title.en === text)?.[0]
}

const unknown = (field: Field) => {
  const some = Object.values(field.choices ?? {}).slice(0, 12)
  return problem('unknown-choice', words('不在可选项之中', 'It is not one of the choices'),
    words(`可选：${some.map((c) => c.title.zh).join('、')}`, `Choose one of: ${some.map((c) => c.title.en).join(', ')}`))
}

const titleOf = (key: string, field: Field, language: 'zh' | 'en') => field.choices?.[key]?.title[language] ?? key

export const choiceKind: FieldKind<string> = {
  name: 'choice',
  column: () => 'text',
  parse(raw, field) {
    const key = find(raw, field)
    return key === undefined ? unknown(field) : taken(key)
  },
  schema: (field) => ({ type: 'string', enum: Object.keys(field.choices ?? {}) }),
  show: titleOf,
}

export const choicesKind: FieldKind<readonly string[]> = {
  name: 'choices',
  column: () => 'jsonb',
  parse(raw, field) {
    const list = Array.isArray(raw) ? raw : String(raw).split(/[;；、,，]/).filter((part) => part.trim() !== '')
    const keys = list.map((item) => find(item, field))
    return keys.some((key) => key === undefined) ? unknown(field) : taken([...new Set(keys as string[])])
  },
  schema: (field) => ({ type: 'array', items: { type: 'string', enum: Object.keys(field.choices ?? {}) } }),
  show: (value, field, language) => value.map((key) => titleOf(key, field, language)).join(language === 'en' ? ', ' : '、'),
}
