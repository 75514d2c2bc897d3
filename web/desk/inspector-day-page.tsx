// The inspector's day on a phone: a card for each visit and sample with light, day, article, place and what to take along; then equipment.
import type { Fields } from '../../kernel/field.ts'
import { words, type Words } from '../../kernel/words.ts'
import { dayGroups, type DayGroup, type DayLine, type DayView, type EquipmentLine, type LineDue } from '../data/inspector-day.ts'
import { Cited } from '../site/cited.tsx'
import { Cell, Headings, valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'
import { StepLinks } from '../site/work-parts.tsx'
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx'
import { Light } from './pages.tsx'
import { RegisteredPart } from './registered-part.tsx'

const texts = {
  title: words('我的现场检查', 'My day in the field'),
  none: words('没有等您办理的检查或者抽样。', 'No visit or sample waits for you.'),
  sheet: words('填抽样单', 'Fill the sampling sheet'),
  take: words('随身携带', 'To take along'),
  noDay: words('未定期限', 'No day is set'),
  unannounced: words('不得事先通知被检查单位。', 'The body is not told beforehand.'),
  equipment: words('超期的特种设备', 'Equipment that is overdue'),
  noEquipment: words('您的辖区没有超期的特种设备。', 'No equipment is overdue where you work.'),
} as const

const what: Readonly<Record<string, Words>> = {
  'sample drawn': words('抽样', 'Take a sample'),
  'sample visiting': words('抽样中', 'Sample being taken'),
  'sample sealed': words('送样', 'Hand the sample over'),
  'inspection drawn': words('现场检查', 'Visit'),
  'inspection visiting': words('检查中', 'Visit under way'),
  'inspection correcting': words('复查', 'Look again'),
}

const certificates = words('两名人员的执法证件', 'Certificates of both persons')

/** What a visit needs in hand, by what the record says of it. */
function takenAlong({ procedure, record }: DayLine): readonly Words[] {
  if (procedure.of.name === 'inspection')
    return record.state === 'correcting'
      ? [certificates, words(`改正要求：${record['demand'] ?? '—'}`, `The demand: ${record['demand'] ?? '—'}`)]
      : [certificates, words('检查事项表和证照核对清单', 'List of points and of permits to check')]
  if (record.state === 'sealed')
    return [words(`检验样品（封条 ${record['sealNumber'] ?? '—'}）和抽样单`, `The sample (seal ${record['sealNumber'] ?? '—'}) and its sheet`)]
  const most = record['mostQuantity'] as string | null
  const items = ((record['items'] as readonly { parameter: string }[] | null) ?? []).map(({ parameter }) => parameter).join('、')
  const bought = record['kind'] === 'online'
  return [
    ...(bought
      ? [words('买样账户和取证设备，不得表明身份', 'An account to buy with and a device to capture the page; not saying who you are')]
      : [certificates, words('监督抽查通知书', 'Notice of the spot check')]),
    words('检验样品和备用样品各自的封条', 'A seal each for sample and backup'),
    words(`检验项目：${items || '—'}`, `To be tested: ${items || '—'}`),
    ...(most === null ? [] : [words(`抽样数量上限：${most.replace(/\.?0+$/, '')}`, `Most to be taken: ${most.replace(/\.?0+$/, '')}`)]),
  ]
}

const DueMark = ({ due, s }: { due: LineDue | null; s: Saying }) =>
  due ? (
    <>
      <Light light={due.light} s={s} /> <b className="whole">{due.day}</b> {s.say(due.title)}
      <br />
      <span className="small">
        <Cited to={due.rule} s={s} />
      </span>
    </>
  ) : (
    <span className="soft">{s.say(texts.noDay)}</span>
  )

const also = ['kind', 'productClass', 'correctBy', 'reportedOn', 'correctionReport', 'planNumber', 'inspectors'] as const

function Known({ line, s }: { line: DayLine; s: Saying }) {
  const { record } = line
  const fields: Fields = line.procedure.of.fields
  const address = line.address && written(line.address, s)
  // An address often begins with the county.
  const where = address?.startsWith(s.say(line.place)) ? address : [s.say(line.place), address].filter(Boolean).join(' ')
  return (
    <dl className="facts">
      <dt>{s.say(words('地点', 'Where'))}</dt>
      <dd>{where}</dd>
      {also
        .filter((name) => record[name] != null)
        .map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{s.say(fields[name]!.title)}</dt>
            <dd>{valueIn(fields[name]!, record[name], s)}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What adds nothing to the day stands on the record's own page. */
const aside = new Set(['spoil', 'cancel', 'suspect-breach'])

function LineCard({ line, s }: { line: DayLine; s: Saying }) {
  const { procedure, record, possible } = line
  const register = procedure.of.name
  const sheet = register === 'sample' && possible.some((name) => name === 'visit' || name === 'seal') && record['kind'] !== 'online'
  const steps = possible.filter((name) => !aside.has(name) && !(sheet && (name === 'visit' || name === 'seal')))
  return (
    <li className="card">
      <h3>
        {s.say(what[`${register} ${record.state}`] ?? procedure.of.title)} · <a href={s.to(`/desk/${register}/${record.id}`)}>{written(record['unitName'], s)}</a>
      </h3>
      <p>
        <DueMark due={line.due} s={s} />
      </p>
      <Known line={line} s={s} />
      <RegisteredPart record={record} s={s} />
      <details>
        <summary>{s.say(texts.take)}</summary>
        <ul>
          {takenAlong(line).map((each) => (
            <li key={each.en}>{s.say(each)}</li>
          ))}
        </ul>
      </details>
      <p className="day-steps">
        {sheet && (
          <a className="button" href={s.to(`/desk/inspections/sheet?sample=${record.id}`)}>
            {s.say(texts.sheet)}
          </a>
        )}
        <StepLinks procedure={procedure} record={record.id} possible={steps} s={s} />
      </p>
    </li>
  )
}

const equipmentTitles = {
  due: words('期限', 'Due'),
  name: words('设备', 'Equipment'),
  user: words('使用单位', 'User'),
  site: words('地点', 'Where'),
  next: words('您可以办理', 'You can'),
}

function Equipment({ lines, s }: { lines: readonly EquipmentLine[]; s: Saying }) {
  if (lines.length === 0) return <p className="soft">{s.say(texts.noEquipment)}</p>
  return (
    <table className="stacks">
      <Headings titles={Object.values(equipmentTitles).map(s.say)} />
      <tbody>
        {lines.map(({ procedure, record, place, due, possible }) => (
          <tr key={record.id}>
            <Cell title={s.say(equipmentTitles.due)}>
              <DueMark due={due} s={s} />
            </Cell>
            <Cell title={s.say(equipmentTitles.name)}>
              <a href={s.to(`/desk/equipment/${record.id}`)}>{written(record['name'], s)}</a>
              <br />
              <span className="small soft">{String(record['code'])}</span>
            </Cell>
            <Cell title={s.say(equipmentTitles.user)}>{written(record['userName'], s)}</Cell>
            <Cell title={s.say(equipmentTitles.site)}>{s.say(place)} {written(record['site'], s)}</Cell>
            <Cell title={s.say(equipmentTitles.next)}>
              <StepLinks procedure={procedure} record={record.id} possible={possible.filter((name) => name === 'halt')} s={s} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function InspectorDayPage({ today, lines, equipment, s, ...frame }: DayView & FieldFrameProps) {
  const groups = Object.keys(dayGroups) as DayGroup[]
  return (
    <>
      <h1>{s.say(texts.title)}</h1>
      <p>
        <b>{today}</b> · {s.say(texts.unannounced)}
      </p>
      <FieldFrame {...frame} s={s} />
      {lines.length === 0 && <p className="notice">{s.say(texts.none)}</p>}
      {groups
        .map((group) => ({ group, own: lines.filter((line) => line.group === group) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <section key={group} aria-labelledby={`day-${group}`}>
            <h2 id={`day-${group}`}>
              {s.say(dayGroups[group])} <span className="soft">{own.length}</span>
            </h2>
            <ul className="cards">
              {own.map((line) => (
                <LineCard key={line.record.id} line={line} s={s} />
              ))}
            </ul>
          </section>
        ))}
      <h2>{s.say(texts.equipment)}</h2>
      <Equipment lines={equipment} s={s} />
    </>
  )
}
