// credit (質量信用): the file by credit code, filled by every system, objected to and repaired, and the class by an open rule.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { measure } from '../../../kernel/measure.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { penaltiesOnFile } from './answers.ts'
import { creditClassScale } from './class.ts'
import { creditEntry, filing } from './entry.ts'
import { creditLinks } from './links.ts'
import { creditObjection, objecting } from './objection.ts'
import { creditRefusals } from './refusals.ts'

export { creditClassScale } from './class.ts'
export { creditEntry } from './entry.ts'

const basis = cite('state-council-2014-21')

export const credit = system('credit', {
  group: 'standing',
  title: words('质量信用', 'Quality credit'),
  chapter: '4.6',
  registers: [creditEntry, creditObjection],
  procedures: [filing, objecting],
  scales: [creditClassScale],
  linkages: creditLinks,
  answers: [penaltiesOnFile],
  measures: [
    measure('credit.entries', {
      title: words('新增失信记录', 'Breaches entered'),
      unit: '条',
      places: 0,
      better: 'lower',
      source: { register: 'credit-entry', on: 'from' },
      dimensions: ['area'],
      period: 'year',
      calculation: { kind: 'count', where: { field: 'category', in: ['minor', 'ordinary', 'serious'] } },
      editions: [{ name: '信用统计 2014', from: '2014-06-14', basis }],
      basis,
      origin: 'computed',
    }),
  ],
  publications: [
    publication('credit-entries', {
      title: words('质量信用记录', 'Quality credit entries'),
      of: creditEntry,
      states: ['valid', 'objected', 'repairing'],
      where: { field: 'scope', is: 'open' },
      fields: ['party', 'partyName', 'category', 'summary', 'authority', 'document', 'article', 'determined', 'from'],
      term: parameter('credit.publication-other'),
      except: [
        { field: 'category', is: 'minor', term: parameter('credit.publication-minor.most') },
        { field: 'category', is: 'ordinary', term: parameter('credit.publication-ordinary.most') },
        { field: 'category', is: 'serious', term: parameter('credit.publication-serious.most') },
      ],
      basis,
    }),
  ],
  refusals: creditRefusals,
})
