// One test order at the bench: what can be done next, parameters and results, the custody of the sample, the history.
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { DeskNames } from '../data/desk-names.ts'
import type { EntryShown } from '../../store/records/history.ts'
import { aside, Due, forward } from './bench-page.tsx'
import { atClock, Cell, Chip, Facts, grouped, Headings, valueIn, written } from './published-parts.tsx'
import { howCounted } from './report-counting.tsx'
import { unitIn, type Saying } from './saying.ts'
import { StepCards } from './work-parts.tsx'

type Row = Readonly<Record<string, unknown>>

/** A person of the laboratory by name, where an account stands in the record. */
type Called = (account: unknown) => string

const custodyTitles = [
  words('时间', 'At'),
  words('环节', 'Action'),
  words('经手人', 'By'),
  words('交给', 'To'),
  words('地点', 'Place'),
  words('状态', 'Condition'),
]

function Custody({ rows, called, s }: { rows: readonly Row[]; called: Called; s: Saying }) {
  if (rows.length === 0) return <p className="notice">{s.say(words('样品还没有收到，没有流转记录。', 'The sample has not arrived; nothing was handed on yet.'))}</p>
  return (
    <table className="stacks">
      <Headings titles={custodyTitles.map(s.say)} />
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <Cell title={s.say(custodyTitles[0]!)}>{atClock(row['at'])}</Cell>
            {(['action', 'by', 'to', 'place', 'condition'] as const).map((name, index) => (
              <Cell key={name} title={s.say(custodyTitles[index + 1]!)}>
                {name === 'by' || name === 'to' ? called(row[name]) : written(row[name], s)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const plain = (value: unknown): string => String(value).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

const runTitles = [
  words('第几次', 'Run'),
  words('项目', 'Parameter'),
  words('测得', 'Found'),
  words('设备', 'Instrument'),
  words('检测日期', 'Analysed on'),
  words('检测人', 'Analyst'),
  words('缘由', 'Why'),
  words('是否计入', 'Counts'),
]

/** Every determination that was made; one that no longer counts is struck through and stays. */
function Runs({ order, procedure, called, s }: { order: AnyRecord; procedure: Procedure; called: Called; s: Saying }) {
  const runs = (order['runs'] ?? []) as readonly Row[]
  if (runs.length === 0) return null
  const kind = procedure.of.fields['runs']!.columns!['kind']!
  const titles = runTitles.map(s.say)
  return (
    <>
      <h2>{s.say(words('各次测定', 'All determinations'))}</h2>
      <table className="stacks">
        <Headings titles={titles} />
        <tbody>
          {runs.map((run, at) => (
            <tr key={at}>
              <Cell title={titles[0]!}>{String(run['run'])}</Cell>
              <Cell title={titles[1]!}>{written(run['parameter'], s)}</Cell>
              <Cell title={titles[2]!}>
                {run['counts'] === true ? `${plain(run['value'])} ${run['unit']}` : <s>{`${plain(run['value'])} ${run['unit']}`}</s>}
              </Cell>
              <Cell title={titles[3]!}>{String(run['instrument'])}</Cell>
              <Cell title={titles[4]!}>{String(run['on'])}</Cell>
              <Cell title={titles[5]!}>{called(run['by'])}</Cell>
              <Cell title={titles[6]!}>
                {valueIn(kind, run['kind'], s)}
                {run['why'] == null ? '' : `${s.language === 'en' ? ': ' : '：'}${written(run['why'], s)}`}
              </Cell>
              <Cell title={titles[7]!}>
                {run['counts'] === true ? <Chip tone="good">{s.say(words('计入', 'counts'))}</Chip> : <Chip tone="plain">{s.say(words('不计入', 'does not count'))}</Chip>}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Items({ order, procedure, s }: { order: AnyRecord; procedure: Procedure; s: Saying }) {
  const results = (order['results'] ?? []) as readonly Row[]
  const titles = [words('项目', 'Parameter'), words('检测依据', 'Method'), words('限值', 'Limit'), words('结果', 'Result'), words('设备', 'Instrument')].map((title) => s.say(title)) as string[]
  const columns = procedure.of.fields['results']!.columns!
  const comparison = procedure.of.fields['items']!.columns!['comparison']!
  return (
    <table className="stacks">
      <Headings titles={titles} />
      <tbody>
        {((order['items'] ?? []) as readonly Row[]).map((item) => {
          const found = results.find((line) => line['parameter'] === item['parameter'])
          return (
            <tr key={String(item['parameter'])}>
              <Cell title={titles[0]!}>{written(item['parameter'], s)}</Cell>
              <Cell title={titles[1]!}>{String(item['method'])}</Cell>
              <Cell title={titles[2]!}>
                {item['limit'] == null ? '—' : `${valueIn(comparison, item['comparison'], s)} ${plain(item['limit'])} ${item['unit']}`}
              </Cell>
              <Cell title={titles[3]!}>
                {found ? `${plain(found['value'])} ${found['unit']}${found['expanded'] == null ? '' : ` ± ${plain(found['expanded'])}`}` : '—'}
                {found && howCounted(found, columns['counted']!, s) && <span className="soft small"> {howCounted(found, columns['counted']!, s)}</span>}
              </Cell>
              <Cell title={titles[4]!}>{found ? String(found['instrument']) : '—'}</Cell>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface OrderProps {
  readonly procedure: Procedure
  readonly order: AnyRecord
  readonly possible: readonly string[]
  readonly history: readonly EntryShown[]
  readonly names: DeskNames
  readonly today: string
  readonly s: Saying
}

export function OrderPage(props: OrderProps) {
  const { procedure, order, possible, history, names, today, s } = props
  const steps = [...forward(possible), ...possible.filter((name) => aside.has(name))]
  const show = (name: string): string =>
    name === 'fee'
      ? `${grouped(order['fee' as keyof AnyRecord])} ${unitIn('元', s)}`
      : names.value(procedure.of.fields[name]!, order[name as keyof AnyRecord])
  const called: Called = (account) => names.value(procedure.of.fields['analyst']!, account)
  const title = (name: string): Words =>
    name === 'open' ? (procedure.opens.title ?? procedure.of.title) : (procedure.steps[name]?.title ?? words(name, name))
  return (
    <>
      <h1>{s.say(words(`委托 ${order.number ?? ''}`, `Order ${order.number ?? ''}`))}</h1>
      <p>
        <Chip tone={procedure.ends.includes(order.state) ? 'plain' : 'fair'}>{s.say(procedure.states[order.state]!)}</Chip>{' '}
        <Due order={order} ended={procedure.ends.includes(order.state)} today={today} s={s} />
      </p>
      {order['reason'] != null && order.state !== 'reported' && (
        <p className="notice">
          {s.say(words('理由：', 'Reason: '))}
          {show('reason')}
        </p>
      )}
      <h2>{s.say(words('现在可以办理', 'Possible now'))}</h2>
      <StepCards procedure={procedure} record={order.id} possible={steps} s={s} />
      <h2>{s.say(words('项目和结果', 'Parameters and results'))}</h2>
      <Items order={order} procedure={procedure} s={s} />
      <Runs order={order} procedure={procedure} called={called} s={s} />
      <h2>{s.say(words('样品流转', 'Custody of the sample'))}</h2>
      <Custody rows={(order['custody'] ?? []) as readonly Row[]} called={called} s={s} />
      <h2>{s.say(words('委托内容', 'The order'))}</h2>
      <Facts
        s={s}
        rows={(['sampleName', 'sampleNumber', 'sealNumber', 'productClass', 'client', 'sampling', 'quantity', 'rule', 'remainder', 'fee', 'received', 'condition', 'analysed', 'analyst', 'checker', 'reviewer', 'signatory'] as const)
          .filter((name) => order[name as keyof AnyRecord] != null)
          .map((name) => [procedure.of.fields[name]!.title, show(name)] as const)}
      />
      <h2>{s.say(words('经过', 'History'))}</h2>
      <ol className="timeline">
        {history.map((entry) => (
          <li key={entry.id}>
            <b>{s.say(title(entry.step))}</b> <span className="soft small">{atClock(entry.occurred)}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
