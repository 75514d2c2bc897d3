// What the public may see of complaints: the trader, the kind and the outcome, only after handling; never who complained.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { complaint } from './complaint.ts'

export const outcomes = publication('complaint-outcomes', {
  title: words('消费投诉信息公示', 'Outcomes of consumer complaints'), of: complaint, states: ['closed'],
  fields: ['received', 'traderName', 'trader', 'goods', 'issue', 'place', 'endGround', 'ended'],
  term: parameter('complaints.publication-term'), basis: cite('samr-order-121', '38'), sealed: true,
})
