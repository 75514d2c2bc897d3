// The loop as one story through HTTP, under the rules of 2016 and today's: a complaint and two notices, a check, a case, a recall, a class that falls and rises.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '../../kernel/day.ts'
import { verifySealed } from '../../kernel/trust/seal-verdict.ts'
import { gradeOne } from '../../store/scales/single.ts'
import { creditClassScale } from '../../systems/standing/credit/index.ts'
import { layoutOf, type MapAnswer } from '../../web/office/linkage-layout.ts'
import { openHouse, type House } from '../bed/house.ts'
import { loopCast, laboratoryCodes, type LoopCast } from './loop-cast.ts'
import { Loop } from './loop-story.ts'
import { attempt, clockOf, found, laboratory, makers, open, row, type File, type Headers } from './supervision-story.ts'

let house: House
let cast: LoopCast

beforeAll(async () => {
  house = await openHouse({ now: '2015-09-01', pages: true })
  cast = await loopCast(house)
}, 120_000)
afterAll(() => house.close())

/**
 * Days counted by hand from the terms of procedures §2.4, §3.3, §7.5 and §15.1 and the holidays that the State Council announced.
 * Null: the pack holds no such term, because the text of the time was not read; the step is then judged without a clock.
 */
const packs = [
  {
    pack: '2016' as const,
    base: '2016-03-01',
    labsFrom: '2015-09-01',
    spotCheck: 'aqsiq-order-133',
    // Report on Monday 14 March, five working days.
    notice: '2016-03-21',
    // Received on 15 March, fifteen days.
    objection: '2016-03-30',
    // Received on 29 March, sixty days end on Saturday 28 May.
    correct: '2016-05-30',
    verify: null,
    // Filed on 12 April, ninety days.
    decide: '2016-07-11',
    defend: null,
    // Served on 21 April, three days end on Sunday.
    hearing: '2016-04-25',
    // Served on 3 May, fifteen days.
    pay: '2016-05-18',
    earlier: 0,
    how: 'ordered',
    // 85 at first, less 3 for the failed sample, less 15 each for the ordered recall of 3 April and for the penalty.
    classes: ['B 85', 'B 82', 'C 67', 'D 52'],
    admission: null,
    plan: null,
    publishRecall: null,
    // Published on 7 April, three months.
    stage: '2016-07-07',
  },
  {
    pack: 'today' as const,
    base: '2026-04-14',
    labsFrom: '2025-09-01',
    spotCheck: 'samr-order-18',
    // Report on Monday 27 April, five working days; 1 to 5 May are holidays.
    notice: '2026-05-07',
    // Received on 28 April, fifteen days.
    objection: '2026-05-13',
    // Received on 12 May, sixty days end on Saturday 11 July.
    correct: '2026-07-13',
    // Lead of 12 May, fifteen working days.
    verify: '2026-06-02',
    // Filed on 26 May, ninety days.
    decide: '2026-08-24',
    // Served on Thursday 4 June, five working days, for the defence and for asking a hearing.
    defend: '2026-06-11',
    hearing: '2026-06-11',
    // Served on 16 June, fifteen days.
    pay: '2026-07-01',
    earlier: 0,
    how: 'voluntary',
    // 85 at first, less 3 for the failed sample, less 15 for the penalty.
    classes: ['B 85', 'B 82', 'B 82', 'C 67'],
    // Known on Wednesday 13 May, two working days.
    admission: '2026-05-15',
    // Admitted on Friday 15 May, ten working days.
    plan: '2026-05-29',
    // Filed on Wednesday 20 May, three working days.
    publishRecall: '2026-05-25',
    // Published on 21 May, three months.
    stage: '2026-08-21',
  },
]

describe.each(packs)('the loop under the pack of $pack', (told) => {
  let loop: Loop
  const due = async (file: File, who: Headers, deadline: string): Promise<string | null> => (await clockOf(house, file, who, deadline))?.['due'] ?? null
  const classOn = async (day: string): Promise<string> => {
    const { grade, points } = (await gradeOne(house.engine, creditClassScale, loop.unit, day))!
    return `${grade} ${points}`
  }
  const stateOf = async (file: File): Promise<unknown> => (await row(house, file))['state']

  beforeAll(async () => {
    house.at(told.labsFrom)
    const [first, second] = laboratoryCodes[told.pack]
    const labs = [await laboratory(house, cast.officials, first, told.labsFrom, 'lab1'), await laboratory(house, cast.officials, second, told.labsFrom, 'lab2')]
    loop = new Loop(house, cast, labs, told.base, told.pack)
  }, 120_000)

  it('a complaint about safety and two notices from outside are three signals of one class of products', async () => {
    await loop.signals()
    const rows = await Promise.all(loop.files.signals.map((one) => row(house, one)))
    expect(rows.map(({ source, product_class: of }) => [source, of])).toEqual([['complaint', 'furniture'], ['overseas', 'furniture'], ['overseas', 'furniture']])
  })

  it('a matter joins them, is warned of in orange, and drafts a special check', async () => {
    await loop.warning()
    expect(await row(house, loop.files.matter)).toMatchObject({ state: 'warning', colour: 'orange' })
    expect(await row(house, loop.files.plan)).toMatchObject({ state: 'drafted', kind: 'special', product_class: 'furniture', origin: 'risk-matter' })
  })

  it('the plan is approved and the draw takes one of three makers by a seed that nobody controls', async () => {
    await loop.drawing()
    expect(makers).toContain(loop.unit)
    expect(await row(house, loop.files.sample)).toMatchObject({ state: 'drawn', frame: 'risk-directed', unit: loop.unit })
  })

  it('what was written in the field without a network counts from the minute it was written, once', async () => {
    await loop.sampling()
    const { body } = await house.get(`/api/v1/registers/sample/${loop.files.sample.id}/history`, cast.overseer)
    const acts = (body.items as { step: string; occurred: string }[]).filter(({ step }) => step === 'visit' || step === 'seal')
    // 09:30 and 10:15 in Hebei.
    expect(acts.map(({ step, occurred }) => [step, occurred.slice(11, 16)])).toEqual([['visit', '01:30'], ['seal', '02:15']])
  })

  it('the laboratory finds one parameter beyond its limit by more than the uncertainty, and says both', async () => {
    await loop.testing()
    const sample = await row(house, loop.files.sample)
    expect(sample).toMatchObject({ state: 'reported', verdict: 'fails' })
    // 2.4 − 0.1 > 1.5: beyond the limit by the expanded uncertainty (JCGM 106, guarded rejection).
    expect(sample['failures']).toMatchObject([{ parameter: '甲醛释放量', value: '2.400000', unit: 'mg/L', expanded: '0.100000', limit: '1.500000', clause: 'GB 18584-2001 表1' }])
    const [report] = await found(house, 'test-report', 'origin_record', loop.files.sample.id)
    const { body } = await house.get(`/api/v1/publications/test-reports/${report!.id}`)
    expect(JSON.stringify(body.values)).toContain('0.1')
    expect(await clockOf(house, loop.files.sample, cast.overseer, 'notice')).toMatchObject({ due: told.notice, rule: told.spotCheck })
  })

  it('the maker is told, objects within fifteen days, and another laboratory upholds the result on the backup', async () => {
    await loop.objection()
    expect(await row(house, loop.files.sample)).toMatchObject({ state: 'retested', re_verdict: 'fails' })
    expect(await clockOf(house, loop.files.sample, loop.maker, 'objection')).toMatchObject({ due: told.objection, rule: 'product-quality-law/15', state: 'met' })
  })

  it('the verdict is final and public with what failed, and not who signed the sheet', async () => {
    expect((await house.get(`/api/v1/publications/samples/${loop.files.sample.id}`)).status).toBe(404)
    await loop.publication()
    const { body } = await house.get(`/api/v1/publications/samples/${loop.files.sample.id}`)
    expect(JSON.stringify(body.values)).toContain('甲醛释放量')
    expect(JSON.stringify(body)).not.toContain('演示签字人')
  })

  it('the maker is ordered to correct; a suspected breach is a case, a suspected defect is defect information', async () => {
    await loop.ordering()
    expect(await clockOf(house, loop.files.follow, loop.maker, 'correct')).toMatchObject({ due: told.correct, rule: told.spotCheck })
    expect(await row(house, loop.files.case)).toMatchObject({ state: 'lead', party: loop.unit, kind: 'substandard' })
    expect(await row(house, loop.files.defect)).toMatchObject({ state: 'received', producer: loop.unit })
  })

  it('the maker admits the defect and its recall is public with its scope', async () => {
    await loop.recalling()
    // recall.affected-lots: nobody answers yet, so that the scope of the maker stands.
    const { body: entries } = await house.get(`/api/v1/registers/recall/${loop.files.recall.id}/history`, cast.overseer)
    const filed = (entries.items as { step: string; asked: object[] }[]).find(({ step }) => step === 'file-plan')!
    expect(filed.asked).toMatchObject([{ question: 'recall.affected-lots', asked: { lots: ['首批'] }, value: [], origin: 'default' }])
    expect(await row(house, loop.files.recall)).toMatchObject({ state: 'running', how: told.how, producer: loop.unit })
    const clocks = ['admission', 'plan', 'publication', 'stage-report'].map((deadline) => due(loop.files.recall, cast.overseer, deadline))
    expect(await Promise.all(clocks)).toEqual([told.admission, told.plan, told.publishRecall, told.stage])
    const { body } = await house.get(`/api/v1/publications/recalls/${loop.files.recall.id}`)
    expect(JSON.stringify(body.values)).toContain('首批')
  })

  it('a case leads to a penalty after the party could be heard, and the class falls from B to C on the day of service', async () => {
    await loop.caseToNotice()
    const clocks = ['verify', 'decide', 'defend', 'ask-hearing'].map((deadline) => due(loop.files.case, loop.maker, deadline))
    expect(await Promise.all(clocks)).toEqual([told.verify, told.decide, told.defend, told.hearing])
    // enforcement.earlier-penalties: the credit file answers; the maker drawn here had none.
    expect(await row(house, loop.files.case)).toMatchObject({ earlier: told.earlier })
    await loop.penalty()
    expect(await due(loop.files.case, loop.maker, 'pay')).toBe(told.pay)
    if (told.pack === 'today') await loop.payment()
    expect(await stateOf(loop.files.case)).toBe(told.pack === 'today' ? 'closed' : 'served')
    expect(await Promise.all([26, 27, 62, 63].map((n) => classOn(loop.day(n))))).toEqual(told.classes)
  })

  it('the correction passes a re-check by a sample of its own, which closes the follow-up', async () => {
    await loop.correction()
    expect(await row(house, loop.files.follow)).toMatchObject({ state: 'closed', recheck_passed: true })
  })

  it('a fine of 2016 that is paid ten days late bears three per cent for each day, and the case is closed when both are paid', async () => {
    if (told.pack === 'today') return
    house.at(loop.day(88))
    const alone = await attempt(house, loop.files.case, 'pay', loop.cast.officials.handler, { on: loop.day(88), sum: '20000.00', receipt: 'P-1' })
    expect(alone.body).toMatchObject({ status: 409, code: 'enforcement.still-owed', field: 'sum', detail: expect.stringContaining('6000.00') })
    await loop.payment()
    expect(await row(house, loop.files.case)).toMatchObject({ state: 'closed', surcharge: '6000.00', paid: '26000.00' })
  })

  it('of 1 150 units sold or in stock 700 have come back by the stage report, and everybody can read it', async () => {
    await loop.counting()
    const { body } = await house.get(`/api/v1/publications/recalls/${loop.files.recall.id}`)
    expect(body.values).toMatchObject({ made: 1200, affected: 1000, returned: 700 })
  })

  it('the maker sees each line of its class with record and article, and what would change it', async () => {
    const explained = (await gradeOne(house.engine, creditClassScale, loop.unit, loop.day(90)))!
    const [sample, penalty] = [await loop.entryOf(loop.files.sample), await loop.entryOf(loop.files.case)]
    // Until March 2026 every entry counted, since then those that others than officials may see.
    const [minor, ordinary] = told.pack === '2016' ? ['anyMinor', 'anyOrdinary'] : ['minor', 'ordinary']
    expect(explained.counted.map(({ id, fact, article }) => [id, fact, article])).toEqual(
      expect.arrayContaining([[sample.id, minor, 'product-quality-law/15'], [penalty.id, ordinary, 'product-quality-law/49']]),
    )
    expect(explained.ifChanged).toContainEqual({ fact: ordinary, to: 0, grade: 'B' })
    for (const entry of [sample, penalty]) expect((await house.get(`/api/v1/registers/credit-entry/${entry.id}`, loop.maker)).status).toBe(200)
  })

  it('a tender check of that day shows the fall, also to whoever asks without knowing the firm, and the maker sees who asked', async () => {
    const codes = makers.map((code) => ({ code }))
    const asked = await open(house, 'credit-extract', cast.purchaser, { purchaser: '虚构采购中心（演示）', project: '书柜采购 XG-1', purpose: 'tender', codes })
    const { result, look_back: lookBack } = await row(house, asked)
    const line = (result as { code: string }[]).find(({ code }) => code === loop.unit)
    expect(line).toMatchObject({ ...(told.pack === '2016' ? { grade: 'D', points: '52', breaches: 3 } : { grade: 'C', points: '67', breaches: 2 }), penalties: 0, listedUntil: null })
    expect(lookBack).toBe(addMonths(loop.day(90), -36))
    const proof = (await house.get(`/desk/credit-check/${asked.id}/extract.json`, cast.purchaser)).body
    expect(verifySealed(JSON.stringify(proof), { history: house.keys.history, now: house.engine.now() }).verdict).toBe('good')
    expect((await house.get(`/api/v1/registers/credit-extract/${asked.id}`, loop.maker)).status).toBe(404)
    expect((await house.get('/desk/own-file', loop.maker)).body).toContain('书柜采购 XG-1')
  })

  it('repair is early before its term; after it, it is asked for and granted, and the class rises', async () => {
    const penalty = await loop.entryOf(loop.files.case)
    const promise = { promise: '罚款已缴清，整改复查合格，承诺守信' }
    house.at(loop.day(91))
    const early = await attempt(house, penalty, 'ask-repair', loop.maker, promise)
    if (told.pack === '2016') {
      // Repair of an ordinary breach is a rule of 2026 (NDRC order 36): in 2016 there is none, and the entry ages out after 36 months.
      expect(early.body).toMatchObject({ code: 'kernel.no-rule' })
      expect(await stateOf(penalty)).toBe('valid')
      return
    }
    expect(early.body).toMatchObject({ code: 'credit.repair-early' })
    // Entered on 16 June, three months.
    house.at('2026-09-16')
    await loop.attempt(penalty, 'ask-repair', loop.maker, promise)
    expect((await house.get('/desk/own-file', loop.maker)).body).toContain('申请修复')
    expect((await house.get('/desk', cast.officials.creditOfficer)).body).toContain('受理修复申请')
    await loop.attempt(penalty, 'accept-repair', cast.officials.creditOfficer, {})
    await loop.attempt(penalty, 'grant', cast.officials.creditOfficer, { reason: '义务已履行' })
    expect(await stateOf(penalty)).toBe('repaired')
  })

  it('the recall ends with 960 of 1 000 units back, which the evaluator finds enough', async () => {
    await loop.evaluation()
    expect(await row(house, loop.files.recall)).toMatchObject({ state: 'done', returned: 960 })
  })

  it('the class of each date is replayed under the rules of that date', async () => {
    const days: readonly (readonly [string, string])[] =
      told.pack === '2016'
        ? // 36 months each: the sample until 28 March, the ordered recall until 3 April, the penalty until 3 May 2019; no merit when it ends.
          [[loop.day(26), 'B 85'], [loop.day(27), 'B 82'], [loop.day(32), 'B 82'], [loop.day(33), 'C 67'], [loop.day(63), 'D 52'], ['2016-08-18', 'D 52'], ['2019-03-28', 'D 55'], ['2019-04-03', 'C 70'], ['2019-05-03', 'B 85']]
        : // The sample counts three months, until 11 August; the penalty until its repair on 16 September.
          [[loop.day(26), 'B 85'], [loop.day(27), 'B 82'], [loop.day(63), 'C 67'], ['2026-08-11', 'C 70'], ['2026-09-15', 'C 70'], ['2026-09-16', 'B 85'], ['2026-10-01', 'A 90']]
    for (const [day, grade] of days) expect([day, await classOn(day)]).toEqual([day, grade])
  })

  it('each consequence names its cause and its article, from both ends, and the map draws the whole path', async () => {
    const { files } = loop
    const [reports, signalOfSample, signalOfRecall] = [
      await found(house, 'test-report', 'origin_record', files.sample.id),
      (await found(house, 'signal', 'origin_record', files.sample.id))[0]!,
      (await found(house, 'signal', 'origin_record', files.recall.id))[0]!,
    ]
    const path: readonly (readonly [string, File, File])[] = [
      ['risk.complaint-to-signal', files.complaint, files.signals[0]!],
      ['risk.notice-to-signal', files.notices[0]!, files.signals[1]!],
      ['risk.notice-to-signal', files.notices[1]!, files.signals[2]!],
      ...files.signals.map((signal) => ['risk.matter-joins-signals', files.matter, signal] as const),
      ['supervision.risk-to-plan', files.matter, files.plan],
      ['supervision.plan-to-draw', files.plan, files.draw],
      ['supervision.draw-to-samples', files.draw, files.sample],
      ['supervision.sample-to-order', files.sample, files.order],
      ['testing.order-to-report', files.order, reports[0]!],
      ['supervision.report-to-sample', reports[0]!, files.sample],
      ['supervision.re-inspection-to-order', files.sample, files.reorder],
      ['testing.order-to-report', files.reorder, reports[1]!],
      ['supervision.report-to-sample', reports[1]!, files.sample],
      ['supervision.failure-to-rectification', files.sample, files.follow],
      ['supervision.failure-to-signal', files.sample, signalOfSample],
      ['credit.sample-to-entry', files.sample, await loop.entryOf(files.sample)],
      ['supervision.breach-to-case', files.follow, files.case],
      ['supervision.defect-to-report', files.follow, files.defect],
      ['recall.report-to-recall', files.defect, files.recall],
      ['risk.recall-to-signal', files.recall, signalOfRecall],
      ['supervision.recheck-to-sample', files.follow, files.recheck],
      ['supervision.recheck-result', files.recheck, files.follow],
      ['credit.penalty-to-entry', files.case, await loop.entryOf(files.case)],
      [told.pack === '2016' ? 'credit.recall-order' : 'credit.recall-close', files.recall, await loop.entryOf(files.recall)],
    ]
    const linksOf = async (file: File) => (await house.get(`/api/v1/registers/${file.register}/${file.id}/links`, cast.overseer)).body
    for (const [linkage, cause, consequence] of path) {
      const [from, to] = [await linksOf(cause), await linksOf(consequence)]
      const basis = expect.stringMatching(/^[a-z0-9-]+/)
      expect(from.consequences, linkage).toContainEqual(expect.objectContaining({ linkage, state: 'done', register: consequence.register, record: consequence.id, basis }))
      expect(to.causes, linkage).toContainEqual(expect.objectContaining({ linkage, register: cause.register, record: cause.id, basis }))
    }
    const map = (await house.get('/api/v1/linkages', cast.overseer)).body as MapAnswer
    const edges = new Map(layoutOf(map).edges.map((edge) => [edge.name, edge]))
    for (const [linkage, cause, consequence] of path) expect(edges.get(linkage), linkage).toMatchObject({ from: cause.register, to: consequence.register })
  })
})
