// One record: what it is, its clocks, what can be done now, what happened; and the next case of the list one came from.
import { Breadcrumb, Skeleton, Switch } from 'antd'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLoaderData, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { words } from '../../kernel/words.ts'
import type { EntryShown, Receipt, RecordAnswer } from '../parts/answers.ts'
import { get } from '../parts/api.ts'
import type { Declared } from '../parts/declarations.ts'
import { joined, say } from '../parts/language.ts'
import type { Named } from '../../store/people/names.ts'
import { OfficeProvider, useOffice, type Office } from '../parts/office.tsx'
import { ProblemShown, problemFrom } from '../parts/problem.tsx'
import { textOf } from '../parts/show.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { Clocks } from './clocks.tsx'
import { Contents, Standing } from './contents.tsx'
import { useKeys } from './keys.ts'
import { Papers } from './papers.tsx'
import { neighboursOf, type Neighbours, type Queued } from './queue.ts'
import { Links } from './related.tsx'
import { mySteps, StepPanel } from './step-panel.tsx'
import { Timeline } from './timeline.tsx'
import { Titled } from './titled.tsx'

const texts = {
  before: words('上一件', 'Case before'),
  next: words('下一件', 'Next case'),
  onward: words('办完转下一件', 'Go to the next when done'),
}

const onwardSetting = 'onward'

interface BesideProps {
  readonly neighbours: Neighbours | null
  readonly onward: boolean
  readonly setOnward: (on: boolean) => void
}

function Beside({ neighbours, onward, setOnward }: BesideProps) {
  if (neighbours === null) return null
  const [path = '/', query] = neighbours.back.split('?')
  const step = (queued: Queued | null, text: string, arrow: string) =>
    queued ? (
      <Link to="/registers/$register/$id" params={{ register: queued.register, id: queued.id }} title={queued.name}>
        {arrow === '‹' ? '‹ ' : ''}
        {text}
        {arrow === '›' ? ' ›' : ''}
      </Link>
    ) : (
      <span className="soft">{text}</span>
    )
  return (
    <nav className="beside" aria-label={say(words('相邻事项', 'Cases beside'))}>
      {step(neighbours.before, say(texts.before), '‹')}
      <span>
        <Link to={path} search={Object.fromEntries(new URLSearchParams(query)) as never}>
          {neighbours.title}
        </Link>{' '}
        {neighbours.at} / {neighbours.count}
      </span>
      {step(neighbours.after, say(texts.next), '›')}
      <span className="onward">
        <Switch size="small" checked={onward} onChange={setOnward} aria-label={say(texts.onward)} /> {say(texts.onward)}
      </span>
    </nav>
  )
}

function useRecord(register: string, id: string) {
  const record = useQuery({
    queryKey: ['record', register, id],
    queryFn: ({ signal }) => get<RecordAnswer>(`/api/v1/registers/${register}/${id}`, signal),
  })
  const history = useQuery({
    queryKey: ['history', register, id],
    queryFn: ({ signal }) => get<{ items: readonly EntryShown[] }>(`/api/v1/registers/${register}/${id}/history`, signal),
  })
  return { answer: record.data, error: record.error, entries: history.data?.items ?? [] }
}

/** The office with the names of those who stand in this record, where its register keeps accounts. */
function useNamed(register: string, id: string, declared: Declared): Office {
  const office = useOffice()
  const fields = Object.values(declared.procedure.of.fields)
  const { data } = useQuery({
    queryKey: ['people', register, id],
    enabled: fields.some((field) => field.account || Object.values(field.columns ?? {}).some((column) => column.account)),
    queryFn: ({ signal }) => get<{ items: readonly Named[] }>(`/api/v1/registers/${register}/${id}/people`, signal),
  })
  return useMemo(() => {
    const names = new Map(data?.items.map(({ account, name }) => [account, name]))
    return { ...office, accountTitle: (accounts: string) => joined(accounts.split(' ').map((each) => names.get(each) ?? each)) }
  }, [office, data])
}

interface HeadProps extends BesideProps {
  readonly declared: Declared
  readonly answer: RecordAnswer
}

function Head({ declared, answer, neighbours, onward, setOnward }: HeadProps) {
  const { procedure } = declared
  const office = useOffice()
  const { of: register } = procedure
  const { record } = answer
  const headline = textOf(record[register.headline], register.fields[register.headline]!, office)
  return (
    <>
      <div className="record-way">
        <Breadcrumb
          items={[
            { title: <Link to="/registers/$register" params={{ register: register.name }}>{say(register.title)}</Link> },
            { title: record.number ?? (headline || record.id.slice(0, 8)) },
          ]}
        />
        <Beside neighbours={neighbours} onward={onward} setOnward={setOnward} />
      </div>
      <div className="record-head">
        <h1>{headline || record.number || say(register.title)}</h1>
        <StateTag procedure={procedure} state={record.state} />
      </div>
      <Standing record={record} />
    </>
  )
}

export function RecordPage() {
  const declared = useLoaderData({ strict: false }) as unknown as Declared
  const { register, id } = useParams({ strict: false }) as { register: string; id: string }
  const { step, document } = useSearch({ strict: false }) as { step?: string; document?: string }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const office = useNamed(register, id, declared)
  const [onward, setOnward] = useState(() => localStorage.getItem(onwardSetting) === 'on')
  const { answer, error, entries } = useRecord(register, id)
  const neighbours = neighboursOf(register, id)
  const go = (to: Queued | null) => to && void navigate({ to: '/registers/$register/$id', params: { register: to.register, id: to.id } })
  const open = (name: string | undefined) =>
    void navigate({ to: '/registers/$register/$id', params: { register, id }, search: (name ? { step: name } : {}) as never })
  const steps = answer ? mySteps(declared, answer) : []
  useKeys({
    n: () => go(neighbours?.after ?? null),
    p: () => go(neighbours?.before ?? null),
    Escape: () => step && open(undefined),
    ...Object.fromEntries(steps.slice(0, 9).map((name, at) => [String(at + 1), () => open(name)])),
  })
  if (error) return <ProblemShown problem={problemFrom(error)} />
  if (!answer) return <Skeleton active paragraph={{ rows: 10 }} />
  const done = (_receipt: Receipt) => {
    void queries.invalidateQueries()
    if (onward && neighbours?.after) go(neighbours.after)
    else open(undefined)
  }
  const visible = office.register(register)?.visible ?? []
  return (
    <Titled title={answer.record.number ?? say(declared.procedure.of.title)}>
      <Head
        declared={declared}
        answer={answer}
        neighbours={neighbours}
        onward={onward}
        setOnward={(on) => {
          localStorage.setItem(onwardSetting, on ? 'on' : 'off')
          setOnward(on)
        }}
      />
      <OfficeProvider value={office}>
        <Clocks clocks={answer.clocks} procedure={declared.procedure} />
        <div className="record">
          <StepPanel
            declared={declared}
            answer={answer}
            entries={entries}
            chosen={step}
            document={document}
            close={() => open(undefined)}
            done={done}
          />
          <div className="record-body">
            <Contents procedure={declared.procedure} answer={answer} visible={visible} />
            <Papers procedure={declared.procedure} record={id} possible={answer.possible} />
            <Links register={register} record={id} />
            <Timeline entries={entries} procedure={declared.procedure} system={declared.system} />
          </div>
        </div>
      </OfficeProvider>
    </Titled>
  )
}
