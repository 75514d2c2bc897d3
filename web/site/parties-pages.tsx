// The page of one body: what it is, what became of it, and what every system publishes of it.
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Kin } from '../../systems/basis/parties/index.ts'
import { citedAs } from '../data/acts.ts'
import type { BodyView, Registered, Section } from '../data/parties.ts'
import { Cell } from './published-parts.tsx'
import type { Saying } from './saying.ts'

const inventedNote = words('虚构的演示数据，现实中没有这个单位。', 'Invented for demonstration: no such body exists.')

const KinList = ({ title, kin, s }: { title: Words; kin: readonly Kin[]; s: Saying }) =>
  kin.length === 0 ? null : (
    <li>
      {s.say(title)}
      {kin.map((each, at) => (
        <span key={each.code}>
          {at > 0 ? '、' : ' '}
          <a href={s.to(`/enterprise/${each.code}`)}>{each.name}</a> <span className="soft small">{each.code}</span>
        </span>
      ))}
    </li>
  )

function TrailPart({ view, s }: { view: BodyView; s: Saying }) {
  const { trail, body } = view
  const elsewhere = trail.now.filter((kin) => kin.code !== body.values['code'])
  const some = [trail.into, trail.from, ...trail.merged, ...trail.parts].some((kin) => kin !== null)
  if (!some) return null
  return (
    <section>
      {elsewhere.length > 0 && (
        <p className="notice">
          {s.say(words('这个代码已不再使用，其权利义务现由以下单位承继：', 'This code is no longer in use; its rights and duties have passed to: '))}
          {elsewhere.map((kin, at) => (
            <span key={kin.code}>
              {at > 0 ? '、' : ''}
              <a href={s.to(`/enterprise/${kin.code}`)}>{kin.name}</a>
            </span>
          ))}
        </p>
      )}
      <h2>{s.say(words('承继关系', 'Succession'))}</h2>
      <ul>
        <KinList title={words('承继单位：', 'Succeeded by: ')} kin={trail.into ? [trail.into] : []} s={s} />
        <KinList title={words('分立自：', 'Divided from: ')} kin={trail.from ? [trail.from] : []} s={s} />
        <KinList title={words('承继了：', 'Took over: ')} kin={trail.merged} s={s} />
        <KinList title={words('分立出：', 'Divided into: ')} kin={trail.parts} s={s} />
      </ul>
    </section>
  )
}

function SectionPart({ section, own, nameOf, s }: { section: Section; own: string; nameOf: (area: string) => string; s: Saying }) {
  const { publication, items, more } = section
  const said = s.language === 'en' ? 'en' : 'zh'
  const fields = publication.fields.filter((name) => publication.of.fields[name]!.kind !== 'party').slice(0, 6)
  const parties = publication.fields.filter((name) => publication.of.fields[name]!.kind === 'party')
  const show = (item: Published, name: string): string => {
    const [value, field] = [item.values[name], publication.of.fields[name]!]
    if (value === null || value === undefined) return '—'
    if (field.kind === 'citation') return s.say(citedAs(String(value)))
    return field.kind === 'area' ? nameOf(String(value)) : kindOf(field).show(value, field, said)
  }
  const under = (item: Published) => parties.map((name) => item.values[name]).find((code) => code !== null && code !== own)
  return (
    <section>
      <h2>{s.say(publication.title)}</h2>
      <div>
        <table className="stacks">
          <thead>
            <tr>
              {fields.map((name) => (
                <th key={name}>{s.say(publication.of.fields[name]!.title)}</th>
              ))}
              {items.some(under) && <th>{s.say(words('记于代码', 'Under the code'))}</th>}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                {fields.map((name) => (
                  <Cell key={name} title={s.say(publication.of.fields[name]!.title)}>
                    {show(item, name)}
                  </Cell>
                ))}
                {items.some(under) && <Cell title={s.say(words('记于代码', 'Under the code'))}>{String(under(item) ?? own)}</Cell>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small soft">
        {more ? `${s.say(words('只列出最近几条。', 'Only the latest are listed.'))} ` : ''}
        <a href={s.to(`/data/${publication.name}`)}>{s.say(words('全部公示', 'The whole publication'))}</a> ·{' '}
        <a href={s.to(`/law/${publication.basis.act}${publication.basis.article ? `/${publication.basis.article}` : ''}`)}>
          {s.say(words('依据', 'By which article'))}
        </a>
      </p>
    </section>
  )
}

export interface BodyProps {
  readonly view: BodyView
  readonly fieldOf: (name: string) => Field
  readonly state: Words
  readonly registered: Registered | null
  /** Masters of the place, the highest first, and what must be said of its code. */
  readonly place: { readonly chain: readonly string[]; readonly note: Words | null }
  readonly industry: { readonly code: string; readonly name: string | null; readonly edition: string } | null
  readonly nameOf: (area: string) => string
  readonly s: Saying
}

function Facts({ view, fieldOf, state, registered, place, industry, s }: BodyProps) {
  const { values } = view.body
  const said = s.language === 'en' ? 'en' : 'zh'
  const fields = ['kind', 'size', 'established'] as const
  const former = (values['formerNames'] ?? []) as readonly { name: string; until: string | null }[]
  return (
    <dl className="facts">
      <dt>{s.say(words('统一社会信用代码', 'Credit code'))}</dt>
      <dd>
        {String(values['code'])}
        {registered && (
          <span className="soft small">
            {' '}
            {s.say(registered.department)} · {s.say(registered.kind)}
          </span>
        )}
      </dd>
      <dt>{s.say(words('状态', 'State'))}</dt>
      <dd>
        {s.say(state)} <span className="soft small">{s.say(words(`自 ${view.body.since}`, `since ${view.body.since}`))}</span>
      </dd>
      <dt>{s.say(words('住所地', 'Domicile'))}</dt>
      <dd>
        {place.chain.join(' › ')} <span className="soft small">{String(values['place'])}</span>
        {place.note && <span className="soft small"> {s.say(place.note)}</span>}
      </dd>
      {industry && (
        <>
          <dt>{s.say(words('行业', 'Industry'))}</dt>
          <dd>
            {industry.code} {industry.name ?? ''} <span className="soft small">{industry.edition}</span>
          </dd>
        </>
      )}
      {fields
        .filter((name) => values[name] !== null)
        .map((name) => {
          const field = fieldOf(name)
          return (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{s.say(field.title)}</dt>
              <dd>{kindOf(field).show(values[name], field, said)}</dd>
            </div>
          )
        })}
      {former.length > 0 && (
        <>
          <dt>{s.say(words('曾用名', 'Former names'))}</dt>
          <dd>
            {former.map((row) => (
              <span key={row.name + (row.until ?? '')} style={{ display: 'block' }}>
                {row.name} {row.until && <span className="soft small">{s.say(words(`用至 ${row.until}`, `until ${row.until}`))}</span>}
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

export function BodyPage(props: BodyProps) {
  const { view, nameOf, s } = props
  const { values } = view.body
  return (
    <>
      <h1>{String(values['name'])}</h1>
      {values['invented'] === true && (
        <p>
          <span className="chip fair">{s.say(words('虚构', 'Invented'))}</span> <span className="soft">{s.say(inventedNote)}</span>
        </p>
      )}
      <Facts {...props} />
      <TrailPart view={view} s={s} />
      {view.sections.map((section) => (
        <SectionPart key={section.publication.name} section={section} own={String(values['code'])} nameOf={nameOf} s={s} />
      ))}
      {view.sections.length === 0 && (
        <p className="soft">{s.say(words('目前没有涉及该单位的公示。', 'Nothing is published of this body at present.'))}</p>
      )}
      <p>
        <a href={s.to('/complain')}>{s.say(words('投诉这个单位', 'Complain of this body'))}</a>
      </p>
    </>
  )
}
