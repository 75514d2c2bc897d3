// What complaints need from systems above, with the answer that is taken while nobody gives one.
import { question } from '../../../kernel/question.ts'
import { words } from '../../../kernel/words.ts'

/** What a higher system knows of a firm that a mediator should be warned of. */
export const seriousBreach = question<{ code: string }, boolean>('complaints.serious-breach', {
  title: words('该经营者是否在严重违法失信名单', 'Is the trader on the serious-breach list'),
  otherwise: false,
  why: words('无人作答时按未列入处理，不影响受理', 'Taken as not listed while nobody answers; acceptance does not depend on it'),
})
