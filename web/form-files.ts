// Files of a form on a page: how they are taken, what is said of those that are not, and which ones wait when a form is shown again.
import type { Fields } from '../kernel/field.ts'
import type { Person } from '../kernel/permission.ts'
import { mayBring } from '../server/attachments.ts'
import { attachmentRefusals } from '../store/attachments/refusals.ts'
import { fileLimits, takeFile, waitingOf, type Uploaded } from '../store/attachments/upload.ts'
import type { Engine } from '../store/engine.ts'
import type { Receiving, Visit } from './render.ts'
import type { FormProblem } from './site/form.tsx'

/** Whose form it is, and for what. */
export interface FormOf {
  readonly register: string
  readonly fields: Fields
  readonly person: Person
  /** Key of the form: sending it twice brings the same files. */
  readonly key: string
}

export const receivingFor = (engine: Engine, formOf: (visit: Visit) => Promise<FormOf>): Receiving => ({
  most: () => fileLimits(engine).together,
  async take(visit, file) {
    const { register, fields, person, key } = await formOf(visit)
    if (fields[file.field]?.kind !== 'files') attachmentRefusals.refuse('no-such-field', { name: file.field })
    mayBring(engine, engine.house.procedureOf(register), file.field, person)
    return takeFile(engine, { ...file, register, person, batch: key })
  },
})

export const fileProblems = (visit: Visit): readonly FormProblem[] =>
  visit.refusedFiles.map(({ field, refusal }) => ({ field, text: visit.s.say(refusal.detail), remedy: visit.s.say(refusal.remedy) }))

/** Files that came with the form before and still wait, by hash, so that nobody must choose them again. */
export async function keptFiles(
  engine: Engine,
  person: Person,
  form: URLSearchParams,
  fields: Fields,
): Promise<ReadonlyMap<string, Uploaded>> {
  const hashes = Object.entries(fields).flatMap(([name, field]) => (field.kind === 'files' ? form.getAll(name) : []))
  const waiting = hashes.length > 0 ? await waitingOf(engine, person.id, hashes) : []
  return new Map(waiting.map((file) => [file.hash, file]))
}
