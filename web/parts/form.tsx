// A form derived from fields: each with its label, hint, control, and what is wrong with it, said at the field and in a summary.
import { Button } from 'antd'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { Field, Fields } from '../../kernel/field.ts'
import { words } from '../../kernel/words.ts'
import type { Problem } from './api.ts'
import { Control } from './controls/control.tsx'
import { wrongWith } from './judge.ts'
import { say } from './language.ts'
import { answerProblems, ProblemShown, type AnswerProblem } from './problem.tsx'
import { ArticleLink } from './article.tsx'

export type Answers = Readonly<Record<string, unknown>>

const texts = {
  optional: words('选填', 'optional'),
  personal: words('个人信息，阅读留痕', 'Personal: every reading is noted'),
  sending: words('正在提交…', 'Sending …'),
  uploading: words('正在上传附件…', 'Files are being sent …'),
}

interface FieldProps {
  readonly id: string
  readonly name: string
  readonly field: Field
  readonly fields: Fields
  readonly value: unknown
  readonly problems: readonly AnswerProblem[]
  readonly basis: string | undefined
  readonly filesTo: string
  readonly onBusy: (change: 1 | -1) => void
  readonly onChange: (name: string, value: unknown) => void
}

function FieldRow({ id, name, field, fields, value, problems, basis, filesTo, onBusy, onChange }: FieldProps) {
  // What is wrong by itself is said when the field is left, not while it is typed.
  const [left, setLeft] = useState(false)
  const own = left && problems.length === 0 ? wrongWith(fields, name, value) : null
  const wrong = [...problems, ...(own ? [{ field: name, place: '', detail: say(own.words), remedy: say(own.remedy) }] : [])]
  const described = [field.hint ? `${id}-hint` : '', wrong.length > 0 ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  const group = field.kind === 'yes' || field.kind === 'choices' || field.kind === 'rows' || field.kind === 'figures' || field.kind === 'files'
  const Label = group ? 'span' : 'label'
  return (
    <div className={`field${wrong.length > 0 ? ' wrong' : ''}`} onBlur={() => setLeft(true)} onFocus={() => setLeft(false)}>
      <Label className="label" id={`${id}-label`} {...(group ? {} : { htmlFor: id })}>
        {say(field.title)}
        {field.unit && field.unit !== '1' ? ` (${field.unit})` : ''}
        {field.optional ? <small> {say(texts.optional)}</small> : <span className="need" aria-hidden> *</span>}
        {field.personal && (
          <small className="personal" title={say(texts.personal)}>
            {' '}
            ●<span className="unseen">{say(texts.personal)}</span>
          </small>
        )}
      </Label>
      {field.hint && (
        <p className="hint" id={`${id}-hint`}>
          {say(field.hint)}
        </p>
      )}
      <Control
        id={id}
        labelledBy={`${id}-label`}
        field={field}
        value={value}
        invalid={wrong.length > 0}
        {...(described ? { describedBy: described } : {})}
        filesTo={filesTo}
        onBusy={onBusy}
        onChange={(next) => onChange(name, next)}
      />
      {wrong.length > 0 && (
        <div className="problem" id={`${id}-wrong`}>
          {wrong.map((each) => (
            <p key={each.place + each.detail}>
              {each.place} {each.detail} <span>{each.remedy}</span> {basis && <ArticleLink citation={basis} short />}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}

/** What is sent: empty answers are left out, and empty lines of tables with them. */
export function sentOf(fields: Fields, answers: Answers): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const value = answers[name]
      if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
      if (fields[name]!.kind !== 'figures') return [[name, value]]
      const pairs = Object.entries(value as Record<string, string>).filter(([key, figure]) => key !== '' || figure !== '')
      return pairs.length === 0 ? [] : [[name, Object.fromEntries(pairs)]]
    }),
  )
}

export interface FormProps {
  /** Begins the identities of the controls, so that two forms may stand on one page. */
  readonly prefix: string
  /** The register to which files of the form are sent. */
  readonly register: string
  readonly fields: Fields
  readonly answers: Answers
  readonly problem: Problem | null
  readonly send: string
  readonly sending: boolean
  /** A word while the line is down and the form tries again. */
  readonly waiting?: string | null
  readonly danger?: boolean
  readonly onChange: (answers: Answers) => void
  readonly onSend: () => void
  readonly before?: ReactNode
  readonly after?: ReactNode
  readonly buttons?: ReactNode
}

export function Form(props: FormProps) {
  const [busy, setBusy] = useState(0)
  const { prefix, register, fields, answers, problem, send, sending, waiting, onChange, onSend } = props
  const problems = answerProblems(problem)
  const idOf = (name: string) => `${prefix}-${name}`
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (!sending && busy === 0) onSend()
  }
  return (
    <form
      noValidate
      className="step-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
      }}
    >
      {problem && <ProblemShown problem={problem} fields={fields} idOf={idOf} />}
      {props.before}
      {Object.entries(fields).map(([name, field]) => (
        <FieldRow
          key={name}
          id={idOf(name)}
          name={name}
          field={field}
          fields={fields}
          value={answers[name]}
          problems={problems.filter((each) => each.field === name)}
          basis={problem?.basis}
          filesTo={`/api/v1/registers/${register}/files/${name}`}
          onBusy={(change) => setBusy((now) => now + change)}
          onChange={(changed, value) => onChange({ ...answers, [changed]: value })}
        />
      ))}
      {props.after}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={sending} disabled={busy > 0} danger={props.danger ?? false}>
          {sending ? (waiting ?? say(texts.sending)) : busy > 0 ? say(texts.uploading) : send}
        </Button>
        {props.buttons}
      </div>
    </form>
  )
}
