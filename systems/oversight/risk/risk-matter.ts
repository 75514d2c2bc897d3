// A matter of risk (風險事項): what was told of one class of products, weighed, decided on, warned of and lifted. It names no enterprise.
import { amount, area, choice, choices, day, instant, integer, link, quantity, rows, text } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { colours, hazards, levels, sources, subjects } from './rules.ts'

/** How the matter came up: by a person, by a computation whose arithmetic the record keeps, or because the one before it was full. */
export const raisedBy = {
  officer: words('人工提出', 'Raised by a person'),
  series: words('序列报警', 'Alarm over a series'),
  disproportion: words('比例失衡报警', 'Alarm of disproportion'),
  followOn: words('接续已满的事项', 'Continues a matter that is full'),
} as const

export const methods = {
  farrington: words('同期比较（改进 Farrington 法）', 'Farrington, improved'),
  earsC1: words('短基线 EARS C1', 'EARS C1'),
  earsC2: words('短基线 EARS C2', 'EARS C2'),
  earsC3: words('短基线 EARS C3', 'EARS C3'),
  cusum: words('累积和 CUSUM', 'CUSUM'),
  ewma: words('指数加权移动平均 EWMA', 'EWMA'),
  prr: words('比例报告比 PRR', 'PRR'),
  ror: words('报告比值比 ROR', 'ROR'),
  ic: words('信息成分 IC', 'IC'),
  ebgm: words('经验贝叶斯几何均值 EBGM', 'EBGM'),
} as const
export type Method = keyof typeof methods

export const groups = {
  everybody: words('一般人群', 'Everybody'),
  children: words('儿童', 'Children'),
  elderly: words('老年人', 'Older people'),
  pregnant: words('孕产妇', 'Pregnant women'),
  workers: words('使用者、操作者', 'Those who work with it'),
} as const

/** States in which a matter rests on signals. */
export const resting = ['assessing', 'consulting', 'deciding', 'approved', 'warning', 'internal'] as const

/** A lifted warning hears of it too when a signal is taken back: it may have to stand again. */
export const hearing = [...resting, 'lifted'] as const

export const restoreGrounds = {
  mistake: words('解除有误', 'It was lifted by mistake'),
  changed: words('解除所依据的情况不再成立', 'What it was lifted on no longer holds'),
} as const

export const measureKinds = {
  specialCheck: words('专项监督抽查', 'Special spot check'),
  recallInquiry: words('缺陷调查', 'Defect inquiry'),
  advice: words('消费提示', 'Advice to consumers'),
  order: words('责令整改', 'Order to correct'),
  standard: words('修订标准建议', 'Proposal to change a standard'),
  joint: words('部门联合行动', 'Joint action of departments'),
} as const

export const opinions = {
  red: words('红色预警', 'Red warning'),
  orange: words('橙色预警', 'Orange warning'),
  yellow: words('黄色预警', 'Yellow warning'),
  blue: words('蓝色预警', 'Blue warning'),
  watch: words('继续监测', 'Go on watching'),
} as const

export const outcomes = { keep: words('维持', 'Keep'), change: words('调整', 'Change'), lift: words('解除', 'Lift') } as const

/** One number of an alarm's arithmetic; the method's own symbol. */
export const term = {
  method: choice(words('方法', 'Method'), methods),
  symbol: text(words('符号', 'Symbol'), { length: 20 }),
  zh: text(words('含义', 'Meaning'), { length: 80 }),
  en: text(words('含义（英文）', 'Meaning in English'), { length: 120 }),
  value: text(words('数值', 'Value'), { length: 30 }),
}
/** What each method said of the period: whether it alarmed, and against what. */
export const verdict = {
  method: choice(words('方法', 'Method'), methods),
  alarm: choice(words('结论', 'Says'), { yes: words('报警', 'Alarm'), no: words('不报警', 'No alarm') }),
  observed: text(words('实际', 'Observed'), { length: 30 }),
  expected: text(words('预期', 'Expected'), { length: 30 }),
  upper: text(words('界限', 'Line'), { length: 30 }),
}
const week = { from: day(words('周起', 'Week from')), count: integer(words('信号数', 'Signals'), { optional: true, minimum: '0' }) }
export const joined = {
  signal: text(words('信号', 'Signal'), { length: 40 }),
  record: text(words('记录', 'Record'), { length: 40 }),
  source: choice(words('来源', 'Source'), sources),
  hazard: choice(words('危害', 'Hazard'), hazards),
  day: day(words('日期', 'Day')),
  weight: integer(words('权重', 'Weight'), { minimum: '1' }),
}
export const scenario = {
  name: text(words('伤害情形', 'Injury scenario'), { length: 120 }),
  group: choice(words('人群', 'Group'), groups),
  severity: integer(words('严重程度（1–4）', 'Severity, 1 to 4'), { minimum: '1', maximum: '4' }),
  steps: text(words('步骤和概率', 'Steps with probabilities'), { length: 600, hint: words('如：锤头断裂 1/10；击中头部 1/30', 'As: head breaks 1/10; hits the head 1/30') }),
}
const finding = {
  name: scenario.name,
  group: scenario.group,
  severity: scenario.severity,
  probability: text(words('概率', 'Probability'), { length: 60 }),
  level: choice(words('等级', 'Level'), levels),
}
const sensitive = {
  name: scenario.name,
  what: text(words('步骤', 'Step'), { length: 200 }),
  factor: choice(words('若概率', 'Were it'), { more: words('大十倍', 'ten times as likely'), less: words('小十倍', 'a tenth as likely') }),
  level: choice(words('则等级', 'the level were'), levels),
}
/** Members by their number in the list of experts: names are in the list, not here. */
export const member = {
  expert: text(words('专家或者成员编号', 'Number of the expert or member'), { length: 40 }),
  recused: choice(words('回避', 'Stands aside'), { no: words('否', 'No'), yes: words('是', 'Yes') }),
  opinion: choice(words('意见', 'View'), opinions, { optional: true }),
  reason: text(words('理由', 'Reason'), { optional: true, length: 300 }),
}
/** A signal that its source took back after it was joined, and what that means for the matter. */
export const fallenSignal = {
  signal: text(words('信号', 'Signal'), { length: 40 }),
  on: day(words('告知日期', 'Told on')),
  why: text(words('撤回的理由', 'Why it was taken back'), { length: 500 }),
  weighed: text(words('复核意见', 'What it means'), { optional: true, length: 1000 }),
}
const scopeLine = {
  model: text(words('型号规格', 'Model'), { length: 80 }),
  lot: text(words('批号', 'Lot'), { optional: true, length: 80 }),
  gtin: text(words('商品条码', 'GTIN'), { optional: true, length: 14 }),
}
export const channels = {
  site: words('门户网站', 'Site'),
  press: words('新闻媒体', 'Press'),
  platforms: words('电商平台', 'E-commerce platforms'),
  shops: words('销售场所', 'Shops'),
  schools: words('学校和幼儿园', 'Schools and kindergartens'),
} as const

const opt = { optional: true } as const

export const riskMatter = register('risk-matter', {
  title: words('风险事项', 'Matters of risk'),
  number: 'FX{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  listed: ['begun', 'productClass', 'product', 'hazard', 'raised', 'level', 'colour', 'warnedTo'],
  fields: {
    begun: day(words('提出日期', 'Raised on')),
    place: area(words('范围地区', 'Area')),
    product: text(words('产品', 'Product'), { searched: true, length: 200 }),
    productClass: choice(words('产品类别', 'Product class'), subjects),
    hazard: choice(words('危害', 'Hazard'), hazards),
    raised: choice(words('提出方式', 'How it came up'), raisedBy),
    why: text(words('提出理由', 'Why'), { optional: true, length: 1000 }),
    week: day(words('报警的周（周一）', 'Week of the alarm, its Monday'), opt),
    stream: choice(words('序列', 'Series'), { own: words('省内信号', 'Signals of the province'), outside: words('外部通报', 'Outside notices') }, opt),
    observed: quantity(words('实际数', 'Observed'), { optional: true, places: 4 }),
    expected: quantity(words('预期数', 'Expected'), { optional: true, places: 4 }),
    threshold: quantity(words('界限', 'Line'), { optional: true, places: 4 }),
    verdicts: rows(words('各方法结论', 'What each method says'), verdict, { optional: true, most: 12 }),
    arithmetic: rows(words('算式', 'Arithmetic'), term, { optional: true, most: 100 }),
    baseline: rows(words('基线序列', 'Baseline'), week, { optional: true, most: 120 }),
    signals: rows(words('归并的信号', 'Signals joined'), joined, { optional: true, most: 1000 }),
    weight: integer(words('信号权重之和', 'Weight of the signals'), { optional: true, minimum: '0' }),
    fallen: rows(words('来源已撤回的信号', 'Signals taken back'), fallenSignal, { optional: true, most: 1000 }),
    follows: link(words('接续的事项', 'Matter that it continues'), 'risk-matter', { optional: true, byLink: true, fixed: true }),
    filledBy: text(words('归满本事项的信号', 'Signal that filled it'), { optional: true, byLink: true, length: 40 }),
    scenarios: rows(words('伤害情形', 'Injury scenarios'), scenario, { optional: true, most: 20 }),
    findings: rows(words('评估结果', 'Findings'), finding, { optional: true, most: 20 }),
    sensitivity: rows(words('敏感性', 'Sensitivity'), sensitive, { optional: true, most: 100 }),
    uncertainty: text(words('不确定性', 'Uncertainty'), { optional: true, length: 1000 }),
    level: choice(words('风险等级', 'Level'), levels, opt),
    panel: rows(words('会商成员意见', 'Views of the panel'), member, { optional: true, most: 30 }),
    minutes: text(words('会商纪要', 'Minutes'), { optional: true, length: 3000 }),
    recommended: choice(words('会商建议', 'Recommended'), opinions, opt),
    colour: choice(words('预警颜色', 'Colour'), colours, opt),
    scope: rows(words('涉及型号批次', 'Models and lots'), scopeLine, { optional: true, most: 60 }),
    danger: text(words('危险', 'The danger'), { optional: true, length: 1000 }),
    advice: text(words('怎么办', 'What to do'), { optional: true, length: 1000 }),
    audience: choices(words('面向人群', 'For whom'), groups, opt),
    channels: choices(words('发布渠道', 'Channels'), channels, opt),
    colourWhy: text(words('颜色说明', 'Why this colour'), { optional: true, length: 500 }),
    warnedFrom: day(words('预警起始', 'Warning from'), opt),
    warnedAt: instant(words('发布时刻', 'Published at'), opt),
    warnedTo: day(words('预警截止', 'Warning until'), { optional: true, mayLieAhead: true }),
    standsTo: day(words('预警期满日', 'In force until'), { optional: true, mayLieAhead: true }),
    restored: day(words('恢复预警日期', 'In force again since'), opt),
    restoredWhy: text(words('恢复预警理由', 'Why it is in force again'), { optional: true, length: 1000 }),
    measures: choices(words('采取的措施', 'Measures'), measureKinds, opt),
    measured: day(words('首项措施日期', 'First measure on'), opt),
    inquiry: day(words('缺陷调查日期（不公开）', 'Defect inquiry since, not public'), opt),
    measureFrom: instant(words('首项措施起算时刻', 'First measure counted from'), opt),
    budget: amount(words('经费', 'Budget'), { optional: true, minimum: '0', unit: '元' }),
    reviewed: day(words('最近研判', 'Judged last'), opt),
    judgedAt: instant(words('再研判起算时刻', 'Judged again from'), opt),
    raisedAt: instant(words('提高颜色时刻', 'Colour raised at'), opt),
    outcome: choice(words('研判结论', 'Outcome'), outcomes, opt),
    reviewNote: text(words('研判说明', 'Note of the judgement'), { optional: true, length: 1000 }),
    ended: day(words('终结日期', 'Ended on'), opt),
    endWhy: text(words('解除、撤销或者终止理由', 'Why it ended'), { optional: true, length: 1000 }),
  },
})
