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
  readonly results: readonly { readonly parameter: string; readonly instrument: string }[] | null
  readonly analysed: string | null
  readonly subcontracted: readonly { readonly parameter: string }[] | null
}

/** What counts: among the determinations, or, of an order of before they were kept beside each other, its results as they stand. */
const counting = ({ runs, results, analysed }: Signed) =>
  runs?.filter(({ counts }) => counts) ?? (analysed === null ? [] : (results ?? []).map((line) => ({ ...line, on: analysed })))

/** The determinations that count and that the laboratory made itself, each with its method. */
export const ownResults = (order: Signed) =>
  counting(order)
    .filter(({ parameter: of }) => !(order.subcontracted ?? []).some((other) => other.parameter === of))
    .map((run) => ({ ...run, method: order.items.find((one) => one.parameter === run.parameter)?.method ?? '' }))

/** The report of a signed order, its number null while it or its next edition is on its way; null where it was withdrawn. */
export async function reportOf(orderNumber: string | null, at: Reading): Promise<{ readonly number: string | null } | null> {
  const editions = await at.list('test-report', { orderNumber })
  const latest = editions.toSorted((a, b) => Number(a['edition']) - Number(b['edition'])).at(-1)
  return latest?.state === 'withdrawn' ? null : { number: latest?.state === 'issued' ? latest.number : null }
}

/** Signing and putting in doubt wait for each other, so that no signature slips between the finding and its days. */
export const inTurn = (laboratory: string, at: Reading): Promise<void> => at.alone(`testing.doubt ${laboratory}`)

/** Signed results of these days that rest on what is in doubt, whose report was not withdrawn and which nobody weighs already. */
export async function reportedIn({ laboratory, source, because, from, to, rests }: Doubt, at: Reading): Promise<readonly Row[]> {
  await inTurn(laboratory, at)
  const orders = await at.list('test-order', { laboratory, state: 'reported' }, 20_000)
  const weighed = await at.list('doubted-result', { laboratory, source, because, state: ['weighing', 'confirming'] }, 20_000)
  const affected: Row[] = []
  for (const order of orders) {
    const inDoubt = ownResults(order as never).filter((run) => from <= run.on && run.on <= to && rests(run))
    if (inDoubt.length === 0) continue
    if ((await reportOf(order.number, at)) === null) continue
    for (const [name, { on }] of new Map(inDoubt.map((run) => [run.parameter, run] as const)))
      if (!weighed.some((one) => one['orderNumber'] === order.number && one['parameter'] === name))
        affected.push({ orderNumber: order.number, parameter: name, on })
  }
  return affected
}
