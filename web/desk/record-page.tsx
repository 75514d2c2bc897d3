// One record of the office: clocks with lights, the steps that are possible now, contents, history; and the form of a step.
import type { Day } from '../../kernel/day.ts'
import type { Field, Fields } from '../../kernel/field.ts'
import { clockOf } from '../../kernel/fields/instant.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { FileShown } from '../../store/attachments/open.ts'
import { whyGoverned, type ClockShown } from '../../store/records/clocks.ts'
import type { EntryShown } from '../../store/records/history.ts'
import { empty, type DeskNames } from '../data/desk-names.ts'
import { FileList, type FileNamed } from '../site/files-control.tsx'
import { PaperForm, type FormProblem } from '../site/form.tsx'
import { Cited } from '../site/cited.tsx'
import type { Offers } from '../site/offers.tsx'
import type { Saying } from '../site/saying.ts'
import { StepCards, StepLinks } from '../site/work-parts.tsx'
import { RowsTable } from '../site/rows-control.tsx'
import { Light, termIn } from './pages.tsx'

export interface RecordProps {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly visible: readonly string[]
  readonly clocks: readonly ClockShown[]
  readonly possible: readonly string[]
  readonly today: Day
  readonly history: readonly EntryShown[]
  readonly files: readonly FileShown[]
  readonly names: DeskNames
  readonly s: Saying
}

function Clocks({ procedure, clocks, s }: Pick<RecordProps, 'procedure' | 'clocks' | 's'>) {
  const deadlineOf = (clock: ClockShown) => procedure.deadlines.find((d) => d.name === clock.deadline)
  const titleOf = (clock: ClockShown) => deadlineOf(clock)?.title ?? words(clock.deadline, clock.deadline)
  return (
    <ul className="cards">
      {clocks.map((clock) => (
        <li className="card" key={clock.deadline + clock.run}>
          <div>
            <Light light={clock.light} s={s} />
          </div>
          <b>{s.say(titleOf(clock))}</b>
          <span>
            {s.say(words('最迟', 'Due'))} {clock.due ?? '—'}
            {clock.provisional ? s.say(words('（暂定）', ' (provisional)')) : ''} · {termIn(clock.term, s)}
          </span>
          <Cited to={clock.rule} s={s} />
          <small>{s.say(whyGoverned(clock.starts, deadlineOf(clock)))}</small>
        </li>
      ))}
    </ul>
  )
}

type Part = Pick<RecordProps, 'procedure' | 'record' | 'files' | 'names' | 's'>

const rowsShown = 20

type TableProps = Pick<Part, 'names' | 's'> & { field: Field; rows: readonly Readonly<Record<string, unknown>>[] }

/** A long table shows its beginning; the rest opens. */
function Table({ field, rows, names, s }: TableProps) {
  const rest = rows.length - rowsShown
  return (
    <>
      <RowsTable field={field} rows={rows.slice(0, rowsShown)} s={s} show={names.value} />
      {rest > 0 && (
        <details>
          <summary>{s.say(words(`其余 ${rest} 行，共 ${rows.length} 行`, `${rest} more of ${rows.length} rows`))}</summary>
          <RowsTable field={field} rows={rows.slice(rowsShown)} s={s} show={names.value} />
        </details>
      )}
    </>
  )
}

function Value({ name, field, procedure, record, files, names, s }: Part & { name: string; field: Field }) {
  const value = record[name as keyof AnyRecord] as unknown
  const own = files.filter((file) => file.field === name)
  if (own.length > 0) return <FileList files={own} address={fileAddress(procedure, record)} s={s} />
  if (field.kind === 'citation') return <Cited to={String(value)} s={s} />
  if (field.kind === 'rows' && Array.isArray(value)) return <Table field={field} rows={value} names={names} s={s} />
  const other = names.record(value)
  return other ? <a href={other.address}>{other.name}</a> : names.value(field, value)
}

const fileAddress = (procedure: Procedure, record: AnyRecord) => (hash: string) =>
  `/api/v1/registers/${procedure.of.name}/${record.id}/files/${hash}`

/** What is filled in; the rest is named in one line that opens. */
function Contents({ visible, ...part }: Part & { visible: readonly string[] }) {
  const { procedure, record, files, s } = part
  const { fields } = procedure.of
  const filled = visible.filter((name) => !empty(record[name as keyof AnyRecord]) || files.some((file) => file.field === name))
  const open = visible.filter((name) => !filled.includes(name))
  return (
    <>
      <h2>{s.say(words('内容', 'Contents'))}</h2>
      <dl className="facts">
        {filled.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{s.say(fields[name]!.title)}</dt>
            <dd>
              <Value name={name} field={fields[name]!} {...part} />
            </dd>
          </div>
        ))}
      </dl>
      {open.length > 0 && (
        <details className="small">
          <summary>{s.say(words(`尚未填写 ${open.length} 项`, `Not filled in: ${open.length}`))}</summary>
          <p className="soft">{open.map((name) => s.say(fields[name]!.title)).join(s.language === 'en' ? ', ' : '、')}</p>
        </details>
      )}
    </>
  )
}

/** A moment; a bare day, which counts from its beginning, as the day that it is. */
const when = (at: string): string => clockOf(at).replace(' 00:00', '')

const standing: Readonly<Record<string, Words>> = { lapse: words('期限届满', 'A term ran out') }

function History({ procedure, history, names, s }: Pick<RecordProps, 'procedure' | 'history' | 'names' | 's'>) {
  const stepTitle = (name: string): Words =>
    name === 'open' ? (procedure.opens.title ?? procedure.of.title) : (procedure.steps[name]?.title ?? standing[name] ?? words(name, name))
  return (
    <>
      <h2>{s.say(words('经过', 'History'))}</h2>
      <ol className="timeline">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{s.say(stepTitle(entry.step))}</b>{' '}
            <span className="soft small">
              {[when(entry.occurred), names.office(entry.office), names.duty(entry.duty)].filter((each) => each !== '').join(' · ')}
            </span>
            {entry.reason && <p className="small">{entry.reason}</p>}
            {entry.documents.map((d) => (
              <p key={d.id} className="small">
                {d.number} · <a href={`/desk/documents/${d.id}.pdf`}>PDF</a> <a href={`/desk/documents/${d.id}.docx`}>DOCX</a>{' '}
                <a href={`/api/v1/documents/${d.id}/proof`}>{s.say(words('签章', 'seal'))}</a>
              </p>
            ))}
            <p className="small soft">
              {entry.hash.slice(0, 16)}… ·{' '}
              {entry.seq === null ? s.say(words('待入日志', 'not in the log yet')) : `${s.say(words('日志', 'log'))} ${entry.seq}`}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

export function RecordPage(props: RecordProps) {
  const { procedure, record, visible, clocks, possible, history, files, s } = props
  const register = procedure.of
  const headline = visible.includes(register.headline) ? (record[register.headline as keyof AnyRecord] as unknown) : null
  const hasPapers = history.some((entry) => entry.documents.length > 0)
  const aside = possible.filter((name) => procedure.steps[name]!.standing && (hasPapers || procedure.steps[name]!.paper === undefined))
  const steps = { procedure, record: record.id, told: { row: record, today: props.today }, s }
  return (
    <>
      <h1>{record.number ?? s.say(register.title)}</h1>
      <p>
        <span className="chip fair">{s.say(procedure.states[record.state] ?? words(record.state, record.state))}</span>{' '}
        {typeof headline === 'string' && `${props.names.value(register.fields[register.headline]!, headline)} · `}
        <span className="soft">{s.say(words(`第 ${record.version} 版`, `version ${record.version}`))}</span>
      </p>
      {clocks.length > 0 && <Clocks procedure={procedure} clocks={clocks} s={s} />}
      <h2>{s.say(words('现在可以办理', 'Possible now'))}</h2>
      <StepCards {...steps} possible={possible.filter((name) => !procedure.steps[name]!.standing)} />
      {aside.length > 0 && (
        <p>
          <StepLinks {...steps} possible={aside} />
        </p>
      )}
      <Contents {...props} />
      {files.some((file) => !(file.field in register.fields)) && (
        <>
          <h2>{s.say(words('办理中的附件', 'Files of the steps'))}</h2>
          <FileList files={files.filter((file) => !(file.field in register.fields))} address={fileAddress(procedure, record)} s={s} />
        </>
      )}
      <History {...props} />
    </>
  )
}

export interface StepFormProps {
  readonly title: Words
  readonly basis: string | null
  readonly action: string
  readonly fields: Procedure['of']['fields']
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly hidden: Readonly<Record<string, string>>
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly offers: Offers
  readonly s: Saying
}

/** Files come last, so that all that was typed has arrived before the first of them. */
const filesLast = (fields: Fields): readonly string[] => {
  const names = Object.keys(fields)
  return [...names.filter((name) => fields[name]!.kind !== 'files'), ...names.filter((name) => fields[name]!.kind === 'files')]
}

export function StepPage({ title, basis, action, fields, values, problems, hidden, kept, offers, s }: StepFormProps) {
  return (
    <>
      <h1>{s.say(title)}</h1>
      {basis && (
        <p>
          <Cited to={basis} s={s} />
        </p>
      )}
      <PaperForm
        action={action}
        fields={fields}
        groups={[{ title, names: filesLast(fields) }]}
        values={values}
        problems={problems}
        send={title}
        hidden={hidden}
        kept={kept}
        offers={offers}
        s={s}
      />
    </>
  )
}
