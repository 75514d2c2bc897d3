// What the records already hold that is like a complaint: the same telephone, address, order, product and batch; hints for a person.
import type { Reading } from '../../../kernel/procedure.ts'

export interface Described {
  readonly phone?: string | null
  readonly address?: string | null
  readonly orderNumber?: string | null
  readonly traderName: string
  readonly trader?: string | null
  readonly goods: string
  readonly brand?: string | null
  readonly batch?: string | null
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s·•,，.。()（）-]/g, '')

/** Complaints about one batch of one product of one trader stand under one key, whoever complains and wherever. */
export const batchGroupOf = ({ trader, traderName, goods, brand, batch }: Described): string | null =>
  batch ? [trader ?? plain(traderName), plain(brand ?? goods), plain(batch)].join('|').slice(0, 120) : null

export type Hint = 'manyByOne' | 'sharedContact' | 'sameDispute' | 'sameBatch'

export interface Alike {
  /** Records that are there beside this one. */
  readonly alike: Readonly<Record<string, string>>
  readonly hints: readonly Hint[]
  readonly sameAs: string | null
  readonly batchGroup: string | null
}

/** Counts inside the transaction of the act, so that what an official saw is written down with it. */
export async function alikeOf(described: Described, at: Reading, many: number, self: string): Promise<Alike> {
  const count = async (where: Readonly<Record<string, unknown>>): Promise<number> =>
    Object.values(where).some((value) => value == null) ? 0 : at.count('complaint', where)
  const { phone, address, traderName, goods, orderNumber } = described
  const batchGroup = batchGroupOf(described)
  const samePhone = await count({ phone })
  const sameAddress = await count({ address })
  const sameTraderByOne = await count({ phone, traderName })
  const sameBatch = await count({ batchGroup })
  const twin = orderNumber ? await at.first('complaint', { orderNumber, traderName, goods }) : null
  const other = twin && twin.id !== self ? twin : null
  return {
    alike: Object.fromEntries(
      Object.entries({ samePhone, sameTraderByOne, sameAddress, sameBatch }).map(([name, value]) => [name, String(value)]),
    ),
    hints: [
      ...(samePhone >= many ? (['manyByOne'] as const) : []),
      ...(sameAddress - samePhone >= 2 ? (['sharedContact'] as const) : []),
      ...(other ? (['sameDispute'] as const) : []),
      ...(sameBatch > 0 ? (['sameBatch'] as const) : []),
    ],
    sameAs: other?.number ?? null,
    batchGroup,
  }
}
