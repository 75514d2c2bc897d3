// One figure opened: value, interval, method and edition, parameters, revisions with reasons, and the records it came from.
import { citationKey } from '../../kernel/citation.ts'
import type { Measure } from '../../kernel/measure.ts'
import { words } from '../../kernel/words.ts'
import type { Figure } from '../../store/measures/figures.ts'
import type { Origin } from '../../store/measures/lineage.ts'
import type { Saying } from './saying.ts'

interface Props {
  readonly measure: Measure
  readonly figure: Figure
  readonly earlier: readonly Figure[]
  readonly rests: Origin
  readonly page: number
  readonly s: Saying
}

const pageSize = 100

function Rests({ rests, page, s }: { rests: Origin; page: number; s: Saying }) {
  const first = rests.items[0]
  if (!first) return <p className="soft">{s.say(words('没有可列出的记录。', 'There are no records to list.'))}</p>
  const names = Object.keys(first).filter((name) => name !== 'measure' || rests.kind !== 'figure')
  return (
    <>
      <div className="scroll" tabIndex={0}>
        <table>
          <caption>
            {s.say(words(`共 ${rests.total} 条，按记录时的状态列出`, `${rests.total} in all, as they stood at the checkpoint`))}
          </caption>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rests.items.map((item, at) => (
              <tr key={at}>
                {names.map((name) => (
                  <td key={name}>
                    {rests.kind === 'figure' && name === 'cell' ? (
                      <a href={s.to(`/figures/${String(item['measure'])}/${encodeURIComponent(String(item['cell']))}`)}>
                        {String(item[name])}
                      </a>
                    ) : (
                      String(item[name] ?? '—')
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rests.total > pageSize && (
        <ul className="pager">
          {Array.from({ length: Math.min(Math.ceil(rests.total / pageSize), 30) }, (_, at) => (
            <li key={at}>
              <a href={`?page=${at + 1}`} aria-current={at + 1 === page ? 'true' : undefined}>
                {at + 1}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const kindTitles = {
  reading: words('来自这些读数', 'It comes from these readings'),
  figure: words('来自这些数值', 'It comes from these figures'),
  record: words('来自这些记录', 'It comes from these records'),
}

export function FigurePage({ measure, figure, earlier, rests, page, s }: Props) {
  return (
    <>
      <h1>{s.say(measure.title)}</h1>
      <p className="figure" style={{ fontSize: '2.4rem', margin: 0, fontWeight: 650 }}>
        {figure.value ?? '—'}{' '}
        <small className="soft">
          {measure.unit} · {figure.at}
        </small>{' '}
        <span className="origin">{s.say(measure.origin === 'computed' ? words('计算', 'computed') : words('公布', 'as published'))}</span>
      </p>
      {figure.why && <p className="notice">{s.say(figure.why)}</p>}
      <dl className="facts">
        {Object.entries(figure.dimensions).map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {figure.low && (
          <>
            <dt>{s.say(words('95% 区间', '95 % interval'))}</dt>
            <dd>
              {figure.low} – {figure.high}
            </dd>
          </>
        )}
        <dt>n</dt>
        <dd>{figure.n}</dd>
        {figure.coverage !== null && (
          <>
            <dt>{s.say(words('覆盖率', 'Coverage'))}</dt>
            <dd>{(figure.coverage * 100).toFixed(1)} %</dd>
          </>
        )}
        <dt>{s.say(words('方法与版本', 'Method and edition'))}</dt>
        <dd>{figure.edition}</dd>
        {figure.parameters.length > 0 && (
          <>
            <dt>{s.say(words('参数', 'Parameters'))}</dt>
            <dd>{figure.parameters.map((p) => `${p.name} (${p.from}, ${p.mark})`).join('; ')}</dd>
          </>
        )}
        <dt>{s.say(words('要求它的条款', 'Asked for by'))}</dt>
        <dd>
          <a href={s.to(`/law/${citationKey(measure.basis)}`)}>{citationKey(measure.basis)}</a>
        </dd>
        <dt>{s.say(words('检查点', 'Checkpoint'))}</dt>
        <dd>{figure.checkpoint}</dd>
        <dt>{s.say(words('修订', 'Revision'))}</dt>
        <dd>
          {figure.revision} · {figure.computed} UTC{figure.reason ? ` · ${figure.reason}` : ''}
        </dd>
        {figure.notes && (
          <>
            <dt>{s.say(words('附注', 'Notes'))}</dt>
            <dd className="small">{JSON.stringify(figure.notes)}</dd>
          </>
        )}
      </dl>
      {earlier.length > 0 && (
        <>
          <h2>{s.say(words('以前的数值', 'Earlier values'))}</h2>
          <div className="scroll" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th>{s.say(words('修订', 'Revision'))}</th>
                  <th className="number">{s.say(words('数值', 'Value'))}</th>
                  <th>{s.say(words('计算时间', 'Computed'))}</th>
                  <th>{s.say(words('理由', 'Reason'))}</th>
                </tr>
              </thead>
              <tbody>
                {earlier.map((f) => (
                  <tr key={f.revision}>
                    <td>{f.revision}</td>
                    <td className="number">{f.value ?? '—'}</td>
                    <td>{f.computed}</td>
                    <td>{f.reason ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <h2>{s.say(kindTitles[rests.kind])}</h2>
      <Rests rests={rests} page={page} s={s} />
    </>
  )
}
