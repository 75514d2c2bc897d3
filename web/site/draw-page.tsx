// One draw in public: what was promised before, and after the last visit everything by which anybody can run it again.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Finding } from '../../systems/oversight/supervision/draw-check.ts'
import type { SeedRow } from '../../systems/oversight/supervision/frame.ts'
import { commitmentIn } from '../data/draws.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { DrawState } from './draws-page.tsx'
import { HowDrawn } from './draw-how.tsx'
import { FrameTable, InspectorTable, ResultTable, rowsIn, stratumIn, type Places } from './draw-tables.tsx'
import { atClock, Chip, Facts, grouped, SealPart, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

interface OneProps {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  /** Null before the draw is opened. */
  readonly findings: readonly Finding[] | null
  /** What the findings may say, in Traditional where the reader reads that. */
  readonly traditional: Readonly<Record<string, string>>
  readonly place: string
  readonly places: Places
  readonly s: Saying
}

function Promised({ item, s }: { item: Published; s: Saying }) {
  const commitment = commitmentIn(item)
  const list = (parts: readonly string[]): string => parts.join(s.language === 'en' ? '; ' : '；')
  const strata = Object.entries(commitment.take).map(([stratum, take]) => `${stratumIn(stratum, s)} ${take}`)
  const rows = (item.values['seeds'] ?? []) as readonly SeedRow[]
  const missed = (proof: string | null): string => (proof === null ? '' : s.say(words(`（没有产生：${proof}）`, ` (did not appear: ${proof})`)))
  const seeds = rows.map((seed) => `${written(seed.source, s)} ${atClock(seed.at)}${missed(seed.missed)}`)
  return (
    <Facts
      s={s}
      rows={[
        [words('承诺时间', 'Promised at'), atClock(item.values['committed'])],
        [words('承诺摘要（SHA-256）', 'Digest of the promise (SHA-256)'), hashed(item.values['digest'])],
        [words('算法', 'Algorithm'), hashed(commitment.algorithm)],
        [words('名录单位数', 'Units in the frame'), grouped(commitment.units)],
        [words('名录和权重的根（RFC 6962）', 'Root of frame and weights (RFC 6962)'), hashed(commitment.frameRoot)],
        [words('检查人员数', 'Inspectors'), grouped(commitment.inspectors)],
        [words('检查人员和回避的根', 'Root of inspectors and conflicts'), hashed(commitment.inspectorsRoot)],
        [words('密值摘要', 'Digest of the secret'), hashed(commitment.secretHash)],
        [words('各层抽取数', 'To be drawn from each stratum'), list(strata)],
        [words('每层候补', 'Reserves of each stratum'), String(commitment.reserve)],
        [words('每户检查人员', 'Inspectors for each unit'), String(commitment.inspectorsEach)],
        [words('种子，依次使用', 'Seeds, in order'), list(seeds)],
        [
          words('种子缺失时', 'When a seed does not appear'),
          s.say(
            words(
              `等待 ${commitment.waitHours} 小时仍未产生的，记录证据，用下一个来源。`,
              `After ${commitment.waitHours} hours its absence is proved on record, and the next source is used.`,
            ),
          ),
        ],
      ]}
    />
  )
}

const hashed = (value: unknown) => <code className="hash">{String(value)}</code>

interface ResultLine {
  readonly id: string
  readonly stratum: string
  readonly place: number
  readonly chance: string
  readonly reserve: boolean
  readonly inspectors: string | null
}

export const resultOf = (item: Published): readonly ResultLine[] => (item.values['result'] ?? []) as readonly ResultLine[]

const Findings = ({ findings, s }: { findings: readonly Finding[]; s: Saying }) => (
  <ul className="plain" id="findings">
    {findings.map(({ point, holds, words: said }) => (
      <li key={point}>
        <Chip tone={holds ? 'good' : 'bad'}>{s.say(holds ? words('相符', 'Holds') : words('不符', 'Does not hold'))}</Chip> {s.say(said)}
      </li>
    ))}
  </ul>
)

/** The form by which the reader runs the draw in their own browser; hidden where there is no script. */
function Again({ item, traditional, s }: OneProps) {
  return (
    <form
      className="paper"
      id="again"
      hidden
      data-draw={`/api/v1/publications/draws/${item.id}`}
      data-language={s.language}
      data-traditional={JSON.stringify(traditional)}
      data-holds={s.say(words('相符', 'Holds'))}
      data-fails={s.say(words('不符', 'Does not hold'))}
      data-unknown={s.say(words('名录中没有这一户：请从名录中复制代码。', 'This unit is not in the frame: copy its code from there.'))}
      data-failed={s.say(words('没有完成：资料没有取到，或者浏览器太旧。可以下载后在别处重新抽取。', 'Not completed: the data did not arrive, or the browser is too old. Download them and run the draw elsewhere.'))}
      data-took={s.say(words('用时（毫秒）', 'Milliseconds'))}
    >
      <fieldset>
        <legend>{s.say(words('在您的浏览器里重新抽取', 'Run the draw again in your own browser'))}</legend>
        <p className="hint">
          {s.say(
            words(
              '先原样重抽；再改种子或者任意一户的权重，就会看到哪一点不再相符。全部计算都在您的设备上。',
              'Run it as it stands; then change the seed or the weight of any unit, and see which points fail. All is worked out on your device.',
            ),
          )}
        </p>
        <div className="field">
          <label htmlFor="seed">{s.say(words('种子', 'Seed'))}</label>
          <input id="seed" name="seed" defaultValue={String(item.values['seed'] ?? '')} />
        </div>
        <div className="field">
          <label htmlFor="unit">{s.say(words('改哪一户的权重（统一社会信用代码，选填）', 'Change the weight of which unit (credit code, optional)'))}</label>
          <input id="unit" name="unit" />
        </div>
        <div className="field">
          <label htmlFor="weight">{s.say(words('改成', 'To'))}</label>
          <input id="weight" name="weight" inputMode="decimal" />
        </div>
        <button type="submit">{s.say(words('重新抽取', 'Run it again'))}</button>
        <div role="status" aria-live="polite" id="outcome" />
      </fieldset>
    </form>
  )
}

export function DrawPage(props: OneProps) {
  const { publication, item, sealed, findings, place, places, s } = props
  const show = (name: string): string => valueIn(publication.of.fields[name]!, item.values[name], s)
  const table = { rows: rowsIn(item), places, s }
  return (
    <>
      <h1>{written(item.values['title'], s)}</h1>
      <p>
        <DrawState state={item.state} s={s} />{' '}
        <span className="soft">
          {item.number} · {show('kind')} · {show('frameKind')} · {place}
        </span>
      </p>
      {item.state === 'abandoned' && <p className="notice">{written(item.values['reason'], s)}</p>}
      {findings && (
        <section>
          <h2>{s.say(words('重新抽取的结论', 'What running it again finds'))}</h2>
          <Findings findings={findings} s={s} />
          <Facts
            s={s}
            rows={[
              [words('种子', 'Seed'), written(item.values['seed'], s)],
              [words('种子来源', 'Its source'), written(item.values['seedSource'], s)],
              [words('产生时间', 'It appeared at'), atClock(item.values['appeared'])],
              [words('密值', 'Secret'), hashed(item.values['secret'])],
              [words('公开时间', 'Opened at'), atClock(item.values['published'])],
            ]}
          />
          <Again {...props} />
          <ResultTable {...table} />
          <FrameTable {...table} />
          <InspectorTable {...table} />
          <p>
            {s.say(words('在别处重新抽取：', 'To run it again elsewhere: '))}
            <a href={s.to(`/draws/${item.id}/frame.csv`)}>{s.say(words('名录和权重（CSV）', 'frame and weights (CSV)'))}</a> ·{' '}
            <a href={s.to(`/draws/${item.id}/inspectors.csv`)}>{s.say(words('检查人员（CSV）', 'inspectors (CSV)'))}</a> ·{' '}
            <a href={s.to(`/draws/${item.id}/result.csv`)}>{s.say(words('结果（CSV）', 'result (CSV)'))}</a> ·{' '}
            <a href={`/api/v1/publications/draws/${item.id}`}>{s.say(words('全部（JSON）', 'all of it (JSON)'))}</a>
          </p>
        </section>
      )}
      <h2>{s.say(words('事前的承诺', 'The promise made before'))}</h2>
      <Promised item={item} s={s} />
      {!findings && item.state !== 'abandoned' && (
        <p className="notice">
          {s.say(
            words(
              '名录、权重和结果在最后一户检查结束后公开，以免被检查单位事先知道。',
              'Frame, weights and result are opened after the last visit, so that nobody knows beforehand who is visited.',
            ),
          )}{' '}
          <Cited to={citationKey(publication.basis)} s={s} />
        </p>
      )}
      <HowDrawn algorithm={commitmentIn(item).algorithm} s={s} />
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
