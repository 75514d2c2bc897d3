// One target: its path and values by year, its regions, and what others published word for word.
import { words, type Words } from '../../kernel/words.ts'
import { citedAs } from '../data/acts.ts'
import type { PublishedRecord, RegionValue, TargetView } from '../data/targets.ts'
import { PathChart, PathKey } from './charts.tsx'
import { unitIn, type Saying } from './saying.ts'
import { goalOf, latestOf, Origin, StateChip, texts } from './target-board.tsx'

function ByYear({ target, s }: { target: TargetView; s: Saying }) {
  const years = [...new Set([...target.path.map((p) => p.year), ...target.values.map((v) => v.year)])].sort((a, b) => a - b)
  return (
    <div className="scroll" tabIndex={0}>
      <table className="slim">
        <caption>
          {s.say(words('逐年路径与数值；点数值看它从哪里来', 'Path and values by year; open a value to see where it comes from'))} (
          {unitIn(target.unit, s)})
        </caption>
        <thead>
          <tr>
            <th>{s.say(texts.year)}</th>
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
                <td>{value && <Origin origin={value.origin} s={s} />}</td>
              </tr>
            ))
          })}
        </tbody>
      </table>
    </div>
  )
}

function Regions({ regions, unit, s }: { regions: readonly RegionValue[]; unit: string; s: Saying }) {
  if (regions.length === 0) return null
  return (
    <>
      <h2>{s.say(words('分地区', 'By region'))}</h2>
      <p className="soft small">
        {s.say(
          words(
            '各地区最近的数值；规划没有给各地区定目标，不作判定。',
            'The newest value of each region; the programme set no goals for regions, so none is judged.',
          ),
        )}
      </p>
      <div className="scroll" tabIndex={0}>
        <table className="slim">
          <thead>
            <tr>
              <th>{s.say(words('地区', 'Region'))}</th>
              <th className="number">
                {s.say(texts.value)} ({unitIn(unit, s)})
              </th>
              <th>{s.say(texts.year)}</th>
              <th>{s.say(texts.origin)}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((each) => (
              <tr key={each.region}>
                <td>{s.say(each.name)}</td>
                <td className="number">
                  <a href={s.to(each.figure)}>{each.value}</a>
                </td>
                <td>{each.at}</td>
                <td>
                  <Origin origin={each.origin} s={s} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Sources({ records, s }: { records: readonly PublishedRecord[]; s: Saying }) {
  if (records.length === 0) return null
  return (
    <>
      <h2>{s.say(words('他方公布的原文记录', 'What others published, word for word'))}</h2>
      <div className="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{s.say(words('时段', 'Period'))}</th>
              <th className="number">{s.say(words('原样', 'As printed'))}</th>
              <th>{s.say(words('来源', 'Source'))}</th>
              <th>{s.say(words('备注与矛盾', 'Remarks and contradictions'))}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                <td>
                  <a href={s.to(`/data/published-figures/${record.id}`)}>{record.period}</a>
                </td>
                <td className="number">
                  {record.printed} {record.unit}
                </td>
                <td className="small">{record.source}</td>
                <td className="small">
                  {record.contradicted && <span className="chip fair">{s.say(words('与他源矛盾', 'contradicted'))}</span>} {record.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface TargetProps {
  readonly target: TargetView
  readonly regions: readonly RegionValue[]
  readonly published: readonly PublishedRecord[]
  readonly asOf: Words
  readonly s: Saying
}

export function TargetPage({ target, regions, published, asOf, s }: TargetProps) {
  const latest = latestOf(target)
  return (
    <>
      <h1>{s.say(target.title)}</h1>
      <p>
        <StateChip target={target} s={s} /> {s.say(target.progress.why)}
        <span className="soft small"> · {s.say(words(`截至 ${asOf.zh}`, `as of ${asOf.en}`))}</span>
      </p>
      <p className="big">
        {latest ? <a href={s.to(latest.figure)}>{latest.value}</a> : s.say(texts.none)}{' '}
        {latest && (
          <small>
            {unitIn(target.unit, s)} · {latest.year} <Origin origin={latest.origin} s={s} />
          </small>
        )}
      </p>
      <dl className="facts measure">
        <dt>{s.say(texts.goal)}</dt>
        <dd>
          {goalOf(target, s)} ({target.goalYear})
        </dd>
        {target.baseline !== null && (
          <>
            <dt>{s.say(texts.base)}</dt>
            <dd>
              {target.baseline} {unitIn(target.unit, s)} ({target.baselineYear})
            </dd>
          </>
        )}
        <dt>{s.say(texts.asks)}</dt>
        <dd>
          <a href={s.to(`/law/${target.article}`)}>{s.say(citedAs(target.article))}</a>
        </dd>
      </dl>
      {target.caveat && (
        <p className="notice">
          <b>{s.say(texts.difference)}</b> {s.say(target.caveat)}
        </p>
      )}
      <div className="two">
        {target.values.length > 0 && (
          <figure className="figure-frame">
            <PathChart target={target} s={s} />
            <PathKey s={s} />
          </figure>
        )}
        <ByYear target={target} s={s} />
      </div>
      <Regions regions={regions} unit={target.unit} s={s} />
      <Sources records={published} s={s} />
    </>
  )
}
