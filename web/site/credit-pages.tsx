// Credit in public: who stands on the list of serious breaches, and the open file of one body.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { PublicCredit } from '../data/credit.ts'
import type { Search } from '../data/parties.ts'
import { Cited } from './cited.tsx'
import { Cell, Chip, Facts, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

const heads = {
  body: words('单位', 'Body'),
  ground: words('领域', 'Field'),
  document: words('处罚决定', 'Penalty decision'),
  rests: words('认定文书', 'Document'),
  published: words('公示', 'Shown since'),
  until: words('至', 'Until'),
  category: words('类别', 'Category'),
  summary: words('内容', 'What'),
  authority: words('来源机关', 'Authority'),
  article: words('依据', 'Article'),
  determined: words('认定日期', 'Determined on'),
}

function Listed({ listed, publication, s }: { listed: readonly Published[]; publication: Publication; s: Saying }) {
  const { fields } = publication.of
  const names = ['body', 'ground', 'document', 'published', 'until'] as const
  return (
    <table className="stacks">
      <caption>{s.say(words('公示中的严重违法失信名单', 'On the list of serious breaches now'))}</caption>
      <Headings titles={names.map((name) => s.say(heads[name]))} />
      <tbody>
        {listed.map(({ id, values }) => (
          <tr key={id}>
            <Cell title={s.say(heads.body)}>
              <a href={s.to(`/credit/${String(values['party'])}`)}>{written(values['partyName'], s)}</a>
            </Cell>
            {names.slice(1).map((name) => (
              <Cell key={name} title={s.say(heads[name])}>
                {valueIn(fields[name]!, values[name], s)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Found({ search, text, s }: { search: Search; text: string; s: Saying }) {
  if (search.hits.length === 0)
    return (
      <p className="notice">
        {s.say(words(`没有找到含“${text}”的单位。请至少输入两个字，或者代码的前六位。`, `Nothing found for “${text}”. Type two characters at least, or the first six of a code.`))}
      </p>
    )
  return (
    <ul className="cards">
      {search.hits.map((hit) => (
        <li className="card" key={hit.code}>
          <a href={s.to(`/credit/${hit.code}`)}>{written(hit.name, s)}</a>
          <span className="soft small">
            {hit.code}
            {hit.invented && ` · ${s.say(words('虚构（演示）', 'invented'))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface CreditProps {
  readonly text: string
  readonly search: Search | null
  readonly listed: readonly Published[]
  readonly next: string | null
  readonly publication: Publication
  readonly s: Saying
}

export function CreditPage({ text, search, listed, next, publication, s }: CreditProps) {
  return (
    <>
      <h1>{s.say(words('质量信用', 'Quality credit'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '查一个单位有哪些公开的信用记录、是否在严重违法失信名单。每条记录都有文书和法条，到期自动停止公示。',
            'See what is publicly on file of a body and whether it stands on the list of serious breaches. Each entry has its document and article, and ends at its term.',
          ),
        )}
      </p>
      <form method="get" action={s.to('/credit')} className="chooser" role="search">
        <div className="grow">
          <label htmlFor="q">{s.say(words('名称或者统一社会信用代码', 'Name or credit code'))}</label>
          <input id="q" name="q" type="search" defaultValue={text} />
        </div>
        <button type="submit">{s.say(words('查询', 'Search'))}</button>
      </form>
      {search && <Found search={search} text={text} s={s} />}
      <ul className="pager">
        <li>
          <a href={s.to('/credit/rule')}>{s.say(words('分类规则', 'How bodies are classed'))}</a>
        </li>
        <li>
          <a href={s.to('/credit/fairness')}>{s.say(words('分类是否公平', 'Is the class fair?'))}</a>
        </li>
        <li>
          <a href={s.to('/credit/raters')}>{s.say(words('评级机构与结果', 'Raters against outcomes'))}</a>
        </li>
        <li>
          <a href="/desk/credit-check">{s.say(words('采购和招标查询（登录）', 'Check for a tender (sign in)'))}</a>
        </li>
      </ul>
      {listed.length === 0 ? (
        <p className="notice">
          {s.say(words('目前没有公示中的严重违法失信名单。', 'Nobody stands on the list of serious breaches at present.'))}{' '}
          <Cited to={citationKey(publication.basis)} s={s} />
        </p>
      ) : (
        <Listed listed={listed} publication={publication} s={s} />
      )}
      {next && (
        <p>
          <a href={`${s.to('/credit')}?after=${next}`}>{s.say(words('下一页', 'Next page'))}</a>
        </p>
      )}
      <p className="small">
        <a href="/api/v1/publications/serious-listings">{s.say(words('名单（JSON）', 'The list (JSON)'))}</a> ·{' '}
        <a href="/api/v1/publications/credit-entries">{s.say(words('公开记录（JSON）', 'Open entries (JSON)'))}</a>
      </p>
    </>
  )
}

interface FileProps extends PublicCredit {
  readonly code: string
  readonly name: string | null
  readonly entry: Publication
  readonly listing: Publication
  /** The name of an office; an authority from elsewhere is written as it is. */
  readonly officeOf: (authority: string) => Words
  readonly s: Saying
}

function OnTheList({ listings, sealed, listing, s }: FileProps) {
  const { fields } = listing.of
  const [latest] = listings
  if (!latest)
    return (
      <p className="notice">
        {s.say(words('不在严重违法失信名单。', 'Not on the list of serious breaches.'))} <Cited to={citationKey(listing.basis)} s={s} />
      </p>
    )
  const rows = (['document', 'ground', 'heavier', 'reasons', 'decidedOn', 'published', 'until'] as const).map(
    (name) => [fields[name]!.title, valueIn(fields[name]!, latest.values[name], s)] as const,
  )
  const given = (latest.values['measures'] ?? []) as readonly { readonly measure: string }[]
  const measures = given.map(({ measure }) => valueIn(fields['measures']!.columns!['measure']!, measure, s)).join(s.language === 'en' ? ', ' : '、')
  return (
    <section>
      <h2>
        {s.say(words('严重违法失信名单', 'List of serious breaches'))} <Chip tone="bad">{s.say(words('在列', 'Listed'))}</Chip>
      </h2>
      <Facts rows={[...rows, [fields['measures']!.title, measures || '—']]} s={s} />
      <SealPart sealed={sealed} s={s} />
    </section>
  )
}

const tones = { positive: 'good', minor: 'fair', ordinary: 'bad', serious: 'bad' } as const

function Entries({ entries, entry, officeOf, s }: FileProps) {
  const { fields } = entry.of
  const names = ['category', 'summary', 'authority', 'rests', 'article', 'determined', 'until'] as const
  if (entries.length === 0) return <p className="notice">{s.say(words('没有公开的信用记录。', 'No open entry is on file.'))}</p>
  return (
    <table className="stacks">
      <caption>{s.say(words('公开的信用记录', 'Open entries'))}</caption>
      <Headings titles={names.map((name) => s.say(heads[name]))} />
      <tbody>
        {entries.map(({ id, state, values, until }) => (
          <tr key={id}>
            <Cell title={s.say(heads.category)}>
              <Chip tone={tones[values['category'] as keyof typeof tones] ?? 'plain'}>{valueIn(fields['category']!, values['category'], s)}</Chip>{' '}
              {state === 'objected' && <Chip tone="fair">{s.say(words('异议中', 'Objected to'))}</Chip>}
            </Cell>
            <Cell title={s.say(heads.summary)}>{written(values['summary'], s)}</Cell>
            <Cell title={s.say(heads.authority)}>{s.say(officeOf(String(values['authority'])))}</Cell>
            <Cell title={s.say(heads.rests)}>{written(values['document'], s)}</Cell>
            <Cell title={s.say(heads.article)}>{values['article'] ? <Cited to={String(values['article'])} s={s} /> : '—'}</Cell>
            <Cell title={s.say(heads.determined)}>{String(values['determined'])}</Cell>
            <Cell title={s.say(heads.until)}>{until ?? '—'}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function CreditFilePage(props: FileProps) {
  const { code, name, s } = props
  return (
    <>
      <h1>{name === null ? code : written(name, s)}</h1>
      <p className="soft">
        {code}
        {name !== null && (
          <>
            {' '}
            · <a href={s.to(`/enterprise/${code}`)}>{s.say(words('登记和其他记录', 'Registration and other records'))}</a>
          </>
        )}
      </p>
      {name === null && (
        <p className="notice">
          {s.say(words('平台没有登记这个代码。没有记录不等于信用良好。', 'No body with this code is registered here. That nothing is on file does not mean that it is sound.'))}
        </p>
      )}
      <OnTheList {...props} />
      <Entries {...props} />
      <h2>{s.say(words('记录有误怎么办', 'If an entry is wrong'))}</h2>
      <p>
        {s.say(
          words(
            '本单位登录后可以提出异议：提出即标注“异议中”，核查属实的，在所有副本中一并撤销。履行义务并满最短公示期的，可以申请修复。',
            'The body signs in and objects: the entry is marked at once and, if it is wrong, taken out of every copy. Repair can be asked for once the duties are done and the shortest term is over.',
          ),
        )}{' '}
        <a href="/desk/credit-objection/open">{s.say(words('提出异议', 'Object'))}</a>
      </p>
      <p className="small soft">
        {s.say(
          words(
            '质量信用类别（A–D）是本平台自拟的监管分类，不是法定处罚，因此不向公众展示；本单位随时可见，采购人和招标人为具体项目可以查询，查询留痕。',
            'The class A–D is a tool of supervision of our own design and no sanction in law, so it is not shown to the public; the body itself sees it at any time, and a purchaser may ask for a named project, which leaves a trace.',
          ),
        )}{' '}
        <a href={s.to('/credit/rule')}>{s.say(words('分类规则', 'The rule'))}</a>
      </p>
    </>
  )
}
