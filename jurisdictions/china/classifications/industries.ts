// The classes of GB/T 4754 as dated data: an industry is judged by the edition in force on the day of the act.
import { cite } from '../../../kernel/citation.ts'
import type { ParameterData } from '../../../kernel/parameter.ts'
import { words } from '../../../kernel/words.ts'
import edition2011 from './gbt4754-2011.json' with { type: 'json' }
import edition2017 from './gbt4754-2017.json' with { type: 'json' }

export const industries: ParameterData = {
  name: 'parties.industries',
  title: words('国民经济行业分类', 'Classification of industries'),
  kind: 'table',
  versions: [
    {
      from: '2011-11-01',
      to: '2017-09-30',
      value: { edition: 'GB/T 4754-2011', names: edition2011 },
      basis: cite('gb-t-4754-2011'),
      mark: 'W',
    },
    { from: '2017-10-01', value: { edition: 'GB/T 4754-2017', names: edition2017 }, basis: cite('gb-t-4754-2017'), mark: 'W' },
  ],
}
