// Campaigns as the public sees them: by which order, where, when and against what, and what was counted of their cases; nobody is named.
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { Cited } from './cited.tsx'
import { Facts, grouped, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

export interface CampaignNames {
  readonly place: (code: string) => string
  readonly office: (id: string) => string
}

interface CampaignsProps {
  readonly publication: Publication
  readonly items: readonly Published[]
  /** Where the next page begins. */
  readonly next: string | null
  readonly names: CampaignNames
  readonly s: Saying
}

const figures = ['cases', 'decisions', 'waived', 'annulled'] as const

function Figures({ publication, item, s }: Pick<CampaignsProps, 'publication' | 's'> & { readonly item: Published }) {
  return (
    <ul className="stats">
      {figures.map((name) => {
        const { title } = publication.of.fields[name]!
        return (
          <li key={name}>
            <b>{grouped(item.values[name])}</b>
            <span>{s.say(title)}</span>
          </li>
        )
      })}
    </ul>
  )
}

type Areas = readonly { readonly area: string }[] | null

function Campaign({ publication, item, names, s }: Omit<CampaignsProps, 'items' | 'next'> & { readonly item: Published }) {
  const { fields } = publication.of
  const { values } = item
  const chosen = ((values['areas'] as Areas) ?? []).map(({ area }) => area)
  const areas = chosen.length > 0 ? chosen : [String(values['place'])]
  const classes = values['classes'] as readonly string[] | null
  return (
    <section aria-labelledby={item.id}>
      <h2 id={item.id}>{written(values['name'], s)}</h2>
      <Facts
        s={s}
        rows={[
          [words('依据文号', 'By order'), written(values['order'], s)],
          ...(values['lead'] ? ([[words('牵头机关', 'Lead office'), names.office(String(values['lead']))]] as const) : []),
          [words('执法依据', 'Article that it enforced'), <Cited key="ground" to={String(values['ground'])} s={s} />],
          [words('起止', 'Days'), `${values['from']} – ${values['to']}`],
          [words('地域', 'Where'), areas.map(names.place).join(s.language === 'en' ? '; ' : '、')],
          [words('违法行为种类', 'Kinds of breach'), valueIn(fields['kinds']!, values['kinds'], s)],
          ...(classes?.length ? ([[words('产品类别', 'Product classes'), valueIn(fields['classes']!, classes, s)]] as const) : []),
        ]}
      />
      <Figures publication={publication} item={item} s={s} />
      <p className="small soft">
        {item.number} · {s.say(words(`由案件统计，${values['countedOn']} 总结时`, `counted from the cases when it was closed on ${values['countedOn']}`))}
      </p>
    </section>
  )
}

export function CampaignsPage({ items, next, ...props }: CampaignsProps) {
  const { s } = props
  return (
    <>
      <h1>{s.say(words('专项行动结果', 'Campaigns and what came of them'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '总结后的专项行动：依据、时间、地域、违法行为种类，以及由案件统计的数字。撤销的决定不计入处罚决定；不列出企业和个人，也不公布金额：案件少时金额会指向当事人。',
            'Campaigns that are closed: by which order, when, where and against what, with figures counted from their cases. An annulled decision does not count as one; no enterprise and no person is named, and no sums are given, since of few cases they would point at a party.',
          ),
        )}{' '}
        <Cited to="open-government-information-regulation/19" s={s} />
      </p>
      {items.length === 0 && (
        <p className="notice">
          {s.say(words('还没有总结的专项行动：实施中的在总结后公开。', 'No campaign is closed yet: those under way are made public once they are.'))}
        </p>
      )}
      {items.map((item) => (
        <Campaign key={item.id} item={item} {...props} />
      ))}
      {next === null ? null : (
        <p>
          <a href={`${s.to('/campaigns')}?after=${encodeURIComponent(next)}`}>{s.say(words('下一页', 'Next page'))}</a>
        </p>
      )}
      <p className="small soft">
        <a href={s.to('/penalties')}>{s.say(words('行政处罚公示', 'Penalties in public'))}</a> ·{' '}
        <a href="/api/v1/publications/campaigns">{s.say(words('开放数据（JSON）', 'Open data (JSON)'))}</a>
      </p>
    </>
  )
}
