// The list of recalls: found by product, maker, model, barcode or lot; each card says the danger first.
import type { Field } from '../../kernel/field.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { Chip, grouped, valueIn } from './published-parts.tsx'
import type { Saying } from './saying.ts'

export interface RecallQuery {
  readonly text: string
  readonly productClass: string
  /** `running`, `done` or empty for both. */
  readonly state: string
}

export interface ScopeLine {
  readonly model: string
  readonly gtin: string | null
  readonly lot: string | null
  readonly serials: string | null
  readonly vinFrom?: string | null
  readonly vinTo?: string | null
  readonly madeFrom: string | null
  readonly madeTo: string | null
}

/** Serial numbers of a line, of a vehicle its identification numbers. */
export const serialsOf = ({ serials, vinFrom, vinTo }: ScopeLine): string =>
  [serials, vinFrom ? `VIN ${vinFrom}${vinTo && vinTo !== vinFrom ? ` – ${vinTo}` : ''}` : null].filter(Boolean).join('；') || '—'

export const scopeOf = (values: Published['values']): readonly ScopeLine[] => (values['scope'] ?? []) as readonly ScopeLine[]

/** Share of what was sold that came back, in whole per cent; null while one of the two is not known. */
export function shareReturned({ values }: Published): number | null {
  const [returned, affected] = [values['returned'] as number | null, values['affected'] as number | null]
  return returned === null || affected === null || affected === 0 ? null : Math.min(100, Math.round((returned / affected) * 100))
}

export const recallState = (item: Published, s: Saying) =>
  item.state === 'done' ? (
    <Chip tone="good">{s.say(words('已完成', 'Done'))}</Chip>
  ) : (
    <Chip tone="bad">{s.say(item.state === 'evaluating' ? words('待评估', 'To be evaluated') : words('实施中', 'Running'))}</Chip>
  )

interface RecallsProps {
  readonly publication: Publication
  readonly items: readonly Published[]
  /** Orders whose plan is not public yet, and recalls that fell after they were public. */
  readonly orders: readonly Published[]
  readonly ended: readonly Published[]
  /** Where the next page begins. */
  readonly next: string | null
  readonly asked: RecallQuery
  readonly s: Saying
}

const addressOf = (path: string, { text, productClass, state }: RecallQuery): string => {
  const query = new URLSearchParams(Object.entries({ q: text, class: productClass, state }).filter(([, value]) => value !== ''))
  return query.size > 0 ? `${path}?${query}` : path
}

function SearchForm({ fields, asked, s }: { fields: Readonly<Record<string, Field>>; asked: RecallQuery; s: Saying }) {
  const classes = Object.keys(fields['productClass']!.choices ?? {})
  return (
    <form method="get" action={s.to('/recalls')} className="chooser" role="search">
      <div className="grow">
        <label htmlFor="q">{s.say(words('产品、品牌、型号、条码或批号', 'Product, brand, model, barcode or lot'))}</label>
        <input id="q" name="q" type="search" defaultValue={asked.text} />
      </div>
      <div>
        <label htmlFor="class">{s.say(words('产品类别', 'Product class'))}</label>
        <select id="class" name="class" defaultValue={asked.productClass}>
          <option value="">{s.say(words('全部', 'All'))}</option>
          {classes.map((name) => (
            <option key={name} value={name}>
              {valueIn(fields['productClass']!, name, s)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="state">{s.say(words('状态', 'State'))}</label>
        <select id="state" name="state" defaultValue={asked.state}>
          <option value="">{s.say(words('全部', 'All'))}</option>
          <option value="running">{s.say(words('进行中', 'Under way'))}</option>
          <option value="done">{s.say(words('已完成', 'Done'))}</option>
        </select>
      </div>
      <button type="submit">{s.say(words('查找', 'Search'))}</button>
    </form>
  )
}

function RecallCard({ item, fields, s }: { item: Published; fields: Readonly<Record<string, Field>>; s: Saying }) {
  const { values } = item
  const show = (name: string): string => valueIn(fields[name]!, values[name], s)
  const share = shareReturned(item)
  const lots = scopeOf(values).map(({ model, lot }) => [model, lot].filter(Boolean).join(' · '))
  return (
    <li className="card">
      <h2 className="small-head">
        <a href={s.to(`/recalls/${item.id}`)}>{show('product')}</a>
      </h2>
      <p>
        {recallState(item, s)} <span className="soft small">{show('how')}</span>
      </p>
      <p>{show('danger')}</p>
      <p className="small soft">
        {show('producerName')} · {lots.slice(0, 2).join(s.language === 'en' ? '; ' : '；')}
        {lots.length > 2 ? ' …' : ''}
      </p>
      <p className="small soft">
        {s.say(words(`公布 ${values['published'] ?? '—'}`, `Published ${values['published'] ?? '—'}`))} ·{' '}
        {share === null
          ? s.say(words(`涉及 ${grouped(values['affected'])} 件，尚无收回报告`, `${grouped(values['affected'])} sold; no return reported yet`))
          : s.say(words(`已售 ${grouped(values['affected'])} 件，收回 ${share}%`, `${grouped(values['affected'])} sold, ${share} % returned`))}
      </p>
    </li>
  )
}

interface ShortProps {
  readonly items: readonly Published[]
  readonly fields: Readonly<Record<string, Field>>
  /** The field that is told of each. */
  readonly says: string
  readonly s: Saying
}

function Short({ items, fields, says, s }: ShortProps) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <a href={s.to(`/recalls/${item.id}`)}>{valueIn(fields['product']!, item.values['product'], s)}</a> ·{' '}
          {valueIn(fields['producerName']!, item.values['producerName'], s)}: {valueIn(fields[says]!, item.values[says], s)}
        </li>
      ))}
    </ul>
  )
}

export function RecallsPage({ publication, items, orders, ended, next, asked, s }: RecallsProps) {
  const { fields } = publication.of
  const any = asked.text === '' && asked.productClass === '' && asked.state === ''
  const following = addressOf(s.to('/recalls'), asked)
  const api = addressOf('/api/v1/publications/recalls', { ...asked, productClass: '', state: '' })
  return (
    <>
      <h1>{s.say(words('召回：您家里有没有这些产品', 'Recalls: is one of these in your home?'))}</h1>
      <p className="lead">
        {s.say(
          words(
            '对照型号和批号；在列的请停止使用，按页面办理免费的修理、更换或者退货。',
            'Compare model and lot; what is listed should no longer be used, and is repaired, exchanged or refunded free of charge.',
          ),
        )}
      </p>
      <SearchForm fields={fields} asked={asked} s={s} />
      <p className="small">
        <a href={s.to('/vin')}>{s.say(words('是汽车？按车辆识别代号查一辆车', 'A car? Look for one vehicle by its VIN'))}</a>
      </p>
      {orders.length > 0 && (
        <div className="errors" role="note">
          <p>
            <b>{s.say(words('已责令召回，生产者的计划尚未公布，请停止使用：', 'Ordered to be recalled, the plan not yet published; stop using:'))}</b>
          </p>
          <Short items={orders} fields={fields} says="danger" s={s} />
        </div>
      )}
      {items.length === 0 && any ? (
        <p className="notice">
          {s.say(
            words(
              '目前没有公布的召回。企业备案召回计划并由监管机关公布后，就会列在这里。',
              'No recall is published at present. A recall is listed here once its plan has been filed and the authority has published it.',
            ),
          )}
        </p>
      ) : items.length === 0 ? (
        <p className="notice">
          {s.say(
            words(
              '没有符合这些条件的召回。没有列出不等于产品没有缺陷：发现危险请报告。',
              'No recall fits. That none is listed does not mean that a product is safe: please report what is dangerous.',
            ),
          )}
        </p>
      ) : (
        <>
          <p className="soft">{s.say(words(`本页 ${items.length} 项，最近公布的在前。`, `${items.length} on this page, the latest first.`))}</p>
          <ul className="cards">
            {items.map((item) => (
              <RecallCard key={item.id} item={item} fields={fields} s={s} />
            ))}
          </ul>
          {next === null ? null : (
            <p>
              <a href={`${following}${following.includes('?') ? '&' : '?'}after=${next}`}>{s.say(words('下一页', 'Next page'))}</a>
            </p>
          )}
        </>
      )}
      {ended.length > 0 && (
        <>
          <h2>{s.say(words('公布后撤销或者终止的召回', 'Recalls withdrawn or ended after they were public'))}</h2>
          <Short items={ended} fields={fields} says="conclusion" s={s} />
        </>
      )}
      <p>
        <a href={s.to('/defect')}>{s.say(words('产品有危险？报告缺陷', 'Is a product dangerous? Report the defect'))}</a>
      </p>
      <p className="small">
        <a href={addressOf(s.to('/recalls/feed.atom'), asked)}>{s.say(words('订阅这一查询（Atom）', 'Follow this search (Atom)'))}</a> ·{' '}
        <a href={api}>{s.say(words('开放数据（JSON）', 'Open data (JSON)'))}</a>
      </p>
    </>
  )
}
