// The long tables of an opened draw, folded and in pages: frame with weights, inspectors with their conflicts, result with chances.
import { enterprise } from '../../systems/basis/parties/enterprise.ts'
import type { ReactNode } from 'react'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { DrawnRow, InspectorRow, UnitRow } from '../../systems/oversight/supervision/frame.ts'
import { Cell, Chip, grouped, Headings, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

/** What an opened draw publishes in rows. */
export interface OpenRows {
  readonly frame: readonly UnitRow[]
  readonly inspectors: readonly InspectorRow[]
  readonly result: readonly DrawnRow[]
  readonly called: readonly { readonly id: string; readonly why: string }[]
}

export const rowsIn = ({ values }: Published): OpenRows => ({
  frame: (values['frame'] ?? []) as OpenRows['frame'],
  inspectors: (values['inspectors'] ?? []) as OpenRows['inspectors'],
  result: (values['result'] ?? []) as OpenRows['result'],
  called: (values['called'] ?? []) as OpenRows['called'],
})

/** Rows of one page of a table. */
const perPage = 100

/** Where the reader stands in each table, as the address says, and what is looked for in the frame. */
export interface Places {
  readonly frame: number
  readonly result: number
  readonly inspectors: number
  readonly unit: string
}

export type TableName = 'frame' | 'result' | 'inspectors'

const addressOf = (places: Places, name: TableName, page: number): string => {
  const asked = { ...places, [name]: page }
  const query = new URLSearchParams()
  for (const each of ['frame', 'result', 'inspectors'] as const) if (asked[each] > 1) query.set(each, String(asked[each]))
  if (asked.unit !== '') query.set('unit', asked.unit)
  return `?${query}#${name}`
}

interface PagesProps<Row> {
  readonly name: TableName
  readonly rows: readonly Row[]
  readonly places: Places
  readonly s: Saying
  readonly children: (rows: readonly Row[]) => ReactNode
}

function Paged<Row>({ name, rows, places, s, children }: PagesProps<Row>) {
  const last = Math.max(1, Math.ceil(rows.length / perPage))
  const page = Math.min(places[name], last)
  const first = (page - 1) * perPage
  const shown = rows.slice(first, first + perPage)
  const at = `${grouped(first + 1)}–${grouped(first + shown.length)}`
  return (
    <>
      {children(shown)}
      {last > 1 && (
        <p className="small">
          {s.say(words(`第 ${at} 行，共 ${grouped(rows.length)} 行`, `Rows ${at} of ${grouped(rows.length)}`))}
          {page > 1 && (
            <>
              {' · '}
              <a href={addressOf(places, name, page - 1)}>{s.say(words('上一页', 'Previous page'))}</a>
            </>
          )}
          {page < last && (
            <>
              {' · '}
              <a href={addressOf(places, name, page + 1)}>{s.say(words('下一页', 'Next page'))}</a>
            </>
          )}
        </p>
      )}
    </>
  )
}

/** A chance to four figures; the whole number stands in the download. */
const chanceOf = (chance: string): string => String(Number(Number(chance).toPrecision(4)))

interface TableProps {
  readonly rows: OpenRows
  readonly places: Places
  readonly s: Saying
}

/** A stratum in the reader's words: frames of bodies are parted by their size. */
export function stratumIn(stratum: string, s: Saying): string {
  const size = enterprise.fields.size.choices?.[stratum]
  return size ? s.say(size.title) : written(stratum, s)
}

const titles = {
  unit: words('单位', 'Body'),
  code: words('统一社会信用代码', 'Credit code'),
  stratum: words('层', 'Stratum'),
  place: words('次序', 'Place'),
  weight: words('权重', 'Weight'),
  chance: words('入样概率', 'Chance'),
  drawn: words('结果', 'Outcome'),
  who: words('检查人员', 'Inspectors'),
  badge: words('执法证号', 'Certificate'),
  account: words('账号', 'Account'),
  avoids: words('声明应当回避的单位', 'Declared: must not visit'),
}

/** A result of more rows is folded: on a phone it is some hundred cards. */
const mostUnfolded = 12

export function ResultTable(props: TableProps) {
  const { rows, places, s } = props
  const count = grouped(rows.result.length)
  if (rows.result.length <= mostUnfolded) return <ResultRows {...props} />
  return (
    <details id="result" open={places.result > 1}>
      <summary>{s.say(words(`抽取结果，共 ${count} 家（含候补）`, `The result: ${count} units, reserves among them`))}</summary>
      <ResultRows {...props} />
    </details>
  )
}

function ResultRows({ rows, places, s }: TableProps) {
  const names = new Map(rows.frame.map(({ code, name }) => [code, name]))
  const badges = new Map(rows.inspectors.map(({ account, badge }) => [account, badge]))
  const called = new Map(rows.called.map(({ id, why }) => [id, why]))
  const inspectorsOf = (list: string | null): string => (list ?? '').split(' ').map((account) => badges.get(account) ?? account).join('、')
  const head = [titles.unit, titles.stratum, titles.place, titles.chance, titles.drawn, titles.who].map((text) => s.say(text))
  return (
    <Paged name="result" rows={rows.result} places={places} s={s}>
      {(shown) => (
        <div className="scroll" tabIndex={0}>
          <table className="stacks">
            <caption>{s.say(words('结果和每个单位的入样概率', 'The result, with the chance of each unit'))}</caption>
            <Headings titles={head} />
            <tbody>
              {shown.map((one) => (
                <tr key={one.id}>
                  <Cell title={head[0]!}>
                    <a href={s.to(`/enterprise/${one.id}`)}>{written(names.get(one.id), s)}</a> <small className="soft">{one.id}</small>
                  </Cell>
                  <Cell title={head[1]!}>{stratumIn(one.stratum, s)}</Cell>
                  <Cell title={head[2]!} number>
                    {one.place}
                  </Cell>
                  <Cell title={head[3]!} number>
                    {chanceOf(one.chance)}
                  </Cell>
                  <Cell title={head[4]!}>
                    {!one.reserve ? (
                      <Chip tone="good">{s.say(words('抽中', 'Drawn'))}</Chip>
                    ) : called.has(one.id) ? (
                      <>
                        <Chip tone="fair">{s.say(words('候补，已启用', 'Reserve, called'))}</Chip> {written(called.get(one.id), s)}
                      </>
                    ) : (
                      <Chip tone="plain">{s.say(words('候补', 'Reserve'))}</Chip>
                    )}
                  </Cell>
                  <Cell title={head[5]!}>
                    {one.inspectors ? inspectorsOf(one.inspectors) : s.say(words('人数不足，由负责人决定', 'too few free: a person decided'))}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Paged>
  )
}

export function FrameTable({ rows, places, s }: TableProps) {
  const wanted = places.unit.toLowerCase()
  const fitting = wanted === '' ? rows.frame : rows.frame.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(wanted))
  const drawn = new Map(rows.result.map((one) => [one.id, one]))
  const head = [titles.unit, titles.code, titles.stratum, titles.weight, titles.drawn].map((text) => s.say(text))
  const outcomeOf = (code: string): string => {
    const one = drawn.get(code)
    return one ? s.say(one.reserve ? words(`候补 ${one.place}`, `reserve ${one.place}`) : words(`抽中 ${one.place}`, `drawn ${one.place}`)) : '—'
  }
  return (
    <details id="frame" open={places.frame > 1 || places.unit !== ''}>
      <summary>{s.say(words(`名录和权重（${grouped(rows.frame.length)} 家）`, `Frame of ${grouped(rows.frame.length)} units, with weights`))}</summary>
      <form method="get" action="#frame" className="chooser" role="search">
        <div className="grow">
          <label htmlFor="find">{s.say(words('在名录中查找：名称或者代码', 'Find in the frame: name or code'))}</label>
          <input id="find" name="unit" type="search" defaultValue={places.unit} />
        </div>
        <button type="submit">{s.say(words('查找', 'Search'))}</button>
      </form>
      {fitting.length === 0 && <p className="notice">{s.say(words('名录中没有这样的单位。', 'There is no such body in the frame.'))}</p>}
      {fitting.length > 0 && (
        <Paged name="frame" rows={fitting} places={places} s={s}>
          {(shown) => (
            <div className="scroll" tabIndex={0}>
              <table className="stacks">
                <caption>{s.say(words('名录和权重', 'Frame and weights'))}</caption>
                <Headings titles={head} />
                <tbody>
                  {shown.map((unit) => (
                    <tr key={unit.code}>
                      <Cell title={head[0]!}>{written(unit.name, s)}</Cell>
                      <Cell title={head[1]!}>{unit.code}</Cell>
                      <Cell title={head[2]!}>{stratumIn(unit.stratum, s)}</Cell>
                      <Cell title={head[3]!} number>
                        {unit.weight ?? '1'}
                      </Cell>
                      <Cell title={head[4]!}>{outcomeOf(unit.code)}</Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Paged>
      )}
    </details>
  )
}

export function InspectorTable({ rows, places, s }: TableProps) {
  const head = [titles.badge, titles.account, titles.avoids].map((text) => s.say(text))
  const count = grouped(rows.inspectors.length)
  return (
    <details id="inspectors" open={places.inspectors > 1}>
      <summary>{s.say(words(`检查人员和回避声明（${count} 人）`, `Inspectors and declared conflicts (${count})`))}</summary>
      <Paged name="inspectors" rows={rows.inspectors} places={places} s={s}>
        {(shown) => (
          <div className="scroll" tabIndex={0}>
            <table className="stacks">
              <caption>{s.say(words('检查人员和回避声明', 'Inspectors and declared conflicts'))}</caption>
              <Headings titles={head} />
              <tbody>
                {shown.map((one) => (
                  <tr key={one.account}>
                    <Cell title={head[0]!}>{one.badge}</Cell>
                    <Cell title={head[1]!}>{one.account}</Cell>
                    <Cell title={head[2]!}>{one.avoids ?? s.say(words('无', 'none'))}</Cell>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </details>
  )
}
