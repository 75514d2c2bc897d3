// targets (目標): what the programme promised against what the records show.
import { check } from '../../../kernel/check.ts'
import { cite } from '../../../kernel/citation.ts'
import { page } from '../../../kernel/page.ts'
import { publication } from '../../../kernel/publication.ts'
import { system } from '../../../kernel/system.ts'
import { words } from '../../../kernel/words.ts'
import { lastTen, publishedValue } from './measures.ts'
import { targetRefusals } from './refusals.ts'
import { publishedFigure, publishedFigureLife, target, targetLife } from './target.ts'

export { plannedFor, progressOf, progressStates, type Progress, type ProgressState, type TargetFacts, type YearValue } from './progress.ts'
export { stateOn, type TakenStep } from './standing.ts'
export { target, publishedFigure }

export const targets = system('targets', {
  group: 'steering',
  title: words('目标', 'Targets'),
  chapter: '1.2',
  registers: [target, publishedFigure],
  procedures: [targetLife, publishedFigureLife],
  measures: [publishedValue, lastTen],
  publications: [
    publication('targets', {
      title: words('规划目标', 'Targets'),
      of: target,
      states: ['inForce', 'suspended', 'discontinued'],
      basis: cite('hebei-2016-33', '1.2'),
      fields: [
        'programme',
        'ordinal',
        'title',
        'titleEnglish',
        'region',
        'kind',
        'baseline',
        'baselineYear',
        'goal',
        'goalYear',
        'unit',
        'path',
        'tolerance',
        'measure',
        'dimensions',
        'regional',
        'comparable',
        'caveat',
        'caveatEnglish',
        'article',
      ],
    }),
    publication('published-figures', {
      title: words('他方发布的数值', 'Figures that others published'),
      of: publishedFigure,
      states: ['recorded', 'contradicted'],
      basis: cite('hebei-2016-33', '4.7'),
      fields: ['fact', 'indicator', 'breakdown', 'regionName', 'region', 'period', 'value', 'printed', 'unit', 'source', 'note'],
    }),
  ],
  checks: [
    check('figure-without-value', {
      title: words('未能读成数值的已发布数据', 'A published figure that is no number'),
      of: 'published-figure',
      among: { field: 'value', is: null },
      severity: 'warning',
      why: words('指标无法引用', 'No measure can use it'),
      remedy: words('核对原文，拆成数值与说明', 'Compare with the source and split number and remark'),
    }),
  ],
  pages: [page('/targets', { title: words('目标', 'Targets'), face: 'public', menu: true })],
  refusals: targetRefusals,
})
