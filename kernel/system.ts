// 系統: a system is one folder of declarations, registered once.
import type { Check } from './check.ts'
import type { DocumentForm } from './document.ts'
import type { Linkage } from './linkage.ts'
import type { Measure } from './measure.ts'
import type { Page } from './page.ts'
import type { Procedure } from './procedure.ts'
import type { Publication } from './publication.ts'
import type { Answer, Question } from './question.ts'
import type { RefusalForm } from './refusal.ts'
import type { Register } from './register.ts'
import type { Scale } from './scale.ts'
import type { Stream } from './stream.ts'
import type { Words } from './words.ts'

export type Group = 'basis' | 'conduct' | 'domains' | 'oversight' | 'standing' | 'steering'

/** The groups in the order of governance, which is the order of imports. */
export const groups: readonly Group[] = ['basis', 'conduct', 'domains', 'oversight', 'standing', 'steering']

/** The pieces as the house holds them; the fine types of the declarations end here. */
export interface System {
  readonly noun: 'system'
  readonly name: string
  readonly group: Group
  readonly title: Words
  /** Chapter of the programme that asks for the system. */
  readonly chapter: string
  readonly registers: readonly Register[]
  readonly procedures: readonly Procedure[]
  readonly documents: readonly DocumentForm[]
  readonly streams: readonly Stream[]
  readonly measures: readonly Measure[]
  readonly scales: readonly Scale[]
  readonly publications: readonly Publication[]
  readonly linkages: readonly Linkage[]
  readonly questions: readonly Question[]
  readonly answers: readonly Answer[]
  readonly checks: readonly Check[]
  readonly pages: readonly Page[]
  readonly refusals: Readonly<Record<string, RefusalForm>>
  /** Duties beyond those of the procedures, with their words. */
  readonly duties: Readonly<Record<string, Words>>
}

interface Declared {
  readonly group: Group
  readonly title: Words
  readonly chapter: string
  readonly registers?: readonly object[]
  readonly procedures?: readonly object[]
  readonly documents?: readonly DocumentForm[]
  readonly streams?: readonly object[]
  readonly measures?: readonly Measure[]
  readonly scales?: readonly Scale[]
  readonly publications?: readonly Publication[]
  readonly linkages?: readonly Linkage[]
  readonly questions?: readonly object[]
  readonly answers?: readonly object[]
  readonly checks?: readonly Check[]
  readonly pages?: readonly Page[]
  readonly refusals?: { readonly forms: Readonly<Record<string, RefusalForm>> }
  readonly duties?: Readonly<Record<string, Words>>
}

const empty = {
  registers: [], procedures: [], documents: [], streams: [], measures: [], scales: [], publications: [],
  linkages: [], questions: [], answers: [], checks: [], pages: [], duties: {},
}

export function system(name: string, declared: Declared): System {
  return { noun: 'system', name, ...empty, ...declared, refusals: declared.refusals?.forms ?? {} } as System
}

/** All systems together, by name. */
export interface House {
  readonly systems: readonly System[]
  readonly registers: ReadonlyMap<string, Register>
  readonly procedures: ReadonlyMap<string, Procedure>
  readonly streams: ReadonlyMap<string, Stream>
  readonly measures: ReadonlyMap<string, Measure>
  readonly scales: ReadonlyMap<string, Scale>
  readonly publications: ReadonlyMap<string, Publication>
  readonly documents: ReadonlyMap<string, DocumentForm>
  readonly linkages: readonly Linkage[]
  readonly questions: ReadonlyMap<string, Question>
  readonly answers: ReadonlyMap<string, Answer>
  readonly checks: readonly Check[]
  /** The system that declares a register. */
  systemOf(register: string): System
  procedureOf(register: string): Procedure
  /** `complaints.clerk` for the duty `clerk` of the register `complaint`. */
  duty(register: string, duty: string): string
}
