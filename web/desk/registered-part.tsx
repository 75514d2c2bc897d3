// What the register said of permits on the day of a visit or a sheet, on the inspector's card: what does not hold first, said in words.
import type { AnyRecord } from '../../kernel/register.ts'
import { words } from '../../kernel/words.ts'
import { lookedUp, onThatDay, permitStates, registeredLine, type OnThatDay, type Registered } from '../../systems/oversight/supervision/index.ts'
import { valueIn, written } from '../site/published-parts.tsx'
import type { Saying } from '../site/saying.ts'

const texts = {
  said: words('证照台账当日记载', 'What the register said on that day'),
  validTo: words('有效期至', 'valid to'),
  ticked: words('现场填写', 'entered on site'),
} as const

/** Whether it holds, is not known to the register, or does not hold: the colour only repeats the word. */
const tone = (registered: OnThatDay): string => (registered === 'valid' ? 'good' : registered === 'notFound' ? 'fair' : 'bad')
const order = ['bad', 'fair', 'good']

interface Ticked {
  readonly kind: string
  readonly permit: string | null
  readonly found: string
  readonly note: string | null
}

function Line({ line, ticked, s }: { line: Registered; ticked: Ticked | undefined; s: Saying }) {
  const { kind, permit, registered, validTo, issuerName } = line
  // Where the inspector saw another thing than the register says, both stand there, with what was shown.
  const differs = ticked && ticked.found !== registered
  return (
    <li>
      <span className={`chip ${tone(registered)}`}>{s.say(onThatDay[registered])}</span> {s.say(lookedUp[kind])}
      <div className="hash">{permit}</div>
      {(validTo || issuerName) && (
        <div className="small soft">
          {issuerName && written(issuerName, s)}{' '}
          {validTo && (
            <span className="whole">
              {s.say(texts.validTo)} {valueIn(registeredLine.validTo, validTo, s)}
            </span>
          )}
        </div>
      )}
      {differs && (
        <div className="small">
          {s.say(texts.ticked)}
          {s.say(words('：', ': '))}
          {s.say(permitStates[ticked.found as keyof typeof permitStates])}
          {ticked.note && ` · ${written(ticked.note, s)}`}
        </div>
      )}
    </li>
  )
}

export function RegisteredPart({ record, s }: { record: AnyRecord; s: Saying }) {
  const lines = (record['registered'] ?? []) as readonly Registered[]
  if (lines.length === 0) return null
  const ticked = (record['permits'] ?? []) as readonly Ticked[]
  return (
    <section className="registered" aria-label={s.say(texts.said)}>
      <p>
        <b>{s.say(texts.said)}</b>
      </p>
      <ul>
        {lines
          .toSorted((a, b) => order.indexOf(tone(a.registered)) - order.indexOf(tone(b.registered)))
          .map((line) => (
            <Line key={`${line.kind} ${line.permit}`} line={line} ticked={ticked.find((one) => one.kind === line.kind && one.permit === line.permit)} s={s} />
          ))}
      </ul>
    </section>
  )
}
