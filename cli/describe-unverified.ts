// The list to verify before go-live: values, wordings and readings of the law that nobody has checked against the official text.
import { citationKey } from '../kernel/citation.ts'
import type { House } from '../kernel/system.ts'
import type { Parameters } from '../kernel/parameter.ts'
import type { Words } from '../kernel/words.ts'
import { usesOf, type Act, type Library, type Resolution, type Use } from '../systems/basis/law/index.ts'
import { both, printed, table } from './markdown.ts'

/** A choice that the house made where the law leaves one. */
export interface LegalReading {
  readonly title: Words
  readonly basis: { readonly act: string; readonly article?: string }
  readonly chosen: Words
  readonly otherwise: Words
  /** Decision record that gives the reasons. */
  readonly decision?: string
}

const marks = 'W: only an excerpt was read. U: unverified. D: our own design, not law.'

const values = (parameters: Parameters): string =>
  table(
    ['parameter', 'title', 'value', 'in force', 'article', 'mark', 'note'],
    parameters
      .verifyBeforeGoLive()
      .map(({ name, title, version }) => [
        `\`${name}\``,
        both(title),
        JSON.stringify(version.value).slice(0, 90),
        `${version.from}${version.to ? ` – ${version.to}` : ' –'}`,
        citationKey(version.basis),
        version.mark,
        version.note?.en ?? '',
      ]),
  )

/** How far an article is known in the wording in force: nothing to say where its text was read. */
function known(found: Resolution): string | null {
  if (found.state === 'text' || found.state === 'act') return null
  if (found.state === 'paraphrase') return found.paraphrase.mark === 'V' ? null : found.paraphrase.mark
  if (found.state === 'not-loaded') return found.other ? `wording of ${found.other.version.id}` : '—'
  return found.state
}

function wordingOf(act: Act, uses: readonly Use[], library: Library): readonly string[] | null {
  const version = library.versionOn(act)
  if (!version || version.text !== null) return null
  const cited = [...new Set(uses.flatMap(({ citation }) => (citation.article === undefined ? [] : [citation.article])))]
  const articles = cited.flatMap((article) => {
    const how = known(library.resolve({ act: act.id, article }, version.from))
    return how === null ? [] : [`${article} (${how})`]
  })
  const since = version.from ? `${version.id}, in force from ${version.from} (${version.fromMark ?? version.mark})` : `${version.id}, day in force unknown`
  if (version.mark === 'V' && articles.length === 0) return null
  return [`\`${act.id}\``, both(act.title), since, version.mark, articles.join('; '), String(uses.length)]
}

function wordings(house: House, parameters: Parameters, library: Library): string {
  const byAct = new Map<string, Use[]>()
  for (const use of usesOf(house.systems, parameters.all)) byAct.set(use.citation.act, [...(byAct.get(use.citation.act) ?? []), use])
  const rows = [...byAct].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, uses]) => {
    const act = library.act(id)
    const line = act ? wordingOf(act, uses, library) : null
    return line ? [line] : []
  })
  return table(['act', 'title', 'wording in force', 'mark', 'articles that the house rests on and how they are known', 'uses'], rows)
}

const readings = (chosen: readonly LegalReading[]): string =>
  table(
    ['question', 'article', 'what the house does', 'the other reading', 'reasons'],
    chosen.map((each) => [both(each.title), citationKey(each.basis), both(each.chosen), both(each.otherwise), each.decision ? `[${each.decision}](../decisions/${each.decision}.md)` : '']),
  )

export const unverified = (house: House, parameters: Parameters, library: Library, chosen: readonly LegalReading[]): string =>
  [
    '# 上線前核實 Verify before go-live',
    `${printed.trim()}`,
    marks,
    '## 參數 Values',
    values(parameters),
    '## 條文 Wordings',
    'Acts that something rests on and whose wording in force was not read as a whole. Beside an article: the mark of our own sentence about it, an earlier wording that was read, or — where nothing is known but its number.',
    wordings(house, parameters, library),
    '## 法律選擇 Readings',
    'Questions that the law leaves open, or that were answered without its text. A jurist confirms or changes each.',
    readings(chosen),
    '',
  ].join('\n\n').trimEnd() + '\n'
