// A register as a list: columns, filters, search, order and pages, all kept in the address; exported as it is filtered.
import { Button, Checkbox, Dropdown, Empty, Popover, Skeleton } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useLoaderData, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { dayOf } from '../../kernel/day.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { get, queryOf } from '../parts/api.ts'
import type { Declared } from '../parts/declarations.ts'
import { language, say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { ProblemShown, problemFrom } from '../parts/problem.tsx'
import { serverNow } from '../parts/session.ts'
import { nothing, textOf } from '../parts/show.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { apiQuery, chosenColumns, exportAddress, keepColumns, type ListSearch, type Query } from './filters.ts'
import { moveRow, useKeys } from './keys.ts'
import { ListFilters } from './list-filters.tsx'
import { keepQueue } from './queue.ts'
import { Titled } from './titled.tsx'

const pageSize = 50
const texts = {
  number: words('编号', 'Number'),
  state: words('状态', 'State'),
  import: words('批量导入', 'Import'),
  export: words('导出', 'Export'),
  columns: words('列', 'Columns'),
  none: words('没有符合条件的记录', 'No record matches'),
  first: words('第一页', 'First page'),
  before: words('上一页', 'Page before'),
  next: words('下一页', 'Next page'),
  pages: words('分页', 'Pages'),
}

interface Answer {
  readonly items: readonly AnyRecord[]
  readonly next: string | null
  readonly count?: number
}

const sortable = new Set(['day', 'instant', 'integer', 'quantity', 'amount', 'choice', 'text', 'area', 'party', 'yes'])

function useColumns(procedure: Procedure, shown: readonly string[]): readonly Column<AnyRecord>[] {
  const office = useOffice()
  const { of: register } = procedure
  const nameOf = (record: AnyRecord) => record.number ?? textOf(record[register.headline], register.fields[register.headline]!, office)
  return [
    {
      key: 'number',
      title: say(texts.number),
      lead: true,
      show: (record) => (
        <Link className="row-link" to="/registers/$register/$id" params={{ register: register.name, id: record.id }}>
          {nameOf(record) || record.id.slice(0, 8)}
        </Link>
      ),
      ...(register.number ? { sort: 'number' } : {}),
    },
    {
      key: 'state',
      title: say(texts.state),
      lead: true,
      sort: 'state',
      show: (record) => <StateTag procedure={procedure} state={record.state} />,
    },
    ...shown.map((name): Column<AnyRecord> => {
      const field = register.fields[name]!
      return {
        key: name,
        title: say(field.title),
        number: ['integer', 'quantity', 'amount'].includes(field.kind),
        show: (record) => textOf(record[name], field, office) || nothing,
        blank: (record) => record[name] === null || record[name] === undefined || record[name] === '',
        ...(sortable.has(field.kind) && !field.personal ? { sort: name } : {}),
      }
    }),
  ]
}

interface ColumnChooserProps {
  readonly procedure: Procedure
  readonly visible: readonly string[]
  readonly shown: readonly string[]
  readonly put: (columns: readonly string[]) => void
}

function ColumnChooser({ procedure, visible, shown, put }: ColumnChooserProps) {
  const { fields } = procedure.of
  const options = visible
    .filter((name) => !['rows', 'figures', 'files'].includes(fields[name]!.kind))
    .map((name) => ({ value: name, label: `${say(fields[name]!.title)}${fields[name]!.personal ? ' ●' : ''}` }))
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={say(texts.columns)}
      content={
        <Checkbox.Group
          className="column-choice"
          options={options}
          value={[...shown]}
          onChange={(chosen: string[]) => put(chosen)}
        />
      }
    >
      <Button>{say(texts.columns)}</Button>
    </Popover>
  )
}

function Head({ procedure, query, children }: { procedure: Procedure; query: Query; children: ReactNode }) {
  const known = useOffice().register(procedure.of.name)!
  const params = { register: procedure.of.name }
  return (
    <div className="page-head">
      <h1>{say(procedure.of.title)}</h1>
      <div className="actions">
        {known.opens && (
          <>
            <Link to="/registers/$register/open" params={params}>
              <Button type="primary" tabIndex={-1}>
                {known.opening}
              </Button>
            </Link>
            <Link to="/registers/$register/import" params={params}>
              <Button tabIndex={-1}>{say(texts.import)}</Button>
            </Link>
          </>
        )}
        <Dropdown
          trigger={['click']}
          menu={{
            items: (['xlsx', 'csv'] as const).map((format) => ({
              key: format,
              label: <a href={exportAddress(procedure.of.name, format, query, language)}>{format === 'xlsx' ? 'Excel (.xlsx)' : 'CSV (.csv)'}</a>,
            })),
          }}
        >
          <Button>{say(texts.export)} ▾</Button>
        </Dropdown>
        {children}
      </div>
    </div>
  )
}

function Pager({ page, next, put }: { page: number; next: string | null; put: (change: ListSearch, replace?: boolean) => void }) {
  const { history } = useRouter()
  if (page === 1 && next === null) return null
  return (
    <nav className="pager" aria-label={say(texts.pages)}>
      {page > 1 && (
        <>
          <Button onClick={() => put({ after: undefined, page: undefined })}>{say(texts.first)}</Button>
          <Button onClick={() => history.back()}>{say(texts.before)}</Button>
        </>
      )}
      <span>{page}</span>
      {next !== null && <Button onClick={() => put({ after: next, page: String(page + 1) })}>{say(texts.next)}</Button>}
    </nav>
  )
}

export function ListPage() {
  const { procedure } = useLoaderData({ strict: false }) as unknown as Declared
  const search = useSearch({ strict: false }) as ListSearch
  const { register: name } = useParams({ strict: false }) as { register: string }
  const navigate = useNavigate()
  const office = useOffice()
  const known = office.register(name)!
  const [columns, setColumns] = useState(() => chosenColumns(procedure.of, known.visible))
  const query = apiQuery(search, office.tree, dayOf(serverNow()))
  const go = (change: ListSearch) => void navigate({ to: '/registers/$register', params: { register: name }, search: { ...search, ...change } as never })
  const put = (change: ListSearch) => go({ ...change, after: undefined, page: undefined })
  const wanted = [...new Set(['number', 'state', ...(known.headline ? [known.headline] : []), ...columns])].join(',')
  const { data, error, isPending, isPlaceholderData } = useQuery({
    queryKey: ['list', name, query, wanted],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      get<Answer>(`/api/v1/registers/${name}${queryOf({ ...query, limit: pageSize, fields: wanted, count: search['after'] ? '' : 'true' })}`, signal),
  })
  const shown = useColumns(procedure, columns)
  useEffect(() => {
    if (!data) return
    const nameOf = (record: AnyRecord) => String((known.headline && record[known.headline]) ?? record.number ?? '')
    const items = data.items.map((record) => ({ register: name, id: record.id, name: nameOf(record) }))
    keepQueue({ title: known.title, back: `/registers/${name}${queryOf(search)}`, items })
  })
  useKeys({ j: () => moveRow(1), k: () => moveRow(-1) })
  const title = say(procedure.of.title)
  return (
    <Titled title={title}>
      <Head procedure={procedure} query={query}>
        <ColumnChooser
          procedure={procedure}
          visible={known.visible}
          shown={columns}
          put={(chosen) => {
            keepColumns(name, chosen)
            setColumns(chosen.length > 0 ? chosen : chosenColumns(procedure.of, known.visible))
          }}
        />
      </Head>
      <ListFilters procedure={procedure} visible={known.visible} search={search} put={put} />
      {error && <ProblemShown problem={problemFrom(error)} />}
      {isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && (
        <div className={isPlaceholderData ? 'stale' : undefined}>
          {data.count !== undefined && <p className="soft small">{say(words(`共 ${data.count} 条`, `${data.count} records`))}</p>}
          {data.items.length === 0 ? (
            <Empty description={say(texts.none)} image={Empty.PRESENTED_IMAGE_SIMPLE} />
          ) : (
            <div className="scroll" tabIndex={0} role="region" aria-label={title}>
              <Table
                columns={shown}
                rows={data.items}
                keyOf={(record) => record.id}
                label={title}
                order={search['order']}
                onOrder={(order) => put({ order })}
              />
            </div>
          )}
          <Pager page={Number(search['page'] ?? 1)} next={data.next} put={go} />
        </div>
      )}
    </Titled>
  )
}
