// An objection to an entry (異議): marked at once, examined with the source, then upheld or withdrawn in every copy.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, link, party, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { creditRefusals } from './refusals.ts'

const rules = cite('hebei-credit-regulation')

export const creditObjection = register('credit-objection', {
  title: words('信用异议', 'Objections to entries'),
  number: 'YY{area}{year}{seq}',
  headline: 'party',
  placedBy: 'place',
  concerns: 'party',
  fields: {
    party: party(words('统一社会信用代码', 'Credit code'), { fixed: true }),
    place: area(words('地域', 'Place')),
    entry: link(words('信用记录', 'Entry'), 'credit-entry', { fixed: true }),
    grounds: text(words('异议理由和证据', 'Grounds and evidence'), { length: 2000 }),
    finding: text(words('核查结论', 'Finding'), { optional: true, length: 1000 }),
  },
})

const finding = { finding: text(words('核查结论', 'Finding'), { length: 1000 }) }

export const objecting = procedure(creditObjection, {
  duties: { officer: words('信用管理人员', 'Credit officer'), party: words('当事人', 'Party') },
  states: { received: words('核查中', 'Examined'), corrected: words('已更正', 'Corrected'), upheld: words('维持', 'Entry upheld') },
  ends: ['corrected', 'upheld'],
  opens: {
    title: words('提出异议', 'Object'),
    state: 'received',
    by: ['party', 'officer'],
    basis: rules,
    asks: ['party', 'place', 'entry', 'grounds'],
    async confirm(c, at) {
      const standing = { id: c.answers.entry, party: c.answers.party, state: 'valid' }
      if ((await at.count('credit-entry', standing)) === 0) creditRefusals.refuse('not-your-entry', { field: 'entry' })
    },
  },
  steps: (step) => ({
    correct: step({ title: words('异议成立，撤销记录', 'Withdraw the entry'), from: 'received', to: 'corrected', by: 'officer', basis: rules, asks: finding }),
    uphold: step({ title: words('异议不成立，维持记录', 'Uphold the entry'), from: 'received', to: 'upheld', by: 'officer', basis: rules, asks: finding }),
  }),
  deadlines: [
    { name: 'answer', title: words('异议处理期限', 'Deal with the objection'), starts: 'received', metBy: ['correct', 'uphold'], within: parameter('credit.objection'), lapse: 'alarm' },
  ],
})
