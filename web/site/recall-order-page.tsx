// An order to recall whose plan is awaited, and a recall that fell after it was public: the danger, or why there is none.
import { citationKey, citedOn } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { Sealed } from '../data/published.ts'
import { Cited } from './cited.tsx'
import { Chip, Facts, SealPart, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

interface Props {
  readonly publication: Publication
  readonly item: Published
  readonly sealed: Sealed | null
  readonly s: Saying
}

const shown =
  ({ publication, item, s }: Props) =>
  (name: string): string =>
    valueIn(publication.of.fields[name]!, item.values[name], s)

function Maker(props: Props) {
  const { item, s } = props
  const name = shown(props)('producerName')
  return item.values['producer'] ? <a href={s.to(`/enterprise/${item.values['producer']}`)}>{name}</a> : <>{name}</>
}

const More = ({ publication, item, s }: Props) => (
  <p>
    <a href={s.to('/recalls')}>{s.say(words('全部召回', 'All recalls'))}</a> · <a href={`/api/v1/publications/${publication.name}/${item.id}`}>JSON</a>
  </p>
)

export function RecallOrderPage(props: Props) {
  const { publication, item, sealed, s } = props
  const show = shown(props)
  return (
    <>
      <h1>{s.say(words(`${show('product')}责令召回`, `Ordered to be recalled: ${show('product')}`))}</h1>
      <p>
        <Chip tone="bad">{s.say(words('已责令，待公布计划', 'Ordered; plan awaited'))}</Chip> <span className="soft">{item.number}</span>
      </p>
      <div className="errors" role="note">
        <p>
          <b>{s.say(words('危险：', 'The danger: '))}</b>
          {show('danger')}
        </p>
        <p>
          <b>{s.say(words('现在怎么办：', 'What to do now: '))}</b>
          {s.say(
            words(
              '停止使用，保留产品和购买凭证。型号、批次和免费处理的办法在召回计划公布后列在本页。',
              'Stop using it, and keep it and what shows where it was bought. Models, lots and the free remedy will stand on this page when the plan is published.',
            ),
          )}
        </p>
      </div>
      <Facts
        s={s}
        rows={[
          [words('生产者', 'Producer'), <Maker key="maker" {...props} />],
          [words('产品类别', 'Product class'), show('productClass')],
          [words('缺陷类型', 'Kind of defect'), show('kind')],
          ...(item.values['foodClass'] ? [[publication.of.fields['foodClass']!.title, show('foodClass')] as const] : []),
          [words('责令依据', 'Ordered under'), item.values['orderedBy'] ? <Cited key="order" to={String(item.values['orderedBy'])} s={s} /> : '—'],
          [words('公布日期', 'Published on'), show('orderTold')],
          [words('公布依据', 'Published under'), <Cited key="basis" to={publishedUnder(props)} s={s} />],
        ]}
      />
      <More {...props} />
      <SealPart sealed={sealed} s={s} />
    </>
  )
}

/** The article of the line, of the day on which it became public. */
const publishedUnder = ({ publication, item: { values } }: Props): string =>
  citationKey(citedOn(publication.basis, String(values['orderTold'] ?? values['published']), values))

export function RecallEndedPage(props: Props) {
  const { publication, item, sealed, s } = props
  const show = shown(props)
  const said = item.state === 'revoked' ? words('责令召回已经撤销。', 'The order to recall has been withdrawn. ') : words('经查明不构成缺陷，召回已经终止。', 'There proved to be no defect, and the recall has ended. ')
  return (
    <>
      <h1>{s.say(words(`${show('product')}召回：已撤销`, `Recall withdrawn: ${show('product')}`))}</h1>
      <p className="notice">
        <b>{s.say(said)}</b>
        {written(item.values['conclusion'], s)}（{show('ended')}）
      </p>
      <Facts
        s={s}
        rows={[
          [words('生产者', 'Producer'), <Maker key="maker" {...props} />],
          [words('产品类别', 'Product class'), show('productClass')],
          [words('召回方式', 'How'), show('how')],
          [words('原公布日期', 'Was published on'), item.values['published'] ? show('published') : show('orderTold')],
          [words('撤销日期', 'Withdrawn on'), show('ended')],
          [words('依据', 'Under'), <Cited key="basis" to={publishedUnder(props)} s={s} />],
        ]}
      />
      <More {...props} />
      <SealPart sealed={sealed} s={s} />
    </>
  )
}
