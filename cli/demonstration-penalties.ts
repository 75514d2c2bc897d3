// The demonstration's penalty cases: invented breaches of invented firms, most public, one annulled, one past its term.
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import type { Person } from '../kernel/permission.ts'
import { hebei } from '../jurisdictions/hebei/index.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { inventedEnterprises, seeded } from './demonstration.ts'
import { actor } from './at-size/tale.ts'
import { Story, tellAll } from './demonstration-story.ts'
import type { Progress } from './progress.ts'

/** Kinds of breach with the article breached, the article of the penalty and the multiple of the value that its band allows. */
const breaches = [
  { kind: 'substandard', breach: '13', by: '49', times: 1.5, facts: '抽查不合格，涉嫌生产不符合保障人身安全标准的产品' },
  { kind: 'adulterated', breach: '32', by: '50', times: 1, facts: '涉嫌以次充好' },
  { kind: 'obsolete', breach: '29', by: '51', times: 0.6, facts: '涉嫌生产国家明令淘汰的产品' },
  { kind: 'expired', breach: '35', by: '52', times: 0.8, facts: '涉嫌销售失效、变质的产品' },
  { kind: 'origin', breach: '30', by: '53', times: 0.5, facts: '涉嫌伪造产地' },
  { kind: 'labelling', breach: '27', by: '54', times: 0.2, facts: '产品标识不符合规定' },
] as const

type End = 'investigating' | 'told' | 'served' | 'performed' | 'archived' | 'annulled'

/** How far each came, how many days ago its lead was received, and how heavy the breach of trust is. */
const told: readonly (readonly [End, number, 'minor' | 'ordinary' | 'serious'])[] = [
  ['archived', 210, 'ordinary'], ['archived', 190, 'serious'], ['performed', 150, 'ordinary'], ['performed', 140, 'ordinary'],
  ['served', 75, 'ordinary'], ['served', 70, 'serious'], ['archived', 205, 'ordinary'], ['performed', 130, 'serious'],
  ['served', 66, 'minor'], ['archived', 180, 'ordinary'], ['performed', 120, 'ordinary'], ['served', 64, 'ordinary'],
  // Decided half a year ago as a minor breach: its three months are over, so that it is seen nowhere.
  ['archived', 200, 'minor'],
  ['annulled', 160, 'ordinary'],
  ['investigating', 40, 'ordinary'], ['investigating', 25, 'ordinary'], ['told', 45, 'ordinary'],
]

const office = 'hebei-market'
// A paper is signed by the duty that its form names, so that each of them holds its own.
const [clerk, handler, reviewer, head] = (['clerk', 'handler', 'reviewer', 'head'] as const).map((role) =>
  actor(`case.${role}`, office, [`enforcement.${role}`]),
) as [Person, Person, Person, Person]

async function decided(story: Story, at: { fine: string; degree: string }): Promise<void> {
  await story.take('end-defence', 47, handler)
  await story.take('decide', 50, head, { circumstance: 'ordinary', penalties: ['fine'], degree: at.degree, fine: at.fine, reasons: '按一般情节裁量（演示）' })
  if (story.over) return
  const { number } = story.papers.get('penalty-decision')!
  await story.take('sign-document', 50, head, { document: number, how: 'seal' })
  await story.take('serve', 52, handler, { document: number, way: 'direct', outcome: 'served', on: story.day(52) })
}

async function tell({ engine }: Pick<Zhiheng, 'engine'>, at: number, today: Day): Promise<void> {
  const [end, ago, degree] = told[at]!
  const random = seeded(4500 + at)
  const firms = inventedEnterprises(300, hebei.divisions) as unknown as { name: string; code: string; place: string }[]
  const firm = firms[20 + at * 7]!
  const { kind, breach, by, times, facts } = breaches[at % breaches.length]!
  const value = (Math.round(4 + random() * 60) * 500).toFixed(2)
  const fine = (Number(value) * times).toFixed(2)
  const from = addDays(today, -ago)
  const story = new Story(engine, { register: 'case', name: String(at), from, today })
  await story.take('open', 0, clerk, {
    received: from, source: at % 2 === 0 ? 'sample' : 'check', party: firm.code, partyName: firm.name, place: firm.place, kind, facts: `（演示数据，内容虚构）${facts}`,
  })
  await story.take('verify', 1, handler, { firstVerifier: '冀演示001', secondVerifier: '冀演示002' })
  await story.take('file', 8, head, { firstHandler: '冀演示001', secondHandler: '冀演示002' })
  await story.take('gather', 12, handler, { sort: 'opinion', what: '检验报告（演示）', taken: story.day(12), from: '虚构检测中心', takers: '冀演示001、冀演示002', original: true })
  if (end === 'investigating') return
  await story.take('report', 20, handler, { finding: '违法事实成立（演示）', breach: `product-quality-law/${breach}`, punishedBy: `product-quality-law/${by}`, value, crimeWeighed: '经审查不涉嫌犯罪（演示）' })
  await story.take('review-pass', 26, reviewer, { opinion: '事实清楚，同意（演示）' })
  await story.take('tell', 30, head, { toldFine: fine, penalties: ['fine'] })
  const { number } = story.papers.get('penalty-notice')!
  await story.take('sign-document', 30, head, { document: number, how: 'seal' })
  await story.take('serve-document', 32, handler, { document: number, way: 'direct', outcome: 'served', on: story.day(32) })
  if (end === 'told') return
  await decided(story, { fine, degree })
  if (end === 'served' || end === 'annulled') return
  await story.take('pay', 60, handler, { on: story.day(60), sum: fine, receipt: `演示P${at}` })
  if (end === 'performed') return
  await story.take('close', 70, head, { outcome: '履行完毕（演示）' })
  await story.take('archive', 124, handler)
}

export async function addPenalties(zhiheng: Pick<Zhiheng, 'engine'>, progress: Progress): Promise<void> {
  const today = dayOf(zhiheng.engine.now())
  const bar = progress.begin('虚构处罚案件 invented penalty cases', told.length)
  await tellAll(told.map((_, at) => () => tell(zhiheng, at, today)), bar)
}

/** One decision is annulled after it was public and sealed, so that what it leaves behind can be seen. */
export async function annulPenalty({ engine }: Pick<Zhiheng, 'engine'>): Promise<void> {
  const today = dayOf(engine.now())
  const at = told.findIndex(([end]) => end === 'annulled')
  const record = new Story(engine, { register: 'case', name: String(at), from: today, today }).id
  const story = new Story(engine, { register: 'case', name: `${at}:annulled`, from: addDays(today, -told[at]![1]), today, record })
  await story.take('annul', 100, head, { ground: 'reconsideration', reasons: '检验程序有误，复议决定撤销（演示）' })
}
