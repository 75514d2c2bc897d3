// The credit class A–D (信用分類): which entries count; how much, how long and where the classes part is dated data, our own design.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { scale } from '../../../kernel/scale.ts'
import { words } from '../../../kernel/words.ts'
import { categories } from './entry.ts'

const basis = cite('state-council-2014-21')
const entries = (category: keyof typeof categories) =>
  ({ register: 'credit-entry', by: 'party', on: 'from', until: 'countsTo', where: { field: 'category', is: category } }) as const
const line = (name: 'positive' | 'minor' | 'ordinary' | 'serious') =>
  ({ name, title: categories[name], fact: name, counts: 'each', basis }) as const

export const creditClassScale = scale('credit.class', {
  title: words('质量信用类别', 'Quality credit class'),
  of: 'enterprise',
  key: 'code',
  facts: {
    positive: entries('positive'),
    minor: entries('minor'),
    ordinary: entries('ordinary'),
    serious: entries('serious'),
    listed: { register: 'serious-listing', by: 'party', on: 'published', until: 'until' },
  },
  weights: parameter('credit.class-weights'),
  basis,
  editions: [
    {
      name: '平台规则',
      from: '2014-06-14',
      lines: [line('positive'), line('minor'), line('ordinary'), line('serious')],
      vetoes: [{ name: 'listed', title: words('在严重违法失信名单', 'On the list of serious breaches'), fact: 'listed', atMost: 'D', basis: cite('samr-order-44') }],
      grades: [{ grade: 'A' }, { grade: 'B' }, { grade: 'C' }, { grade: 'D' }],
    },
  ],
})
