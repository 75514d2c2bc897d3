// Pieces that every page of a publication has: a value in the reader's language, the seal with its QR, the ways to the same as data.
import type { ReactNode } from 'react'
import { dayOf } from '../../kernel/day.ts'
import type { Field } from '../../kernel/field.ts'
import { kindOf } from '../../kernel/kinds.ts'
import { words, type Words } from '../../kernel/words.ts'
import { traditional } from '../../server/language.ts'
import type { Sealed } from '../data/published.ts'
import type { Saying } from './saying.ts'

/** A value as the reader writes it; choices are translated, what people wrote is not, but for its script. */
export function valueIn(field: Field, value: unknown, s: Saying): string {
  if (value === null || value === undefined) return '—'
  const text = kindOf(field).show(value, field, s.language === 'en' ? 'en' : 'zh')
  return s.language === 'hant' ? traditional(text) : text
}

/** Text that a person entered: it stays in its language, and in Traditional for those who read that. */
export const written = (value: unknown, s: Saying): string => {
  const text = value === null || value === undefined || value === '' ? '—' : String(value)
  return s.language === 'hant' ? traditional(text) : text
}

/** A number with its thousands apart, as figures on a page are read. */
export const grouped = (value: unknown): string =>
  value === null || value === undefined ? '—' : String(value).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

/** A moment by the clock of Hebei, to the minute. */
export const atClock = (moment: unknown): string =>
  typeof moment === 'string' ? new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : '—'

/** Good, fair and bad, and the four colours of a warning, which are to be seen as what they are called. */
export type Tone = 'good' | 'fair' | 'bad' | 'plain' | 'red' | 'orange' | 'yellow' | 'blue'

export const Chip = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={tone === 'plain' ? 'chip' : `chip ${tone}`}>{children}</span>
)

export function SealPart({ sealed, s }: { sealed: Sealed | null; s: Saying }) {
  if (!sealed)
    return <p className="soft">{s.say(words('签章正在生成，几秒后刷新即可看到。', 'The seal is being made; look again in a few seconds.'))}</p>
  return (
    <div className="sealed">
      <a href={sealed.address} className="qr" aria-label={s.say(words('打开核验页', 'Open the page that checks it'))}>
        <span dangerouslySetInnerHTML={{ __html: sealed.qr.replace('<svg ', '<svg aria-hidden="true" ') }} />
      </a>
      <div>
        <p>
          {s.say(
            words(
              '扫码即可核验：签章、内容和是否仍然有效。核验页可以另存，断网也能用。',
              'Scan to check the signature, the content and whether it still holds. The page that checks can be saved and works without a network.',
            ),
          )}
        </p>
        <p className="small soft">
          {s.say(words(`签章日期 ${dayOf(sealed.issuedOn)}`, `Sealed on ${dayOf(sealed.issuedOn)}`))} ·{' '}
          <a href={sealed.proof}>{s.say(words('完整凭证（JSON）', 'Full proof (JSON)'))}</a> ·{' '}
          <a href={s.to('/verify')}>{s.say(words('核验页', 'Page that checks'))}</a>
        </p>
      </div>
    </div>
  )
}

export const Facts = ({ rows, s }: { rows: readonly (readonly [Words, ReactNode])[]; s: Saying }) => (
  <dl className="facts">
    {rows.map(([title, value]) => (
      <div key={title.en} style={{ display: 'contents' }}>
        <dt>{s.say(title)}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** The heads of a table's columns. */
/** Headings of columns; those of numbers stand to the right, as their numbers do. */
export const Headings = ({ titles, numbers = [] }: { titles: readonly string[]; numbers?: readonly string[] }) => (
  <thead>
    <tr>
      {titles.map((title) => (
        <th key={title} scope="col" className={numbers.includes(title) ? 'number' : undefined}>
          {title}
        </th>
      ))}
    </tr>
  </thead>
)

/** A cell that becomes a line of a card on a phone, with the name of its column before it. */
export const Cell = ({ title, number, children }: { title: string; number?: boolean; children: ReactNode }) => (
  <td data-title={title} className={number ? 'number' : undefined}>
    <div>{children}</div>
  </td>
)
