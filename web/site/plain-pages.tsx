// The home page, publications, refusals, sign-in, accessibility.
import type { ReactNode } from 'react'
import type { Field } from '../../kernel/field.ts'
import type { Publication } from '../../kernel/publication.ts'
import { citationKey } from '../../kernel/citation.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { RankingView } from '../data/air.ts'
import type { TargetView } from '../data/targets.ts'
import { citedAs } from '../data/acts.ts'
import { Cited } from './cited.tsx'
import { RankingEnds } from './air-pages.tsx'
import { PathKey } from './charts.tsx'
import { RowsTable } from './rows-control.tsx'
import { Tally, TargetBoard } from './target-board.tsx'
import type { Saying } from './saying.ts'

const doors: readonly (readonly [string, Words, Words])[] = [
  [
    '/complain',
    words('我要投诉', 'Make a complaint'),
    words('无须注册，马上得到编号和可核验的回执', 'No account needed; you get a number and a receipt that can be checked'),
  ],
  ['/report', words('我要举报', 'Report a breach'), words('可以匿名，身份保密', 'Without a name if you like; kept secret')],
  ['/follow', words('查询进度', 'Follow a case'), words('凭编号和查询码', 'With the number and the code of the receipt')],
  ['/damages', words('赔偿计算', 'Damages calculator'), words('先算能主张多少', 'What may be claimed, with formula and article')],
  ['/recalls', words('查召回', 'Recalls'), words('家里的产品在不在列', 'Is something in your home on the list?')],
  ['/credit', words('查信用', 'Credit'), words('公开记录和严重违法失信名单', 'Open entries and the list of serious breaches')],
  ['/draws', words('看抽取', 'Draws'), words('检查谁由公开的种子决定，人人可以重抽', 'A public seed decides who is checked; anybody can run it again')],
  ['/verify', words('核验文书', 'Check a document'), words('断网也能核验签章', 'The seal can be checked off-line too')],
]

interface HomeProps {
  readonly targets: readonly TargetView[]
  readonly asOf: Words
  readonly ranking: RankingView
  readonly map: ReactNode
  readonly s: Saying
}

export function HomePage({ targets, asOf, ranking, map, s }: HomeProps) {
  return (
    <>
      <h1>{s.say(words('河北的质量，用记录说话', 'Quality in Hebei, in figures that come from records'))}</h1>
      <p className="lead">
        {s.say(
          words(
            `省政府 2016 年提出的十一项目标，截至 ${asOf.zh}的情况。每个数字都能打开到它的记录、方法和条款；没有数据就写没有。`,
            `The eleven targets that the province set itself in 2016, as of ${asOf.en}. Every figure opens to its records, its method and its article; where there are no data it says so.`,
          ),
        )}
      </p>
      <Tally targets={targets} s={s} />
      <ul className="doors">
        {doors.map(([path, title, says], at) => (
          <li key={path} className={at === 0 ? 'first' : undefined}>
            <a href={s.to(path)}>
              <b>{s.say(title)}</b>
              <span>{s.say(says)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="head">
        <h2>{s.say(words('十一项目标', 'The eleven targets'))}</h2>
        <a href={s.to('/targets')}>{s.say(words('历年情况', 'As they stood in other years'))}</a>
      </div>
      <TargetBoard targets={targets} s={s} />
      <PathKey s={s} />
      <h2>{s.say(words('空气：各市月均 PM2.5', 'The air: PM2.5 of the cities by month'))}</h2>
      {map}
      <h2>{s.say(words(`${ranking.year} 年 74 城市排名`, `Ranking of 74 cities, ${ranking.year}`))}</h2>
      <RankingEnds view={ranking} s={s} />
    </>
  )
}

export function PublicationsPage({ publications, s }: { publications: readonly Publication[]; s: Saying }) {
  return (
    <>
      <h1>{s.say(words('公示与开放数据', 'Publications and open data'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '法律要求公开的，公开到法律要求的那一天；每一项都有接口和下载。',
            'What the law makes public is public for as long as the law says; each has an interface and a download.',
          ),
        )}
      </p>
      <ul className="cards">
        {publications.map((p) => (
          <li className="card" key={p.name}>
            <h2 className="small-head">
              <a href={s.to(`/data/${p.name}`)}>{s.say(p.title)}</a>
            </h2>
            <p className="small soft">
              {s.say(citedAs(citationKey(p.basis)))}
              {p.sealed ? ` · ${s.say(words('逐条签章', 'each sealed'))}` : ''}
            </p>
            <p className="small">
              <a href={`/api/v1/publications/${p.name}`}>JSON</a>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How a value is read: places by name, choices in the reader’s language, what people wrote in the reader’s script. */
export type ShowsValue = (field: Field, value: unknown) => string

const lacks = (value: unknown): boolean => (value ?? '') === '' || (Array.isArray(value) && value.length === 0)

/** One published record: every field that is public and filled in, and the names of those that are not. */
export function PublishedPage({ publication, item, show, s }: { publication: Publication; item: Published; show: ShowsValue; s: Saying }) {
  const { fields } = publication.of
  const empty = publication.fields.filter((name) => lacks(item.values[name]))
  const value = (name: string): ReactNode => {
    const [field, held] = [fields[name]!, item.values[name]]
    return field.kind === 'rows' && Array.isArray(held) ? <RowsTable field={field} rows={held} s={s} show={show} /> : show(field, held)
  }
  return (
    <>
      <h1>{item.number ?? show(fields[publication.fields[0]!]!, item.values[publication.fields[0]!])}</h1>
      <p className="soft">
        {s.say(words('依据', 'Published under'))} <Cited to={citationKey(publication.basis)} s={s} /> ·{' '}
        {s.say(words(`公示自 ${item.since}`, `public since ${item.since}`))}
        {item.until && ` · ${s.say(words(`至 ${item.until}`, `until ${item.until}`))}`}
      </p>
      <dl className="facts">
        {publication.fields
          .filter((name) => !empty.includes(name))
          .map((name) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{s.say(fields[name]!.title)}</dt>
              <dd>{value(name)}</dd>
            </div>
          ))}
      </dl>
      {empty.length > 0 && (
        <p className="small soft">
          {s.say(words('没有内容的项：', 'Not filled in: '))}
          {empty.map((name) => s.say(fields[name]!.title)).join(s.language === 'en' ? ', ' : '、')}
        </p>
      )}
      <p className="small">
        <a href={`/api/v1/publications/${publication.name}/${item.id}`}>JSON</a>
      </p>
    </>
  )
}

export function PublicationPage({
  publication,
  items,
  next,
  show,
  s,
}: {
  publication: Publication
  items: readonly Published[]
  next: string | null
  show: ShowsValue
  s: Saying
}) {
  const fields = publication.fields.slice(0, 8)
  const title = (name: string): string => s.say(publication.of.fields[name]!.title)
  const shown = (item: Published, name: string): string => show(publication.of.fields[name]!, item.values[name])
  const seal = s.say(words('签章', 'Seal'))
  return (
    <>
      <h1>{s.say(publication.title)}</h1>
      <p className="soft">
        {s.say(words('依据', 'Published under'))} <Cited to={citationKey(publication.basis)} s={s} /> ·{' '}
        <a href={`/api/v1/publications/${publication.name}`}>JSON</a>
      </p>
      {items.length === 0 && <p className="notice">{s.say(words('目前没有公示的记录。', 'Nothing is published at present.'))}</p>}
      {items.length > 0 && (
        <div className="scroll" tabIndex={0}>
          <table className="stacks">
            <thead>
              <tr>
                {fields.map((name) => (
                  <th key={name} scope="col">
                    {title(name)}
                  </th>
                ))}
                {publication.sealed && <th scope="col">{seal}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  {fields.map((name, at) => (
                    <td key={name} data-title={title(name)}>
                      {at === 0 ? <a href={s.to(`/data/${publication.name}/${item.id}`)}>{shown(item, name)}</a> : shown(item, name)}
                    </td>
                  ))}
                  {publication.sealed && (
                    <td data-title={seal}>
                      <a href={`/api/v1/publications/${publication.name}/${item.id}/proof`}>JSON</a>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <p>
          <a className="button" href={`?after=${next}`}>
            {s.say(words('下一页', 'Next page'))}
          </a>
        </p>
      )}
    </>
  )
}

export function ProblemPage({
  title,
  detail,
  remedy,
  basis,
  s,
}: {
  title: Words
  detail: Words
  remedy: Words
  basis: string | null
  s: Saying
}) {
  return (
    <>
      <h1>{s.say(title)}</h1>
      <p className="lead">{s.say(detail)}</p>
      <p className="notice">{s.say(remedy)}</p>
      {basis && (
        <p>
          <a href={s.to(`/law/${basis}`)}>{basis}</a>
        </p>
      )}
    </>
  )
}

export function AccessibilityPage({ s }: { s: Saying }) {
  return (
    <>
      <h1>{s.say(words('无障碍说明', 'Accessibility'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '本网站不用脚本也能读完、填完；可以只用键盘操作；每张图都有表格；颜色从不单独表达意思；页面顶部可切换大字版。',
            'The site can be read and filled in without scripts and by keyboard alone; every chart has its table; colour never speaks alone; larger type is switched on at the top.',
          ),
        )}
      </p>
      <p>
        {s.say(
          words('遇到困难请致电 12345，由工作人员代为登记。', 'If something is in your way, call 12345 and a clerk will enter it for you.'),
        )}
      </p>
    </>
  )
}
