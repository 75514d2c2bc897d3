// A calendar day in Asia/Shanghai.
import { isDay, type Day } from '../day.ts'
import { problem, taken, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

export const dayKind: FieldKind<Day> = {
  name: 'day',
  column: () => 'date',
  parse(raw) {
    if (typeof raw === 'string' && isDay(raw)) return taken(raw)
    return problem('not-a-day', words('不是有效日期', 'It is not a day of the calendar'), words('按 2026-11-24 的格式填写', 'Write it like 2026-11-24'))
  },
  schema: () => ({ type: 'string', format: 'date' }),
  show: (value, _field, language) =>
    language === 'en' ? value : `${Number(value.slice(0, 4))}年${Number(value.slice(5, 7))}月${Number(value.slice(8))}日`,
}
