// Programmes' targets: what was promised, from which base, by when, judged by which measure; and figures that others published.
import { cite } from '../../../kernel/citation.ts'
import { area, choice, citation, figures, integer, quantity, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { targetRefusals } from './refusals.ts'

export const target = register('target', {
  title: words('规划目标', 'Targets'),
  headline: 'title',
  placedBy: 'region',
  knownBy: ['programme', 'ordinal', 'region'],
  readBy: ['reader'],
  listed: ['ordinal', 'title', 'region', 'goal', 'unit', 'goalYear', 'measure'],
  fields: {
    programme: text(words('规划', 'Programme'), { length: 80 }),
    ordinal: integer(words('序号', 'Ordinal'), { minimum: '1' }),
    title: text(words('目标', 'Target')),
    titleEnglish: text(words('英文名称', 'Title in English')),
    region: area(words('地区', 'Region')),
    kind: choice(words('性质', 'Kind'), {
      atLeast: words('不低于', 'At least'),
      atMost: words('不高于', 'At most'),
      floor: words('稳定在其上', 'Stable above'),
      every: words('全部', 'Every one'),
      none: words('没有', 'None'),
    }),
    baseline: quantity(words('基期值', 'Baseline'), { places: 4, optional: true }),
    baselineYear: integer(words('基期年', 'Year of the baseline'), { optional: true }),
    goal: quantity(words('目标值', 'Goal'), { places: 4 }),
    goalYear: integer(words('目标年', 'Year of the goal')),
    unit: text(words('单位', 'Unit'), { length: 20 }),
    path: figures(words('路径', 'Path'), { optional: true }),
    tolerance: quantity(words('容差（跨度的百分比）', 'Tolerance, per cent of the span'), { places: 2, minimum: '0' }),
    measure: text(words('指标', 'Measure'), { length: 80 }),
    dimensions: figuresAsText(),
    regional: text(words('分地区的指标', 'Measure by region'), {
      length: 300,
      optional: true,
      hint: words('如 air.year.pm25 或 published.value?indicator=…', 'Such as air.year.pm25 or published.value?indicator=…'),
    }),
    comparable: yes(words('口径一致', 'Measured in the same frame')),
    caveat: text(words('口径说明', 'What the figure is and is not'), { optional: true, length: 500 }),
    caveatEnglish: text(words('口径说明（英文）', 'The same in English'), { optional: true, length: 600 }),
    article: citation(words('依据', 'Article')),
  },
})

function figuresAsText() {
  return text(words('指标维度', 'Dimensions of the measure'), {
    length: 200,
    hint: words('如 indicator=…;area=130000', 'Such as indicator=…;area=130000'),
  })
}

const basis = cite('hebei-2016-33', '1.2')

export const targetLife = procedure(target, {
  duties: { planner: words('规划员', 'Planner'), approver: words('批准人', 'Approver'), reader: words('查询人', 'Reader') },
  states: {
    drafted: words('草案', 'Drafted'),
    inForce: words('执行中', 'In force'),
    suspended: words('已中止', 'Suspended'),
    discontinued: words('已停止', 'Discontinued'),
  },
  ends: ['discontinued'],
  opens: {
    title: words('登记目标', 'Enter a target'),
    state: 'drafted',
    by: 'planner',
    basis,
    check(c) {
      if (c.answers.baselineYear !== null && c.answers.baselineYear >= c.answers.goalYear)
        targetRefusals.refuse('base-after-goal', { base: c.answers.baselineYear, goal: c.answers.goalYear, field: 'baselineYear' })
      if ((c.answers.kind === 'atLeast' || c.answers.kind === 'atMost') && c.answers.baseline === null && c.answers.comparable)
        targetRefusals.refuse('no-baseline', { field: 'baseline' })
    },
  },
  steps: (step) => ({
    adopt: step({ title: words('批准执行', 'Adopt'), from: 'drafted', to: 'inForce', by: 'approver', notBy: ['open'], basis }),
    suspend: step({
      title: words('中止', 'Suspend'),
      from: 'inForce',
      to: 'suspended',
      by: 'approver',
      basis,
      asks: { why: text(words('理由', 'Why'), { length: 500 }), by: citation(words('依据文件', 'By which document')) },
    }),
    resume: step({
      title: words('恢复', 'Resume'),
      from: 'suspended',
      to: 'inForce',
      by: 'approver',
      returning: true,
      basis,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    discontinue: step({
      title: words('停止', 'Discontinue'),
      from: ['drafted', 'inForce', 'suspended'],
      to: 'discontinued',
      by: 'approver',
      basis,
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
    revise: step({
      title: words('修订路径', 'Revise the path'),
      from: 'inForce',
      to: 'inForce',
      by: 'approver',
      returning: true,
      basis,
      asks: { ...ask(target, 'path', 'caveat', 'caveatEnglish'), why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})

export const publishedFigure = register('published-figure', {
  title: words('他方发布的数值', 'Figures that others published'),
  headline: 'indicator',
  knownBy: ['fact'],
  readBy: ['reader'],
  listed: ['fact', 'indicator', 'regionName', 'period', 'value', 'unit'],
  fields: {
    fact: text(words('编号', 'Number of the fact'), { length: 20 }),
    indicator: text(words('指标', 'Indicator'), { searched: true, length: 120 }),
    breakdown: text(words('分组', 'Breakdown'), { optional: true }),
    regionName: text(words('地区', 'Region'), { length: 80 }),
    region: text(words('地区代码', 'Code of the region'), { optional: true, length: 12 }),
    period: text(words('时段', 'Period'), { length: 40 }),
    year: text(words('年份', 'Year'), { optional: true, length: 4 }),
    value: quantity(words('数值', 'Value'), { places: 6, optional: true }),
    printed: text(words('原样', 'As printed')),
    unit: text(words('单位', 'Unit'), { optional: true, length: 30 }),
    source: text(words('来源', 'Source'), { length: 500 }),
    note: text(words('备注', 'Note'), { optional: true, length: 1000 }),
    serves: text(words('用于', 'Serves'), { optional: true }),
  },
})

export const publishedFigureLife = procedure(publishedFigure, {
  duties: { compiler: words('数据员', 'Compiler'), planner: words('规划员', 'Planner'), reader: words('查询人', 'Reader') },
  states: {
    recorded: words('已记录', 'On record'),
    contradicted: words('与他源矛盾', 'Contradicted'),
    withdrawn: words('已撤下', 'Withdrawn'),
  },
  ends: ['withdrawn'],
  opens: { title: words('记录', 'Record'), state: 'recorded', by: ['compiler', 'planner'], basis: cite('hebei-2016-33', '4.7') },
  steps: (step) => ({
    contradict: step({
      title: words('标记矛盾', 'Mark as contradicted'),
      from: 'recorded',
      to: 'contradicted',
      by: ['compiler', 'planner'],
      basis: cite('hebei-2016-33', '4.7'),
      asks: { by: text(words('矛盾的来源', 'By which source'), { length: 500 }) },
    }),
    withdraw: step({
      title: words('撤下', 'Withdraw'),
      from: ['recorded', 'contradicted'],
      to: 'withdrawn',
      by: ['compiler', 'planner'],
      basis: cite('hebei-2016-33', '4.7'),
      asks: { why: text(words('理由', 'Why'), { length: 500 }) },
    }),
  }),
})
