// What the public sees of recalls: those that are carried out, orders whose plan is awaited, and those that fell after they were public.
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { ruled } from './articles.ts'
import { recall } from './recall.ts'

const told = ['line', 'product', 'productClass', 'producerName', 'producer', 'kind', 'danger', 'how', 'orderedBy', 'foodClass'] as const

export const recallPublications = [
  publication('recalls', {
    title: words('召回公告', 'Recalls'),
    of: recall,
    states: ['running', 'evaluating', 'done'],
    fields: [...told, 'scope', 'made', 'affected', 'measures', 'advice', 'contact', 'published', 'startsOn', 'endsOn', 'progress', 'returned', 'effect'],
    basis: ruled('18'),
    sealed: true,
  }),
  publication('recall-orders', {
    title: words('责令召回（生产者的计划尚未公布）', 'Orders to recall, the producer’s plan not yet published'),
    of: recall,
    states: ['planning', 'filed'],
    where: { not: { field: 'orderTold', is: null } },
    fields: [...told, 'orderTold'],
    basis: ruled('18'),
    sealed: true,
  }),
  publication('recalls-withdrawn', {
    title: words('公布后撤销或者终止的召回', 'Recalls withdrawn or ended after they were public'),
    of: recall,
    states: ['revoked', 'noDefect'],
    where: { any: [{ not: { field: 'published', is: null } }, { not: { field: 'orderTold', is: null } }] },
    fields: ['line', 'product', 'productClass', 'producerName', 'producer', 'how', 'scope', 'published', 'orderTold', 'ended', 'conclusion'],
    term: parameter('recall.withdrawn-publication'),
    basis: ruled('18'),
    sealed: true,
  }),
]
