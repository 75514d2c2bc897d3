// The demonstration's risks: notices that others published, invented signals of two years, and three matters told to where they stand.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { addDays, dayOf, type Day } from '../kernel/day.ts'
import type { Person } from '../kernel/permission.ts'
import { packageRoot } from '../store/package-root.ts'
import type { Zhiheng } from '../zhiheng.ts'
import { seeded } from './demonstration.ts'
import { invented, Story, tellAll, type Row } from './demonstration-story.ts'
import { loadRows } from './load-records.ts'
import type { Progress } from './progress.ts'
import { proposeMatters } from './propose-matters.ts'

const file = join(packageRoot, 'jurisdictions', 'outside', 'notices', 'notices.csv.gz')
const importer: Person = { id: 'importer', name: 'importer', office: null, holdings: [] }
const analyst = invented('risk.analyst', 'hebei-market')
const panel = invented('risk.panel', 'hebei-market')
const head = invented('risk.head', 'hebei-market')

/** The demonstration shows a part: what the file holds beyond is imported on request (`zhiheng import outside-notice`). */
const shownClasses = new Set(['dairy', 'edibleOil', 'liquor', 'plasticContainers', 'glassware', 'paperProducts'])
async function notices(): Promise<readonly Row[]> {
  const rows = parse(gunzipSync(await readFile(file)), { columns: true }) as Record<string, string>[]
  return rows.filter((row) => (row['source'] === 'fsis' ? row['day']! >= '2018-01-01' : shownClasses.has(row['productClass']!)))
}

const kinds = [
  { productClass: 'lamps', product: '儿童护眼台灯', hazards: ['heat', 'electrical'], rate: 0.5, lately: 6 },
  { productClass: 'batteries', product: '电动自行车锂电池', hazards: ['heat', 'electrical'], rate: 0.9, lately: 1 },
  { productClass: 'toys', product: '磁力玩具', hazards: ['children', 'mechanical'], rate: 0.4, lately: 0 },
] as const
const places = ['130102', '130104', '130203', '130602', '131002']

/** Signals of two years, invented and seeded: a low rate by chance, and in one class a cluster in the last whole weeks. */
export function inventedSignals(today: Day): readonly Row[] {
  const random = seeded(42)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return kinds.flatMap(({ productClass, product, hazards, rate, lately }) =>
    Array.from({ length: 100 }, (_, back) => back).flatMap((back) => {
      const count = back >= 1 && back <= 2 && lately > 1 ? lately : [random(), random(), random()].filter((x) => x < rate / 3).length
      return Array.from({ length: count }, () => ({
        day: addDays(today, -7 * back - Math.floor(random() * 3) - 1), source: pick(['complaint', 'hospital', 'online', 'accident']),
        product: `${product}（演示）`, productClass, hazard: random() < 0.8 ? hazards[0] : hazards[1], place: pick(places),
      }))
    }),
  )
}

interface Told {
  readonly name: string
  readonly ago: number
  readonly product: string
  readonly productClass: string
  readonly hazard: string
  readonly why: string
  readonly scenario: Row
  readonly colour: string
  readonly danger: string
  readonly advice: string
  readonly scope: readonly Row[]
  readonly measures: readonly string[]
  readonly end: 'consulting' | 'warning' | 'lifted'
}

const matters: readonly Told[] = [
  {
    name: 'batteries', ago: 40, product: '电动自行车锂电池（演示）', productClass: 'batteries', hazard: 'heat', why: '近期信号集中于充电起火',
    scenario: { name: '充电时热失控致灼伤', group: 'everybody', severity: 3, steps: '过充保护失效 1/100；热失控 1/10；人在近旁 1/4' },
    colour: 'orange', danger: '过充保护失效的锂电池在充电时可能热失控起火。', advice: '不要在室内和楼道充电，不要整夜充电；外壳鼓包、发烫的立即停用。',
    scope: [{ model: '48V20Ah 改装电池' }], measures: ['advice', 'joint'], end: 'warning',
  },
  {
    name: 'toys', ago: 150, product: '磁力玩具（演示）', productClass: 'toys', hazard: 'children', why: '医疗机构报告两例误吞',
    scenario: { name: '误吞两粒以上磁珠', group: 'children', severity: 4, steps: '磁珠脱落 1/50；儿童误吞 1/40；两粒以上 1/10' },
    colour: 'red', danger: '强磁小珠被误吞两粒以上时会在肠道内相吸，造成穿孔。', advice: '立即收走有脱落的磁力玩具；怀疑误吞的，马上就医，不要等待。',
    scope: [{ model: 'CL-216', lot: '2026-02' }], measures: ['advice', 'order'], end: 'lifted',
  },
  {
    name: 'gas', ago: 8, product: '燃气连接软管（演示）', productClass: 'gasAppliances', hazard: 'other', why: '召回之外的型号也有脱落报告',
    scenario: { name: '接头脱落漏气', group: 'everybody', severity: 4, steps: '铆压不足 1/200；受热脱落 1/50；未及时发现 1/3' },
    colour: 'orange', danger: '', advice: '', scope: [], measures: [], end: 'consulting',
  },
]
const view = (expert: string, opinion: string): Row => ({ expert, recused: 'no', opinion })

async function tell({ engine }: Pick<Zhiheng, 'engine'>, told: Told, today: Day): Promise<void> {
  const from = addDays(today, -told.ago)
  const story = new Story(engine, { register: 'risk-matter', name: told.name, from, today })
  const { product, productClass, hazard, why, colour } = told
  await story.take('open', 0, analyst, { begun: from, place: '130000', product, productClass, hazard, raised: 'officer', why })
  await story.take('take-up', 1, analyst)
  await story.take('assess', 4, analyst, { scenarios: [told.scenario], uncertainty: '概率为专家估计（演示）' })
  if (told.end === 'consulting') return
  const experts = ['Z-01', 'Z-02', 'Z-03'].map((expert) => view(expert, colour))
  await story.take('consult', 7, panel, { panel: experts, minutes: '一致意见（演示）', recommended: colour })
  const { danger, advice, scope } = told
  const warned = { colour, colourWhy: '按会商意见（演示）', danger, advice, scope, audience: ['everybody'], channels: ['site', 'press'], warnedTo: addDays(from, 180) }
  await story.take('warn', 8, head, warned)
  await story.take('publish', 8, head)
  await story.take('decide-measures', 8, head, { chosen: told.measures })
  for (let after = 15; after < Math.min(told.ago, 60); after += colour === 'red' ? 7 : 14)
    await story.take('review', after, panel, { outcome: 'keep', reviewNote: '仍有新的信号（演示）' })
  if (told.end !== 'lifted') return
  await story.take('review', 64, panel, { outcome: 'lift', reviewNote: '两个月没有新的信号（演示）' })
  await story.take('lift', 66, head, { endWhy: '涉及批次已经下架，两个月内没有新的伤害报告（演示）。' })
}

export async function addRisks(zhiheng: Pick<Zhiheng, 'engine'>, progress: Progress): Promise<void> {
  const { engine } = zhiheng
  const today = dayOf(engine.now())
  const [told, signals] = [await notices(), inventedSignals(today)]
  const open = (register: string, rows: readonly Row[], keyOf: (row: Row) => string, what: string) =>
    loadRows({ engine, person: importer, register, keyOf }, rows, progress.begin(what, rows.length))
  await open('outside-notice', told, (row) => `${String(row['source'])} ${String(row['reference'])}`, '他方通报 notices of others')
  await open('signal', signals, (row) => `invented ${signals.indexOf(row)}`, '虚构信号 invented signals')
  await tellAll(matters.map((each) => () => tell(zhiheng, each, today)), progress.begin('虚构风险 invented risks', matters.length))
}

/** What alarms in the invented signals is proposed, as after every computation. */
export const watchRisks = ({ engine }: Pick<Zhiheng, 'engine'>): Promise<readonly string[]> => proposeMatters(engine)
