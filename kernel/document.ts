// 文書: a document has a template, a number never used twice, signatures, and ways of service that start clocks.
import type { Citation } from './citation.ts'
import type { Paper } from './paper.ts'
import type { InForce } from './parameter.ts'
import type { Standing } from './register.ts'
import type { Words } from './words.ts'

/** Ways of service (送達方式), 市場監督管理行政處罰程序規定 81–82. */
export const waysOfService = ['direct', 'left', 'entrusted', 'post', 'electronic', 'notice'] as const
export type WayOfService = (typeof waysOfService)[number]

export interface DocumentContext {
  readonly record: Standing & Readonly<Record<string, unknown>>
  readonly answers: Readonly<Record<string, unknown>>
  readonly number: string
  readonly day: string
  readonly authority: string
  readonly signatory: string
  readonly language: 'zh' | 'en'
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
  /** Duties that sign, in order; two make the two-person rule. */
  readonly signedBy: readonly string[]
  readonly basis: Citation
}

export const documentForm = (name: string, declared: Omit<DocumentForm, 'noun' | 'name'>): DocumentForm => ({ noun: 'document', name, ...declared })
