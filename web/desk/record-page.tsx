// One record of the office: clocks with lights, the steps that are possible now, contents, history; and the form of a step.
import type { Fields } from '../../kernel/field.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { FileShown } from '../../store/attachments/open.ts'
import { whyGoverned, type ClockShown } from '../../store/records/clocks.ts'
import type { EntryShown } from '../../store/records/history.ts'
import { FileList, type FileNamed } from '../site/files-control.tsx'
import { PaperForm, type FormProblem } from '../site/form.tsx'
import { Cited } from '../site/cited.tsx'
import type { Saying } from '../site/saying.ts'
import { StepCards } from '../site/work-parts.tsx'
import { RowsTable } from '../site/rows-control.tsx'
import { Light, shown, shownValue } from './pages.tsx'

export interface RecordProps {
  readonly procedure: Procedure
  readonly record: AnyRecord
  readonly visible: readonly string[]
  readonly clocks: readonly ClockShown[]
  readonly possible: readonly string[]
  readonly history: readonly EntryShown[]
  readonly files: readonly FileShown[]
  readonly s: Saying
}

function Clocks({ procedure, clocks, s }: Pick<RecordProps, 'procedure' | 'clocks' | 's'>) {
  const titleOf = (clock: ClockShown) =>
    procedure.deadlines.find((d) => d.name === clock.deadline)?.title ?? words(clock.deadline, clock.deadline)
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
            {clock.provisional ? ` (${s.say(words('暂定', 'provisional'))})` : ''} · {clock.term}
          </span>
          <Cited to={clock.rule} s={s} />
          <small>{s.say(whyGoverned(clock.starts))}</small>
        </li>
      ))}
    </ul>
  )
}

export function RecordPage({ procedure, record, visible, clocks, possible, history, files, s }: RecordProps) {
  const register = procedure.of
  const filesAt = (name: string) => files.filter((file) => file.field === name)
  const address = (hash: string) => `/api/v1/registers/${register.name}/${record.id}/files/${hash}`
  const stepTitle = (name: string): Words =>
    name === 'open' ? (procedure.opens.title ?? register.title) : (procedure.steps[name]?.title ?? words(name, name))
  return (
    <>
      <h1>{record.number ?? s.say(register.title)}</h1>
      <p>
        <span className="chip fair">{s.say(procedure.states[record.state] ?? words(record.state, record.state))}</span>{' '}
        {s.say(words('第', 'version'))} {record.version} {s.language === 'en' ? '' : s.say(words('版', ''))}
      </p>
      {clocks.length > 0 && <Clocks procedure={procedure} clocks={clocks} s={s} />}
      <h2>{s.say(words('现在可以办理', 'Possible now'))}</h2>
      <StepCards procedure={procedure} record={record.id} possible={possible} s={s} />
      <h2>{s.say(words('内容', 'Contents'))}</h2>
      <dl className="facts">
        {visible.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{s.say(register.fields[name]!.title)}</dt>
            <dd>
              {filesAt(name).length > 0 ? (
                <FileList files={filesAt(name)} address={address} s={s} />
              ) : register.fields[name]!.kind === 'rows' && Array.isArray(record[name]) ? (
                <RowsTable field={register.fields[name]!} rows={record[name]} s={s} show={(field, value) => shownValue(field, value, s)} />
              ) : (
                shown(procedure, record, name, s)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {files.some((file) => !(file.field in register.fields)) && (
        <>
          <h2>{s.say(words('办理中的附件', 'Files of the steps'))}</h2>
          <FileList files={files.filter((file) => !(file.field in register.fields))} address={address} s={s} />
        </>
      )}
      <h2>{s.say(words('经过', 'History'))}</h2>
      <ol className="timeline">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{s.say(stepTitle(entry.step))}</b>{' '}
            <span className="soft small">
              {entry.occurred.slice(0, 16).replace('T', ' ')} UTC · {entry.duty} · {entry.office ?? ''}
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

export interface StepFormProps {
  readonly title: Words
  readonly basis: string | null
  readonly action: string
  readonly fields: Procedure['of']['fields']
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly problems: readonly FormProblem[]
  readonly hidden: Readonly<Record<string, string>>
  readonly kept: ReadonlyMap<string, FileNamed>
  readonly s: Saying
}

/** Files come last, so that all that was typed has arrived before the first of them. */
const filesLast = (fields: Fields): readonly string[] => {
  const names = Object.keys(fields)
  return [...names.filter((name) => fields[name]!.kind !== 'files'), ...names.filter((name) => fields[name]!.kind === 'files')]
}

export function StepPage({ title, basis, action, fields, values, problems, hidden, kept, s }: StepFormProps) {
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
        s={s}
      />
    </>
  )
}
