// Editions of the methods by which the air is measured, each in force by the day of observation.
import { cite } from '../../../kernel/citation.ts'
import type { Edition } from '../../../kernel/measure.ts'

export const indexEditions: readonly Edition[] = [
  { name: 'HJ 633-2012', from: '2013-01-01', to: '2026-02-28', basis: cite('hj-633-2012') },
  { name: 'HJ 633-2026', from: '2026-03-01', basis: cite('hj-633-2026') },
]

export const evaluationEditions: readonly Edition[] = [
  { name: 'HJ 663-2013', from: '2013-01-01', to: '2026-02-28', basis: cite('hj-663-2013') },
  { name: 'HJ 663-2026', from: '2026-03-01', basis: cite('hj-663-2026') },
]

export const rankingEditions: readonly Edition[] = [
  { name: '城市环境空气质量排名技术规定 (2018)', from: '2013-01-01', basis: cite('city-air-ranking-rule-2018') },
]
