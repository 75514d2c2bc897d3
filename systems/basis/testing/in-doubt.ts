// What rests on days in doubt (存疑期間): the days that a chart or an instrument keeps, and the signed results that are found among them.
import { day, rows, text } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { item } from './order.ts'
import type { Run } from './repeats.ts'

type Row = Readonly<Record<string, unknown>>

/** Days whose results are in doubt, as a chart and an instrument keep them. */
export const doubtedDays = rows(
  words('结果不可信的期间', 'Days whose results are in doubt'),
  { from: day(words('自', 'From')), to: day(words('至', 'To')), cause: text(words('原因', 'Cause'), { length: 1000 }) },
  { optional: true, most: 40 },
)

export interface DoubtedDays {
  readonly from: string
  readonly to: string
  readonly cause: string
}

/** Days in doubt with these; the same days twice are one. */
export const withDays = (before: readonly DoubtedDays[] | null, { from, to, cause }: DoubtedDays): readonly DoubtedDays[] | null =>
  (before ?? []).some((one) => one.from === from && one.to === to) ? before : [...(before ?? []), { from, to, cause }]

export const affectedLine = {
  orderNumber: text(words('委托编号', 'Number of the order'), { length: 40 }),
  parameter: item.parameter,
  on: day(words('检测日期', 'Analysed on')),
}

/** What was found among the signed orders when the days were put in doubt. */
export const affectedResults = rows(words('涉及的已签发结果', 'Results already reported'), affectedLine, { optional: true, most: 2000 })

/** What puts results in doubt. */
export const doubtSources = {
  chart: words('质控图', 'Control chart'),
  instrument: words('检测设备', 'Instrument'),
  other: words('其他不符合工作', 'Other nonconforming work'),
} as const

interface Doubt {
  readonly laboratory: string
  readonly source: keyof typeof doubtSources
  readonly because: string
  readonly from: string
  readonly to: string
  /** Whether a determination rests on what is in doubt. */
  rests(run: { readonly parameter: string; readonly method: string; readonly instrument: string }): boolean
}

interface Signed {
  readonly items: readonly { readonly parameter: string; readonly method: string }[]
  readonly runs: readonly Run[] | null
  readonly subcontracted: readonly { readonly parameter: string }[] | null
}

/** The determinations that count and that the laboratory made itself, each with its method. */
export const ownResults = ({ items, runs, subcontracted }: Signed) =>
  (runs ?? [])
    .filter(({ counts, parameter: of }) => counts && !(subcontracted ?? []).some((other) => other.parameter === of))
    .map((run) => ({ ...run, method: items.find((one) => one.parameter === run.parameter)?.method ?? '' }))

/** Signing and putting in doubt wait for each other, so that no signature slips between the finding and its days. */
export const inTurn = (laboratory: string, at: Reading): Promise<void> => at.alone(`testing.doubt ${laboratory}`)

/** Signed results of these days that rest on what is in doubt, whose report still stands and which nobody weighs already. */
export async function reportedIn({ laboratory, source, because, from, to, rests }: Doubt, at: Reading): Promise<readonly Row[]> {
  await inTurn(laboratory, at)
  const orders = await at.list('test-order', { laboratory, state: 'reported' }, 20_000)
  const weighed = await at.list('doubted-result', { laboratory, source, because, state: ['weighing', 'confirming'] }, 20_000)
  const affected: Row[] = []
  for (const order of orders) {
    const inDoubt = ownResults(order as never).filter((run) => from <= run.on && run.on <= to && rests(run))
    if (inDoubt.length === 0) continue
    if ((await at.count('test-report', { orderNumber: order.number, state: 'issued' })) === 0) continue
    for (const [name, { on }] of new Map(inDoubt.map((run) => [run.parameter, run] as const)))
      if (!weighed.some((one) => one['orderNumber'] === order.number && one['parameter'] === name))
        affected.push({ orderNumber: order.number, parameter: name, on })
  }
  return affected
}
