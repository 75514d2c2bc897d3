// Finding a laboratory: product, parameter, method and day; the answer is who may give a result under its mark on that day.
import type { Register } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { lineHolds, markHolds, type ScopeFound, type ScopeQuery } from '../data/laboratories.ts'
import { Cell, grouped, Headings, valueIn, written } from './published-parts.tsx'
import { unitIn, type Saying } from './saying.ts'

interface LaboratoriesProps {
  readonly scope: Register
  readonly laboratory: Register
  readonly laboratories: readonly Published[]
  readonly lines: readonly Published[]
  /** Null while nothing is asked. */
  readonly found: readonly ScopeFound[] | null
  readonly asked: ScopeQuery
  readonly today: string
  readonly nameOf: (area: string) => string
  /** The city, or the county that reports to the province. */
  readonly cityOf: (area: string) => string
  readonly s: Saying
}

const titles = {
  laboratory: words('机构', 'Laboratory'),
  parameter: words('项目', 'Parameter'),
  method: words('检测依据', 'Method'),
  price: words('单价', 'Price'),
  days: words('周期', 'Takes'),
  until: words('有效期至', 'Valid to'),
  place: words('所在地', 'Place'),
  fields: words('领域', 'Fields'),
  lines: words('今天可测项目', 'Parameters today'),
}

const heads = (names: readonly (keyof typeof titles)[], s: Saying) => (
  <Headings titles={names.map((name) => s.say(titles[name]))} />
)

const Suggestions = ({ id, values }: { id: string; values: readonly unknown[] }) => (
  <datalist id={id}>
    {[...new Set(values.map(String))].sort().map((value) => (
      <option key={value} value={value} />
    ))}
  </datalist>
)

function AskForm({ scope, lines, asked, s }: LaboratoriesProps) {
  const field = scope.fields['productClass']!
  return (
    <form method="get" action={s.to('/laboratories')} className="chooser" role="search">
      <div>
        <label htmlFor="class">{s.say(words('产品', 'Product'))}</label>
        <select id="class" name="class" defaultValue={asked.productClass}>
          <option value="">{s.say(words('全部', 'All'))}</option>
          {Object.keys(field.choices ?? {}).map((name) => (
            <option key={name} value={name}>
              {valueIn(field, name, s)}
            </option>
          ))}
        </select>
      </div>
      <div className="grow">
        <label htmlFor="parameter">{s.say(titles.parameter)}</label>
        <input id="parameter" name="parameter" list="parameters" defaultValue={asked.parameter} autoComplete="off" />
        <Suggestions id="parameters" values={lines.map(({ values }) => values['parameter'])} />
      </div>
      <div className="grow">
        <label htmlFor="method">{s.say(words('方法标准', 'Method, by its standard'))}</label>
        <input id="method" name="method" list="methods" defaultValue={asked.method} autoComplete="off" />
        <Suggestions id="methods" values={lines.map(({ values }) => values['method'])} />
      </div>
      <div>
        <label htmlFor="day">{s.say(words('送检日', 'On the day'))}</label>
        <input id="day" name="day" type="date" defaultValue={asked.day} />
      </div>
      <button type="submit">{s.say(words('查找', 'Search'))}</button>
    </form>
  )
}

function Found({ scope, found, asked, nameOf, s }: LaboratoriesProps & { found: readonly ScopeFound[] }) {
  if (found.length === 0)
    return (
      <p className="notice">
        {s.say(
          words(
            `${asked.day} 没有机构能按这些条件出具带资质标志的结果。可以只填产品或者项目，或者换一天。`,
            `On ${asked.day} no laboratory could give a result under its mark for this. Ask for the product or the parameter alone, or another day.`,
          ),
        )}
      </p>
    )
  return (
    <>
      <p className="soft">
        {s.say(words(`${asked.day} 能检测的共 ${found.length} 项，按单价从低到高。`, `${found.length} can be had on ${asked.day}, the cheapest first.`))}
      </p>
      <table className="stacks">
        {heads(['laboratory', 'parameter', 'method', 'price', 'days', 'until'], s)}
        <tbody>
          {found.map(({ laboratory, line }) => (
            <tr key={line.id}>
              <Cell title={s.say(titles.laboratory)}>
                <a href={s.to(`/laboratories/${laboratory.values['code']}`)}>{written(laboratory.values['name'], s)}</a>{' '}
                <span className="soft small">{nameOf(String(laboratory.values['place']))}</span>
              </Cell>
              <Cell title={s.say(titles.parameter)}>
                {written(line.values['parameter'], s)} <span className="soft small">{valueIn(scope.fields['productClass']!, line.values['productClass'], s)}</span>
              </Cell>
              <Cell title={s.say(titles.method)}>{written(line.values['method'], s)}</Cell>
              <Cell title={s.say(titles.price)}>{line.values['price'] === null ? '—' : `${grouped(line.values['price'])} ${unitIn('元', s)}`}</Cell>
              <Cell title={s.say(titles.days)}>
                {line.values['days'] === null ? '—' : s.say(words(`${line.values['days']} 个工作日`, `${line.values['days']} working days`))}
              </Cell>
              <Cell title={s.say(titles.until)}>{String(line.values['to'] ?? laboratory.values['certifiedTo'])}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** So many stand in one table; more are folded by city. */
const together = 20

function Table({ laboratory, laboratories, lines, today, nameOf, s }: LaboratoriesProps) {
  const open = (item: Published) => lines.filter((line) => line.values['laboratory'] === item.values['code'] && lineHolds(line, item, today)).length
  return (
    <table className="stacks">
      {heads(['laboratory', 'place', 'fields', 'lines', 'until'], s)}
      <tbody>
        {laboratories.map((item) => (
          <tr key={item.id}>
            <Cell title={s.say(titles.laboratory)}>
              <a href={s.to(`/laboratories/${item.values['code']}`)}>{written(item.values['name'], s)}</a>
            </Cell>
            <Cell title={s.say(titles.place)}>{nameOf(String(item.values['place']))}</Cell>
            <Cell title={s.say(titles.fields)}>{valueIn(laboratory.fields['fields']!, item.values['fields'], s)}</Cell>
            <Cell title={s.say(titles.lines)}>{markHolds(item, today) ? open(item) : s.say(words('不得检测', 'none: no valid mark'))}</Cell>
            <Cell title={s.say(titles.until)}>{String(item.values['certifiedTo'])}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function All(props: LaboratoriesProps) {
  const { laboratories, cityOf, s } = props
  const cities = new Map<string, Published[]>()
  for (const item of laboratories) {
    const city = cityOf(String(item.values['place']))
    cities.set(city, [...(cities.get(city) ?? []), item])
  }
  return (
    <>
      <h2>{s.say(words(`全部机构（${laboratories.length} 家）`, `All laboratories (${laboratories.length})`))}</h2>
      {laboratories.length <= together ? (
        <Table {...props} />
      ) : (
        [...cities].map(([city, own]) => (
          <details key={city}>
            <summary>
              {city} <span className="soft small">{s.say(words(`${own.length} 家`, `${own.length}`))}</span>
            </summary>
            <Table {...props} laboratories={own} />
          </details>
        ))
      )}
    </>
  )
}

export function LaboratoriesPage(props: LaboratoriesProps) {
  const { laboratories, found, s } = props
  return (
    <>
      <h1>{s.say(words('找检测机构', 'Find a laboratory'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '按产品、项目、方法和送检日，查哪家机构当天可以出具带资质标志的结果。',
            'By product, parameter, method and day: which laboratory may give a result under its mark on that day.',
          ),
        )}
      </p>
      {laboratories.length === 0 ? (
        <p className="notice">
          {s.say(
            words(
              '还没有登记检验检测机构：资质认定部门录入机构和能力范围后，这里即可查找。',
              'No laboratory is entered yet: once the accrediting authority enters laboratories and scopes they are found here.',
            ),
          )}
        </p>
      ) : (
        <AskForm {...props} />
      )}
      {found && <Found {...props} found={found} />}
      {laboratories.length > 0 && found === null && <All {...props} />}
      <p className="small">
        <a href={s.to('/reports')}>{s.say(words('核验一份检验报告', 'Check a test report'))}</a> ·{' '}
        <a href={s.to('/proficiency')}>{s.say(words('能力验证', 'Proficiency rounds'))}</a> ·{' '}
        <a href="/api/v1/publications/laboratory-scopes">{s.say(words('能力范围数据（JSON）', 'Scopes as data (JSON)'))}</a>
      </p>
    </>
  )
}
