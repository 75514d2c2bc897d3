// The map of a month with what it says in words, its colours explained, and the same as a table.
import { words, type Words } from '../../kernel/words.ts'
import type { CityMonth, MonthSummary } from '../data/air.ts'
import { TileMap, type Tile } from './tile-map.tsx'
import type { Saying } from './saying.ts'

export interface AirChoice {
  readonly measure: string
  readonly title: Words
  readonly unit: string
  readonly better: 'lower' | 'higher'
}

const steps = 6
const noData = words('无数据', 'No data')

/** Steps by sixths of what the month shows, from the better to the worse; the number stands on every tile. */
export function tilesOf(cities: readonly CityMonth[], better: 'lower' | 'higher', s: Saying): readonly Tile[] {
  const numbers = cities.flatMap((c) => (c.value === null ? [] : [Number(c.value)])).sort((a, b) => a - b)
  const [low, high] = [numbers[0] ?? 0, numbers.at(-1) ?? 1]
  return cities.map(({ code, name, value }) => {
    const share = value === null ? null : (Number(value) - low) / Math.max(high - low, 1e-9)
    const step = share === null ? null : Math.min(steps - 1, Math.floor((better === 'lower' ? share : 1 - share) * steps))
    return { code, name, value, href: value === null ? null : s.to(`/air/${code}`), step }
  })
}

function Ramp({ cities, better, s }: { cities: readonly CityMonth[]; better: 'lower' | 'higher'; s: Saying }) {
  const numbers = cities.flatMap((c) => (c.value === null ? [] : [c.value])).sort((a, b) => Number(a) - Number(b))
  if (numbers.length < 2) return null
  const [first, last] = better === 'lower' ? [numbers[0], numbers.at(-1)] : [numbers.at(-1), numbers[0]]
  return (
    <div className="ramp">
      <span>
        {s.say(words('较好', 'better'))} {first}
      </span>
      <ol aria-hidden="true">
        {Array.from({ length: steps }, (_, at) => (
          <li key={at} className={`t${at}`} />
        ))}
      </ol>
      <span>
        {last} {s.say(words('较差', 'worse'))}
      </span>
    </div>
  )
}

function CityTable({ cities, title, s }: { cities: readonly CityMonth[]; title: string; s: Saying }) {
  return (
    <div className="scroll" tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>{s.say(words('城市', 'City'))}</th>
            <th className="number">{s.say(words('数值', 'Value'))}</th>
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.code}>
              <td>{city.value === null ? s.say(city.name) : <a href={s.to(`/air/${city.code}`)}>{s.say(city.name)}</a>}</td>
              <td className="number">
                {city.figure ? <a href={s.to(city.figure)}>{city.value ?? s.say(city.why ?? noData)}</a> : s.say(noData)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface MapProps {
  readonly cities: readonly CityMonth[]
  readonly choice: AirChoice
  readonly month: string
  readonly s: Saying
}

export const titleOf = ({ choice, month, s }: Omit<MapProps, 'cities'>): string =>
  `${month} · ${s.say(choice.title)}${choice.unit === '1' ? '' : ` (${choice.unit})`}`

/** Map and table side by side, for the page of the air. */
export function MonthMap({ cities, choice, month, s }: MapProps) {
  const title = titleOf({ choice, month, s })
  return (
    <div className="two">
      <div>
        <TileMap tiles={tilesOf(cities, choice.better, s)} label={title} s={s} />
        <Ramp cities={cities} better={choice.better} s={s} />
      </div>
      <CityTable cities={cities} title={title} s={s} />
    </div>
  )
}

const change = (now: string, before: string): string => {
  const percent = ((Number(now) - Number(before)) / Number(before)) * 100
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`
}

function Said({ summary, month, s }: { summary: MonthSummary; month: string; s: Saying }) {
  const { mean, yearBefore, best, worst, known } = summary
  const city = (each: CityMonth) => (
    <>
      {s.say(each.name)} {each.figure && <a href={s.to(each.figure)}>{each.value}</a>}
    </>
  )
  return (
    <>
      {mean && (
        <p className="big">
          <a href={s.to(mean.figure)}>{mean.value}</a>{' '}
          <small>µg/m³ · {s.say(words(`${month}，${known} 市平均`, `${month}, mean of ${known} cities`))}</small>
        </p>
      )}
      {mean && yearBefore && (
        <p>
          {s.say(words('上年同月', 'The same month a year before'))} <a href={s.to(yearBefore.figure)}>{yearBefore.value}</a>
          {s.say(words('，变化 ', ', change '))}
          <b>{change(mean.value, yearBefore.value)}</b>
        </p>
      )}
      {best && worst && (
        <p>
          {s.say(words('最好 ', 'Best '))}
          {city(best)}
          {s.say(words('；最差 ', '; worst '))}
          {city(worst)}
          {s.say(words('。', '.'))}
        </p>
      )}
    </>
  )
}

/** The map with what it says beside it, for the home page. */
export function MonthStory({ cities, choice, month, months, summary, s }: MapProps & { summary: MonthSummary; months: readonly string[] }) {
  const at = months.indexOf(month)
  const address = (each: string) => `${s.to('/air')}?measure=${choice.measure}&month=${each}`
  return (
    <div className="two">
      <div>
        <TileMap tiles={tilesOf(cities, choice.better, s)} label={titleOf({ choice, month, s })} s={s} />
        <Ramp cities={cities} better={choice.better} s={s} />
      </div>
      <div>
        <Said summary={summary} month={month} s={s} />
        <p className="soft small">
          {s.say(
            words(
              '这是最近有完整数据的月份。示意地图，不表示行政边界；定州、辛集由省直管，没有单独的监测数据。点城市看它每一天。',
              'The latest month with complete data. A schematic map without boundaries; Dingzhou and Xinji report to the province and have no readings of their own. Open a city to see each of its days.',
            ),
          )}
        </p>
        <ul className="pager">
          {months[at - 1] && (
            <li>
              <a href={address(months[at - 1]!)}>← {months[at - 1]}</a>
            </li>
          )}
          <li>
            <a href={s.to('/air')}>{s.say(words('其他月份和指标', 'Other months and measures'))}</a>
          </li>
        </ul>
        <details>
          <summary>{s.say(words('以表格查看', 'As a table'))}</summary>
          <CityTable cities={cities} title={titleOf({ choice, month, s })} s={s} />
        </details>
      </div>
    </div>
  )
}
