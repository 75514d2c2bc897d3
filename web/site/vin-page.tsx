// Whether one vehicle is recalled, by its number; a wrong number is said to be wrong, and no answer is taken for safety.
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import type { VinAnswer } from '../data/vin-recalls.ts'
import { valueIn } from './published-parts.tsx'
import type { Saying } from './saying.ts'

interface VinProps {
  readonly publication: Publication
  readonly vin: string
  /** Null where nothing was asked, or the number is none. */
  readonly answer: VinAnswer | null
  readonly s: Saying
}

function Found({ items, publication, s }: { items: readonly Published[]; publication: Publication; s: Saying }) {
  const show = (item: Published, name: string): string => valueIn(publication.of.fields[name]!, item.values[name], s)
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <a href={s.to(`/recalls/${item.id}`)}>{show(item, 'product')}</a> · {show(item, 'producerName')}: {show(item, 'danger')}
        </li>
      ))}
    </ul>
  )
}

function Answer({ publication, answer: { within, perhaps }, s }: VinProps & { answer: VinAnswer }) {
  return (
    <>
      {within.length > 0 ? (
        <div className="errors" role="alert">
          <p>
            <b>{s.say(words('这辆车在下列召回范围内，请尽快联系免费处理：', 'This vehicle is recalled; have it mended free of charge as soon as you can:'))}</b>
          </p>
          <Found items={within} publication={publication} s={s} />
        </div>
      ) : (
        <p className="notice">
          {s.say(
            words(
              '本平台公布的召回没有列出这辆车。这不等于车没有缺陷，其他机关公布的召回也不在这里：发现危险请报告。',
              'No recall published here lists this vehicle. That does not mean that it has no defect, and recalls that others published are not here: please report what is dangerous.',
            ),
          )}{' '}
          <a href={s.to('/defect')}>{s.say(words('报告缺陷', 'Report the defect'))}</a>
        </p>
      )}
      {perhaps.length > 0 && (
        <>
          <p>{s.say(words('下列召回没有写明车辆识别代号，请对照车型：', 'These recalls name no vehicle numbers; compare the model:'))}</p>
          <Found items={perhaps} publication={publication} s={s} />
        </>
      )}
    </>
  )
}

export function VinPage(props: VinProps) {
  const { vin, answer, s } = props
  const wrong = vin !== '' && answer === null
  const told = wrong ? { 'aria-describedby': 'wrong-vin' } : {}
  return (
    <>
      <h1>{s.say(words('查一辆车是否召回', 'Is one vehicle recalled?'))}</h1>
      <form method="get" action={s.to('/vin')} className="chooser" role="search">
        <div className="grow">
          <label htmlFor="vin">{s.say(words('车辆识别代号（17 位，见行驶证）', 'VIN: 17 characters, on the licence'))}</label>
          <input id="vin" name="vin" defaultValue={vin} maxLength={17} autoComplete="off" aria-invalid={wrong} {...told} />
        </div>
        <button type="submit">{s.say(words('查找', 'Search'))}</button>
      </form>
      {wrong && (
        <p id="wrong-vin" className="errors" role="alert">
          {s.say(
            words(
              '这不是有效的车辆识别代号：应为 17 位，不含 I、O、Q，第九位为校验位。请对照行驶证重新输入。',
              'This is no valid VIN: it has 17 characters without I, O and Q, of which the ninth checks the others. Compare with the licence and type it again.',
            ),
          )}
        </p>
      )}
      {answer && <Answer {...props} answer={answer} />}
      <p className="small soft">{s.say(words('代号只用于这一次查找，不保存。', 'The number is used for this search only and is not kept.'))}</p>
      <p className="small">
        <a href={s.to('/recalls')}>{s.say(words('全部召回', 'All recalls'))}</a>
        {answer && (
          <>
            {' '}
            · <a href={`/api/v1/vehicles/${vin}/recalls`}>JSON</a>
          </>
        )}
      </p>
    </>
  )
}
