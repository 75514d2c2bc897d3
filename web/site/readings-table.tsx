// Who read a person's data, shown to that person: when, which office under which duty, and which of the data.
import { dayOf } from '../../kernel/day.ts'
import { words } from '../../kernel/words.ts'
import type { ReadingTold } from '../../store/records/readings-told.ts'
import type { Saying } from './saying.ts'

export type { ReadingTold }

const title = words('谁看过您的个人信息', 'Who has read your personal data')

export function ReadingsTable({ readings, s }: { readonly readings: readonly ReadingTold[]; readonly s: Saying }) {
  const between = s.language === 'en' ? ', ' : '、'
  return (
    <>
      <h2>{s.say(title)}</h2>
      {readings.length === 0 ? (
        <p>{s.say(words('还没有人看过。', 'Nobody has.'))}</p>
      ) : (
        <div className="scroll" tabIndex={0}>
          <table>
            <caption>
              {s.say(words('依据', 'Under'))} <a href={s.to('/law/personal-information-protection-law/44')}>personal-information-protection-law/44</a>
            </caption>
            <thead>
              <tr>
                <th>{s.say(words('日期', 'Day'))}</th>
                <th>{s.say(words('单位', 'Office'))}</th>
                <th>{s.say(words('职责', 'Duty'))}</th>
                <th>{s.say(words('事项', 'Matter'))}</th>
                <th>{s.say(words('看过的内容', 'What was read'))}</th>
              </tr>
            </thead>
            <tbody>
              {readings.map((reading, at) => (
                <tr key={at}>
                  <td>{dayOf(reading.at)}</td>
                  <td>{reading.office ? s.say(reading.office) : '—'}</td>
                  <td>{reading.duty ? s.say(reading.duty) : '—'}</td>
                  <td>
                    {s.say(reading.register)} {reading.number}
                  </td>
                  <td>{reading.fields.map((field) => s.say(field)).join(between)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
