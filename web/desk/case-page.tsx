// The case file: what can be done now, clocks, where it came from and what it led to, evidence, the decision with its band, money, papers.
import { citationKey } from '../../kernel/citation.ts'
import { dayOf } from '../../kernel/day.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { ClockShown } from '../../store/records/clocks.ts'
import type { RelatedRecord } from '../../store/records/links-of.ts'
import type { CaseView } from '../data/case-file.ts'
import type { DeskNames } from '../data/desk-names.ts'
import { Cited } from '../site/cited.tsx'
import { Chip, Facts, grouped, valueIn, written } from '../site/published-parts.tsx'
import { RowsTable } from '../site/rows-control.tsx'
import type { Saying } from '../site/saying.ts'
import { StepCards } from '../site/work-parts.tsx'
import { Light, termIn } from './pages.tsx'

type Props = CaseView & {
  readonly names: DeskNames
  readonly s: Saying
  readonly linkages: ReadonlyMap<string, { title: Words; basis: string }>
  readonly registers: ReadonlyMap<string, Words>
}

const inForce = (clock: ClockShown): boolean => clock.state === 'open' || clock.state === 'paused' || clock.state === 'lapsed'

function Clocks({ procedure, clocks, s }: Props) {
  const running = clocks.filter(inForce)
  const titleOf = (name: string) => procedure.deadlines.find((each) => each.name === name)?.title ?? words(name, name)
  if (running.length === 0) return null
  return (
    <>
      <h2>{s.say(words('期限', 'Clocks'))}</h2>
      <ul className="cards">
        {running.map((clock) => (
          <li className="card" key={clock.deadline + clock.run}>
            <span>
              <Light light={clock.light} s={s} /> <b>{s.say(titleOf(clock.deadline))}</b>
            </span>
            <span>
              {s.say(words('最迟', 'Due'))} {clock.due ?? clock.dueAt ?? '—'} · {termIn(clock.term, s)}
              {clock.provisional ? s.say(words('（暂定）', ' (provisional)')) : ''}
            </span>
            <Cited to={clock.rule} s={s} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface RelatedProps extends Pick<Props, 'linkages' | 'registers' | 's'> {
  readonly items: readonly RelatedRecord[]
  readonly title: Words
}

function Related({ items, title, linkages, registers, s }: RelatedProps) {
  if (items.length === 0) return null
  return (
    <>
      <h3>{s.say(title)}</h3>
      <ul>
        {items.map((each) => {
          const linkage = linkages.get(each.linkage)
          const name = each.number ?? each.headline ?? s.say(words('不在您的查阅范围', 'beyond your reach'))
          return (
            <li key={each.linkage + each.entry + (each.record ?? '')}>
              {s.say(registers.get(each.register) ?? words(each.register, each.register))}{' '}
              {each.record ? <a href={s.to(`/desk/${each.register}/${each.record}`)}>{name}</a> : <span className="soft">{name}</span>}
              {' — '}
              {linkage ? s.say(linkage.title) : each.linkage} {linkage && <Cited to={linkage.basis} s={s} />}
              {each.state === 'parked' && (
                <>
                  {' '}
                  <Chip tone="bad">{s.say(words('等人处理', 'waits for somebody'))}</Chip>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Lines({ name, title, none, procedure, record, names, s }: Props & { name: string; title: Words; none: Words | null }) {
  const rows = record[name as keyof typeof record] as unknown
  const lines = Array.isArray(rows) ? rows : []
  if (lines.length === 0 && none === null) return null
  return (
    <>
      <h2>{s.say(title)}</h2>
      {lines.length === 0 ? (
        <p className="soft">{s.say(none!)}</p>
      ) : (
        <RowsTable field={procedure.of.fields[name]!} rows={lines} s={s} show={names.value} />
      )}
    </>
  )
}

const yuan = (value: unknown, s: Saying): string => (value == null ? '—' : `${grouped(value)} ${s.say(words('元', 'yuan'))}`)

const told = ['value', 'gain', 'noticeOn', 'toldFine', 'toldConfiscated', 'toldPenalties', 'defence', 'hearingOn', 'hearing', 'legalReviewed'] as const
const decided = ['circumstance', 'reasons', 'penalties', 'fine', 'confiscated', 'collective', 'degree', 'decided', 'waivedOn', 'spotOn', 'spotFiled', 'served', 'deferralAsked', 'hardship', 'deferredTo', 'courtFrom'] as const
const aboutDecision = [...told, ...decided]

const sources = {
  published: words('本省裁量基准：', 'The province’s own scale: '),
  demonstration: words('本省裁量基准（演示数据，数值虚构）：', 'The province’s own scale (demonstration, its numbers are invented): '),
  none: words('按情节建议（由人决定并说明理由）：', 'Proposed by circumstance; a person decides and says why: '),
} as const

function Decision({ procedure, record, band, parts, scale, s }: Props) {
  const { fields } = procedure.of
  const show = (name: string) => valueIn(fields[name]!, record[name as keyof typeof record], s)
  const rows = aboutDecision
    .filter((name) => record[name as keyof typeof record] != null)
    .map((name) => [fields[name]!.title, fields[name]!.unit === '元' ? yuan(record[name as keyof typeof record], s) : show(name)] as const)
  if (rows.length === 0 && band === null) return null
  return (
    <>
      <h2>{s.say(words('裁量和决定', 'Discretion and decision'))}</h2>
      {band && (
        <p>
          {s.say(words('罚款幅度', 'The article lets the fine be'))} {yuan(band.least, s)} – {yuan(band.most, s)}{' '}
          <Cited to={citationKey(band.basis)} s={s} />
        </p>
      )}
      {parts.length > 0 && (
        <p className="small">
          {s.say(sources[scale ?? 'none'])}
          {parts.map((part) => `${valueIn(fields['circumstance']!, part.circumstance, s)} ${grouped(part.least)}–${grouped(part.most)}`).join(' · ')}
        </p>
      )}
      <Facts s={s} rows={rows} />
    </>
  )
}

function Money({ record, s }: Props) {
  if (record['fine'] == null && record['confiscated'] == null) return null
  return (
    <p>
      {s.say(words('罚款', 'Fine'))} {yuan(record['fine'], s)} · {s.say(words('没收', 'confiscated'))} {yuan(record['confiscated'] ?? '0', s)} ·{' '}
      {s.say(words('加处', 'surcharge'))} {yuan(record['surcharge'] ?? '0', s)} · {s.say(words('已缴', 'paid'))} {yuan(record['paid'] ?? '0', s)}
    </p>
  )
}

function Papers({ history, s }: Props) {
  const papers = history.flatMap((entry) => entry.documents.map((document) => ({ ...document, on: entry.occurred })))
  if (papers.length === 0) return null
  return (
    <>
      <h2>{s.say(words('文书', 'Papers'))}</h2>
      <ul>
        {papers.map(({ id, number, on }) => (
          <li key={id}>
            {number} <span className="soft small">{dayOf(on)}</span> · <a href={`/desk/documents/${id}.pdf`}>PDF</a> ·{' '}
            <a href={`/desk/documents/${id}.docx`}>DOCX</a>
          </li>
        ))}
      </ul>
    </>
  )
}

const standing: Readonly<Record<string, Words>> = { lapse: words('期限届满', 'A term ran out') }

function Course({ procedure, history, s }: Props) {
  const opening = procedure.opens.title ?? procedure.of.title
  const title = (name: string): Words => (name === 'open' ? opening : (procedure.steps[name]?.title ?? standing[name] ?? words(name, name)))
  return (
    <>
      <h2>{s.say(words('经过', 'History'))}</h2>
      <ol className="timeline">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{s.say(title(entry.step))}</b> <span className="soft small">{dayOf(entry.occurred)}</span>{' '}
            {entry.basis && <Cited to={citationKey(entry.basis)} s={s} />}
            {entry.reason && <p className="small">{entry.reason}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

const persons = ['party', 'partyName', 'representative', 'handling', 'firstHandler', 'secondHandler', 'recused']
const aboutCase = ['received', 'source', 'campaign', ...persons, 'place', 'kind', 'breachEnded', 'harmful', 'decideBy', 'productClass', 'protectedSign', 'rightHolder', 'breach', 'punishedBy', 'crimeOutcome']

export function CasePage(props: Props) {
  const { procedure, record, visible, place, possible, causes, consequences, linkages, registers, names, s } = props
  const { fields } = procedure.of
  const rows = aboutCase
    .filter((name) => visible.includes(name) && record[name as keyof typeof record] != null)
    .map((name) => {
      const value = record[name as keyof typeof record] as string
      const field = fields[name]!
      if (name === 'place') return [field.title, written(place, s)] as const
      return [field.title, field.kind === 'citation' ? <Cited key={name} to={value} s={s} /> : names.value(field, value)] as const
    })
  const related = { linkages, registers, s }
  return (
    <>
      <h1>{record.number ?? s.say(procedure.of.title)}</h1>
      <p>
        <Chip tone={procedure.ends.includes(record.state) ? 'plain' : 'fair'}>{s.say(procedure.states[record.state]!)}</Chip>{' '}
        {written(record['partyName'], s)}
      </p>
      <h2>{s.say(words('现在可以办理', 'Possible now'))}</h2>
      <StepCards procedure={procedure} record={record.id} possible={possible.filter((name) => !procedure.steps[name]!.standing)} s={s} />
      <Clocks {...props} />
      <h2>{s.say(words('案情', 'The case'))}</h2>
      <p>{written(record['facts'] ?? record['toldFacts'], s)}</p>
      <Facts s={s} rows={rows} />
      <Related items={causes} title={words('从何而来', 'Where it came from')} {...related} />
      <Related items={consequences} title={words('引起了什么', 'What it led to')} {...related} />
      {visible.includes('evidence') && (
        <Lines {...props} name="evidence" title={words('证据', 'Evidence')} none={words('还没有登记证据。', 'No evidence is entered yet.')} />
      )}
      <Lines {...props} name="holding" title={words('强制措施', 'Holds')} none={null} />
      {record['finding'] != null && (
        <>
          <h2>{s.say(words('调查终结和审核', 'Finding and review'))}</h2>
          <p>{written(record['finding'], s)}</p>
          {record['opinion'] != null && <p>{written(record['opinion'], s)}</p>}
        </>
      )}
      <Decision {...props} />
      <Lines {...props} name="instalments" title={words('分期缴款', 'Parts to be paid')} none={null} />
      <Lines {...props} name="challenges" title={words('复议和诉讼', 'Reconsideration and suit')} none={null} />
      <Lines {...props} name="claims" title={words('当事人申报待核的缴款', 'Payments that the party claims, to be checked')} none={null} />
      <Lines {...props} name="rejected" title={words('核对后查无的申报', 'Claims of which the bank knew nothing')} none={null} />
      <Lines {...props} name="payments" title={words('缴款', 'Payments')} none={null} />
      <Money {...props} />
      <Papers {...props} />
      <Course {...props} />
      <p className="small">
        <a href={s.to(`/desk/case/${record.id}`)}>{s.say(words('全部字段、附件和签章', 'All fields, files and seals'))}</a>
      </p>
    </>
  )
}
