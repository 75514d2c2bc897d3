// Draws as the public sees them: promised, drawn and not yet told, opened; an opened one is run again from what is published alone.
import { createHash } from 'node:crypto'
import type { Published } from '../../store/publications.ts'
import { listPublished, type AskedPublication } from '../../store/publications.ts'
import { checkDraw, type Finding } from '../../systems/oversight/supervision/draw-check.ts'
import type { Commitment } from '../../systems/oversight/supervision/draw.ts'
import { missedOf, publishedDraw } from '../../systems/oversight/supervision/frame.ts'
import type { PublicParts } from '../render.ts'
import { onePublished, perPage, publicationOf } from './published.ts'
import { isUuid } from '../../store/uuid.ts'

export interface DrawQuery {
  readonly text: string
  readonly state: string
}

export interface DrawsFound {
  readonly items: readonly Published[]
  readonly next: string | null
}

/** One page of draws that were committed to, the latest first. */
export async function drawsFound(parts: PublicParts, { text, state }: DrawQuery, after: string | undefined): Promise<DrawsFound> {
  const publication = publicationOf(parts, 'draw-commitments')
  const where = {
    all: [
      ...(text === '' ? [] : [{ any: [{ search: text }, { field: 'number', is: text }] }]),
      ...(publication.states.includes(state) ? [{ field: 'state', is: state }] : []),
    ],
  }
  const asked: AskedPublication = { where, limit: perPage + 1, ...(isUuid(after) ? { after } : {}) }
  const found = await listPublished(parts.engine, publication, asked)
  const items = found.slice(0, perPage)
  return { items, next: found.length > perPage ? items.at(-1)!.id : null }
}

export const commitmentIn = (item: Published): Commitment => JSON.parse(String(item.values['commitment'])) as Commitment

/** Findings by what was checked: a record that was altered is judged anew. */
const known = new Map<string, readonly Finding[]>()
const mostKnown = 200

/** What running an opened draw again finds, point by point. */
export function findingsOf(item: Published): readonly Finding[] {
  const key = createHash('sha256').update(JSON.stringify(item.values)).digest('hex')
  const before = known.get(key)
  if (before) return before
  const findings = checkDraw(publishedDraw(item.values), missedOf(item.values))
  if (known.size >= mostKnown) known.delete(known.keys().next().value!)
  known.set(key, findings)
  return findings
}

export interface DrawShown {
  readonly item: Published
  readonly opened: boolean
}

/** The draw as opened; before that, as committed to. */
export async function drawShown(parts: PublicParts, id: string | undefined): Promise<DrawShown> {
  const committed = await onePublished(parts, 'draw-commitments', id)
  if (committed.state !== 'opened') return { item: committed, opened: false }
  return { item: await onePublished(parts, 'draws', id), opened: true }
}

/** A list runs frames of so many units again; a longer one is run on its own page. */
const mostUnitsOnAList = 20_000

/** Whether each opened draw of a list comes out again as published; one that is left out is run on its own page. */
export async function verdictsOf(parts: PublicParts, items: readonly Published[]): Promise<ReadonlyMap<string, boolean>> {
  const found = new Map<string, boolean>()
  let left = mostUnitsOnAList
  for (const { id, values } of items.filter(({ state }) => state === 'opened')) {
    left -= Number(values['units'])
    if (left < 0) break
    found.set(id, findingsOf(await onePublished(parts, 'draws', id)).every(({ holds }) => holds))
  }
  return found
}
