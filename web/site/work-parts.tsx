// Pieces of every page on which somebody works: the stages with how many stand at each, and the steps that can be taken now.
import { citationKey, citedOn } from '../../kernel/citation.ts'
import type { Day } from '../../kernel/day.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { words, type Words } from '../../kernel/words.ts'
import { Cited } from './cited.tsx'
import type { Saying } from './saying.ts'

export interface StagesProps {
  /** Address of the list, and the name of its query that chooses a stage. */
  readonly path: string
  readonly query: string
  readonly stages: readonly { readonly state: string; readonly title: Words }[]
  readonly counts: Readonly<Record<string, number>>
  readonly chosen: string | null
  readonly s: Saying
}

/** What is under way first, then each stage at which something stands. */
export function Stages({ path, query, stages, counts, chosen, s }: StagesProps) {
  return (
    <ul className="pager">
      <li>
        <a href={s.to(path)} aria-current={chosen === null ? 'true' : undefined}>
          {s.say(words('在办', 'Under way'))}
        </a>
      </li>
      {stages
        .filter(({ state }) => (counts[state] ?? 0) > 0 || state === chosen)
        .map(({ state, title }) => (
          <li key={state}>
            <a href={`${s.to(path)}?${query}=${state}`} aria-current={chosen === state ? 'true' : undefined}>
              {s.say(title)} <b>{counts[state]}</b>
            </a>
          </li>
        ))}
    </ul>
  )
}

interface StepsProps {
  readonly procedure: Procedure
  readonly record: string
  /** The record itself and the day, where an article depends on them. */
  readonly told?: { readonly row: object; readonly today: Day }
  readonly possible: readonly string[]
  readonly s: Saying
}

/** Steps as cards, each with the article that allows it. */
export function StepCards({ procedure, record, told, possible, s }: StepsProps) {
  if (possible.length === 0)
    return <p className="soft">{s.say(words('您现在没有可办理的步骤。', 'There is no step that you can take now.'))}</p>
  return (
    <ul className="cards">
      {possible.map((name) => {
        const step = procedure.steps[name]!
        return (
          <li className="card" key={name}>
            <b>
              <a href={s.to(`/desk/${procedure.of.name}/${record}/${name}`)}>{s.say(step.title)}</a>
            </b>
            {step.basis && (
              <span className="small">
                <Cited to={citationKey(told ? citedOn(step.basis, told.today, told.row) : step.basis)} s={s} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Steps as words side by side, where many records stand under each other. */
export const StepLinks = ({ procedure, record, possible, s }: StepsProps) =>
  possible.map((name) => (
    <a key={name} className="step-link" href={s.to(`/desk/${procedure.of.name}/${record}/${name}`)}>
      {s.say(procedure.steps[name]!.title)}
    </a>
  ))
