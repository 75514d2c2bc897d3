// What figures are about, in the reader's words: the dimensions of a measure and their values.
import { dayOf } from '../../kernel/day.ts'
import { kindOf } from '../../kernel/kinds.ts'
import type { Measure } from '../../kernel/measure.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'

export interface Naming {
  dimension(measure: Measure, name: string): Words
  value(measure: Measure, name: string, value: string): Words
}

const titles: Readonly<Record<string, Words>> = {
  city: words('城市', 'City'),
  province: words('省份', 'Province'),
  region: words('地区', 'Region'),
  area: words('地区', 'Area'),
  station: words('点位', 'Station'),
  list: words('排名范围', 'List'),
  indicator: words('指标', 'Indicator'),
}

const lists: Readonly<Record<string, Words>> = { key74: words('74 个重点城市', '74 key cities'), other: words('其他城市', 'Other cities') }
const places = new Set(['city', 'province', 'region', 'area'])

const same = (text: string): Words => words(text, text)

/** Names of all cities whose air is published, of the divisions, and of what a register's fields say. */
export async function namesOf(engine: Engine): Promise<Naming> {
  const { rows } = await engine.database.query<{ code: string; name: string; english: string | null }>(
    'select code, name, english from record.air_city',
  )
  const cities = new Map(rows.map((row) => [row.code, words(row.name, row.english ?? row.name)]))
  const today = dayOf(engine.now())
  const fieldOf = (measure: Measure, name: string) =>
    'register' in measure.source ? engine.house.registers.get(measure.source.register)?.fields[name] : undefined
  const placeOf = (code: string): Words =>
    code === '100000'
      ? words('全国', 'the nation')
      : (cities.get(code) ??
        (engine.tree.has(code) ? words(engine.tree.name(code, today), engine.tree.name(code, today, 'en')) : same(code)))
  return {
    dimension: (measure, name) => fieldOf(measure, name)?.title ?? titles[name] ?? same(name),
    value(measure, name, value) {
      if (value === 'null') return words('未注明', 'not stated')
      if (places.has(name)) return placeOf(value)
      if (name === 'list') return lists[value] ?? same(value)
      const field = fieldOf(measure, name)
      return field ? words(kindOf(field).show(value as never, field, 'zh'), kindOf(field).show(value as never, field, 'en')) : same(value)
    },
  }
}

/** Names of the cities alone, by code. */
export async function cityNames(engine: Engine): Promise<ReadonlyMap<string, Words>> {
  const { rows } = await engine.database.query<{ code: string; name: string; english: string | null }>(
    'select code, name, english from record.air_city',
  )
  return new Map(rows.map((row) => [row.code, words(row.name, row.english ?? row.name)]))
}
