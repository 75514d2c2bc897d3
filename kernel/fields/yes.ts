// Yes or no.
import { problem, taken, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

const spoken: Record<string, boolean> = { 是: true, 否: false, yes: true, no: false, true: true, false: false, '1': true, '0': false }

export const yesKind: FieldKind<boolean> = {
  name: 'yes',
  column: () => 'boolean',
  parse(raw) {
    const value = typeof raw === 'boolean' ? raw : spoken[String(raw).trim().toLowerCase()]
    if (value === undefined) return problem('not-yes-or-no', words('应为“是”或“否”', 'Yes or no is expected'), words('填“是”或“否”', 'Write yes or no'))
    return taken(value)
  },
  schema: () => ({ type: 'boolean' }),
  show: (value, _field, language) => (language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否'),
}
