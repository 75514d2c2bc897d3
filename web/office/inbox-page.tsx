// The inbox of an enterprise or a person: documents that were addressed to them, the newest first.
import { Empty, Skeleton } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { words } from '../../kernel/words.ts'
import { get } from '../parts/api.ts'
import { say } from '../parts/language.ts'
import { momentText } from '../parts/light.tsx'
import { useOffice } from '../parts/office.tsx'
import { problemFrom, ProblemShown } from '../parts/problem.tsx'
import { Table, type Column } from '../parts/table.tsx'
import type { DocumentShown } from './papers.tsx'
import { Titled } from './titled.tsx'

interface Addressed extends DocumentShown {
  readonly title: { readonly zh: string; readonly en: string }
}

const texts = {
  title: words('收件箱', 'Inbox'),
  none: words('没有文书', 'No documents'),
  document: words('文书', 'Document'),
  matter: words('事项', 'Matter'),
  issued: words('出具', 'Issued'),
  served: words('送达', 'Served'),
}

export function InboxPage() {
  const office = useOffice()
  const { data, error } = useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => get<{ items: readonly Addressed[] }>('/api/v1/inbox', signal),
  })
  const columns: readonly Column<Addressed>[] = [
    {
      key: 'document',
      title: say(texts.document),
      lead: true,
      show: (paper) => (
        <>
          <a className="row-link" href={`/api/v1/documents/${paper.id}.pdf`} target="_blank" rel="noreferrer">
            {say(paper.title)}
          </a>
          <span className="under">{paper.number}</span>
        </>
      ),
    },
    {
      key: 'matter',
      title: say(texts.matter),
      show: (paper) => (
        <Link to="/registers/$register/$id" params={{ register: paper.register, id: paper.record }}>
          {office.register(paper.register)?.title ?? paper.register}
        </Link>
      ),
    },
    { key: 'issued', title: say(texts.issued), show: (paper) => momentText(paper.issued) },
    { key: 'served', title: say(texts.served), show: (paper) => paper.served ?? '—' },
  ]
  return (
    <Titled title={say(texts.title)}>
      <h1>{say(texts.title)}</h1>
      {error && <ProblemShown problem={problemFrom(error)} />}
      {!data && !error && <Skeleton active />}
      {data?.items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(texts.none)} />}
      {data && data.items.length > 0 && <Table columns={columns} rows={data.items} keyOf={(paper) => paper.id} label={say(texts.title)} />}
    </Titled>
  )
}
