// Lists of the office, derived from the declarations, and how lights and terms are said.
import type { Field } from '../../kernel/field.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { ClockShown } from '../../store/records/clocks.ts'
import type { DeskNames } from '../data/desk-names.ts'
import { Cell } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'

const lights: Readonly<Record<ClockShown['light'], { readonly title: Words; readonly chip: string }>> = {
  green: { title: words('正常', 'In time'), chip: 'good' },
  yellow: { title: words('将到期', 'Soon due'), chip: 'fair' },
  red: { title: words('已超期', 'Overdue'), chip: 'bad' },
  grey: { title: words('暂停', 'Standing still'), chip: '' },
  blue: { title: words('已完成', 'Done'), chip: '' },
}

export const Light = ({ light, s }: { light: ClockShown['light']; s: Saying }) => (
  <span className={`chip ${lights[light].chip}`}>{s.say(lights[light].title)}</span>
)

const units: Readonly<Record<string, (n: number) => Words>> = {
  workday: (n) => words(`${n} 个工作日`, `${n} working day${n === 1 ? '' : 's'}`),
  day: (n) => words(`${n} 日`, `${n} day${n === 1 ? '' : 's'}`),
  hour: (n) => words(`${n} 小时`, `${n} hour${n === 1 ? '' : 's'}`),
  month: (n) => words(`${n} 个月`, `${n} month${n === 1 ? '' : 's'}`),
  year: (n) => words(`${n} 年`, `${n} year${n === 1 ? '' : 's'}`),
}

/** A term in the reader's words: 15 个工作日. */
export function termIn(term: string, s: Saying): string {
  const [length = '', unit = ''] = term.split(' ')
  return units[unit] ? s.say(units[unit](Number(length))) : term
}

const numberTitle = words('编号', 'Number')
const stateTitle = words('状态', 'State')

export interface ListProps {
  readonly procedure: Procedure
  readonly records: readonly AnyRecord[]
  readonly columns: readonly string[]
  readonly query: Readonly<Record<string, string | undefined>>
  readonly next: string | null
  readonly canOpen: boolean
  readonly names: DeskNames
  readonly s: Saying
}

const isNumber = ({ kind }: Field): boolean => kind === 'amount' || kind === 'quantity' || kind === 'integer'

/** Days stay on one line; the rest may break. */
const listed = (field: Field, value: unknown, names: DeskNames) =>
  field.kind === 'day' || field.kind === 'instant' ? <span className="whole">{names.value(field, value)}</span> : names.value(field, value)

export function ListPage({ procedure, records, columns, query, next, canOpen, names, s }: ListProps) {
  const register = procedure.of
  const searchable = Object.values(register.fields).some((field) => field.searched)
  const kept = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value && name !== 'after' ? [[name, value] as [string, string]] : [])),
  )
  return (
    <>
      <h1>{s.say(register.title)}</h1>
      <form method="get" className="paper" role="search">
        {searchable && (
          <div className="field">
            <label htmlFor="q">{s.say(words('名称包含（两个字以上）', 'Name holds (two characters or more)'))}</label>
            <input id="q" name="q" defaultValue={query['q'] ?? ''} />
          </div>
        )}
        <div className="field">
          <label htmlFor="state">{s.say(words('状态', 'State'))}</label>
          <select id="state" name="state" defaultValue={query['state'] ?? ''}>
            <option value="">{s.say(words('全部', 'All'))}</option>
            {Object.entries(procedure.states).map(([name, title]) => (
              <option key={name} value={name}>
                {s.say(title)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{s.say(words('查询', 'Search'))}</button>
      </form>
      <p>
        {canOpen && (
          <>
            <a className="button" href={s.to(`/desk/${register.name}/open`)}>
              {s.say(procedure.opens.title ?? words('登记', 'Enter'))}
            </a>{' '}
            <a href={`/api/v1/registers/${register.name}/template.xlsx`}>{s.say(words('导入模板', 'Import template'))}</a>{' '}
          </>
        )}
        <a href={`/api/v1/registers/${register.name}/export.xlsx?${kept.toString()}`}>{s.say(words('导出 Excel', 'Export to Excel'))}</a>{' '}
        <a href={`/api/v1/registers/${register.name}/export.csv?${kept.toString()}`}>CSV</a>
      </p>
      <table className="stacks">
        <thead>
          <tr>
            <th scope="col">{s.say(numberTitle)}</th>
            <th scope="col">{s.say(stateTitle)}</th>
            {columns.map((name) => (
              <th scope="col" key={name} className={isNumber(register.fields[name]!) ? 'number' : undefined}>
                {s.say(register.fields[name]!.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <Cell title={s.say(numberTitle)}>
                <a href={s.to(`/desk/${register.name}/${record.id}`)}>{record.number ?? record.id.slice(0, 8)}</a>
              </Cell>
              <Cell title={s.say(stateTitle)}>{s.say(procedure.states[record.state] ?? words(record.state, record.state))}</Cell>
              {columns.map((name) => (
                <Cell key={name} title={s.say(register.fields[name]!.title)} number={isNumber(register.fields[name]!)}>
                  {listed(register.fields[name]!, record[name as keyof AnyRecord], names)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {records.length === 0 && <p className="notice">{s.say(words('没有符合条件的记录。', 'No record matches.'))}</p>}
      {next && (
        <p>
          <a className="button" href={`?${new URLSearchParams([...kept, ['after', next]]).toString()}`}>
            {s.say(words('下一页', 'Next page'))}
          </a>
        </p>
      )}
    </>
  )
}
