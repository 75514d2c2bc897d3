// Records that cannot be right: which, why it matters, what to do; every check of the house within the reader's reach.
import { Empty, Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { words } from '../../kernel/words.ts'
import { get } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { say } from '../parts/language.ts'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { Titled } from './titled.tsx'

interface Checked {
  readonly name: string
  readonly title: string
  readonly register: string
  readonly registerTitle: string
  readonly severity: 'error' | 'warning'
  readonly why: string
  readonly remedy: string
  readonly basis: string | null
  readonly count: number
  readonly more: boolean
  readonly first: readonly { readonly id: string; readonly number: string | null; readonly headline: unknown }[]
}

const texts = {
  title: words('数据核查', 'Integrity'),
  lead: words('不可能成立或容易误导的记录，按轻重排列。', 'Records that cannot be right or would mislead, the gravest first.'),
  clean: words('没有发现问题', 'Nothing is wrong'),
  none: words('您的台账没有核查项', 'No check is declared on your registers'),
  error: words('错误', 'Error'),
  warning: words('提醒', 'Warning'),
  why: words('影响', 'Why it matters'),
  remedy: words('处理', 'What to do'),
  list: words('显示前几条', 'The first of them'),
}

function Check({ item }: { item: Checked }) {
  return (
    <li className={`check ${item.count === 0 ? 'clean' : item.severity}`}>
      <h2>
        <span className="severity">{say(item.count === 0 ? texts.clean : texts[item.severity])}</span>{' '}
        {item.title}{' '}
        <b className="count">
          {item.count}
          {item.more ? '+' : ''}
        </b>
      </h2>
      <p className="soft small">
        {item.registerTitle} {item.basis && <ArticleLink citation={item.basis} short />}
      </p>
      {item.count > 0 && (
        <>
          <p>
            <b>{say(texts.why)}</b> {item.why} <b>{say(texts.remedy)}</b> {item.remedy}
          </p>
          <ul className="found" aria-label={say(texts.list)}>
            {item.first.map((record) => (
              <li key={record.id}>
                <Link to="/registers/$register/$id" params={{ register: item.register, id: record.id }}>
                  {record.number ?? String(record.headline ?? record.id.slice(0, 8))}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

const weight = (item: Checked): number => (item.count === 0 ? 2 : item.severity === 'error' ? 0 : 1)

export function ChecksPage() {
  const { data, error } = useQuery({
    queryKey: ['checks'],
    queryFn: ({ signal }) => get<{ items: readonly Checked[] }>('/api/v1/checks', signal),
  })
  const items = [...(data?.items ?? [])].sort((a, b) => weight(a) - weight(b) || b.count - a.count)
  return (
    <Titled title={say(texts.title)}>
      <h1>{say(texts.title)}</h1>
      <p className="soft">{say(texts.lead)}</p>
      {error && <ProblemShown problem={problemFrom(error)} />}
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      <ul className="checks">
        {items.map((item) => (
          <Check key={item.register + item.name} item={item} />
        ))}
      </ul>
    </Titled>
  )
}
