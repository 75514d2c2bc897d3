// A moment, RFC 3339; stored in UTC and shown in Asia/Shanghai.
import { problem, taken, type FieldKind } from '../field.ts'
import { words } from '../words.ts'

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/
/** `2026-11-24 09:30`, the clock on a wall in Asia/Shanghai at a moment. */
export const clockOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const instantKind: FieldKind<string> = {
  name: 'instant',
  column: () => 'timestamptz',
  parse(raw) {
    if (typeof raw === 'string' && pattern.test(raw) && !Number.isNaN(Date.parse(raw))) return taken(new Date(raw).toISOString())
    return problem('not-a-moment', words('不是有效时间', 'It is not a moment in time'), words('按 2026-11-24T09:30:00+08:00 的格式填写', 'Write it like 2026-11-24T09:30:00+08:00'))
  },
  schema: () => ({ type: 'string', format: 'date-time' }),
  show: clockOf,
}
