// One recall: what is dangerous, which pieces, what to do now, how far it has come, and its sealed announcement.
import { citationKey, citedOn } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { Cell, Facts, grouped, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import { recallState, scopeOf, serialsOf, type ScopeLine } from './recalls-page.tsx'
import type { Saying } from './saying.ts'

interface ProgressLine {
  readonly on: string
  readonly notified: number
  readonly reached: number
  readonly returned: number
  readonly corrects?: string | null
}

const counted: readonly (readonly [keyof ProgressLine & ('notified' | 'reached' | 'returned'), Words])[] = [
  ['notified', words('已通知', 'Told')],
  ['reached', words('已响应', 'Answered')],
  ['returned', words('已收回或者补救', 'Returned or remedied')],
]

const madeBetween = ({ madeFrom, madeTo }: ScopeLine): string => (madeFrom ? (madeTo && madeTo !== madeFrom ? `${madeFrom} – ${madeTo}` : madeFrom) : '—')

function Scope({ lines, s }: { lines: readonly ScopeLine[]; s: Saying }) {
  const [model, gtin, lot, serials, made] = [
    words('型号', 'Model'),
    words('商品条码', 'Barcode (GTIN)'),
    words('批号', 'Lot'),
    words('序列号', 'Serial numbers'),
    words('生产日期', 'Made'),
  ].map((title) => s.say(title)) as [string, string, string, string, string]
  return (
    <table className="stacks">
      <caption>{s.say(words('涉及的型号和批次；不在表内的不在召回之列。', 'Models and lots concerned; what is not in the table is not recalled.'))}</caption>
      <Headings titles={[model, gtin, lot, serials, made]} />
      <tbody>
        {lines.map((line) => (
          <tr key={[line.model, line.lot, line.serials].join()}>
            <Cell title={model}>{line.model}</Cell>
            <Cell title={gtin}>{line.gtin ?? '—'}</Cell>
            <Cell title={lot}>{line.lot ?? '—'}</Cell>
            <Cell title={serials}>{serialsOf(line)}</Cell>
            <Cell title={made}>{madeBetween(line)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Bars of the latest report against all that were sold; the table beneath says the same with its days. */
function Progress({ lines, affected, s }: { lines: readonly ProgressLine[]; affected: number | null; s: Saying }) {
  const last = lines.at(-1)
  if (!last)
    return (
      <p className="notice">
        {s.say(words('还没有阶段报告：生产者应当按期报告通知、响应和收回的数量。', 'No report yet: the producer must report at intervals how many were told, answered and returned.'))}
      </p>
    )
  const whole = Math.max(affected ?? 0, last.notified, last.reached, last.returned, 1)
  return (
    <>
      <figure className="figure-frame">
        <ul className="bars" aria-label={s.say(words(`截至 ${last.on} 的进度`, `Progress as of ${last.on}`))}>
          {counted.map(([name, title]) => (
            <li key={name}>
              {s.say(title)} <b>{grouped(last[name])}</b>
              <span>
                <i style={{ width: `${Math.round((last[name] / whole) * 1000) / 10}%` }} />
              </span>
            </li>
          ))}
        </ul>
        <figcaption className="small soft">
          {s.say(words(`满格为已售并受影响的 ${grouped(affected)} 件。`, `A full bar is the ${grouped(affected)} pieces sold and affected.`))}
        </figcaption>
      </figure>
      <div className="scroll" tabIndex={0}>
        <table className="slim">
          <caption>{s.say(words('历次报告，单位：件', 'All reports, in pieces'))}</caption>
          <thead>
            <tr>
              <th scope="col">{s.say(words('截至', 'As of'))}</th>
              {counted.map(([name, title]) => (
                <th key={name} scope="col" className="number">
                  {s.say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${line.on} ${at}`}>
                <th scope="row">
                  {line.on}
                  {line.corrects && <small className="soft"> {s.say(words(`更正以前的数字：${line.corrects}`, `corrects an earlier count: ${line.corrects}`))}</small>}
                </th>
                {counted.map(([name]) => (
                  <td key={name} className="number">
                    {grouped(line[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface RecallProps {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  readonly s: Saying
}

export function RecallPage({ publication, item, sealed, s }: RecallProps) {
  const { values } = item
  const show = (name: string): string => valueIn(publication.of.fields[name]!, values[name], s)
  const producer = values['producer'] ? <a href={s.to(`/enterprise/${values['producer']}`)}>{show('producerName')}</a> : show('producerName')
  return (
    <>
      <h1>{s.say(words(`${show('product')}召回`, `Recall: ${show('product')}`))}</h1>
      <p>
        {recallState(item, s)} <span className="soft">{item.number}</span>
      </p>
      <div className="errors" role="note">
        <p>
          <b>{s.say(words('危险：', 'The danger: '))}</b>
          {show('danger')}
        </p>
        <p>
          <b>{s.say(words('现在怎么办：', 'What to do now: '))}</b>
          {show('advice')} {written(values['contact'], s)}
        </p>
      </div>
      <h2>{s.say(words('哪些产品', 'Which pieces'))}</h2>
      <Scope lines={scopeOf(values)} s={s} />
      <h2>{s.say(words('办到哪一步', 'How far it has come'))}</h2>
      <ul className="stats">
        {(['made', 'affected', 'returned'] as const).map((name) => (
          <li key={name}>
            <b>{grouped(values[name])}</b>
            <span>{s.say({ made: words('件生产', 'made'), affected: words('件已售并受影响', 'sold and affected'), returned: words('件收回或补救', 'returned or remedied') }[name])}</span>
          </li>
        ))}
      </ul>
      <Progress lines={(values['progress'] ?? []) as readonly ProgressLine[]} affected={values['affected'] as number | null} s={s} />
      <h2>{s.say(words('公告', 'The announcement'))}</h2>
      <Facts
        s={s}
        rows={[
          [words('生产者', 'Producer'), producer],
          [words('产品类别', 'Product class'), show('productClass')],
          [words('缺陷类型', 'Kind of defect'), show('kind')],
          [
            words('召回方式', 'How'),
            values['orderedBy'] ? <span key="how">{show('how')} · <Cited to={String(values['orderedBy'])} s={s} /></span> : show('how'),
          ],
          ...(values['foodClass'] ? [[publication.of.fields['foodClass']!.title, show('foodClass')] as const] : []),
          [words('补救措施', 'Remedies'), `${show('measures')} ${s.say(words('（消费者不付费）', '(free for the consumer)'))}`],
          [words('公布日期', 'Published on'), show('published')],
          ...(values['startsOn'] ? [[words('计划开始', 'Planned start'), show('startsOn')] as const] : []),
          [words('计划结束', 'Planned end'), show('endsOn')],
          [words('效果评估', 'Effect'), values['effect'] ? show('effect') : s.say(words('尚未评估', 'not evaluated yet'))],
          [words('依据', 'Under'), <Cited key="basis" to={citationKey(citedOn(publication.basis, String(values['published']), values))} s={s} />],
        ]}
      />
      <p>
        <a className="button" href={s.to(`/recalls/${item.id}/notice.pdf`)}>
          {s.say(words('公告 PDF', 'Announcement, PDF'))}
        </a>{' '}
        <a href={s.to(`/recalls/${item.id}/notice.docx`)}>DOCX</a> · <a href={`/api/v1/publications/recalls/${item.id}`}>JSON</a> ·{' '}
        <a href={s.to(`/recalls/feed.atom?class=${String(values['productClass'])}`)}>
          {s.say(words('订阅同类产品（Atom）', 'Follow this class of products (Atom)'))}
        </a>
      </p>
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
