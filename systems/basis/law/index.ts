// law (法規): the library that every rule of the house cites, and the dated data that officers load.
import { cite } from '../../../kernel/citation.ts'
import { page } from '../../../kernel/page.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { calendarNotice, lawRefusals, noticeLife, parameterLife, parameterValue, training, trainingLife } from './notices.ts'

export { catalogueOf } from './catalogue-check.ts'
export type { Act } from './catalogue.ts'
export { Library, type Resolution } from './library.ts'
export { loadStatutes } from './statute-loader.ts'
export { UseIndex, useKinds, usesOf, type Use } from './uses.ts'
export { articleText } from './statute-text.ts'
export type { SearchHit } from './search-index.ts'

export const law = system('law', {
  group: 'basis',
  title: words('法规', 'Law'),
  chapter: '5.4',
  registers: [calendarNotice, parameterValue, training],
  procedures: [noticeLife, parameterLife, trainingLife],
  publications: [
    publication('calendar-notices', {
      title: words('已录入的放假安排', 'Notices of working days on record'),
      of: calendarNotice,
      states: ['inForce'],
      fields: ['year', 'source', 'days'],
      basis: cite('open-government-information-regulation', '20'),
    }),
  ],
  pages: [page('/law', { title: words('法规', 'Law'), face: 'public', menu: true })],
  refusals: lawRefusals,
})
