// The bench of a laboratory: stages with their counts, and orders with what is due and what can be done.
import { daysBetween } from '../../kernel/day.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import { words, type Words } from '../../kernel/words.ts'
import { Cell, Chip, Headings, valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'
import { Stages, StepLinks } from './work-parts.tsx'

/** The way of a sample through the house, in order. */
export const stages: readonly { readonly state: string; readonly title: Words }[] = [
  { state: 'requested', title: words('待受理', 'To accept') },
  { state: 'accepted', title: words('待收样', 'To receive') },
  { state: 'received', title: words('待检测', 'To analyse') },
  { state: 'analysing', title: words('检测中', 'Analysing') },
  { state: 'repeating', title: words('待补测', 'To determine further') },
  { state: 'checking', title: words('待校核', 'To check') },
  { state: 'reviewing', title: words('待审核', 'To review') },
  { state: 'signing', title: words('待签发', 'To sign') },
  { state: 'reported', title: words('已签发', 'Reported') },
  { state: 'rejected', title: words('拒收', 'Rejected') },
  { state: 'refused', title: words('不予受理', 'Refused') },
  { state: 'terminated', title: words('终止', 'Terminated') },
]

interface Waiting {
  readonly order: AnyRecord
  readonly possible: readonly string[]
}

interface BenchProps {
  readonly procedure: Procedure
  readonly orders: readonly Waiting[]
  readonly counts: Readonly<Record<string, number>>
  readonly stage: string | null
  readonly today: string
  readonly person: string
  readonly s: Saying
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** What is due, in words and in colour; nothing is due of an order that has ended. */
export function Due({ order, ended, today, s }: { order: AnyRecord; ended: boolean; today: string; s: Saying }) {
  const day = order['finishBy'] as string | null
  if (ended) return <span className="soft">{day ?? '—'}</span>
  if (!day) return <span className="soft">{s.say(words('未约定', 'not agreed'))}</span>
  const left = daysBetween(today, day)
  const tone = left < 0 ? 'bad' : left <= 3 ? 'fair' : 'good'
  const text = left < 0 ? words(`超期 ${-left} 天`, `${days(-left)} late`) : left === 0 ? words('今天到期', 'due today') : words(`还有 ${left} 天`, `${days(left)} left`)
  return (
    <>
      {day} <Chip tone={tone}>{s.say(text)}</Chip>
    </>
  )
}

/** Steps that move the order on come first; handing over and ending it are found on its page. */
export const aside = new Set(['hand-over', 'terminate', 'send-back', 'refuse', 'reject'])
export const forward = (possible: readonly string[]): readonly string[] => possible.filter((name) => !aside.has(name))

const byDue = (a: Waiting, b: Waiting): number => String(a.order['finishBy'] ?? '9').localeCompare(String(b.order['finishBy'] ?? '9'))

const titles = {
  number: words('委托', 'Order'),
  sample: words('样品', 'Sample'),
  stage: words('环节', 'Stage'),
  due: words('完成期限', 'Due'),
  next: words('您可以办理', 'You can'),
}

export function BenchPage(props: BenchProps) {
  const { procedure, orders, counts, stage, today, person, s } = props
  const none = Object.values(counts).every((count) => count === 0)
  return (
    <>
      <h1>{s.say(words('检测台', 'The bench'))}</h1>
      <p className="soft">{written(person, s)}</p>
      {none ? (
        <p className="notice">
          {s.say(
            words(
              '没有可见的委托：只显示您所代表机构承检的委托，并且需要检测、校核、审核、签字或者样品管理的职责。',
              'No order is yours to see: only those of the laboratory for which you speak are shown, to those who analyse, check, review, sign or keep samples.',
            ),
          )}
        </p>
      ) : (
        <Stages path="/bench" query="stage" stages={stages} counts={counts} chosen={stage} s={s} />
      )}
      {!none && orders.length === 0 && <p className="notice">{s.say(words('这个环节没有委托。', 'No order stands at this stage.'))}</p>}
      {orders.length > 0 && (
        <table className="stacks">
          <Headings titles={Object.values(titles).map(s.say)} />
          <tbody>
            {orders.toSorted(byDue).map(({ order, possible }) => (
              <tr key={order.id}>
                <Cell title={s.say(titles.number)}>
                  <a href={s.to(`/bench/${order.id}`)}>{order.number}</a>
                </Cell>
                <Cell title={s.say(titles.sample)}>
                  {written(order['sampleName'], s)}{' '}
                  <span className="soft small">{valueIn(procedure.of.fields['productClass']!, order['productClass'], s)}</span>
                </Cell>
                <Cell title={s.say(titles.stage)}>{s.say(procedure.states[order.state]!)}</Cell>
                <Cell title={s.say(titles.due)}>
                  <Due order={order} ended={procedure.ends.includes(order.state)} today={today} s={s} />
                </Cell>
                <Cell title={s.say(titles.next)}>
                  {forward(possible).length === 0 ? <span className="soft">—</span> : null}
                  <StepLinks procedure={procedure} record={order.id} possible={forward(possible)} s={s} />
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="small">
        <a href={s.to('/bench/charts')}>{s.say(words('质控图', 'Control charts'))}</a> ·{' '}
        <a href={s.to('/desk/doubted-result')}>{s.say(words('存疑的已签发结果', 'Reported results in doubt'))}</a> ·{' '}
        <a href={s.to('/desk/lab-complaint')}>{s.say(words('投诉', 'Complaints'))}</a> ·{' '}
        <a href={s.to('/desk/corrective-action')}>{s.say(words('纠正措施', 'Corrective actions'))}</a> ·{' '}
        <a href={s.to('/desk/kept-material')}>{s.say(words('留存物', 'What is kept'))}</a> ·{' '}
        <a href={s.to('/desk')}>{s.say(words('全部台账', 'All registers'))}</a> · <a href={s.to('/laboratories')}>{s.say(words('公开的机构页', 'The public pages of laboratories'))}</a> ·{' '}
        <a href={s.to('/proficiency')}>{s.say(words('能力验证', 'Proficiency rounds'))}</a>
      </p>
    </>
  )
}
