// Pages of the air: the map of a month, a city's days, the ranking of the 74 cities beside the published one.
import { words, type Words } from '../../kernel/words.ts'
import type { CityMonth, RankingView } from '../data/air.ts'
import { TileMap } from './charts.tsx'
import type { Saying } from './saying.ts'

/** Six levels of HJ 633 with a letter, so that colour is never alone. */
export const levels: readonly { readonly grade: number; readonly letter: Words; readonly title: Words; readonly fill: string }[] = [
  { grade: 1, letter: words('优', 'A'), title: words('优', 'Excellent'), fill: '#8fd99b' },
  { grade: 2, letter: words('良', 'B'), title: words('良', 'Good'), fill: '#f5e66b' },
  { grade: 3, letter: words('轻', 'C'), title: words('轻度污染', 'Lightly polluted'), fill: '#f6b26b' },
  { grade: 4, letter: words('中', 'D'), title: words('中度污染', 'Moderately polluted'), fill: '#ef8a80' },
  { grade: 5, letter: words('重', 'E'), title: words('重度污染', 'Heavily polluted'), fill: '#c79ad0' },
  { grade: 6, letter: words('严', 'F'), title: words('严重污染', 'Severely polluted'), fill: '#b98b86' },
]

const scale = ['#8fd99b', '#c9e07f', '#f5e66b', '#f6b26b', '#ef8a80', '#c79ad0']

/** Colours by sixths of what the month shows, from the better to the worse; the number stands on every tile. */
export function tilesOf(cities: readonly CityMonth[], better: 'lower' | 'higher', s: Saying) {
  const numbers = cities.flatMap((c) => (c.value === null ? [] : [Number(c.value)])).sort((a, b) => a - b)
  const [low, high] = [numbers[0] ?? 0, numbers.at(-1) ?? 1]
  return cities.map((city) => {
    const share = city.value === null ? null : (Number(city.value) - low) / Math.max(high - low, 1e-9)
    const at = share === null ? null : Math.min(5, Math.floor((better === 'lower' ? share : 1 - share) * 6))
    return {
      code: city.code,
      name: city.name,
      value: city.value,
      href: city.value === null ? null : s.to(`/air/${city.code}`),
      colour: at === null ? '#dfe6ea' : scale[at]!,
    }
  })
}

export interface AirChoice {
  readonly measure: string
  readonly title: Words
  readonly unit: string
  readonly better: 'lower' | 'higher'
}

export function MonthMap({ cities, choice, month, s }: { cities: readonly CityMonth[]; choice: AirChoice; month: string; s: Saying }) {
  const title = `${month} ${s.say(choice.title)} (${choice.unit})`
  return (
    <div className="two">
      <TileMap tiles={tilesOf(cities, choice.better, s)} label={title} s={s} />
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
                <td>
                  <a href={s.to(`/air/${city.code}`)}>{s.say(city.name)}</a>
                </td>
                <td className="number">
                  {city.figure ? (
                    <a href={s.to(city.figure)}>{city.value ?? s.say(city.why ?? words('无数据', 'No data'))}</a>
                  ) : (
                    s.say(words('无数据', 'No data'))
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface AirProps {
  readonly cities: readonly CityMonth[]
  readonly choice: AirChoice
  readonly choices: readonly AirChoice[]
  readonly month: string
  readonly months: readonly string[]
  readonly s: Saying
}

export function AirPage({ cities, choice, choices, month, months, s }: AirProps) {
  const address = (measure: string, at: string) => `${s.to('/air')}?measure=${measure}&month=${at}`
  return (
    <>
      <h1>{s.say(words('河北各市空气质量', 'The air of Hebei’s cities'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '由真实的日均值计算。示意地图，不表示行政边界；定州、辛集由省直管，没有单独的监测数据。',
            'Computed from real daily means. A schematic map without boundaries; Dingzhou and Xinji report to the province and have no readings of their own here.',
          ),
        )}{' '}
        <a href={s.to('/air/ranking/2014')}>{s.say(words('2014 年 74 城市排名', 'Ranking of 74 cities, 2014'))}</a>
      </p>
      <ul className="pager" aria-label={s.say(words('指标', 'Measure'))}>
        {choices.map((each) => (
          <li key={each.measure}>
            <a href={address(each.measure, month)} aria-current={each.measure === choice.measure ? 'true' : undefined}>
              {s.say(each.title)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="pager" aria-label={s.say(words('月份', 'Month'))}>
        {months.map((each) => (
          <li key={each}>
            <a href={address(choice.measure, each)} aria-current={each === month ? 'true' : undefined}>
              {each}
            </a>
          </li>
        ))}
      </ul>
      <MonthMap cities={cities} choice={choice} month={month} s={s} />
    </>
  )
}

export function RankingTable({ view, s, from, to }: { view: RankingView; s: Saying; from?: number; to?: number }) {
  return (
    <div className="scroll" tabIndex={0}>
      <table>
        <caption>
          {view.year} · {s.say(words('综合指数由小到大（小者好）', 'Composite index, ascending (smaller is better)'))}
        </caption>
        <thead>
          <tr>
            <th className="number">{s.say(words('名次', 'Rank'))}</th>
            <th>{s.say(words('城市', 'City'))}</th>
            <th className="number">{s.say(words('综合指数', 'Index'))}</th>
            <th>{s.say(words('备注', 'Note'))}</th>
          </tr>
        </thead>
        <tbody>
          {view.cities.slice(from, to).map((c) => (
            <tr key={c.code} className={c.province === '130000' ? 'ours' : undefined}>
              <td className="number">{c.rank ?? '—'}</td>
              <td>{c.city}</td>
              <td className="number">
                <a href={s.to(c.figure)}>{c.value ?? '—'}</a>
              </td>
              <td className="small soft">{c.kind === 'trial' ? s.say(words('试算值', 'trial value')) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function RankingPage({ view, s }: { view: RankingView; s: Saying }) {
  return (
    <>
      <h1>{s.say(words(`${view.year} 年 74 城市空气质量排名`, `Ranking of the air of 74 cities, ${view.year}`))}</h1>
      <p className="lead">
        {s.say(
          words(
            '由日均值按《城市环境空气质量排名技术规定》计算，与公布的名单并列；每处差异都说明大小和原因。底色为河北城市。',
            'Computed from daily means by the ranking rule, beside the list that was published; each difference is given with its size and reason. Cities of Hebei are shaded.',
          ),
        )}
      </p>
      {view.comparisons.map((comparison) => (
        <section key={comparison.from}>
          <h2>{s.say(comparison.from === 'worst' ? words('较差的 10 个', 'The ten worst') : words('较好的 10 个', 'The ten best'))}</h2>
          <p>
            {s.say(
              comparison.sameSet
                ? words('与公布的名单是同一组城市。', 'The same cities as published.')
                : words(
                    `${comparison.inBoth.length} 个与公布一致；公布有而计算没有：${comparison.onlyPublished.join('、')}；计算有而公布没有：${comparison.onlyComputed.join('、')}。`,
                    `${comparison.inBoth.length} agree; only in the published list: ${comparison.onlyPublished.join(', ')}; only in ours: ${comparison.onlyComputed.join(', ')}.`,
                  ),
            )}
          </p>
          <div className="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{s.say(words('城市', 'City'))}</th>
                  <th className="number">{s.say(words('公布', 'Published'))}</th>
                  <th className="number">{s.say(words('计算', 'Computed'))}</th>
                  <th className="number">{s.say(words('指数', 'Index'))}</th>
                  <th>{s.say(words('差异与原因', 'Difference and reason'))}</th>
                </tr>
              </thead>
              <tbody>
                {comparison.cities.map((c) => {
                  const difference = comparison.differences.find((d) => d.city === c.city)
                  return (
                    <tr key={c.city}>
                      <td>{c.city}</td>
                      <td className="number">{c.published ?? '—'}</td>
                      <td className="number">{c.computed ?? '—'}</td>
                      <td className="number">{c.value ?? '—'}</td>
                      <td className="small">{difference ? s.say(difference.words) : ''}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <h2>{s.say(words('全部城市', 'All cities'))}</h2>
      <RankingTable view={view} s={s} />
    </>
  )
}
