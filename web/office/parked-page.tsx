// Consequences that were refused and wait for somebody: why, what to do, and to try again once it is mended.
import { App, Button, Empty, Skeleton } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { words } from '../../kernel/words.ts'
import { get, post } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { say } from '../parts/language.ts'
import { momentText } from '../parts/light.tsx'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { Titled } from './titled.tsx'

interface Parked {
  readonly linkage: string
  readonly title: string
  readonly basis: string
  readonly cause: string
  readonly register: string
  readonly registerTitle: string
  readonly record: string
  readonly number: string | null
  readonly targetTitle: string
  readonly refusal: { readonly code: string; readonly detail: string; readonly remedy: string }
  readonly tries: number
  readonly changed: string
}

const texts = {
  title: words('待处理联动', 'Parked linkages'),
  lead: words(
    '上一步已经生效；它应当引起的办理被退回，在这里等人处理。改正原因后重试，只会办成一次。',
    'The step itself stands; what it should have caused was refused and waits here. Mend the reason and try again: it is done once.',
  ),
  none: words('没有被退回的联动', 'Nothing was refused'),
  cause: words('起因', 'Cause'),
  linkage: words('联动', 'Linkage'),
  why: words('退回原因', 'Why it was refused'),
  tried: words('已试', 'Tried'),
  retry: words('重试', 'Try again'),
  done: words('已办成', 'It went through'),
  dropped: words('起因已被撤销，不再办理', 'Its cause was undone meanwhile: it is not done any more'),
  still: words('仍被退回', 'It was refused again'),
}

function Retry({ item }: { item: Parked }) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { mutate, isPending } = useMutation({
    mutationFn: () => post<{ state: string }>(`/api/v1/parked/${item.linkage}/${item.cause}/retry`, {}),
    onSuccess: ({ state }) => {
      void (state === 'parked' ? message.warning(say(texts.still)) : message.success(say(state === 'dropped' ? texts.dropped : texts.done)))
      void queries.invalidateQueries({ queryKey: ['parked'] })
    },
    onError: (error) => void message.error(problemFrom(error).detail),
  })
  return (
    <Button size="small" loading={isPending} onClick={() => mutate()}>
      {say(texts.retry)}
    </Button>
  )
}

const columns: readonly Column<Parked>[] = [
  {
    key: 'cause',
    title: say(texts.cause),
    lead: true,
    show: (item) => (
      <Link className="row-link" to="/registers/$register/$id" params={{ register: item.register, id: item.record }}>
        {item.registerTitle} {item.number}
      </Link>
    ),
  },
  {
    key: 'linkage',
    title: say(texts.linkage),
    show: (item) => (
      <>
        {item.title} → {item.targetTitle} <ArticleLink citation={item.basis} short />
      </>
    ),
  },
  {
    key: 'why',
    title: say(texts.why),
    show: (item) => (
      <>
        {item.refusal.detail || item.refusal.code} {item.refusal.remedy}
      </>
    ),
  },
  { key: 'tried', title: say(texts.tried), show: (item) => `${item.tries} · ${momentText(item.changed)}` },
  { key: 'retry', title: say(texts.retry), show: (item) => <Retry item={item} /> },
]

export function ParkedPage() {
  const { data, error } = useQuery({
    queryKey: ['parked'],
    queryFn: ({ signal }) => get<{ items: readonly Parked[] }>('/api/v1/parked', signal),
  })
  return (
    <Titled title={say(texts.title)}>
      <h1>{say(texts.title)}</h1>
      <p className="soft">{say(texts.lead)}</p>
      {error && <ProblemShown problem={problemFrom(error)} />}
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      {data && data.items.length > 0 && (
        <Table columns={columns} rows={data.items} keyOf={(item) => item.linkage + item.cause} label={say(texts.title)} />
      )}
    </Titled>
  )
}
