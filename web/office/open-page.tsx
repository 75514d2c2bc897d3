// Entering a new record: the questions of its opening, judged as one writes, sent once whatever the line does.
import { App, Button, Segmented } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLoaderData, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { openingOf } from '../../kernel/act.ts'
import { formsOf } from '../../kernel/standing-steps.ts'
import { words } from '../../kernel/words.ts'
import type { RecordAnswer } from '../parts/answers.ts'
import { get } from '../parts/api.ts'
import { ArticleLink } from '../parts/article.tsx'
import { newId } from '../parts/new-id.ts'
import type { Declared } from '../parts/declarations.ts'
import { Form, sentOf, type Answers } from '../parts/form.tsx'
import { refusalBefore } from '../parts/judge.ts'
import { joined, say } from '../parts/language.ts'
import { useOffice } from '../parts/office.tsx'
import { draftOf, dropDraft, keepDraft } from '../parts/session.ts'
import { useParameters, useSender } from './sending.ts'
import { Titled } from './titled.tsx'

const texts = {
  whole: words('全部项目', 'All fields'),
  needed: words('只看必填', 'Required only'),
  shown: words('显示', 'Shown'),
  clear: words('清空重填', 'Clear'),
  cancel: words('返回列表', 'Back to the list'),
  issues: words('将出具文书', 'Issues'),
  kept: words('已恢复上次未提交的内容', 'What was typed before and not sent is here again'),
}

/** From this many fields on, the optional ones can be hidden. */
const many = 10

interface Draft {
  /** Identity of the record to be: it stays the same however often the form is sent. */
  readonly id: string
  readonly answers: Answers
}

export function OpenPage() {
  const declared = useLoaderData({ strict: false }) as unknown as Declared
  const { procedure, system } = declared
  const { of: register } = procedure
  const opening = openingOf(procedure)
  const fields = Object.fromEntries(Object.entries(opening.asks ?? {}).filter(([, field]) => !field.byLink))
  const office = useOffice()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const parameters = useParameters(system.name)
  const sender = useSender()
  const draftName = `${register.name}/open`
  const [kept] = useState(() => draftOf<Draft>(draftName))
  const [draft, setDraft] = useState<Draft>(() => kept ?? { id: newId(), answers: {} })
  const [onlyNeeded, setOnlyNeeded] = useState(false)
  const written = Object.values(draft.answers).some((value) => value !== null && value !== '')
  useEffect(() => {
    if (!written) return
    const timer = setTimeout(() => keepDraft(draftName, draft), 300)
    return () => clearTimeout(timer)
  }, [draft, draftName, written])
  const opened = (id: string) => {
    dropDraft(draftName)
    void queries.invalidateQueries()
    void navigate({ to: '/registers/$register/$id', params: { register: register.name, id } })
  }
  const send = async () => {
    const answers = sentOf(fields, draft.answers)
    const refusal = refusalBefore({ declared, step: 'open', record: null, clocks: [], answers, parameters, office })
    if (refusal) return sender.refuse(refusal)
    const receipt = await sender.send({ path: `/api/v1/registers/${register.name}`, body: { id: draft.id, answers } })
    if (receipt) {
      void message.success(say(words(`已登记 ${receipt.number ?? ''}`, `Entered ${receipt.number ?? ''}`)))
      return opened(receipt.record)
    }
    // A sending that was thought lost may have arrived: then the record is there under its identity.
    const there = await get<RecordAnswer>(`/api/v1/registers/${register.name}/${draft.id}`).catch(() => null)
    if (there) opened(draft.id)
  }
  const shown = onlyNeeded ? Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.optional)) : fields
  const title = say(opening.title)
  return (
    <Titled title={title}>
      <div className="page-head">
        <h1>
          {title} <small className="soft">{say(register.title)}</small>
        </h1>
        {Object.keys(fields).length > many && (
          <Segmented
            aria-label={say(texts.shown)}
            value={onlyNeeded ? 'needed' : 'whole'}
            options={[
              { value: 'whole', label: say(texts.whole) },
              { value: 'needed', label: say(texts.needed) },
            ]}
            onChange={(value) => setOnlyNeeded(value === 'needed')}
          />
        )}
      </div>
      <p className="consequences small">
        {opening.basis && <ArticleLink citation={opening.basis} />}{' '}
        {formsOf(opening).length > 0 && `${say(texts.issues)}：${joined(formsOf(opening).map((form) => say(form.title)))}`}
      </p>
      {kept && <p className="notice">{say(texts.kept)}</p>}
      <div className="open-form">
        <Form
          prefix="open"
          register={register.name}
          fields={shown}
          answers={draft.answers}
          problem={sender.problem}
          send={title}
          sending={sender.sending}
          waiting={sender.waiting}
          onChange={(answers) => setDraft({ ...draft, answers })}
          onSend={() => void send()}
          buttons={
            <>
              {written && (
                <Button
                  onClick={() => {
                    dropDraft(draftName)
                    sender.refuse(null)
                    setDraft({ id: newId(), answers: {} })
                  }}
                >
                  {say(texts.clear)}
                </Button>
              )}
              <Link to="/registers/$register" params={{ register: register.name }}>
                {say(texts.cancel)}
              </Link>
            </>
          }
        />
      </div>
    </Titled>
  )
}
