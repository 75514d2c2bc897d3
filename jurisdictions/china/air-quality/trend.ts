// Critical values of Spearman's rank correlation by which a trend of years is called one (HJ 663-2013, annex B).
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'

export const trend = {
  name: 'environment.trend',
  title: words('秩相关系数临界值', 'Critical values of the rank correlation'),
  kind: 'table',
  versions: [
    {
      from: '2013-01-01',
      basis: cite('hj-663-2013'),
      mark: 'U',
      value: {
        significance: '0.05',
        fewestYears: 5,
        places: 3,
        critical: { 5: '0.900', 6: '0.829', 7: '0.714', 8: '0.643', 9: '0.600', 10: '0.564' },
      },
    },
  ],
} as const satisfies ParameterData
