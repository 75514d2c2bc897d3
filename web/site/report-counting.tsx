// How the results of a report came about: means and medians of repeats, the run that counts and why, what was subcontracted.
import type { Field } from '../../kernel/field.ts'
import type { Publication } from '../../kernel/publication.ts'
import { words } from '../../kernel/words.ts'
import type { Published } from '../../store/publications.ts'
import { valueIn, written } from './published-parts.tsx'
import type { Saying } from './saying.ts'

export type Line = Readonly<Record<string, string | null>>

/** Places that only pad the column of the store say nothing about the measurement. */
export const trimmed = (value: string | null | undefined): string => (value ?? '—').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')

/** `3 determinations: median …; range 0.15, allowed 0.12`; nothing where it was determined once. */
export function howCounted(line: Readonly<Record<string, unknown>>, counted: Field, s: Saying): string | null {
  if (line['counted'] == null || line['counted'] === 'single') return null
  const range = line['allowed'] == null
    ? words(`极差 ${trimmed(line['spread'] as string)}`, `range ${trimmed(line['spread'] as string)}`)
    : words(
        `极差 ${trimmed(line['spread'] as string)}，允许 ${trimmed(line['allowed'] as string)}`,
        `range ${trimmed(line['spread'] as string)}, allowed ${trimmed(line['allowed'] as string)}`,
      )
  const times = words(`${line['determinations']} 次测定`, `${line['determinations']} determinations`)
  return `${s.say(times)}${s.language === 'en' ? ': ' : '：'}${valueIn(counted, line['counted'], s)}${s.language === 'en' ? '; ' : '；'}${s.say(range)}`
}

/** Which run counts and why; who did what was subcontracted; on paper and here alike. */
interface CountingProps {
  readonly publication: Publication
  readonly item: Published
  /** Names of laboratories by their code. */
  readonly names: ReadonlyMap<string, string>
  readonly s: Saying
}

export function Counting({ publication, item, names, s }: CountingProps) {
  const { values } = item
  const fields = publication.of.fields['lines']!.columns!
  const lines = (values['lines'] ?? []) as readonly Line[]
  const means = lines.flatMap((line) => {
    const how = howCounted(line, fields['counted']!, s)
    return how === null ? [] : [`${written(line['parameter'], s)}${s.language === 'en' ? ': ' : '：'}${how}`]
  })
  const earlier = Number(values['earlierRuns'] ?? 0)
  const others = lines.filter((line) => line['subcontractor'] != null)
  if (means.length + earlier + others.length === 0) return null
  return (
    <>
      <h2>{s.say(words('结果怎样得出', 'How the results came about'))}</h2>
      <ul>
        {means.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {earlier > 0 && (
          <li>
            {s.say(
              words(
                `采用第 ${earlier + 1} 次检测的结果，此前 ${earlier} 次留存、不计入。原因：`,
                `Run ${earlier + 1} counts; what was found before is kept and does not count. Why: `,
              ),
            )}
            {written(values['rerunWhy'], s)}
          </li>
        )}
        {others.map((line) => (
          <li key={line['parameter']}>
            {written(line['parameter'], s)}
            {s.say(words('：经委托方同意分包，由', ': subcontracted with the client’s consent to '))}
            <a href={s.to(`/laboratories/${line['subcontractor']}`)}>{written(names.get(line['subcontractor']!) ?? line['subcontractor'], s)}</a>
            {s.say(words('检测', ''))}
          </li>
        ))}
      </ul>
    </>
  )
}
