// Pages of the office, derived from the declarations: to-do with lights, lists.
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import type { Page } from '../../kernel/page.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { ClockShown } from '../../store/records/clocks.ts'
import type { DueItem } from '../../store/records/due.ts'
import { Cited } from '../site/cited.tsx'
import { Cell, Headings } from '../site/published-parts.tsx'
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

const dueTitles = {
  light: words('亮灯', 'Light'),
  due: words('最迟', 'Due'),
  deadline: words('期限', 'Deadline'),
  number: words('编号', 'Number'),
  matter: words('事项', 'Matter'),
  article: words('依据', 'Article'),
}

export interface RegisterLink {
  readonly name: string
  readonly title: Words
  readonly count: number
}

export function DeskPage({
  due,
  registers,
  procedures,
  pages,
  person,
  csrf,
  s,
}: {
  due: readonly DueItem[]
  registers: readonly RegisterLink[]
  procedures: ReadonlyMap<string, Procedure>
  /** Pages made by hand for a duty that the person holds. */
  pages: readonly Page[]
  person: string
  csrf: string
  s: Saying
}) {
  const titleOf = (item: DueItem) =>
    procedures.get(item.register)?.deadlines.find((d) => d.name === item.deadline)?.title ?? words(item.deadline, item.deadline)
  const count = (light: ClockShown['light']) => due.filter((item) => item.light === light).length
  return (
    <>
      <h1>
        {s.say(words('工作台', 'To do'))} · {person}
      </h1>
      {pages.length > 0 && (
        <p>
          {pages.map((page) => (
            <a key={page.route} className="step-link" href={s.to(page.route)}>
              {s.say(page.title)}
            </a>
          ))}
        </p>
      )}
      <p>
        <span className="chip bad">
          {s.say(lights.red.title)} {count('red')}
        </span>{' '}
        <span className="chip fair">
          {s.say(lights.yellow.title)} {count('yellow')}
        </span>{' '}
        <span className="chip good">
          {s.say(lights.green.title)} {count('green')}
        </span>
      </p>
      {due.length === 0 ? (
        <p className="notice">{s.say(words('没有到期事项。', 'Nothing is due.'))}</p>
      ) : (
        <table className="stacks">
          <caption>{s.say(words('按到期先后', 'By what is due first'))}</caption>
          <Headings titles={Object.values(dueTitles).map(s.say)} />
          <tbody>
            {due.map((item) => (
              <tr key={`${item.record}${item.deadline}${item.run}`}>
                <Cell title={s.say(dueTitles.light)}>
                  <Light light={item.light} s={s} />
                </Cell>
                <Cell title={s.say(dueTitles.due)}>
                  {item.due ?? '—'}
                  {item.provisional ? ` (${s.say(words('暂定', 'provisional'))})` : ''}
                </Cell>
                <Cell title={s.say(dueTitles.deadline)}>{s.say(titleOf(item))}</Cell>
                <Cell title={s.say(dueTitles.number)}>
                  <a href={s.to(`/desk/${item.register}/${item.record}`)}>{item.number ?? item.record.slice(0, 8)}</a>
                </Cell>
                <Cell title={s.say(dueTitles.matter)}>{item.headline}</Cell>
                <Cell title={s.say(dueTitles.article)}>
                  <Cited to={item.rule} s={s} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{s.say(words('台账', 'Registers'))}</h2>
      <ul className="cards">
        {registers.map((r) => (
          <li className="card" key={r.name}>
            <b>
              <a href={s.to(`/desk/${r.name}`)}>{s.say(r.title)}</a>
            </b>
            <span className="soft">{r.count}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={s.to('/desk/me')}>{s.say(words('我的账号', 'My account'))}</a>
      </p>
      <form method="post" action={s.to('/desk/sign-out')}>
        <input type="hidden" name="_csrf" value={csrf} />
        <button type="submit">{s.say(words('退出', 'Sign out'))}</button>
      </form>
    </>
  )
}

export const shownValue = (field: Field, value: unknown, s: Saying): string =>
  value === null || value === undefined ? '—' : kindOf(field).show(value, field, s.language === 'en' ? 'en' : 'zh')

export const shown = (procedure: Procedure, record: AnyRecord, name: string, s: Saying): string =>
  shownValue(procedure.of.fields[name]!, record[name as keyof AnyRecord], s)

const numberTitle = words('编号', 'Number')
const stateTitle = words('状态', 'State')

export interface ListProps {
  readonly procedure: Procedure
  readonly records: readonly AnyRecord[]
  readonly columns: readonly string[]
  readonly query: Readonly<Record<string, string | undefined>>
  readonly next: string | null
  readonly canOpen: boolean
  readonly s: Saying
}

export function ListPage({ procedure, records, columns, query, next, canOpen, s }: ListProps) {
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
              <th scope="col" key={name}>
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
                <Cell key={name} title={s.say(register.fields[name]!.title)}>
                  {shown(procedure, record, name, s)}
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
