// Draws in public: why nobody can steer them, and all that were promised, with how far each has come.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { DrawQuery, DrawsFound } from '../data/draws.ts'
import { Cited } from './cited.tsx'
import { atClock, Cell, Chip, grouped, Headings, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

const states: Readonly<Record<string, readonly ['good' | 'fair' | 'plain' | 'bad', Words]>> = {
  committed: ['fair', words('已承诺，等待种子', 'Promised, the seed is awaited')],
  drawn: ['fair', words('已抽取，检查结束后公开', 'Drawn, opened after the last visit')],
  opened: ['good', words('已公开', 'Opened')],
  abandoned: ['plain', words('已作废', 'Abandoned')],
}

export const DrawState = ({ state, s }: { state: string; s: Saying }) => {
  const [tone, title] = states[state] ?? ['plain', words(state, state)]
  return <Chip tone={tone}>{s.say(title)}</Chip>
}

const heads = {
  draw: words('抽取', 'Draw'),
  state: words('状态', 'State'),
  units: words('名录单位数', 'Units in the frame'),
  seed: words('种子来源', 'Source of the seed'),
  committed: words('承诺时间', 'Promised at'),
}

/** What running an opened draw again finds; a long frame is run on its own page. */
const Verdict = ({ good, s }: { good: boolean | undefined; s: Saying }) =>
  good === undefined ? null : good ? (
    <Chip tone="good">{s.say(words('重新抽取，逐项相符', 'Comes out again'))}</Chip>
  ) : (
    <Chip tone="bad">{s.say(words('重新抽取，有不符之处', 'Does not come out again'))}</Chip>
  )

function Row({ item, verdicts, nameOf, s }: Pick<ListProps, 'verdicts' | 'nameOf' | 's'> & { item: Published }) {
  const seeds = (item.values['seeds'] ?? []) as readonly { readonly source: string; readonly at: string }[]
  return (
    <tr>
      <Cell title={s.say(heads.draw)}>
        <a href={s.to(`/draws/${item.id}`)}>{written(item.values['title'], s)}</a>{' '}
        <span className="soft small">
          {item.number} · {nameOf(String(item.values['place']))}
        </span>
      </Cell>
      <Cell title={s.say(heads.state)}>
        <DrawState state={item.state} s={s} /> <Verdict good={verdicts.get(item.id)} s={s} />
        {item.state === 'abandoned' && <span className="small"> {written(item.values['reason'], s)}</span>}
      </Cell>
      <Cell title={s.say(heads.units)} number>
        {grouped(item.values['units'])}
      </Cell>
      <Cell title={s.say(heads.seed)}>
        {written(seeds[0]?.source, s)} <span className="soft small">{atClock(seeds[0]?.at)}</span>
      </Cell>
      <Cell title={s.say(heads.committed)}>{atClock(item.values['committed'])}</Cell>
    </tr>
  )
}

const Why = ({ s }: { s: Saying }) => (
  <ol>
    <li>
      {s.say(
        words(
          '抽取之前只公布承诺：名录和权重的摘要、算法、种子的来源和时间。名录此后一字不能改，否则摘要不符。',
          'Before the draw only a promise is published: digests of the frame and its weights, the algorithm, the source and time of the seed. From then on nothing in the frame can be changed, or the digest would not fit.',
        ),
      )}
    </li>
    <li>
      {s.say(words('种子来自官员不能左右、人人可查的公开事件，在承诺之后才产生。', 'The seed comes from a public event that no officer controls and everybody can look up, and appears after the promise.'))}
    </li>
    <li>
      {s.say(
        words(
          '最后一户检查结束后，名录、种子和结果全部公开，任何人都可以在本页或者自己的电脑上重新抽一遍。',
          'After the last visit frame, seed and result are opened, and anybody can run the draw again on this page or at home.',
        ),
      )}
    </li>
  </ol>
)

interface ListProps extends DrawsFound {
  readonly publication: Publication
  readonly asked: DrawQuery
  readonly verdicts: ReadonlyMap<string, boolean>
  readonly nameOf: (area: string) => string
  readonly s: Saying
}

export function DrawsPage({ items, next, publication, asked, verdicts, nameOf, s }: ListProps) {
  const query = new URLSearchParams(Object.entries({ q: asked.text, state: asked.state }).filter(([, value]) => value !== ''))
  return (
    <>
      <h1>{s.say(words('双随机抽取：没有人能挑选检查谁', 'Draws: nobody can choose who is checked'))}</h1>
      <Why s={s} />
      <form method="get" action={s.to('/draws')} className="chooser" role="search">
        <div className="grow">
          <label htmlFor="q">{s.say(words('名称或者编号', 'Title or number'))}</label>
          <input id="q" name="q" type="search" defaultValue={asked.text} />
        </div>
        <div>
          <label htmlFor="state">{s.say(heads.state)}</label>
          <select id="state" name="state" defaultValue={asked.state}>
            <option value="">{s.say(words('全部', 'All'))}</option>
            {Object.entries(states).map(([state, [, title]]) => (
              <option key={state} value={state}>
                {s.say(title)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{s.say(words('查找', 'Search'))}</button>
      </form>
      {items.length === 0 ? (
        <p className="notice">{s.say(words('没有符合条件的抽取。', 'No draw fits.'))}</p>
      ) : (
        <table className="stacks">
          <caption>{s.say(words('最近承诺的在前', 'The latest promise first'))}</caption>
          <Headings titles={Object.values(heads).map(s.say)} />
          <tbody>
            {items.map((item) => (
              <Row key={item.id} item={item} verdicts={verdicts} nameOf={nameOf} s={s} />
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <p>
          <a href={`${s.to('/draws')}?${new URLSearchParams([...query, ['after', next]])}`}>{s.say(words('下一页', 'Next page'))}</a>
        </p>
      )}
      <p className="small">
        <Cited to={citationKey(publication.basis)} s={s} /> · <a href="/api/v1/publications/draws">{s.say(words('已公开的抽取（JSON）', 'Opened draws (JSON)'))}</a>{' '}
        · <a href={s.to('/sampling-plans')}>{s.say(words('抽样方案查询', 'Sampling plans'))}</a>
      </p>
    </>
  )
}
