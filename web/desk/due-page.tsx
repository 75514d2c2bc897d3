// To-do of the office: what is due with its light, a screen at a time, and the registers that the person may read.
import type { Light as LightName } from '../../kernel/clock.ts'
import type { Page } from '../../kernel/page.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { NextStep } from '../../server/due.ts'
import type { DueItem } from '../../store/records/due.ts'
import { Cited } from '../site/cited.tsx'
import { Cell, Headings } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'
import { Light } from './pages.tsx'

const dueTitles = {
  light: words('亮灯', 'Light'),
  due: words('最迟', 'Due'),
  matter: words('事项', 'Matter'),
  deadline: words('期限与依据', 'Deadline and article'),
  next: words('可办', 'What can be done'),
}

interface Shown extends DueItem {
  readonly steps: readonly NextStep[]
}

export interface RegisterLink {
  readonly name: string
  readonly title: Words
  readonly count: number
}

export interface DueView {
  readonly items: readonly Shown[]
  /** How many clocks of each light, all pages together. */
  readonly counts: Readonly<Partial<Record<LightName, number>>>
  readonly light: LightName | null
  /** Only what the person can move on, or all that they may see. */
  readonly mine: boolean
  /** How many clocks the other of the two holds; null for a citizen, who sees their own matters and is not told what to do. */
  readonly others: number | null
  readonly next: string | null
}

export interface DeskProps {
  readonly due: DueView
  readonly registers: readonly RegisterLink[]
  readonly procedures: ReadonlyMap<string, Procedure>
  /** Pages made by hand for a duty that the person holds. */
  readonly pages: readonly Page[]
  readonly person: string
  readonly csrf: string
  readonly s: Saying
}

const asked = (due: Pick<DueView, 'mine' | 'light'>, after?: string): string => {
  const query = new URLSearchParams([
    ...(due.mine ? [] : [['all', '1']]),
    ...(due.light ? [['light', due.light]] : []),
    ...(after ? [['after', after]] : []),
  ])
  return query.size > 0 ? `?${query.toString()}` : ''
}

const choices = { mine: words('等我办理', 'Mine to do'), all: words('我能看到的全部', 'All that I may see') }
const shownLights: readonly LightName[] = ['red', 'yellow', 'green', 'grey']

/** Whose, and which light: each a link with its number. */
function Choosing({ due, s }: { due: DueView; s: Saying }) {
  const sum = Object.values(due.counts).reduce((all, each) => all + each, 0)
  const way = (mine: boolean, count: number) => (
    <li>
      <a href={s.to(`/desk${asked({ mine, light: null })}`)} aria-current={due.mine === mine ? 'true' : undefined}>
        {s.say(mine ? choices.mine : choices.all)} <b>{count}</b>
      </a>
    </li>
  )
  return (
    <ul className="pager">
      {due.others !== null && way(true, due.mine ? sum : due.others)}
      {due.others !== null && way(false, due.mine ? due.others : sum)}
      {shownLights
        .filter((light) => (due.counts[light] ?? 0) > 0 || light === due.light)
        .map((light) => (
          <li key={light}>
            <a
              href={s.to(`/desk${asked({ mine: due.mine, light: due.light === light ? null : light })}`)}
              aria-current={due.light === light ? 'true' : undefined}
            >
              <Light light={light} s={s} /> <b>{due.counts[light] ?? 0}</b>
            </a>
          </li>
        ))}
    </ul>
  )
}

/** The person's own steps as links straight to their forms; where none is theirs, whose the first two are. */
function Steps({ item, s }: { item: Shown; s: Saying }) {
  const own = item.steps.filter(({ mine }) => mine)
  const proposed = (step: NextStep) => (step.proposed ? s.say(words('（期满提请）', ' (the term has run out)')) : '')
  const line = (step: NextStep) => (
    <li key={step.step}>
      <a href={s.to(`/desk/${item.register}/${item.record}/${step.step}`)}>{s.say(step.title)}</a>
      {proposed(step)}
    </li>
  )
  const others = (step: NextStep) => (
    <li key={step.step} className="soft">
      {s.say(step.title)}
      {proposed(step)} · {step.by.map(s.say).join(s.say(words('、', ', ')))}
    </li>
  )
  return <ul className="plain">{own.length > 0 ? own.map(line) : item.steps.slice(0, 2).map(others)}</ul>
}

function DueTable({ due, procedures, s }: Pick<DeskProps, 'due' | 'procedures' | 's'>) {
  const titleOf = (item: DueItem) =>
    procedures.get(item.register)?.deadlines.find((d) => d.name === item.deadline)?.title ?? words(item.deadline, item.deadline)
  const next = due.others !== null
  const { next: nextTitle, ...titles } = dueTitles
  if (due.items.length === 0) return <p className="notice">{s.say(words('没有到期事项。', 'Nothing is due.'))}</p>
  return (
    <>
      <table className="stacks">
        <caption>{s.say(words('按到期先后', 'By what is due first'))}</caption>
        <Headings titles={[...Object.values(titles), ...(next ? [nextTitle] : [])].map(s.say)} />
        <tbody>
          {due.items.map((item) => (
            <tr key={`${item.record}${item.deadline}${item.run}`}>
              <Cell title={s.say(dueTitles.light)}>
                <Light light={item.light} s={s} />
              </Cell>
              <Cell title={s.say(dueTitles.due)}>
                <span className="whole">{item.due ?? '—'}</span>
                {item.provisional ? s.say(words('（暂定）', ' (provisional)')) : ''}
              </Cell>
              <Cell title={s.say(dueTitles.matter)}>
                <a href={s.to(`/desk/${item.register}/${item.record}`)}>{item.number ?? item.headline}</a>
                <br />
                {item.number && item.headline}
              </Cell>
              <Cell title={s.say(dueTitles.deadline)}>
                {s.say(titleOf(item))}
                <br />
                <Cited to={item.rule} s={s} />
              </Cell>
              {next && (
                <Cell title={s.say(dueTitles.next)}>
                  <Steps item={item} s={s} />
                </Cell>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {due.next && (
        <p>
          <a className="button" href={s.to(`/desk${asked(due, due.next)}`)}>
            {s.say(words('下一页', 'Next page'))}
          </a>
        </p>
      )}
    </>
  )
}

export function DeskPage({ due, registers, procedures, pages, person, csrf, s }: DeskProps) {
  return (
    <>
      <h1>
        {s.say(words('工作台', 'To do'))} · {person}
      </h1>
      <p>
        {pages.map((page) => (
          <a key={page.route} className="step-link" href={s.to(page.route)}>
            {s.say(page.title)}
          </a>
        ))}
        <a className="step-link" href="#registers">
          {s.say(words('台账', 'Registers'))}
        </a>
      </p>
      <Choosing due={due} s={s} />
      <DueTable due={due} procedures={procedures} s={s} />
      <h2 id="registers">{s.say(words('台账', 'Registers'))}</h2>
      <ul className="cards">
        {registers.map((r) => (
          <li className="card" key={r.name}>
            <b>
              <a href={s.to(`/desk/${r.name}`)}>{s.say(r.title)}</a>
            </b>
            <span className="soft">{r.count}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={s.to('/desk/me')}>{s.say(words('我的账号', 'My account'))}</a>
      </p>
      <form method="post" action={s.to('/desk/sign-out')}>
        <input type="hidden" name="_csrf" value={csrf} />
        <button type="submit">{s.say(words('退出', 'Sign out'))}</button>
      </form>
    </>
  )
}
