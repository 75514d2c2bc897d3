// Notices of others (外部通報): what authorities elsewhere have published of a product; kept as told, never as a finding of ours.
import { choice, day, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { hazards, monitoring } from './rules.ts'

export const publishers = {
  rasff: words('欧盟食品和饲料快速预警系统', 'EU Rapid Alert System for Food and Feed'),
  fsis: words('美国农业部食品安全检验局', 'USDA Food Safety and Inspection Service'),
  safetyGate: words('欧盟非食品类快速预警系统', 'EU Safety Gate'),
  national: words('国家有关部门', 'National authority'),
  province: words('其他省（区、市）', 'Another province'),
  other: words('其他机构', 'Other'),
} as const

export const outsideNotice = register('outside-notice', {
  title: words('外部风险通报', 'Outside notices'),
  number: 'TB{year}{seq}',
  headline: 'product',
  knownBy: ['source', 'reference'],
  listed: ['day', 'source', 'product', 'productClass', 'hazard', 'country', 'reference'],
  fields: {
    source: choice(words('发布机构', 'Published by'), publishers),
    reference: text(words('原文编号', 'Its number'), { length: 60 }),
    day: day(words('发布日期', 'Published on')),
    country: text(words('通报国家或者地区', 'Country that told'), { optional: true, length: 60 }),
    product: text(words('产品', 'Product'), { searched: true, length: 200 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses, { optional: true, hint: words('不在目录内的留空，不产生信号', 'Left out where no class of ours fits; such a notice raises no signal') }),
    hazard: choice(words('危害', 'Hazard'), hazards),
    hazardText: text(words('危害原文', 'Hazard as told'), { optional: true, length: 300 }),
    grade: text(words('原分级', 'Grade as told'), { optional: true, length: 60 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

export const noticing = procedure(outsideNotice, {
  duties: { collector: words('信息收集人', 'Collector'), analyst: words('风险分析人', 'Analyst'), reader: words('查阅人', 'Reader') },
  states: { kept: words('已收录', 'Kept'), withdrawn: words('已撤回', 'Withdrawn') },
  ends: ['withdrawn'],
  opens: { title: words('收录通报', 'Keep a notice'), state: 'kept', by: ['collector', 'analyst'], basis: monitoring, asks: ['source', 'reference', 'day', 'country', 'product', 'productClass', 'hazard', 'hazardText', 'grade'] },
  steps: (step) => ({
    withdraw: step({
      title: words('撤回', 'Withdraw'),
      from: 'kept',
      to: 'withdrawn',
      by: 'analyst',
      basis: monitoring,
      asks: { reason: text(words('理由', 'Reason'), { length: 500, hint: words('原发布机构已撤回或者更正', 'Withdrawn or corrected by its publisher') }) },
    }),
  }),
})
