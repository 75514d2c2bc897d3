// Quality-control charts (質控圖): control samples of a parameter and method, their limits, and what follows when they are out of control.
import { cite } from '../../../kernel/citation.ts'
import { choice, choices, day, integer, party, quantity, rows, text } from '../../../kernel/kinds.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { roundHalfEven, plainly } from '../../../kernel/rounding.ts'
import { words } from '../../../kernel/words.ts'
import { affectedResults, doubtedDays, reportedIn, withDays, type DoubtedDays } from './in-doubt.ts'
import { mustBeAuthorised } from './fitness.ts'
import { item } from './order.ts'
import { testingRefusals } from './refusals.ts'
import { individualLimits, signs, signsAt, type Sign, type SignLengths } from './shewhart.ts'

const { refuse } = testingRefusals
const iso = (clause: string) => cite('iso-iec-17025-2017', clause)
const decimal = { places: 6 } as const

/** What was found about results that were given while the process was out of control (ISO/IEC 17025, 7.10.1). */
export const extents = {
  none: words('不影响已有结果，理由见原因分析', 'No result is affected, for the reason given'),
  doubted: words('一段时间内的结果不可信，须重新检测', 'Results of some days are in doubt and are to be found anew'),
} as const

const controlLine = {
  on: day(words('检测日期', 'Analysed on')),
  value: quantity(words('结果', 'Result'), decimal),
  note: text(words('备注', 'Remark'), { optional: true, length: 200 }),
}

export const controlChart = register('control-chart', {
  title: words('质控图', 'Quality-control charts'),
  headline: 'parameter',
  concerns: 'laboratory',
  knownBy: ['laboratory', 'code'],
  listed: ['laboratory', 'code', 'parameter', 'method', 'instrument'],
  fields: {
    laboratory: party(words('机构', 'Laboratory')),
    code: text(words('质控图编号', 'Number of the chart'), { length: 40 }),
    parameter: item.parameter,
    method: item.method,
    unit: item.unit,
    instrument: text(words('设备编号', 'Number of the instrument'), { optional: true, length: 40, hint: words('不填为该方法的全部设备', 'All instruments of the method, when left empty') }),
    material: text(words('控制样品和批号', 'Control sample and its batch'), { length: 120 }),
    reference: quantity(words('标准值', 'Certified value'), { ...decimal, optional: true }),
    points: rows(
      words('质控结果', 'Control results'),
      { ...controlLine, by: text(words('检测人', 'Analyst'), { account: true, length: 60 }), signs: choices(words('失控判据', 'Signs'), signs, { optional: true }) },
      { optional: true, most: 400 },
    ),
    leftOut: rows(
      words('不计入控制限的点', 'Points left out of the limits'),
      { point: integer(words('第几点', 'Point'), { minimum: '1' }), why: text(words('查明的原因', 'Cause that was found'), { length: 200 }) },
      { optional: true, most: 10 },
    ),
    centre: quantity(words('中心线', 'Centre'), { ...decimal, optional: true }),
    sigma: quantity(words('标准差', 'Standard deviation'), { ...decimal, optional: true, minimum: '0' }),
    rangeLimit: quantity(words('移动极差上限', 'Limit of the moving range'), { ...decimal, optional: true, minimum: '0' }),
    fixedOn: day(words('控制限确定日期', 'Limits fixed on'), { optional: true }),
    base: integer(words('此前各点不再连续判断', 'Points before which no run begins'), { optional: true, minimum: '0' }),
    cause: text(words('原因分析', 'Cause'), { optional: true, length: 1000 }),
    correction: text(words('纠正措施', 'Correction'), { optional: true, length: 1000 }),
    extent: choice(words('对结果的影响', 'What it means for results'), extents, { optional: true }),
    doubtFrom: day(words('不可信自', 'In doubt from'), { optional: true }),
    doubtTo: day(words('不可信至', 'In doubt to'), { optional: true }),
    correctedAt: integer(words('纠正前的点数', 'Points before the correction'), { optional: true, minimum: '0' }),
    doubted: doubtedDays,
    affected: affectedResults,
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

export interface ControlPoint {
  readonly on: string
  readonly value: string
  readonly note: string | null
  readonly by: string
  readonly signs: readonly Sign[] | null
}

interface Charted {
  readonly state: string
  readonly points: readonly ControlPoint[] | null
  readonly centre: string | null
  readonly sigma: string | null
  readonly rangeLimit: string | null
  readonly base: number | null
}

interface Measuring {
  readonly record: Charted
  readonly answers: { readonly results: readonly Readonly<{ on: string; value: string; note: string | null }>[] }
  readonly actor: { readonly id: string }
  parameter(name: string): { readonly value: unknown }
}

/** The new points, each with the signs that it completes; before the limits are fixed there are none. */
function pointsAfter({ record, answers, actor, parameter }: Measuring): readonly ControlPoint[] {
  const before = record.points ?? []
  const all = [...before.map(({ value }) => Number(value)), ...answers.results.map(({ value }) => Number(value))]
  const lengths = record.centre === null ? {} : (parameter('testing.control-signs').value as SignLengths)
  const chart = { centre: Number(record.centre), sigma: Number(record.sigma), rangeLimit: Number(record.rangeLimit) }
  const added = answers.results.map((line, at) => {
    const found = signsAt(all.slice(record.base ?? 0, before.length + at + 1), chart, lengths)
    return { ...line, by: actor.id, signs: found.length > 0 ? found : null }
  })
  return [...before, ...added]
}

function stateAfter(c: Measuring): 'trial' | 'control' | 'out' | 'corrected' {
  const { state, points } = c.record
  const shown = pointsAfter(c).slice((points ?? []).length).some((point) => point.signs !== null)
  return state === 'trial' || !shown ? (state as 'trial') : 'out'
}

const kept = (value: number): string => roundHalfEven(plainly(String(value)), 6)

interface Fixing {
  readonly record: { readonly points: readonly ControlPoint[] | null }
  readonly answers: { readonly leftOut?: readonly { readonly point: number; readonly why: string }[] | null }
  parameter(name: string): { readonly value: unknown }
}

/** Limits from the trial: refused with too few points, with none that differ, and while a point lies outside without a cause. */
function limitsOfTrial({ record, answers, parameter }: Fixing) {
  const least = Number(parameter('testing.control-least').value)
  const out = (answers.leftOut ?? []).map(({ point }) => point)
  const all = (record.points ?? []).map(({ value }, at) => ({ value: Number(value), point: at + 1 }))
  const points = all.filter(({ point }) => !out.includes(point))
  if (points.length < least) refuse('too-few-control-results', { count: points.length, least, field: 'leftOut' })
  const { values, ranges } = individualLimits(points.map(({ value }) => value))
  if (values.sigma === 0) refuse('control-results-alike', { field: 'leftOut' })
  const beyond = points.filter(({ value }) => value < values.lower || value > values.upper).map(({ point }) => point)
  if (beyond.length > 0) refuse('trial-not-stable', { points: beyond.join('、'), field: 'leftOut' })
  return { centre: kept(values.centre), sigma: kept(values.sigma), rangeLimit: kept(ranges.upper), base: (record.points ?? []).length }
}

const pointsAtMost = 400
const roomToConfirm = 60

interface Correcting {
  readonly record: {
    readonly laboratory: string
    readonly code: string
    readonly parameter: string
    readonly method: string
    readonly instrument: string | null
    readonly doubted: readonly DoubtedDays[] | null
  }
  readonly answers: Readonly<{ extent: string; doubtFrom: string | null; doubtTo: string | null; cause: string }>
}

/** Days whose results are in doubt, with those of this correction. */
const doubtedAfter = ({ record, answers: { extent, doubtFrom, doubtTo, cause } }: Correcting) =>
  extent === 'doubted' ? withDays(record.doubted, { from: doubtFrom!, to: doubtTo!, cause }) : record.doubted

/** Whether a result rests on the chart: of its parameter and method, and of its instrument where it is of one. */
const restsOn = (chart: Correcting['record'], run: Omit<Resting, 'on'>): boolean =>
  chart.parameter === run.parameter && chart.method === run.method && (chart.instrument === null || chart.instrument === run.instrument)

async function affectedBy({ record, answers: { extent, doubtFrom, doubtTo } }: Correcting, at: Reading) {
  if (extent !== 'doubted') return { affected: null }
  const { laboratory, code: because } = record
  const days = { from: doubtFrom!, to: doubtTo! }
  return { affected: await reportedIn({ laboratory, source: 'chart', because, ...days, rests: (run) => restsOn(record, run) }, at) }
}

const why = { reason: text(words('理由', 'Reason'), { length: 500 }) }

export const controlling = procedure(controlChart, {
  duties: {
    laboratory: words('检验检测机构', 'Laboratory'),
    analyst: words('检测员', 'Analyst'),
    checker: words('校核员', 'Checker'),
    reviewer: words('审核员', 'Reviewer'),
    signatory: words('授权签字人', 'Authorised signatory'),
    reader: words('查阅人', 'Reader'),
  },
  states: {
    trial: words('积累数据', 'Trial'),
    control: words('受控', 'In control'),
    out: words('失控', 'Out of control'),
    corrected: words('已纠正，待确认', 'Corrected, to be confirmed'),
    retired: words('停用', 'Out of use'),
  },
  ends: ['retired'],
  opens: {
    title: words('建立质控图', 'Begin a chart'),
    state: 'trial',
    by: ['laboratory', 'checker'],
    basis: iso('7.7'),
    asks: ['laboratory', 'code', 'parameter', 'method', 'unit', 'instrument', 'material', 'reference'],
  },
  steps: (step) => ({
    measure: step({
      title: words('录入质控结果', 'Enter control results'),
      from: ['trial', 'control', 'out', 'corrected'],
      to: (c) => stateAfter(c as never),
      by: 'analyst',
      basis: iso('7.7'),
      returning: true,
      asks: { results: rows(words('质控结果（按检测先后，每次一行）', 'Control results in their order, one row each'), controlLine, { most: 60 }) },
      check({ record, answers, today }) {
        const days = [record.points?.at(-1)?.on ?? '', ...answers.results.map(({ on }) => on)]
        const late = days.find((each, at) => each > today || (at > 0 && each < days[at - 1]!))
        if (late !== undefined) refuse('control-out-of-order', { on: late, field: 'results' })
        // Room is kept for a chart to be shown in control again, without which nothing could be signed.
        const most = record.state === 'out' || record.state === 'corrected' ? pointsAtMost : pointsAtMost - roomToConfirm
        if (days.length - 1 + (record.points?.length ?? 0) > most) refuse('chart-full', { most, field: 'results' })
      },
      confirm: (c, at) => mustBeAuthorised(c, 'analyse', at),
      gives: (c) => ({ points: pointsAfter(c as never) as never }),
    }),
    fix: step({
      title: words('确定控制限', 'Fix the limits'),
      from: 'trial',
      to: 'control',
      by: 'checker',
      basis: iso('7.7'),
      asks: { leftOut: controlChart.fields.leftOut },
      check: (c) => void limitsOfTrial(c as never),
      confirm: (c, at) => mustBeAuthorised(c, 'check', at),
      gives: (c) => ({ ...limitsOfTrial(c as never), fixedOn: c.today }),
    }),
    correct: step({
      title: words('采取纠正措施', 'Correct'),
      from: 'out',
      to: 'corrected',
      by: ['analyst', 'laboratory'],
      basis: iso('8.7'),
      asks: {
        cause: text(words('原因分析', 'Cause'), { length: 1000 }),
        correction: text(words('纠正措施', 'Correction'), { length: 1000 }),
        extent: choice(words('对结果的影响', 'What it means for results'), extents),
        doubtFrom: controlChart.fields.doubtFrom,
        doubtTo: controlChart.fields.doubtTo,
      },
      check({ answers }) {
        const { extent, doubtFrom: from, doubtTo: to } = answers
        if (extent === 'doubted' && (from === null || to === null)) refuse('doubt-without-days', { field: 'doubtFrom' })
        if (from !== null && to !== null && to < from) refuse('ends-before-it-begins', { field: 'doubtTo' })
      },
      // No run and no moving range goes across the correction. Days in doubt stand from here on: another point out of control, or
      // another correction, takes none of them back.
      confirm: (c, at) => affectedBy(c, at) as never,
      gives(c) {
        const count = (c.record.points ?? []).length
        return { correctedAt: count, base: count, doubted: doubtedAfter(c) }
      },
    }),
    confirm: step({
      title: words('确认恢复受控', 'Confirm that it is in control again'),
      from: 'corrected',
      to: 'control',
      by: 'reviewer',
      basis: iso('7.7.3'),
      notBy: ['correct'],
      returning: true,
      check({ record }) {
        if ((record.points ?? []).length <= (record.correctedAt ?? 0)) refuse('not-shown-in-control', {})
      },
      confirm: (c, at) => mustBeAuthorised(c, 'review', at),
    }),
    reject: step({
      title: words('纠正措施不足，退回', 'Not enough was done'),
      from: 'corrected',
      to: 'out',
      by: 'reviewer',
      basis: iso('7.7.3'),
      notBy: ['correct'],
      returning: true,
      asks: why,
    }),
    // A chart that is out of control is not put aside: its correction comes first.
    retire: step({ title: words('停用', 'Take out of use'), from: ['trial', 'control'], to: 'retired', by: ['laboratory', 'checker'], basis: iso('7.7'), asks: why }),
  }),
})

interface Resting {
  readonly parameter: string
  readonly method: string
  readonly instrument: string
  readonly on: string
}

/** Refuses results whose chart is out of control or that were found on days in doubt (ISO/IEC 17025, 7.7.3). */
export async function inControl(laboratory: string, results: readonly Resting[], at: Reading): Promise<void> {
  const charts = await at.list('control-chart', { laboratory })
  for (const { parameter, method, instrument, on } of results)
    for (const chart of charts) {
      if (!restsOn(chart as never, { parameter, method, instrument })) continue
      const code = String(chart['code'])
      if (chart.state === 'out' || chart.state === 'corrected') refuse('out-of-control', { parameter, method, chart: code, field: 'results' })
      const doubted = (chart['doubted'] ?? []) as readonly { readonly from: string; readonly to: string }[]
      if (doubted.some(({ from, to }) => from <= on && on <= to)) refuse('result-in-doubt', { parameter, on, chart: code, field: 'results' })
    }
}
