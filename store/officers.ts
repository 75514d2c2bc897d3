// Dated data that officers loaded: notices of working days and values of parameters in force, laid over what the release brought.
import { addDays } from '../kernel/day.ts'
import { versionFaults, type DatedValue, type Mark, type Parameters } from '../kernel/parameter.ts'
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

type Brought = Pick<Engine, 'parameters' | 'calendar'>
/** What the release brought, before anything was laid over it: what an officer withdraws is gone again. */
const brought = new WeakMap<Engine, Brought>()

/** A value that could not be laid over the others is left out: one bad line must not keep all the others from being read. */
function fits(parameters: Parameters, name: string, value: DatedValue): boolean {
  const parameter = parameters.named(name)
  return parameter !== undefined && versionFaults(parameter.kind, value).length === 0
}

/** Reads what officers loaded and replaces calendar and parameters of the engine as a whole. */
export async function loadOfficers(engine: Engine): Promise<void> {
  const release = brought.get(engine) ?? { parameters: engine.parameters, calendar: engine.calendar }
  brought.set(engine, release)
  const loaded = await notices(engine)
  engine.calendar = loaded.length > 0 ? release.calendar.with(loaded) : release.calendar
  engine.parameters = (await values(engine))
    .filter(({ name, value }) => fits(release.parameters, name, value))
    .reduce((laid, { name, value }) => laid.with(name, value, (day) => addDays(day, -1)), release.parameters)
}
