// The level of an accident of special equipment (特種設備事故等級): from people, loss and what happened, by the table in force on its day.
import { compareFractions } from '../../../kernel/fraction.ts'
import { words } from '../../../kernel/words.ts'

export const accidentLevels = {
  gravest: words('特别重大事故', 'Gravest'),
  grave: words('重大事故', 'Grave'),
  larger: words('较大事故', 'Larger'),
  ordinary: words('一般事故', 'Ordinary'),
  none: words('未达到事故等级', 'Below every level'),
} as const
export type AccidentLevel = keyof typeof accidentLevels

/** What put it on its level; all that hold on that level are kept. */
export const levelGrounds = {
  dead: words('死亡人数', 'People dead'),
  seriouslyHurt: words('重伤人数', 'People seriously hurt'),
  loss: words('直接经济损失', 'Direct loss'),
  bigBoilerExploded: words('600兆瓦以上锅炉爆炸', 'A boiler of 600 MW or more exploded'),
  bigBoilerDown: words('600兆瓦以上锅炉因安全故障中断运行', 'A boiler of 600 MW or more stood still for a safety fault'),
  exploded: words('锅炉、压力容器、压力管道爆炸', 'A boiler, vessel or pipe exploded'),
  moved: words('有毒介质泄漏造成人员转移', 'People moved from a toxic leak'),
  overturned: words('起重机械整体倾覆', 'A crane overturned'),
  broken: words('起重机械主要受力结构件折断或者起升机构坠落', 'A main part of a crane broke, or its hoist fell'),
  strandedMany: words('高空滞留人数和时间', 'How many were stranded aloft, and how long'),
  stranded: words('高空滞留人员', 'People stranded aloft'),
  lockedIn: words('电梯轿厢滞留人员', 'People locked in a lift'),
} as const
export type LevelGround = keyof typeof levelGrounds

/** What is known of it; what is not known is null and puts it on no level. */
export interface AccidentFacts {
  readonly kind: string
  readonly dead: number | null
  readonly seriouslyHurt: number | null
  readonly loss: string | null
  readonly exploded: boolean | null
  readonly megawatts: string | null
  readonly downHours: string | null
  readonly moved: number | null
  readonly overturned: boolean | null
  readonly broken: boolean | null
  readonly stranded: number | null
  readonly strandedHours: string | null
}

/** The limits of one level by name, decimals as text. */
export type LevelTable = Readonly<Record<Exclude<AccidentLevel, 'none'>, Readonly<Record<string, string>>>>

/** “以上” includes the number (監察條例 71); what is not known, and what the level has no limit for, does not reach it. */
const reaches = (value: number | string | null, limit: string | undefined): boolean =>
  value !== null && limit !== undefined && compareFractions(String(value), limit) >= 0

const aloft = (kind: string): boolean => kind === 'ropeway' || kind === 'ride'
const pressed = (kind: string): boolean => kind === 'vessel' || kind === 'pipe'

function holding(facts: AccidentFacts, level: keyof LevelTable, limit: Readonly<Record<string, string>>): readonly LevelGround[] {
  const { kind } = facts
  const many = reaches(facts.stranded, limit['stranded'])
  const hours = kind === 'ropeway' ? (limit['ropewayHours'] ?? limit['strandedHours']) : (limit['rideHours'] ?? limit['strandedHours'])
  const tests: Readonly<Record<LevelGround, boolean>> = {
    dead: reaches(facts.dead, limit['dead']),
    seriouslyHurt: reaches(facts.seriouslyHurt, limit['seriouslyHurt']),
    loss: reaches(facts.loss, limit['loss']),
    bigBoilerExploded: kind === 'boiler' && facts.exploded === true && reaches(facts.megawatts, limit['explodedMegawatts']),
    bigBoilerDown: kind === 'boiler' && reaches(facts.megawatts, limit['downMegawatts']) && reaches(facts.downHours, limit['downHours']),
    exploded: level === 'larger' && facts.exploded === true && (kind === 'boiler' || pressed(kind)),
    moved: pressed(kind) && reaches(facts.moved, limit['moved']),
    overturned: level === 'larger' && kind === 'crane' && facts.overturned === true,
    broken: level === 'ordinary' && kind === 'crane' && facts.broken === true,
    strandedMany: aloft(kind) && many && reaches(facts.strandedHours, limit['strandedHours']),
    stranded: aloft(kind) && limit['stranded'] === undefined && reaches(facts.strandedHours, hours),
    lockedIn: kind === 'lift' && reaches(facts.strandedHours, limit['carHours']),
  }
  return (Object.keys(tests) as LevelGround[]).filter((ground) => tests[ground])
}

export interface Levelled {
  readonly level: AccidentLevel
  readonly grounds: readonly LevelGround[]
}

/** The highest level that anything reaches, with all that reaches it. */
export function levelOf(facts: AccidentFacts, table: LevelTable): Levelled {
  for (const level of ['gravest', 'grave', 'larger', 'ordinary'] as const) {
    const grounds = holding(facts, level, table[level])
    if (grounds.length > 0) return { level, grounds }
  }
  return { level: 'none', grounds: [] }
}

/** Tiers of government by which an accident is passed on and investigated. */
export const tiers = {
  county: words('县级', 'County'),
  city: words('设区的市级', 'City'),
  province: words('省级', 'Province'),
  national: words('国家级', 'State'),
} as const
export type Tier = keyof typeof tiers

const ranks = Object.keys(tiers) as readonly Tier[]
export const isHigher = (one: Tier, other: Tier): boolean => ranks.indexOf(one) > ranks.indexOf(other)

/** To whom it goes up (事故條例 10) and who investigates at least (特種設備安全法 72): the same tiers. */
export const tierOf = (level: AccidentLevel): Tier =>
  level === 'gravest' || level === 'grave' ? 'national' : level === 'larger' ? 'province' : level === 'ordinary' ? 'city' : 'county'
