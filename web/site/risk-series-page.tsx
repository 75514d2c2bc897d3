// One class of products: its signals by week as a chart with its table, every method's arithmetic, and how often it errs.
import { addDays } from '../../kernel/day.ts'
import { words, type Words } from '../../kernel/words.ts'
import { measuredAlarms } from '../../jurisdictions/china/risk/measured-alarms.ts'
import { methods } from '../../systems/oversight/risk/index.ts'
import type { Word } from '../../systems/oversight/risk/watch.ts'
import type { Judged } from '../data/signals.ts'
import { SeriesChart } from './charts.tsx'
import { Chip } from './published-parts.tsx'
import { Episodes } from './reading-parts.tsx'
import type { Saying } from './saying.ts'

interface SeriesPageProps {
  readonly title: Words
  readonly name: string
  readonly judged: readonly Judged[]
  readonly week: string
  readonly to: string
  /** Of what is read by streams: its episodes, with or without a signal. */
  readonly episodes: Omit<Parameters<typeof Episodes>[0], 's'> | null
  readonly s: Saying
}

const streams = { own: words('省内信号', 'Signals of the province'), outside: words('外部通报', 'Notices from outside') } as const
const shown = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(6))) : '∞')

function Said({ word, s }: { word: Word; s: Saying }) {
  const { method, found } = word
  if (found === null)
    return (
      <li className="card">
        <h4 className="small-head">{s.say(methods[method])}</h4>
        <p className="soft">{s.say(words('序列太短、没有波动或者该周缺报，不作判断。', 'The series is too short, does not vary, or the week is missing: it says nothing.'))}</p>
      </li>
    )
  return (
    <li className="card">
      <h4 className="small-head">
        {s.say(methods[method])} <Chip tone={found.alarm ? 'bad' : 'good'}>{s.say(found.alarm ? words('报警', 'Alarm') : words('不报警', 'No alarm'))}</Chip>
      </h4>
      <p>
        {s.say(words(`实际 ${shown(found.observed)}，预期 ${shown(found.expected)}，界限 ${shown(found.upper)}`, `Observed ${shown(found.observed)}, expected ${shown(found.expected)}, line ${shown(found.upper)}`))}
      </p>
      <table className="slim">
        <caption>{s.say(words('算式', 'Arithmetic'))}</caption>
        <tbody>
          {found.terms.map((term, at) => (
            <tr key={`${term.symbol}${at}`}>
              <th scope="row">{term.symbol}</th>
              <td>{s.say(term.words)}</td>
              <td className="number">{shown(term.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}

function FalseAlarms({ s }: { s: Saying }) {
  const measured: Readonly<Record<string, readonly (string | null)[]>> = measuredAlarms.falsePerCent
  const rows = Object.entries(measured) as [keyof typeof methods, readonly (string | null)[]][]
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={s.say(words('误报率', 'False alarms'))}>
      <table className="slim">
        <caption>
          {s.say(words(`误报率：没有疫情的周中报警的百分比，${measuredAlarms.measured} 在四个公开序列上测得`, `False alarms: per cent of weeks without an outbreak, measured on ${measuredAlarms.measured} over four published series`))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{s.say(words('方法', 'Method'))}</th>
            {measuredAlarms.series.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([method, values]) => (
            <tr key={method}>
              <th scope="row">{s.say(methods[method])}</th>
              {values.map((value, at) => (
                <td key={measuredAlarms.series[at]} className="number">
                  {value === null ? '—' : `${value}%`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function RiskSeriesPage({ title, name, judged, week, to, episodes, s }: SeriesPageProps) {
  return (
    <>
      <h1>{s.say(words(`${title.zh}：信号与报警`, `${title.en}: signals and alarms`))}</h1>
      <form method="get" action={s.to(`/desk/risks/${name}`)} className="chooser">
        <div>
          <label htmlFor="to">{s.say(words('判断到哪一天', 'Judge up to the day'))}</label>
          <input id="to" name="to" type="date" defaultValue={to} />
        </div>
        <button type="submit">{s.say(words('重算', 'Compute again'))}</button>
      </form>
      {episodes && <Episodes {...episodes} s={s} />}
      {judged.length === 0 && <p className="notice">{s.say(words('您的范围内，到这一天没有信号。', 'Up to that day no signal lies within your reach.'))}</p>}
      {judged.map(({ stream, start, counts, words: said }) => {
        const from = Math.max(0, counts.length - 104)
        const points = counts.slice(from).map((count, at) => {
          const monday = addDays(start, 7 * (from + at))
          return { at: monday, value: count === null ? null : String(count), href: `/desk/risks/${name}?to=${addDays(monday, 7)}` }
        })
        return (
          <section key={stream}>
            <h2>{s.say(streams[stream])}</h2>
            <SeriesChart points={points as never} here={week} label={s.say(words(`${streams[stream].zh}，每周条数`, `${streams[stream].en}, each week`))} s={s} />
            <h3>{s.say(words(`${week} 起的一周`, `The week from ${week}`))}</h3>
            <ul className="cards">
              {said.map((word) => (
                <Said key={word.method} word={word} s={s} />
              ))}
            </ul>
          </section>
        )
      })}
      <h2>{s.say(words('这些方法多常出错', 'How often the methods err'))}</h2>
      <FalseAlarms s={s} />
      <p>
        <a href={s.to('/desk/risks')}>{s.say(words('回风险表', 'Back to the table'))}</a> · <a href={s.to('/desk/risk-matter/open')}>{s.say(words('提出风险事项', 'Raise a matter'))}</a>
      </p>
    </>
  )
}
