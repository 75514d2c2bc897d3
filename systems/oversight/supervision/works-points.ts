// Witness points of a supervised project (見證點): R papers, W presence, H a halt; what is not released holds back what comes after it.
import { choice, day, text } from '../../../kernel/kinds.ts'
import type { Values } from '../../../kernel/field.ts'
import { words } from '../../../kernel/words.ts'
import { supervisionRefusals } from './refusals.ts'

const { refuse } = supervisionRefusals
const opt = { optional: true } as const

export const pointKinds = {
  H: words('停止见证点（H）', 'Hold point (H)'),
  W: words('现场见证点（W）', 'Witness point (W)'),
  R: words('文件见证点（R）', 'Review point (R)'),
} as const

export const phases = { making: words('制造', 'Making'), installing: words('安装', 'Installation') } as const

export const pointStates = {
  awaiting: words('待通知', 'Not called yet'),
  called: words('待见证', 'Called'),
  witnessed: words('已见证', 'Witnessed'),
  held: words('扣留', 'Held'),
  released: words('已放行', 'Released'),
  waived: words('放弃见证', 'Waived'),
} as const

/** A point as the outline plans it. */
export const plannedPoint = {
  code: text(words('编号', 'Code'), { length: 20 }),
  what: text(words('见证内容', 'What is witnessed'), { length: 200 }),
  kind: choice(words('类别', 'Kind'), pointKinds),
  phase: choice(words('阶段', 'Phase'), phases),
}

export const pointLine = {
  ...plannedPoint,
  state: choice(words('状态', 'State'), pointStates),
  calledFor: day(words('约定见证日期', 'Called for'), { optional: true, mayLieAhead: true }),
  on: day(words('见证日期', 'Witnessed on'), opt),
  witness: text(words('见证人员证号', 'Certificate of the witness'), { optional: true, length: 40 }),
  finding: text(words('见证记录', 'Finding'), { optional: true, length: 500 }),
  note: text(words('放行单号或者理由', 'Release note or reason'), { optional: true, length: 200 }),
}
export type Point = Values<typeof pointLine>
type Points = readonly Point[]

export const dispositions = {
  rework: words('返工、返修', 'Reworked'),
  concession: words('让步接收', 'Accepted by concession'),
  replaced: words('更换、报废', 'Replaced or scrapped'),
} as const

export const faultLine = {
  number: text(words('不符合项编号', 'Number'), { length: 10 }),
  point: text(words('见证点', 'Point'), { optional: true, length: 20 }),
  on: day(words('发现日期', 'Found on')),
  what: text(words('不符合内容', 'What does not conform'), { length: 500 }),
  disposition: choice(words('处理', 'What was done'), dispositions, opt),
  settled: day(words('关闭日期', 'Settled on'), opt),
  note: text(words('处理说明', 'Note'), { optional: true, length: 500 }),
}
export type Fault = Values<typeof faultLine>

/** The outline with its points in the order of the work: making before installation. */
export function planned(points: readonly Values<typeof plannedPoint>[]): Points {
  const codes = points.map(({ code }) => code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) refuse('point-repeated', { code: twice, field: 'outlinePoints' })
  const fresh = { state: 'awaiting', calledFor: null, on: null, witness: null, finding: null, note: null } as const
  const of = (phase: string): Points => points.filter((point) => point.phase === phase).map((point) => ({ ...point, ...fresh }))
  return [...of('making'), ...of('installing')]
}

/** The point that is meant, in the phase that runs. */
export function pointIn(points: Points | null, code: string, phase: string): Point {
  const found = (points ?? []).find((point) => point.code === code)
  if (!found) return refuse('no-point', { code, field: 'point' })
  if (found.phase !== phase) refuse('point-other-phase', { code, field: 'point' })
  return found
}

/** Nothing goes on past a hold point that is not released. */
export function notHeldBack(points: Points | null, code: string): void {
  const list = points ?? []
  const before = list.slice(0, list.findIndex((point) => point.code === code))
  const hold = before.find(({ kind, state }) => kind === 'H' && state !== 'released')
  if (hold) refuse('hold-point', { hold: hold.code, state: pointStates[hold.state], field: 'point' })
}

export const changed = (points: Points | null, code: string, change: Partial<Point>): Points =>
  (points ?? []).map((point) => (point.code === code ? { ...point, ...change } : point))

const isDone = ({ kind, state }: Point): boolean => state === 'released' || (kind !== 'H' && (state === 'witnessed' || state === 'waived'))
export const openFaults = (faults: readonly Fault[] | null): readonly Fault[] => (faults ?? []).filter(({ settled }) => settled == null)

/** Every point of the phases is done and nothing that does not conform is left. */
export function allDone(points: Points | null, faults: readonly Fault[] | null, ...of: readonly string[]): void {
  const left = (points ?? []).filter((point) => of.includes(point.phase) && !isDone(point))
  if (left.length > 0) refuse('points-open', { codes: left.map(({ code }) => code).join('、') })
  const open = openFaults(faults)
  if (open.length > 0) refuse('fault-open', { numbers: open.map(({ number }) => number).join('、') })
}

interface Project {
  readonly points: Points | null
  readonly faults: readonly Fault[] | null
}

/** One more line among what does not conform, and its point held. */
export function faulted(record: Project, point: string | null, what: string, on: string) {
  const faults = record.faults ?? []
  const line: Fault = { number: `N${faults.length + 1}`, point, on, what, disposition: null, settled: null, note: null }
  return { faults: [...faults, line], ...(point === null ? {} : { points: changed(record.points, point, { state: 'held' }) }) }
}
