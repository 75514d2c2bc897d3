// What the public sees of recalls: those that are carried out, orders whose plan is awaited, and those that fell after they were public.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { recall } from './recall.ts'

const order19 = cite('samr-order-19')
const told = ['product', 'productClass', 'producerName', 'producer', 'kind', 'danger', 'how', 'orderedBy'] as const

export const recallPublications = [
  publication('recalls', {
    title: words('召回公告', 'Recalls'),
    of: recall,
    states: ['running', 'evaluating', 'done'],
    fields: [...told, 'scope', 'made', 'affected', 'measures', 'advice', 'contact', 'published', 'endsOn', 'progress', 'returned', 'effect'],
    basis: order19,
    sealed: true,
  }),
  publication('recall-orders', {
    title: words('责令召回（生产者的计划尚未公布）', 'Orders to recall, the producer’s plan not yet published'),
    of: recall,
    states: ['planning', 'filed'],
    where: { not: { field: 'orderTold', is: null } },
    fields: [...told, 'orderTold'],
    basis: cite('car-recall-regulation', '18'),
    sealed: true,
  }),
  publication('recalls-withdrawn', {
    title: words('公布后撤销或者终止的召回', 'Recalls withdrawn or ended after they were public'),
    of: recall,
    states: ['revoked', 'noDefect'],
    where: { any: [{ not: { field: 'published', is: null } }, { not: { field: 'orderTold', is: null } }] },
    fields: ['product', 'productClass', 'producerName', 'producer', 'how', 'scope', 'published', 'orderTold', 'ended', 'conclusion'],
    term: parameter('recall.withdrawn-publication'),
    basis: cite('car-recall-regulation', '18'),
    sealed: true,
  }),
]
