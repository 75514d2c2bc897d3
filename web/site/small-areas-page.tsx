// Rates of counties: what was counted beside what can be said of it, each with its interval, the formula, and what is withheld.
import { words } from '../../kernel/words.ts'
import type { AreaRates, AreaShown, RateName } from '../data/small-areas.ts'
import { Cell, Headings } from './published-parts.tsx'
import type { Saying } from './saying.ts'

interface SmallAreasProps {
  readonly name: RateName
  readonly rates: AreaRates | null
  readonly nameOf: (area: string) => string
  readonly s: Saying
}

const kinds = {
  failures: words('抽查不合格率', 'Share of samples that failed'),
  complaints: words('投诉中涉及安全的占比', 'Share of complaints that speak of safety'),
} as const
const counted = {
  failures: words('不合格 / 抽查批次', 'Failed / samples'),
  complaints: words('涉及安全 / 投诉', 'Of safety / complaints'),
} as const
const titles = {
  county: words('县（市、区）', 'County'),
  raw: words('原始率', 'Raw rate'),
  estimate: words('估计', 'Estimate'),
  interval: words('95% 区间', '95 % interval'),
  own: words('自身数据权重 C', 'Weight of its own C'),
  drawing: words('图示', 'Drawn'),
} as const

/** Rows that stand open; the others unfold. */
const openRows = 30
const written = (rate: number): string => `${(100 * Math.min(1, rate)).toFixed(1)}%`

function Chooser({ name, s }: { name: RateName; s: Saying }) {
  return (
    <form method="get" action={s.to('/risks/areas')} className="chooser">
      <div style={{ flex: '0 1 24rem', minWidth: 0 }}>
        <label htmlFor="kind">{s.say(words('看什么', 'What is counted'))}</label>
        <select id="kind" name="kind" defaultValue={name} style={{ width: '100%', maxWidth: '24rem', minWidth: 0 }}>
          {(Object.keys(kinds) as RateName[]).map((each) => (
            <option key={each} value={each}>
              {s.say(kinds[each])}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">{s.say(words('显示', 'Show'))}</button>
    </form>
  )
}

/** The raw rate as a ring, the estimate as a dot on its interval, the mean as a line; the row's numbers say the same. */
function Drawn({ area, mean, most }: { area: AreaShown; mean: number; most: number }) {
  const [width, height] = [150, 18]
  const x = (rate: number) => 4 + (Math.min(rate, most) / most) * (width - 8)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line x1={x(mean)} x2={x(mean)} y1="0" y2={height} stroke="var(--soft)" strokeDasharray="2 2" />
      <line x1={x(area.low)} x2={x(area.high)} y1={height / 2} y2={height / 2} stroke="var(--plot)" strokeWidth="2" />
      {area.raw !== null && !area.onlyEstimate && (
        <circle cx={x(area.raw)} cy={height / 2} r="4" fill="none" stroke="var(--ink)" strokeWidth="1.2" />
      )}
      <circle cx={x(area.estimate)} cy={height / 2} r="3.4" fill="var(--plot)" />
    </svg>
  )
}

function Row({ area, rates, most, props }: { area: AreaShown; rates: AreaRates; most: number; props: SmallAreasProps }) {
  const { name, nameOf, s } = props
  return (
    <tr>
      <Cell title={s.say(titles.county)}>{nameOf(area.area)}</Cell>
      <Cell title={s.say(counted[name])} number>
        {area.events} / {area.of}
      </Cell>
      <Cell title={s.say(titles.raw)} number>
        {area.raw === null || area.onlyEstimate ? '—' : written(area.raw)}
      </Cell>
      <Cell title={s.say(titles.estimate)} number>
        <b>{written(area.estimate)}</b>
      </Cell>
      <Cell title={s.say(titles.interval)} number>
        {written(area.low)} – {written(area.high)}
      </Cell>
      <Cell title={s.say(titles.own)} number>
        {area.own.toFixed(2)}
      </Cell>
      <Cell title={s.say(titles.drawing)}>
        <Drawn area={area} mean={rates.mean} most={most} />
      </Cell>
    </tr>
  )
}

const Formula = ({ rates, name, s }: { rates: AreaRates; name: RateName; s: Saying }) => {
  const [mean, between] = [rates.mean.toPrecision(4), rates.between.toPrecision(4)]
  return (
    <>
      <h2>{s.say(words('怎样算的', 'How it is reckoned'))}</h2>
      <p>
        <code>θ = m + C·(r − m)</code>, <code>C = A / (A + m/n)</code>
      </p>
      <p>
        {s.say(
          words(
            `r 是县自己的率，n 是基数，m = ${mean} 是各县合计的率，A = ${between} 是县与县之间超出偶然的方差（Marshall 1991）。n 越小，C 越小，估计越靠近 m；A 为 0 时各县之差不超过偶然，都取 m。`,
            `r is the county’s own rate, n its base, m = ${mean} the rate of all together, A = ${between} the variance between counties beyond chance (Marshall 1991). The smaller n, the smaller C and the nearer the estimate to m; with A = 0 counties differ no more than by chance and all take m.`,
          ),
        )}
      </p>
      <p>
        {s.say(
          words(
            '区间是形状 m²/A + 件数、速率 m/A + n 的伽马分布中间的 95%，它的均值就是 θ；A 为 0 时是形状 ½ + 件数合计、速率为基数合计的伽马分布。m 和 A 本身的误差没有计入。',
            'The interval is the middle 95 % of a gamma of shape m²/A + events and rate m/A + n, whose mean is θ; with A = 0 of a gamma of shape ½ + all events and the rate of the whole base. The error of m and A themselves is not in it.',
          ),
        )}{' '}
        {s.say(
          name === 'failures'
            ? words(
                '只计随机抽取并已公布最终结论的样品，不加权；基数不足 5 的不列原始率。',
                'Only samples drawn by chance whose final result is published, without weights; no raw rate stands on fewer than 5.',
              )
            : words(
                '投诉是消费者的说法，尚未认定。投诉不足 5 件的县不显示，也不计入 m 和 A，因为由它们可以倒推件数，所以 m 与全省合计略有出入。',
                'A complaint is what a consumer says and no finding. Counties with fewer than 5 complaints are withheld and are in neither m nor A, from which they could be found, so that m differs a little from the rate of all.',
              ),
        )}
      </p>
    </>
  )
}

interface TableProps {
  readonly rates: AreaRates
  readonly areas: readonly AreaShown[]
  readonly most: number
  readonly props: SmallAreasProps
}

function Table({ rates, areas, most, props }: TableProps) {
  const { name, s } = props
  const columns = [titles.county, counted[name], titles.raw, titles.estimate, titles.interval, titles.own, titles.drawing]
  return (
    <table className="stacks">
      <caption>
        {s.say(kinds[name])} · {rates.from} – {rates.to} · {s.say(words('空心圆为原始率，实心点为估计，虚线为合计', 'ring: raw rate, dot: estimate, dashed: all together'))}
      </caption>
      <Headings titles={columns.map((title) => s.say(title))} numbers={columns.slice(1, -1).map((title) => s.say(title))} />
      <tbody>
        {areas.map((area) => (
          <Row key={area.area} area={area} rates={rates} most={most} props={props} />
        ))}
      </tbody>
    </table>
  )
}

export function SmallAreasPage(props: SmallAreasProps) {
  const { name, rates, nameOf, s } = props
  const ends = (rates?.areas ?? []).map(({ high, raw, onlyEstimate }) => Math.max(Math.min(1, high), onlyEstimate ? 0 : (raw ?? 0)))
  const most = Math.max(...ends, 1e-9)
  return (
    <>
      <h1>{s.say(words('各县的率', 'Rates of counties'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '县里抽得少、投诉少的，一两件就能让率大起大落。估计把各县的率按数据多少向平均拉近，免得把偶然当作好坏。',
            'Where few are counted, one or two make a rate leap. The estimate draws each county towards the mean the more, the fewer it rests on, so that chance is not taken for merit or fault.',
          ),
        )}
      </p>
      <Chooser name={name} s={s} />
      {rates === null ? (
        <p className="notice">{s.say(words('这段时间没有可以计数的记录。', 'Nothing was counted in this time.'))}</p>
      ) : (
        <>
          <Table rates={rates} areas={rates.areas.slice(0, openRows)} most={most} props={props} />
          {rates.areas.length > openRows && (
            <details>
              <summary>{s.say(words(`其余 ${rates.areas.length - openRows} 个县`, `The other ${rates.areas.length - openRows} counties`))}</summary>
              <Table rates={rates} areas={rates.areas.slice(openRows)} most={most} props={props} />
            </details>
          )}
          {rates.withheld.length > 0 && (
            <p className="notice">
              {s.say(words('少于 5 件，为保护当事人不予显示：', 'Fewer than five, withheld to protect those concerned: '))}
              {rates.withheld.map(nameOf).join(s.language === 'en' ? ', ' : '、')}
            </p>
          )}
          <Formula rates={rates} name={name} s={s} />
        </>
      )}
      <p className="small">
        <a href={s.to('/risks')}>{s.say(words('风险预警', 'Warnings'))}</a>
      </p>
    </>
  )
}
