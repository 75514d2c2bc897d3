// The home page, publications, refusals, sign-in, accessibility.
import type { ReactNode } from 'react'
import type { Publication } from '../../kernel/publication.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { RankingView } from '../data/air.ts'
import type { TargetView } from '../data/targets.ts'
import { RankingTable } from './air-pages.tsx'
import { TargetCards } from './targets-pages.tsx'
import type { Saying } from './saying.ts'

export function HomePage({
  targets,
  ranking,
  map,
  s,
}: {
  targets: readonly TargetView[]
  ranking: RankingView
  map: ReactNode
  s: Saying
}) {
  const count = (states: readonly string[]) => targets.filter((t) => states.includes(t.progress.state)).length
  return (
    <>
      <h1>{s.say(words('河北的质量，用记录说话', 'Hebei’s quality, in figures that come from records'))}</h1>
      <p className="lead">
        {s.say(
          words(
            `十一项目标：达成 ${count(['met', 'metSurely'])}，进行中 ${count(['ahead', 'onPath', 'behind'])}，不能判定 ${count(['notDecidable'])}，无数据 ${count(['noData'])}。每个数字都能打开到它的记录、方法和条款。`,
            `Eleven targets: ${count(['met', 'metSurely'])} met, ${count(['ahead', 'onPath', 'behind'])} under way, ${count(['notDecidable'])} not decidable, ${count(['noData'])} without data. Every figure opens to its records, its method and its article.`,
          ),
        )}
      </p>
      <p>
        <a className="button" href={s.to('/complain')}>
          {s.say(words('我要投诉', 'Make a complaint'))}
        </a>{' '}
        <a href={s.to('/follow')}>{s.say(words('查询进度', 'Follow a case'))}</a>
      </p>
      <h2>{s.say(words('十一项目标', 'The eleven targets'))}</h2>
      <TargetCards targets={targets} s={s} />
      <h2>{s.say(words('空气：各市月均 PM2.5', 'The air: PM2.5 of the cities by month'))}</h2>
      {map}
      <p>
        <a href={s.to('/air')}>{s.say(words('其他月份和指标', 'Other months and measures'))}</a>
      </p>
      <h2>{s.say(words('2014 年 74 城市排名', 'Ranking of 74 cities, 2014'))}</h2>
      <p>
        {s.say(
          words(
            '由日均值计算的最差十个，与公布的名单同为一组。',
            'The ten worst computed from daily means are the set that was published.',
          ),
        )}{' '}
        <a href={s.to('/air/ranking/2014')}>{s.say(words('全部名次与差异说明', 'All places and the differences explained'))}</a>
      </p>
      <RankingTable view={ranking} s={s} from={-10} />
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
              {p.basis.act}
              {p.basis.article ? `/${p.basis.article}` : ''}
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

export function PublicationPage({
  publication,
  items,
  next,
  s,
}: {
  publication: Publication
  items: readonly Published[]
  next: string | null
  s: Saying
}) {
  const show = (item: Published, name: string): string => {
    const value = item.values[name]
    const field = publication.of.fields[name]!
    return value === null || value === undefined ? '—' : kindOf(field).show(value, field, s.language === 'en' ? 'en' : 'zh')
  }
  const fields = publication.fields.slice(0, 8)
  return (
    <>
      <h1>{s.say(publication.title)}</h1>
      <p className="soft">
        {publication.basis.act}
        {publication.basis.article ? `/${publication.basis.article}` : ''}
      </p>
      {items.length === 0 && <p className="notice">{s.say(words('目前没有公示的记录。', 'Nothing is published at present.'))}</p>}
      {items.length > 0 && (
        <div className="scroll" tabIndex={0}>
          <table>
            <thead>
              <tr>
                {fields.map((name) => (
                  <th key={name}>{s.say(publication.of.fields[name]!.title)}</th>
                ))}
                {publication.sealed && <th>{s.say(words('签章', 'Seal'))}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  {fields.map((name) => (
                    <td key={name}>{show(item, name)}</td>
                  ))}
                  {publication.sealed && (
                    <td>
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
