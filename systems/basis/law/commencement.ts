// The day from which a statute's own closing article says that it is in force.
import type { Day } from '../../../kernel/day.ts'
import { dayOfParts } from './revision-history.ts'
import { articleText, type Statute } from './statute-text.ts'

const fromDate = /自\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起\s*(?:施行|生效|实施)/
const fromPromulgation = /自(?:发布|公布|颁布)之日起(?:施行|生效|实施)/

/** An amended text keeps the closing article of the first text: the day is that of the statute, not of its last amendment. */
export function commencement(statute: Statute): Day | null {
  for (const article of statute.articles.toReversed()) {
    const wording = articleText(article)
    const dated = fromDate.exec(wording)
    if (dated) return dayOfParts(dated[1]!, dated[2]!, dated[3]!)
    if (fromPromulgation.test(wording)) return statute.history.find((revision) => revision.event === 'promulgated')?.day ?? null
  }
  return statute.history.find((revision) => revision.event === 'in-force')?.day ?? null
}
