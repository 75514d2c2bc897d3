// A measured quantity or an amount of money: an exact decimal with its unit, never a binary float.
import { Decimal } from 'decimal.js'
import { problem, taken, type Field, type FieldKind, type KindName, type Parsed } from '../field.ts'
import { words } from '../words.ts'

const pattern = /^-?\d{1,14}(\.\d{1,12})?$/

function parseDecimal(raw: unknown, field: Field): Parsed<string> {
  const text = typeof raw === 'number' && Number.isFinite(raw) ? new Decimal(raw).toFixed() : typeof raw === 'string' ? raw.trim() : ''
  if (!pattern.test(text)) return problem('not-a-number', words('应为数字', 'A number is expected'), words('只填数字和小数点', 'Write digits and a decimal point only'))
  const number = new Decimal(text)
  const places = field.places ?? 2
  if (number.decimalPlaces() > places)
    return problem('too-many-places', words(`最多 ${places} 位小数`, `At most ${places} decimal places`), words('请按单位填写，不要自行修约后再填', 'Check the unit; give the number as it was measured'))
  if (field.minimum !== undefined && number.lt(field.minimum))
    return problem('too-small', words(`不得小于 ${field.minimum}`, `It must be at least ${field.minimum}`), words('请核对数字和单位', 'Check the number and its unit'))
  if (field.maximum !== undefined && number.gt(field.maximum))
    return problem('too-large', words(`不得大于 ${field.maximum}`, `It must be at most ${field.maximum}`), words('请核对数字和单位', 'Check the number and its unit'))
  return taken(number.toFixed(places))
}

const decimalKind = (name: KindName): FieldKind<string> => ({
  name,
  column: (field) => `numeric(18,${field.places ?? 2})`,
  parse: parseDecimal,
  schema: (field) => ({ type: 'string', pattern: '^-?\\d{1,14}(\\.\\d{1,12})?$', ...(field.unit ? { description: field.unit } : {}) }),
  show: (value, field) => (field.unit ? `${value} ${field.unit}` : value),
})

export const quantityKind = decimalKind('quantity')
export const amountKind = decimalKind('amount')
