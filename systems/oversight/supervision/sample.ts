// A sample (抽查樣品): the central object of a spot check, with its sheet, its reports, and what was made of them.
import { amount, area, choice, day, files, integer, link, party, quantity, rows, text, yes } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { comparisons, decisionRules, item, verdicts } from '../../basis/testing/index.ts'
import { registeredLine } from './permit-on-day.ts'
import { frames, lines, planKinds } from './plan.ts'

export const ways = {
  drawn: words('随机抽取', 'Drawn'),
  tracked: words('跟踪抽查', 'Follow-up check'),
  recheck: words('整改复查', 'Re-check after correction'),
  clue: words('线索抽查', 'On a clue'),
  bought: words('网络买样', 'Bought online'),
} as const

export const stages = { production: words('生产', 'Production'), trade: words('流通', 'Trade'), online: words('网络', 'Online'), border: words('进出口', 'Import and export') } as const

/** Why nothing could be sampled, without fault of the body visited. */
export const nothingTaken = {
  unfinished: words('没有已检验合格的待销产品', 'No finished goods for sale'),
  exportOnly: words('仅供出口', 'For export only'),
  trial: words('标明试制、处理或者不合格', 'Marked as trial, seconds or nonconforming'),
  tooFew: words('数量不足', 'Too few in stock'),
  closed: words('停产或者歇业', 'Closed'),
  notMaker: words('不生产经营该产品', 'Does not make or sell it'),
} as const

/** Why the body may refuse (第133號令): the samplers’ fault and not its own. */
export const lawfulGrounds = {
  fewerThanTwo: words('抽样人员少于两人', 'Fewer than two samplers'),
  noPapers: words('未出示抽查通知书或者有效证件', 'No notice or no valid identity was shown'),
  nameDiffers: words('抽样人员姓名与通知书不符', 'The samplers are not those of the notice'),
  bodyDiffers: words('被抽查单位或者产品与通知书不符', 'Body or product is not that of the notice'),
  fee: words('要求支付检验费或者其他费用', 'A fee was asked for'),
} as const

/** Samples on which nothing can be tested again. */
export const notAgain = {
  usedUp: words('样品已耗尽', 'The sample is used up'),
  decayed: words('样品变质或者特性随时间改变', 'It decays or changes with time'),
  expired: words('超过保质期', 'Past its shelf life'),
  microbes: words('微生物指标', 'A microbial index'),
  noBackup: words('没有备用样品', 'There is no backup sample'),
} as const

/** What became of the sample of a lot that conforms. */
export const returnings = {
  returned: words('已退还', 'Returned'),
  usedUp: words('检验中已耗尽或者失去使用价值', 'Used up or worthless after the test'),
  givenUp: words('被抽样单位书面放弃', 'Given up in writing by the body'),
} as const

export const objectionKinds = {
  result: words('对检验结论有异议，申请复检', 'Against the result: re-inspection'),
  authenticity: words('否认样品为本单位生产', 'The sample is not ours'),
  procedure: words('对抽样程序有异议', 'Against the way it was taken'),
} as const

/** What the maker may object to beside denying that it made the goods, which is answered by itself. */
export const ownObjections = { result: objectionKinds.result, procedure: objectionKinds.procedure } as const

export const denialFindings = { true: words('查证属实，不承担责任', 'Found true: it is free'), untrue: words('查证不属实', 'Found untrue') } as const

export const sampleStates = {
  drawn: words('已抽取', 'Drawn'),
  visiting: words('抽样中', 'Being taken'),
  sealed: words('已封样', 'Sealed'),
  sent: words('已送检', 'With the laboratory'),
  reported: words('已出报告', 'Reported'),
  told: words('已告知', 'Result told'),
  objected: words('异议处理', 'Objection examined'),
  reinspecting: words('复检中', 'Re-inspection'),
  retested: words('复检已有结论', 'Re-inspected'),
  settled: words('异议已决', 'Objection settled'),
  awaiting: words('报告已撤回，待新报告', 'Report withdrawn, another awaited'),
  conforming: words('合格', 'Conforms'),
  nonconforming: words('不合格', 'Does not conform'),
  notTaken: words('未抽到样', 'Nothing taken'),
  turnedAway: words('依法拒绝抽样', 'Lawfully refused'),
  obstructed: words('无正当理由拒绝抽样', 'Refused without ground'),
  contested: words('对拒绝认定的异议处理', 'Finding of a refusal contested'),
  refusalWithdrawn: words('拒绝认定已撤销', 'Finding of a refusal withdrawn'),
  invalid: words('样品无效', 'Invalid'),
  reversed: words('已更正撤销', 'Reversed'),
} as const

export const failureLine = {
  parameter: item.parameter,
  value: quantity(words('实测值', 'Found'), { places: 6 }),
  unit: item.unit,
  expanded: quantity(words('扩展不确定度（k=2）', 'Expanded uncertainty (k = 2)'), { optional: true, places: 6, minimum: '0' }),
  comparison: choice(words('判定方式', 'Comparison'), comparisons),
  limit: item.limit,
  clause: item.clause,
}

const withdrawnLine = {
  report: text(words('报告', 'Report'), { length: 60 }),
  on: day(words('日期', 'On')),
  why: text(words('理由', 'Why'), { length: 500 }),
}

const inside = ['organiser', 'sampler', 'officer', 'head'] as const
const opt = { optional: true } as const

const origin = {
  how: choice(words('抽样方式', 'How it came'), ways),
  plan: link(words('计划', 'Plan'), 'check-plan', opt),
  planNumber: text(words('计划编号', 'Number of the plan'), { optional: true, length: 40 }),
  draw: link(words('抽取', 'Draw'), 'draw', opt),
  kind: choice(words('抽查类别', 'Kind of check'), planKinds),
  frame: choice(words('抽样框', 'Frame'), frames),
  line: choice(words('适用领域', 'Body of law'), lines),
  stratum: text(words('层', 'Stratum'), { optional: true, length: 40 }),
  expansion: quantity(words('扩展权（1/入样概率）', 'One over its chance'), { optional: true, places: 9, minimum: '0' }),
  spread: quantity(words('方差项（(1−π)/π²）', 'Term of variance'), { optional: true, places: 9, minimum: '0' }),
  goodExpansion: quantity(words('合格的扩展权', 'Its weight if it conforms'), { optional: true, places: 9, minimum: '0' }),
  goodSpread: quantity(words('合格的方差项', 'Its term of variance if it conforms'), { optional: true, places: 9, minimum: '0' }),
  inspectors: text(words('抽取的检查人员', 'Inspectors drawn'), { account: true, optional: true, length: 200, shownTo: inside }),
  origin: text(words('来源', 'Origin'), { optional: true, length: 40, fixed: true }),
  originRecord: text(words('来源记录', 'Record of origin'), { optional: true, length: 40, fixed: true }),
  unit: party(words('拟抽单位', 'Body to be visited')),
  unitName: text(words('拟抽单位名称', 'Its name'), { searched: true, length: 120 }),
  place: area(words('地域', 'Place')),
  productClass: choice(words('产品类别', 'Product class'), productClasses),
  items: rows(words('检验项目', 'Parameters'), item, { most: 60 }),
  rule: choice(words('判定规则', 'Decision rule'), decisionRules),
  mostQuantity: quantity(words('抽样数量上限', 'Most to be taken'), { optional: true, places: 3, minimum: '0' }),
}

/** The sheet signed in the field (抽樣單). */
export const sheet = {
  sampledOn: day(words('抽样日期', 'Taken on')),
  stage: choice(words('抽样环节', 'Stage'), stages),
  spot: text(words('抽样地点', 'Where'), { length: 200 }),
  producer: party(words('标称生产者代码', 'Code of the producer named'), opt),
  producerName: text(words('标称生产者', 'Producer named'), { length: 120 }),
  product: text(words('产品名称', 'Product'), { searched: true, length: 120 }),
  model: text(words('规格型号', 'Model'), { length: 80 }),
  brand: text(words('商标', 'Brand'), { optional: true, length: 80 }),
  batch: text(words('生产日期或者批号', 'Date of making or lot'), { length: 80 }),
  standardNo: text(words('执行标准', 'Standard'), { optional: true, length: 80 }),
  licenceNo: text(words('许可证编号', 'Licence'), { optional: true, length: 60 }),
  cccNo: text(words('强制性认证证书编号', 'CCC certificate'), { optional: true, length: 60 }),
  certNo: text(words('自愿性认证证书编号', 'Voluntary certificate'), { optional: true, length: 60 }),
  gtin: text(words('商品条码', 'GTIN'), { optional: true, length: 14 }),
  lotSize: integer(words('抽样基数', 'Size of the lot'), { minimum: '1' }),
  quantity: quantity(words('抽样数量', 'Taken'), { places: 3, minimum: '0.001' }),
  backupQuantity: quantity(words('备用样品数量', 'Backup'), { optional: true, places: 3, minimum: '0' }),
  countedIn: text(words('计量单位', 'Unit'), { length: 20 }),
  price: amount(words('单价', 'Price'), { optional: true, minimum: '0', unit: '元' }),
  sealNumber: text(words('封条编号', 'Seal'), { optional: true, length: 60 }),
  backupSeal: text(words('备用样品封条编号', 'Seal of the backup'), { optional: true, length: 60 }),
  backupPlace: text(words('备用样品存放地点', 'Where the backup is kept'), { optional: true, length: 120 }),
  photos: files(words('抽样照片', 'Photographs'), { optional: true, shownTo: inside }),
  firstSampler: text(words('抽样人员一证号', 'Certificate of sampler one'), { optional: true, length: 40 }),
  secondSampler: text(words('抽样人员二证号', 'Certificate of sampler two'), { optional: true, length: 40 }),
  signedBy: text(words('被抽样单位签字人', 'Signed for the body checked by'), { optional: true, personal: true, shownTo: inside, length: 60 }),
  refusalNote: text(words('拒签说明', 'Why it was not signed'), { optional: true, length: 300 }),
  bodySignature: files(words('被抽样单位签名', 'Signature for the body checked'), {
    optional: true, personal: true, shownTo: inside, most: 1, accepts: ['png', 'jpeg'],
  }),
  samplerSignatures: files(words('抽样人员签名', 'Signatures of the samplers'), {
    optional: true, personal: true, shownTo: inside, most: 2, accepts: ['png', 'jpeg'],
  }),
}

const online = {
  platform: text(words('平台', 'Platform'), { optional: true, length: 120 }),
  shopUrl: text(words('店铺或者商品网址', 'Address of the shop or goods'), { optional: true, length: 400 }),
  orderNumber: text(words('订单号', 'Order'), { optional: true, length: 60, shownTo: inside }),
  captureHash: text(words('网页取证摘要（SHA-256）', 'Hash of the page as captured'), { optional: true, length: 64 }),
  voucher: text(words('购样凭证', 'Voucher'), { optional: true, length: 80 }),
  declarationNo: text(words('报检（报关）编号', 'Declaration'), { optional: true, length: 40 }),
  hsCode: text(words('商品编码', 'HS code'), { optional: true, length: 13 }),
}

const outcome = {
  registered: rows(words('证照台账当日记载', 'What the register said on that day'), registeredLine, opt),
  lawfulGround: choice(words('依法拒绝的情形', 'Ground of the lawful refusal'), lawfulGrounds, opt),
  contest: text(words('对拒绝抽样认定的陈述', 'What the body says of the finding that it refused'), { optional: true, length: 2000 }),
  contestAnswer: text(words('对陈述的答复', 'Answer to it'), { optional: true, length: 1000 }),
  checked: party(words('被抽样单位', 'Body checked'), opt),
  noticeNumber: text(words('抽查通知书编号', 'Number of the notice'), { optional: true, length: 80 }),
  laboratory: party(words('承检机构', 'Laboratory'), opt),
  reportNumber: text(words('检验报告编号', 'Test report'), { optional: true, length: 60 }),
  verdict: choice(words('检验结论', 'Verdict'), verdicts, opt),
  failures: rows(words('不合格项目', 'What failed'), failureLine, { optional: true, most: 60 }),
  objectionKind: choice(words('异议种类', 'Kind of objection'), objectionKinds, opt),
  objection: text(words('异议和证据', 'Objection and evidence'), { optional: true, length: 2000 }),
  decision: text(words('异议处理意见', 'What was decided on it'), { optional: true, length: 1000 }),
  toldOn: day(words('告知结果日期', 'Result told on'), opt),
  objectedOn: day(words('待处理异议的提出日期', 'Objection that waits, made on'), opt),
  makerOwed: day(words('应另行告知标称生产者，起算', 'Maker named to be told, from'), opt),
  makerToldOn: day(words('告知标称生产者日期', 'Maker named told on'), opt),
  makerObjectionKind: choice(words('标称生产者异议种类', 'Kind of objection of the maker'), ownObjections, opt),
  makerObjection: text(words('标称生产者异议和证据', 'Objection and evidence of the maker'), { optional: true, length: 2000 }),
  deniedOn: day(words('标称生产者否认日期', 'Denied by the maker on'), opt),
  denial: text(words('标称生产者否认的理由', 'Why the maker denies it'), { optional: true, length: 2000 }),
  denialFound: choice(words('对否认的查证', 'What was found of the denial'), denialFindings, opt),
  denialDecision: text(words('对否认的处理意见', 'What was decided on the denial'), { optional: true, length: 1000 }),
  disowned: party(words('否认生产的标称生产者代码', 'Code of the producer named who did not make it'), opt),
  disownedName: text(words('否认生产的标称生产者', 'Producer named who did not make it'), { optional: true, length: 120 }),
  reLaboratory: party(words('复检机构', 'Laboratory of the re-inspection'), opt),
  reReport: text(words('复检报告编号', 'Report of the re-inspection'), { optional: true, length: 60 }),
  reVerdict: choice(words('复检结论', 'Verdict of the re-inspection'), verdicts, opt),
  final: choice(words('最终结论', 'Final verdict'), verdicts, opt),
  confirmed: day(words('确认日期', 'Confirmed on'), opt),
  published: day(words('公布日期', 'Published on'), opt),
  returnFrom: day(words('应退样，起算', 'Sample to be returned, from'), opt),
  returnedOn: day(words('退样日期', 'Returned on'), opt),
  returnHow: choice(words('退样情况', 'What became of the sample'), returnings, opt),
  overTaken: yes(words('超量抽样', 'More was taken than the rules allow'), opt),
  withdrawn: rows(words('已撤回的报告', 'Reports withdrawn'), withdrawnLine, opt),
  reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
}

const maybe = <F extends object>(fields: F): F =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, optional: true }])) as F

export const sample = register('sample', {
  title: words('抽查样品', 'Samples'),
  number: 'CY{area}{year}{seq}',
  headline: 'unitName',
  placedBy: 'place',
  // Who is to be visited learns of it at the visit, not from the list: only the body checked and the producer read it.
  concerns: ['checked', 'producer', 'disowned'],
  listed: ['unitName', 'product', 'productClass', 'sampledOn', 'place', 'verdict', 'final'],
  fields: { ...origin, ...maybe(sheet), ...online, ...outcome },
})
