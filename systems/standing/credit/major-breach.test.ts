// Which penalties are a major breach for procurement: the degree, the sort of penalty, and the sum of the fine, each by itself.
import { expect, it } from 'vitest'
import { isMajorBreach, largeFrom, type LargeFine } from './major-breach.ts'

const large: LargeFine = { general: '2000000.00', higher: { safety: '5000000.00', label: '1000000.00' } }
const imposed = (more: object) => ({ category: 'ordinary', kind: 'substandard', penalties: ['fine'], fine: '60000.00', ...more })

it('a fine is a larger one from two million yuan on, the sum itself included', () => {
  for (const [fine, major] of [['1999999.99', false], ['2000000.00', true], ['2000000.01', true], ['10000000', true]] as const)
    expect([fine, isMajorBreach(imposed({ fine }), large)]).toEqual([fine, major])
  expect(isMajorBreach(imposed({ fine: null, penalties: ['warning'] }), large)).toBe(false)
})

it('a field of law that sets more goes first, one that sets less does not', () => {
  expect([largeFrom(large, 'safety'), largeFrom(large, 'label'), largeFrom(large, 'substandard')]).toEqual(['5000000.00', '2000000.00', '2000000.00'])
  expect([isMajorBreach(imposed({ kind: 'safety', fine: '4999999.99' }), large), isMajorBreach(imposed({ kind: 'label', fine: '1500000.00' }), large)]).toEqual([false, false])
})

it('business stopped or a permit revoked is one whatever the fine; a permit suspended, goods taken or a warning is none', () => {
  for (const [sort, major] of [['stop', true], ['revoke', true], ['suspend', false], ['goods', false], ['gain', false], ['warning', false]] as const)
    expect([sort, isMajorBreach(imposed({ penalties: ['fine', sort] }), large)]).toEqual([sort, major])
})

it('a criminal penalty is one whatever its degree, with or without a fine', () =>
  expect(isMajorBreach({ sort: 'criminal', category: 'minor', kind: null, penalties: null, fine: null }, large)).toBe(true))

it('a penalty of serious degree is one, as before', () => expect(isMajorBreach(imposed({ category: 'serious' }), large)).toBe(true))
