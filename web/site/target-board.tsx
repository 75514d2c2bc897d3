// The board of targets that a leader reads in ten seconds: the tally of states, a line for each, and the page around them.
import { words, type Words } from '../../kernel/words.ts'
import type { ProgressState } from '../../systems/steering/targets/index.ts'
import type { Board, TargetValue, TargetView } from '../data/targets.ts'
import { PathKey, Spark } from './charts.tsx'
import { unitIn, type Saying } from './saying.ts'

export const texts = {
  latest: words('最近值', 'Latest'),
  goal: words('目标', 'Goal'),
  base: words('基期', 'Baseline'),
  none: words('无数据', 'No data'),
  computed: words('计算', 'computed'),
  published: words('公布', 'as published'),
  year: words('年份', 'Year'),
  value: words('数值', 'Value'),
  interval: words('区间', 'Interval'),
  origin: words('来源', 'Origin'),
  planned: words('路径', 'Path'),
  asks: words('依据', 'Asked by'),
  asOf: words('以年末为准', 'As at the end of'),
  difference: words('口径说明', 'What the figure is and is not'),
  state: words('判定', 'State'),
  trend: words('路径与数值', 'Path and values'),
  target: words('目标内容', 'Target'),
}

const colours: Readonly<Record<ProgressState, 'good' | 'fair' | 'bad' | 'none'>> = {
  metSurely: 'good',
  met: 'good',
  ahead: 'good',
  onPath: 'good',
  behind: 'bad',
  missed: 'bad',
  notDecidable: 'fair',
  noData: 'none',
  suspended: 'none',
  discontinued: 'none',
}

export const StateChip = ({ target, s }: { target: TargetView; s: Saying }) => (
  <span className={`chip ${colours[target.progress.state]}`}>{s.say(target.stateTitle)}</span>
)

export const Origin = ({ origin, s }: { origin: TargetValue['origin']; s: Saying }) => (
  <span className="origin">{s.say(origin === 'computed' ? texts.computed : texts.published)}</span>
)

export const latestOf = (target: TargetView): TargetValue | null =>
  target.values.find((value) => value.year === target.progress.latest?.year) ?? null

const signs: Readonly<Record<TargetView['kind'], string>> = { atLeast: '≥', floor: '≥', every: '=', atMost: '≤', none: '=' }

export const goalOf = (target: TargetView, s: Saying): string => `${signs[target.kind]} ${target.goal} ${unitIn(target.unit, s)}`

const groups: readonly { readonly colour: 'good' | 'bad' | 'fair' | 'none'; readonly title: Words }[] = [
  { colour: 'good', title: words('达成或按路径', 'met or on the path') },
  { colour: 'bad', title: words('滞后或未达成', 'behind or missed') },
  { colour: 'fair', title: words('不能判定', 'not decidable') },
  { colour: 'none', title: words('无数据或不再执行', 'no data or no longer pursued') },
]

/** The state of all at a glance: a square for each target in its order, and how many of each kind. */
export function Tally({ targets, s }: { targets: readonly TargetView[]; s: Saying }) {
  return (
    <>
      <ol className="tally" aria-label={s.say(words('各目标的判定', 'State of each target'))}>
        {targets.map((target) => {
          const text = `${target.ordinal}. ${s.say(target.title)}: ${s.say(target.stateTitle)}`
          return (
            <li key={target.id}>
              <a href={s.to(`/targets/${target.ordinal}`)} className={colours[target.progress.state]} title={text} aria-label={text}>
                {target.ordinal}
              </a>
            </li>
          )
        })}
      </ol>
      <ul className="counts">
        {groups.map(({ colour, title }) => (
          <li key={colour}>
            <i className={colour} />
            <b>{targets.filter((target) => colours[target.progress.state] === colour).length}</b> {s.say(title)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ target, s }: { target: TargetView; s: Saying }) {
  const latest = latestOf(target)
  return (
    <tr>
      <td className="number ordinal">{target.ordinal}</td>
      <td className="what">
        <a href={s.to(`/targets/${target.ordinal}`)}>{s.say(target.title)}</a>
        <small>{s.say(target.progress.why)}</small>
      </td>
      <td>
        {latest ? (
          <span className="now">
            <a href={s.to(latest.figure)}>{latest.value}</a>{' '}
            <small>
              {unitIn(target.unit, s)} · {latest.year}
            </small>{' '}
            <Origin origin={latest.origin} s={s} />
          </span>
        ) : (
          <span className="soft">{s.say(texts.none)}</span>
        )}
        {latest?.low && (
          <div className="small soft">
            {s.say(texts.interval)} {latest.low} – {latest.high}
          </div>
        )}
      </td>
      <td className="goal">
        {goalOf(target, s)} <span className="soft small">({target.goalYear})</span>
        {target.baseline !== null && (
          <div className="small soft">
            {s.say(texts.base)} {target.baseline} ({target.baselineYear})
          </div>
        )}
        {target.progress.planned !== null &&
          latest &&
          target.kind !== 'floor' &&
          target.kind !== 'every' &&
          latest.year !== target.goalYear && (
            <div className="small soft">
              {s.say(texts.planned)} {target.progress.planned} ({latest.year})
            </div>
          )}
      </td>
      <td className="line">
        <Spark target={target} />
      </td>
      <td className="state">
        <StateChip target={target} s={s} />
      </td>
    </tr>
  )
}

export function TargetBoard({ targets, s }: { targets: readonly TargetView[]; s: Saying }) {
  return (
    <table className="board">
      <thead>
        <tr>
          <th className="number">#</th>
          <th>{s.say(texts.target)}</th>
          <th>{s.say(texts.latest)}</th>
          <th>{s.say(texts.goal)}</th>
          <th>{s.say(texts.trend)}</th>
          <th>{s.say(texts.state)}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <Row key={target.id} target={target} s={s} />
        ))}
      </tbody>
    </table>
  )
}

const sameYear = (year: number, boards: Board['boards'][number]): string =>
  `?year=${year}&programme=${encodeURIComponent(boards.programme)}&region=${boards.region}`

interface TargetsProps {
  readonly board: Board
  readonly nameOf: (region: string) => Words
  readonly year: number
  readonly years: readonly number[]
  readonly s: Saying
}

export function TargetsPage({ board, nameOf, year, years, s }: TargetsProps) {
  const { targets } = board
  return (
    <>
      <h1>
        {s.say(
          words(
            `质量强省：${targets.length === 11 ? '十一' : targets.length}项目标`,
            `A province strong in quality: ${targets.length === 11 ? 'eleven' : targets.length} targets`,
          ),
        )}
      </h1>
      <p className="lead">
        {s.say(
          words(
            `${board.programme}提出的目标。每个数值都能打开到记录；“计算”由本平台的记录算出，“公布”为他方发布的数值，两者从不混用。没有数据就写没有数据。`,
            `What the programme ${board.programme} promised. Every value opens to its records; “computed” comes from records held here, “as published” from what others published, and the two are never mixed. Where there are no data it says so.`,
          ),
        )}
      </p>
      <nav aria-label={s.say(texts.asOf)}>
        <ul className="pager">
          <li className="soft">{s.say(texts.asOf)}</li>
          {years.map((each) => (
            <li key={each}>
              <a href={`${s.to('/targets')}${sameYear(each, board)}`} aria-current={each === year ? 'true' : undefined}>
                {each}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {board.boards.length > 1 && (
        <ul className="pager" aria-label={s.say(words('规划与地区', 'Programme and region'))}>
          {board.boards.map((each) => (
            <li key={`${each.programme}${each.region}`}>
              <a
                href={`${s.to('/targets')}${sameYear(year, each)}`}
                aria-current={each.programme === board.programme && each.region === board.region ? 'true' : undefined}
              >
                {each.programme} · {s.say(nameOf(each.region))}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Tally targets={targets} s={s} />
      <TargetBoard targets={targets} s={s} />
      <PathKey s={s} />
    </>
  )
}
