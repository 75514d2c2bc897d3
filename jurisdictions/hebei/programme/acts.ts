// The programme and Hebei's other acts, for the catalogue of the law library.
import data from './acts.json' with { type: 'json' }

export const hebeiActs: readonly unknown[] = data
