// When a reserve of a draw may be called: for a place that came to nothing, and for no other.
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../kernel/procedure.ts'
import { placeIsFree } from './reserves.ts'

const row = (id: string, reserve: boolean) => ({ id, stratum: 'x', place: 1, chance: '0.1', reserve, inspectors: null })
const drawn = { id: 'd', purpose: 'sample', kind: 'shop', result: [row('A', false), row('B', false), row('R1', true), row('R2', true)], called: [{ id: 'R1' }] }
/** The visits of the stratum by their states; none was in vain for want of anybody. */
const visitsWith = (...states: readonly string[]): Reading =>
  ({ count: async (_name: string, where: { state?: readonly string[] }) => states.filter((each) => where.state?.includes(each)).length }) as unknown as Reading
/** The samples of the stratum by their states. */
const with_ = (...states: readonly string[]): Reading =>
  ({ count: async (_name: string, where: { state: readonly string[] }) => states.filter((each) => where.state.includes(each)).length }) as unknown as Reading
const visitCall = (...states: readonly string[]): Promise<boolean> =>
  placeIsFree({ ...drawn, purpose: 'visit', kind: 'visits' } as never, 'x', visitsWith(...states)).then(() => true, () => false)
const mayCall = (...states: readonly string[]): Promise<boolean> =>
  placeIsFree(drawn as never, 'x', with_(...states)).then(() => true, () => false)

describe('a reserve', () => {
  it('was called for A, which refused; it takes no second place while B is still to be visited', async () => {
    expect(await mayCall('obstructed', 'planned')).toBe(false)
  })
  it('is called for B too, whether A contests that it refused or its finding was withdrawn: the reserve called for A stands', async () => {
    expect(await mayCall('obstructed', 'notTaken')).toBe(true)
    expect(await mayCall('contested', 'notTaken')).toBe(true)
    expect(await mayCall('refusalWithdrawn', 'notTaken')).toBe(true)
    for (const state of ['obstructed', 'contested', 'refusalWithdrawn']) expect(await visitCall(state, 'cancelled'), state).toBe(true)
  })
})
