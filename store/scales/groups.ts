// How many subjects of each group stand in which grade: counted in the warehouse over the grades that stand.
import type { Scale } from '../../kernel/scale.ts'
import { columnOf, tableOf } from '../names.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'

export interface GroupCount {
  readonly group: string
  readonly of: number
  readonly affected: number
}

export interface Grouping {
  readonly field: string
  /** So many first letters of the field's value. */
  readonly letters?: number
  readonly grades: readonly string[]
  readonly states: readonly string[]
}

/** Subjects by a field of their register, or by its first letters, with how many of each have one of some grades. */
export async function countGroups(
  warehouse: Warehouse,
  scale: Scale,
  { field, letters, grades, states }: Grouping,
): Promise<readonly GroupCount[]> {
  const column = `e."${columnOf(field)}"`
  const group = letters === undefined ? column : `left(${column}, ${letters})`
  const places = (many: readonly string[]): string => many.map(() => '?').join(', ')
  const rows = await warehouse.rows<{ group: string; of: string; affected: string }>(
    `select ${group} as "group", count(*)::varchar as "of", count(*) filter (where g.grade in (${places(grades)}))::varchar as affected
     from scale_grade g join "fact_${tableOf(scale.of)}" e on e."${columnOf(scale.key!)}" = g.subject and e.seq_to is null
     where g.scale = ? and e.state in (${places(states)}) and ${group} is not null group by 1 order by 1`,
    [...grades, scale.name, ...states],
  )
  return rows.map((row) => ({ group: row.group, of: Number(row.of), affected: Number(row.affected) }))
}

/** By which rule and as of which day the grades stand; null before the first run. */
export async function gradedWhen(warehouse: Warehouse, scale: Scale): Promise<{ readonly edition: string; readonly day: string } | null> {
  const [row] = await warehouse.rows<{ edition: string; day: string }>('select edition, day from scale_grade where scale = ? limit 1', [scale.name])
  return row ?? null
}
