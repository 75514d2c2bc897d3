// Pages of the air: the map of a month and the ranking of the 74 cities beside the published one.
import { words, type Words } from '../../kernel/words.ts'
import type { CityMonth, RankedCity, RankingView } from '../data/air.ts'
import { MonthMap, type AirChoice } from './air-map.tsx'
import type { Saying } from './saying.ts'

interface AirProps {
  readonly cities: readonly CityMonth[]
  readonly choice: AirChoice
  readonly choices: readonly AirChoice[]
  readonly month: string
  readonly months: readonly string[]
  readonly s: Saying
}

const byYear = (months: readonly string[]): readonly (readonly [string, readonly string[]])[] => {
  const years = [...new Set(months.map((month) => month.slice(0, 4)))]
  return years.map((year) => [year, months.filter((month) => month.startsWith(year))])
}

export function AirPage({ cities, choice, choices, month, months, s }: AirProps) {
  const address = (measure: string, at: string) => `${s.to('/air')}?measure=${measure}&month=${at}`
  return (
    <>
      <div className="head">
        <h1>{s.say(words('河北各市空气质量', 'The air of Hebei’s cities'))}</h1>
        <a href={s.to('/air/ranking/2014')}>{s.say(words('2014 年 74 城市排名', 'Ranking of 74 cities, 2014'))}</a>
      </div>
      <p className="lead">
        {s.say(
          words(
            '由真实的日均值计算。示意地图，不表示行政边界；定州、辛集由省直管，没有单独的监测数据。点城市看它每一天。',
            'Computed from real daily means. A schematic map without boundaries; Dingzhou and Xinji report to the province and have no readings of their own here. Open a city to see each of its days.',
          ),
        )}
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
      <nav aria-label={s.say(words('月份', 'Month'))}>
        {byYear(months).map(([year, own]) => (
          <ul className="pager" key={year}>
            <li className="soft">{year}</li>
            {own.map((each) => (
              <li key={each}>
                <a href={address(choice.measure, each)} aria-current={each === month ? 'true' : undefined} aria-label={each}>
                  {each.slice(5)}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <MonthMap cities={cities} choice={choice} month={month} s={s} />
    </>
  )
}

interface TableProps {
  readonly view: RankingView
  readonly cities: readonly RankedCity[]
  readonly caption: Words
  readonly s: Saying
}

/** Cities with a bar as long as their index; the place in the published list stands beside ours where there is one. */
export function RankingTable({ view, cities, caption, s }: TableProps) {
  const most = Math.max(...view.cities.map((city) => Number(city.value ?? 0)), 1)
  const placeOf = (city: string): string => {
    const list = view.comparisons.find((c) => c.cities.some((each) => each.city === city && each.published !== null))
    const place = list?.cities.find((each) => each.city === city)?.published
    return place == null ? '' : String(list!.from === 'best' ? place : view.cities.length + 1 - place)
  }
  return (
    <div className="scroll" tabIndex={0}>
      <table>
        <caption>{s.say(caption)}</caption>
        <thead>
          <tr>
            <th className="number">{s.say(words('名次', 'Rank'))}</th>
            <th>{s.say(words('城市', 'City'))}</th>
            <th className="number">{s.say(words('指数', 'Index'))}</th>
            <th>
              <span className="unseen">{s.say(words('长度', 'Length'))}</span>
            </th>
            <th className="number">{s.say(words('公布名次', 'Published'))}</th>
          </tr>
        </thead>
        <tbody>
          {cities.map((c) => (
            <tr key={c.code} className={c.province === '130000' ? 'ours' : undefined}>
              <td className="number">{c.rank ?? '—'}</td>
              <td className="name-cell">
                {s.say(c.name)} {c.kind === 'trial' && <span className="origin">{s.say(words('试算', 'trial'))}</span>}
              </td>
              <td className="number">
                <a href={s.to(c.figure)}>{c.value ?? '—'}</a>
              </td>
              <td className="bar-cell" aria-hidden="true">
                <i style={{ width: `${(Number(c.value ?? 0) / most) * 100}%` }} />
              </td>
              <td className="number">{placeOf(c.city)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The words of a difference name cities in Chinese; an English reader gets their English names. */
function inWords(view: RankingView, text: Words, s: Saying): string {
  if (s.language !== 'en') return s.say(text)
  return view.cities.reduce((said, { name }) => said.replaceAll(name.zh, name.en), text.en)
}

const listed = (view: RankingView, cities: readonly string[], s: Saying): string =>
  cities.map((city) => s.say(view.nameOf(city))).join(s.language === 'en' ? ', ' : '、')

function Comparison({ view, comparison, s }: { view: RankingView; comparison: RankingView['comparisons'][number]; s: Saying }) {
  const { sameSet, inBoth, onlyPublished, onlyComputed } = comparison
  return (
    <section>
      <h2>{s.say(comparison.from === 'worst' ? words('较差的 10 个', 'The ten worst') : words('较好的 10 个', 'The ten best'))}</h2>
      <p>
        {s.say(
          sameSet
            ? words('与公布的名单是同一组城市。', 'The same cities as published.')
            : words(
                `${inBoth.length} 个与公布一致；公布有而计算没有：${listed(view, onlyPublished, s)}；计算有而公布没有：${listed(view, onlyComputed, s)}。`,
                `${inBoth.length} agree; only in the published list: ${listed(view, onlyPublished, s)}; only in ours: ${listed(view, onlyComputed, s)}.`,
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
                  <td>{s.say(view.nameOf(c.city))}</td>
                  <td className="number">{c.published ?? '—'}</td>
                  <td className="number">{c.computed ?? '—'}</td>
                  <td className="number">{c.value ?? '—'}</td>
                  <td className="small">{difference ? inWords(view, difference.words, s) : ''}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const caption = (year: string): Words =>
  words(`${year} 年综合指数由小到大（小者好）`, `Composite index of ${year}, ascending (smaller is better)`)

export function RankingPage({ view, s }: { view: RankingView; s: Saying }) {
  if (view.cities.length === 0)
    return (
      <>
        <h1>{s.say(words(`${view.year} 年 74 城市空气质量排名`, `Ranking of the air of 74 cities, ${view.year}`))}</h1>
        <p className="notice">
          {s.say(
            words(
              '这一年没有排名：平台没有这一年各城市的日均值，不能计算，也不以零代替。',
              'There is no ranking of this year: the platform holds no daily means of it, so that nothing can be computed; missing is not zero.',
            ),
          )}
        </p>
      </>
    )
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
        <Comparison key={comparison.from} view={view} comparison={comparison} s={s} />
      ))}
      <h2>{s.say(words('全部城市', 'All cities'))}</h2>
      <RankingTable view={view} cities={view.cities} caption={caption(view.year)} s={s} />
    </>
  )
}

/** What the home page shows of a ranking: both ends, and whether they are those that were published. */
export function RankingEnds({ view, s }: { view: RankingView; s: Saying }) {
  const ranked = view.cities.filter((city) => city.rank !== null)
  const [worst, best] = [view.comparisons.find((c) => c.from === 'worst'), view.comparisons.find((c) => c.from === 'best')]
  return (
    <>
      <p>
        {worst &&
          s.say(
            worst.sameSet
              ? words(
                  '由日均值计算的最差十个，与公布的名单同为一组。',
                  'The ten worst computed from daily means are the set that was published. ',
                )
              : words(`最差十个中 ${worst.inBoth.length} 个与公布一致。`, `Of the ten worst ${worst.inBoth.length} are as published. `),
          )}
        {best && s.say(words(`最好十个中 ${best.inBoth.length} 个一致。`, `Of the ten best ${best.inBoth.length} agree. `))}
        <a href={s.to(`/air/ranking/${view.year}`)}>{s.say(words('全部名次与差异说明', 'All places and the differences explained'))}</a>
      </p>
      <div className="two">
        <RankingTable
          view={view}
          cities={ranked.slice(-10).reverse()}
          caption={words('最差十个（由差到好）', 'The ten worst, worst first')}
          s={s}
        />
        <RankingTable view={view} cities={ranked.slice(0, 10)} caption={words('最好十个（由好到差）', 'The ten best, best first')} s={s} />
      </div>
    </>
  )
}
