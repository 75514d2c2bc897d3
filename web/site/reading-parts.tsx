// Readings on the risk table: what is watched and up to which day there is anything to see, and episodes with their arithmetic.
import { daysBetween } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import type { Found, Watched } from '../data/readings.ts'
import { Cell, Headings } from './published-parts.tsx'
import type { Line } from '../../systems/oversight/risk/readings.ts'
import type { Saying } from './saying.ts'

/** Two languages by the name of a place. */
type NameOf = (area: string) => string

const line = words('界限', 'Line')
const drift = words('两种控制图同时报警，与其他各地相比', 'Both charts alarm, against the other places')

/** How far beyond, and for how long. */
function lineOf({ beyond, days }: Line, rising: boolean) {
  const [zh, en] = rising ? ['高于', 'above'] : ['低于', 'below']
  return days === 1 ? words(`${zh} ${beyond}`, `${en} ${beyond}`) : words(`连续 ${days} 天${zh} ${beyond}`, `${en} ${beyond} for ${days} days on end`)
}

export function ReadingsWatched({ watched, s }: { watched: readonly Watched[]; s: Saying }) {
  const heads = [words('看什么', 'What is watched'), line, words('最近一日读数', 'Last day with a reading'), words('现在', 'Now')]
  if (watched.length === 0) return <p className="soft">{s.say(words('没有监视的读数。', 'No readings are watched.'))}</p>
  return (
    <table className="stacks">
      <caption>{s.say(words('达到界限的，一次过程成为一条信号；存疑、剔除和缺测的读数不用', 'What reaches a line is a signal, one for each episode; doubtful, held back and missing readings are not used'))}</caption>
      <Headings titles={heads.map(s.say)} />
      <tbody>
        {watched.map(({ watch, of, last, since }) => (
          <tr key={watch.name}>
            <Cell title={s.say(heads[0]!)}>
              <a href={s.to(`/desk/risks/${watch.productClass}${last && last < since ? `?to=${last}` : ''}`)}>{s.say(watch.title)}</a> ·{' '}
              {of ? of.titles.map(s.say).join(s.say(words('、', ', '))) : s.say(words(`没有指标 ${watch.measure}`, `no measure ${watch.measure}`))}
            </Cell>
            <Cell title={s.say(heads[1]!)}>
              {watch.lines?.map((each) => s.say(lineOf(each, of?.rising ?? true))).join(s.say(words('；', '; '))) ?? s.say(drift)}
            </Cell>
            <Cell title={s.say(heads[2]!)}>{last ?? s.say(words('没有', 'none'))}</Cell>
            <Cell title={s.say(heads[3]!)}>
              {s.say(
                last !== null && last >= since
                  ? words(`监视 ${since} 以来`, `Watched since ${since}`)
                  : words(`${since} 以来没有读数：看不到，不等于没有`, `No reading since ${since}: nothing is seen, which is not to say that there is nothing`),
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The edition as readers know it, without the name by which it is cited. */
const plainEdition = (edition: string): string => edition.replace(/ \([^()]*\)$/, '')

/** How long it was, and for days beyond a line the worst of them. */
function lengthOf({ watch, from, to, arithmetic }: Found) {
  const days = daysBetween(from, to) + 1
  const worst = watch.lines ? arithmetic.at(-1)?.value : undefined
  if (!worst) return words(`${days} 天`, days === 1 ? 'one day' : `${days} days`)
  return words(`${days} 天，最重一日 ${worst}`, `${days === 1 ? 'one day' : `${days} days`}, the worst ${worst}`)
}

function Episode({ found, open, nameOf, s }: { found: Found; open: boolean; nameOf: NameOf; s: Saying }) {
  const { watch, titles, area, from, to, readings, arithmetic } = found
  const latest = readings.slice(-12)
  const editions = [...new Set(readings.map(({ edition }) => plainEdition(edition)))]
  return (
    <li className="card">
      <h4 className="small-head">
        {nameOf(area)} · {s.say(watch.title)} · {from === to ? from : `${from} – ${to}`}
      </h4>
      <p className="small soft">{s.say(lengthOf(found))}</p>
      <details open={open}>
        <summary>{s.say(words('读数和算式', 'Readings and arithmetic'))}</summary>
        <table className="slim">
          <caption>
            {s.say(latest.length < readings.length ? words('最近的读数', 'The latest readings') : words('读数', 'Readings'))} · {editions.join(', ')}
          </caption>
          <tbody>
            {latest.map(({ on, value, beside, measure, edition }) => (
              <tr key={`${on}${measure ?? ''}`}>
                <th scope="row">{on}</th>
                <td className="number">{beside === null ? value : `${value} / ${beside}`}</td>
                {latest.some((one) => one.measure) && <td>{measure && titles[measure] ? s.say(titles[measure]) : ''}</td>}
                {editions.length > 1 && <td>{plainEdition(edition)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <table className="slim">
          <caption>{s.say(words('算式', 'Arithmetic'))}</caption>
          <tbody>
            {arithmetic.map(({ symbol, zh, en, value }) => (
              <tr key={symbol}>
                <th scope="row">{symbol}</th>
                <td>{s.say(words(zh, en))}</td>
                <td className="number">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  )
}

/** So many are read whole; of more each is opened by whoever wants to see its numbers. */
const few = 3

/** Episodes up to a day, whether they became signals or are history. */
export function Episodes({ found, since, nameOf, s }: { found: readonly Found[]; since: string; nameOf: NameOf; s: Saying }) {
  return (
    <section>
      <h2>{s.say(words('读数异常', 'Episodes of readings'))}</h2>
      <p className="soft">{s.say(words(`${since} 以来、到所选日期，按当日规则和更正后的读数重新计算；“本地 / 其他各地”是两个均值。`, `Computed anew since ${since} up to the day chosen, by the rules of each day and the readings as corrected; “here / elsewhere” are two means.`))}</p>
      {found.length === 0 && <p className="notice">{s.say(words('没有达到界限的。', 'Nothing reached a line.'))}</p>}
      <ul className="cards">
        {found.toSorted((a, b) => (a.to < b.to ? 1 : -1)).map((one) => (
          <Episode key={`${one.watch.name}${one.place}${one.from}`} found={one} open={found.length <= few} nameOf={nameOf} s={s} />
        ))}
      </ul>
    </section>
  )
}
