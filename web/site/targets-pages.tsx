// Pages of the targets: the cards that a leader reads in ten seconds, and one target with its path and every value.
import { words } from '../../kernel/words.ts'
import type { ProgressState } from '../../systems/steering/targets/index.ts'
import type { TargetValue, TargetView } from '../data/targets.ts'
import { PathChart } from './charts.tsx'
import type { Saying } from './saying.ts'

const texts = {
  latest: words('最近值', 'Latest'),
  goal: words('目标', 'Goal'),
  base: words('基期', 'Baseline'),
  path: words('路径值', 'On the path'),
  year: words('年', ''),
  none: words('无数据', 'No data'),
  computed: words('计算', 'computed'),
  published: words('公布', 'as published'),
  year_: words('年份', 'Year'),
  value: words('数值', 'Value'),
  interval: words('区间', 'Interval'),
  origin: words('来源', 'Origin'),
  planned: words('路径', 'Path'),
  asks: words('依据', 'Asked by'),
  asOf: words('以年末为准', 'As at the end of'),
  difference: words('口径说明', 'What the figure is and is not'),
  why: words('判定', 'Why'),
}

const colours: Readonly<Record<ProgressState, string>> = {
  metSurely: 'good',
  met: 'good',
  ahead: 'good',
  onPath: 'good',
  behind: 'fair',
  missed: 'bad',
  notDecidable: 'fair',
  noData: '',
  suspended: '',
  discontinued: '',
}

export const StateChip = ({ target, s }: { target: TargetView; s: Saying }) => (
  <span className={`chip ${colours[target.progress.state]}`}>{s.say(target.stateTitle)}</span>
)

const Origin = ({ value, s }: { value: TargetValue; s: Saying }) => (
  <span className="origin">{s.say(value.origin === 'computed' ? texts.computed : texts.published)}</span>
)

const latestOf = (target: TargetView): TargetValue | null =>
  target.values.find((value) => value.year === target.progress.latest?.year) ?? null

const signs: Readonly<Record<TargetView['kind'], string>> = { atLeast: '≥', floor: '≥', every: '=', atMost: '≤', none: '=' }

function Card({ target, s }: { target: TargetView; s: Saying }) {
  const latest = latestOf(target)
  return (
    <li className="card">
      <div>
        <StateChip target={target} s={s} />
      </div>
      <h3>
        <a href={s.to(`/targets/${target.ordinal}`)}>
          {target.ordinal}. {s.say(target.title)}
        </a>
      </h3>
      <p className="figure" style={{ margin: 0 }}>
        {latest ? <a href={s.to(latest.figure)}>{latest.value}</a> : '—'}{' '}
        <small>
          {target.unit}
          {latest && ` · ${latest.year}`}
        </small>{' '}
        {latest && <Origin value={latest} s={s} />}
      </p>
      <dl>
        <dt>{s.say(texts.goal)}</dt>
        <dd>
          {signs[target.kind]} {target.goal} {target.unit} ({target.goalYear})
        </dd>
        {target.baseline !== null && (
          <>
            <dt>{s.say(texts.base)}</dt>
            <dd>
              {target.baseline} ({target.baselineYear})
            </dd>
          </>
        )}
        {target.progress.planned !== null && latest && (
          <>
            <dt>{s.say(texts.path)}</dt>
            <dd>
              {target.progress.planned} ({latest.year})
            </dd>
          </>
        )}
        {latest?.low && (
          <>
            <dt>{s.say(texts.interval)}</dt>
            <dd>
              {latest.low} – {latest.high}
            </dd>
          </>
        )}
      </dl>
      <p className="small soft" style={{ margin: 0 }}>
        {s.say(target.progress.why)}
      </p>
    </li>
  )
}

export const TargetCards = ({ targets, s }: { targets: readonly TargetView[]; s: Saying }) => (
  <ul className="cards">
    {targets.map((target) => (
      <Card key={target.id} target={target} s={s} />
    ))}
  </ul>
)

export function YearChooser({ year, years, s, path }: { year: number; years: readonly number[]; s: Saying; path: string }) {
  return (
    <nav aria-label={s.say(texts.asOf)}>
      <span className="soft">{s.say(texts.asOf)} </span>
      <ul className="pager" style={{ display: 'inline-flex', margin: 0 }}>
        {years.map((each) => (
          <li key={each}>
            <a href={`${s.to(path)}?year=${each}`} aria-current={each === year ? 'true' : undefined}>
              {each}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function TargetsPage({
  targets,
  year,
  years,
  s,
}: {
  targets: readonly TargetView[]
  year: number
  years: readonly number[]
  s: Saying
}) {
  return (
    <>
      <h1>{s.say(words('质量强省：十一项目标', 'A province strong in quality: eleven targets'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '冀政发〔2016〕33号提出的 2020 年目标。每个数值都能打开到记录；“计算”由本平台的记录算出，“公布”为他方发布的数值，两者从不混用。没有数据就写没有数据。',
            'What the programme of 2016 promised for 2020. Every value opens to its records; “computed” comes from records held here, “as published” from what others published, and the two are never mixed. Where there are no data it says so.',
          ),
        )}
      </p>
      <YearChooser year={year} years={years} s={s} path="/targets" />
      <TargetCards targets={targets} s={s} />
    </>
  )
}

export function TargetPage({ target, s }: { target: TargetView; s: Saying }) {
  const years = [...new Set([...target.path.map((p) => p.year), ...target.values.map((v) => v.year)])].sort((a, b) => a - b)
  return (
    <>
      <h1>{s.say(target.title)}</h1>
      <p>
        <StateChip target={target} s={s} /> {s.say(target.progress.why)}
      </p>
      <dl className="facts">
        <dt>{s.say(texts.goal)}</dt>
        <dd>
          {signs[target.kind]} {target.goal} {target.unit} ({target.goalYear})
        </dd>
        {target.baseline !== null && (
          <>
            <dt>{s.say(texts.base)}</dt>
            <dd>
              {target.baseline} {target.unit} ({target.baselineYear})
            </dd>
          </>
        )}
        <dt>{s.say(texts.asks)}</dt>
        <dd>
          <a href={s.to(`/law/${target.article}`)}>{target.article}</a>
        </dd>
      </dl>
      {target.caveat && (
        <p className="notice">
          <b>{s.say(texts.difference)}</b> {s.say(target.caveat)}
        </p>
      )}
      <div style={{ maxWidth: '36rem' }}>
        <PathChart target={target} s={s} />
      </div>
      <div className="scroll" tabIndex={0}>
        <table>
          <caption>
            {s.say(words('逐年路径与数值；点数值看它从哪里来', 'Path and values by year; open a value to see where it comes from'))} (
            {target.unit})
          </caption>
          <thead>
            <tr>
              <th>{s.say(texts.year_)}</th>
              <th className="number">{s.say(texts.planned)}</th>
              <th className="number">{s.say(texts.value)}</th>
              <th>{s.say(texts.interval)}</th>
              <th>{s.say(texts.origin)}</th>
            </tr>
          </thead>
          <tbody>
            {years.flatMap((year) => {
              const values = target.values.filter((v) => v.year === year)
              const planned = target.path.find((p) => p.year === year)?.value ?? '—'
              return (values.length > 0 ? values : [null]).map((value) => (
                <tr key={`${year}${value?.origin ?? ''}`}>
                  <td>{year}</td>
                  <td className="number">{planned}</td>
                  <td className="number">{value ? <a href={s.to(value.figure)}>{value.value}</a> : '—'}</td>
                  <td>{value?.low ? `${value.low} – ${value.high}` : ''}</td>
                  <td>{value && <Origin value={value} s={s} />}</td>
                </tr>
              ))
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
