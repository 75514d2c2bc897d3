// The demonstration's proficiency rounds: one published, in which an invented laboratory failed and corrected it, and one that is open.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { codeOf } from './demonstration-laboratories.ts'
import { invented, Story, type Row } from './demonstration-story.ts'

const organiser = invented('proficiency.organiser', 'hebei-market')
const statistician = invented('proficiency.statistician', 'hebei-market')
const publisher = invented('proficiency.publisher', 'hebei-market')

const design = {
  organised: '省市场监督管理局（演示）', productClass: 'dairy', parameter: '蛋白质', method: null, unit: 'g/100g', invented: true,
  valueFrom: 'certified', assigned: '3.20', uAssigned: '0.015', sigmaFrom: 'prescribed', sigma: '0.08',
} as const

/** Invented results of the first eight laboratories; the seventh misses by 3.5 deviations, the third by 2.4. */
const results: readonly (readonly [string, string | null, boolean])[] = [
  ['3.22', '0.08', true], ['3.17', '0.10', true], ['3.39', '0.10', false], ['3.24', null, true], ['3.11', '0.12', false], ['3.20', '0.06', true],
  ['3.48', '0.10', true], ['3.29', null, false],
]

type Opened = Pick<Zhiheng, 'engine'>
const lab = (at: number) => invented(`lab${at}.signatory`, null, [codeOf(at)])

const roundOf = ({ engine }: Opened, name: string, from: Day, today: Day) => new Story(engine, { register: 'proficiency-round', name, from, today })
const resultOf = ({ engine }: Opened, at: number, today: Day) =>
  new Story(engine, { register: 'proficiency-result', name: String(at), from: addDays(today, -110), today })

export async function addProficiency(zhiheng: Opened): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const [past, running] = [addDays(today, -120), addDays(today, -12)]
  const round = roundOf(zhiheng, 'past', past, today)
  await round.take('open', 0, organiser, { ...design, title: '乳制品蛋白质含量能力验证（演示）', closes: addDays(past, 40) })
  await round.take('call', 2, organiser)
  for (const [at, [value, expanded, named]] of results.entries()) {
    const answers: Row = { round: round.id, laboratory: codeOf(at), value, expanded, named, unit: design.unit, method: 'GB 5009.5-2016' }
    await resultOf(zhiheng, at, today).take('open', at * 3, lab(at), answers)
  }
  await round.take('evaluate', 43, statistician)
  await round.take('publish', 46, publisher)
  const open = roundOf(zhiheng, 'running', running, today)
  await open.take('open', 0, organiser, {
    ...design, title: '木质家具甲醛释放量能力验证（演示）', productClass: 'furniture', parameter: '甲醛释放量', unit: 'mg/L', closes: addDays(today, 25),
    valueFrom: 'participants', assigned: null, uAssigned: null, sigma: '0.12',
  })
  await open.take('call', 1, organiser)
}

/** What failed was corrected, once the published round has told it. */
export async function correctProficiency({ engine }: Opened): Promise<void> {
  const today = dayOf(engine.now())
  const { rows } = await engine.database.query<{ id: string }>(`select id from record.proficiency_result where state = 'unsatisfactory' and laboratory = $1`, [codeOf(6)])
  const record = rows[0]?.id
  if (record === undefined) return
  const story = new Story(engine, { register: 'proficiency-result', name: 'corrected', from: addDays(today, -60), today, record })
  await story.take('correct', 0, lab(6), { cause: '消化时间不足（演示）', correction: '改用规定的消化程序，复测 3.21 g/100g（演示）' })
  await story.take('accept', 6, organiser)
}
