// The form of one step: what it asks, what it will cause, under which article; and what happened if somebody was faster.
import { App, Button, DatePicker, Input } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { datingBack, stepOf } from '../../kernel/act.ts'
import { citedOn } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Fields } from '../../kernel/field.ts'
import type { Step } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { formsOf } from '../../kernel/standing-steps.ts'
import { words } from '../../kernel/words.ts'
import type { ClockShown, EntryShown, Receipt } from '../parts/answers.ts'
import { ArticleLink } from '../parts/article.tsx'
import type { Declared } from '../parts/declarations.ts'
import { Form, sentOf, type Answers } from '../parts/form.tsx'
import { refusalBefore } from '../parts/judge.ts'
import { joined, say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { draftOf, dropDraft, keepDraft, serverNow } from '../parts/session.ts'
import { MovedOn } from './moved-on.tsx'
import { useParameters, useSender } from './sending.ts'
import { stepTitle } from './timeline.tsx'

const texts = {
  cancel: words('收起', 'Put away'),
  back: words('补记（按较早日期生效）', 'Date back'),
  day: words('生效日期', 'Effective on'),
  why: words('补记理由', 'Why it is dated back'),
  issues: words('将出具文书', 'Issues'),
  moves: words('办理后移交所选机关，期限继续计算', 'Hands the record to the office chosen; clocks run on'),
}

/** What the form shows at first: the record's own values for questions named like its fields; files are added to those it has. */
export const atFirst = (fields: Fields, record: AnyRecord | null): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.kind === 'files' ? null : (record?.[name] ?? null)]))

function Consequences({ declared, step, record }: { declared: Declared; step: Step; record: AnyRecord }) {
  const forms = formsOf(step)
  const others = (step.notBy ?? []).map((name) => stepTitle(declared.procedure, name))
  return (
    <div className="consequences small">
      {step.basis && <ArticleLink citation={citedOn(step.basis, dayOf(serverNow()), record)} />}
      {forms.length > 0 && (
        <p>
          {say(texts.issues)}：{joined(forms.map((form) => say(form.title)))}
        </p>
      )}
      {step.movesTo && <p>{say(texts.moves)}</p>}
      {others.length > 0 && (
        <p>{say(words(`办理过“${joined(others)}”的人不得办理这一步`, `Not by whoever took “${joined(others)}”`))}</p>
      )}
    </div>
  )
}

interface Dated {
  readonly occurred: string
  readonly reason: string
}

function DatingBack({ dated, put }: { dated: Dated; put: (dated: Dated) => void }) {
  return (
    <details className="dating-back" open={dated.occurred !== ''}>
      <summary>{say(texts.back)}</summary>
      <div className="field">
        <label className="label" htmlFor="occurred">
          {say(texts.day)}
        </label>
        <DatePicker
          id="occurred"
          value={dated.occurred ? dayjs(dated.occurred) : null}
          maxDate={dayjs()}
          format={['YYYY-MM-DD', 'YYYYMMDD']}
          onChange={(day) => put({ ...dated, occurred: day ? day.format('YYYY-MM-DD') : '' })}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="reason">
          {say(texts.why)}
        </label>
        <Input id="reason" value={dated.reason} maxLength={500} onChange={(event) => put({ ...dated, reason: event.target.value })} />
      </div>
    </details>
  )
}

export interface StepFormProps {
  readonly declared: Declared
  readonly name: string
  readonly record: AnyRecord
  readonly clocks: readonly ClockShown[]
  readonly entries: readonly EntryShown[]
  readonly possible: boolean
  /** Answers that the way here brought along, such as the number of a document. */
  readonly given: Answers
  readonly close: () => void
  readonly done: (receipt: Receipt) => void
}

interface Draft {
  readonly answers: Answers
  readonly dated: Dated
}

const notDated: Dated = { occurred: '', reason: '' }

export function StepForm({ declared, name, record, clocks, entries, possible, given, close, done }: StepFormProps) {
  const { procedure, system } = declared
  const step = stepOf(procedure, name)!
  const fields = step.asks ?? {}
  const draftName = `${procedure.of.name}/${record.id}/${name}`
  const office = useOffice()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const parameters = useParameters(system.name)
  const sender = useSender()
  // The version that was on the page when one began to write; what comes later is shown before it is built upon.
  const [seen, setSeen] = useState(record)
  const [draft, setDraft] = useState<Draft>(() => ({
    answers: { ...atFirst(fields, record), ...draftOf<Draft>(draftName)?.answers, ...given },
    dated: draftOf<Draft>(draftName)?.dated ?? notDated,
  }))
  const { answers, dated } = draft
  useEffect(() => {
    const timer = setTimeout(() => keepDraft(draftName, draft), 300)
    return () => clearTimeout(timer)
  }, [draft, draftName])
  const moved = record.version !== seen.version
  const reload = () => queries.invalidateQueries({ predicate: ({ queryKey }) => ['record', 'history'].includes(String(queryKey[0])) })
  const send = async () => {
    const sent = sentOf(fields, answers)
    const more = { ...(dated.occurred ? { occurred: dated.occurred } : {}), ...(dated.reason ? { reason: dated.reason } : {}) }
    const refusal = refusalBefore({ declared, step: name, record: seen, clocks, answers: sent, parameters, office, ...more })
    if (refusal) return sender.refuse(refusal)
    const receipt = await sender.send({
      path: `/api/v1/registers/${procedure.of.name}/${record.id}/steps/${name}`,
      body: { answers: sent, ...more },
      headers: { 'if-match': `"v${seen.version}"` },
    })
    if (receipt === null) return void (await reload())
    dropDraft(draftName)
    void message.success(say(words(`已办理：${stepTitle(procedure, name)}`, `Done: ${stepTitle(procedure, name)}`)))
    done(receipt)
  }
  const conflict = sender.problem?.code === 'kernel.conflict'
  return (
    <section className="step" aria-labelledby="step-title">
      <h3 id="step-title" tabIndex={-1} ref={(heading) => heading?.focus({ preventScroll: true })}>
        {say(step.title)}
      </h3>
      <Consequences declared={declared} step={step} record={seen} />
      {moved && (
        <MovedOn
          procedure={procedure}
          system={system}
          seen={seen}
          now={record}
          entries={entries}
          possible={possible}
          goOn={() => {
            setSeen(record)
            sender.refuse(null)
          }}
        />
      )}
      <Form
        prefix={name}
        register={procedure.of.name}
        fields={fields}
        answers={answers}
        problem={moved && conflict ? null : sender.problem}
        send={say(step.title)}
        sending={sender.sending}
        waiting={sender.waiting}
        onChange={(next) => setDraft({ ...draft, answers: next })}
        onSend={() => void send()}
        after={
          office.me.holdings.some((holding) => holding.duty === datingBack) && (
            <DatingBack dated={dated} put={(next) => setDraft({ ...draft, dated: next })} />
          )
        }
        buttons={<Button onClick={close}>{say(texts.cancel)}</Button>}
      />
    </section>
  )
}
