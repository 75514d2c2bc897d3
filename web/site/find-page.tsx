// Finding a body by two characters of its name, by a former name or by its code.
import { words, type Words } from '../../kernel/words.ts'
import type { Search } from '../data/parties.ts'
import { Cell } from './published-parts.tsx'
import type { Saying } from './saying.ts'

export interface PlaceChoice {
  readonly code: string
  readonly name: string
}

export interface FindProps {
  readonly query: string
  readonly place: string
  readonly places: readonly PlaceChoice[]
  readonly search: Search | null
  readonly stateOf: (state: string) => Words
  readonly nameOf: (area: string) => string
  readonly s: Saying
}

const columns = [
  words('名称', 'Name'),
  words('统一社会信用代码', 'Credit code'),
  words('住所地', 'Domicile'),
  words('状态', 'State'),
]

function Hits({ search, query, stateOf, nameOf, s }: FindProps & { search: Search }) {
  const { hits, more, short } = search
  if (short)
    return <p className="notice">{s.say(words('请至少输入两个字，或者代码的前六位。', 'Type two characters at least, or the first six of a code.'))}</p>
  if (hits.length === 0)
    return (
      <p className="notice">
        {s.say(words(`没有名称或代码含“${query}”的单位。繁体、简体和全角都会一并查找。`, `No name or code holds “${query}”. Both scripts and both widths are looked for.`))}
      </p>
    )
  return (
    <>
      <p className="soft">
        {more
          ? s.say(words(`含这些字的单位很多，先列出 ${hits.length} 个；多输几个字或选择地区可缩小范围。`, `Many bodies hold these words; here are ${hits.length}. More words or a place narrow it down.`))
          : s.say(words(`共 ${hits.length} 个。`, `${hits.length} found.`))}
      </p>
      <div>
        <table className="stacks">
          <thead>
            <tr>
              {columns.map((title) => (
                <th key={title.en}>{s.say(title)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hits.map((hit) => (
              <tr key={hit.code}>
                <Cell title={s.say(columns[0]!)}>
                  <a href={s.to(`/enterprise/${hit.code}`)}>{hit.name}</a>
                  {hit.formerNames.length > 0 && (
                    <span className="soft small">
                      {' '}
                      {s.say(words('曾用名：', 'formerly '))}
                      {hit.formerNames.join('、')}
                    </span>
                  )}
                </Cell>
                <Cell title={s.say(columns[1]!)}>{hit.code}</Cell>
                <Cell title={s.say(columns[2]!)}>{nameOf(hit.place)}</Cell>
                <Cell title={s.say(columns[3]!)}>{s.say(stateOf(hit.state))}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

export function FindPage(props: FindProps) {
  const { query, place, places, search, s } = props
  return (
    <>
      <h1>{s.say(words('查企业', 'Find a body'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '按名称中任意两个以上的字、曾用名或统一社会信用代码查找。词之间用空格隔开。',
            'By any two characters or more of a name, by a former name or by the unified social credit code. Part words with a space.',
          ),
        )}
      </p>
      <form method="get" action={s.to('/enterprises')} role="search" className="paper">
        <div className="field">
          <label htmlFor="q">{s.say(words('名称或代码', 'Name or code'))}</label>
          <input id="q" name="q" type="search" defaultValue={query} maxLength={100} />
        </div>
        <div className="field">
          <label htmlFor="place">{s.say(words('地区', 'Place'))}</label>
          <select id="place" name="place" defaultValue={place}>
            <option value="">{s.say(words('全部', 'Anywhere'))}</option>
            {places.map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{s.say(words('查找', 'Search'))}</button>
      </form>
      {search && <Hits {...props} search={search} />}
      <p>
        <a href={s.to('/penalties')}>{s.say(words('行政处罚公示', 'Penalties in public'))}</a> ·{' '}
        <a href={s.to('/places')}>{s.say(words('行政区划代码及其沿革', 'Division codes and their history'))}</a>
      </p>
    </>
  )
}
