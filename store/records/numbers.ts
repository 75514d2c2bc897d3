// Numbers of records and documents: one series per pattern, area and year, never used twice.
import type { Database, Session } from '../database.ts'

const takeSql = `insert into kernel.counter (series, last) values ($1, $2)
  on conflict (series) do update set last = kernel.counter.last + $2 returning last`

/** Fills a number pattern's places but `{seq}`; the result without it is the name of the series. */
export function seriesOf(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (place, name: string) => (name === 'seq' ? place : (values[name] ?? '')))
}

export const filled = (series: string, seq: number, width: number): string => series.replace('{seq}', String(seq).padStart(width, '0'))

/**
 * Numbers for records. A block is taken at a time, so that openings do not wait for one another;
 * after a crash the rest of a block is never used, which is allowed: numbers are unique, not gapless.
 */
export class RecordNumbers {
  private readonly blocks = new Map<string, { next: number; last: number; taking: Promise<void> | null }>()
  private readonly database: Database
  private readonly blockSize: number

  constructor(database: Database, blockSize = 64) {
    this.database = database
    this.blockSize = blockSize
  }

  async next(pattern: string, values: Readonly<Record<string, string>>): Promise<string> {
    const series = seriesOf(pattern, values)
    const block = this.blocks.get(series) ?? { next: 1, last: 0, taking: null }
    this.blocks.set(series, block)
    while (block.next > block.last) {
      block.taking ??= this.take(series, block)
      await block.taking
    }
    return filled(series, block.next++, 6)
  }

  private async take(series: string, block: { next: number; last: number; taking: Promise<void> | null }): Promise<void> {
    try {
      const { rows } = await this.database.query<{ last: number }>(takeSql, [series, this.blockSize])
      block.last = rows[0]!.last
      block.next = block.last - this.blockSize + 1
    } finally {
      block.taking = null
    }
  }
}

/** The next number of a document, inside the transaction that issues it: a series has no holes (文號連續). */
export async function documentNumber(session: Session, pattern: string, values: Readonly<Record<string, string>>): Promise<string> {
  const series = seriesOf(pattern, values)
  const { rows } = await session.query<{ last: number }>(takeSql, [`document:${series}`, 1])
  return filled(series, rows[0]!.last, 1)
}
