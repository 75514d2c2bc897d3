// Offices of the jurisdiction in the database.
import type { Database } from '../database.ts'
import type { Office } from '../engine.ts'

export async function addOffices(database: Database, offices: readonly Office[]): Promise<void> {
  await database.query(
    `insert into kernel.office (id, title_zh, title_en, area, parent, kind) select *, 'authority' from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     on conflict (id) do update set title_zh = excluded.title_zh, title_en = excluded.title_en, area = excluded.area, parent = excluded.parent`,
    [
      offices.map((o) => o.id),
      offices.map((o) => o.titleZh),
      offices.map((o) => o.titleEn),
      offices.map((o) => o.area),
      offices.map((o) => o.parent),
    ],
  )
}

export async function readOffices(database: Database): Promise<ReadonlyMap<string, Office>> {
  const { rows } = await database.query<{ id: string; title_zh: string; title_en: string; area: string; parent: string | null }>(
    'select id, title_zh, title_en, area, parent from kernel.office',
  )
  return new Map(
    rows.map((row) => [row.id, { id: row.id, titleZh: row.title_zh, titleEn: row.title_en, area: row.area, parent: row.parent }]),
  )
}
