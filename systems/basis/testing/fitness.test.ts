// What a result may rest on: one method a parameter, an analysis after the sample came, an instrument that was in use that day.
import { describe, expect, it } from 'vitest'
import { inControl } from './control-chart.ts'
import { fitToSign } from './fitness.ts'
import { testingOrder } from './ordering.ts'

type Row = Readonly<Record<string, unknown>>

const item = { parameter: '甲醛', method: 'GB 1', unit: 'mg/L', comparison: 'atMost', limit: '1.5' }
const opening = (items: readonly Row[]) => () =>
  (testingOrder.opens.check as (c: object) => void)({ answers: { items } })

describe('an order', () => {
  it('takes a limit from above and one from below for the same parameter', () => expect(opening([item, { ...item, comparison: 'atLeast', limit: '0.1' }])).not.toThrow())
  it('takes no parameter twice by two methods or in two units: one value would be given for both', () => {
    expect(opening([item, { ...item, method: 'GB 2' }])).toThrow(expect.objectContaining({ code: 'testing.two-methods' }))
    expect(opening([item, { ...item, unit: 'mg/kg' }])).toThrow(expect.objectContaining({ code: 'testing.two-methods' }))
  })
})

describe('an analysis', () => {
  const record = { received: '2026-05-13', items: [item], runs: null, limits: null, reason: null }
  const results = [{ parameter: '甲醛', value: '1.2', unit: 'mg/L', expanded: null, instrument: 'UV-01' }]
  const entering = (step: string, analysed: string) => () =>
    (testingOrder.steps[step]!.check as (c: object) => void)({
      record, today: '2026-05-20', answers: { analysed, results, more: results }, parameter: () => ({ value: { 2: '2.8', 3: '3.3' } }),
    })
  it('of the day on which the sample came is taken', () => expect(entering('record', '2026-05-13')).not.toThrow())
  it('cannot lie before the sample came: scope, rights and calibration would be judged on a day that was no such day', () =>
    expect(entering('record', '2026-05-12')).toThrow(expect.objectContaining({ code: 'testing.analysed-before-received' })))
})

describe('a signature', () => {
  const kept: Readonly<Record<string, Row>> = {
    'lab-person': { rights: ['sign'], classes: null, state: 'authorised', from: '2025-01-01', to: null },
    laboratory: { state: 'valid', certifiedFrom: '2023-03-01', certifiedTo: '2029-02-28' },
    'lab-scope': { parameter: '甲醛', method: 'GB 1', state: 'approved', from: '2023-03-01', to: null },
    'lab-instrument': { serial: 'UV-01', state: 'out', calibratedOn: '2026-01-05', calibratedTo: '2027-01-04', outFrom: '2026-05-14', earlier: null },
  }
  const chart = { code: 'ZK-1', parameter: '甲醛', method: 'GB 1', instrument: 'UV-01', state: 'control', doubted: null }
  const found = { parameter: '甲醛', method: 'GB 1', instrument: 'UV-01', on: '2026-05-14' }
  const judged = (more: Row, result: object = {}) =>
    inControl('L', [{ ...found, ...result }], { list: () => Promise.resolve([{ ...chart, ...more }]) } as never).then(() => 'taken')
  const signing = (on: string, more: Readonly<Record<string, Row | readonly Row[]>> = {}) => {
    const all: Readonly<Record<string, Row | readonly Row[]>> = { ...kept, ...more }
    return fitToSign(
      {
        record: {
          laboratory: 'L', productClass: 'furniture', items: [item], subcontracted: null, analysed: on, results: null,
          runs: [{ parameter: '甲醛', instrument: 'UV-01', on, counts: true }],
        } as never,
        actor: { id: 'di', duty: 'testing.signatory', office: null }, today: '2026-05-20',
      },
      { first: (name: string) => Promise.resolve(all[name] ?? null), list: (name: string) => Promise.resolve([all[name] ?? []].flat()) } as never,
    )
  }
  it('takes what an instrument found before it was taken out of use', async () => expect(await signing('2026-05-13').then(() => 'taken')).toBe('taken'))
  it('takes nothing that it found afterwards, though its certificate still runs', () =>
    expect(signing('2026-05-14')).rejects.toMatchObject({ code: 'testing.out-of-calibration' }))
  it('under a mark granted anew takes no line and no signatory of the mark before; what was found under that one it takes', async () => {
    const before = { from: '2023-03-01', to: '2026-03-31' }
    const anew = { laboratory: { state: 'valid', certifiedFrom: '2026-05-01', certifiedTo: '2032-04-30', earlierTerms: [before] } }
    const [line, who] = [{ ...kept['lab-scope'], from: '2026-05-01' }, { ...kept['lab-person'], signFrom: '2026-05-06' }]
    await expect(signing('2026-05-13', { ...anew, 'lab-person': who })).rejects.toMatchObject({ code: 'testing.outside-scope' })
    await expect(signing('2026-05-13', { ...anew, 'lab-scope': line })).rejects.toMatchObject({ code: 'testing.signatory-of-earlier-mark' })
    expect(await signing('2026-05-13', { ...anew, 'lab-scope': line, 'lab-person': who }).then(() => 'taken')).toBe('taken')
    const ended = { ...kept['lab-scope']!, state: 'ended', to: before.to }
    expect(await signing('2026-03-13', { ...anew, 'lab-scope': [ended, line], 'lab-person': who }).then(() => 'taken')).toBe('taken')
  })
  it('waits while the control chart of the parameter, its method and instrument is out of control, until the correction is confirmed', async () => {
    for (const state of ['out', 'corrected']) await expect(judged({ state })).rejects.toMatchObject({ code: 'testing.out-of-control' })
    await expect(judged({ state: 'out', instrument: null })).rejects.toMatchObject({ code: 'testing.out-of-control' })
    for (const state of ['trial', 'control', 'retired']) expect(await judged({ state })).toBe('taken')
    for (const other of [{ instrument: 'UV-02' }, { method: 'GB 2' }, { parameter: '苯' }]) expect(await judged({ state: 'out' }, other)).toBe('taken')
  })
  it('takes nothing found on days that a correction put in doubt', async () => {
    const doubted = [{ from: '2026-05-12', to: '2026-05-14', cause: '标准溶液失效' }]
    await expect(judged({ doubted })).rejects.toMatchObject({ code: 'testing.result-in-doubt' })
    expect(await judged({ doubted }, { on: '2026-05-15' })).toBe('taken')
  })
})
