// Warnings in public: those in force first with what to do, those that ended with the reason, and one warning with its seal.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Colour } from '../../systems/oversight/risk/index.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { Cell, Chip, Facts, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

const shown =
  (publication: Publication, item: Published, s: Saying) =>
  (name: string): string =>
    valueIn(publication.of.fields[name]!, item.values[name], s)

export function ColourChip({ publication, item, s }: { publication: Publication; item: Published; s: Saying }) {
  const colour = item.values['colour'] as Colour
  const show = shown(publication, item, s)
  return <Chip tone={item.state === 'warning' ? colour : 'plain'}>{s.say(words(`${show('colour')}预警`, `${show('colour')} warning`))}</Chip>
}

function WarningCard({ publication, item, s }: { publication: Publication; item: Published; s: Saying }) {
  const show = shown(publication, item, s)
  return (
    <li className="card">
      <h3 className="small-head">
        <a href={s.to(`/risks/${item.id}`)}>{show('product')}</a>
      </h3>
      <p>
        <ColourChip publication={publication} item={item} s={s} /> <span className="soft small">{show('hazard')} · {show('place')}</span>
      </p>
      <p>{written(item.values['danger'], s)}</p>
      <p>
        <b>{s.say(words('怎么办：', 'What to do: '))}</b>
        {written(item.values['advice'], s)}
      </p>
      <p className="small soft">
        {s.say(words(`${show('warnedFrom')} 起，至 ${show('warnedTo')}`, `From ${show('warnedFrom')} until ${show('warnedTo')}`))}
      </p>
    </li>
  )
}

interface RisksProps {
  readonly now: Publication
  readonly warnings: readonly Published[]
  readonly before: Publication
  readonly ended: readonly Published[]
  readonly notices: number
  readonly s: Saying
}

function Ended({ before, ended, s }: RisksProps) {
  const titles = [words('产品', 'Product'), words('结果', 'How it ended'), words('日期', 'On'), words('理由', 'Why')]
  const [product, how, on, why] = titles.map((title) => s.say(title)) as [string, string, string, string]
  return (
    <table className="stacks">
      <caption>{s.say(words('已解除或者撤销的预警，保留两年', 'Warnings lifted or withdrawn, kept for two years'))}</caption>
      <Headings titles={[product, how, on, why]} />
      <tbody>
        {ended.map((item) => (
          <tr key={item.id}>
            <Cell title={product}>
              <a href={s.to(`/risks/${item.id}`)}>{shown(before, item, s)('product')}</a>
            </Cell>
            <Cell title={how}>{s.say(item.state === 'lifted' ? words('解除', 'Lifted') : words('撤销并更正', 'Withdrawn and corrected'))}</Cell>
            <Cell title={on}>{shown(before, item, s)('ended')}</Cell>
            <Cell title={why}>{written(item.values['endWhy'], s)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function RisksPage(props: RisksProps) {
  const { now, warnings, ended, notices, s } = props
  return (
    <>
      <h1>{s.say(words('产品安全风险预警', 'Warnings on the safety of products'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '红、橙、黄、蓝四级，红色最重。预警针对产品，不针对企业，也不是对违法的认定。',
            'Four levels, red the gravest, then orange, yellow and blue. A warning speaks of a product, of no firm, and finds no breach.',
          ),
        )}
      </p>
      <h2>{s.say(words('生效中', 'In force'))}</h2>
      {warnings.length === 0 ? (
        <p className="notice">
          {s.say(words('目前没有生效的预警。没有预警不等于没有危险：发现危险请告诉我们。', 'No warning is in force. That does not mean that nothing is dangerous: please tell us what is.'))}{' '}
          <a href={s.to('/complain')}>{s.say(words('投诉举报', 'Complain or report'))}</a>
        </p>
      ) : (
        <ul className="cards">
          {warnings.map((item) => (
            <WarningCard key={item.id} publication={now} item={item} s={s} />
          ))}
        </ul>
      )}
      <h2>{s.say(words('已结束', 'Ended'))}</h2>
      {ended.length === 0 ? <p className="soft">{s.say(words('没有。', 'None.'))}</p> : <Ended {...props} />}
      <h2>{s.say(words('他方公布的通报', 'Notices that others published'))}</h2>
      <p>
        {s.say(
          words(
            `收录境外等机构公布的通报 ${notices} 条，照原文归类，不是我们的认定，不含企业名称。`,
            `${notices} notices published by authorities elsewhere are kept as told and classed by product; they are no finding of ours and name no firm.`,
          ),
        )}{' '}
        <a href="/api/v1/publications/outside-notices">{s.say(words('开放数据（JSON）', 'Open data (JSON)'))}</a>
      </p>
      <p>
        <a href={s.to('/risks/areas')}>{s.say(words('各县的抽查不合格率和投诉中的安全占比', 'By county: samples that failed, and complaints that speak of safety'))}</a>
      </p>
      <p className="small soft">
        {s.say(words('来源：欧盟 RASFF（© European Union，注明来源后使用）；美国农业部 FSIS（公有领域）。', 'Sources: EU RASFF (© European Union, reused with acknowledgement); USDA FSIS (public domain).'))}
      </p>
    </>
  )
}

interface RiskProps {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  /** A warning whose stated end has passed stands until it is lifted, and says so. */
  readonly isPast: boolean
  readonly s: Saying
}

export function WarningPage({ publication, item, sealed, isPast, s }: RiskProps) {
  const show = shown(publication, item, s)
  const scope = (item.values['scope'] ?? []) as readonly { model: string; lot: string | null; gtin: string | null }[]
  const over = item.state !== 'warning'
  return (
    <>
      <h1>{s.say(words(`${show('product')}风险预警`, `Warning: ${show('product')}`))}</h1>
      <p>
        <ColourChip publication={publication} item={item} s={s} /> <span className="soft">{item.number}</span>
      </p>
      {!over && isPast && (
        <p className="notice">
          {s.say(words('预警期已满，正在研判；解除之前仍请注意。', 'The term of this warning has passed and it is being judged again; heed it until it is lifted.'))}
        </p>
      )}
      {!over && item.values['restored'] != null && (
        <p className="notice">
          <b>{s.say(words('本预警曾解除，解除已经撤销，仍然有效。', 'This warning had been lifted; the lifting was taken back and it stands. '))}</b>
          {written(item.values['restoredWhy'], s)}（{show('restored')}）
        </p>
      )}
      {over && (
        <p className="notice">
          <b>{s.say(item.state === 'lifted' ? words('本预警已经解除。', 'This warning has been lifted. ') : words('本预警已经撤销并更正。', 'This warning has been withdrawn and corrected. '))}</b>
          {written(item.values['endWhy'], s)}（{show('ended')}）
        </p>
      )}
      <div className={over ? 'notice' : 'errors'} role="note">
        <p>
          <b>{s.say(words('危险：', 'The danger: '))}</b>
          {written(item.values['danger'], s)}
        </p>
        <p>
          <b>{s.say(words('怎么办：', 'What to do: '))}</b>
          {written(item.values['advice'], s)}
        </p>
      </div>
      <h2>{s.say(words('哪些产品', 'Which products'))}</h2>
      {scope.length === 0 ? (
        <p>{s.say(words('没有限定型号和批号，同类产品都应注意。', 'No model or lot is named: heed it for all of the class.'))}</p>
      ) : (
        <ul>
          {scope.map(({ model, lot, gtin }) => (
            <li key={`${model}${lot}`}>{[model, lot, gtin].filter(Boolean).map((part) => written(part, s)).join(' · ')}</li>
          ))}
        </ul>
      )}
      <Facts
        s={s}
        rows={[
          [words('产品类别', 'Product class'), show('productClass')],
          [words('危害', 'Hazard'), show('hazard')],
          [words('范围', 'Area'), show('place')],
          [words('面向', 'For'), show('audience')],
          [words('起止', 'Term'), `${show('warnedFrom')} – ${show('warnedTo')}`],
          [words('措施', 'Measures'), show('measures')],
          [words('依据', 'Under'), <Cited key="basis" to={citationKey(publication.basis)} s={s} />],
        ]}
      />
      <p>
        <a href={s.to('/risks')}>{s.say(words('全部预警', 'All warnings'))}</a> · <a href={`/api/v1/publications/${publication.name}/${item.id}`}>JSON</a> ·{' '}
        <a href={s.to('/recalls')}>{s.say(words('查召回', 'Recalls'))}</a>
      </p>
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
