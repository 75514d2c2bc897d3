// Grounds that fell (依據失效): what a file in another system rests on a test report keeps when that report is replaced or withdrawn.
import { day, rows, text } from '../../../kernel/kinds.ts'
import { words } from '../../../kernel/words.ts'

const report = text(words('检验报告编号', 'Test report'), { length: 60 })
const why = text(words('更改或者撤回的理由', 'Why it was replaced or withdrawn'), { length: 500 })

/** What the step asks by which a file is told. */
export const toldOfFall = { report, why }

export const fallenGrounds = rows(
  words('已失效的检验报告', 'Test reports that no longer hold'),
  { report, on: day(words('告知日期', 'Told on')), why, weighed: text(words('复核意见', 'What it means for the file'), { optional: true, length: 500 }) },
  { optional: true, byLink: true, most: 60 },
)

export interface Fallen {
  readonly report: string
  readonly on: string
  readonly why: string
  readonly weighed: string | null
}

interface Told {
  readonly record: { readonly fallen: readonly Fallen[] | null }
  readonly answers: { readonly report: string; readonly why: string }
  readonly today: string
}

/** The grounds of a file with one more that fell; the same report told twice is one. */
export const withFallen = ({ record, answers, today }: Told): readonly Fallen[] => [
  ...(record.fallen ?? []).filter((one) => one.report !== answers.report),
  { report: answers.report, on: today, why: answers.why, weighed: null },
]

/** The same grounds for another file: what fell fell for that one too, and is weighed anew for it. */
export const weighedAnew = (fallen: readonly Fallen[] | null): readonly Fallen[] | null =>
  fallen?.map((one) => ({ ...one, weighed: null })) ?? null

/** Reports whose fall nobody has weighed yet. */
export const unweighed = (record: { readonly fallen: readonly Fallen[] | null }): readonly string[] =>
  (record.fallen ?? []).filter(({ weighed }) => weighed === null).map(({ report: number }) => number)
