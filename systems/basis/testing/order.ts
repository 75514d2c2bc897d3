// A test order (檢驗委託) as it stands: what is asked of which sample, its custody, every determination, and who looked at them.
import { amount, choice, day, instant, integer, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../parties/index.ts'
import { countingLine, limitLine, resultLine, runLine } from './repeats.ts'

/** Which side of the limit is good. */
export const comparisons = {
  atMost: words('不大于', 'At most'),
  atLeast: words('不小于', 'At least'),
  reported: words('只报结果', 'Reported only'),
} as const

/** How uncertainty enters the verdict (JCGM 106:2012, 8; ILAC-G8:09/2019). */
export const decisionRules = {
  simple: words('简单接受', 'Simple acceptance'),
  guarded: words('保护带（接收域收窄一个扩展不确定度）', 'Guarded acceptance: the limit drawn in by the expanded uncertainty'),
  guardedRejection: words('保护带（超出一个扩展不确定度才判不合格）', 'Guarded rejection: beyond the limit by the expanded uncertainty'),
} as const

export const item = {
  parameter: text(words('项目', 'Parameter'), { length: 80 }),
  method: text(words('检测依据', 'Method'), { length: 80 }),
  unit: text(words('单位', 'Unit'), { length: 20 }),
  comparison: choice(words('判定方式', 'Comparison'), comparisons),
  limit: quantity(words('限值', 'Limit'), { optional: true, places: 6 }),
  clause: text(words('限值出处', 'Source of the limit'), { optional: true, length: 80 }),
}

/** How the sample came to the laboratory: what the report may be taken to speak for. */
export const samplings = {
  sent: words('送样', 'Sent in'),
  taken: words('抽样', 'Taken by those who order'),
  witnessed: words('见证取样', 'Taken before a witness'),
} as const

/** What becomes of what is left of the sample. */
export const remainders = {
  returned: words('退还委托方', 'Goes back to the client'),
  kept: words('留样到期后处置', 'Kept for its term, then disposed of'),
  usedUp: words('检测耗尽', 'Used up by the analysis'),
} as const

export const subcontractLine = {
  parameter: item.parameter,
  laboratory: party(words('分包机构', 'Laboratory that does it')),
}

export const testOrder = register('test-order', {
  title: words('检验委托', 'Test orders'),
  number: 'JY{year}{seq}',
  headline: 'sampleName',
  concerns: 'laboratory',
  listed: ['received', 'sampleName', 'productClass', 'laboratory', 'finishBy'],
  fields: {
    laboratory: party(words('承检机构', 'Laboratory')),
    client: text(words('委托方', 'Client'), { length: 120 }),
    clientCode: party(words('委托方代码', 'Credit code of the client'), { optional: true }),
    origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
    sampleName: text(words('样品名称', 'Sample'), { length: 120 }),
    sampleNumber: text(words('样品编号', 'Number of the sample'), { optional: true, length: 60 }),
    sealNumber: text(words('封条编号', 'Number of the seal'), { optional: true, length: 60 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    items: rows(words('检验项目', 'Parameters ordered'), item, { most: 60 }),
    rule: choice(words('判定规则', 'Decision rule'), decisionRules),
    finishBy: day(words('约定完成日', 'To be finished by'), { optional: true, mayLieAhead: true }),
    subcontract: yes(words('同意分包', 'Subcontracting agreed'), { optional: true }),
    sampling: choice(words('样品来源', 'How the sample came'), samplings, { optional: true }),
    quantity: text(words('样品数量', 'How much of it'), { optional: true, length: 60 }),
    remainder: choice(words('余样处置', 'What is left of it'), remainders, { optional: true }),
    fee: amount(words('费用', 'Fee'), { optional: true, minimum: '0', unit: '元' }),
    subcontracted: rows(words('分包项目', 'Subcontracted'), subcontractLine, { optional: true, most: 60 }),
    limits: rows(words('方法的重复性限', 'Repeatability limits of the methods'), limitLine, {
      optional: true,
      most: 60,
      hint: words('能力范围里已经写明的不用填', 'Not needed where the scope states it'),
    }),
    received: day(words('收样日期', 'Sample received'), { optional: true }),
    condition: text(words('样品状态', 'Condition of the sample'), { optional: true, length: 300 }),
    custody: rows(
      words('流转记录', 'Custody'),
      {
        at: instant(words('时间', 'At')),
        action: text(words('环节', 'Action'), { length: 40 }),
        by: text(words('经手人', 'By'), { account: true, length: 60 }),
        to: text(words('交给', 'To'), { account: true, length: 60 }),
        place: text(words('地点', 'Place'), { length: 120 }),
        condition: text(words('状态', 'Condition'), { length: 200 }),
      },
      { optional: true, most: 100 },
    ),
    runs: rows(words('各次测定', 'All determinations'), runLine, { optional: true, most: 400 }),
    results: rows(words('检测结果', 'Results'), { ...resultLine, ...countingLine }, { optional: true, most: 60 }),
    analysed: day(words('检测日期', 'Analysed on'), { optional: true }),
    analyst: text(words('检测人', 'Analyst'), { account: true, optional: true, length: 60 }),
    checker: text(words('校核人', 'Checker'), { account: true, optional: true, length: 60 }),
    reviewer: text(words('审核人', 'Reviewer'), { account: true, optional: true, length: 60 }),
    signatory: text(words('授权签字人', 'Authorised signatory'), { account: true, optional: true, length: 60 }),
    turnround: integer(words('检测用时（小时）', 'Hours from reception to record'), { optional: true }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})
