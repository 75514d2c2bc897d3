// Fines by article and surcharges, as the articles give them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hebei } from '../../../jurisdictions/hebei/index.ts'
import { Parameters } from '../../../kernel/parameter.ts'
import { daysCounted } from './challenge.ts'
import { bandOf, partsOf, scaledParts, surchargeOf, type Discretion, type FineBands, type Scale } from './fines.ts'

const bands = new Parameters(hebei.parameters).find('enforcement.fine-bands', '2026-06-01')!.value as FineBands

describe('bands of the Product Quality Law on a value of 20,000 yuan', () => {
  it.each([
    ['49', '20000.00', '60000.00'],
    ['50', '10000.00', '60000.00'],
    ['51', '0.00', '20000.00'],
    ['52', '0.00', '40000.00'],
    ['53', '0.00', '20000.00'],
    ['54', '0.00', '6000.00'],
    ['57', '50000.00', '100000.00'],
    ['63', '20000.00', '60000.00'],
  ])('article %s: %s to %s', (article, least, most) => expect(bandOf(bands, `product-quality-law/${article}`, '20000.00')).toMatchObject({ least, most }))
  it('no band where the article gives no fine, or the value is not known', () => {
    expect(bandOf(bands, 'product-quality-law/56', '20000.00')).toBeNull()
    expect(bandOf(bands, 'product-quality-law/49', null)).toBeNull()
  })
})

describe('the band of the Trademark Law, article 60', () => {
  const of = (turnover: string | null) => bandOf(bands, 'trademark-law/60', turnover)
  it('is five times the turnover from 50,000 yuan, and 250,000 below or where none is known', () => {
    expect([of('50000'), of('49999.99'), of(null)].map((band) => band!.most)).toEqual(['250000.00', '250000.00', '250000.00'])
    expect(of('60000')).toEqual({ least: '0.00', most: '300000.00', basis: { act: 'trademark-law', article: '60' } })
  })
})

describe('what circumstances propose within a band of 20,000 to 60,000 yuan', () => {
  const table = new Parameters(hebei.parameters).find('enforcement.discretion', '2026-06-01')!.value as Discretion
  it('is the lower, middle and upper part of it', () =>
    expect(partsOf({ least: '20000', most: '60000' }, table)).toEqual([
      { circumstance: 'light', least: '20000.00', most: '32000.00' },
      { circumstance: 'ordinary', least: '32000.00', most: '48000.00' },
      { circumstance: 'heavy', least: '48000.00', most: '60000.00' },
    ]))
})

describe('a scale of the province', () => {
  const band = bandOf(bands, 'product-quality-law/63', '20000.00')!
  const row = { by: 'value', light: ['1', '1.6'], ordinary: ['1.6', '2.4'], heavy: ['2.4', '3'] } as const
  const scale = (articles: Scale['articles']): Scale => ({ demonstration: true, articles })
  it('narrows the band of 20,000 to 60,000 yuan by circumstance', () =>
    expect(scaledParts(scale({ 'product-quality-law/63': row }), band, 'product-quality-law/63', '20000.00')).toEqual([
      { circumstance: 'light', least: '20000.00', most: '32000.00' },
      { circumstance: 'ordinary', least: '32000.00', most: '48000.00' },
      { circumstance: 'heavy', least: '48000.00', most: '60000.00' },
    ]))
  it('never widens it: what it gives beyond the article is cut off', () =>
    expect(scaledParts(scale({ 'product-quality-law/63': { ...row, light: ['0.5', '1.6'], heavy: ['2.4', '5'] } }), band, 'product-quality-law/63', '20000.00')).toMatchObject([{ least: '20000.00' }, {}, { most: '60000.00' }]))
  it('may be in yuan, or in shares of the band', () => {
    const by = (kind: 'sum' | 'share', part: readonly [string, string]) =>
      scaledParts(scale({ 'product-quality-law/63': { by: kind, light: part, ordinary: part, heavy: part } }), band, 'product-quality-law/63', null)![0]
    expect(by('sum', ['25000', '30000'])).toMatchObject({ least: '25000.00', most: '30000.00' })
    expect(by('share', ['0.25', '0.5'])).toMatchObject({ least: '30000.00', most: '40000.00' })
  })
  it('says nothing where it has no row for the article, and none is on file before 2026; what is on file since is marked as demonstration', () => {
    expect(scaledParts(scale({}), band, 'product-quality-law/63', '20000.00')).toBeNull()
    const on = (day: string) => new Parameters(hebei.parameters).find('enforcement.scale', day)!
    expect(on('2016-08-01').value).toEqual({ demonstration: false, articles: {} })
    expect(on('2026-06-01')).toMatchObject({ mark: 'D', value: { demonstration: true } })
  })
})

describe('days that bear a surcharge', () => {
  const line = (received: string, ended: string | null) => ({ kind: 'suit', received, ended, outcome: null })
  it('are those after the last day on which neither reconsideration nor suit was pending', () => {
    expect(daysCounted(null, '2026-07-09', '2026-07-19')).toBe(10)
    expect(daysCounted([line('2026-07-14', '2026-07-15')], '2026-07-09', '2026-07-19')).toBe(8)
    expect(daysCounted([line('2026-07-01', '2026-07-11'), line('2026-07-18', null)], '2026-07-09', '2026-08-19')).toBe(6)
    expect(daysCounted([line('2026-07-01', null)], '2026-07-09', '2026-08-19')).toBe(0)
  })
})

describe('a part that is paid late', () => {
  // 20,000 yuan due on 9 July: five days on all of it are 3,000; 10,000 come in on 14 July; five days on the rest are 1,500.
  const late = (payments: readonly (readonly [string, string])[], paid: string, more: object = {}) =>
    surchargeOf({ fine: '20000.00', due: '2026-07-09', paid, rate: '0.03', most: '1', payments: payments.map(([on, sum]) => ({ on, sum })), ...more })
  it('reduces what the surcharge grows on from the day after it', () => {
    expect(late([['2026-07-14', '10000.00']], '2026-07-14')).toBe('3000.00')
    expect(late([['2026-07-14', '10000.00']], '2026-07-19')).toBe('4500.00')
    expect(late([['2026-07-06', '5000.00'], ['2026-07-14', '10000.00']], '2026-07-19')).toBe('3000.00')
  })
  it('does not grow any more once the fine itself is paid, however long the surcharge is owed', () =>
    expect(late([['2026-07-14', '20000.00']], '2027-07-14')).toBe('3000.00'))
  it('is counted exactly and rounded once: thirds of a fen are not lost day by day', () =>
    expect(surchargeOf({ fine: '100.55', due: '2026-07-09', paid: '2026-07-12', rate: '0.03', most: '1', payments: [{ on: '2026-07-10', sum: '0.33' }] })).toBe('9.03'))
  it('is capped by the fine as decided, not by what was left of it', () =>
    expect(late([['2026-07-06', '5000.00']], '2027-07-14')).toBe('20000.00'))
  it('bears nothing on days of a suit, before and after the part', () =>
    expect(late([['2026-07-14', '10000.00']], '2026-07-19', { counted: (from: string, to: string) => daysCounted([{ kind: 'suit', received: '2026-07-13', ended: '2026-07-15', outcome: null }], from, to) })).toBe('3000.00'))
})

describe('three per cent a day, never more than the fine itself', () => {
  const late = (paid: string) => surchargeOf({ fine: '20000.00', due: '2026-07-09', paid, rate: '0.03', most: '1' })
  it('none on the last day', () => expect(late('2026-07-09')).toBe('0.00'))
  it('600 yuan for one day, 6,000 for ten', () => expect([late('2026-07-10'), late('2026-07-19')]).toEqual(['600.00', '6000.00']))
  it('33 days make 19,800 and from the 34th the cap holds', () => expect([late('2026-08-11'), late('2026-08-12'), late('2027-01-01')]).toEqual(['19800.00', '20000.00', '20000.00']))
  it('grows with the days and stays within the fine', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 10_000_000 }), (days, fen) => {
        const day = (n: number) => new Date(Date.UTC(2026, 6, 9 + n)).toISOString().slice(0, 10)
        const of = (n: number) => Number(surchargeOf({ fine: (fen / 100).toFixed(2), due: '2026-07-09', paid: day(n), rate: '0.03', most: '1' }))
        expect(of(days)).toBeLessThanOrEqual(of(days + 1))
        expect(of(days)).toBeLessThanOrEqual(fen / 100)
      }),
    ))
})
