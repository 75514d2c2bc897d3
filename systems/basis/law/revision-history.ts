// The history that stands under a statute's title: when it was adopted, promulgated, amended, and from when it is in force.
import { type Day, isDay } from '../../../kernel/day.ts'

export type RevisionEvent = 'adopted' | 'promulgated' | 'amended' | 'revised' | 'in-force' | 'other'

export interface Revision {
  readonly day: Day
  readonly event: RevisionEvent
  /** The line as printed, without the date. */
  readonly wording: string
  /** 国务院令第440号: the order by which it was promulgated or revised. */
  readonly order?: string
}

const date = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g

export function dayOfParts(year: string, month: string, dayOfMonth: string): Day | null {
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/** The name of an amending decision holds 修改 itself, so names are taken out before the verb is looked for. */
function eventOf(wording: string): RevisionEvent {
  const verb = wording.replaceAll(/《[^》]*》/g, '')
  if (/修订/.test(verb)) return 'revised'
  if (/修正|修改/.test(verb)) return 'amended'
  if (/施行|生效/.test(verb)) return 'in-force'
  if (/公布|发布|颁布/.test(verb)) return 'promulgated'
  if (/通过|批准/.test(verb)) return 'adopted'
  return 'other'
}

/** Entries begin with a date; an entry may run over several lines, and two may have been printed on one. */
export function revisions(head: string): readonly Revision[] {
  const joined = head.replaceAll(/\s*\n\s*/g, ' ')
  const starts = [...joined.matchAll(date)]
  return starts.flatMap((start, at) => {
    const day = dayOfParts(start[1]!, start[2]!, start[3]!)
    if (day === null) return []
    const end = starts[at + 1]?.index ?? joined.length
    const line = joined.slice(start.index + start[0].length, end).trim()
    const wording = line.replace(/\s*(根据|自)$/, '').replace(/^[起，,\s]+/, '').replace(/[）)\s]+$/, '')
    const order = /令\s*第?\s*[\d一二三四五六七八九十百]+\s*号/.exec(wording)
    const issuer = order ? wording.slice(0, order.index + order[0].length).replace(/^中华人民共和国/, '').trim() : undefined
    return [{ day, event: eventOf(wording), wording, ...(issuer === undefined ? {} : { order: issuer }) }]
  })
}
