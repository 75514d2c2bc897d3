// risk (風險): signals from everywhere, alarms with their arithmetic, and the matter that is assessed, consulted on, warned of and lifted.
import { check } from '../../../kernel/check.ts'
import { page } from '../../../kernel/page.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { correctionNotice, liftingNotice, localWarning, provincialWarning, restoredNotice } from './documents.ts'
import { handling } from './handling.ts'
import { riskLinks } from './links.ts'
import { riskMeasures } from './measures.ts'
import { noticing, outsideNotice } from './outside-notice.ts'
import { riskPublications } from './publications.ts'
import { riskRefusals } from './refusals.ts'
import { riskMatter } from './risk-matter.ts'
import { monitoring, usualColour, grades } from './rules.ts'
import { screening, signal } from './signal.ts'
import type { RiskLevel } from './severity-probability.ts'

export { outsideNotice, riskMatter, signal }
export { hazards, colours, isSurrounding, levels, sources, usualColour, type Colour, type Hazard } from './rules.ts'
export { methods, type Method } from './risk-matter.ts'
export type { RiskMatrix, RiskLevel } from './severity-probability.ts'

export const risk = system('risk', {
  group: 'oversight',
  title: words('风险', 'Risk'),
  chapter: '4.2',
  registers: [outsideNotice, signal, riskMatter],
  procedures: [noticing, screening, handling],
  documents: [localWarning, provincialWarning, liftingNotice, restoredNotice, correctionNotice],
  measures: riskMeasures,
  publications: riskPublications,
  linkages: riskLinks,
  checks: [
    check('warning-unlike-its-level', {
      title: words('预警颜色与风险等级不对应', 'A colour that departs from the level'),
      of: 'risk-matter',
      among: { all: [{ not: { field: 'colour', is: null } }, { not: { field: 'level', is: null } }] },
      wrong: (record) => usualColour[record['level'] as RiskLevel] !== record['colour'],
      severity: 'warning',
      why: words('颜色由人决定，但应当能够说明', 'A person decides the colour, and should be able to say why'),
      remedy: words('核对说明；没有理由的，再研判后调整', 'Read the reason; where there is none, judge again and change it'),
      basis: grades,
    }),
    check('clue-without-credibility', {
      title: words('线索没有可信度', 'A clue without credibility'),
      of: 'signal',
      among: { all: [{ field: 'state', is: 'clue' }, { field: 'credibility', is: null }] },
      severity: 'error',
      why: words('无法判断能否作为预警依据', 'Nobody can judge whether a warning may rest on it'),
      remedy: words('重新筛选并填写可信度', 'Screen it again and give its credibility'),
      basis: monitoring,
    }),
  ],
  pages: [
    page('/risks', { title: words('风险预警', 'Warnings'), face: 'public', menu: true }),
    page('/risks/areas', { title: words('各县的率', 'Rates of counties'), face: 'public' }),
    page('/desk/risks', { title: words('风险表', 'The risk table'), face: 'office', for: ['risk.analyst', 'risk.panel', 'risk.head', 'risk.province', 'risk.reader'] }),
  ],
  refusals: riskRefusals,
})
