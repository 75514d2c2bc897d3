// What a publication holds now, and the proof of one of its records as a QR; the pages of a publication read nothing else.
import QRCode from 'qrcode'
import { isDay } from '../../kernel/day.ts'
import type { Filter } from '../../kernel/filter.ts'
import { kernelRefusals } from '../../kernel/house-refusals.ts'
import type { Publication } from '../../kernel/publication.ts'
import { sealAddress, type SealedProof } from '../../kernel/trust/seal.ts'
import { listPublished, pagePublished, readPublished, type PageEnd, type Published, type PublishedPage } from '../../store/publications.ts'
import type { PublicParts } from '../render.ts'
import { isUuid } from '../../store/uuid.ts'

/** A list page reads at most this many; what lies beyond is found by searching the interface. */
export const mostRead = 1000

export const publicationOf = ({ engine }: PublicParts, name: string): Publication =>
  engine.house.publications.get(name) ?? kernelRefusals.refuse('not-found')

/** Everything that is public now and fits, newest first; at most a thousand unless told. */
export const publishedNow = (parts: PublicParts, name: string, where?: Filter, most: number = mostRead): Promise<readonly Published[]> =>
  listPublished(parts.engine, publicationOf(parts, name), { limit: most, ...(where ? { where } : {}) })

/** Items of one page of a list. */
export const perPage = 50

/** The address's `after`, as a page before has written it; anything else begins at the first page. */
export function pageEnd(after: string | undefined): PageEnd | undefined {
  const [value = '', id] = (after ?? '').split('_')
  return isDay(value) && isUuid(id) ? { value, id } : undefined
}

export const endText = ({ value, id }: PageEnd): string => `${value}_${id}`

/** One page of what is public now and fits, in the order of a day field, its latest first. */
export const publishedPage = (
  parts: PublicParts,
  name: string,
  asked: { readonly by: string; readonly where: Filter; readonly after?: PageEnd },
): Promise<PublishedPage> => pagePublished(parts.engine, publicationOf(parts, name), { ...asked, limit: perPage })

export function onePublished(parts: PublicParts, name: string, id: string | undefined): Promise<Published> {
  if (!isUuid(id)) return kernelRefusals.refuse('not-found')
  return readPublished(parts.engine, publicationOf(parts, name), id)
}

export interface Sealed {
  /** Drawing of the QR that holds the signed core. */
  readonly qr: string
  readonly address: string
  readonly proof: string
  readonly issuedOn: string
}

/** The seal of a published record; null until the log has numbered it, a few seconds after it was published. */
export async function sealedAs({ engine, keys }: PublicParts, name: string, id: string): Promise<Sealed | null> {
  const { rows } = await engine.database.query<{ proof: SealedProof }>(
    'select proof from kernel.seal where kind = $1 and record = $2 and document is null and withdrawn is null',
    [name, id],
  )
  const proof = rows[0]?.proof
  if (!proof) return null
  const address = sealAddress(keys.history.site, proof)
  return {
    qr: await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
    address,
    proof: `/api/v1/publications/${name}/${id}/proof`,
    issuedOn: proof.issuedOn,
  }
}
