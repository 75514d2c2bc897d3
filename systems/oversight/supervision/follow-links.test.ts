// What a verdict that falls takes along: whoever is told of a withdrawn report is told of a reversed result too.
import { expect, it } from 'vitest'
import { asList } from '../../../kernel/procedure.ts'
import { supervision } from './index.ts'
import { enforcement } from '../enforcement/index.ts'
import { recalls } from '../recall/index.ts'
import { followLinks } from './follow-links.ts'

const told = (step: string): readonly string[] =>
  followLinks.flatMap(({ when, then }) => (when.register === 'sample' && when.step === step && 'of' in then ? [`${then.of} ${then.step}`] : [])).toSorted()

it('whoever built on a verdict is told when it is reversed, as when its report is withdrawn', () => {
  expect(told('report-withdrawn')).toContain('case lose-ground')
  expect(told('reverse')).toEqual(told('report-withdrawn'))
})

it('who was told of the withdrawn report is not told once more when its sample is reversed', () => {
  const link = followLinks.find(({ name }) => name === 'supervision.case-ground-reversed')!
  const cause = (reportNumber: string | null) => ({ record: { reportNumber } as never, answers: {}, occurred: '2026-06-01T01:00:00Z' })
  expect([link.if!(cause('BG1')), link.if!(cause(null))]).toEqual([true, false])
})

it('a builder is told in each state in which it can still hear of it', () => {
  const procedures = [enforcement, recalls].flatMap((each) => each.procedures)
  const links = supervision.linkages.filter(({ then }) => 'of' in then && then.step === 'lose-ground')
  expect(links.length).toBeGreaterThanOrEqual(8)
  for (const { name, then } of links) {
    if (!('of' in then) || !('where' in then)) throw new Error(`${name} seeks nothing`)
    const cause = { record: { id: 'one' } as never, answers: {}, occurred: '2026-06-01T01:00:00Z' }
    const sought = JSON.stringify(then.where!(cause))
    const may = asList(procedures.find(({ of }) => of.name === then.of)!.steps['lose-ground']!.from)
    expect([name, may.filter((state) => !sought.includes(`"${state}"`))]).toEqual([name, []])
  }
})
