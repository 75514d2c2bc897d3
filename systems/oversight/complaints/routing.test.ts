// Which county is in charge of a complaint (處理辦法 13) and which department of it, by the table of the jurisdiction.
import { describe, expect, it } from 'vitest'
import { citedOn, citationKey } from '../../../kernel/citation.ts'
import { chargeOf, departmentFor, type DepartmentLine } from './routing.ts'

const [place, domicile, platformPlace] = ['130102', '130404', '330110']

describe('article 13', () => {
  it.each([
    ['the trader’s place of business by default', { online: 'shop', place }, place],
    ['also where another domicile is known', { online: 'shop', place, domicile }, place],
    ['a trader’s own site: its domicile', { online: 'ownSite', place, domicile }, domicile],
    ['a platform: its domicile', { online: 'platformOperator', place, domicile }, domicile],
    ['an own site whose domicile nobody knows: the place that is known', { online: 'ownSite', place }, place],
    ['a trader on a platform: the address that it gives there', { online: 'platform', place, platformPlace }, place],
    ['one that cannot be reached at that address: the platform’s domicile', { online: 'platform', place, platformPlace, unreachable: true }, platformPlace],
    ['one in a shop that cannot be reached stays where it is', { online: 'shop', place, platformPlace, unreachable: true }, place],
  ] as const)('%s', (_rule, asked, area) => expect(chargeOf(asked).area).toBe(area))

  it('names the article of the day: 12 of Order 20 until 2026-04-14, 13 of Order 121 since', () => {
    const { basis } = chargeOf({ online: 'shop', place })
    expect(['2026-04-14', '2026-04-15'].map((day) => citationKey(citedOn(basis, day)))).toEqual(['samr-order-20/12', 'samr-order-121/13'])
    expect(citationKey(citedOn(basis, '2018-05-07'))).toBe('saic-order-62')
  })
})

describe('the department', () => {
  const table: DepartmentLine[] = [
    { department: 'price', issues: ['price'] },
    { department: 'dairy and quality', issues: ['quality'], classes: ['dairy'] },
    { department: 'food', classes: ['dairy', 'meat'] },
    { department: 'rest' },
  ]
  it.each([
    ['the first line that fits goes before later ones', { issue: 'price', goodsClass: 'dairy' }, 'price'],
    ['a line with two conditions needs both', { issue: 'quality', goodsClass: 'dairy' }, 'dairy and quality'],
    ['one of the two is not enough', { issue: 'quality', goodsClass: 'meat' }, 'food'],
    ['an unknown class fits no line that names classes', { issue: 'quality', goodsClass: null }, 'rest'],
  ] as const)('%s', (_rule, asked, department) => expect(departmentFor(asked, table)).toBe(department))
  it('is nobody where no line takes the rest', () => expect(departmentFor({ issue: 'other', goodsClass: null }, table.slice(0, 3))).toBeNull())
})
