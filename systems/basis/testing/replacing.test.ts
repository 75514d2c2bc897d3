// A corrected report is a report: who may sign it, under which mark and scope, over whose analysis, and whom it names (ISO/IEC 17025, 7.8.8).
import { describe, expect, it } from 'vitest'
import type { Cause } from '../../../kernel/linkage.ts'
import { reportPaper } from './report-papers.ts'
import { replacement, reporting } from './report.ts'

type Row = Readonly<Record<string, unknown>>

const person = { laboratory: 'L', rights: ['sign'], classes: ['furniture'], state: 'authorised', from: '2025-01-01', to: '2026-05-31' }
const mark = { code: 'L', state: 'valid', certifiedFrom: '2023-03-01', certifiedTo: '2029-02-28' }
const scope = { laboratory: 'L', productClass: 'furniture', parameter: '甲醛', method: 'GB 1', state: 'approved', from: '2023-03-01', to: '2026-05-25' }
const order = { number: 'JY1', analyst: 'ana', runs: [{ by: 'ana' }, { by: 'eve' }] }
const line = { parameter: '甲醛', method: 'GB 1', subcontractor: null, value: '1.2', expanded: '0.1', comparison: 'atMost', limit: '1.5', determinations: 2, counted: 'mean' }
const report = { number: 'BG1', laboratory: 'L', productClass: 'furniture', orderNumber: 'JY1', edition: 1, rule: 'guarded', signatory: 'di', lines: [line] }

const kept: Readonly<Record<string, readonly Row[]>> = { 'lab-person': [person], laboratory: [mark], 'lab-scope': [scope], 'test-order': [order] }
const reading = (more: Readonly<Record<string, readonly Row[]>> = {}) => {
  const all = { ...kept, ...more }
  const fit = (register: string, where: Row) => (all[register] ?? []).filter((row) => Object.entries(where).every(([name, is]) => name === 'account' || row[name] === is))
  return {
    list: (register: string, where: Row) => Promise.resolve(fit(register, where)),
    first: (register: string, where: Row) => Promise.resolve(fit(register, where)[0] ?? null),
  }
}
const taking = (step: string, today: string, more?: Readonly<Record<string, readonly Row[]>>, by = 'di') =>
  (reporting.steps[step]!.confirm as (c: object, at: object) => Promise<unknown>)({ record: report, actor: { id: by }, today }, reading(more))

describe('a report is replaced', () => {
  it('by nobody who held the right once, and nobody who never did', async () => {
    await expect(taking('replace', '2026-05-20')).resolves.not.toThrow()
    await expect(taking('replace', '2026-06-01')).rejects.toMatchObject({ code: 'testing.not-authorised' })
    await expect(taking('replace', '2026-05-20', { 'lab-person': [] })).rejects.toMatchObject({ code: 'testing.not-authorised' })
  })
  it('only while the mark is valid and the scope still covers it: the next edition is given under them', async () => {
    await expect(taking('replace', '2026-05-20', { laboratory: [{ ...mark, state: 'withdrawn' }] })).rejects.toMatchObject({ code: 'testing.mark-not-valid' })
    await expect(taking('replace', '2026-05-26')).rejects.toMatchObject({ code: 'testing.outside-scope' })
  })
  it('by nobody who analysed the sample, not even in a run that does not count', async () => {
    for (const analyst of ['ana', 'eve']) await expect(taking('replace', '2026-05-20', {}, analyst)).rejects.toMatchObject({ code: 'testing.own-work' })
  })
  it('and the next edition names whoever signed it, not the signatory of the last', () => {
    const gives = reporting.steps['replace']!.gives as (c: object) => Row
    const after = { ...report, ...gives({ record: report, actor: { id: 'ed' } }) }
    expect(after['signatory']).toBe('di')
    const corrected = [{ parameter: '甲醛', value: '1.45', expanded: '0.2' }]
    const opened = (replacement.then as unknown as { with: (cause: Cause) => Row }).with({ record: after as never, answers: { corrected }, occurred: '2026-05-20T02:00:00Z' })
    expect(opened).toMatchObject({ signatory: 'ed', edition: 2, replaces: 'BG1', issued: '2026-05-20' })
    // 1.45 ± 0.2 does not keep clear of 1.5; with the uncertainty of the value that was wrong it would have: 1.45 > 1.5 − 0.2.
    expect(opened['lines']).toMatchObject([{ value: '1.45', expanded: '0.2', verdict: 'fails', counted: null }])
  })
})

it('a report is withdrawn by somebody who may sign, and still when the mark is gone', async () => {
  await expect(taking('withdraw', '2026-05-20', { laboratory: [{ ...mark, state: 'withdrawn' }] })).resolves.not.toThrow()
  await expect(taking('withdraw', '2026-06-01')).rejects.toMatchObject({ code: 'testing.not-authorised' })
})

describe('a report is issued', () => {
  const issuing = (hand?: string) =>
    (reporting.opens.confirm as (c: object, at: object) => Promise<unknown>)({ answers: report, actor: { id: 'di', hand } }, reading())
  it('by a signed order and by nobody else: one typed or loaded would pass by scope, calibration and the second person', async () => {
    for (const hand of [undefined, 'import', 'sweep']) await expect(issuing(hand)).rejects.toMatchObject({ code: 'testing.report-by-hand' })
    await expect(issuing('linkage')).resolves.toMatchObject({})
  })
  it('and names whoever did what was subcontracted by the name of that day, on record and on paper', async () => {
    const renamed = { code: 'S', name: '虚构检测院（演示）', former: [{ name: '虚构检测所（演示）', until: '2026-05-31' }] }
    const judged = { ...line, unit: 'mg/L', verdict: 'meets', counted: 'single' }
    const lines = [judged, { ...judged, parameter: '苯', subcontractor: 'S' }]
    const on = (today: string) =>
      (reporting.opens.confirm as (c: object, at: object) => Promise<Row>)(
        { answers: { ...report, lines }, actor: { id: 'di', hand: 'linkage' }, today }, reading({ laboratory: [mark, renamed] }),
      )
    expect((await on('2026-05-20'))['lines']).toMatchObject([{ subcontractorName: null }, { subcontractorName: '虚构检测所（演示）' }])
    const issued = { ...report, ...(await on('2026-06-01')), state: 'issued' } as Row
    expect(issued['lines']).toMatchObject([{}, { subcontractorName: '虚构检测院（演示）' }])
    const paper = (record: Row): string =>
      JSON.stringify(reportPaper.template({ record, number: '检〔2026〕1号', day: '2026-06-01', show: (name: string) => String(record[name] ?? '') } as never))
    expect(paper(issued)).toContain('苯分包给虚构检测院（演示）（S），已经委托方同意。')
    // Reports of before the name was kept have the code alone.
    expect(paper({ ...issued, lines })).toContain('苯分包给机构 S，已经委托方同意。')
  })
  it('under the number of the mark in force that day: a renewal is granted before its term begins', async () => {
    const renewed = { ...mark, cma: '290300120001', cmaBefore: '230300120001', cmaFrom: '2029-03-01' }
    const on = (today: string, laboratory: Row) =>
      (reporting.opens.confirm as (c: object, at: object) => Promise<Row>)({ answers: report, actor: { id: 'di', hand: 'linkage' }, today }, reading({ laboratory: [laboratory] }))
    expect([(await on('2029-02-28', renewed))['cma'], (await on('2029-03-01', renewed))['cma']]).toEqual(['230300120001', '290300120001'])
    expect((await on('2029-02-28', { ...renewed, cmaBefore: null, cmaFrom: null }))['cma']).toBe('290300120001')
  })
})
