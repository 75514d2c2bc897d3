// Proficiency rounds: what takes results now, what was published, and one round with its values, a chart of z and the scores by code.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import type { Register } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { scoresOf, shareOf, type ScoreShown } from '../data/proficiency.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { Cell, Chip, Facts, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

const titles = {
  scheme: words('计划', 'Scheme'),
  product: words('产品', 'Product'),
  parameter: words('项目', 'Parameter'),
  closes: words('结果截止日', 'Results until'),
  participants: words('参加数', 'Results'),
  satisfactory: words('满意', 'Satisfactory'),
  code: words('参加编号', 'Code'),
  value: words('结果', 'Result'),
  expanded: words('U（k=2）', 'U (k = 2)'),
  z: words('z', 'z'),
  zPrime: words('z′', 'z′'),
  zeta: words('ζ', 'ζ'),
  en: words('Eₙ', 'Eₙ'),
  performance: words('评价', 'Performance'),
} as const
const tones = { satisfactory: 'good', questionable: 'fair', unsatisfactory: 'bad' } as const
const performances = {
  satisfactory: words('满意', 'Satisfactory'),
  questionable: words('有问题', 'Questionable'),
  unsatisfactory: words('不满意', 'Unsatisfactory'),
} as const

/** A decimal without the zeros that only its column has. */
const bare = (value: unknown): string => {
  if (value === null || value === undefined) return '—'
  return String(value).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

export const PerformanceChip = ({ performance, s }: { performance: unknown; s: Saying }) => {
  const known = performance as keyof typeof tones
  return <Chip tone={tones[known] ?? 'plain'}>{s.say(performances[known])}</Chip>
}

const Invented = ({ item, s }: { item: Published; s: Saying }) =>
  item.values['invented'] === true ? <Chip tone="plain">{s.say(words('虚构演示', 'invented'))}</Chip> : null

/** The form of a new result with the round and its unit filled in. */
const handIn = ({ id, values }: Published): string =>
  `/desk/proficiency-result/open?${new URLSearchParams({ round: id, unit: String(values['unit']) }).toString()}`

function OpenRounds({ of, open, s }: { of: Register; open: readonly Published[]; s: Saying }) {
  if (open.length === 0)
    return <p className="notice">{s.say(words('现在没有接收结果的能力验证。', 'No round takes results at present.'))}</p>
  return (
    <>
      <table className="stacks">
        <Headings titles={(['scheme', 'product', 'parameter', 'closes'] as const).map((name) => s.say(titles[name]))} />
        <tbody>
          {open.map((item) => (
            <tr key={item.id}>
              <Cell title={s.say(titles.scheme)}>
                {written(item.values['title'], s)} <span className="soft small">{item.number}</span> <Invented item={item} s={s} />
              </Cell>
              <Cell title={s.say(titles.product)}>{valueIn(of.fields['productClass']!, item.values['productClass'], s)}</Cell>
              <Cell title={s.say(titles.parameter)}>
                {written(item.values['parameter'], s)} <span className="soft small">{String(item.values['unit'])}</span>
              </Cell>
              <Cell title={s.say(titles.closes)}>
                {String(item.values['closes'])} · <a href={s.to(handIn(item))}>{s.say(words('提交结果', 'Hand in a result'))}</a>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">
        {s.say(words('机构登录后提交；截止日结束前可以更正，之后不再接收。', 'Laboratories sign in to hand in; a result may be amended until the day ends, and none is taken after.'))}
      </p>
    </>
  )
}

export function RoundsPage({ of, open, rounds, s }: { of: Register; open: readonly Published[]; rounds: readonly Published[]; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('能力验证', 'Proficiency rounds'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '同一样品送多家机构各自检测，比一比谁测得准。参加者以编号列出；同意公开名称的，在机构页上可以看到。',
            'Many laboratories test the same material, and each learns how near it came. Participants stand under a code; those that agreed are named on their own page.',
          ),
        )}
      </p>
      <h2>{s.say(words('正在接收结果', 'Taking results'))}</h2>
      <OpenRounds of={of} open={open} s={s} />
      <h2>{s.say(words('已公布', 'Published'))}</h2>
      {rounds.length === 0 ? (
        <p className="notice">{s.say(words('还没有公布的轮次。', 'No round has been published yet.'))}</p>
      ) : (
        <table className="stacks">
          <Headings titles={(['scheme', 'product', 'parameter', 'participants', 'satisfactory'] as const).map((name) => s.say(titles[name]))} />
          <tbody>
            {rounds.map((item) => (
              <tr key={item.id}>
                <Cell title={s.say(titles.scheme)}>
                  <a href={s.to(`/proficiency/${item.id}`)}>{written(item.values['title'], s)}</a> <Invented item={item} s={s} />
                </Cell>
                <Cell title={s.say(titles.product)}>{valueIn(of.fields['productClass']!, item.values['productClass'], s)}</Cell>
                <Cell title={s.say(titles.parameter)}>{written(item.values['parameter'], s)}</Cell>
                <Cell title={s.say(titles.participants)} number>
                  {String(item.values['participants'])}
                </Cell>
                <Cell title={s.say(titles.satisfactory)} number>
                  {shareOf(scoresOf(item), 'satisfactory')}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small">
        <a href={s.to('/laboratories')}>{s.say(words('找检测机构', 'Find a laboratory'))}</a> ·{' '}
        <a href="/api/v1/publications/proficiency-rounds">{s.say(words('数据（JSON）', 'As data (JSON)'))}</a>
      </p>
    </>
  )
}

const chart = { width: 720, height: 220, left: 34, right: 8, top: 10, bottom: 10, least: 3.4, most: 5 }
const colours = { satisfactory: 'var(--good)', questionable: 'var(--fair)', unsatisfactory: 'var(--bad)' }

/** Scores from the least to the greatest between the lines at 2 and 3; what lies beyond 5 ends at the frame. The table says the same. */
function ScoreChart({ scores }: { scores: readonly ScoreShown[] }) {
  const { width, height, left, right, top, bottom } = chart
  const furthest = Math.max(0, ...scores.map(({ z }) => Math.abs(Number(z))))
  const most = Math.max(chart.least, Math.min(chart.most, furthest))
  const sorted = scores.toSorted((a, b) => Number(a.z) - Number(b.z))
  const y = (z: number) => top + ((most - Math.max(-most, Math.min(most, z))) / (2 * most)) * (height - top - bottom)
  const slot = (width - left - right) / Math.max(sorted.length, 1)
  const bar = Math.min(28, slot * 0.7)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" style={{ width: '100%', maxWidth: width, height: 'auto' }}>
      {[-3, -2, 0, 2, 3].map((at) => (
        <g key={at}>
          <line
            x1={left}
            x2={width - right}
            y1={y(at)}
            y2={y(at)}
            stroke={Math.abs(at) === 3 ? 'var(--bad)' : 'var(--soft)'}
            strokeWidth="1"
            strokeDasharray={at === 0 ? undefined : '4 3'}
          />
          <text x={left - 6} y={y(at) + 4} textAnchor="end" fontSize="12" fill="var(--soft)">
            {String(at).replace('-', '−')}
          </text>
        </g>
      ))}
      {sorted.map((each, n) => {
        const end = y(Number(each.z))
        const middle = left + slot * (n + 0.5)
        return (
          <rect
            key={each.code}
            x={middle - bar / 2}
            width={bar}
            y={Math.min(end, y(0))}
            height={Math.max(1.5, Math.abs(end - y(0)))}
            fill={colours[each.performance]}
          />
        )
      })}
    </svg>
  )
}

function Scores({ item, s }: { item: Published; s: Saying }) {
  const z = item.values['judgedBy'] === 'zPrime' ? titles.zPrime : titles.z
  const columns = [titles.code, titles.value, titles.expanded, z, titles.zeta, titles.en, titles.performance]
  return (
    <table className="stacks">
      <Headings titles={columns.map((each) => s.say(each))} />
      <tbody>
        {scoresOf(item).map((each) => (
          <tr key={each.code}>
            <Cell title={s.say(titles.code)}>{each.code}</Cell>
            <Cell title={s.say(titles.value)} number>
              {bare(each.value)}
            </Cell>
            <Cell title={s.say(titles.expanded)} number>
              {bare(each.expanded)}
            </Cell>
            <Cell title={s.say(z)} number>
              {each.z}
            </Cell>
            <Cell title={s.say(titles.zeta)} number>
              {each.zeta ?? '—'}
            </Cell>
            <Cell title={s.say(titles.en)} number>
              {each.en ?? '—'}
            </Cell>
            <Cell title={s.say(titles.performance)}>
              <PerformanceChip performance={each.performance} s={s} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Formulas = ({ prime, s }: { prime: boolean; s: Saying }) => (
  <p className="small soft">
    {s.say(
      prime
        ? words(
            'u(X) 不小于 0.3σ，因此以 z′ =（x − X）/√(σ² + u²(X)) 评价。',
            'As u(X) is not below 0.3 σ, z′ = (x − X)/√(σ² + u²(X)) is judged.',
          )
        : words('以 z =（x − X）/σ 评价。', 'z = (x − X)/σ is judged.'),
    )}{' '}
    {s.say(
      words(
        '绝对值不大于 2 为满意，大于 2 小于 3 为有问题，3 以上为不满意。ζ =（x − X）/√(u²(x) + u²(X))，Eₙ =（x − X）/√(U²(x) + U²(X))，k = 2。',
        'Up to 2 is satisfactory, between 2 and 3 questionable, from 3 unsatisfactory. ζ = (x − X)/√(u²(x) + u²(X)), Eₙ = (x − X)/√(U²(x) + U²(X)), k = 2.',
      ),
    )}{' '}
    <Cited to="iso-13528" s={s} />
  </p>
)

interface RoundProps {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  readonly s: Saying
}

export function RoundPage({ publication, item, sealed, s }: RoundProps) {
  const { values } = item
  const { fields } = publication.of
  const unit = String(values['unit'])
  const scores = scoresOf(item)
  const [good, fair, bad] = (['satisfactory', 'questionable', 'unsatisfactory'] as const).map((each) => shareOf(scores, each))
  return (
    <>
      <h1>{written(values['title'], s)}</h1>
      <p>
        {item.number} · <Chip tone="good">{`${s.say(performances.satisfactory)} ${good}`}</Chip>{' '}
        <Chip tone="fair">{`${s.say(performances.questionable)} ${fair}`}</Chip> <Chip tone="bad">{`${s.say(performances.unsatisfactory)} ${bad}`}</Chip>{' '}
        <Invented item={item} s={s} />
      </p>
      <Facts
        s={s}
        rows={[
          [words('组织单位', 'Organised by'), written(values['organised'], s)],
          [titles.product, valueIn(fields['productClass']!, values['productClass'], s)],
          [titles.parameter, s.say(words(`${written(values['parameter'], s)}（${unit}）`, `${written(values['parameter'], s)} (${unit})`))],
          [words('检测依据', 'Method'), values['method'] === null ? s.say(words('不限', 'any')) : written(values['method'], s)],
          [words('指定值 X', 'Assigned value X'), `${bare(values['assigned'])} ${unit} · ${valueIn(fields['valueFrom']!, values['valueFrom'], s)}`],
          [words('指定值的标准不确定度 u(X)', 'Its standard uncertainty u(X)'), `${bare(values['uAssigned'])} ${unit}`],
          [words('能力评定标准差 σ', 'Deviation for assessment σ'), `${bare(values['sigma'])} ${unit} · ${valueIn(fields['sigmaFrom']!, values['sigmaFrom'], s)}`],
          [titles.participants, String(values['participants'])],
          [titles.closes, String(values['closes'])],
          [words('以编号公布的依据', 'Published by code under'), <Cited key="basis" to={citationKey(publication.basis)} s={s} />],
        ]}
      />
      <h2>{s.say(words('各参加者的分数', 'Scores of the participants'))}</h2>
      <ScoreChart scores={scores} />
      <Formulas prime={values['judgedBy'] === 'zPrime'} s={s} />
      <Scores item={item} s={s} />
      <h2>{s.say(words('核验', 'Check it'))}</h2>
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
