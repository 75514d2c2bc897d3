// A plan of checks (抽查檢查計劃): what is looked at, from which frame, by which rules; it is approved by a second person and then drawn from.
import { amount, area, choice, day, integer, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { decisionRules, item } from '../../basis/testing/index.ts'
import { some } from './duties.ts'
import { supervisionRefusals } from './refusals.ts'
import { order, quality } from './rules.ts'

const { refuse } = supervisionRefusals

export const planKinds = {
  yearly: words('年度监督抽查', 'Yearly spot check'),
  special: words('专项监督抽查', 'Special spot check'),
  risk: words('风险监测', 'Risk monitoring'),
  survey: words('统计调查', 'Statistical survey'),
  online: words('网络抽检（买样）', 'E-commerce check, bought unannounced'),
  trade: words('进出口法定检验', 'Statutory inspection of imports and exports'),
  visits: words('双随机检查', 'Double-random inspection'),
  equipment: words('特种设备检查', 'Inspection of special equipment'),
} as const

/** How the units come to be looked at; rates of unlike frames never mix. */
export const frames = {
  statistical: words('统计抽样', 'Statistical'),
  random: words('随机抽取', 'Random'),
  'risk-directed': words('风险导向', 'Risk-directed'),
} as const

/** Which body of law gives the clocks of objection. */
export const lines = {
  goods: words('工业产品', 'Industrial products'),
  food: words('食品', 'Food'),
  produce: words('农产品', 'Farm produce'),
  trade: words('进出口商品', 'Imports and exports'),
} as const

export const purposes = { sample: words('抽样检验', 'Samples'), inspection: words('现场检查', 'Inspections') } as const

/** Inspections have no laboratory; every other kind takes samples. */
export const purposeOf = (kind: string): keyof typeof purposes => (kind === 'visits' || kind === 'equipment' ? 'inspection' : 'sample')

export const checkPlan = register('check-plan', {
  title: words('抽查检查计划', 'Plans of checks'),
  number: 'JH{year}{seq}',
  headline: 'title',
  placedBy: 'place',
  listed: ['title', 'kind', 'frame', 'productClass', 'place', 'from', 'to'],
  fields: {
    title: text(words('计划名称', 'Title'), { searched: true, length: 120 }),
    kind: choice(words('类别', 'Kind'), planKinds),
    frame: choice(words('抽样框', 'Frame'), frames),
    line: choice(words('适用领域', 'Body of law'), lines),
    productClass: choice(words('产品类别', 'Product class'), productClasses, { optional: true }),
    place: area(words('地域', 'Place')),
    ruleNumber: text(words('实施细则编号', 'Number of the detailed rules'), { optional: true, length: 60 }),
    items: rows(words('检验项目', 'Parameters'), item, { optional: true, most: 60 }),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules, { optional: true }),
    wanted: integer(words('计划批次或者户数', 'Samples or visits planned'), { minimum: '1' }),
    mostQuantity: quantity(words('每批抽样数量上限', 'Most to be taken of a lot'), { optional: true, places: 3, minimum: '0' }),
    from: day(words('起', 'From'), { mayLieAhead: true }),
    to: day(words('止', 'To'), { mayLieAhead: true }),
    budget: amount(words('经费', 'Budget'), { optional: true, minimum: '0', unit: '元' }),
    feeFromChecked: yes(words('向被抽查人收费', 'A fee is asked of the body checked'), { optional: true }),
    drawTitle: text(words('抽取名称', 'Title of the draw'), { optional: true, length: 120 }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

const content = [
  'title', 'kind', 'frame', 'line', 'productClass', 'place', 'ruleNumber', 'items', 'rule', 'wanted', 'mostQuantity', 'from', 'to', 'budget', 'feeFromChecked',
] as const

export const planning = procedure(checkPlan, {
  duties: some('organiser', 'approver', 'reader'),
  states: {
    drafted: words('拟订', 'Drafted'),
    approved: words('已批准', 'Approved'),
    closed: words('已完成', 'Closed'),
    cancelled: words('已取消', 'Cancelled'),
  },
  ends: ['closed', 'cancelled'],
  opens: {
    title: words('拟订计划', 'Draft a plan'),
    state: 'drafted',
    by: 'organiser',
    basis: order,
    asks: [...content, 'origin', 'originRecord'],
    check(c) {
      if (c.answers.to < c.answers.from) refuse('ends-before-it-begins', { field: 'to' })
      if (c.answers.feeFromChecked) refuse('no-fee', { field: 'feeFromChecked' })
    },
  },
  steps: (step) => ({
    revise: step({ title: words('修改', 'Revise'), from: 'drafted', to: 'drafted', by: 'organiser', basis: order, returning: true, asks: ask(checkPlan, ...content) }),
    approve: step({
      title: words('批准', 'Approve'),
      from: 'drafted',
      to: 'approved',
      by: 'approver',
      basis: quality('15'),
      notBy: ['open', 'revise'],
      check(c) {
        const items = c.record.items ?? []
        if (purposeOf(c.record.kind) === 'inspection') return
        if (items.length === 0) refuse('no-items', { field: 'items' })
        if (c.record.rule === null) refuse('no-decision-rule', { field: 'rule' })
        if (c.record.productClass === null) refuse('no-class', { field: 'productClass' })
        const without = items.find((one) => one.comparison !== 'reported' && one.limit === null)
        if (without) refuse('no-limit', { parameter: without.parameter, field: 'items' })
      },
    }),
    'call-draw': step({
      title: words('安排抽取', 'Arrange a draw'),
      from: 'approved',
      to: 'approved',
      by: 'organiser',
      basis: order,
      returning: true,
      asks: { drawTitle: text(words('抽取名称', 'Title of the draw'), { length: 120 }) },
      check(c) {
        if (c.today > c.record.to) refuse('plan-over', { to: c.record.to })
      },
    }),
    close: step({ title: words('完成', 'Close'), from: 'approved', to: 'closed', by: 'organiser', basis: order }),
    cancel: step({
      title: words('取消', 'Cancel'),
      from: ['drafted', 'approved'],
      to: 'cancelled',
      by: 'approver',
      basis: order,
      asks: { reason: text(words('理由', 'Reason'), { length: 500 }) },
    }),
  }),
})
