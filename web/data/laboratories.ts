// Laboratories as the public may ask for them: which one can test this parameter by this method on this day.
import type { Day } from '../../kernel/day.ts'
import { fits } from '../../kernel/filter.ts'
import type { Published } from '../../store/publications.ts'
import { publishedNow } from './published.ts'
import { holdsOn, lineHoldsOn } from '../../systems/basis/testing/index.ts'
import type { PublicParts } from '../render.ts'

export interface ScopeQuery {
  readonly productClass: string
  readonly parameter: string
  readonly method: string
  readonly day: Day
}

export interface ScopeFound {
  readonly laboratory: Published
  readonly line: Published
}

const plain = (text: unknown): string => String(text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase()

type Named = Readonly<{ name: string; until: Day }>
/** What a laboratory was called on a day: the first of its former names that still held, or its name. */
export const nameOn = ({ values }: Published, day: Day): string =>
  ((values['former'] ?? []) as readonly Named[]).find(({ until }) => day <= until)?.name ?? String(values['name'])

type TermBefore = Readonly<{ cma: string; from: Day; to: Day }>
export const termsBefore = ({ values }: Published): readonly TermBefore[] => (values['earlierTerms'] ?? []) as readonly TermBefore[]

/** A mark proves something only while it is valid, and on days on which it holds (認定管理辦法). */
export const markHolds = (laboratory: Published, day: Day): boolean => laboratory.state === 'valid' && holdsOn(laboratory.values, day)

/** A line of a laboratory holds on the day, alone or along with a mark that counts as renewed. */
export const lineHolds = (line: Published, laboratory: Published, day: Day): boolean => lineHoldsOn(line.values, laboratory.values, day)

export const isAsked = ({ productClass, parameter, method }: ScopeQuery): boolean => `${productClass}${parameter}${method}` !== ''

/** Lines that fit what is asked and hold on the day, the cheapest first; a laboratory without a price comes last. */
export function canTest(laboratories: readonly Published[], lines: readonly Published[], query: ScopeQuery): readonly ScopeFound[] {
  const byCode = new Map(laboratories.map((each) => [String(each.values['code']), each]))
  return lines
    .flatMap((line) => {
      const laboratory = byCode.get(String(line.values['laboratory']))
      const fits =
        (query.productClass === '' || line.values['productClass'] === query.productClass) &&
        plain(line.values['parameter']).includes(plain(query.parameter)) &&
        plain(line.values['method']).includes(plain(query.method))
      return laboratory && fits && lineHolds(line, laboratory, query.day) && markHolds(laboratory, query.day) ? [{ laboratory, line }] : []
    })
    .toSorted((a, b) => Number(a.line.values['price'] ?? Infinity) - Number(b.line.values['price'] ?? Infinity))
}

/** A nation has some fifty thousand laboratories, a province two thousand; their lines are looked through by class. */
const most = { laboratories: 5000, lines: 50_000 }

export const laboratoriesNow = (parts: PublicParts): Promise<readonly Published[]> =>
  publishedNow(parts, 'laboratories', undefined, most.laboratories)
export const scopesOf = (parts: PublicParts, of: Readonly<Record<string, string>>): Promise<readonly Published[]> =>
  publishedNow(parts, 'laboratory-scopes', fits(of), most.lines)
export const reportsOf = (parts: PublicParts, code: string): Promise<readonly Published[]> =>
  publishedNow(parts, 'test-reports', { field: 'laboratory', is: code })

/** What a laboratory reported in a year: how many reports, how they ended, how many fell afterwards. */
export interface YearOfReports {
  readonly year: string
  readonly reports: number
  readonly meets: number
  readonly fails: number
  readonly replaced: number
  readonly withdrawn: number
  readonly rerun: number
}

const yearsSql = `select to_char(issued, 'YYYY') as year, count(*)::int as reports, count(*) filter (where verdict = 'meets')::int as meets,
  count(*) filter (where verdict = 'fails')::int as fails, count(*) filter (where state = 'replaced')::int as replaced,
  count(*) filter (where state = 'withdrawn')::int as withdrawn, count(*) filter (where earlier_runs > 0)::int as rerun
  from record.test_report where laboratory = $1 and state = any($2) group by 1 order by 1 desc`

/** Its years, the latest first, counted over all that it published (檢驗檢測機構年度統計). */
export async function yearsOf({ engine }: PublicParts, code: string, states: readonly string[]): Promise<readonly YearOfReports[]> {
  return (await engine.database.query<YearOfReports>(yearsSql, [code, states])).rows
}
