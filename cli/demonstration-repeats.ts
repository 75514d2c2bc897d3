// The demonstration’s repeated analyses: parallel determinations, one determined further, one analysed anew, one subcontracted.
import { addDays, dayOf } from '../kernel/day.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises } from './demonstration.ts'
import { Story, type Row } from './demonstration-story.ts'
import { codeOf, staff, tests } from './demonstration-laboratories.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'

interface Repeated {
  readonly sample: string
  readonly age: number
  /** Protein as it was found, run by run; a further determination follows where two differ too much. */
  readonly runs: readonly (readonly string[])[]
  readonly further?: readonly string[]
  readonly fat: string
  /** Fat is tested by another laboratory. */
  readonly subcontracted?: boolean
  readonly ends: 'repeating' | 'analysing' | 'reviewing' | 'signed'
}

/** The method states r as ten per cent of the mean (as the invented scope has it). */
const told: readonly Repeated[] = [
  { sample: '纯牛奶（平行样）', age: 44, runs: [['3.12', '3.18']], fat: '3.61', ends: 'signed' },
  { sample: '酸奶（补测）', age: 38, runs: [['2.71', '3.08']], further: ['3.02'], fat: '3.35', ends: 'signed' },
  { sample: '纯牛奶（重新检测）', age: 33, runs: [['2.64'], ['3.04', '3.09']], fat: '3.52', ends: 'signed' },
  { sample: '酸奶（脂肪分包）', age: 27, runs: [['2.98', '3.01']], fat: '3.28', subcontracted: true, ends: 'signed' },
  { sample: '纯牛奶（待补测）', age: 9, runs: [['2.66', '3.11']], fat: '3.44', ends: 'repeating' },
  { sample: '酸奶（退回）', age: 8, runs: [['2.93', '2.95']], fat: '3.40', ends: 'analysing' },
]

const [protein, fat] = [tests[4]!, tests[5]!]
const line = (parameter: string, value: string): Row => ({ parameter, value, unit: 'g/100g', expanded: '0.09', instrument: 'UV-01' })

async function tell({ engine }: Pick<Zhiheng, 'engine'>, given: Repeated, at: number): Promise<void> {
  const today = dayOf(engine.now())
  const from = addDays(today, -given.age)
  const client = (inventedEnterprises(300, hebei.divisions) as unknown as { name: string; code: string }[])[40 + at]!
  const story = new Story(engine, { register: 'test-order', name: `repeat-${at}`, from, today })
  const [keeper, analyst, checker, signatory] = (['keeper', 'analyst', 'checker', 'signatory'] as const).map((role) => staff(0, role))
  const items = [protein, fat].map(({ parameter, method, unit, comparison, limit }) => ({
    parameter, method, unit, comparison, limit: String(limit), clause: '委托约定（演示）',
  }))
  await story.take('open', 0, keeper!, {
    laboratory: codeOf(0), client: client.name, clientCode: client.code, sampleName: given.sample, sampleNumber: `演示重${at + 1}`, sealNumber: `演示封重${at + 1}`,
    productClass: 'dairy', items, rule: 'guardedRejection', finishBy: addDays(from, 14), subcontract: true, sampling: 'sent', quantity: '3 × 250 mL', remainder: 'kept', fee: '390.00',
  })
  await story.take('accept', 1, keeper!, given.subcontracted ? { subcontracted: [{ parameter: fat.parameter, laboratory: codeOf(1) }] } : {})
  await story.take('receive', 1, keeper!, { intact: true, seal: `演示封重${at + 1}`, condition: '完好，4 ℃', place: '冷藏柜 2' })
  await story.take('begin', 2, analyst!, { place: '理化室', state: '完好' })
  for (const [run, values] of given.runs.entries()) {
    const results = [...values.map((value) => line(protein.parameter, value)), line(fat.parameter, given.fat)]
    await story.take('record', 3 + 2 * run, analyst!, { analysed: story.day(3 + 2 * run), results, done: run === 0 ? null : 'again' })
    if (run + 1 < given.runs.length || given.ends === 'analysing')
      await story.take('send-back', 4 + 2 * run, checker!, { reason: '空白值异常，消化温度没有记录，结果不可靠（演示）' })
  }
  const more = given.further?.map((value) => line(protein.parameter, value))
  if (more) await story.take('determine', 6, analyst!, { analysed: story.day(6), more })
  if (given.ends !== 'signed') return
  await story.take('check', 7, checker!)
  await story.take('review', 8, checker!)
  await story.take('sign', 8, signatory!)
}

export async function addRepeats(zhiheng: Pick<Zhiheng, 'engine'>): Promise<void> {
  for (const [at, given] of told.entries()) await tell(zhiheng, given, at)
}
