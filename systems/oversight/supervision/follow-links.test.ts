// What a verdict that falls takes along: whoever is told of a withdrawn report is told of a reversed result too.
import { expect, it } from 'vitest'
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
