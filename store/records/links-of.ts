// Causes and consequences of one record: by which linkage, where to, how it went; of what lies beyond reach an office hears the kind.
import { dayOf } from '../../kernel/day.ts'
import { heldOn, readingDuties, type Person } from '../../kernel/permission.ts'
import type { AnyRecord, Register } from '../../kernel/register.ts'
import type { Words } from '../../kernel/words.ts'
import type { Engine } from '../engine.ts'
import { listFor } from './read.ts'

export interface RelatedRecord {
  readonly linkage: string
  /** Dropped: its cause was undone before it could be done. */
  readonly state: 'pending' | 'done' | 'parked' | 'dropped'
  readonly register: string
  /** Null when the record lies beyond the reader's reach. */
  readonly record: string | null
  readonly number: string | null
  readonly headline: string | null
  /** The entry of this record that caused it, or that was caused. */
  readonly entry: string
  readonly refusal: { readonly code: string; readonly detail?: Words; readonly remedy?: Words } | null
}

interface Found {
  readonly linkage: string
  readonly state: RelatedRecord['state']
  readonly register: string
  readonly record: string | null
  readonly entry: string
  readonly refusal: RelatedRecord['refusal']
}

const causesSql = `select j.body::jsonb->'cause'->>'linkage' as linkage, 'done' as state, j.id as entry, c.register, c.record, null as refusal
  from kernel.journal j join kernel.journal c on c.id = (j.body::jsonb->'cause'->>'entry')::uuid
  where j.record = $1 and j.body::jsonb->'cause' <> 'null' order by j.version`

// The key of a consequence begins with its linkage and its cause; one cause may have several.
const consequencesSql = `select l.linkage, l.state, l.cause as entry, j.register, j.record, l.refusal
  from kernel.link l left join kernel.journal j on j.actor = 'linkage'
    and (j.key = 'link:' || l.linkage || ':' || l.cause or j.key like 'link:' || l.linkage || ':' || l.cause || ':%')
  where l.record = $1 order by l.changed limit 200`

/** Each found record as the person may see it, read once per register. */
async function seenBy(engine: Engine, person: Person, found: readonly Found[]): Promise<ReadonlyMap<string, AnyRecord>> {
  const known = found.filter((each) => each.record !== null && engine.house.procedures.has(each.register))
  const lists = await Promise.all(
    [...new Set(known.map((each) => each.register))].map((name) => {
      const { of } = engine.house.procedureOf(name)
      const ids = known.filter((each) => each.register === name).map((each) => each.record!)
      const where = { field: 'id', in: [...new Set(ids)] }
      return listFor(engine, of, person, { where, limit: 500, fields: ['number', of.headline] })
    }),
  )
  return new Map(lists.flat().map((record) => [record.id, record]))
}

const targetOf = (engine: Engine, linkage: string): string => {
  const then = engine.house.linkages.find((l) => l.name === linkage)?.then
  return then === undefined ? '' : 'open' in then ? then.open : then.of
}

/** Whether somebody reads a register by office and not only for what is their own: only then are they told what lies beyond their reach. */
const byOffice = (engine: Engine, register: Register, person: Person): boolean =>
  heldOn(person, readingDuties(engine.house, register), dayOf(engine.now())).some(({ reach }) => reach !== 'own' && reach !== 'party')

export async function linksOf(
  engine: Engine,
  person: Person,
  of: Register,
  record: string,
): Promise<{ readonly causes: readonly RelatedRecord[]; readonly consequences: readonly RelatedRecord[] }> {
  const [causes, consequences] = await Promise.all(
    [causesSql, consequencesSql].map(async (sql) => (await engine.database.query<Found>(sql, [record])).rows),
  )
  const seen = await seenBy(engine, person, [...causes!, ...consequences!])
  const shown = (each: Found): RelatedRecord => {
    const found = each.record === null ? undefined : seen.get(each.record)
    const register = each.register ?? targetOf(engine, each.linkage)
    const headline = found && (found[engine.house.procedureOf(register).of.headline] as string | undefined)
    return { ...each, register, record: found?.id ?? null, number: found?.number ?? null, headline: headline ?? null }
  }
  const told = byOffice(engine, of, person) ? () => true : (each: RelatedRecord) => each.record !== null
  return { causes: causes!.map(shown).filter(told), consequences: consequences!.map(shown).filter(told) }
}
