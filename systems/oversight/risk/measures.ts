// What is counted of risk: signals by class of products and hazard each month, their weight, warnings and how many were lifted.
import { measure } from '../../../kernel/measure.ts'
import { words } from '../../../kernel/words.ts'
import { monitoring, grades } from './rules.ts'

const signals = {
  source: { register: 'signal', on: 'day' },
  dimensions: ['productClass'],
  period: 'month',
  editions: [{ name: '风险信号统计', from: '2010-01-01', basis: monitoring }],
  basis: monitoring,
  origin: 'computed',
  better: 'neither',
  places: 0,
  shownTo: ['risk.analyst', 'risk.panel', 'risk.head', 'risk.province', 'risk.reader'],
} as const
const counted = { not: { field: 'state', is: 'archived' } } as const

export const riskMeasures = [
  measure('risk.signals', { ...signals, title: words('风险信号数', 'Signals'), unit: '条', calculation: { kind: 'count', where: counted } }),
  measure('risk.signals-weight', { ...signals, title: words('风险信号权重之和', 'Weight of signals'), unit: '分', calculation: { kind: 'sum', field: 'weight', where: counted } }),
  measure('risk.warnings', {
    title: words('发布的风险预警', 'Warnings published'),
    source: { register: 'risk-matter', on: 'warnedFrom' },
    dimensions: ['colour'],
    period: 'year',
    unit: '项',
    places: 0,
    better: 'neither',
    calculation: { kind: 'count' },
    editions: [{ name: '预警统计', from: '2013-01-01', basis: grades }],
    basis: grades,
    origin: 'computed',
  }),
]
