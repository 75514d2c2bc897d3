// What is due: by urgency with its light, who may do what by which rule, filtered by register and office, worked through by keyboard.
import { Button, Empty, Segmented, Skeleton } from 'antd'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Light } from '../../kernel/clock.ts'
import { words } from '../../kernel/words.ts'
import type { DueCounts, DueItem, DuePage as Page } from '../parts/answers.ts'
import { get, queryOf } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { joined, say } from '../parts/language.ts'
import { DueShown, LightMark, lightTitles } from '../parts/light.tsx'
import { useOffice } from '../parts/office.tsx'
import { ProblemShown, problemFrom } from '../parts/problem.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { moveRow, useKeys } from './keys.ts'
import { keepQueue } from './queue.ts'
import { Titled } from './titled.tsx'

interface Search {
  readonly light?: string
  readonly register?: string
  readonly office?: string
  readonly all?: string
}

const texts = {
  title: words('待办', 'To do'),
  mine: words('待我办理', 'Mine to move'),
  all: words('全部可见', 'All I may see'),
  scope: words('范围', 'Scope'),
  register: words('全部台账', 'All registers'),
  office: words('全部机关', 'All offices'),
  due: words('最迟', 'Due'),
  matter: words('事项', 'Matter'),
  deadline: words('期限与依据', 'Deadline and article'),
  state: words('状态', 'State'),
  next: words('可办', 'What can be done'),
  more: words('再显示一页', 'Show more'),
  none: words('没有到期事项', 'Nothing is due'),
  noneMine: words('没有待您办理的事项', 'Nothing waits for you'),
  waiting: words('待第二人复核', 'Waiting for a second person'),
  by: words('由', 'by'),
  proposed: words('（期满提请）', ' (proposed)'),
}
const order: readonly Light[] = ['red', 'yellow', 'green', 'grey']

/** The steps that lead on: mine as links straight to the step, others by whose duty they are. */
function Next({ item }: { item: DueItem }) {
  const mine = item.next.filter((step) => step.mine)
  const others = item.next.filter((step) => !step.mine)
  return (
    <span className="next-steps">
      {mine.map((step) => (
        <Link
          key={step.step}
          to="/registers/$register/$id"
          params={{ register: item.register, id: item.record }}
          search={{ step: step.step }}
        >
          {step.title}
          {step.proposed && say(texts.proposed)}
        </Link>
      ))}
      {mine.length === 0 &&
        others.slice(0, 2).map((step) => (
          <span key={step.step} className="soft">
            {step.title}
            {step.proposed && say(texts.proposed)} ({say(texts.by)} {joined(step.by)})
          </span>
        ))}
    </span>
  )
}

function columnsOf(officeTitle: ((id: string | null) => string) | null): readonly Column<DueItem>[] {
  return [
    { key: 'due', title: say(texts.due), lead: true, show: (item) => <DueShown clock={item} /> },
    {
      key: 'matter',
      title: say(texts.matter),
      lead: true,
      show: (item) => (
        <>
          <Link className="row-link" to="/registers/$register/$id" params={{ register: item.register, id: item.record }}>
            {item.headline || item.number || item.registerTitle}
          </Link>
          <span className="under">
            {item.registerTitle} {item.headline ? item.number : ''}
          </span>
        </>
      ),
    },
    {
      key: 'deadline',
      title: say(texts.deadline),
      show: (item) => (
        <>
          {item.deadlineTitle} <ArticleLink citation={item.rule} short />
        </>
      ),
    },
    { key: 'state', title: say(texts.state), show: (item) => item.stateTitle },
    ...(officeTitle
      ? [
          {
            key: 'office',
            title: say(words('承办机关', 'Office')),
            show: (item: DueItem) => officeTitle(item.office),
            blank: (item: DueItem) => item.office === null,
          },
        ]
      : []),
    { key: 'next', title: say(texts.next), show: (item) => <Next item={item} />, blank: (item) => item.next.length === 0 },
  ]
}

function Tiles({ counts, light, go }: { counts: DueCounts['counts']; light: string | undefined; go: (light: Light | null) => void }) {
  return (
    <ul className="tiles">
      {order.map((each) => {
        const count = counts.filter((row) => row.light === each).reduce((sum, row) => sum + row.count, 0)
        const on = light === each
        return (
          <li key={each}>
            <button type="button" className={`tile ${each}${on ? ' on' : ''}`} aria-pressed={on} onClick={() => go(on ? null : each)}>
              <LightMark light={each} />
              <b>{count}</b>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Waiting({ waiting }: Pick<DueCounts, 'waiting'>) {
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="waiting" className="waiting">
      <h2 id="waiting">{say(texts.waiting)}</h2>
      <ul>
        {waiting.map((each) => (
          <li key={each.register + each.state}>
            <Link to="/registers/$register" params={{ register: each.register }} search={{ state: each.state }}>
              {each.registerTitle}：{each.step} <b>{each.count}</b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filters({ counts, search, put }: { counts: DueCounts['counts']; search: Search; put: (change: Partial<Search>) => void }) {
  const office = useOffice()
  const inRegister = counts.filter((row) => !search.register || row.register === search.register)
  const registers = [...new Set(counts.map((row) => row.register))]
  const offices = [...new Set(inRegister.flatMap((row) => (row.office === null ? [] : [row.office])))]
  return (
    <div className="filters" role="group" aria-label={say(words('筛选', 'Filters'))}>
      <Segmented
        value={search.all === '1' ? 'all' : 'mine'}
        aria-label={say(texts.scope)}
        options={[
          { value: 'mine', label: say(texts.mine) },
          { value: 'all', label: say(texts.all) },
        ]}
        onChange={(value) => put({ all: value === 'all' ? '1' : undefined })}
      />
      {registers.length > 1 && (
        <select
          className="plain-input filter"
          aria-label={say(texts.register)}
          value={search.register ?? ''}
          onChange={(event) => put({ register: event.target.value || undefined, office: undefined })}
        >
          <option value="">{say(texts.register)}</option>
          {registers.map((name) => (
            <option key={name} value={name}>
              {office.register(name)?.title ?? name}
            </option>
          ))}
        </select>
      )}
      {offices.length > 1 && (
        <select
          className="plain-input filter"
          aria-label={say(texts.office)}
          value={search.office ?? ''}
          onChange={(event) => put({ office: event.target.value || undefined })}
        >
          <option value="">{say(texts.office)}</option>
          {offices.map((id) => (
            <option key={id} value={id}>
              {office.officeTitle(id)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function Groups({ items, officeTitle }: { items: readonly DueItem[]; officeTitle: ((id: string | null) => string) | null }) {
  const columns = columnsOf(officeTitle)
  return order
    .map((light) => [light, items.filter((item) => item.light === light)] as const)
    .filter(([, rows]) => rows.length > 0)
    .map(([light, rows]) => (
      <section key={light} aria-labelledby={`group-${light}`}>
        <h2 id={`group-${light}`} className={`group ${light}`}>
          {say(lightTitles[light])}
        </h2>
        <Table columns={columns} rows={rows} keyOf={(item) => `${item.record}.${item.deadline}.${item.run}`} label={say(lightTitles[light])} even />
      </section>
    ))
}

export function DuePage() {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const office = useOffice()
  const mine = search.all !== '1'
  const put = (change: Partial<Search>) => void navigate({ to: '/', search: { ...search, ...change } as never, replace: true })
  const counts = useQuery({
    queryKey: ['due-counts', mine],
    queryFn: ({ signal }) => get<DueCounts>(`/api/v1/due/counts${queryOf({ mine })}`, signal),
    placeholderData: keepPreviousData,
  })
  const due = useInfiniteQuery({
    queryKey: ['due', search],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      get<Page>(
        `/api/v1/due${queryOf({ mine, light: search.light, register: search.register, office: search.office, limit: 100, after: pageParam })}`,
        signal,
      ),
    getNextPageParam: (page) => page.next,
  })
  const items = due.data?.pages.flatMap((page) => page.items) ?? []
  const rows = counts.data?.counts ?? []
  const chosen = rows.filter(
    (row) => (!search.register || row.register === search.register) && (!search.office || row.office === search.office),
  )
  useEffect(() => {
    const back = `/${queryOf({ ...search })}`
    const queued = new Map(items.map((item) => [item.record, { register: item.register, id: item.record, name: item.headline }]))
    keepQueue({ title: say(texts.title), back, items: [...queued.values()] })
  })
  useKeys({ j: () => moveRow(1), k: () => moveRow(-1), m: () => put({ all: mine ? '1' : undefined }) })
  const severalOffices = new Set(rows.map((row) => row.office)).size > 1
  return (
    <Titled title={say(texts.title)}>
      <div className="page-head">
        <h1>{say(texts.title)}</h1>
        <Filters counts={rows} search={search} put={put} />
      </div>
      <Tiles counts={chosen} light={search.light} go={(light) => put({ light: light ?? undefined })} />
      {counts.data && <Waiting waiting={counts.data.waiting} />}
      {due.error ? (
        <ProblemShown problem={problemFrom(due.error)} />
      ) : due.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <Groups items={items} officeTitle={severalOffices ? office.officeTitle : null} />
      )}
      {due.isSuccess && items.length === 0 && !due.hasNextPage && (
        <Empty description={say(mine ? texts.noneMine : texts.none)} image={Empty.PRESENTED_IMAGE_SIMPLE} />
      )}
      {due.hasNextPage && (
        <p>
          <Button onClick={() => void due.fetchNextPage()} loading={due.isFetchingNextPage}>
            {say(texts.more)}
          </Button>
        </p>
      )}
    </Titled>
  )
}
