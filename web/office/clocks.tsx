// The clocks of a record: each with its light, its day, what is left, the rule of the day it started, and what would meet it.
import { Tooltip } from 'antd'
import type { Procedure } from '../../kernel/procedure.ts'
import { words } from '../../kernel/words.ts'
import type { ClockShown, RecordAnswer } from '../parts/answers.ts'
import { ArticleLink } from '../parts/article.tsx'
import { joined, say } from '../parts/language.ts'
import { LightMark, Provisional, leftText, momentText } from '../parts/light.tsx'
import { stepTitle } from './timeline.tsx'

const texts = {
  title: words('期限', 'Clocks'),
  starts: words('起算', 'from'),
  due: words('最迟', 'due'),
  met: words('办理即满足', 'met by'),
  run: words('第 {n} 次', 'run {n}'),
}

const units: Readonly<Record<string, (n: string) => ReturnType<typeof words>>> = {
  workday: (n) => words(`${n} 个工作日`, `${n} working days`),
  day: (n) => words(`${n} 日`, `${n} days`),
  hour: (n) => words(`${n} 小时`, `${n} hours`),
  month: (n) => words(`${n} 个月`, `${n} months`),
  year: (n) => words(`${n} 年`, `${n} years`),
}

export const termText = (term: string): string => {
  const [length = '', unit = ''] = term.split(' ')
  return units[unit] ? say(units[unit](length)) : term
}

const doubts: Readonly<Record<string, ReturnType<typeof words>>> = {
  W: words('仅见摘录，上线前须核对原文', 'Only an excerpt was read; to be verified before going live'),
  U: words('未经核实，上线前须核对原文', 'Unverified; to be checked against the text before going live'),
  D: words('平台自定，非法定', 'Our own design, no law sets it'),
}

/** How far the rule was verified, where that is not the text itself. */
function Doubt({ mark }: { mark: string }) {
  const why = doubts[mark]
  return why ? (
    <Tooltip title={say(why)}>
      <span className="doubt" tabIndex={0} role="note" aria-label={say(why)}>
        {mark}
      </span>
    </Tooltip>
  ) : null
}

const running = (clock: ClockShown): boolean => ['open', 'paused', 'lapsed'].includes(clock.state)

export function Clocks({ clocks, procedure }: { clocks: RecordAnswer['clocks']; procedure: Procedure }) {
  if (clocks.length === 0) return null
  const ordered = [...clocks].sort((a, b) => Number(running(b)) - Number(running(a)) || (a.due ?? '9').localeCompare(b.due ?? '9'))
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks" className="unseen">
        {say(texts.title)}
      </h2>
      <ul className="clocks">
        {ordered.map((clock) => {
          const declared = procedure.deadlines.find((deadline) => deadline.name === clock.deadline)
          return (
            <li key={clock.deadline + clock.run} className={running(clock) ? `clock ${clock.light}` : 'clock over'}>
              <p>
                <LightMark light={clock.light} /> <b>{declared ? say(declared.title) : clock.deadline}</b>
                {clock.run > 1 && <span className="soft"> ×{clock.run}</span>}
              </p>
              <p className="clock-due">
                {clock.dueAt ? momentText(clock.dueAt) : (clock.due ?? '—')} {clock.provisional && <Provisional />}{' '}
                <span className={`left ${clock.light}`}>{leftText(clock)}</span>
              </p>
              <p className="soft small">
                {say(texts.starts)} {momentText(clock.starts)} · {termText(clock.term)} · <ArticleLink citation={clock.rule} />{' '}
                <Doubt mark={clock.mark} />
              </p>
              {running(clock) && <p className="soft small">{clock.why}</p>}
              {running(clock) && declared && (
                <p className="soft small">
                  {say(texts.met)}：{joined(declared.metBy.map((step) => stepTitle(procedure, step)))}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
