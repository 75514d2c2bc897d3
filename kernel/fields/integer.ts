// A whole number.
import { problem, taken, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

export const integerKind: FieldKind<number> = {
  name: 'integer',
  column: () => 'integer',
  parse(raw, field) {
    const number = typeof raw === 'number' ? raw : typeof raw === 'string' && /^-?\d{1,10}$/.test(raw.trim()) ? Number(raw) : NaN
    if (!Number.isInteger(number) || Math.abs(number) > 2_147_483_647)
      return problem('not-whole', words('应为整数', 'A whole number is expected'), words('只填数字', 'Write digits only'))
    if (field.minimum !== undefined && number < Number(field.minimum))
      return problem(
        'too-small',
        words(`不得小于 ${field.minimum}`, `It must be at least ${field.minimum}`),
        words('请核对数字', 'Check the number'),
      )
    if (field.maximum !== undefined && number > Number(field.maximum))
      return problem(
        'too-large',
        words(`不得大于 ${field.maximum}`, `It must be at most ${field.maximum}`),
        words('请核对数字', 'Check the number'),
      )
    return taken(number)
  },
  schema: (field) => ({
    type: 'integer',
    ...(field.minimum ? { minimum: Number(field.minimum) } : {}),
    ...(field.maximum ? { maximum: Number(field.maximum) } : {}),
  }),
  show: (value) => String(value),
}
