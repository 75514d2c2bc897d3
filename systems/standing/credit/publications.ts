// What the public sees of credit: open entries for as long as they may be shown, and the list of serious breaches.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { creditEntry, shownFor, standing } from './entry.ts'
import { seriousListing } from './serious-listing.ts'

export const creditPublications = [
  publication('credit-entries', {
    title: words('质量信用记录', 'Quality credit entries'),
    of: creditEntry,
    states: standing,
    where: { field: 'scope', is: 'open' },
    fields: ['party', 'partyName', 'category', 'summary', 'authority', 'document', 'article', 'determined', 'from'],
    term: parameter('credit.publication-other'),
    except: shownFor.map(({ field, is, within }) => ({ field, is, term: within })),
    basis: cite('state-council-2014-21'),
  }),
  publication('serious-listings', {
    title: words('严重违法失信名单', 'List of serious breaches'),
    of: seriousListing,
    states: ['published', 'repairAsked', 'repairing'],
    fields: ['party', 'partyName', 'place', 'document', 'ground', 'heavier', 'reasons', 'measures', 'decidedOn', 'published', 'until'],
    basis: cite('samr-order-44'),
    sealed: true,
  }),
]
