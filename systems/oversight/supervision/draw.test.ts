// The double-random draw: the same for everyone, fair by weight, free of conflicts, and any tampering shows.
import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareUpper } from '../../../kernel/distribution.ts'
import { commit, commitmentDigest, draw, frameFaults, inclusionChances, type DrawPlan, type FrameUnit, type Inspector, type Opening } from './draw.ts'
import { checkDraw, seedFault, type PublishedDraw } from './draw-check.ts'

const plan: DrawPlan = {
  algorithm: 'zhiheng-draw/1',
  take: { food: 6, toys: 4 },
  reserve: 2,
  inspectorsEach: 2,
  visitsAtMost: null,
  seeds: [
    { source: 'lottery 2026133', at: '2026-11-26T13:30:00Z' },
    { source: 'lottery 2026134', at: '2026-11-28T13:30:00Z' },
  ],
  waitHours: 24,
}
const unit = (n: number, stratum = n % 3 === 0 ? 'toys' : 'food', weight = String(1 + (n % 4))): FrameUnit =>
  ({ id: `9113${String(n).padStart(6, '0')}`, stratum, weight })
const frame = Array.from({ length: 60 }, (_, n) => unit(n))
const inspectors: readonly Inspector[] = Array.from({ length: 9 }, (_, n) => ({
  id: `inspector-${n}`, avoids: frame.filter((_, at) => at % 9 === n || at % 7 === n).map((each) => each.id),
}))
const secret = 'c3'.repeat(32)
const opening: Opening = { frame, inspectors, secret, seed: '04 11 18 22 27 31 + 09' }
const commitment = commit(plan, opening)
const result = draw(commitment, opening)
const evidence = { source: 'lottery 2026133', appeared: '2026-11-26T13:35:00Z', committed: '2026-11-25T02:00:00Z', usedBy: [] }
const published: PublishedDraw = { digest: commitmentDigest(commitment), commitment, opening, evidence, result }

/** Turns a list by some steps: another order of the same things. */
const turned = <T>(list: readonly T[], by: number): readonly T[] => [...list.slice(by % list.length), ...list.slice(0, by % list.length)].reverse()

describe('a draw', () => {
  it('takes from each stratum what the plan says, and its reserves after them', () => {
    for (const [stratum, take] of Object.entries(plan.take)) {
      const own = result.filter((each) => each.stratum === stratum)
      expect(own.map((each) => each.place)).toEqual(Array.from({ length: take + 2 }, (_, n) => n + 1))
      expect(own.filter((each) => each.reserve)).toHaveLength(2)
      expect(new Set(own.map((each) => each.id)).size).toBe(take + 2)
    }
  })
  it('is the same for everyone, in whatever order frame and inspectors are listed', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.nat(8), (by, other) => {
        const shuffled = { ...opening, frame: turned(frame, by), inspectors: turned(inspectors, other) }
        expect(commit(plan, shuffled)).toEqual(commitment)
        expect(draw(commitment, shuffled)).toEqual(result)
      }),
      { numRuns: 20 },
    )
  })
  it('is another with another seed, another secret or another commitment', () => {
    const ids = (other: Partial<Opening>) => draw(commitment, { ...opening, ...other }).map((each) => each.id)
    const own = result.map((each) => each.id)
    expect(ids({ seed: '04 11 18 22 27 31 + 10' })).not.toEqual(own)
    expect(ids({ secret: 'c4'.repeat(32) })).not.toEqual(own)
    const later = { ...commitment, waitHours: 25 }
    expect(draw(later, opening).map((each) => each.id)).not.toEqual(own)
  })
  it('never sends an inspector to a unit that he or she must avoid, and never one twice', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        for (const each of draw(commitment, { ...opening, seed })) {
          expect(new Set(each.inspectors).size).toBe(2)
          for (const id of each.inspectors) expect(inspectors.find((person) => person.id === id)!.avoids).not.toContain(each.id)
        }
      }),
      { numRuns: 100 },
    )
  })
  it('leaves a unit without inspectors to a person when conflicts leave too few', () => {
    const all = inspectors.slice(0, 2).map((each) => ({ ...each, avoids: [result[0]!.id] }))
    const found = draw(commit(plan, { ...opening, inspectors: all }), { ...opening, inspectors: all })
    for (const each of found) expect(each.inspectors).toHaveLength(each.id === result[0]!.id ? 0 : 2)
  })
  it('gives no one more visits than allowed', () => {
    const bounded = commit({ ...plan, visitsAtMost: 3 }, opening)
    const visits = new Map<string, number>()
    for (const each of draw(bounded, opening)) if (!each.reserve) for (const id of each.inspectors) visits.set(id, (visits.get(id) ?? 0) + 1)
    expect([...visits.values()].reduce((a, b) => a + b)).toBe(20)
    expect(Math.max(...visits.values())).toBeLessThanOrEqual(3)
  })
})

describe('written again from its description, with another library', () => {
  it('gives the same units in the same order', () => {
    const hash = (data: Buffer) => createHash('sha256').update(data).digest()
    const root = (leaves: Buffer[]): Buffer => {
      if (leaves.length === 1) return hash(Buffer.concat([Buffer.of(0), leaves[0]!]))
      const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
      return hash(Buffer.concat([Buffer.of(1), root(leaves.slice(0, half)), root(leaves.slice(half))]))
    }
    const sorted = [...frame].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(commitment.frameRoot).toBe(root(sorted.map((u) => Buffer.from(`${u.id}\t${u.stratum}\t${u.weight}\n`))).toString('hex'))
    const key = createHmac('sha256', secret).update(`${commitmentDigest(commitment)}\n${opening.seed}`).digest()
    for (const [stratum, take] of Object.entries(plan.take)) {
      const own = sorted.filter((u) => u.stratum === stratum)
      const total = own.reduce((sum, u) => sum + Number(u.weight), 0)
      const ranked = own.map((u) => {
        const bits = createHmac('sha256', key).update(`unit\n${u.id}`).digest().readBigUInt64BE() >> 12n
        const [x, chance] = [(Number(bits) + 0.5) / 2 ** 52, (take * Number(u.weight)) / total]
        return { id: u.id, ranking: ((x / (1 - x)) * (1 - chance)) / chance }
      })
      ranked.sort((a, b) => a.ranking - b.ranking)
      const found = result.filter((each) => each.stratum === stratum).map((each) => each.id)
      expect(found).toEqual(ranked.slice(0, take + 2).map((each) => each.id))
    }
  })
})

describe('the chances', () => {
  it('add up to the number drawn, are proportional to weight, and are 1 where a share would pass it', () => {
    expect(inclusionChances(['1', '1', '2'], 1)).toEqual([0.25, 0.25, 0.5])
    // 10 of 14 would have a chance of 1.43 in two draws: it is certain, and the other place is shared 1 : 1 : 2.
    expect(inclusionChances(['10', '1', '1', '2'], 2)).toEqual([1, 0.25, 0.25, 0.5])
    expect(inclusionChances(['0.5', '0.25'], 5)).toEqual([1, 1])
    const weights = fc.array(fc.integer({ min: 1, max: 5000 }).map((n) => (n / 100).toFixed(2)), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(weights, fc.nat(90), (list, take) => {
        const chances = inclusionChances(list, take)
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(Math.min(take, list.length), 9)
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
      }),
    )
  })
  it('are met over many seeds: chi-square of drawn against expected, by weight', () => {
    const [rounds, take] = [3000, 12]
    const one: DrawPlan = { ...plan, take: { all: take }, reserve: 0, inspectorsEach: 0 }
    const units = Array.from({ length: 60 }, (_, n) => unit(n, 'all', ['1', '1', '2', '5'][n % 4]))
    const sworn = commit(one, { frame: units, inspectors: [], secret })
    const drawn = new Map(units.map((each) => [each.id, 0]))
    for (let round = 0; round < rounds; round++)
      for (const { id } of draw(sworn, { frame: units, inspectors: [], secret, seed: `round ${round}` })) drawn.set(id, drawn.get(id)! + 1)
    const chances = inclusionChances(units.map((each) => each.weight), take)
    const statistic = units.reduce((sum, each, at) => {
      const [expected, seen] = [rounds * chances[at]!, drawn.get(each.id)!]
      return sum + (seen - expected) ** 2 / (expected * (1 - chances[at]!))
    }, 0)
    expect(chiSquareUpper(statistic, units.length - 1)).toBeGreaterThan(0.001)
    // One unit in four has the chance of five to one.
    const of = (kind: number) => units.reduce((sum, each, at) => sum + (at % 4 === kind ? drawn.get(each.id)! : 0), 0)
    expect(of(3) / of(0)).toBeCloseTo(5, 0)
  })
  it('of inspectors are equal: chi-square over many seeds', () => {
    const free = inspectors.map((each) => ({ ...each, avoids: [] }))
    const sworn = commit(plan, { ...opening, inspectors: free })
    const visits = new Map(free.map((each) => [each.id, 0]))
    for (let round = 0; round < 500; round++)
      for (const each of draw(sworn, { ...opening, inspectors: free, seed: `round ${round}` }))
        for (const id of each.inspectors) visits.set(id, visits.get(id)! + 1)
    const expected = (500 * 14 * 2) / 9
    const statistic = [...visits.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
    expect(chiSquareUpper(statistic, 8)).toBeGreaterThan(0.001)
  })
})

describe('a frame', () => {
  it('with a fault is not drawn from, and says which', () => {
    const wrong = [unit(1), unit(1), unit(2, 'food', '0'), unit(3, 'food', '-1'), unit(4, 'food', '1e3'), unit(5, 'wine')]
    expect(frameFaults(plan, wrong, inspectors)).toEqual([
      { code: 'repeated', id: unit(1).id }, { code: 'weight', id: unit(2).id }, { code: 'weight', id: unit(3).id },
      { code: 'weight', id: unit(4).id }, { code: 'stratum', id: unit(5).id },
    ])
    expect(frameFaults({ ...plan, seeds: [], take: { food: 1.5, toys: 1 } }, [], []).map((fault) => fault.code)).toEqual(['empty', 'take', 'seeds'])
    expect(() => draw(commitment, { ...opening, frame: wrong })).toThrow()
  })
  it('has no id that could be read as two fields', () => {
    expect(frameFaults(plan, [{ id: 'a\tfood', stratum: 'food', weight: '1' }, unit(1)], [])).toEqual([{ code: 'id', id: 'a\tfood' }])
  })
  it('smaller than what is to be taken is taken whole', () => {
    const small = [unit(1), unit(2)]
    const found = draw(commit(plan, { ...opening, frame: small }), { ...opening, frame: small })
    expect(found.map(({ id, chance, reserve }) => [id, chance, reserve])).toEqual([[unit(1).id, 1, false], [unit(2).id, 1, false]])
  })
})

describe('the check that anyone can run', () => {
  const broken = (changed: PublishedDraw) => checkDraw(changed).filter((finding) => !finding.holds).map((finding) => finding.point)
  it('finds a sound draw sound, also after it went through a file', () => {
    expect(broken(published)).toEqual([])
    expect(broken(JSON.parse(JSON.stringify(published)) as PublishedDraw)).toEqual([])
  })
  it('finds a weight changed afterwards, a unit left out and an inspector added', () => {
    const [first, ...rest] = frame
    expect(broken({ ...published, opening: { ...opening, frame: [{ ...first!, weight: '9' }, ...rest] } })).toContain('frame')
    expect(broken({ ...published, opening: { ...opening, frame: rest } })).toContain('frame')
    expect(broken({ ...published, opening: { ...opening, inspectors: [...inspectors, { id: 'friend', avoids: [] }] } })).toContain('inspectors')
  })
  it('finds a unit exchanged in the result, another secret and another commitment', () => {
    const [first, second, ...rest] = result
    expect(broken({ ...published, result: [{ ...first!, id: frame[59]!.id }, second!, ...rest] })).toEqual(['result'])
    expect(broken({ ...published, result: [second!, first!, ...rest] })).toEqual(['result'])
    expect(broken({ ...published, result: [{ ...first!, chance: 1 }, second!, ...rest] })).toEqual(['result'])
    expect(broken({ ...published, opening: { ...opening, secret: 'c4'.repeat(32) } })).toEqual(['secret', 'result'])
    expect(broken({ ...published, commitment: { ...commitment, reserve: 1 } })).toEqual(['digest', 'result'])
  })
})

describe('a seed', () => {
  it('must be of the first committed source, after the commitment, in its time and never used before', () => {
    const of = (changed: object, missed?: readonly string[]) => seedFault(commitment, { ...evidence, ...changed }, missed)
    expect(of({})).toBeNull()
    expect(of({ committed: '2026-11-26T13:30:00Z' })).toBe('before-commitment')
    expect(of({ source: 'a note of the director' })).toBe('other-source')
    expect(of({ appeared: '2026-11-26T13:29:59Z' })).toBe('not-yet')
    expect(of({ appeared: '2026-11-27T13:30:01Z' })).toBe('too-late')
    expect(of({ usedBy: ['00'.repeat(32)] })).toBe('replayed')
    expect(of({ usedBy: [commitmentDigest(commitment)] })).toBeNull()
  })
  it('of the second source is used only when the first did not appear', () => {
    const second = { ...evidence, source: 'lottery 2026134', appeared: '2026-11-28T13:40:00Z' }
    expect(seedFault(commitment, second)).toBe('earlier-not-missed')
    expect(seedFault(commitment, second, ['lottery 2026133'])).toBeNull()
  })
})
