// The credit class A–D (信用分類): which entries count; how much, how long and where the classes part is dated data, our own design.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { scale } from '../../../kernel/scale.ts'
import { words } from '../../../kernel/words.ts'
import { categories } from './entry.ts'

const basis = cite('state-council-2014-21')
type Counting = 'positive' | 'minor' | 'ordinary' | 'serious'
const from = { register: 'credit-entry', by: 'party', on: 'from', until: 'countsTo', endedBy: 'term' } as const
/** Since Order 36 use ends with publication and sharing: what is shared inside only is on file, and counts for no class. */
const entries = (category: Counting) =>
  ({ ...from, where: { all: [{ field: 'category', is: category }, { field: 'scope', in: ['open', 'query'] }] } }) as const
/** Before it every entry counted, whoever might see it. */
const anyEntries = (category: Counting) => ({ ...from, where: { field: 'category', is: category } }) as const
const line = (name: Counting, fact: string = name) => ({ name, title: categories[name], fact, counts: 'each', basis }) as const
const vetoes = [
  { name: 'listed', title: words('在严重违法失信名单', 'On the list of serious breaches'), fact: 'listed', atMost: 'D', basis: cite('samr-order-44') },
]
const grades = [{ grade: 'A' }, { grade: 'B' }, { grade: 'C' }, { grade: 'D' }]

export const creditClassScale = scale('credit.class', {
  title: words('质量信用类别', 'Quality credit class'),
  of: 'enterprise',
  key: 'code',
  facts: {
    positive: entries('positive'),
    minor: entries('minor'),
    ordinary: entries('ordinary'),
    serious: entries('serious'),
    anyPositive: anyEntries('positive'),
    anyMinor: anyEntries('minor'),
    anyOrdinary: anyEntries('ordinary'),
    anySerious: anyEntries('serious'),
    listed: { register: 'serious-listing', by: 'party', on: 'published', until: 'until' },
  },
  weights: parameter('credit.class-weights'),
  basis,
  editions: [
    {
      name: '平台规则',
      from: '2014-06-14',
      to: '2026-03-31',
      lines: [line('positive', 'anyPositive'), line('minor', 'anyMinor'), line('ordinary', 'anyOrdinary'), line('serious', 'anySerious')],
      vetoes,
      grades,
    },
    {
      name: '平台规则',
      from: '2026-04-01',
      lines: [line('positive'), line('minor'), line('ordinary'), line('serious')],
      vetoes,
      grades,
    },
  ],
})
