// Levels of accidents of special equipment by articles 61 to 64 of the regulation: “以上” includes the number, “以下” does not (article 71).
import { describe, expect, it } from 'vitest'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { Parameters } from '../../../kernel/parameter.ts'
import { isHigher, levelOf, tierOf, type AccidentFacts, type LevelTable } from './accident-level.ts'

const table = new Parameters(hebei.parameters).at('accident.levels', '2026-03-02').value as LevelTable
const nothing: AccidentFacts = {
  kind: 'lift', dead: null, seriouslyHurt: null, loss: null, exploded: null, megawatts: null, downHours: null, moved: null,
  overturned: null, broken: null, stranded: null, strandedHours: null,
}
const level = (more: Partial<AccidentFacts>) => levelOf({ ...nothing, ...more }, table).level

describe('by people and loss', () => {
  it.each([
    [1, 'ordinary'], [2, 'ordinary'], [3, 'larger'], [9, 'larger'], [10, 'grave'], [29, 'grave'], [30, 'gravest'],
  ])('%i dead is %s', (dead, is) => expect(level({ dead })).toBe(is))
  it.each([
    [1, 'ordinary'], [9, 'ordinary'], [10, 'larger'], [49, 'larger'], [50, 'grave'], [99, 'grave'], [100, 'gravest'],
  ])('%i seriously hurt is %s', (seriouslyHurt, is) => expect(level({ seriouslyHurt })).toBe(is))
  // Ten thousand, ten million, fifty million and a hundred million yuan, each to the cent.
  it.each([
    ['9999.99', 'none'], ['10000.00', 'ordinary'], ['9999999.99', 'ordinary'], ['10000000.00', 'larger'], ['49999999.99', 'larger'],
    ['50000000.00', 'grave'], ['99999999.99', 'grave'], ['100000000.00', 'gravest'],
  ])('a loss of %s yuan is %s', (loss, is) => expect(level({ loss })).toBe(is))
  it('the highest of several decides, and all that reach it are named', () =>
    expect(levelOf({ ...nothing, dead: 3, seriouslyHurt: 60, loss: '60000000' }, table)).toEqual({ level: 'grave', grounds: ['seriouslyHurt', 'loss'] }))
  it('what is not known reaches nothing', () => expect(levelOf(nothing, table)).toEqual({ level: 'none', grounds: [] }))
})

describe('by what happened', () => {
  it.each<[string, Partial<AccidentFacts>, string]>([
    ['a boiler of 600 MW explodes', { kind: 'boiler', exploded: true, megawatts: '600' }, 'gravest'],
    ['a smaller boiler explodes', { kind: 'boiler', exploded: true, megawatts: '599.99' }, 'larger'],
    ['a vessel explodes', { kind: 'vessel', exploded: true }, 'larger'],
    ['a boiler of 600 MW stands still for 240 hours', { kind: 'boiler', megawatts: '600', downHours: '240' }, 'grave'],
    ['for less', { kind: 'boiler', megawatts: '600', downHours: '239.99' }, 'none'],
    ['a leak moves 150,000', { kind: 'pipe', moved: 150_000 }, 'gravest'],
    ['a leak moves 50,000', { kind: 'vessel', moved: 50_000 }, 'grave'],
    ['a leak moves 10,000', { kind: 'vessel', moved: 10_000 }, 'larger'],
    ['a leak moves 500', { kind: 'pipe', moved: 500 }, 'ordinary'],
    ['a leak moves 499', { kind: 'pipe', moved: 499 }, 'none'],
    ['a crane overturns', { kind: 'crane', overturned: true }, 'larger'],
    ['a main part of a crane breaks', { kind: 'crane', broken: true }, 'ordinary'],
    ['a hundred aloft for 48 hours', { kind: 'ropeway', stranded: 100, strandedHours: '48' }, 'gravest'],
    ['a hundred aloft for 24 hours', { kind: 'ride', stranded: 100, strandedHours: '24' }, 'grave'],
    ['ninety-nine aloft for 48 hours', { kind: 'ropeway', stranded: 99, strandedHours: '48' }, 'larger'],
    ['some aloft for 12 hours', { kind: 'ride', stranded: 4, strandedHours: '12' }, 'larger'],
    ['some on a ropeway for 3.5 hours', { kind: 'ropeway', stranded: 4, strandedHours: '3.5' }, 'ordinary'],
    ['some on a ropeway for less', { kind: 'ropeway', stranded: 4, strandedHours: '3.49' }, 'none'],
    ['some on a ride for an hour', { kind: 'ride', stranded: 4, strandedHours: '1' }, 'ordinary'],
    ['people in a lift for two hours', { kind: 'lift', stranded: 2, strandedHours: '2' }, 'ordinary'],
    ['for less than two', { kind: 'lift', stranded: 2, strandedHours: '1.99' }, 'none'],
    ['what cannot happen to a lift counts for nothing', { kind: 'lift', overturned: true, moved: 200_000 }, 'none'],
  ])('%s', (_what, facts, is) => expect(level(facts)).toBe(is))
})

it('goes up to, and is investigated by, the tier of article 72', () => {
  expect(['gravest', 'grave', 'larger', 'ordinary'].map((each) => tierOf(each as 'grave'))).toEqual(['national', 'national', 'province', 'city'])
  expect([isHigher('province', 'city'), isHigher('city', 'city'), isHigher('county', 'city')]).toEqual([true, false, false])
})
