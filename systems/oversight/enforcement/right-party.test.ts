// A case of the wrong party: the lead for the right one holds what the first case knew of grounds that fell.
import { expect, it } from 'vitest'
import { wrongPartyToLead } from './right-party.ts'
import { handlingCase } from './handling.ts'

it('a report that fell for the one fell for the other too, and is weighed anew for it', () => {
  const then = wrongPartyToLead.then as { with(cause: object): Record<string, unknown> }
  const fallen = [{ report: 'BG1', on: '2026-05-20', why: '更改', weighed: '不影响' }]
  const record = { id: 'c', origin: 'sample', originRecord: 's', source: 'sampling', facts: '…', fallen }
  const given = then.with({ record, answers: { rightParty: null, rightName: '虚构（演示）' }, occurred: '2026-06-01T02:00:00Z' })
  expect(given['fallen']).toEqual([{ ...fallen[0], weighed: null }])
  // What a linkage gives to an opening must be asked by it.
  expect(handlingCase.opens.asks).toEqual(expect.arrayContaining(Object.keys(given)))
})
