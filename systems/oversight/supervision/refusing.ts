// How a no of supervision is written: status and article first, then what is wrong, why it matters, what to do now.
import type { Citation } from '../../../kernel/citation.ts'
import type { RefusalForm } from '../../../kernel/refusal.ts'

export const no =
  (status: RefusalForm['status'], basis: Citation) =>
  <const D extends RefusalForm['detail'], const R extends RefusalForm['remedy']>(title: RefusalForm['title'], detail: D, remedy: R) =>
    ({ status, basis, title, detail, remedy }) as const
