// Draws as the public sees them: promised, drawn and not yet told, opened; an opened one is run again from what is published alone.
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

/** Findings by draw: an opened draw does not change. */
const known = new Map<string, readonly Finding[]>()
const mostKnown = 200

/** What running an opened draw again finds, point by point. */
export function findingsOf(item: Published): readonly Finding[] {
  const key = `${item.id} ${String(item.values['digest'])}`
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
