// The double-random draw over a million enterprises: commitment and draw in portable arithmetic, against the bare HMACs in OpenSSL.
import { createHash, createHmac } from 'node:crypto'
import { commit, draw, type DrawPlan, type FrameUnit, type Inspector } from '../systems/oversight/supervision/draw.ts'
import { compare, once, report } from './harness.ts'

const units = 1_000_000
const plan: DrawPlan = {
  algorithm: 'zhiheng-draw/1',
  take: { A: 3000, B: 9000, C: 6000, D: 2000 },
  reserve: 200,
  inspectorsEach: 2,
  visitsAtMost: 60,
  seeds: [{ source: 'bench', at: '2026-11-26T13:30:00Z' }],
  waitHours: 24,
}
// Invented numbers in no order, four classes, weights as a plan would give them.
const frame: readonly FrameUnit[] = Array.from({ length: units }, (_, n) => ({
  id: `91130000MA${String((n * 7919) % 10_000_019).padStart(8, '0')}`,
  stratum: 'ABCD'[n % 4]!,
  weight: ['1', '1.5', '2', '4'][(n >> 2) % 4]!,
}))
const inspectors: readonly Inspector[] = Array.from({ length: 2000 }, (_, n) => ({
  id: `inspector-${n}`, avoids: [frame[(n * 499) % units]!.id, frame[(n * 977) % units]!.id],
}))
const opening = { frame, inspectors, secret: '5a'.repeat(32), seed: 'bench' }
const commitment = commit(plan, opening)

/** The least that any such draw must do: one HMAC for every unit, and the order of the results. */
function bare(): number {
  const ranking = Float64Array.from(frame, ({ id }) => createHmac('sha256', opening.secret).update(id).digest().readDoubleLE(0))
  return ranking.sort()[20_000]!
}

/** The least for a commitment: a hash for every leaf, and one for every two. */
function leaves(): string {
  let level = frame.map(({ id, weight }) => createHash('sha256').update(`${id}${weight}`).digest())
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
      const hash = createHash('sha256').update(level[2 * at]!)
      return (level[2 * at + 1] ? hash.update(level[2 * at + 1]!) : hash).digest()
    })
  }
  return level[0]!.toString('hex')
}

const work = (name: string, run: () => unknown) => ({ name, round: () => once(units, async () => run()) })
report([
  await compare({ title: 'Commitment over 1,000,000 units', unit: 'units', rounds: 3, warm: 1 }, [
    work('commit', () => commit(plan, opening)),
    work('bare tree of OpenSSL hashes, unsorted', leaves),
  ]),
  await compare({ title: 'Draw of 20,000 out of 1,000,000 units, two of 2,000 inspectors each', unit: 'units', rounds: 3, warm: 1 }, [
    work('draw', () => draw(commitment, opening)),
    work('bare HMAC of every unit by OpenSSL, sorted', bare),
  ]),
])
