// A decision after the party was heard (行政處罰法 45): no heavier than announced, whether it spoke or asked for a hearing.
import { expect, it } from 'vitest'
import { elsewhere, fitToDecide, transferFirst } from './decision.ts'

const decide = (fine: string, heard: object, confiscated: string | null = null) =>
  fitToDecide({
    record: { value: null, punishedBy: null, toldFine: '20000.00', defence: null, hearing: null, toldPenalties: null, toldConfiscated: '500.00', legalReviewed: '2026-06-22', ...heard },
    answers: { fine, circumstance: 'ordinary', reasons: null, penalties: confiscated ? ['fine', 'gain'] : ['fine'], confiscated, collective: null },
    parameter: () => ({ value: {} }),
  })

it('is not heavier for a hearing than for a defence, and may be as announced', () => {
  for (const heard of [{ defence: '已主动召回' }, { hearing: '事实清楚' }]) {
    expect(() => decide('20000.01', heard)).toThrow(expect.objectContaining({ code: 'enforcement.heavier-for-defence' }))
    expect(() => decide('20000.00', heard)).not.toThrow()
    expect(() => decide('20000.00', heard, '500.01')).toThrow(expect.objectContaining({ code: 'enforcement.heavier-for-defence' }))
    expect(() => decide('20000.00', heard, '500.00')).not.toThrow()
  }
})

const c = (fine: string | null) => ({ record: { id: 'x', crime: true }, answers: { fine } })

it('waits for every suspicion, not for the last that was entered (移送規定 11)', async () => {
  const at = (...stand: string[]) => ({ list: async () => stand.map((state, n) => ({ state, number: `YS${n}` })) }) as never
  for (const unsent of ['suspected', 'reported', 'approved'])
    await expect(transferFirst(c(null), at('notApproved', unsent))).rejects.toMatchObject({ code: 'enforcement.transfer-first', values: expect.objectContaining({ number: 'YS1' }) })
  await expect(transferFirst(c(null), at())).rejects.toMatchObject({ code: 'enforcement.transfer-first' })
  await expect(transferFirst(c(null), at('notApproved', 'sent'))).resolves.toBeUndefined()
})

it('imposes no fine where the court fined for it, and other penalties all the same (行政處罰法 35)', async () => {
  const at = (courtFine: string | null) => ({ list: async () => [{ state: 'notApproved', number: 'YS2' }, { state: 'judged', number: 'YS1', courtFine }] }) as never
  await expect(transferFirst(c('1.00'), at('50000.00'))).rejects.toMatchObject({ code: 'enforcement.fined-by-court' })
  await expect(transferFirst(c(null), at('50000.00'))).resolves.toBeUndefined()
  await expect(transferFirst(c('1.00'), at(null))).resolves.toBeUndefined()
})

it('knows by its credit code which province registered a party', () => {
  const public_ = { place: '130102', decided: '2026-06-22', degree: 'ordinary', penalties: ['fine'], spotOn: null }
  expect(elsewhere({ ...public_, party: '91110102MAX000001A' })).toBe(true)
  expect(elsewhere({ ...public_, party: '91130102MAX000001J' })).toBe(false)
  expect(elsewhere({ ...public_, party: null })).toBe(false)
  // What is not published is not sent either (公示規定 2, 10).
  for (const not of [{ spotOn: '2026-06-22' }, { penalties: ['warning'] }, { degree: 'minor' }])
    expect(elsewhere({ ...public_, party: '91110102MAX000001A', ...not })).toBe(false)
})
