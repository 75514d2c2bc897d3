// A credit extract for procurement and tender (信用查詢): up to a thousand bodies at once, as they stand on the day, good for that day.
import { cite } from '../../../kernel/citation.ts'
import { addMonths } from '../../../kernel/day.ts'
import { amount, choice, day, integer, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import type { Term } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'
import { monthsOf, standing } from './entry.ts'
import { isMajorBreach, type LargeFine } from './major-breach.ts'

/** Codes that one query may name. */
export const mostCodes = 1000

const resultLine = {
  code: party(words('统一社会信用代码', 'Credit code'), { searched: true }),
  name: text(words('名称', 'Name'), { optional: true, length: 120 }),
  grade: text(words('质量信用类别', 'Class'), { optional: true, length: 4 }),
  points: text(words('分值', 'Points'), { optional: true, length: 20 }),
  listedUntil: day(words('严重违法失信名单，至', 'On the list of serious breaches until'), { optional: true }),
  penalties: integer(words('回溯期内的重大违法处罚', 'Major breaches in the years looked back on')),
  breaches: integer(words('计入的失信记录', 'Breaches that count')),
  objected: integer(words('异议中的记录', 'Entries objected to')),
}

export interface ExtractLine {
  readonly code: string
  readonly name: string | null
  readonly grade: string | null
  readonly points: string | null
  readonly listedUntil: string | null
  readonly penalties: number
  readonly breaches: number
  readonly objected: number
}

export const creditExtract = register('credit-extract', {
  title: words('信用查询', 'Credit extracts'),
  number: 'CX{year}{seq}',
  headline: 'project',
  readBy: ['reader'],
  listed: ['purchaser', 'project', 'purpose', 'day', 'asked'],
  fields: {
    purchaser: text(words('查询单位', 'Asked by'), { length: 120 }),
    project: text(words('项目名称和编号', 'Project and its number'), { length: 200 }),
    purpose: choice(words('用途', 'Purpose'), {
      procurement: words('政府采购', 'Government procurement'),
      tender: words('工程招标', 'Tender for works'),
      other: words('其他依法使用', 'Other use by law'),
    }),
    day: day(words('查询日期（当日有效）', 'Day of the query, and the only one on which it holds'), { optional: true }),
    asked: integer(words('被查询单位数', 'How many bodies'), { optional: true }),
    lookBack: day(words('处罚回溯自', 'Penalties looked back on from'), { optional: true }),
    largeFine: amount(words('较大数额罚款起点', 'A fine is a larger one from'), { optional: true, unit: '元' }),
    rule: text(words('分类规则', 'Rule of the class'), { optional: true, length: 80 }),
    result: rows(words('结果', 'Result'), resultLine, { optional: true, most: mostCodes }),
    outdated: yes(words('已有更正', 'Corrected since'), { optional: true }),
    reason: text(words('更正事由', 'What was corrected'), { optional: true, length: 200 }),
  },
})

/** A purchaser is authorised; what is shared inside only is not counted for one. */
const told = ['open', 'query'] as const
type Found = Awaited<ReturnType<Reading['list']>>[number]

function perCode(records: readonly Found[], field: string): ReadonlyMap<unknown, readonly Found[]> {
  const found = new Map<unknown, Found[]>()
  for (const record of records) found.set(record[field], [...(found.get(record[field]) ?? []), record])
  return found
}

interface Asked {
  readonly codes: readonly string[]
  /** Penalties are looked back on from this day. */
  readonly from: string
  readonly today: string
  readonly large: LargeFine
}

/** How bodies stand on the day of the act, one line for each code, in the order asked. */
async function linesFor({ codes, from, today, large }: Asked, at: Reading): Promise<{ rule: string; result: readonly ExtractLine[] }> {
  const most = 20 * mostCodes
  const [graded, bodies, listings, entries] = [
    await at.grades('credit.class', codes),
    await at.list('enterprise', { code: codes }, most),
    await at.list('serious-listing', { party: codes, state: ['published', 'repairAsked', 'repairing'] }, most),
    await at.list('credit-entry', { party: codes, category: ['minor', 'ordinary', 'serious'], state: standing, scope: told }, most),
  ]
  // What was imposed is read from the case itself: an entry says its degree, and neither the sum nor the sort of penalty.
  const since = entries.filter((each) => String(each['determined']) >= from)
  const sources = await Promise.all(
    ['case', 'outside-decision'].map((register) => {
      const id = since.flatMap((each) => (each['origin'] === register ? [String(each['originRecord'])] : []))
      return at.list(register, { id }, most)
    }),
  )
  const imposed = new Map(sources.flat().map((each) => [each.id, each]))
  const isMajor = (each: Found): boolean => {
    const penalty = imposed.get(String(each['originRecord']))
    return penalty !== undefined && isMajorBreach({ ...penalty, category: each['category'] } as never, large)
  }
  const [names, listed, filed] = [perCode(bodies, 'code'), perCode(listings, 'party'), perCode(entries, 'party')]
  const grades = new Map(graded.map((each) => [each.subject, each]))
  const result = codes.map((code) => {
    const own = filed.get(code) ?? []
    const name = (names.get(code)?.[0]?.['name'] ?? own[0]?.['partyName'] ?? listed.get(code)?.[0]?.['partyName'] ?? null) as string | null
    // Of a body that nobody registered and of which nothing is on file nothing is known: no class is not a good one.
    const grade = name === null ? undefined : grades.get(code)
    // One whose last day is over stands there no more, also before it is taken off.
    const until = listed.get(code)?.map((each) => String(each['until'])).filter((last) => last >= today).toSorted().at(-1) ?? null
    return {
      code,
      name,
      grade: grade?.grade ?? null,
      points: grade?.points ?? null,
      listedUntil: until,
      penalties: own.filter(isMajor).length,
      breaches: own.length,
      objected: own.filter((each) => each.state === 'objected').length,
    }
  })
  return { rule: graded[0]?.edition ?? '', result }
}

const law = cite('government-procurement-law', '22')

export const extracting = procedure(creditExtract, {
  duties: { purchaser: words('采购人、招标人', 'Purchaser'), officer: words('信用管理人员', 'Credit officer'), clerk: words('记录人', 'Clerk') },
  states: { valid: words('当日有效', 'Good for the day'), outdated: words('已有更正', 'Corrected since') },
  ends: ['valid', 'outdated'],
  opens: {
    title: words('查询', 'Query'),
    state: 'valid',
    by: ['purchaser', 'officer'],
    basis: law,
    asks: ['purchaser', 'project', 'purpose'],
    also: { codes: rows(words('被查询单位', 'Bodies asked about'), { code: party(words('统一社会信用代码', 'Credit code')) }, { most: mostCodes }) },
    async confirm(c, at) {
      const codes = codesOf(c.answers)
      const from = addMonths(c.today, -monthsOf(c.parameter('procurement.major-look-back').value as Term))
      const large = c.parameter('procurement.large-fine').value as LargeFine
      const { rule, result } = await linesFor({ codes, from, today: c.today, large }, at)
      return { day: c.today, asked: codes.length, lookBack: from, largeFine: large.general, rule, result: result as never, outdated: false }
    },
  },
  steps: (step) => ({
    outdate: step({
      title: words('更正失效', 'Corrected'),
      from: 'valid',
      to: 'outdated',
      by: 'clerk',
      basis: cite('hebei-credit-regulation'),
      asks: { reason: text(words('更正事由', 'What was corrected'), { length: 200 }) },
      gives: () => ({ outdated: true }),
    }),
  }),
})

/** Each code once, in the order in which it was first named. */
function codesOf(answers: unknown): readonly string[] {
  const rows = ((answers as { codes?: readonly { readonly code: string }[] }).codes ?? [])
  return [...new Set(rows.map(({ code }) => code))]
}
