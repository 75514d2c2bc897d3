// The calendar of a city's days: twelve months with colour and letter, and the same as a table.
import { words, type Words } from '../../kernel/words.ts'
import type { DayView } from '../data/air.ts'
import { levels } from './air-pages.tsx'
import type { Saying } from './saying.ts'

const weekdays = [
  words('一', 'M'),
  words('二', 'T'),
  words('三', 'W'),
  words('四', 'T'),
  words('五', 'F'),
  words('六', 'S'),
  words('日', 'S'),
]

function Day({ view, day, s }: { view: DayView | undefined; day: number; s: Saying }) {
  const level = levels.find((l) => l.grade === view?.grade)
  if (!view)
    return (
      <span className="g0">
        {day}
        <small>—</small>
      </span>
    )
  const text = `${view.day}: AQI ${view.aqi ?? '—'} ${level ? s.say(level.title) : ''}`
  return (
    <a href={s.to(view.figure)} className={`g${view.grade ?? 0}`} aria-label={text} title={text}>
      {day}
      <small aria-hidden="true">{level ? s.say(level.letter) : '—'}</small>
    </a>
  )
}

function Month({ year, month, days, s }: { year: string; month: number; days: ReadonlyMap<string, DayView>; s: Saying }) {
  const first = new Date(Date.UTC(Number(year), month - 1, 1))
  const count = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const offset = (first.getUTCDay() + 6) % 7
  const name = `${year}-${String(month).padStart(2, '0')}`
  return (
    <div className="month">
      <table>
        <caption>{name}</caption>
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
                return (
                  <td key={at}>
                    {day >= 1 && day <= count ? <Day view={days.get(`${name}-${String(day).padStart(2, '0')}`)} day={day} s={s} /> : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function CityPage({
  name,
  year,
  years,
  code,
  days,
  s,
}: {
  name: Words
  year: string
  years: readonly string[]
  code: string
  days: readonly DayView[]
  s: Saying
}) {
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <>
      <h1>
        {s.say(name)} · {year} {s.say(words('空气质量日历', 'calendar of the air'))}
      </h1>
      <ul className="pager">
        {years.map((each) => (
          <li key={each}>
            <a href={`${s.to(`/air/${code}`)}?year=${each}`} aria-current={each === year ? 'true' : undefined}>
              {each}
            </a>
          </li>
        ))}
      </ul>
      <ul className="legend">
        {levels.map((l) => (
          <li key={l.grade}>
            <span className={`g${l.grade}`}>{s.say(l.letter)}</span>
            {s.say(l.title)}
          </li>
        ))}
      </ul>
      {days.length === 0 ? (
        <p className="notice">{s.say(words('没有该年的数据。', 'There are no data of that year.'))}</p>
      ) : (
        <div className="months">
          {Array.from({ length: 12 }, (_, at) => (
            <Month key={at} year={year} month={at + 1} days={byDay} s={s} />
          ))}
        </div>
      )}
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
                const level = levels.find((l) => l.grade === d.grade)
                return (
                  <tr key={d.day}>
                    <td>
                      <a href={s.to(d.figure)}>{d.day}</a>
                    </td>
                    <td className="number">{d.aqi ?? '—'}</td>
                    <td>{level ? s.say(level.title) : '—'}</td>
                    <td>{d.primary.join(', ')}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
