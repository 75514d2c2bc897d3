// What follows from what in supervision: plan to draw, draw to sample, sample to laboratory and back.
import { cite, type Citation } from '../../../kernel/citation.ts'
import { linkage, type Cause } from '../../../kernel/linkage.ts'
import { words } from '../../../kernel/words.ts'
import type { DrawnRow, UnitRow } from './frame.ts'
import { purposeOf } from './plan.ts'
import { order } from './rules.ts'

type Row = Readonly<Record<string, unknown>>
const today: Citation = cite('samr-order-18')

/** An arranged draw carries what its samples will need: they are opened from the draw alone. */
export const planToDraw = linkage('supervision.plan-to-draw', {
  title: words('计划安排抽取', 'A plan arranges its draw'),
  when: { register: 'check-plan', step: 'call-draw' },
  then: {
    open: 'draw',
    with: ({ record, answers }) => ({
      title: answers['drawTitle'],
      plan: record.id,
      planNumber: record.number,
      purpose: purposeOf(record['kind'] as string),
      kind: record['kind'],
      frameKind: record['frame'],
      line: record['line'],
      productClass: record['productClass'],
      place: record['place'],
      items: record['items'],
      rule: record['rule'],
      mostQuantity: record['mostQuantity'],
    }),
  },
  by: 'organiser',
  basis: order,
})

/** One over the chance, and the term of variance that the estimate of a rate needs (Horvitz and Thompson; Hájek). */
export function expansionOf(chance: string): { readonly expansion: string; readonly spread: string } {
  const p = Number(chance)
  return { expansion: (1 / p).toFixed(9), spread: ((1 - p) / (p * p)).toFixed(9) }
}

function unitOf(record: Row & { readonly id: string }, drawn: DrawnRow): Row {
  const unit = (record['frame'] as readonly UnitRow[]).find(({ code }) => code === drawn.id)!
  return {
    plan: record['plan'],
    planNumber: record['planNumber'],
    draw: record.id,
    kind: record['kind'],
    stratum: drawn.stratum,
    inspectors: drawn.inspectors,
    origin: 'draw',
    originRecord: record.id,
    unit: unit.code,
    unitName: unit.name,
    place: unit.place,
  }
}

const sampleOf = (record: Row & { readonly id: string }, drawn: DrawnRow): Row => ({
  ...unitOf(record, drawn),
  ...expansionOf(drawn.chance),
  how: 'drawn',
  frame: record['frameKind'],
  line: record['line'],
  productClass: record['productClass'],
  items: record['items'],
  rule: record['rule'],
  mostQuantity: record['mostQuantity'],
})

const firstOnes = (record: Row): readonly DrawnRow[] => (record['result'] as readonly DrawnRow[]).filter(({ reserve }) => !reserve)
/** The reserve that this very call named: by the time it is followed, another may have been called. */
const calledBy = ({ record, answers }: Pick<Cause, 'record' | 'answers'>): DrawnRow => {
  const id = (answers['called'] as readonly { id: string }[]).at(-1)!.id
  return (record['result'] as readonly DrawnRow[]).find((one) => one.id === id)!
}
const isFor = (purpose: string) => ({ record }: { readonly record: Row }): boolean => record['purpose'] === purpose

export const drawToSamples = linkage('supervision.draw-to-samples', {
  title: words('抽取后逐户安排抽样', 'Each unit drawn gets its sample'),
  when: { register: 'draw', step: 'draw' },
  if: isFor('sample'),
  then: { open: 'sample', with: ({ record }) => firstOnes(record).map((drawn) => sampleOf(record, drawn)) },
  by: 'organiser',
  basis: order,
})

export const reserveToSample = linkage('supervision.reserve-to-sample', {
  title: words('启用候补后安排抽样', 'A reserve that is called gets its sample'),
  when: { register: 'draw', step: 'call-reserve' },
  if: isFor('sample'),
  then: { open: 'sample', with: (cause) => sampleOf(cause.record, calledBy(cause)) },
  by: 'organiser',
  basis: order,
})

export const drawToInspections = linkage('supervision.draw-to-inspections', {
  title: words('抽取后逐户安排检查', 'Each unit drawn gets its visit'),
  when: { register: 'draw', step: 'draw' },
  if: isFor('inspection'),
  then: { open: 'inspection', with: ({ record }) => firstOnes(record).map((drawn) => unitOf(record, drawn)) },
  by: 'organiser',
  basis: order,
})

export const reserveToInspection = linkage('supervision.reserve-to-inspection', {
  title: words('启用候补后安排检查', 'A reserve that is called gets its visit'),
  when: { register: 'draw', step: 'call-reserve' },
  if: isFor('inspection'),
  then: { open: 'inspection', with: (cause) => unitOf(cause.record, calledBy(cause)) },
  by: 'organiser',
  basis: order,
})

const clientOf = (record: Row): string => `监督抽查组织部门（计划 ${record['planNumber'] ?? '—'}）`
const orderOf = (record: Cause['record'], laboratory: unknown, seal: unknown, suffix: string): Row => ({
  laboratory,
  client: clientOf(record),
  origin: 'sample',
  originRecord: record.id,
  sampleName: record['product'],
  sampleNumber: `${record.number ?? record.id}${suffix}`,
  sealNumber: seal,
  productClass: record['productClass'],
  items: record['items'],
  rule: record['rule'],
})

export const sampleToOrder = linkage('supervision.sample-to-order', {
  title: words('送检即委托检验', 'A sample that is sent orders its test'),
  when: { register: 'sample', step: 'send' },
  then: { open: 'test-order', with: ({ record }) => orderOf(record, record['laboratory'], record['sealNumber'], '') },
  by: 'client',
  basis: order,
})

/** The backup sample goes to another laboratory; who the client is does not tell which body was checked. */
export const reinspectionToOrder = linkage('supervision.re-inspection-to-order', {
  title: words('受理复检即委托另一机构', 'A re-inspection orders a test elsewhere'),
  when: { register: 'sample', step: 'reinspect' },
  then: { open: 'test-order', with: ({ record }) => orderOf(record, record['reLaboratory'], record['backupSeal'], '-B') },
  by: 'client',
  basis: cite('product-quality-law', '15'),
})

const ofSample = ({ record }: { readonly record: Row }): boolean => record['origin'] === 'sample'
const toOrigin = ({ record }: { readonly record: Row }): string | null => (record['originRecord'] as string | null) ?? null

export const rejectedSample = linkage('supervision.rejected-sample', {
  title: words('实验室拒收的样品无效', 'A sample that the laboratory rejects is invalid'),
  when: { register: 'test-order', step: 'reject' },
  if: ofSample,
  then: { step: 'spoil', of: 'sample', on: toOrigin, with: ({ record }) => ({ reason: `检验机构拒收（委托 ${record.number ?? '—'}）：${record['reason'] ?? '封样不符'}` }) },
  by: 'organiser',
  basis: today,
})

/** What a sample keeps of a line of the report that failed. */
const failureNames = ['parameter', 'value', 'unit', 'expanded', 'comparison', 'limit', 'clause'] as const

export const reportToSample = linkage('supervision.report-to-sample', {
  title: words('检验报告回到样品', 'The report comes back to its sample'),
  when: { register: 'test-report', step: 'open' },
  if: ofSample,
  then: {
    step: 'take-report',
    of: 'sample',
    on: toOrigin,
    with: ({ record }) => ({
      reporter: record['laboratory'],
      report: record.number,
      found: record['verdict'],
      failed: (record['lines'] as readonly Row[])
        .filter((line) => line['verdict'] === 'fails')
        .map((line) => Object.fromEntries(failureNames.map((name) => [name, line[name] ?? null]))),
    }),
  },
  by: 'organiser',
  basis: order,
})

const relied = (step: 'withdraw' | 'replace', title: ReturnType<typeof words>) =>
  linkage(`supervision.report-${step}`, {
    title,
    when: { register: 'test-report', step },
    if: ofSample,
    then: { step: 'report-withdrawn', of: 'sample', on: toOrigin, with: ({ record, answers }) => ({ report: record.number, reason: answers['why'] ?? '—' }) },
    by: 'organiser',
    basis: order,
  })

export const reportWithdrawn = relied('withdraw', words('报告撤回后样品退回待定', 'A withdrawn report takes the result with it'))
export const reportReplaced = relied('replace', words('报告更改后样品等待新版', 'A replaced report leaves its sample waiting for the next edition'))

export const samplingLinks = [
  planToDraw, drawToSamples, reserveToSample, drawToInspections, reserveToInspection, sampleToOrder, reinspectionToOrder,
  rejectedSample, reportToSample, reportWithdrawn, reportReplaced,
]
