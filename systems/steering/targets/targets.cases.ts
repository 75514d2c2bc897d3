// Worked cases of targets and published figures.
import { cases } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { publishedFigureLife, targetLife } from './target.ts'

const promise = {
  programme: '虚构规划',
  ordinal: 1,
  title: '虚构指标达到 90',
  titleEnglish: 'An invented figure reaches 90',
  region: '130000',
  kind: 'atLeast',
  baseline: '80',
  baselineYear: 2015,
  goal: '90',
  goalYear: 2020,
  unit: '%',
  tolerance: '5',
  measure: 'published.value',
  dimensions: 'indicator=虚构;region=130000',
  comparable: true,
  article: 'hebei-2016-33/1.2',
}

export const targetCases = cases(targetLife, [
  {
    title: words(
      '批准、修订路径、中止、恢复、停止都是状态，不是删除',
      'Adopted, its path revised, suspended, resumed, discontinued: states, never deletions',
    ),
    opens: { on: '2016-07-06', step: 'open', by: 'planner', person: 'one', with: promise },
    acts: [
      { on: '2016-07-07', step: 'adopt', by: 'approver', person: 'one', refused: 'kernel.two-persons' },
      { on: '2016-07-07', step: 'adopt', by: 'approver', person: 'two', then: { state: 'inForce' } },
      {
        on: '2017-01-04',
        step: 'revise',
        by: 'approver',
        with: { path: { 2018: '87' }, why: '提前' },
        then: { fields: { path: { 2018: '87' } } },
      },
      {
        on: '2018-03-05',
        step: 'suspend',
        by: 'approver',
        with: { why: '评选停止', by: 'hebei-2016-33/1.2' },
        then: { state: 'suspended' },
      },
      { on: '2019-03-05', step: 'resume', by: 'approver', with: { why: '恢复评选' } },
      { on: '2020-03-05', step: 'discontinue', by: 'approver', with: { why: '不再评选' }, then: { state: 'discontinued' } },
    ],
  },
  {
    title: words('基期须早于目标年', 'The base lies before the goal'),
    opens: { on: '2016-07-06', step: 'open', by: 'planner', with: { ...promise, baselineYear: 2021 }, refused: 'targets.base-after-goal' },
    acts: [],
  },
  {
    title: words('有路径的目标须有基期值', 'A target with a path needs its baseline'),
    opens: { on: '2016-07-06', step: 'open', by: 'planner', with: { ...promise, baseline: null }, refused: 'targets.no-baseline' },
    acts: [],
  },
])

export const publishedFigureCases = cases(publishedFigureLife, [
  {
    title: words('与他源矛盾的数值不再被引用，但保留', 'A contradicted figure is used no more and stays on record'),
    opens: {
      on: '2026-01-05',
      step: 'open',
      by: 'compiler',
      with: {
        fact: 'X1',
        indicator: '虚构',
        regionName: '河北省',
        region: '130000',
        period: '2015',
        year: '2015',
        value: '1',
        printed: '1',
        source: '虚构',
      },
    },
    acts: [
      { on: '2026-01-06', step: 'contradict', by: 'compiler', with: { by: '另一来源' }, then: { state: 'contradicted' } },
      { on: '2026-01-07', step: 'withdraw', by: 'compiler', with: { why: '来源撤稿' }, then: { state: 'withdrawn' } },
    ],
  },
])
