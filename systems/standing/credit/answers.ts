// What the credit file answers to systems below it.
import { answer } from '../../../kernel/question.ts'
import { earlierPenalties } from '../../oversight/enforcement/index.ts'

/** Penalties on file that were not withdrawn; repair ends their publication, not that they were imposed. */
export const penaltiesOnFile = answer(earlierPenalties, ({ code }, at) =>
  at.count('credit-entry', { party: code, origin: 'case', state: ['valid', 'objected', 'repairing', 'repaired', 'expired'] }),
)
