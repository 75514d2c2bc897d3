// What the public sees of risk: warnings in force, those that ended with the reason, and notices of others as published.
import { parameter } from '../../../kernel/deadline.ts'
import { publication } from '../../../kernel/publication.ts'
import { words } from '../../../kernel/words.ts'
import { outsideNotice } from './outside-notice.ts'
import { riskMatter } from './risk-matter.ts'
import { monitoring, warningText } from './rules.ts'

const told = ['product', 'productClass', 'hazard', 'place', 'colour', 'colourWhy', 'scope', 'danger', 'advice', 'audience', 'warnedFrom', 'warnedTo', 'restored', 'restoredWhy', 'measures'] as const

export const riskPublications = [
  publication('risk-warnings', {
    title: words('生效的风险预警', 'Warnings in force'),
    of: riskMatter,
    states: ['warning'],
    fields: [...told, 'reviewed'],
    basis: warningText,
    sealed: true,
  }),
  publication('risk-warnings-ended', {
    title: words('已解除或者撤销的风险预警', 'Warnings lifted or withdrawn'),
    of: riskMatter,
    states: ['lifted', 'retracted'],
    where: { not: { field: 'warnedFrom', is: null } },
    fields: [...told, 'ended', 'endWhy'],
    term: parameter('risk.ended-publication'),
    basis: warningText,
    sealed: true,
  }),
  publication('outside-notices', {
    title: words('外部风险通报（他方公布）', 'Outside notices, as others published them'),
    of: outsideNotice,
    states: ['kept'],
    fields: ['source', 'reference', 'day', 'country', 'product', 'productClass', 'hazard', 'hazardText', 'grade'],
    basis: monitoring,
  }),
]
