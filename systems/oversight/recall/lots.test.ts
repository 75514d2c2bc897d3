// The scope of a recall plan against the lots that are known to be affected: none may be left out.
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Reading } from '../../../kernel/procedure.ts'
import { everyLot } from './plan.ts'

const knowing = (lots: readonly string[]) => ({ ask: async () => lots }) as unknown as Reading
const scope = (...lots: (string | null)[]) => lots.map((lot) => ({ lot }))

describe('a plan that is filed', () => {
  it('is refused when it leaves out a lot that traceability knows, which it names', async () => {
    const refused = await everyLot('灯具', scope('A1'), knowing(['A1', 'A2', 'A3'])).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'recall.lots-missing', field: 'scope', status: 422 })
    expect((refused as Refusal).detail.en).toContain('A2、A3')
  })
  it('is taken when it names them all and more, when a line covers the whole model, and while nobody knows', async () => {
    for (const [named, known] of [[scope('A1', 'A2', 'B'), ['A1', 'A2']], [scope('A1', null), ['A2']], [scope('A1'), []]] as const)
      await expect(everyLot('灯具', named, knowing(known))).resolves.toBeUndefined()
  })
})
