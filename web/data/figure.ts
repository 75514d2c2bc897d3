// One figure as its page shows it: what it is about in words, its method, its series, and what rests on it.
import { citationKey } from '../../kernel/citation.ts'
import type { Edition, Measure } from '../../kernel/measure.ts'
import { qualities, type Quality } from '../../kernel/stream.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Engine } from '../../store/engine.ts'
import { figuresOf, type Figure } from '../../store/measures/figures.ts'
import type { Origin } from '../../store/measures/lineage.ts'
import type { ShownFigure } from '../../store/measures/shown.ts'
import type { Warehouse } from '../../store/warehouse/warehouse.ts'
import { dailyItemTitles, reasons } from '../../systems/domains/environment/index.ts'
import { namesOf, type Naming } from './names.ts'

export const addressOf = (figure: { readonly measure: string; readonly cell: string }): string =>
  `/figures/${figure.measure}/${encodeURIComponent(figure.cell)}`

export interface ParameterUsed {
  readonly title: Words
  readonly name: string
  readonly from: string
  readonly mark: string
  readonly note: Words | null
  readonly basis: string | null
}

export interface SeriesPoint {
  readonly at: string
  readonly value: string | null
  readonly href: string
}

export interface FigureView {
  readonly measure: Measure
  readonly figure: ShownFigure
  readonly others: readonly ShownFigure[]
  readonly about: readonly (readonly [Words, Words])[]
  readonly edition: Edition | undefined
  readonly parameters: readonly ParameterUsed[]
  readonly series: readonly SeriesPoint[]
  /** Columns and cells of what it rests on; null where even their number is withheld. */
  readonly rests: Table | null
  readonly page: number
}

export interface Table {
  readonly kind: Origin['kind']
  readonly total: number
  readonly withheld: number
  readonly columns: readonly { readonly title: Words; readonly number: boolean }[]
  readonly rows: readonly (readonly (Words | string | Linked)[])[]
}

export interface Linked {
  readonly text: Words | string
  readonly href: string
}

const column = (zh: string, en: string, number = false) => ({ title: words(zh, en), number })

const itemTitle = (engine: Engine, stream: string, item: string): Words =>
  engine.house.streams.get(stream)?.items[item]?.title ?? words(item, item)

/** Why a reading is held back, shortly; null where the reason is what somebody wrote. */
export const heldBackFor = (reason: string | null): Words | null =>
  reason === null ? null : (reasons[reason as keyof typeof reasons]?.title ?? null)

const reasonOf = (reason: unknown): Words | string => (typeof reason === 'string' ? (heldBackFor(reason) ?? reason) : '')

function readingRow(engine: Engine, item: Readonly<Record<string, unknown>>): readonly (Words | string | Linked)[] {
  const [stream, point, name, at] = [item['stream'], item['point'], item['item'], item['at']].map(String) as [
    string,
    string,
    string,
    string,
  ]
  const quality = qualities[item['quality'] as Quality]
  const shown = item['value'] === null ? '—' : trimmed(String(item['value']))
  const href = `/readings/${stream}/${encodeURIComponent(point)}/${name}/${encodeURIComponent(at)}`
  return [
    { text: at.replace(' 00:00', ''), href },
    itemTitle(engine, stream, name),
    shown,
    quality,
    reasonOf(item['reason']),
    String(item['version']),
  ]
}

const trimmed = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)

function figureRow(engine: Engine, naming: Naming, item: Readonly<Record<string, unknown>>): readonly (Words | string | Linked)[] {
  const measure = engine.house.measures.get(String(item['measure']))!
  const cell = String(item['cell'])
  const href = `${addressOf({ measure: measure.name, cell })}${Number(item['revision']) > 1 ? `?revision=${String(item['revision'])}` : ''}`
  const names = cell
    .split('|')
    .slice(0, -1)
    .map((pair) => pair.split('=') as [string, string])
  const said = names.filter(([name]) => name !== 'list' && name !== 'province').map(([name, value]) => naming.value(measure, name, value))
  const about = words(said.map((w) => w.zh).join(' · ') || measure.title.zh, said.map((w) => w.en).join(' · ') || measure.title.en)
  return [{ text: about, href }, measure.title, String(item['at']), String(item['value'] ?? '—'), String(item['n'])]
}

function recordRow(engine: Engine, measure: Measure, item: Readonly<Record<string, unknown>>): readonly (Words | string | Linked)[] {
  const register = String(item['register'])
  const publication = [...engine.house.publications.values()].find((p) => p.of.name === register)
  const state = engine.house.procedureOf(register).states[String(item['state'])] ?? words(String(item['state']), String(item['state']))
  const id = String(item['id'])
  const open = measure.origin === 'as-published' && publication
  return [open ? { text: id.slice(0, 8), href: `/data/${publication.name}/${id}` } : id.slice(0, 8), state, String(item['on'] ?? '—')]
}

const columns = {
  reading: [
    column('时间', 'Time'),
    column('项目', 'Item'),
    column('读数', 'Reading', true),
    column('质量', 'Quality'),
    column('说明', 'Remark'),
    column('版本', 'Version', true),
  ],
  figure: [
    column('对象', 'Of'),
    column('指标', 'Measure'),
    column('时段', 'Period'),
    column('数值', 'Value', true),
    column('n', 'n', true),
  ],
  record: [column('记录', 'Record'), column('当时状态', 'State then'), column('日期', 'Date')],
} as const

function tableOf(engine: Engine, naming: Naming, measure: Measure, rests: Origin): Table {
  const row = (item: Readonly<Record<string, unknown>>) =>
    rests.kind === 'reading'
      ? readingRow(engine, item)
      : rests.kind === 'figure'
        ? figureRow(engine, naming, item)
        : recordRow(engine, measure, item)
  return { kind: rests.kind, total: rests.total, withheld: rests.withheld, columns: columns[rests.kind], rows: rests.items.map(row) }
}

function parametersOf(engine: Engine, figure: ShownFigure): readonly ParameterUsed[] {
  return figure.parameters.map(({ name, from, mark }) => {
    const version = engine.parameters.all.find((p) => p.name === name)?.versions.find((v) => v.from === from)
    const title = engine.parameters.all.find((p) => p.name === name)?.title ?? words(name, name)
    return { title, name, from, mark, note: version?.note ?? null, basis: version ? citationKey(version.basis) : null }
  })
}

const editionOf = (measure: Measure, figure: ShownFigure): Edition | undefined =>
  measure.editions.find((edition) => figure.edition === `${edition.name} (${citationKey(edition.basis)})`)

export interface Opened {
  readonly measure: Measure
  readonly figure: ShownFigure
  readonly others: readonly ShownFigure[]
  readonly rests: Origin | null
  readonly page: number
}

export async function figureView(
  engine: Engine,
  warehouse: Warehouse,
  opened: Opened,
  see: (figure: Figure) => ShownFigure,
): Promise<FigureView> {
  const { measure, figure } = opened
  const naming = await namesOf(engine)
  const series = await figuresOf(warehouse, {
    measure: measure.name,
    dimensions: figure.dimensions,
    ...(measure.period === 'day' ? { within: figure.at.slice(0, 7) } : {}),
  })
  return {
    ...opened,
    about: Object.entries(figure.dimensions).map(([name, value]) => [
      naming.dimension(measure, name),
      naming.value(measure, name, String(value)),
    ]),
    edition: editionOf(measure, figure),
    parameters: parametersOf(engine, figure),
    series: series
      .slice(-62)
      .map(see)
      .map(({ at, value, cell }) => ({ at, value, href: addressOf({ measure: measure.name, cell }) })),
    rests: opened.rests && tableOf(engine, naming, measure, opened.rests),
  }
}

/** What the notes of an air figure say, in words; notes that have no wording are left to the interface. */
export function notesOf(notes: Readonly<Record<string, unknown>> | null): readonly (readonly [Words, Words])[] {
  if (!notes) return []
  const item = (name: unknown): Words => dailyItemTitles[name as keyof typeof dailyItemTitles] ?? words(String(name), String(name))
  const list = (names: unknown): Words | null => {
    const said = Array.isArray(names) ? names.map((name) => item(name === 'o3' ? 'o3_8h' : name)) : []
    return said.length === 0 ? null : words(said.map((w) => w.zh).join('、'), said.map((w) => w.en).join(', '))
  }
  const parts = notes['parts'] as { item: string; index: string }[] | undefined
  const [primary, over] = [list(notes['primary']), list(notes['over'])]
  const days = notes['days'] ?? notes['valid']
  return [
    ...(primary ? [[words('首要污染物', 'Primary pollutant'), primary] as const] : []),
    ...(over ? [[words('超标污染物', 'Above the limit'), over] as const] : []),
    ...(notes['kind'] === 'trial'
      ? [[words('性质', 'Kind'), words('试算值：有效数据不足', 'Trial value: too few valid data')] as const]
      : []),
    ...(notes['largest'] ? [[words('最大单项', 'Weighs most'), item(notes['largest'])] as const] : []),
    ...(parts ?? []).map((part) => [item(part.item), words(part.index, part.index)] as const),
    ...(typeof days === 'number' && typeof notes['expected'] === 'number'
      ? [[words('有数据的天数', 'Days with data'), words(`${days} / ${notes['expected']}`, `${days} / ${notes['expected']}`)] as const]
      : []),
    ...(typeof notes['good'] === 'number'
      ? [[words('优良天数', 'Good days'), words(String(notes['good']), String(notes['good']))] as const]
      : []),
  ]
}
