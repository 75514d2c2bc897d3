// Imposing no penalty because it was the first breach (行政處罰法 33): only where no earlier penalty is on file.
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { handlingCase } from './handling.ts'

const waive = (leniency: string, earlier: number | null) =>
  (handlingCase.steps['waive']!.check as (c: object) => unknown)({ answers: { leniency, reasons: '…' }, record: { earlier } })

describe('no penalty', () => {
  it('for a first breach is refused to a party that was penalised before, with the number', () => {
    const refused = (() => {
      try {
        return waive('first', 2)
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'enforcement.not-the-first', field: 'leniency' })
    expect((refused as Refusal).detail.en).toContain('holds 2 earlier penalties')
  })
  it('for a first breach is open where none is on file or nobody could say, and on another ground in any case', () => {
    for (const [leniency, earlier] of [['first', 0], ['first', null], ['noFault', 5]] as const) expect(() => waive(leniency, earlier)).not.toThrow()
  })
})
