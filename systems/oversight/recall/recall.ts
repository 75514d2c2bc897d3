// A recall (召回) as it stands in the file: the defect, its scope and count, the order and its article, progress and effect.
import { area, choice, choices, citation, day, instant, integer, party, rows, text } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { fallenGrounds } from '../../basis/testing/index.ts'
import { defectKinds } from './defect-report.ts'
import { lines } from './lines.ts'
import { passedLine, suspecting } from './passed-breaches.ts'

export const remedies = {
  warn: words('警示', 'Warning'),
  repair: words('修理', 'Repair'),
  exchange: words('更换', 'Exchange'),
  refund: words('退货', 'Refund'),
  label: words('补充标识', 'Label'),
  destroy: words('销毁', 'Destruction'),
} as const

export const noticeWays = {
  mail: words('挂号信等书面方式', 'Registered or other letter'),
  phone: words('电话', 'Telephone'),
  sms: words('短信', 'Text message'),
  site: words('企业网站', 'Site of the maker'),
  press: words('新闻媒体', 'Press'),
  shops: words('销售场所', 'Shops'),
  platforms: words('电商平台', 'E-commerce platforms'),
} as const

const scopeLine = {
  model: text(words('型号', 'Model'), { searched: true, length: 80 }),
  gtin: text(words('商品条码', 'GTIN'), { optional: true, searched: true, length: 14 }),
  lot: text(words('批号', 'Lot'), { optional: true, searched: true, length: 80 }),
  serials: text(words('序列号范围', 'Serial numbers'), { optional: true, searched: true, length: 120 }),
  vinFrom: text(words('车辆识别代号起', 'VIN from'), { optional: true, searched: true, length: 17 }),
  vinTo: text(words('车辆识别代号止', 'VIN to'), { optional: true, length: 17 }),
  madeFrom: day(words('生产起', 'Made from'), { optional: true }),
  madeTo: day(words('生产止', 'Made to'), { optional: true }),
}

export const progressLine = {
  on: day(words('截至', 'As of')),
  notified: integer(words('已通知', 'Told'), { minimum: '0' }),
  reached: integer(words('已响应', 'Reached'), { minimum: '0' }),
  returned: integer(words('已收回或者补救', 'Returned or remedied'), { minimum: '0' }),
  note: text(words('问题', 'Problems'), { optional: true, length: 300 }),
  corrects: text(words('更正以前数字的理由', 'Why an earlier count is corrected'), {
    optional: true, length: 300, hint: words('数字少于前一次的必填；此理由公开，不写个人信息', 'Needed where a count is less than the one before; it is public: name no person'),
  }),
}

export const recall = register('recall', {
  title: words('召回', 'Recalls'),
  number: 'ZH{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  concerns: 'producer',
  listed: ['begun', 'product', 'productClass', 'producerName', 'how', 'affected', 'returned'],
  fields: {
    begun: day(words('立案日期', 'Begun on')),
    line: choice(words('产品门类', 'Line'), lines),
    producer: party(words('生产者', 'Producer')),
    producerName: text(words('生产者名称', 'Name of the producer'), { searched: true, length: 120 }),
    place: area(words('生产者所在地', 'Place of the producer')),
    product: text(words('产品', 'Product'), { searched: true, length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    kind: choice(words('缺陷类型', 'Kind of defect'), defectKinds),
    danger: text(words('缺陷和危险', 'Defect and danger'), { length: 1000 }),
    origin: text(words('来源', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    groundSample: text(words('所依据的抽查样品', 'Sample that it rests on'), { optional: true, byLink: true, length: 40, fixed: true }),
    fallen: fallenGrounds,
    known: day(words('获知缺陷日期', 'Defect known since'), { optional: true }),
    how: choice(
      words('召回方式', 'How'),
      { voluntary: words('主动召回', 'Voluntary'), ordered: words('责令召回', 'Ordered') },
      { optional: true },
    ),
    foodClass: choice(
      words('食品召回级别', 'Class of a food recall'),
      { one: words('一级', 'Class I'), two: words('二级', 'Class II'), three: words('三级', 'Class III') },
      { optional: true },
    ),
    conclusion: text(words('调查结论', 'Conclusion'), { optional: true, length: 1000 }),
    objection: text(words('异议', 'Objection'), { optional: true, length: 2000 }),
    experts: text(words('论证专家（代号）和回避', 'Experts by code, and recusals'), { optional: true, length: 300 }),
    orderedBy: citation(words('责令召回的依据', 'Article of the order'), { optional: true }),
    mandate: text(words('国家机关委托文号', 'Mandate of the national authority'), { optional: true, length: 60 }),
    sellersTold: day(words('通报销售者日期', 'Sellers told on'), { optional: true }),
    scope: rows(words('召回范围', 'Scope'), scopeLine, { optional: true, most: 200 }),
    cause: text(words('缺陷原因', 'Cause of the defect'), { optional: true, length: 600 }),
    made: integer(words('生产数量', 'Made'), { optional: true, minimum: '0' }),
    affected: integer(words('涉及已售数量', 'Sold and affected'), { optional: true, minimum: '0' }),
    stock: integer(words('库存数量', 'In stock'), { optional: true, minimum: '0' }),
    exported: integer(words('出口数量', 'Exported'), { optional: true, minimum: '0' }),
    passed: rows(words('已移送的违法', 'Breaches passed on'), passedLine, { optional: true, shownTo: suspecting }),
    measures: choices(words('补救措施', 'Remedies'), remedies, { optional: true }),
    payer: choice(
      words('费用承担', 'Who pays'),
      { producer: words('生产者', 'Producer'), seller: words('销售者', 'Seller'), consumer: words('消费者', 'Consumer') },
      { optional: true },
    ),
    advice: text(words('消费者怎么办', 'What to do'), { optional: true, length: 600 }),
    contact: text(words('联系方式', 'Contact'), { optional: true, length: 200 }),
    ways: choices(words('通知方式', 'How people are told'), noticeWays, { optional: true }),
    aim: text(words('进度目标', 'What is to be reached, and when'), { optional: true, length: 300 }),
    startsOn: day(words('计划开始日期', 'Planned start'), { optional: true, mayLieAhead: true }),
    endsOn: day(words('计划结束日期', 'Planned end'), { optional: true, mayLieAhead: true }),
    published: day(words('公布日期', 'Published on'), { optional: true }),
    progress: rows(words('进度', 'Progress'), progressLine, { optional: true, most: 60 }),
    reported: day(words('最近报告日期', 'Last report'), { optional: true }),
    returned: integer(words('已收回或者补救', 'Returned or remedied'), { optional: true, minimum: '0' }),
    effect: text(words('效果评估', 'Effect'), { optional: true, length: 1000 }),
    reportFrom: day(words('报告缺陷起算日', 'Defect to be reported from'), { optional: true }),
    planFrom: day(words('报送计划起算日', 'Plan to be filed from'), { optional: true }),
    orderTold: day(words('责令召回公布日期', 'Order published on'), { optional: true }),
    ended: day(words('撤销或者终止日期', 'Withdrawn or ended on'), { optional: true }),
    ownersFrom: day(words('通知车主起算日', 'Owners to be told from'), { optional: true }),
    foodFrom: instant(words('食品召回起算时刻', 'Food recall counted from'), { optional: true }),
    foodGraver: day(words('食品召回级别调高日', 'A graver class since'), { optional: true }),
    regraded: day(words('机关调整级别日期', 'Class changed by the authority on'), { optional: true }),
    foodNotice: day(words('食品召回公告日', 'Food recall announced on'), { optional: true }),
  },
})
