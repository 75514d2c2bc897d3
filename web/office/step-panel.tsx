// What can be done with a record now: by whom, by when, under which article; the chosen step opens here, beside what it rests on.
import { Empty } from 'antd'
import { Link } from '@tanstack/react-router'
import { possibleFrom } from '../../kernel/act.ts'
import { citedOn } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import { asList, type Step } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import { serverNow } from '../parts/session.ts'
import type { ClockShown, Receipt, RecordAnswer, EntryShown } from '../parts/answers.ts'
import { ArticleLink } from '../parts/article.tsx'
import type { Declared } from '../parts/declarations.ts'
import { joined, say } from '../parts/language.ts'
import { LightMark, leftText } from '../parts/light.tsx'
import { StepForm } from './step-form.tsx'

const texts = {
  title: words('现在可以办理', 'What can be done now'),
  mine: words('由您办理', 'By you'),
  others: words('由他人办理', 'By others'),
  standing: words('随时可办', 'At any time'),
  none: words('现在没有您可以办理的步骤', 'There is no step that you can take now'),
  ended: words('已经办结', 'It has come to its end'),
  before: words('最迟', 'by'),
  proposed: words('期限已满，提请办理', 'Proposed, since the term has run out'),
}

/** The open clock that a step would meet, the most urgent first. */
function clockMetBy(declared: Declared, clocks: readonly ClockShown[], step: string): ClockShown | undefined {
  const met = declared.procedure.deadlines.filter((deadline) => deadline.metBy.includes(step)).map((deadline) => deadline.name)
  return clocks
    .filter((clock) => met.includes(clock.deadline) && ['open', 'paused', 'lapsed'].includes(clock.state))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))[0]
}

/** Whether a clock that ran out puts the step on the desk; an official takes it, never the clock. */
const isProposed = ({ procedure }: Declared, clocks: readonly ClockShown[], step: string): boolean =>
  clocks.some(({ state, deadline }) => {
    const lapse = procedure.deadlines.find((each) => each.name === deadline)?.lapse
    return state === 'lapsed' && typeof lapse === 'object' && 'propose' in lapse && lapse.propose === step
  })

interface StepLineProps {
  readonly declared: Declared
  readonly name: string
  readonly step: Step
  readonly clocks: readonly ClockShown[]
  readonly record: AnyRecord
  readonly mine: boolean
  readonly digit?: number
}

function StepLine({ declared, name, step, clocks, record, mine, digit }: StepLineProps) {
  const { procedure } = declared
  const clock = clockMetBy(declared, clocks, name)
  const duties = asList(step.by).map((duty) => say(procedure.duties[duty] ?? words(duty, duty)))
  return (
    <li className={mine ? 'step-line mine' : 'step-line'}>
      <p className="step-name">
        {mine ? (
          <Link to="/registers/$register/$id" params={{ register: procedure.of.name, id: record.id }} search={{ step: name }}>
            {digit !== undefined && digit <= 9 && <kbd aria-hidden>{digit}</kbd>}
            {say(step.title)}
          </Link>
        ) : (
          <span>{say(step.title)}</span>
        )}
        {isProposed(declared, clocks, name) && <span className="left red small">{say(texts.proposed)}</span>}
        {!mine && <span className="soft small">{joined(duties)}</span>}
      </p>
      <p className="small">
        {clock && (
          <span className="by-when">
            <LightMark light={clock.light} bare /> {say(texts.before)} {clock.due ?? '—'}{' '}
            <span className={`left ${clock.light}`}>{leftText(clock)}</span>
          </span>
        )}
        {step.basis && <ArticleLink citation={citedOn(step.basis, dayOf(serverNow()), record)} />}
      </p>
    </li>
  )
}

export interface StepPanelProps {
  readonly declared: Declared
  readonly answer: RecordAnswer
  readonly entries: readonly EntryShown[]
  readonly chosen: string | undefined
  readonly document: string | undefined
  readonly close: () => void
  readonly done: (receipt: Receipt) => void
}

/** Steps of mine in the order of the keys that open them. */
export const mySteps = (declared: Declared, { record, possible }: RecordAnswer): readonly string[] =>
  possibleFrom(declared.procedure, record.state).filter((name) => possible.includes(name) && !declared.procedure.steps[name]!.standing)

export function StepPanel({ declared, answer, entries, chosen, document, close, done }: StepPanelProps) {
  const { record, possible, clocks } = answer
  const { procedure } = declared
  const from = possibleFrom(procedure, record.state)
  const mine = mySteps(declared, answer)
  const others = from.filter((name) => !possible.includes(name) && !procedure.steps[name]!.standing)
  // Papers have their own place beside each document; what is left stands in any state, such as an extension.
  const standing = from.filter((name) => possible.includes(name) && procedure.steps[name]!.standing && !procedure.steps[name]!.paper)
  const line = (name: string, isMine: boolean, digit?: number) => (
    <StepLine
      key={name}
      declared={declared}
      name={name}
      step={procedure.steps[name]!}
      clocks={clocks}
      record={record}
      mine={isMine}
      {...(digit === undefined ? {} : { digit })}
    />
  )
  const known = chosen !== undefined && chosen in procedure.steps
  return (
    <aside className="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">{say(texts.title)}</h2>
      {known && (
        <StepForm
          key={`${record.id}/${chosen}/${document ?? ''}`}
          declared={declared}
          name={chosen}
          record={record}
          clocks={clocks}
          entries={entries}
          possible={possible.includes(chosen)}
          given={document ? { document } : {}}
          close={close}
          done={done}
        />
      )}
      {mine.length === 0 && !known && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(procedure.ends.includes(record.state) ? texts.ended : texts.none)} />
      )}
      {mine.length > 0 && (
        <ul className="steps" aria-label={say(texts.mine)}>
          {mine.map((name, at) => line(name, true, at + 1))}
        </ul>
      )}
      {others.length > 0 && (
        <details className="other-steps" open={mine.length === 0}>
          <summary>
            {say(texts.others)} ({others.length})
          </summary>
          <ul className="steps">{others.map((name) => line(name, false))}</ul>
        </details>
      )}
      {standing.length > 0 && (
        <details className="other-steps">
          <summary>
            {say(texts.standing)} ({standing.length})
          </summary>
          <ul className="steps">{standing.map((name) => line(name, true))}</ul>
        </details>
      )}
    </aside>
  )
}
