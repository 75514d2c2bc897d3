// A decision after the party was heard (行政處罰法 45): no heavier than announced, whether it spoke or asked for a hearing.
import { expect, it } from 'vitest'
import { fitToDecide } from './decision.ts'

const decide = (fine: string, heard: object) =>
  fitToDecide({
    record: { value: null, punishedBy: null, toldFine: '20000.00', defence: null, hearing: null, ...heard },
    answers: { fine, circumstance: 'ordinary', reasons: null, penalties: ['fine'], collective: null },
    parameter: () => ({ value: {} }),
  })

it('is not heavier for a hearing than for a defence, and may be as announced', () => {
  for (const heard of [{ defence: '已主动召回' }, { hearing: '事实清楚' }]) {
    expect(() => decide('20000.01', heard)).toThrow(expect.objectContaining({ code: 'enforcement.heavier-for-defence' }))
    expect(() => decide('20000.00', heard)).not.toThrow()
  }
})
