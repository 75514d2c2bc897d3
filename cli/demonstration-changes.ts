// The demonstration's changes of marks: one laboratory that was renamed and moved, one change that waits for its day, one to be decided.
import { addDays, dayOf } from '../kernel/day.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { codeOf } from './demonstration-laboratories.ts'
import { invented, Story, type Row } from './demonstration-story.ts'

const clerk = invented('accreditor.clerk', 'hebei-market')
const head = invented('accreditor.head', 'hebei-market')

interface Told {
  readonly at: number
  readonly ago: number
  readonly asked: Row
  /** Days after the application on which it is decided, and from which it is in force; absent: not decided yet. */
  readonly decided?: readonly [number, number]
}

/** Names and addresses are invented. */
const told: readonly Told[] = [
  { at: 4, ago: 60, asked: { kinds: ['name', 'premises'], newName: '样川纺织品检验研究院（虚构）', newAddress: '演示路 18 号' }, decided: [9, 14] },
  { at: 7, ago: 12, asked: { kinds: ['premises'], newAddress: '演示园区 3 号楼' }, decided: [8, 20] },
  { at: 0, ago: 4, asked: { kinds: ['signatories'], signatories: [{ badge: 'JC-02', move: 'add' }] } },
]

export async function addMarkChanges({ engine }: Pick<Zhiheng, 'engine'>): Promise<void> {
  const today = dayOf(engine.now())
  for (const { at, ago, asked, decided } of told) {
    const from = addDays(today, -ago)
    const story = new Story(engine, { register: 'mark-change', name: String(at), from, today })
    const lab = invented(`lab${at}.manager`, null, [codeOf(at)])
    await story.take('open', 0, lab, { received: from, laboratory: codeOf(at), ...asked })
    await story.take('accept', 2, clerk, { technical: false })
    if (!decided) continue
    const [day, inForce] = decided
    await story.take('approve', day, head, { from: addDays(from, inForce) })
    if (inForce <= ago) await story.take('enter', inForce, clerk)
  }
}
