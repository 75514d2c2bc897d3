// Three years of plans: yearly by chance for each class, special ones where risk directs, statistical surveys; each drawn in the open.
import { fits } from '../../kernel/filter.ts'
import { createHash } from 'node:crypto'
import { addDays, startOf, type Day } from '../../kernel/day.ts'
import type { AnyRecord } from '../../kernel/register.ts'
import type { Maker } from './enterprises.ts'
import { Chance, classes, classNames, rates, sizes, type Size } from './rates.ts'
import { approver, organiser, tellSample, type Field } from './samples.ts'
import { Tale, type Row } from './tale.ts'

export interface Planned {
  readonly name: string
  readonly title: string
  readonly kind: 'yearly' | 'special' | 'survey'
  readonly frame: 'random' | 'risk-directed' | 'statistical'
  readonly productClass: string
  readonly place: string
  readonly wanted: number
  /** The day on which the commitment is published. */
  readonly on: Day
  readonly to: Day
}

const titles: Readonly<Record<Planned['kind'], string>> = { yearly: '年度监督抽查', special: '专项监督抽查', survey: '质量统计调查' }
const frameOf = { yearly: 'random', special: 'risk-directed', survey: 'statistical' } as const
const day = (year: number, month: number, of: number): Day => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`

/** So much of the province's volume as the count of enterprises is of the full one. */
const scaled = (wanted: number, share: number): number => Math.max(4, Math.round(wanted * share))

function planned(kind: Planned['kind'], productClass: string, on: Day, share: number, place = '130000'): Planned {
  const wanted = scaled({ yearly: rates.yearly, special: rates.special, survey: rates.survey }[kind].batches, share)
  const title = `${on.slice(0, 4)} 年${classes[productClass]!.products[0]}等产品${titles[kind]}（演示 ${on.slice(5, 7)}）`
  const to = addDays(on, 150)
  return { name: `${kind} ${productClass} ${place} ${on}`, title, kind, frame: frameOf[kind], productClass, place, wanted, on, to }
}

/** All plans from November 2023 on, in the order of their days; those of 2026 run into the present. */
export function planSchedule(share: number): readonly Planned[] {
  const chance = new Chance('plans')
  const yearly = [2024, 2025, 2026].flatMap((year) =>
    classNames.map((name, at) => planned('yearly', name, day(year, 1 + ((at * 5 + year) % 11), chance.whole(2, 26)), share)),
  )
  const special = Array.from({ length: 36 }, (_, at) => {
    const month = 10 + at
    return planned('special', chance.pick(classNames), day(2023 + Math.floor(month / 12), 1 + (month % 12), chance.whole(2, 24)), share)
  })
  const surveys = [2024, 2025, 2026].flatMap((year) => [planned('survey', 'wireMesh', day(year, 4, 8), share), planned('survey', 'furniture', day(year, 9, 8), share)])
  return [...yearly, ...special, ...surveys].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1))
}

/** How many of each size: as the published shares say, and never more than there are. */
function takeOf(units: readonly Maker[], wanted: number): readonly { stratum: Size; take: number }[] {
  const share: Readonly<Record<Size, number>> = {
    large: Number(rates.sizes.large.share),
    medium: Number(rates.sizes.medium.share),
    small: Number(rates.sizes.small.share) * 0.6,
    micro: Number(rates.sizes.small.share) * 0.4,
  }
  return sizes.flatMap((stratum) => {
    const there = units.filter(({ size }) => size === stratum).length
    return there === 0 ? [] : [{ stratum, take: Math.min(there, Math.max(1, Math.round((wanted * share[stratum]) / 100))) }]
  })
}

const inspectors = Array.from({ length: 40 }, (_, at) => ({ account: `inspector.${String(at + 1).padStart(2, '0')}`, badge: `冀演示${String(at + 1).padStart(2, '0')}` }))

const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** From the frozen frame to the result: the seed appears a day after the commitment, at an hour that was named in it. */
async function drawOpenly(draw: Tale, plan: Planned, units: readonly Maker[]): Promise<boolean> {
  const list = units.map(({ code, name, place, size }) => ({ code, name, place, stratum: size, weight: null }))
  // A few inspectors are in conflict with a body of the frame.
  const people = inspectors.map((each, at) => ({ ...each, avoids: at % 8 === 0 ? units[(at * 3) % units.length]!.code : null }))
  await draw.take('freeze', addDays(plan.on, -1), organiser, { list, inspectors: people })
  const source = `虚构公开摇号 ${plan.on} 期（演示）`
  const appears = new Date(Date.parse(startOf(addDays(plan.on, 1))) + 21 * 3_600_000).toISOString()
  await draw.take('commit', plan.on, organiser, {
    take: takeOf(units, plan.wanted), reserve: 2, inspectorsEach: 2, visitsAtMost: null, seeds: [{ source, at: appears }], waitHours: 48,
    secret: hex(`secret ${plan.name}`),
  })
  const seed = hex(`seed ${plan.name}`).slice(0, 24)
  return draw.take('draw', addDays(plan.on, 2), organiser, { seedSource: source, seed, appeared: appears })
}

function planAnswers({ title, kind, frame, productClass, place, wanted, on, to }: Planned): Row {
  const { parameter, method, unit, comparison, limit, later } = classes[productClass]!.test
  const current = later && later.from <= on ? later.method : method
  return {
    title, kind, frame, line: classes[productClass]!.line, productClass, place, ruleNumber: `演示细则-${productClass}`,
    items: [{ parameter, method: current, unit, comparison, limit, clause: '演示限值' }],
    rule: 'simple', wanted, mostQuantity: '4', from: addDays(on, -20), to,
  }
}

async function tellSamples(field: Field, plan: Planned, draw: AnyRecord): Promise<void> {
  const chance = new Chance(`visits ${plan.name}`)
  const drawn = draw['result'] as readonly { id: string; reserve: boolean; inspectors: string | null }[]
  const accounts = new Map(drawn.map(({ id, inspectors: list }) => [id, (list ?? '').split(' ')]))
  for (const record of await field.histories.shelf.find('sample', fits({ draw: draw.id }))) {
    const maker = field.makers.get(String(record['unit']))!
    const name = `${plan.name} ${maker.code}`
    const sample = new Tale({ histories: field.histories, register: 'sample', name, today: field.today, record })
    const on = addDays(plan.on, chance.whole(4, 32))
    await tellSample(field, sample, { maker, productClass: plan.productClass, samplers: accounts.get(maker.code)!, on, name })
  }
}

/** A plan with its draw and its samples; nothing of it where it would begin after today. */
export async function tellPlan(field: Field, plan: Planned, units: readonly Maker[]): Promise<void> {
  const { histories, today } = field
  const told = new Tale({ histories, register: 'check-plan', name: plan.name, today })
  if (units.length < 2 || !(await told.take('open', addDays(plan.on, -28), organiser, planAnswers(plan)))) return
  await told.take('approve', addDays(plan.on, -21), approver)
  if (!(await told.take('call-draw', addDays(plan.on, -14), organiser, { drawTitle: `${plan.title}抽取` }))) return
  const opened = (await histories.shelf.find('draw', fits({ plan: told.id }))).at(-1)!
  const draw = new Tale({ histories, register: 'draw', name: plan.name, today, record: opened })
  if (!(await drawOpenly(draw, plan, units))) return
  await tellSamples(field, plan, await draw.now())
  // Frame, seed and result are opened after the last visit, and the plan is closed when its results are final.
  if (addDays(plan.on, 40) <= today) await draw.take('publish', addDays(plan.on, 40), organiser)
  if (addDays(plan.on, 140) <= today) await told.take('close', addDays(plan.on, 140), organiser)
}
