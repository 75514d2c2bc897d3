// A screening of results (数据异常核查): a matter to look at with the laboratory’s raw records, opened by a pattern and closed by a reason.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { choice, day, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { procedure, type Reading } from '../../../kernel/procedure.ts'
import { register, type AnyRecord } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { patterns, type ScreeningRules } from './made-up-results.ts'
import { testingRefusals } from './refusals.ts'
import { findingsIn, type Finding, type ScreenedReport } from './screened-reports.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

export const resultScreening = register('result-screening', {
  title: words('检测数据核查', 'Results to look at'),
  number: 'SC{year}{seq}',
  headline: 'matter',
  listed: ['matter', 'laboratory', 'productClass', 'from', 'to', 'reports'],
  fields: {
    laboratory: party(words('机构', 'Laboratory'), { fixed: true }),
    productClass: choice(words('产品类别', 'Product class'), productClasses, { fixed: true }),
    from: day(words('检测日期自', 'Analysed from'), { fixed: true }),
    to: day(words('检测日期至', 'Analysed to'), { fixed: true }),
    reports: integer(words('核查的报告数', 'Reports looked at'), { optional: true, minimum: '0' }),
    matter: text(words('待核实的情形', 'What is to be looked at'), { optional: true, length: 120 }),
    findings: rows(
      words('发现的情形（只是核查线索，不是结论）', 'Patterns found (leads to look at, no verdict)'),
      {
        pattern: choice(words('情形', 'Pattern'), patterns),
        about: text(words('涉及', 'About'), { length: 200 }),
        p: text(words('如实测量时的概率', 'Chance in honest data'), { optional: true, length: 20 }),
        zh: text(words('说明', 'In words'), { length: 500 }),
        en: text(words('说明（英文）', 'In English'), { length: 500 }),
      },
      { optional: true, most: 200 },
    ),
    seen: text(words('情形标识', 'Mark of the patterns'), { optional: true, length: 600 }),
    explanation: text(words('机构说明和原始记录核对情况', 'What the laboratory and its raw records say'), { optional: true, length: 1000 }),
  },
})

type Report = AnyRecord & Readonly<{ orderNumber: string; sampleNumber: string | null; analysed: string; lines: ScreenedReport['lines'] }>

interface Period {
  readonly laboratory: string
  readonly productClass: string
  readonly from: string
  readonly to: string
}

/** Valid reports of the laboratory for the class in the period, the newest thousand, with the hours of their orders. */
async function reportsIn({ laboratory, productClass, from, to }: Period, at: Reading): Promise<readonly ScreenedReport[]> {
  const orders = await at.list('test-order', { laboratory, productClass, state: 'reported' })
  const hours = new Map(orders.map((order) => [order.number, order['turnround'] as number | null]))
  const reports = (await at.list('test-report', { laboratory, productClass, state: 'issued' })) as readonly Report[]
  return reports
    .filter(({ analysed }) => from <= analysed && analysed <= to)
    .map(({ number, orderNumber, sampleNumber, analysed, lines }) => ({
      number: number ?? orderNumber, sample: sampleNumber, analysed, hours: hours.get(orderNumber) ?? null, lines,
    }))
}

const markOf = (findings: readonly Finding[]): string =>
  findings.map(({ pattern, about }) => `${pattern}:${about}`).sort().join(';').slice(0, 600)
const matterOf = (findings: readonly Finding[]): string =>
  [...new Set(findings.map(({ pattern }) => patterns[pattern].zh))].join('、').slice(0, 120)

const explained = { explanation: text(words('机构说明和原始记录核对情况', 'What the laboratory and its raw records say'), { length: 1000 }) }

export const screening = procedure(resultScreening, {
  duties: { accreditor: words('资质认定部门', 'Accrediting authority'), reader: words('查阅人', 'Reader') },
  states: {
    raised: words('待核实', 'To be looked at'),
    asked: words('已请机构说明', 'The laboratory was asked'),
    explained: words('已说明，没有问题', 'Explained: nothing is wrong'),
    inspected: words('转现场检查', 'Handed to an inspection'),
  },
  ends: ['explained', 'inspected'],
  opens: {
    title: words('核查一段时间的结果', 'Screen the results of a period'),
    state: 'raised',
    by: 'accreditor',
    basis: iso('7.7'),
    asks: ['laboratory', 'productClass', 'from', 'to'],
    check(c) {
      if (c.answers.to < c.answers.from) refuse('ends-before-it-begins', { field: 'to' })
    },
    async confirm(c, at) {
      const reports = await reportsIn(c.answers, at)
      const rules = c.parameter('testing.screening').value as ScreeningRules
      const findings = findingsIn(reports, rules, c.parameter('testing.method-hours').value as Readonly<Record<string, number>>)
      if (findings.length === 0) refuse('nothing-to-ask', { count: reports.length })
      const seen = markOf(findings)
      const { laboratory, productClass } = c.answers
      if ((await at.count('result-screening', { laboratory, productClass, seen })) > 0) refuse('asked-already')
      return { reports: reports.length, findings, seen, matter: matterOf(findings) } as never
    },
  },
  steps: (step) => ({
    ask: step({ title: words('请机构说明并提供原始记录', 'Ask the laboratory for its raw records'), from: 'raised', to: 'asked', by: 'accreditor', basis: iso('7.5') }),
    explain: step({ title: words('核实没有问题', 'Close as explained'), from: ['raised', 'asked'], to: 'explained', by: 'accreditor', basis: iso('7.7'), asks: explained }),
    inspect: step({
      title: words('不能说明的，转现场检查', 'Hand what is not explained to an inspection'),
      from: 'asked',
      to: 'inspected',
      by: 'accreditor',
      basis: cite('samr-order-39'),
      asks: explained,
    }),
  }),
})

/** On the page of integrity: a pattern that nobody has looked into yet. */
export const resultsToLookAt = check('results-to-look-at', {
  title: words('检测数据有待核实（线索，不是结论）', 'Results to look at (a lead, no verdict)'),
  of: 'result-screening',
  among: { field: 'state', in: ['raised', 'asked'] },
  severity: 'warning',
  why: words(
    '出现了如实测量时很少出现的情形：末位数字不均、序列重复、报告雷同或者用时不足。偶然、仪器分度、同批样品都可能造成；也可能没有真正检测，而判定和处罚都以这些数据为依据。',
    'Patterns were found that honest measuring hardly gives: uneven digits, a series that comes again, reports alike, or too little time. Chance, a coarse scale or samples of one lot may be behind it; or nothing was measured, while verdicts and penalties rest on it.',
  ),
  remedy: words(
    '先请机构说明并提供原始记录、仪器数据和样品流转记录；说得清的写明理由结束，说不清的转现场检查。没有核实之前不得据此处理。',
    'First ask the laboratory for its raw records, the data of its instruments and the custody of the samples; close with the reason what is explained, and hand the rest to an inspection. Nothing may be decided on the pattern alone.',
  ),
  basis: iso('7.7'),
})
