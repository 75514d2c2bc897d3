// One figure opened: value, interval, method and edition, parameters, series, revisions with reasons, and what it came from.
import { citationKey } from '../../kernel/citation.ts'
import { words, type Words } from '../../kernel/words.ts'
import { addressOf, notesOf, type FigureView, type Linked, type Table } from '../data/figure.ts'
import type { ShownFigure } from '../../store/measures/shown.ts'
import { SeriesChart } from './charts.tsx'
import { Cited } from './cited.tsx'
import { unitIn, type Saying } from './saying.ts'

export const pageSize = 60

const texts = {
  computed: words('计算', 'computed'),
  published: words('公布', 'as published'),
  why: words('为什么没有数值', 'Why there is no value'),
  interval: words('95% 区间', '95 % interval'),
  n: words('依据的数据', 'Rests on'),
  coverage: words('数据齐全程度', 'Coverage'),
  method: words('方法与版本', 'Method and edition'),
  parameters: words('参数', 'Parameters'),
  asks: words('要求它的条款', 'Asked for by'),
  checkpoint: words('截至', 'As of'),
  revision: words('修订', 'Revision'),
  value: words('数值', 'Value'),
  computedOn: words('计算时间', 'Computed'),
  reason: words('理由', 'Reason'),
  other: words('其他修订', 'Other revisions'),
  parts: words('构成', 'What it is made of'),
  series: words('同一对象的其他时段', 'The same at other times'),
  withheldAll: words('例数过少，来源不列出。', 'Too few cases; what it came from is not listed.'),
}

const marks: Readonly<Record<string, Words>> = {
  V: words('已读原文', 'text read'),
  W: words('只读到摘录，待核实', 'only an excerpt read, to be verified'),
  U: words('待核实', 'unverified'),
  D: words('平台设计，非法规', 'our design, not law'),
}

function Content({ cell, s }: { cell: Words | string | Linked; s: Saying }) {
  if (typeof cell === 'string') return <>{cell}</>
  if (!('href' in cell)) return <>{s.say(cell)}</>
  return <a href={s.to(cell.href)}>{typeof cell.text === 'string' ? cell.text : s.say(cell.text)}</a>
}

function Pages({ total, page, s }: { total: number; page: number; s: Saying }) {
  const last = Math.ceil(total / pageSize)
  if (last < 2) return null
  const shown = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, last])].filter((each) => each >= 1 && each <= last)
  return (
    <nav aria-label={s.say(words('分页', 'Pages'))}>
      <ul className="pager">
        {shown.map((each) => (
          <li key={each}>
            <a href={`?page=${each}`} aria-current={each === page ? 'true' : undefined}>
              {each}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const totals: Readonly<Record<Table['kind'], (total: number) => Words>> = {
  reading: (total) => words(`来自 ${total} 个读数`, total === 1 ? 'It comes from one reading' : `It comes from ${total} readings`),
  figure: (total) => words(`来自 ${total} 个数值`, total === 1 ? 'It comes from one figure' : `It comes from ${total} figures`),
  record: (total) => words(`来自 ${total} 条记录`, total === 1 ? 'It comes from one record' : `It comes from ${total} records`),
}

function Rests({ rests, page, s }: { rests: Table; page: number; s: Saying }) {
  return (
    <>
      <h2>{s.say(totals[rests.kind](rests.total))}</h2>
      <p className="soft small">
        {s.say(
          words(
            '按计算当时的状态列出；之后的更正不在其中。',
            'As they stood when the figure was computed; what was corrected later is not in it.',
          ),
        )}
        {rests.withheld > 0 &&
          ` ${s.say(words(`其中 ${rests.withheld} 条只有承办人员能逐条查看。`, `${rests.withheld} of them may be opened one by one only by those in charge.`))}`}
      </p>
      {rests.rows.length > 0 && (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {rests.columns.map((column) => (
                  <th key={column.title.en} className={column.number ? 'number' : undefined}>
                    {s.say(column.title)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rests.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, place) => (
                    <td key={place} className={rests.columns[place]?.number ? 'number' : undefined}>
                      <Content cell={cell} s={s} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages total={rests.total - rests.withheld} page={page} s={s} />
    </>
  )
}

function Method({ view, s }: { view: FigureView; s: Saying }) {
  const { measure, figure, edition, parameters } = view
  return (
    <dl className="facts measure">
      {view.about.map(([title, value]) => (
        <div key={title.en} style={{ display: 'contents' }}>
          <dt>{s.say(title)}</dt>
          <dd>{s.say(value)}</dd>
        </div>
      ))}
      {figure.low !== null && (
        <>
          <dt>{s.say(texts.interval)}</dt>
          <dd>
            {figure.low} – {figure.high}
          </dd>
        </>
      )}
      <dt>{s.say(texts.n)}</dt>
      <dd>
        n = {figure.n ?? '< 5'}
        {figure.coverage !== null && ` · ${s.say(texts.coverage)} ${(figure.coverage * 100).toFixed(1)} %`}
      </dd>
      <dt>{s.say(texts.method)}</dt>
      <dd>
        {edition?.name ?? figure.edition} {edition && <Cited to={citationKey(edition.basis)} s={s} />}
      </dd>
      {parameters.length > 0 && (
        <>
          <dt>{s.say(texts.parameters)}</dt>
          <dd>
            <ul className="plain">
              {parameters.map((parameter) => (
                <li key={parameter.name}>
                  {s.say(parameter.title)}{' '}
                  <span className="soft small">{s.say(words(`${parameter.from} 起`, `from ${parameter.from}`))}</span>{' '}
                  {parameter.basis && <Cited to={parameter.basis} s={s} />}{' '}
                  <span className="origin">{s.say(marks[parameter.mark] ?? marks['U']!)}</span>
                  {parameter.note && <div className="soft small">{s.say(parameter.note)}</div>}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>{s.say(texts.asks)}</dt>
      <dd>
        <Cited to={citationKey(measure.basis)} s={s} />
      </dd>
      <dt>{s.say(texts.checkpoint)}</dt>
      <dd>
        {s.say(
          words(
            `日志第 ${figure.checkpoint} 条、数据仓第 ${figure.tick} 次写入之前`,
            `entry ${figure.checkpoint} of the log, write ${figure.tick} of the warehouse`,
          ),
        )}
      </dd>
      <dt>{s.say(texts.revision)}</dt>
      <dd>
        {figure.revision} · {figure.computed} UTC{figure.reason ? ` · ${figure.reason}` : ''}
      </dd>
    </dl>
  )
}

function Revisions({ figures, view, s }: { figures: readonly ShownFigure[]; view: FigureView; s: Saying }) {
  if (figures.length === 0) return null
  return (
    <>
      <h2>{s.say(texts.other)}</h2>
      <div className="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{s.say(texts.revision)}</th>
              <th className="number">{s.say(texts.value)}</th>
              <th>{s.say(texts.computedOn)}</th>
              <th>{s.say(texts.reason)}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((f) => (
              <tr key={f.revision}>
                <td>
                  <a href={`${s.to(addressOf({ measure: view.measure.name, cell: f.cell }))}?revision=${f.revision}`}>{f.revision}</a>
                </td>
                <td className="number">{f.value ?? '—'}</td>
                <td>{f.computed} UTC</td>
                <td>{f.reason ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

export function FigurePage({ view, s }: { view: FigureView; s: Saying }) {
  const { measure, figure } = view
  const notes = notesOf(figure.notes)
  const place = view.about.find(([title]) => ['City', 'Region', 'Area', 'Province'].includes(title.en))?.[1]
  return (
    <>
      <h1>
        {place && `${s.say(place)} · `}
        {figure.at} · {s.say(measure.title)}
      </h1>
      <p className="big">
        {figure.value ?? '—'} <small>{unitIn(measure.unit, s)}</small>{' '}
        <span className="origin">{s.say(measure.origin === 'computed' ? texts.computed : texts.published)}</span>
      </p>
      {figure.why && <p className="notice">{s.say(figure.why)}</p>}
      <Method view={view} s={s} />
      {notes.length > 0 && (
        <>
          <h2>{s.say(texts.parts)}</h2>
          <dl className="facts measure">
            {notes.map(([title, value], at) => (
              <div key={at} style={{ display: 'contents' }}>
                <dt>{s.say(title)}</dt>
                <dd>{s.say(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {view.series.length > 1 && (
        <>
          <h2>{s.say(texts.series)}</h2>
          <SeriesChart
            points={view.series}
            here={figure.at}
            label={`${s.say(measure.title)} ${unitIn(measure.unit, s) && ` (${unitIn(measure.unit, s)})`}`}
            s={s}
          />
        </>
      )}
      <Revisions figures={view.others} view={view} s={s} />
      {view.rests ? <Rests rests={view.rests} page={view.page} s={s} /> : <p className="soft">{s.say(texts.withheldAll)}</p>}
    </>
  )
}
