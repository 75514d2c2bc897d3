// What recall asks of systems above it.
import { question } from '../../../kernel/question.ts'
import { words } from '../../../kernel/words.ts'

/** Which lots of a product went where; traceability will know. Nobody answering, the producer's own scope stands. */
export const affectedLots = question<{ product: string; lots: readonly string[] }, readonly string[]>('recall.affected-lots', {
  title: words('受影响的批次', 'Lots that are affected'),
  otherwise: [],
  why: words('无人作答时以生产者申报的范围为准', 'While nobody answers, the scope that the producer names stands'),
})
