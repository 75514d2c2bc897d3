// Penalties as the public sees them: who, for what, under which article, until when; what is left out, and what was taken back.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { Cell, Facts, grouped, Headings, SealPart, valueIn, written } from './published-parts.tsx'
import { unitIn, type Saying } from './saying.ts'

export interface PenaltyQuery {
  readonly text: string
  readonly kind: string
  readonly year: string
}

export interface TakenBack {
  readonly number: string
  readonly day: string
}

interface PenaltiesProps {
  readonly publication: Publication
  readonly items: readonly Published[]
  /** Where the next page begins. */
  readonly next: string | null
  readonly years: readonly string[]
  readonly asked: PenaltyQuery
  readonly back: readonly TakenBack[]
  readonly s: Saying
}

const titles = {
  party: words('当事人', 'Party'),
  kind: words('违法行为', 'Breach'),
  penalty: words('处罚', 'Penalty'),
  decided: words('决定日期', 'Decided on'),
  until: words('公示至', 'Public until'),
}

const money = (value: unknown, s: Saying): string => (value === null || value === undefined ? '—' : `${grouped(value)} ${unitIn('元', s)}`)

/** `fine, confiscation` with the sum of the fine behind it. */
function penaltyText({ values }: Published, publication: Publication, s: Saying): string {
  const kinds = valueIn(publication.of.fields['penalties']!, values['penalties'], s)
  return values['fine'] === null ? kinds : `${kinds}${s.language === 'en' ? ', ' : '，'}${money(values['fine'], s)}`
}

function SearchForm({ publication, years, asked, s }: PenaltiesProps) {
  const kind = publication.of.fields['kind']!
  return (
    <form method="get" action={s.to('/penalties')} className="chooser" role="search">
      <div className="grow">
        <label htmlFor="q">{s.say(words('当事人、统一社会信用代码或编号', 'Party, credit code or number'))}</label>
        <input id="q" name="q" type="search" defaultValue={asked.text} />
      </div>
      <div>
        <label htmlFor="kind">{s.say(titles.kind)}</label>
        <select id="kind" name="kind" defaultValue={asked.kind}>
          <option value="">{s.say(words('全部', 'All'))}</option>
          {Object.keys(kind.choices ?? {}).map((name) => (
            <option key={name} value={name}>
              {valueIn(kind, name, s)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="year">{s.say(words('年份', 'Year'))}</label>
        <select id="year" name="year" defaultValue={asked.year}>
          <option value="">{s.say(words('全部', 'All'))}</option>
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </div>
      <button type="submit">{s.say(words('查找', 'Search'))}</button>
    </form>
  )
}

const PenaltyTable = ({ publication, items, s }: PenaltiesProps) => (
  <table className="stacks">
    <Headings titles={Object.values(titles).map(s.say)} />
    <tbody>
      {items.map((item) => (
        <tr key={item.id}>
          <Cell title={s.say(titles.party)}>
            <a href={s.to(`/penalties/${item.id}`)}>{written(item.values['partyName'], s)}</a>
          </Cell>
          <Cell title={s.say(titles.kind)}>{valueIn(publication.of.fields['kind']!, item.values['kind'], s)}</Cell>
          <Cell title={s.say(titles.penalty)}>{penaltyText(item, publication, s)}</Cell>
          <Cell title={s.say(titles.decided)}>{String(item.values['decided'])}</Cell>
          <Cell title={s.say(titles.until)}>{item.until ?? '—'}</Cell>
        </tr>
      ))}
    </tbody>
  </table>
)

const Back = ({ back, s }: { back: readonly TakenBack[]; s: Saying }) =>
  back.length === 0 ? null : (
    <>
      <h2>{s.say(words('已经撤回的公示', 'Taken back'))}</h2>
      <p className="soft measure">
        {s.say(
          words(
            '处罚决定被依法撤销的，公示随之撤回，只留编号和日期，不留当事人。',
            'Where a decision was annulled its publication is taken back; number and day remain, the party does not.',
          ),
        )}{' '}
        <Cited to="penalty-publication-rules/11" s={s} />
      </p>
      <ul>
        {back.map(({ number, day }) => (
          <li key={number}>
            {number} · {s.say(words(`撤回于 ${day}`, `taken back on ${day}`))}
          </li>
        ))}
      </ul>
    </>
  )

export function PenaltiesPage(props: PenaltiesProps) {
  const { items, next, asked, back, s } = props
  const any = asked.text === '' && asked.kind === '' && asked.year === ''
  const parts = Object.entries({ q: asked.text, kind: asked.kind, year: asked.year, after: next ?? '' })
  const query = new URLSearchParams(parts.filter(([, value]) => value !== ''))
  return (
    <>
      <h1>{s.say(words('行政处罚公示', 'Penalties in public'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '送达后的处罚决定公示到法定期限为止；期满、撤销的自动撤下。当场处罚和轻微失信的处罚不公示。',
            'Decisions are public once served, for the term that the law gives; they leave when it ends or when they are annulled. What is decided on the spot or minor is not shown.',
          ),
        )}
      </p>
      <SearchForm {...props} />
      {items.length === 0 && any ? (
        <p className="notice">
          {s.say(
            words(
              '目前没有处于公示期内的处罚决定：尚未送达的不公示，期满和撤销的已经撤下。',
              'No decision is public at present: those not yet served are not shown, and those whose term ended or that were annulled have left.',
            ),
          )}
        </p>
      ) : items.length === 0 ? (
        <p className="notice">
          {s.say(
            words(
              '公示期内没有符合这些条件的处罚决定。没有列出不等于从未受过处罚。',
              'No decision in its term fits. That none is listed does not mean that there never was one.',
            ),
          )}
        </p>
      ) : (
        <PenaltyTable {...props} />
      )}
      {next === null ? null : (
        <p>
          <a href={`${s.to('/penalties')}?${query}`}>{s.say(words('下一页', 'Next page'))}</a>
        </p>
      )}
      <p className="small soft measure">
        {s.say(
          words(
            '公示内容限于摘要：法定代表人、住址、证据和商业秘密不公开；没有统一社会信用代码的自然人不在此列出姓名。',
            'Only the summary is public: representatives, addresses, evidence and trade secrets are not; natural persons without a credit code are not named here.',
          ),
        )}{' '}
        <Cited to="penalty-publication-rules/6" s={s} /> · <a href={s.to('/campaigns')}>{s.say(words('专项行动结果', 'Campaigns'))}</a> ·{' '}
        <a href="/api/v1/publications/penalties">{s.say(words('开放数据（JSON）', 'Open data (JSON)'))}</a>
      </p>
      <Back back={back} s={s} />
    </>
  )
}

interface PenaltyProps {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  readonly s: Saying
}

export function PenaltyPage({ publication, item, sealed, s }: PenaltyProps) {
  const { values } = item
  const show = (name: string): string => valueIn(publication.of.fields[name]!, values[name], s)
  const cited = (name: string) => (values[name] ? <Cited to={String(values[name])} s={s} /> : '—')
  return (
    <>
      <h1>{s.say(words(`行政处罚 ${item.number ?? ''}`, `Penalty ${item.number ?? ''}`))}</h1>
      <p className="notice">
        {item.until
          ? s.say(words(`公示至 ${item.until}，期满自动撤下。`, `Public until ${item.until}, then it leaves by itself.`))
          : s.say(words('公示期限未定。', 'No end is set.'))}
      </p>
      <Facts
        s={s}
        rows={[
          [titles.party, values['party'] ? <a href={s.to(`/enterprise/${values['party']}`)}>{written(values['partyName'], s)}</a> : written(values['partyName'], s)],
          [words('统一社会信用代码', 'Credit code'), show('party')],
          [titles.kind, show('kind')],
          [words('违反条款', 'Article breached'), cited('breach')],
          [words('处罚依据', 'Article of the penalty'), cited('punishedBy')],
          [titles.penalty, show('penalties')],
          [words('罚款', 'Fine'), money(values['fine'], s)],
          [words('没收', 'Confiscated'), money(values['confiscated'], s)],
          [titles.decided, show('decided')],
          [words('失信程度', 'Degree of the breach'), show('degree')],
          [words('公示依据', 'Published under'), <Cited key="basis" to={citationKey(publication.basis)} s={s} />],
        ]}
      />
      <p className="small soft measure">
        {s.say(
          words(
            '当事人认为内容不准确的，有权要求更正；不服决定的，可以依法复议或者诉讼，决定撤销的，公示随之撤回。',
            'A party may ask for what is inaccurate to be corrected; it may ask for reconsideration or sue, and an annulled decision is taken back here.',
          ),
        )}{' '}
        <Cited to="penalty-publication-rules/12" s={s} /> · <a href={`/api/v1/publications/penalties/${item.id}`}>JSON</a>
      </p>
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
