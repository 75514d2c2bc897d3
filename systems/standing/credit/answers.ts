// What the credit file answers to systems below it.
import { answer } from '../../../kernel/question.ts'
import { seriousBreach } from '../../oversight/complaints/index.ts'
import { earlierPenalties } from '../../oversight/enforcement/index.ts'
import { creditClass } from '../../oversight/supervision/index.ts'
import { standing } from './entry.ts'

/** Penalties on file that were not withdrawn; repair ends their publication, not that they were imposed. */
export const penaltiesOnFile = answer(earlierPenalties, ({ code }, at) =>
  at.count('credit-entry', { party: code, origin: 'case', state: [...standing, 'repaired', 'expired'] }),
)

/** The class on the day on which a frame is frozen, for the weights of the draw. */
export const classOfBodies = answer(creditClass, async ({ codes }, at) =>
  Object.fromEntries((await at.grades('credit.class', codes)).map(({ subject, grade }) => [subject, grade])),
)

/** Whether the body stands on the list now. */
export const onTheList = answer(
  seriousBreach,
  async ({ code }, at) => (await at.count('serious-listing', { party: code, state: ['published', 'repairAsked', 'repairing'] })) > 0,
)

export const creditAnswers = [penaltiesOnFile, classOfBodies, onTheList]
