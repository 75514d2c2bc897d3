// What a claimant may ask, head by head, beside the articles: consumer law 23, 25, 44, 55, food safety law 148, civil code 188, product quality law 45.
import { describe, expect, it } from 'vitest'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { Parameters } from '../../../kernel/parameter.ts'
import { damageHeads, damagesFor, notADecision, type DamageHead, type DamagesAsked } from './damages.ts'

const parameters = new Parameters(hebei.parameters)
/** Worked out by the parameters in force on the day of the purchase. */
const asked = (head: DamageHead, more: Partial<DamagesAsked> = {}, bought = '2026-03-02') =>
  damagesFor({ head, price: null, loss: null, ...more }, (name) => parameters.at(name, bought))
const days = (of: ReturnType<typeof asked>) => of.until.map(([, day]) => day)

describe('fraud: three times the price, at least 500 yuan (consumer law 55, first paragraph)', () => {
  it.each([
    ['0.01', '500.00'],
    // 166.66 × 3 is 499.98: one fen a third too little.
    ['166.66', '500.00'],
    ['166.67', '500.01'],
    ['2000', '6000.00'],
    ['99999999.99', '299999999.97'],
  ])('price %s gives %s', (price, sum) => {
    const worked = asked('fraud', { price })
    expect(worked).toMatchObject({ sum, atMost: false, basis: { act: 'consumer-protection-law', article: '55(1)' }, mark: 'V' })
    expect(worked.formula).toEqual({ zh: '价款 × 3，不足 500.00 元的为 500.00 元', en: 'price × 3, at least 500.00 yuan' })
    expect(worked.inputs.map(([title, value]) => [title.zh, value])).toEqual([['价款', price]])
  })
  it('without a price there is no sum, and it says what is missing', () =>
    expect(asked('fraud')).toMatchObject({ sum: null, why: { zh: '缺少价款，不能计算' } }))
})

describe('a known defect that caused death or serious harm: at most twice the loss (55, second paragraph)', () => {
  it('is a ceiling, not a sum that is owed, and has no least', () =>
    expect(asked('knowingDefect', { loss: '1' })).toMatchObject({ sum: '2.00', atMost: true, basis: { article: '55(2)' } }))
})

describe('unsafe food: ten times the price or three times the loss, at least 1,000 yuan (food safety law 148, second paragraph)', () => {
  it.each([
    ['foodPrice', { price: '99.99' }, '1000.00'],
    ['foodPrice', { price: '100.01' }, '1000.10'],
    ['foodLoss', { loss: '333.33' }, '1000.00'],
    ['foodLoss', { loss: '333.34' }, '1000.02'],
  ] as const)('%s of %o gives %s', (head, amounts, sum) => expect(asked(head, amounts).sum).toBe(sum))
  it('not where the flaw is of the label only, touches no safety and misleads nobody', () => {
    expect(asked('foodPrice', { price: '50', labelOnly: true })).toMatchObject({ sum: null, why: { zh: expect.stringContaining('标签') } })
    // For other goods the label is no reason.
    expect(asked('fraud', { price: '1000', labelOnly: true }).sum).toBe('3000.00')
  })
  it('whoever is asked first pays first (148, first paragraph)', () =>
    expect(asked('foodFirst')).toMatchObject({ sum: null, basis: { act: 'food-safety-law', article: '148(1)' } }))
})

describe('terms that run for the claimant', () => {
  it('three years from the day known by the civil code, and ten from delivery', () =>
    expect(days(asked('defect', { known: '2026-04-01', received: '2026-03-04' }))).toEqual(['2029-04-01', '2036-03-04']))
  it('two years for a purchase of 2016, by product quality law 45 as it stood', () =>
    expect(days(asked('defect', { known: '2016-08-01', received: '2016-07-10' }, '2016-07-08'))).toEqual(['2018-08-01', '2026-07-10']))
  it('without the day on which the harm was known that term does not run, and it says so', () => {
    const worked = asked('defect', { received: '2026-03-04' })
    expect(days(worked)).toEqual(['2036-03-04'])
    expect(worked.why?.en).toContain('day since which the harm is known')
  })
  it('six months in which the trader bears the burden of proof (23), on the last day of a shorter month too', () => {
    expect(days(asked('durable', { received: '2026-03-04' }))).toEqual(['2026-09-04'])
    expect(days(asked('durable', { received: '2025-08-31' }))).toEqual(['2026-02-28'])
  })
  it('seven days to send back what was bought at a distance (25)', () =>
    expect(days(asked('distance', { received: '2026-03-04' }))).toEqual(['2026-03-11']))
})

it('each head names an article, and none is a decision', () => {
  for (const head of Object.keys(damageHeads) as DamageHead[]) expect(asked(head).basis.article, head).toBeTruthy()
  expect(notADecision.zh).toBe('由法院或仲裁机构认定')
})
