// A refusal on the page: what is wrong and why, what to do now, under which article; with a way to each field that it names.
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import type { Fields } from '../../kernel/field.ts'
import { words } from '../../kernel/words.ts'
import { Refused, Unreachable, type Problem } from './api.ts'
import { ArticleLink } from './article.tsx'
import { say } from './language.ts'

/** One answer that was not taken. */
export interface AnswerProblem {
  readonly field: string
  /** Row and column where the field is a table. */
  readonly place: string
  readonly detail: string
  readonly remedy: string
}

const row = (at: string): string => say(words(`第 ${Number(at) + 1} 行`, `row ${Number(at) + 1}`))

/** Problems by the fields that they belong to; those of no field stand in the summary alone. */
export function answerProblems(problem: Problem | null): readonly AnswerProblem[] {
  if (problem === null) return []
  const listed = (problem.errors ?? []).map(({ pointer, detail, remedy }) => {
    const [, , field = '', at, column] = pointer.split('/')
    return { field, place: at === undefined ? '' : `${row(at)} ${column ?? ''}`, detail, remedy }
  })
  if (listed.length > 0 || !problem.field) return listed
  return [{ field: problem.field, place: '', detail: problem.detail, remedy: problem.remedy }]
}

const texts = {
  unreachable: words('没有收到服务器的答复', 'No answer from the server'),
  unreachableDetail: words(
    '网络可能中断，无法确定是否已经办理。',
    'The line may be down; whether it was done is not known.',
  ),
  unreachableRemedy: words(
    '请再次提交：同一次提交不会被办理两次。',
    'Send it again: one and the same sending is never carried out twice.',
  ),
  fault: words('页面出错', 'The page failed'),
  faultRemedy: words('请刷新页面；仍不行时使用简版工作台。', 'Reload the page; if it stays, use the plain desk.'),
}

/** Any error as something that can be shown. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  if (error instanceof Unreachable)
    return {
      status: 0,
      code: 'unreachable',
      title: say(texts.unreachable),
      detail: say(texts.unreachableDetail),
      remedy: say(texts.unreachableRemedy),
    }
  const detail = error instanceof Error ? error.message : String(error)
  return { status: 0, code: 'page', title: say(texts.fault), detail, remedy: say(texts.faultRemedy) }
}

interface ProblemShownProps {
  readonly problem: Problem
  /** Fields of the form, so that the summary leads to them. */
  readonly fields?: Fields
  readonly idOf?: (field: string) => string
}

/** The summary takes the focus, so that a screen reader begins with it. */
export function ProblemShown({ problem, fields, idOf }: ProblemShownProps) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [problem])
  const errors = problem.errors && problem.errors.length > 0 ? answerProblems(problem) : []
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="refusal">
      <Alert
        type="error"
        role="none"
        title={<b>{problem.title}</b>}
        description={
          <>
            <p>
              {problem.detail} {problem.remedy}
            </p>
            {errors.length > 0 && (
              <ul>
                {errors.map((error) => (
                  <li key={error.field + error.place + error.detail}>
                    <a
                      href={`#${idOf?.(error.field) ?? error.field}`}
                      onClick={(event) => {
                        event.preventDefault()
                        document.getElementById(idOf?.(error.field) ?? error.field)?.focus()
                      }}
                    >
                      {fields?.[error.field] ? say(fields[error.field]!.title) : error.field}
                      {error.place && ` ${error.place}`}
                    </a>
                    {' — '}
                    {error.detail} {error.remedy}
                  </li>
                ))}
              </ul>
            )}
            {problem.basis && (
              <p>
                <ArticleLink citation={problem.basis} />
              </p>
            )}
            {problem.instance && problem.status >= 500 && <p className="soft small">{problem.instance}</p>}
          </>
        }
      />
    </div>
  )
}
