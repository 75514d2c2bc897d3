// The body's own page: what waits for it, what is due, how it stands and why, what is known of it, and how to object.
import { citationKey } from '../../kernel/citation.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { DueItem } from '../../store/records/due.ts'
import type { OwnBody, OwnFile, OwnGrade, Waiting } from '../data/own-file.ts'
import { Cited } from '../site/cited.tsx'
import { Cell, Chip, Headings, valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'
import { StepLinks } from '../site/work-parts.tsx'
import { Light } from './pages.tsx'

const tones = ['good', 'plain', 'fair', 'bad'] as const

const headlineOf = (procedure: Procedure, record: AnyRecord, s: Saying): string =>
  valueIn(procedure.of.fields[procedure.of.headline]!, record[procedure.of.headline as keyof AnyRecord], s)

const countedTitles = {
  number: words('记录', 'Record'),
  what: words('事项', 'What'),
  on: words('计入', 'Counts from'),
  until: words('计至', 'Until'),
  article: words('依据', 'Article'),
}

/** What each fact is called by the lines of the scale. */
const titlesOf = ({ scale }: OwnGrade): ReadonlyMap<string, Words> =>
  new Map(scale.editions.flatMap(({ lines, vetoes }) => [...lines, ...vetoes].map((line) => [line.fact, line.title])))

/** Each record that counts, with its document and article. */
function Counted({ scale, graded, s }: OwnGrade & { s: Saying }) {
  const titles = titlesOf({ scale, graded })
  return (
    <table className="stacks">
      <caption>{s.say(words('影响类别的记录', 'Records that count for the class'))}</caption>
      <Headings titles={Object.values(countedTitles).map(s.say)} />
      <tbody>
        {graded.counted.map((record) => (
          <tr key={record.id + record.fact}>
            <Cell title={s.say(countedTitles.number)}>
              <a href={s.to(`/desk/${scale.facts![record.fact]!.register}/${record.id}`)}>{record.number ?? record.id.slice(0, 8)}</a>
            </Cell>
            <Cell title={s.say(countedTitles.what)}>{s.say(titles.get(record.fact) ?? words(record.fact, record.fact))}</Cell>
            <Cell title={s.say(countedTitles.on)}>{record.on}</Cell>
            <Cell title={s.say(countedTitles.until)}>{record.until ?? '—'}</Cell>
            <Cell title={s.say(countedTitles.article)}>{record.article ? <Cited to={record.article} s={s} /> : '—'}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What would change the class: time alone, or one record fewer or more. */
function Changes({ scale, graded, s }: OwnGrade & { s: Saying }) {
  const titles = titlesOf({ scale, graded })
  const now = (fact: string): number => graded.counted.filter((record) => record.fact === fact).length
  const change = (fact: string, to: string | number | boolean) => {
    const [more, title] = [Number(to) - now(fact), titles.get(fact) ?? words(fact, fact)]
    return more < 0
      ? words(`${title.zh}减少 ${-more} 条`, `${-more} fewer of “${title.en}”`)
      : words(`${title.zh}增加 ${more} 条`, `${more} more of “${title.en}”`)
  }
  return (
    <ul>
      {graded.ahead.map(({ on, grade, points }) => (
        <li key={on}>
          {s.say(words(`没有新的记录，${on} 起为 ${grade} 类（${points} 分）`, `If nothing else happens: class ${grade} (${points} points) from ${on}`))}
        </li>
      ))}
      {graded.ifChanged.map(({ fact, to, grade }) => (
        <li key={fact}>
          {s.say(change(fact, to))} → {s.say(words(`${grade} 类`, `class ${grade}`))}
        </li>
      ))}
    </ul>
  )
}

function Grade({ scale, graded, of, s }: OwnGrade & { of: string; s: Saying }) {
  const at = scale.editions[0]!.grades.findIndex(({ grade }) => grade === graded.grade)
  return (
    <section>
      <h2>
        {of}
        {s.say(scale.title)} <Chip tone={tones[at] ?? 'plain'}>{graded.grade}</Chip>
      </h2>
      <p>
        {s.say(words(`${graded.day} 计 ${graded.points} 分，按规则“${graded.edition}”。`, `${graded.points} points on ${graded.day}, under the rule “${graded.edition}”. `))}
        <Cited to={citationKey(scale.basis)} s={s} />
      </p>
      {graded.counted.length > 0 ? (
        <Counted scale={scale} graded={graded} s={s} />
      ) : (
        <p className="soft">{s.say(words('没有影响类别的记录。', 'No record counts for the class.'))}</p>
      )}
      {graded.ahead.length + graded.ifChanged.length > 0 && (
        <>
          <h3>{s.say(words('什么会改变类别', 'What would change it'))}</h3>
          <Changes scale={scale} graded={graded} s={s} />
        </>
      )}
    </section>
  )
}

const Named = ({ body, s }: { body: OwnBody; s: Saying }) => (
  <p>
    <b>{written(body.name, s)}</b> <span className="soft">{body.code}</span> ·{' '}
    <a href={s.to(`/enterprise/${body.code}`)}>{s.say(words('公众看到的本企业', 'What the public sees of it'))}</a>
  </p>
)

function Todo({ waiting, due, s }: { waiting: readonly Waiting[]; due: readonly DueItem[]; s: Saying }) {
  const clockOf = (record: AnyRecord): DueItem | undefined => due.find((item) => item.record === record.id)
  if (waiting.length === 0)
    return <p className="notice">{s.say(words('现在没有需要您办理的事项。', 'Nothing waits for you now.'))}</p>
  return (
    <ul className="cards">
      {waiting.map(({ procedure, record, possible }) => {
        const clock = clockOf(record)
        return (
          <li className="card" key={record.id}>
            <span className="soft small">{s.say(procedure.of.title)}</span>
            <b>
              <a href={s.to(`/desk/${procedure.of.name}/${record.id}`)}>{record.number ?? headlineOf(procedure, record, s)}</a>
            </b>
            <span>{s.say(procedure.states[record.state]!)}</span>
            {clock && (
              <span>
                <Light light={clock.light} s={s} /> {clock.due ?? '—'} · <Cited to={clock.rule} s={s} />
              </span>
            )}
            <span>
              <StepLinks procedure={procedure} record={record.id} possible={possible} s={s} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function KnownOf({ known, s }: Pick<OwnFile, 'known'> & { s: Saying }) {
  return (
    <ul className="cards">
      {known.map(({ procedure, count, latest }) => (
        <li className="card" key={procedure.of.name}>
          <b>
            <a href={s.to(`/desk/${procedure.of.name}`)}>{s.say(procedure.of.title)}</a> <span className="soft">{count}</span>
          </b>
          {latest.map((record) => (
            <span key={record.id}>
              <a href={s.to(`/desk/${procedure.of.name}/${record.id}`)}>{record.number ?? headlineOf(procedure, record, s)}</a>{' '}
              <span className="soft small">{s.say(procedure.states[record.state]!)}</span>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

const lookedTitles = { day: words('日期', 'Day'), who: words('谁', 'Who'), why: words('职责或者项目', 'Duty or project') }

/** Who looked at the class of the body. */
function LookedAt({ body, of, s }: { body: OwnBody; of: string; s: Saying }) {
  return (
    <>
      <h2>
        {of}
        {s.say(words('谁查看了本企业的信用类别', 'Who looked at your class'))}
      </h2>
      {body.looked.length === 0 ? (
        <p className="soft">{s.say(words('没有其他人查看过。', 'Nobody else has looked.'))}</p>
      ) : (
        <table className="stacks">
          <caption>{s.say(words('最近的查看', 'The latest looks'))}</caption>
          <Headings titles={Object.values(lookedTitles).map(s.say)} />
          <tbody>
            {body.looked.map(({ day, who, why }, at) => (
              <tr key={at}>
                <Cell title={s.say(lookedTitles.day)}>{day}</Cell>
                <Cell title={s.say(lookedTitles.who)}>{s.say(who)}</Cell>
                <Cell title={s.say(lookedTitles.why)}>{s.say(why)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

export function OwnFilePage({ file, s }: { file: OwnFile; s: Saying }) {
  const { bodies, due, waiting, known, openings } = file
  // Whoever speaks for several reads of which one is spoken.
  const ofWhom = (body: OwnBody): string => (bodies.length > 1 ? `${written(body.name, s)} · ` : '')
  return (
    <>
      <h1>{s.say(words('本企业', 'Your enterprise'))}</h1>
      {bodies.length === 0 && (
        <p className="notice">
          {s.say(
            words(
              '您的账号没有登记所代表的企业，因此看不到企业的事项。请联系本单位的账号管理人员登记统一社会信用代码。',
              'Your account speaks for no body, so that nothing of one is shown. Ask whoever manages the accounts to enter its credit code.',
            ),
          )}
        </p>
      )}
      {bodies.map((body) => (
        <Named key={body.code} body={body} s={s} />
      ))}
      <h2>{s.say(words('等您办理', 'What waits for you'))}</h2>
      <Todo waiting={waiting} due={due} s={s} />
      {bodies.flatMap((body) => body.grades.map((each) => <Grade key={body.code + each.scale.name} {...each} of={ofWhom(body)} s={s} />))}
      {bodies.map((body) => (
        <LookedAt key={body.code} body={body} of={ofWhom(body)} s={s} />
      ))}
      <h2>{s.say(words('我们掌握的记录', 'What is known of you'))}</h2>
      {known.length === 0 ? (
        <p className="soft">{s.say(words('没有与您所代表的企业有关的记录。', 'No record names the body for which you speak.'))}</p>
      ) : (
        <KnownOf known={known} s={s} />
      )}
      {openings.length > 0 && (
        <>
          <h2>{s.say(words('提出异议、申请和报告', 'Object, apply, report'))}</h2>
          <ul className="cards">
            {openings.map(({ of, opens }) => (
              <li className="card" key={of.name}>
                <b>
                  <a href={s.to(`/desk/${of.name}/open`)}>{s.say(opens.title ?? of.title)}</a>
                </b>
                {opens.basis && <Cited to={citationKey(opens.basis)} s={s} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="small">
        <a href={s.to('/desk')}>{s.say(words('全部期限和台账', 'All that is due, and all registers'))}</a>
      </p>
    </>
  )
}
