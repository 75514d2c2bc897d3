// One laboratory: whether its mark holds today, what it may test from when to when, and the reports that it has given.
import { citationKey } from '../../kernel/citation.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { lineHolds, markHolds, termsBefore, type YearOfReports } from '../data/laboratories.ts'
import type { Suspension } from '../../systems/basis/testing/index.ts'
import { Cited } from './cited.tsx'
import { PerformanceChip } from './proficiency-pages.tsx'
import { Cell, Chip, Facts, grouped, Headings, valueIn, written } from './published-parts.tsx'
import { RenewedMark } from './renewed-mark.tsx'
import { VerdictChip } from './report-pages.tsx'
import { unitIn, type Saying } from './saying.ts'

interface LaboratoryProps {
  readonly laboratory: Publication
  readonly scope: Publication
  readonly report: Publication
  readonly item: Published
  readonly lines: readonly Published[]
  readonly reports: readonly Published[]
  readonly years: readonly YearOfReports[]
  /** Results in proficiency rounds that it agreed to show under its name. */
  readonly proficiency: readonly Published[]
  readonly states: Readonly<Record<string, Words>>
  readonly reportStates: Readonly<Record<string, Words>>
  readonly today: string
  readonly nameOf: (area: string) => string
  readonly s: Saying
}

const titles = {
  product: words('产品', 'Product'),
  parameter: words('项目', 'Parameter'),
  method: words('检测依据', 'Method'),
  term: words('有效期', 'In force'),
  price: words('单价', 'Price'),
  number: words('报告编号', 'Report'),
  sample: words('样品', 'Sample'),
  issued: words('签发日期', 'Issued'),
  verdict: words('结论', 'Verdict'),
  state: words('状态', 'State'),
  round: words('能力验证', 'Round'),
  score: words('z 或 z′', 'z or z′'),
  performance: words('评价', 'Performance'),
}

const heads = (names: readonly (keyof typeof titles)[], s: Saying) => (
  <Headings titles={names.map((name) => s.say(titles[name]))} />
)

function Scope({ scope, item, lines, today, s }: LaboratoryProps) {
  if (lines.length === 0)
    return <p className="notice">{s.say(words('没有登记能力范围，因此不能出具带资质标志的结果。', 'No scope is entered, so that no result may be given under the mark.'))}</p>
  const sorted = lines.toSorted((a, b) => Number(lineHolds(b, item, today)) - Number(lineHolds(a, item, today)))
  return (
    <table className="stacks">
      {heads(['product', 'parameter', 'method', 'term', 'price'], s)}
      <tbody>
        {sorted.map((line) => (
          <tr key={line.id}>
            <Cell title={s.say(titles.product)}>{valueIn(scope.of.fields['productClass']!, line.values['productClass'], s)}</Cell>
            <Cell title={s.say(titles.parameter)}>
              {written(line.values['parameter'], s)} <span className="soft small">{String(line.values['unit'])}</span>
            </Cell>
            <Cell title={s.say(titles.method)}>
              {written(line.values['method'], s)}
              {line.values['restriction'] != null && <span className="soft small"> {written(line.values['restriction'], s)}</span>}
            </Cell>
            <Cell title={s.say(titles.term)}>
              {String(line.values['from'])} – {String(line.values['to'] ?? item.values['certifiedTo'])}{' '}
              {lineHolds(line, item, today) ? null : <Chip tone="plain">{s.say(words('已终止', 'ended'))}</Chip>}
            </Cell>
            <Cell title={s.say(titles.price)}>{line.values['price'] === null ? '—' : `${grouped(line.values['price'])} ${unitIn('元', s)}`}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reports({ report, reports, reportStates, s }: LaboratoryProps) {
  if (reports.length === 0) return <p className="notice">{s.say(words('还没有签发报告。', 'It has not issued a report yet.'))}</p>
  return (
    <table className="stacks">
      {heads(['number', 'sample', 'issued', 'verdict', 'state'], s)}
      <tbody>
        {reports.slice(0, 20).map((each) => (
          <tr key={each.id}>
            <Cell title={s.say(titles.number)}>
              <a href={s.to(`/reports/${each.id}`)}>{each.number}</a>
            </Cell>
            <Cell title={s.say(titles.sample)}>
              {written(each.values['sampleName'], s)}{' '}
              <span className="soft small">{valueIn(report.of.fields['productClass']!, each.values['productClass'], s)}</span>
            </Cell>
            <Cell title={s.say(titles.issued)}>{String(each.values['issued'])}</Cell>
            <Cell title={s.say(titles.verdict)}>
              <VerdictChip field={report.of.fields['verdict']!} verdict={each.values['verdict']} fell={each.state !== 'issued'} s={s} />
            </Cell>
            <Cell title={s.say(titles.state)}>{s.say(reportStates[each.state]!)}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Proficiency({ proficiency, s }: LaboratoryProps) {
  if (proficiency.length === 0)
    return (
      <p className="soft">
        {s.say(
          words(
            '没有以机构名称公布的能力验证结果。是否公开名称由机构在知道结果之前决定，没有公开不说明结果好坏。',
            'No result in a proficiency round is shown under its name. A laboratory decides on that before it knows the result, so that its absence says neither good nor ill.',
          ),
        )}{' '}
        <a href={s.to('/proficiency')}>{s.say(words('全部轮次', 'All rounds'))}</a>
      </p>
    )
  return (
    <table className="stacks">
      {heads(['round', 'score', 'performance'], s)}
      <tbody>
        {proficiency.map((each) => (
          <tr key={each.id}>
            <Cell title={s.say(titles.round)}>
              <a href={s.to(`/proficiency/${each.values['round']}`)}>{written(each.values['parameter'], s)}</a> <span className="soft small">{each.since}</span>
            </Cell>
            <Cell title={s.say(titles.score)} number>
              {String(each.values['z'])}
            </Cell>
            <Cell title={s.say(titles.performance)}>
              <PerformanceChip performance={each.values['performance']} s={s} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const yearTitles = [
  words('年度', 'Year'),
  words('签发报告', 'Reports'),
  words('符合', 'Conform'),
  words('不符合', 'Do not conform'),
  words('重新检测后签发', 'After a re-run'),
  words('更改', 'Replaced'),
  words('撤回', 'Withdrawn'),
]

/** Its yearly statistics, counted from the reports themselves and sent in by nobody. */
function Years({ years, s }: LaboratoryProps) {
  if (years.length === 0) return null
  const heads = yearTitles.map(s.say) as string[]
  return (
    <>
      <h2>{s.say(words('年度统计', 'Year by year'))}</h2>
      <table className="stacks">
        <Headings titles={heads} />
        <tbody>
          {years.map(({ year, ...counts }) => (
            <tr key={year}>
              <Cell title={heads[0]!}>{year}</Cell>
              {(['reports', 'meets', 'fails', 'rerun', 'replaced', 'withdrawn'] as const).map((name, at) => (
                <Cell key={name} title={heads[at + 1]!}>
                  {grouped(counts[name])}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">{s.say(words('由本平台逐份报告计数，不是机构自报；只报结果或者不能判定的不在符合、不符合之内。', 'Counted by this platform from each report, not sent in by the laboratory; reports that state no verdict are in neither column.'))}</p>
    </>
  )
}

/** The number in force today; one that a renewal brings stands beside it until its term begins. */
function numberNow(values: Published['values'], today: string, s: Saying): string {
  const [number, before, from] = ['cma', 'cmaBefore', 'cmaFrom'].map((name) => values[name] as string | null | undefined)
  return before != null && from != null && today < from ? s.say(words(`${before}（自 ${from} 起为 ${number}）`, `${before} (${number} from ${from})`)) : String(number)
}

const earlierTerms = (terms: ReturnType<typeof termsBefore>): Words =>
  words(
    terms.map(({ cma, from, to }) => `${from} – ${to}（${cma}）`).join('；'),
    terms.map(({ cma, from, to }) => `${from} – ${to} (${cma})`).join('; '),
  )

/** Days on which it could give no result under its mark, whatever day is asked about afterwards. */
const suspendedDays = (days: readonly Suspension[]): Words =>
  words(
    days.map(({ from, to }) => (to === null ? `${from} 起` : `${from} – ${to}`)).join('；'),
    days.map(({ from, to }) => (to === null ? `from ${from}` : `${from} – ${to}`)).join('; '),
  )

type FormerLine = Readonly<{ name: string; address: string | null; until: string }>

/** What it was called before, and until when: reports of those days bear that name. */
const Former = ({ former, s }: { former: readonly FormerLine[]; s: Saying }) =>
  former.toReversed().map(({ name, address, until }) => (
    <span key={until} style={{ display: 'block' }}>
      {written(address === null ? name : `${name} · ${address}`, s)}{' '}
      <span className="soft small">{s.say(words(`至 ${until}`, `until ${until}`))}</span>
    </span>
  ))

export function LaboratoryPage(props: LaboratoryProps) {
  const { laboratory, item, states, today, nameOf, s } = props
  const { values } = item
  const former = (values['former'] ?? []) as readonly FormerLine[]
  const terms = termsBefore(item)
  const holds = markHolds(item, today)
  const suspensions = (values['suspensions'] ?? []) as readonly Suspension[]
  const { renewalNumber: number, renewalOn: on, certifiedTo: to } = values
  const renewal = number == null ? null : <RenewedMark key="renewal" number={number} on={on} to={to} over={String(to) < today} s={s} />
  const standing = holds
    ? words('今天可以出具带资质标志的结果', 'may give results under its mark today')
    : words('今天不得出具带资质标志的结果', 'may not give results under its mark today')
  return (
    <>
      <h1>{written(values['name'], s)}</h1>
      <p>
        <Chip tone={holds ? 'good' : 'bad'}>{s.say(states[item.state]!)}</Chip> {s.say(standing)}
      </p>
      {values['invented'] === true && (
        <p className="soft small">{s.say(words('虚构的演示数据，现实中没有这家机构。', 'Invented for demonstration: no such laboratory exists.'))}</p>
      )}
      <Facts
        s={s}
        rows={[
          [words('统一社会信用代码', 'Credit code'), String(values['code'])],
          [words('资质认定证书编号', 'Number of the mark (CMA)'), numberNow(values, today, s)],
          [words('资质有效期', 'The mark holds'), `${values['certifiedFrom']} – ${values['certifiedTo']}`],
          ...(terms.length === 0 ? [] : [[words('此前的有效期', 'Earlier terms'), s.say(earlierTerms(terms))] as const]),
          ...(renewal == null ? [] : [[words('延续申请', 'Renewal'), renewal] as const]),
          ...(suspensions.length === 0 ? [] : [[words('暂停的期间', 'Suspended'), s.say(suspendedDays(suspensions))] as const]),
          [words('所在地', 'Place'), nameOf(String(values['place']))],
          ...(values['address'] == null ? [] : [[words('地址', 'Address'), written(values['address'], s)] as const]),
          ...(former.length === 0 ? [] : [[words('曾用名称和地址', 'Former name and address'), <Former key="former" former={former} s={s} />] as const]),
          [words('领域', 'Fields'), valueIn(laboratory.of.fields['fields']!, values['fields'], s)],
          [words('公示依据', 'Published under'), <Cited key="basis" to={citationKey(laboratory.basis)} s={s} />],
        ]}
      />
      <h2>{s.say(words('能力范围', 'What it may test'))}</h2>
      <Scope {...props} />
      <h2>{s.say(words('能力验证', 'Proficiency rounds'))}</h2>
      <Proficiency {...props} />
      <Years {...props} />
      <h2>{s.say(words('最近的报告', 'Latest reports'))}</h2>
      <Reports {...props} />
    </>
  )
}
