// The light of a clock: colour, shape and word together, the due day, what is left, and why a day may still move.
import { Tooltip } from 'antd'
import type { Light } from '../../kernel/clock.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { ClockShown, Left } from './answers.ts'
import { say } from './language.ts'

export const lightTitles: Readonly<Record<Light, Words>> = {
  red: words('已逾期', 'Overdue'),
  yellow: words('即将到期', 'Due soon'),
  green: words('期限内', 'In time'),
  grey: words('暂停', 'Paused'),
  blue: words('已办', 'Done'),
}

/** Shapes that differ without colour. */
const marks: Readonly<Record<Light, string>> = { red: '◆', yellow: '▲', green: '●', grey: '■', blue: '✓' }

export const LightMark = ({ light, bare = false }: { light: Light; bare?: boolean }) => (
  <span className={`light ${light}`}>
    <span aria-hidden>{marks[light]}</span>
    <span className={bare ? 'unseen' : 'word'}>{say(lightTitles[light])}</span>
  </span>
)

const counts: Readonly<Record<Left['unit'], (n: number) => Words>> = {
  workday: (n) => words(`${n} 个工作日`, `${n} working day${n === 1 ? '' : 's'}`),
  day: (n) => words(`${n} 天`, `${n} day${n === 1 ? '' : 's'}`),
  hour: (n) => words(`${n} 小时`, `${n} hour${n === 1 ? '' : 's'}`),
}

/** 还剩 3 个工作日, 今天到期, 逾期 2 天. */
export function leftText(clock: Pick<ClockShown, 'left' | 'state' | 'light'>): string {
  const { left, state } = clock
  if (clock.light === 'blue' || state === 'void' || state === 'met') return ''
  const amount = say(counts[left.unit](Math.abs(left.length)))
  if (state === 'paused') return say(words(`暂停中，恢复后余 ${amount}`, `paused; ${amount} left when it runs on`))
  if (left.length < 0) return say(words(`逾期 ${amount}`, `${amount} over`))
  if (left.length === 0) return say(words('今天到期', 'due today'))
  return say(words(`还剩 ${amount}`, `${amount} left`))
}

const provisional = {
  word: words('暂定', 'provisional'),
  why: words(
    '期限跨入尚未公布放假安排的年份，先按周末推算；国务院办公厅公布后自动重算并留痕。',
    'The term reaches into a year whose holidays are not announced; it is counted by weekends for now and dated anew, with a note in the history, when the notice appears.',
  ),
}

export const Provisional = () => (
  <Tooltip title={say(provisional.why)}>
    <span className="provisional" tabIndex={0} role="note" aria-label={say(provisional.why)}>
      {say(provisional.word)}
    </span>
  </Tooltip>
)

/** A moment on the wall in Hebei, to the minute. */
export const momentText = (instant: string): string =>
  instant.length === 10 ? instant : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export function DueShown({ clock }: { clock: ClockShown }) {
  return (
    <span className="due">
      <LightMark light={clock.light} bare />
      <span className="due-day">{clock.dueAt ? momentText(clock.dueAt) : (clock.due ?? '—')}</span>
      {clock.provisional && <Provisional />}
      <span className={`left ${clock.light}`}>{leftText(clock)}</span>
    </span>
  )
}
