// The test report (檢驗報告): sealed, verifiable off-line, replaced or withdrawn in the open, never altered.
import { cite } from '../../../kernel/citation.ts'
import { choice, day, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { publication } from '../../../kernel/publication.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { verdictOf, verdictOfAll, type Judged } from './conformity.ts'
import { comparisons, decisionRules, item, samplings } from './order.ts'
import { countingLine, resultLine, type Run } from './repeats.ts'
import { countsAsRenewed } from './holding.ts'
import { fitToReplace, mustBeAuthorised } from './fitness.ts'
import { reportNotice, reportPaper } from './report-papers.ts'
import { testingRefusals } from './refusals.ts'
import { verdicts } from './verdicts.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)
type Row = Readonly<Record<string, unknown>>

export const reportLine = {
  parameter: item.parameter,
  method: item.method,
  value: resultLine.value,
  unit: item.unit,
  expanded: resultLine.expanded,
  comparison: choice(words('判定方式', 'Comparison'), comparisons),
  limit: item.limit,
  clause: item.clause,
  verdict: choice(words('单项结论', 'Verdict'), verdicts),
  ...countingLine,
  subcontractor: party(words('分包机构', 'Subcontracted to'), { optional: true }),
  subcontractorName: text(words('分包机构名称', 'Name of the subcontractor'), { optional: true, length: 120 }),
}

/** A wrong factor changes the uncertainty with the value; left empty, it stays as it was. */
const correctedLine = { parameter: item.parameter, value: resultLine.value, expanded: resultLine.expanded }

export const testReport = register('test-report', {
  title: words('检验报告', 'Test reports'),
  number: 'BG{year}{seq}',
  headline: 'sampleName',
  concerns: ['laboratory', 'clientCode'],
  knownBy: ['orderNumber', 'edition'],
  listed: ['issued', 'sampleName', 'productClass', 'laboratory', 'verdict'],
  fields: {
    orderNumber: text(words('委托编号', 'Number of the order'), { length: 40 }),
    edition: integer(words('版次', 'Edition'), { minimum: '1' }),
    laboratory: party(words('检验机构', 'Laboratory')),
    laboratoryName: text(words('检验机构名称', 'Name of the laboratory'), { optional: true, length: 120 }),
    cma: text(words('资质认定证书编号', 'Number of the mark (CMA)'), { optional: true, length: 12 }),
    // Where the mark counts as renewed while its renewal is undecided, the report shows by which.
    markTo: day(words('资质有效期届满日', 'The term of the mark ended on'), { optional: true }),
    renewalNumber: text(words('视为准予的延续申请', 'Renewal that counts as granted'), { optional: true, length: 40 }),
    renewalOn: day(words('延续申请提出日期', 'Renewal asked for on'), { optional: true }),
    client: text(words('委托方', 'Client'), { length: 120 }),
    clientCode: party(words('委托方代码', 'Credit code of the client'), { optional: true }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    sampleName: text(words('样品名称', 'Sample'), { length: 120 }),
    sampleNumber: text(words('样品编号', 'Number of the sample'), { optional: true, length: 60 }),
    sampling: choice(words('样品来源', 'How the sample came'), samplings, { optional: true }),
    quantity: text(words('样品数量', 'How much of it'), { optional: true, length: 60 }),
    condition: text(words('样品状态', 'Condition'), { optional: true, length: 300 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    received: day(words('收样日期', 'Received on'), { optional: true }),
    analysed: day(words('检测日期', 'Analysed on')),
    issued: day(words('签发日期', 'Issued on')),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules),
    lines: rows(words('检验结果', 'Results'), reportLine, { most: 60 }),
    verdict: choice(words('检验结论', 'Verdict'), verdicts),
    signatory: text(words('授权签字人', 'Authorised signatory'), { account: true, length: 60 }),
    amendedBy: text(words('更改或者撤回的签字人', 'Who replaced or withdrew it'), { account: true, optional: true, length: 60 }),
    earlierRuns: integer(words('此前不计入的检测次数', 'Earlier runs that do not count'), { optional: true, minimum: '0' }),
    rerunWhy: text(words('重新检测或者更正的原因', 'Why it was analysed anew or corrected'), { optional: true, length: 500 }),
    replaces: text(words('代替的报告', 'Replaces the report'), { optional: true, length: 40 }),
    why: text(words('更改或者撤回理由', 'Why it was replaced or withdrawn'), { optional: true, length: 500 }),
    corrected: rows(words('更正后的结果', 'Corrected results'), correctedLine, { optional: true, most: 60 }),
  },
})

type Named = Readonly<{ name: string; until: string }>

/** What a laboratory was called on a day: the first of its former names that still held, or its name. */
const calledOn = (found: Row, day: string): string =>
  ((found['former'] ?? []) as readonly Named[]).find(({ until }) => day <= until)?.name ?? (found['name'] as string)

/** The lines with the name of whoever did what was subcontracted, as it was on the day. */
const naming = (lines: readonly Row[], day: string, at: Reading): Promise<readonly Row[]> =>
  Promise.all(
    lines.map(async (line) => {
      const other = line['subcontractor'] == null ? null : await at.first('laboratory', { code: line['subcontractor'] })
      return { ...line, subcontractorName: other && calledOn(other, day) }
    }),
  )

export const reporting = procedure(testReport, {
  duties: {
    signatory: words('授权签字人', 'Authorised signatory'),
    client: words('委托人', 'Client'),
    reader: words('查阅人', 'Reader'),
  },
  states: { issued: words('有效', 'Valid'), replaced: words('已更改', 'Replaced'), withdrawn: words('已撤回', 'Withdrawn') },
  ends: ['replaced', 'withdrawn'],
  opens: {
    title: words('签发报告', 'Issue'),
    state: 'issued',
    by: 'signatory',
    basis: iso('7.8'),
    issues: reportPaper,
    asks: [
      'orderNumber', 'edition', 'laboratory', 'client', 'clientCode', 'origin', 'originRecord', 'sampleName', 'sampleNumber',
      'sampling', 'quantity', 'condition', 'productClass', 'received', 'analysed', 'issued', 'rule', 'lines', 'verdict', 'signatory',
      'earlierRuns', 'rerunWhy', 'replaces',
    ],
    // A report follows from a signed order or from its correction; it says who the laboratory was on the day of its issue.
    async confirm(c, at) {
      if (c.actor.hand !== 'linkage') refuse('report-by-hand')
      const found = await at.first('laboratory', { code: c.answers.laboratory })
      const lines = (await naming(c.answers.lines, c.today, at)) as never
      if (!found) return { lines }
      const before = found['cmaFrom'] != null && c.today < (found['cmaFrom'] as string)
      const { certifiedTo: markTo, renewalNumber, renewalOn } = found as Row
      const ground = countsAsRenewed(found, c.today) ? ({ markTo, renewalNumber, renewalOn } as never as object) : {}
      return { ...ground, lines, laboratoryName: calledOn(found, c.today), cma: found[before ? 'cmaBefore' : 'cma'] as string }
    },
  },
  steps: (step) => ({
    replace: step({
      title: words('更改报告', 'Replace by a corrected one'),
      from: 'issued',
      to: 'replaced',
      by: 'signatory',
      basis: iso('7.8.8'),
      issues: reportNotice,
      asks: {
        why: text(words('更改理由', 'Why'), { length: 500 }),
        corrected: rows(words('更正后的结果', 'Corrected results'), correctedLine, { most: 60 }),
      },
      check({ record, answers }) {
        const reported = record.lines.map(({ parameter }) => parameter)
        const given = answers.corrected.map(({ parameter }) => parameter)
        const odd = given.find((one, at) => !reported.includes(one) || given.indexOf(one) !== at)
        if (odd !== undefined) refuse('not-ordered', { ordered: reported.join('、'), difference: odd, field: 'corrected' })
      },
      confirm: (c, at) => fitToReplace(c, at),
      gives: (c) => ({ amendedBy: c.actor.id }),
    }),
    withdraw: step({
      title: words('撤回报告', 'Withdraw'),
      from: 'issued',
      to: 'withdrawn',
      by: 'signatory',
      basis: iso('7.10'),
      issues: reportNotice,
      asks: { why: text(words('撤回理由', 'Why'), { length: 500 }) },
      confirm: (c, at) => mustBeAuthorised(c, 'sign', at),
      gives: (c) => ({ amendedBy: c.actor.id }),
    }),
  }),
})

const uncounted = { determinations: null, counted: null, spread: null, allowed: null }
const judgedLine = (line: Row, rule: unknown): Row => ({ ...line, verdict: verdictOf({ ...line, rule } as unknown as Judged) })
const verdictOfLines = (lines: readonly Row[]) => verdictOfAll(lines.map((line) => line['verdict'] as 'meets'))

/** The lines of a report from what was ordered and what was found, and who did what was subcontracted. */
function linesOf({ record }: Cause): readonly Row[] {
  const results = record['results'] as readonly Row[]
  const subcontracted = (record['subcontracted'] ?? []) as readonly Row[]
  return (record['items'] as readonly Row[]).map((ordered) => {
    const { instrument: _, ...found } = results.find((line) => line['parameter'] === ordered['parameter'])!
    const subcontractor = subcontracted.find((line) => line['parameter'] === ordered['parameter'])?.['laboratory'] ?? null
    return judgedLine({ ...ordered, ...found, subcontractor }, record['rule'])
  })
}

export const verdictOfOrder = (cause: Cause) => verdictOfLines(linesOf(cause))

/** How many runs do not count, and why the last one was made. */
function rerunOf({ record }: Cause): Row {
  const runs = (record['runs'] ?? []) as readonly Run[]
  const last = runs.reduce((most, { run }) => Math.max(most, run), 1)
  return last === 1 ? {} : { earlierRuns: last - 1, rerunWhy: runs.find(({ run, why }) => run === last && why !== null)?.why ?? null }
}

const dayIn = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)
const carried = [
  'laboratory', 'client', 'clientCode', 'origin', 'originRecord', 'sampleName', 'sampleNumber', 'sampling', 'quantity', 'condition', 'productClass',
  'received', 'analysed', 'rule',
] as const
const carriedOver = (record: Row): Row => Object.fromEntries(carried.map((field) => [field, record[field]]))

/** A signed order issues its report; nobody writes one by hand. */
export const orderToReport = linkage('testing.order-to-report', {
  title: words('签发后出具报告', 'A signed order issues its report'),
  when: { register: 'test-order', step: 'sign' },
  then: {
    open: 'test-report',
    with: (cause) => {
      const lines = linesOf(cause)
      return {
        ...carriedOver(cause.record),
        ...rerunOf(cause),
        signatory: cause.record['signatory'],
        orderNumber: cause.record.number,
        edition: 1,
        issued: dayIn(cause.occurred),
        lines,
        verdict: verdictOfLines(lines),
      }
    },
  },
  by: 'signatory',
  basis: iso('7.8'),
})

/** A correction issues the next edition under the same order; the old one stays readable and says that it was replaced. */
export const replacement = linkage('testing.replacement', {
  title: words('更改后出具新版报告', 'A correction issues the next edition'),
  when: { register: 'test-report', step: 'replace' },
  then: {
    open: 'test-report',
    with: ({ record, answers, occurred }) => {
      const corrected = answers['corrected'] as readonly Row[]
      const lines = (record['lines'] as readonly Row[]).map((line) => {
        const found = corrected.find((one) => one['parameter'] === line['parameter'])
        // A corrected value is no longer the mean of what was determined: how it came about stands in the reason.
        return judgedLine(found ? { ...line, value: found['value'], expanded: found['expanded'] ?? line['expanded'], ...uncounted } : line, record['rule'])
      })
      return {
        ...carriedOver(record),
        // Each edition names whoever signed it.
        signatory: record['amendedBy'],
        earlierRuns: record['earlierRuns'],
        rerunWhy: record['rerunWhy'],
        replaces: record.number,
        orderNumber: record['orderNumber'],
        edition: Number(record['edition']) + 1,
        issued: dayIn(occurred),
        lines,
        verdict: verdictOfLines(lines),
      }
    },
  },
  by: 'signatory',
  basis: iso('7.8.8'),
})

export const reports = publication('test-reports', {
  title: words('检验报告核验', 'Test reports'),
  of: testReport,
  states: ['issued', 'replaced', 'withdrawn'],
  fields: [
    'orderNumber', 'edition', 'laboratory', 'laboratoryName', 'cma', 'markTo', 'renewalNumber', 'renewalOn', 'sampleName', 'sampleNumber', 'sampling', 'productClass', 'analysed', 'issued', 'rule', 'lines',
    'verdict', 'earlierRuns', 'rerunWhy', 'replaces', 'why',
  ],
  basis: cite('product-quality-law', '19'),
  // What was replaced or withdrawn can still be read; its seal says that it no longer holds.
  sealed: ['issued'],
})
