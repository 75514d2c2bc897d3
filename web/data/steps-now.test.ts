// Which steps a page leaves out: those that lead back, and that the record alone refuses.
import { expect, it } from 'vitest'
import { handlingCase } from '../../systems/oversight/enforcement/handling.ts'
import { pointless } from './steps-now.ts'

const of = (step: string, record: object) => pointless(handlingCase.steps[step]!, record as never)

it('leaves out the weighing of grounds while none fell, and shows it when one did', () => {
  expect(of('weigh-ground', { fallen: null })).toBe(true)
  expect(of('weigh-ground', { fallen: [{ report: 'BG1', weighed: '足以认定' }] })).toBe(true)
  expect(of('weigh-ground', { fallen: [{ report: 'BG1', weighed: null }] })).toBe(false)
})
it('leaves out what is filed of a decision on the spot where there was none, and never a step that moves the record on', () => {
  expect(of('file-spot', { spotOn: null })).toBe(true)
  expect(of('file-spot', { spotOn: '2026-05-11', spotFiled: null })).toBe(false)
  // The person is told by its refusal what to do first.
  expect(of('tell', { fallen: [{ report: 'BG1', weighed: null }] })).toBe(false)
})
it('shows a step whose refusal depends on what is answered', () => expect(of('ask-deferral', {})).toBe(false))
