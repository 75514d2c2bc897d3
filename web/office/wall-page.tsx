// The wall display: how much is overdue and near, where, in which registers; and a measure of the cities month by month.
import { Button, Select, Slider, Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { dayOf } from '../../kernel/day.ts'
import type { Light } from '../../kernel/clock.ts'
import { words } from '../../kernel/words.ts'
import type { DueCounts } from '../parts/answers.ts'
import { get } from '../parts/api.ts'
import { say } from '../parts/language.ts'
import { LightMark, momentText } from '../parts/light.tsx'
import { useOffice, type Office } from '../parts/office.tsx'
import { serverNow } from '../parts/session.ts'
import { CityTable, TileMap, type CityValue } from '../parts/tile-map.tsx'
import { tilePlaces } from '../parts/tiles.ts'
import { Titled } from './titled.tsx'

const LineChart = lazy(() => import('../parts/line-chart.tsx'))

const texts = {
  title: words('大屏', 'Wall display'),
  whole: words('全屏', 'Whole screen'),
  overdue: words('逾期与将到期', 'Overdue and near'),
  where: words('各市逾期件数', 'Overdue by city'),
  month: words('各市逐月', 'Cities month by month'),
  measure: words('指标', 'Measure'),
  play: words('播放', 'Play'),
  pause: words('暂停', 'Pause'),
  table: words('数据表', 'Table'),
  count: words('件', 'Cases'),
  register: words('台账', 'Register'),
  none: words('没有逾期或将到期的事项', 'Nothing is overdue or near'),
}
const lights: readonly Light[] = ['red', 'yellow', 'green', 'grey']
const minute = 60_000

interface MeasureShown {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly dimensions: readonly string[]
  readonly period: string
  readonly better: 'lower' | 'higher' | 'neither'
}

interface FigureShown {
  readonly dimensions: Readonly<Record<string, string>>
  readonly at: string
  readonly value: string | null
}

const cityCodes = Object.keys(tilePlaces)

/** The tile under which a place is counted. */
function cityOf(office: Office, code: string | undefined): string | null {
  if (!code) return null
  return office.tree.chain(code, dayOf(serverNow())).find((each) => cityCodes.includes(each)) ?? null
}

const sum = (rows: DueCounts['counts'], keep: (row: DueCounts['counts'][number]) => boolean): number =>
  rows.filter(keep).reduce((total, row) => total + row.count, 0)

function Registers({ counts }: { counts: DueCounts['counts'] }) {
  const office = useOffice()
  const rows = [...new Set(counts.map((row) => row.register))]
    .map((name) => ({
      name,
      red: sum(counts, (row) => row.register === name && row.light === 'red'),
      yellow: sum(counts, (row) => row.register === name && row.light === 'yellow'),
    }))
    .filter((row) => row.red + row.yellow > 0)
    .sort((a, b) => b.red - a.red || b.yellow - a.yellow)
    .slice(0, 10)
  const most = Math.max(1, ...rows.map((row) => row.red + row.yellow))
  if (rows.length === 0) return <p className="soft">{say(texts.none)}</p>
  return (
    <table className="plain bars">
      <thead>
        <tr>
          <th scope="col">{say(texts.register)}</th>
          <th scope="col" className="number">
            <LightMark light="red" />
          </th>
          <th scope="col" className="number">
            <LightMark light="yellow" />
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{office.register(row.name)?.title ?? row.name}</th>
            <td className="number">{row.red}</td>
            <td className="number">{row.yellow}</td>
            <td className="bar-cell" aria-hidden>
              <span className="bar red" style={{ width: `${(row.red / most) * 100}%` }} />
              <span className="bar yellow" style={{ width: `${(row.yellow / most) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OverdueMap({ counts }: { counts: DueCounts['counts'] }) {
  const office = useOffice()
  const cities = cityCodes.map((code): CityValue => {
    const value = sum(counts, (row) => row.light === 'red' && cityOf(office, office.offices.get(row.office ?? '')?.area) === code)
    return { code, name: office.placeTitle(code), value, text: String(value) }
  })
  return (
    <section aria-labelledby="wall-where">
      <h2 id="wall-where">{say(texts.where)}</h2>
      <TileMap cities={cities} label={say(texts.where)} better="lower" />
      <details>
        <summary>{say(texts.table)}</summary>
        <CityTable cities={cities} caption={say(texts.where)} value={say(texts.count)} />
      </details>
    </section>
  )
}

interface MonthControlsProps {
  readonly months: readonly string[]
  readonly at: number
  readonly setAt: (at: number) => void
  readonly playing: boolean
  readonly setPlaying: (on: boolean) => void
}

function MonthControls(props: MonthControlsProps) {
  const { months, at, setAt, playing, setPlaying } = props
  return (
    <div className="month-controls">
      <Button onClick={() => setPlaying(!playing)} aria-pressed={playing}>
        {say(playing ? texts.pause : texts.play)}
      </Button>
      <Slider
        min={0}
        max={months.length - 1}
        value={at}
        onChange={setAt}
        tooltip={{ open: false }}
        ariaLabelForHandle={say(texts.month)}
        ariaValueTextFormatterForHandle={(value) => months[value] ?? ''}
      />
      <b className="month-now">{months[at]}</b>
    </div>
  )
}

function Months({ measure }: { measure: MeasureShown }) {
  const office = useOffice()
  const [place, setPlace] = useState<number | null>(null)
  const [playing, setPlaying] = useState(false)
  const [city, setCity] = useState(cityCodes[7]!)
  const { data } = useQuery({
    queryKey: ['wall', measure.name],
    staleTime: 10 * minute,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<{ items: readonly FigureShown[] }>(`/api/v1/measures/${measure.name}?province=130000`, signal),
  })
  const items = useMemo(() => data?.items ?? [], [data])
  const months = useMemo(() => [...new Set(items.filter((item) => item.value !== null).map((item) => item.at))].sort(), [items])
  const at = Math.min(place ?? months.length - 1, months.length - 1)
  useEffect(() => {
    if (!playing || months.length === 0) return
    const timer = setInterval(() => setPlace((now) => ((now ?? months.length - 1) + 1) % months.length), 1200)
    return () => clearInterval(timer)
  }, [playing, months.length])
  const points = useMemo(() => {
    const own = new Map(items.filter((item) => item.dimensions['city'] === city).map((item) => [item.at, item.value]))
    return months.map((month) => ({ at: month, value: own.get(month) ?? null }))
  }, [items, city, months])
  if (!data) return <Skeleton active />
  const values = new Map(items.filter((item) => item.at === months[at]).map((item) => [item.dimensions['city'], item.value]))
  const cities = cityCodes.map((code): CityValue => {
    const value = values.get(code) ?? null
    return { code, name: office.placeTitle(code), value: value === null ? null : Number(value), text: value ?? '—' }
  })
  const title = `${months[at] ?? ''} ${say(measure.title)} (${measure.unit})`
  return (
    <>
      {months.length > 0 && <MonthControls months={months} at={at} setAt={setPlace} playing={playing} setPlaying={setPlaying} />}
      <TileMap cities={cities} label={title} better={measure.better} chosen={city} choose={setCity} />
      <details>
        <summary>{say(texts.table)}</summary>
        <CityTable cities={cities} caption={title} value={measure.unit} />
      </details>
      <Suspense fallback={<Skeleton active />}>
        <LineChart title={`${office.placeTitle(city)} ${say(measure.title)}`} unit={measure.unit} points={points} />
      </Suspense>
    </>
  )
}

function CityMonths() {
  const { data } = useQuery({
    queryKey: ['measures'],
    staleTime: Infinity,
    queryFn: ({ signal }) => get<{ items: readonly MeasureShown[] }>('/api/v1/measures', signal),
  })
  const usable = (data?.items ?? []).filter((each) => each.period === 'month' && each.dimensions.includes('city'))
  const [name, setName] = useState<string | null>(null)
  const measure = usable.find((each) => each.name === name) ?? usable.find((each) => each.name.endsWith('pm25')) ?? usable[0]
  if (!measure) return null
  return (
    <section aria-labelledby="wall-month">
      <h2 id="wall-month">{say(texts.month)}</h2>
      <Select
        className="filter"
        aria-label={say(texts.measure)}
        value={measure.name}
        onChange={setName}
        options={usable.map((each) => ({ value: each.name, label: say(each.title) }))}
      />
      <Months key={measure.name} measure={measure} />
    </section>
  )
}

export function WallPage() {
  const { data } = useQuery({
    queryKey: ['due-counts', false],
    refetchInterval: minute,
    queryFn: ({ signal }) => get<DueCounts>('/api/v1/due/counts', signal),
  })
  const counts = data?.counts ?? []
  return (
    <Titled title={say(texts.title)}>
      <div className="wall" id="wall">
        <div className="page-head">
          <h1>{say(texts.title)}</h1>
          <p>
            <time>{momentText(serverNow())}</time>{' '}
            <Button onClick={() => void document.getElementById('wall')?.requestFullscreen()}>{say(texts.whole)}</Button>
          </p>
        </div>
        <ul className="tiles big">
          {lights.map((light) => (
            <li key={light}>
              <div className={`tile ${light}`}>
                <LightMark light={light} />
                <b>{sum(counts, (row) => row.light === light)}</b>
              </div>
            </li>
          ))}
        </ul>
        <div className="wall-grid">
          <div>
            <section aria-labelledby="wall-registers">
              <h2 id="wall-registers">{say(texts.overdue)}</h2>
              {data ? <Registers counts={counts} /> : <Skeleton active />}
            </section>
            {data && <OverdueMap counts={counts} />}
          </div>
          <CityMonths />
        </div>
      </div>
    </Titled>
  )
}
