// Pages of the law: acts with search, an act with its articles, an article with its wording on a day and all that rests on it.
import { words } from '../../kernel/words.ts'
import type { Act } from '../../systems/basis/law/index.ts'
import type { Resolution } from '../../systems/basis/law/index.ts'
import { articleText } from '../../systems/basis/law/index.ts'
import { useKinds, type Use } from '../../systems/basis/law/index.ts'
import type { Saying } from './saying.ts'

export interface Hit {
  readonly act: string
  readonly article: string | null
  readonly title: string
  readonly excerpt: string
}

const notice = words(
  '文本为非官方转录，以公报为准；没有收录的标为“未收录”，绝不凭记忆补写。',
  'Texts are unofficial transcriptions, the gazette prevails; what is not here is marked “not loaded” and never written from memory.',
)

const ActsTable = ({ acts, s }: { acts: readonly (readonly [Act, number])[]; s: Saying }) => (
  <div className="scroll" tabIndex={0}>
    <table>
      <thead>
        <tr>
          <th>{s.say(words('名称', 'Title'))}</th>
          <th>{s.say(words('文号', 'Number'))}</th>
          <th className="number">{s.say(words('被引用', 'Cited'))}</th>
          <th>{s.say(words('文本', 'Text'))}</th>
        </tr>
      </thead>
      <tbody>
        {acts.map(([act, uses]) => (
          <tr key={act.id}>
            <td>
              <a href={s.to(`/law/${act.id}`)}>{s.say(act.title)}</a>
            </td>
            <td>{act.number ?? ''}</td>
            <td className="number">{uses}</td>
            <td>
              {act.versions.some((v) => v.text !== null) ? s.say(words('已收录', 'loaded')) : s.say(words('未收录', 'not loaded'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export function LawPage({
  acts,
  query,
  hits,
  s,
}: {
  acts: readonly (readonly [Act, number])[]
  query: string
  hits: readonly Hit[]
  s: Saying
}) {
  const unused = acts.filter(([, uses]) => uses === 0)
  return (
    <>
      <h1>{s.say(words('质量法规库', 'Library of quality law'))}</h1>
      <p className="lead">{s.say(notice)}</p>
      <form method="get" action={s.to('/law')} role="search" className="paper">
        <div className="field">
          <label htmlFor="q">{s.say(words('查找', 'Search'))}</label>
          <input id="q" name="q" type="search" defaultValue={query} />
        </div>
        <button type="submit">{s.say(words('查找', 'Search'))}</button>
      </form>
      {query && (
        <section>
          <h2>{s.say(words(`“${query}”：${hits.length} 处`, `“${query}”: ${hits.length} places`))}</h2>
          <ul>
            {hits.map((hit) => (
              <li key={`${hit.act}/${hit.article ?? ''}`}>
                <a href={s.to(`/law/${hit.act}${hit.article ? `/${hit.article}` : ''}`)}>{hit.title}</a>
                <br />
                <span className="soft small">{hit.excerpt}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{s.say(words('平台依据的法规', 'Acts that the platform rests on'))}</h2>
      <ActsTable acts={acts.filter(([, uses]) => uses > 0)} s={s} />
      <details>
        <summary>{s.say(words(`目录中尚未被引用的（${unused.length}）`, `In the catalogue, but nothing rests on them yet (${unused.length})`))}</summary>
        <ActsTable acts={unused} s={s} />
      </details>
    </>
  )
}

const Versions = ({ act, day, article, s }: { act: Act; day: string; article: string | null; s: Saying }) => (
  <details>
    <summary>
      {s.say(words('版本', 'Versions'))} ({act.versions.length})
    </summary>
    <ul>
      {act.versions.map((v) => (
        <li key={v.id}>
          <a href={`${s.to(`/law/${act.id}${article ? `/${article}` : ''}`)}?day=${v.from ?? day}`}>{v.from ?? '?'}</a>{' '}
          {v.to ? `– ${v.to}` : ''} <span className="origin">{v.mark}</span> {v.text === null ? s.say(words('未收录', 'not loaded')) : ''}
        </li>
      ))}
    </ul>
  </details>
)

const Uses = ({ uses, s }: { uses: readonly Use[]; s: Saying }) => (
  <section>
    <h2>
      {s.say(words('平台中以它为依据的', 'What rests on it here'))} ({uses.length})
    </h2>
    {uses.length === 0 ? (
      <p className="soft">{s.say(words('没有。', 'Nothing.'))}</p>
    ) : (
      <div className="scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{s.say(words('种类', 'Kind'))}</th>
              <th>{s.say(words('名称', 'Title'))}</th>
              <th>{s.say(words('系统', 'System'))}</th>
              <th>{s.say(words('有效期', 'Dates'))}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use, at) => (
              <tr key={at}>
                <td>{s.say(useKinds[use.kind])}</td>
                <td>
                  {s.say(use.title)} <span className="soft small">{use.name}</span>
                </td>
                <td>{use.system ?? ''}</td>
                <td>
                  {use.from ?? ''}
                  {use.to ? ` – ${use.to}` : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
)

export function ActPage({
  act,
  articles,
  uses,
  cited,
  day,
  s,
}: {
  act: Act
  articles: readonly string[]
  uses: readonly Use[]
  cited: ReadonlyMap<string, number>
  day: string
  s: Saying
}) {
  return (
    <>
      <h1>{s.say(act.title)}</h1>
      <p className="soft">{act.number}</p>
      <Versions act={act} day={day} article={null} s={s} />
      <ul className="pager">
        {articles.map((article) => (
          <li key={article}>
            <a href={s.to(`/law/${act.id}/${article}`)}>
              {article}
              {cited.has(article) ? ` (${cited.get(article)})` : ''}
            </a>
          </li>
        ))}
      </ul>
      <Uses uses={uses} s={s} />
    </>
  )
}

function Wording({ found, s }: { found: Resolution; s: Saying }) {
  switch (found.state) {
    case 'text':
      return (
        <div className="article">
          {articleText(found.article)
            .split('\n')
            .map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          {found.part && <p className="notice">({found.part.number})</p>}
        </div>
      )
    case 'paraphrase':
      return (
        <div className="article">
          <p className="notice">
            <b>
              {s.say(
                words('文本未收录；以下是我们的一句概括，不是法条原文', 'Text not loaded; this is one sentence of ours, not the wording'),
              )}
            </b>{' '}
            <span className="origin">{found.paraphrase.mark}</span>
          </p>
          <p>{s.say(found.paraphrase.says)}</p>
        </div>
      )
    case 'not-loaded':
      return <p className="notice">{s.say(words('文本未收录。', 'Text not loaded.'))}</p>
    case 'act':
      return <p>{s.say(words('引用的是整部文件。', 'The act as a whole is meant.'))}</p>
    case 'not-in-force':
      return <p className="notice">{s.say(words(`${found.day} 没有有效版本。`, `No version was in force on ${found.day}.`))}</p>
    case 'no-such-article':
      return <p className="notice">{s.say(words('这一版没有这一条。', 'This version has no such article.'))}</p>
    case 'unknown-act':
      return <p className="notice">{s.say(words('法规库中没有这部文件。', 'The library has no such act.'))}</p>
  }
}

export function ArticlePage({
  act,
  article,
  found,
  uses,
  day,
  s,
}: {
  act: Act
  article: string
  found: Resolution
  uses: readonly Use[]
  day: string
  s: Saying
}) {
  return (
    <>
      <h1>
        {s.say(act.title)} {s.say(words(`第 ${article} 条`, `article ${article}`))}
      </h1>
      <form method="get" className="paper">
        <div className="field">
          <label htmlFor="day">{s.say(words('某日有效的文本', 'Wording in force on'))}</label>
          <input id="day" name="day" type="date" defaultValue={day} />
        </div>
        <button type="submit">{s.say(words('查看', 'Show'))}</button>
      </form>
      {'version' in found && (
        <p className="soft">
          {found.version.from ?? '?'} {found.version.to ? `– ${found.version.to}` : ''} <span className="origin">{found.version.mark}</span>
        </p>
      )}
      <Wording found={found} s={s} />
      <p className="soft small">{s.say(notice)}</p>
      <Versions act={act} day={day} article={article} s={s} />
      <Uses uses={uses} s={s} />
    </>
  )
}
