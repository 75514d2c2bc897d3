// 文書: a document has a template, a number never used twice, signatures, and ways of service that start clocks.
import type { Citation } from './citation.ts'
import { dueOf } from './clock.ts'
import type { Day } from './day.ts'
import { kernelRefusals } from './house-refusals.ts'
import type { Paper } from './paper.ts'
import type { InForce, Term } from './parameter.ts'
import type { Standing } from './register.ts'
import { words, type Words } from './words.ts'
import type { WorkCalendar } from './workdays.ts'

/** Ways of service (送達方式), 市場監督管理行政處罰程序規定 81–82. */
export const waysOfService = {
  direct: words('直接送达', 'By hand'),
  left: words('留置送达', 'Left behind'),
  entrusted: words('委托送达', 'By another authority'),
  post: words('邮寄送达', 'By post'),
  electronic: words('电子送达', 'Electronically'),
  notice: words('公告送达', 'By public notice'),
} as const
export type WayOfService = keyof typeof waysOfService

export interface DocumentContext {
  readonly record: Standing & Readonly<Record<string, unknown>>
  readonly answers: Readonly<Record<string, unknown>>
  readonly number: string
  readonly day: string
  readonly authority: string
  readonly signatory: string
  readonly language: 'zh' | 'en'
  /** The article that the document rests on, as it stood on the day. */
  readonly basis: Citation
  parameter(name: string): InForce
  /** A field's value as a person reads it. */
  show(field: string): string
}

export interface DocumentForm {
  readonly noun: 'document'
  readonly name: string
  readonly title: Words
  /** `{authority}市监投诉受〔{year}〕{seq}号`: one series per authority, form and year; a void number is kept with its reason. */
  readonly number: string
  readonly template: (c: DocumentContext) => Paper
  readonly ways: readonly WayOfService[]
  /** Duties that sign, each once; it is signed when all have. */
  readonly signedBy: readonly string[]
  /** Duties that serve it; absent: those that sign it. */
  readonly servedBy?: readonly string[]
  /** Duties that may read it, those whom it is served on among them; absent: every duty that may read its record. */
  readonly readBy?: readonly string[]
  /** Of several of a record only the last counts: those before are served no more, and the clocks that they started count for nothing. */
  readonly supersedes?: true
  readonly basis: Citation
}

export const documentForm = (name: string, declared: Omit<DocumentForm, 'noun' | 'name'>): DocumentForm => ({ noun: 'document', name, ...declared })

/** An issued document as the store found it. */
export interface FoundDocument {
  readonly id: string
  readonly form: string
  readonly number: string
  readonly issued: Day
  readonly isVoid: boolean
  readonly signedBy: readonly string[]
  readonly served: Day | null
  /** Number of the last one of its form that was issued after it and stands: a void one takes no place. */
  readonly later: string | null
}

/** What a signature, a service or a voiding does to a document. */
export type PaperChange = { readonly id: string; readonly form: string } & (
  | { readonly does: 'sign'; readonly duty: string; readonly complete: boolean }
  | { readonly does: 'void' }
  | { readonly does: 'serve'; readonly way: WayOfService; readonly outcome: 'sent' | 'served' | 'failed'; readonly served: Day | null }
)

export interface PaperAct {
  readonly does: PaperChange['does']
  readonly form: DocumentForm
  readonly found: FoundDocument
  readonly answers: Readonly<Record<string, unknown>>
  /** Short name of the duty that acts. */
  readonly duty: string
  readonly today: Day
  readonly calendar: WorkCalendar
  /** Term after which a public notice has served; null where none is in force. */
  readonly announcement: Term | null
}

/** The effect of an act on a document, or a refusal: a void paper is past everything, each duty signs once, service follows its form. */
export function paperChange(act: PaperAct): PaperChange {
  const { does, form, found, answers, duty } = act
  const of = { id: found.id, form: form.name }
  if (found.isVoid) return kernelRefusals.refuse('document-void', { number: found.number, field: 'document' })
  if (does === 'void') return { ...of, does }
  if (form.supersedes && found.later !== null)
    return kernelRefusals.refuse('document-superseded', { number: found.number, later: found.later, field: 'document' })
  if (does === 'serve') return { ...of, ...serviceOf(act) }
  if (!form.signedBy.includes(duty) || found.signedBy.includes(duty))
    return kernelRefusals.refuse('not-to-sign', { number: found.number, field: 'document' })
  return { ...of, does, duty, complete: form.signedBy.every((each) => each === duty || found.signedBy.includes(each)) }
}

function serviceOf({ form, found, answers, today, calendar, announcement }: PaperAct) {
  const way = answers['way'] as WayOfService
  const outcome = answers['outcome'] as 'sent' | 'served' | 'failed'
  const on = (answers['on'] as Day | null) ?? today
  const number = found.number
  if (found.served !== null && found.served <= today) kernelRefusals.refuse('served-already', { number, served: found.served, field: 'document' })
  if (!form.ways.includes(way)) kernelRefusals.refuse('no-such-way', { way: waysOfService[way].zh, number, field: 'way' })
  if (way === 'electronic' && !answers['consent']) kernelRefusals.refuse('no-consent-to-electronic', { number, field: 'consent' })
  if (way === 'left' && outcome === 'served' && !answers['refusal']) kernelRefusals.refuse('left-without-record', { number, field: 'refusal' })
  if (on < found.issued) kernelRefusals.refuse('served-before-issued', { number, issued: found.issued, field: 'on' })
  const noticed = way === 'notice' && outcome === 'sent' && announcement !== null
  const end = noticed ? dueOf({ term: announcement, starts: on, pauses: [], extensions: [], calendar, moves: false }).due : null
  return { does: 'serve' as const, way, outcome: noticed ? ('served' as const) : outcome, served: outcome === 'served' ? on : end }
}
