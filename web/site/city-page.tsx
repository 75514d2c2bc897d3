// The calendar of a city's days: what the year comes to, twelve months with colour and letter, its gaps, and the same as a table.
import { words, type Words } from '../../kernel/words.ts'
import { pollutants } from '../../systems/domains/environment/index.ts'
import type { DayView, YearFigure } from '../data/air.ts'
import { unitIn, type Saying } from './saying.ts'

/** Six levels of HJ 633 with a letter, so that colour is never alone. */
const levels: readonly { readonly grade: number; readonly letter: Words; readonly title: Words }[] = [
  { grade: 1, letter: words('优', 'A'), title: words('优', 'Excellent') },
  { grade: 2, letter: words('良', 'B'), title: words('良', 'Good') },
  { grade: 3, letter: words('轻', 'C'), title: words('轻度污染', 'Lightly polluted') },
  { grade: 4, letter: words('中', 'D'), title: words('中度污染', 'Moderately polluted') },
  { grade: 5, letter: words('重', 'E'), title: words('重度污染', 'Heavily polluted') },
  { grade: 6, letter: words('严', 'F'), title: words('严重污染', 'Severely polluted') },
]

const weekdays = [
  words('一', 'M'),
  words('二', 'T'),
  words('三', 'W'),
  words('四', 'T'),
  words('五', 'F'),
  words('六', 'S'),
  words('日', 'S'),
]
const gap = words('缺测', 'no data')
const unpublished = words('不发布', 'not published')

const levelOf = (grade: number | null | undefined) => levels.find((level) => level.grade === grade)

function Day({ view, day, name, s }: { view: DayView | undefined; day: number; name: string; s: Saying }) {
  if (!view)
    return (
      <span className="g0" title={`${name} ${s.say(gap)}`}>
        {day}
        <small>—</small>
      </span>
    )
  const level = levelOf(view.grade)
  const text = `${view.day}: AQI ${view.aqi ?? '—'} ${level ? s.say(level.title) : s.say(view.why ?? unpublished)}`
  return (
    <a href={s.to(view.figure)} className={`g${view.grade ?? 0}`} aria-label={text} title={text}>
      {day}
      <small aria-hidden="true">{level ? s.say(level.letter) : '?'}</small>
    </a>
  )
}

interface MonthProps {
  readonly year: string
  readonly month: number
  readonly days: ReadonlyMap<string, DayView>
  readonly s: Saying
}

function Month({ year, month, days, s }: MonthProps) {
  const first = new Date(Date.UTC(Number(year), month - 1, 1))
  const count = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const offset = (first.getUTCDay() + 6) % 7
  const name = `${year}-${String(month).padStart(2, '0')}`
  const known = Array.from({ length: count }, (_, at) => days.get(`${name}-${String(at + 1).padStart(2, '0')}`))
  const missing = known.filter((day) => day?.aqi == null).length
  return (
    <div className="month">
      <table>
        <caption>
          {name} {missing > 0 && <small>{s.say(words(`缺 ${missing} 天`, `${missing} days without`))}</small>}
        </caption>
        <thead>
          <tr>
            {weekdays.map((w, at) => (
              <th key={at} scope="col">
                {s.say(w)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: Math.ceil((offset + count) / 7) }, (_, week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (__, at) => {
                const day = week * 7 + at - offset + 1
                const inside = day >= 1 && day <= count
                const date = `${name}-${String(day).padStart(2, '0')}`
                return <td key={at}>{inside ? <Day view={days.get(date)} day={day} name={date} s={s} /> : null}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Days by level as one bar with its legend: the year at a glance. */
function Levels({ days, s }: { days: readonly DayView[]; s: Saying }) {
  const counted = levels.map((level) => ({ ...level, days: days.filter((day) => day.grade === level.grade).length }))
  const without = days.filter((day) => day.aqi === null).length
  return (
    <>
      <ul className="shares" aria-hidden="true">
        {counted
          .filter((level) => level.days > 0)
          .map((level) => (
            <li key={level.grade} className={`g${level.grade}`} style={{ flexGrow: level.days, flexBasis: 0 }}>
              {level.days > 14 ? level.days : ''}
            </li>
          ))}
      </ul>
      <ul className="legend">
        {counted.map((level) => (
          <li key={level.grade}>
            <span className={`g${level.grade}`}>{s.say(level.letter)}</span>
            {s.say(level.title)} <b>{level.days}</b> {s.say(words('天', 'days'))}
          </li>
        ))}
        {without > 0 && (
          <li>
            <span className="g0">?</span>
            {s.say(unpublished)} <b>{without}</b> {s.say(words('天', 'days'))}
          </li>
        )}
      </ul>
    </>
  )
}

function DayTable({ days, s }: { days: readonly DayView[]; s: Saying }) {
  return (
    <details>
      <summary>{s.say(words('以表格查看', 'As a table'))}</summary>
      <div className="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{s.say(words('日期', 'Day'))}</th>
              <th className="number">AQI</th>
              <th>{s.say(words('级别', 'Level'))}</th>
              <th>{s.say(words('首要污染物', 'Primary pollutant'))}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((d) => {
              const level = levelOf(d.grade)
              return (
                <tr key={d.day}>
                  <td>
                    <a href={s.to(d.figure)}>{d.day}</a>
                  </td>
                  <td className="number">{d.aqi ?? '—'}</td>
                  <td>{level ? s.say(level.title) : s.say(d.why ?? gap)}</td>
                  <td>{d.primary.map((each) => s.say(pollutants[each])).join(s.language === 'en' ? ', ' : '、')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}

interface CityProps {
  readonly name: Words
  readonly year: string
  readonly years: readonly string[]
  readonly code: string
  readonly days: readonly DayView[]
  readonly figures: readonly YearFigure[]
  readonly s: Saying
}

export function CityPage({ name, year, years, code, days, figures, s }: CityProps) {
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <>
      <h1>
        {s.say(name)} · {year} {s.say(words('空气质量日历', 'calendar of the air'))}
      </h1>
      {years.length > 0 && (
        <ul className="pager" aria-label={s.say(words('年份', 'Year'))}>
          {years.map((each) => (
            <li key={each}>
              <a href={`${s.to(`/air/${code}`)}?year=${each}`} aria-current={each === year ? 'true' : undefined}>
                {each}
              </a>
            </li>
          ))}
        </ul>
      )}
      {days.length === 0 ? (
        <p className="notice">
          {s.say(words('没有该年的监测数据。不是零，是没有。', 'There are no readings of that year: not zero, but none.'))}
        </p>
      ) : (
        <>
          <ul className="stats">
            {figures.map((figure) => (
              <li key={figure.figure}>
                <b>
                  <a href={s.to(figure.figure)}>{figure.value ?? '—'}</a> <small className="soft small">{unitIn(figure.unit, s)}</small>
                </b>
                <span>{s.say(figure.title)}</span>
              </li>
            ))}
          </ul>
          <Levels days={days} s={s} />
          <div className="months">
            {Array.from({ length: 12 }, (_, at) => (
              <Month key={at} year={year} month={at + 1} days={byDay} s={s} />
            ))}
          </div>
          <DayTable days={days} s={s} />
        </>
      )}
    </>
  )
}
