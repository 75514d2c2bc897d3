// What the public may see of complaints and tests: the trader, the kind and the outcome, only after handling; never who complained.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { comparativeTest, consumerReview } from './comparative-test.ts'
import { complaint } from './complaint.ts'
import { order } from './orders.ts'

export const complaintPublications = [
  publication('complaint-outcomes', {
    title: words('消费投诉信息公示', 'Outcomes of consumer complaints'),
    of: complaint,
    states: ['closed'],
    where: { field: 'unpublished', is: null },
    fields: ['received', 'traderName', 'trader', 'goods', 'goodsClass', 'issue', 'place', 'endGround', 'performed', 'ended'],
    term: parameter('complaints.publication-term'),
    basis: order('38', '34'),
    sealed: true,
  }),
  publication('comparative-tests', {
    title: words('比较试验结果', 'Comparative tests'),
    of: comparativeTest,
    states: ['published', 'followed'],
    fields: ['topic', 'organiser', 'goodsClass', 'standards', 'laboratory', 'items', 'samples', 'published', 'conclusion', 'advice'],
    basis: cite('consumer-comparative-test-norms-2016'),
  }),
  publication('consumer-reviews', {
    title: words('消费评议结果', 'Consumer reviews'),
    of: consumerReview,
    states: ['published'],
    fields: ['topic', 'organiser', 'held', 'panel', 'sampleSize', 'score', 'conclusion'],
    basis: cite('consumer-comparative-test-norms-2016'),
  }),
]
