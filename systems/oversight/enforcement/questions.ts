// What enforcement asks of systems above it.
import { question } from '../../../kernel/question.ts'
import { words } from '../../../kernel/words.ts'

/** Earlier penalties of a party, which bear on how heavy the next one is; credit knows those that came to its file. */
export const earlierPenalties = question<{ code: string }, number | null>('enforcement.earlier-penalties', {
  title: words('当事人以往受到的处罚', 'Earlier penalties of the party'),
  otherwise: null,
  why: words('无人作答时由承办人自行查询', 'While nobody answers, the handler must look'),
})
