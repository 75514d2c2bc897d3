// Dated data that officers loaded: notices of working days and values of parameters in force, laid over what the release brought.
import { addDays } from '../kernel/day.ts'
import type { DatedValue, Mark } from '../kernel/parameter.ts'
import type { YearNotice } from '../kernel/workdays.ts'
import type { Engine } from './engine.ts'
import { listRecords } from './records/list.ts'

const inForce = { field: 'state', is: 'inForce' } as const

const isTable = (engine: Engine, register: string): boolean => engine.house.registers.has(register)

/** Lines of a notice: `2027-01-01,元旦,off` or `…,worked`. */
function noticeOf(year: number, source: string, days: string): YearNotice {
  const lines = days
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    year,
    source,
    days: lines.map((line) => {
      const [date = '', name = '', kind = ''] = line.split(/[,，]/).map((part) => part.trim())
      return { date, name, isOffDay: kind === 'off' }
    }),
  }
}

async function notices(engine: Engine): Promise<readonly YearNotice[]> {
  if (!isTable(engine, 'calendar-notice')) return []
  const records = await listRecords(engine.database, engine.house.procedureOf('calendar-notice').of, { where: inForce, limit: 500 })
  return records.map((record) => noticeOf(Number(record['year']), String(record['source'] ?? ''), String(record['days'])))
}

async function values(engine: Engine): Promise<readonly { name: string; value: DatedValue }[]> {
  if (!isTable(engine, 'parameter-value')) return []
  const records = await listRecords(engine.database, engine.house.procedureOf('parameter-value').of, {
    where: inForce,
    limit: 500,
    order: { field: 'opened', descending: false },
  })
  return records.map((record) => ({
    name: String(record['parameter']),
    value: {
      from: String(record['from']),
      ...(record['to'] ? { to: String(record['to']) } : {}),
      value: JSON.parse(String(record['value'])) as unknown,
      basis: { act: String(record['act']), ...(record['article'] ? { article: String(record['article']) } : {}) },
      mark: String(record['mark']) as Mark,
    },
  }))
}

/** Reads what officers loaded and replaces calendar and parameters of the engine as a whole. */
export async function loadOfficers(engine: Engine): Promise<void> {
  const loaded = await notices(engine)
  if (loaded.length > 0) engine.calendar = engine.calendar.with(loaded)
  for (const { name, value } of await values(engine))
    if (engine.parameters.named(name)) engine.parameters = engine.parameters.with(name, value, (day) => addDays(day, -1))
}
