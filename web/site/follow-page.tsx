// The page of a case followed without an account: state, last days with their article, papers, steps to take, what was done.
import type { Fields } from '../../kernel/field.ts'
import { words, type Words } from '../../kernel/words.ts'
import { Cited } from './cited.tsx'
import { FileList, type FileNamed } from './files-control.tsx'
import { PaperForm, type FormProblem } from './form.tsx'
import { ReadingsTable, type ReadingTold } from './readings-table.tsx'
import type { Saying } from './saying.ts'

export interface PaperIssued {
  readonly id: string
  readonly number: string
  readonly title: Words
  readonly issued: string
  readonly isVoid: boolean
}

export interface FollowedCase {
  readonly number: string
  readonly state: Words
  readonly office: Words | null
  /** What the office or the trader wrote to her. */
  readonly written: readonly { readonly title: Words; readonly text: Words }[]
  readonly steps: readonly { readonly title: Words; readonly on: string }[]
  readonly clocks: readonly {
    readonly title: Words
    readonly due: string | null
    readonly state: string
    readonly rule: string
    /** Why this rule governs. */
    readonly why: Words
  }[]
  readonly papers: readonly PaperIssued[]
  /** Steps that she may take now. */
  readonly possible: readonly { readonly name: string; readonly title: Words; readonly rule: string | null }[]
  readonly files: readonly FileNamed[]
  /** Who read her personal data. */
  readonly readings: readonly ReadingTold[]
}

/** The step whose form stands open. */
export interface StepAsked {
  readonly name: string
  readonly title: Words
  readonly fields: Fields
  readonly hidden: Readonly<Record<string, string>>
  readonly kept: ReadonlyMap<string, FileNamed>
}

interface Whose {
  readonly number: string
  readonly code: string
}

interface FollowValues {
  readonly problems: readonly FormProblem[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly s: Saying
}

const asks: Fields = {
  number: { kind: 'text', title: words('投诉或举报编号', 'Number of the complaint or report'), optional: false },
  code: { kind: 'text', title: words('查询码', 'Code'), optional: false },
}

const Secret = ({ whose }: { whose: Whose }) => (
  <>
    <input type="hidden" name="number" value={whose.number} />
    <input type="hidden" name="code" value={whose.code} />
  </>
)

function Clocks({ clocks, s }: { clocks: FollowedCase['clocks']; s: Saying }) {
  const stand = ({ state, due }: FollowedCase['clocks'][number]): string =>
    state === 'paused'
      ? s.say(words('现在暂停计时', 'the clock stands still now'))
      : `${s.say(words('最迟', 'at the latest on '))} ${due ?? '—'}${state === 'lapsed' ? s.say(words('，已过期', ', which has passed')) : ''}`
  return clocks.map((clock) => (
    <p key={clock.title.en} className="notice">
      {s.say(clock.title)}
      {s.language === 'en' ? ': ' : '：'}
      {stand(clock)} · <Cited to={clock.rule} s={s} />
      <br />
      <small>
        {s.say(clock.why)}
        {s.language === 'en' ? '.' : '。'}
      </small>
    </p>
  ))
}

function Papers({ papers, whose, s }: { papers: FollowedCase['papers']; whose: Whose; s: Saying }) {
  if (papers.length === 0) return null
  return (
    <>
      <h2>{s.say(words('发给您的文书', 'Documents issued to you'))}</h2>
      <ul className="plain">
        {papers.map((paper) => (
          <li key={paper.id}>
            <form method="post" action={s.to('/follow/paper')}>
              <Secret whose={whose} />
              {s.say(paper.title)} {paper.number} · {paper.issued}
              {paper.isVoid && ` · ${s.say(words('已作废', 'void'))}`}{' '}
              {(['pdf', 'docx'] as const).map((format) => (
                <button key={format} className="quiet" name="paper" value={`${paper.id}.${format}`} aria-label={`${format.toUpperCase()} ${paper.number}`}>
                  {format.toUpperCase()}
                </button>
              ))}
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

function Choices({ possible, whose, open, s }: { possible: FollowedCase['possible']; whose: Whose; open: string | null; s: Saying }) {
  const others = possible.filter((step) => step.name !== open)
  if (others.length === 0) return null
  return (
    <form method="post" action={s.to('/follow')}>
      <Secret whose={whose} />
      <ul className="plain">
        {others.map((step) => (
          <li key={step.name}>
            <button className="quiet" name="_choose" value={step.name}>
              {s.say(step.title)}
            </button>{' '}
            {step.rule && <Cited to={step.rule} s={s} />}
          </li>
        ))}
      </ul>
    </form>
  )
}

function StepForm({ step, problems, values, s }: { step: StepAsked } & FollowValues) {
  return (
    <PaperForm
      action={s.to('/follow')}
      groups={[{ title: step.title, names: Object.keys(step.fields) }]}
      fields={step.fields}
      values={values}
      problems={problems}
      send={step.title}
      hidden={step.hidden}
      kept={step.kept}
      s={s}
    />
  )
}

type Found = FollowedCase & { readonly whose: Whose; readonly step: StepAsked | null }

function Followed({ found, problems, values, s }: { found: Found } & FollowValues) {
  return (
    <>
      <p>
        <span className="chip fair">{s.say(found.state)}</span> {found.number} {found.office && `· ${s.say(found.office)}`}
      </p>
      <Clocks clocks={found.clocks} s={s} />
      {found.written.length > 0 && (
        <dl className="facts">
          {found.written.map(({ title, text }) => [
            <dt key={`${title.en}-title`}>{s.say(title)}</dt>,
            <dd key={title.en}>{s.say(text)}</dd>,
          ])}
        </dl>
      )}
      {(found.possible.length > 0 || found.step) && <h2>{s.say(words('您现在可以办理', 'What you can do now'))}</h2>}
      {found.step && <StepForm step={found.step} problems={problems} values={values} s={s} />}
      <Choices possible={found.possible} whose={found.whose} open={found.step?.name ?? null} s={s} />
      <Papers papers={found.papers} whose={found.whose} s={s} />
      {found.files.length > 0 && (
        <>
          <h2>{s.say(words('您提交的材料', 'What you handed in'))}</h2>
          <FileList files={found.files} s={s} />
        </>
      )}
      <h2>{s.say(words('办理经过', 'What was done'))}</h2>
      <ol className="timeline">
        {found.steps.map((step, at) => (
          <li key={at}>
            <b>{s.say(step.title)}</b>
            <br />
            <span className="soft">{step.on}</span>
          </li>
        ))}
      </ol>
      <ReadingsTable readings={found.readings} s={s} />
    </>
  )
}

export function FollowPage({ found, problems, values, s }: FollowValues & { readonly found: Found | null }) {
  return (
    <>
      <h1>{s.say(words('查询进度', 'Follow a case'))}</h1>
      {found ? (
        <Followed found={found} problems={problems} values={values} s={s} />
      ) : (
        <PaperForm
          action={s.to('/follow')}
          groups={[{ title: words('凭编号和查询码', 'By number and code'), names: ['number', 'code'] }]}
          fields={asks}
          values={values}
          problems={problems}
          send={words('查询', 'Look up')}
          s={s}
        />
      )}
    </>
  )
}
