// One reading: every version that came, with quality and reason, and the figures that it entered.
import type { Entered } from '../../store/measures/entered.ts'
import type { Version } from '../../store/warehouse/readings.ts'
import { qualities, type Quality } from '../../kernel/stream.ts'
import { words, type Words } from '../../kernel/words.ts'
import { addressOf, heldBackFor } from '../data/figure.ts'
import type { Saying } from './saying.ts'

interface Props {
  readonly point: Words
  readonly item: Words
  readonly unit: string
  readonly at: string
  readonly versions: readonly Version[]
  readonly entered: readonly Entered[]
  readonly s: Saying
}

function Versions({ versions, unit, s }: Pick<Props, 'versions' | 'unit' | 's'>) {
  return (
    <div className="scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{s.say(words('版本', 'Version'))}</th>
            <th className="number">
              {s.say(words('读数', 'Reading'))} ({unit})
            </th>
            <th>{s.say(words('质量', 'Quality'))}</th>
            <th>{s.say(words('理由', 'Reason'))}</th>
            <th>{s.say(words('到达', 'Arrived'))}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const held = heldBackFor(version.reason)
            return (
              <tr key={version.version}>
                <td>{version.version}</td>
                <td className="number">{version.value ?? '—'}</td>
                <td>{s.say(qualities[version.quality as Quality])}</td>
                <td>{held ? s.say(held) : (version.reason ?? '')}</td>
                <td>{version.arrived.slice(0, 19)} UTC</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

export function ReadingPage({ point, item, unit, at, versions, entered, s }: Props) {
  return (
    <>
      <h1>
        {s.say(point)} · {s.say(item)} · {at.replace(' 00:00', '')}
      </h1>
      <p className="lead">
        {s.say(
          words(
            '更正不覆盖原读数：每个版本都在。存疑的读数保留并说明理由，不参加计算。',
            'A correction never overwrites: every version stays. A doubted reading is kept with its reason and enters no figure.',
          ),
        )}
      </p>
      <Versions versions={versions} unit={unit} s={s} />
      <h2>{s.say(words(`它进入了 ${entered.length} 个数值`, `It entered ${entered.length} figures`))}</h2>
      {entered.length > 0 && (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{s.say(words('指标', 'Measure'))}</th>
                <th>{s.say(words('时段', 'Period'))}</th>
                <th className="number">{s.say(words('数值', 'Value'))}</th>
                <th className="number">{s.say(words('修订', 'Revision'))}</th>
              </tr>
            </thead>
            <tbody>
              {entered.map(({ measure, figure }) => (
                <tr key={`${measure.name}${figure.cell}${figure.revision}`}>
                  <td>{s.say(measure.title)}</td>
                  <td>{figure.at}</td>
                  <td className="number">
                    <a href={`${s.to(addressOf(figure))}?revision=${figure.revision}`}>{figure.value ?? '—'}</a>
                  </td>
                  <td className="number">{figure.revision}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
