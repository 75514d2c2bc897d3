// Code lists of a complaint: channels, disputes, claims, and the grounds of each order with their articles.
import type { Citation } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'
import { order } from './orders.ts'

export const duties = {
  citizen: words('投诉人', 'Complainant'),
  trader: words('被投诉人', 'Trader complained of'),
  clerk: words('受理人', 'Clerk'),
  mediator: words('调解员', 'Mediator'),
  head: words('负责人', 'Head of office'),
  supervisor: words('上级机关', 'Superior office'),
}

export const states = {
  received: words('待处理', 'Received'),
  completing: words('待补正', 'Waiting for material'),
  declining: words('拟不予受理', 'About to be declined'),
  declined: words('不予受理', 'Declined'),
  accepted: words('已受理', 'Accepted'),
  mediating: words('调解中', 'In mediation'),
  recusal: words('回避审查', 'Recusal under review'),
  testing: words('检验鉴定中', 'Being tested'),
  agreeing: words('待确认协议', 'Agreement to be confirmed'),
  agreed: words('调解成功', 'Agreed'),
  ending: words('拟终止', 'About to end'),
  ended: words('终止调解', 'Ended'),
  closed: words('办结', 'Closed'),
}

export const channels = {
  web: { title: words('平台', 'Web'), code: '1' },
  hotline: { title: words('热线', 'Telephone'), code: '2' },
  letter: { title: words('信函', 'Letter'), code: '3' },
  window: { title: words('窗口', 'Window'), code: '4' },
  transferred: { title: words('转办', 'Transferred'), code: '5' },
} as const

export const soldBy = {
  shop: words('线下门店', 'In a shop'),
  platform: words('平台内经营者', 'By a trader on a platform'),
  ownSite: words('自建网站或其他网络', 'On the trader’s own site'),
  platformOperator: words('平台经营者自身', 'By the platform itself'),
} as const

/** Until the end of 2019 three authorities took complaints by three rules (工商、質監、食藥監). */
export const branches = {
  consumer: words('消费（原工商）', 'Consumer affairs'),
  quality: words('产品质量（原质监）', 'Product quality'),
  food: words('食品药品（原食药监）', 'Food and drugs'),
} as const

export const issues = {
  quality: words('质量', 'Quality'),
  threeGuarantees: words('三包', 'Three guarantees'),
  price: words('价格', 'Price'),
  contract: words('合同', 'Contract'),
  advertising: words('广告', 'Advertising'),
  safety: words('安全', 'Safety'),
  afterSales: words('售后', 'After-sales'),
  fraud: words('虚假宣传或欺诈', 'False statement or fraud'),
  other: words('其他', 'Other'),
} as const

export const claims = {
  refund: words('退款', 'Refund'),
  exchange: words('更换', 'Exchange'),
  repair: words('修理', 'Repair'),
  damages: words('赔偿', 'Damages'),
  punitive: words('惩罚性赔偿', 'Punitive damages'),
  apology: words('道歉', 'Apology'),
} as const

/** 受理方式: what is done with a complaint that is accepted. */
export const routes = {
  mediate: words('调解', 'Mediation'),
  investigate: words('查处', 'Investigation'),
  survey: words('调查', 'Survey'),
} as const

export const refusalGrounds = {
  noPower: { title: words('不属于本机关职责或本机关无处理权限', 'Not our duty or no power'), code: '1' },
  handled: { title: words('同一争议已受理或已处理', 'The same dispute was taken or handled elsewhere'), code: '2' },
  notConsumer: { title: words('不是为生活消费需要，或不能证明存在争议', 'Not for daily use, or no dispute is shown'), code: '3' },
  tooOld: { title: words('自知道之日起超过规定年限', 'Longer since it was known than the rule allows'), code: '4' },
  incomplete: { title: words('未提供规定的材料或材料虚假', 'Required material missing or false'), code: '5' },
  identity: { title: words('冒用他人名义或拒绝身份核实', 'Another’s name, or identity check refused'), code: '6' },
  otherByLaw: { title: words('法律、法规、规章规定的其他情形', 'Other by law'), code: '7' },
} as const

export type RefusalGround = keyof typeof refusalGrounds

/** The article of each ground; Order 20 knew no ground of identity, and its sixth was what is now the seventh. */
export const refusalArticles: Readonly<Record<RefusalGround, Citation>> = {
  noPower: order('16(1)', '15(1)'),
  handled: order('16(2)', '15(2)'),
  notConsumer: order('16(3)', '15(3)'),
  tooOld: order('16(4)', '15(4)'),
  incomplete: order('16(5)', '15(5)'),
  identity: order('16(6)'),
  otherByLaw: order('16(7)', '15(6)'),
}

/** Factors for “not for daily use” (article 17): a person weighs them, no count decides. */
export const factors = {
  unlikeUse: { title: words('数量、频次明显不合生活消费', 'Amounts or frequency unlike normal use'), code: '1' },
  manyComplaints: { title: words('短期内就同一经营者、商品或者问题大量投诉，或者串通', 'Many complaints in a short time, or collusion'), code: '2' },
  noProof: { title: words('不能证明购买或者自身受损', 'No proof of a purchase or of own harm'), code: '3' },
  sharedContact: { title: words('多人使用同一电话或者地址', 'Many persons with one telephone or address'), code: '4' },
  otherFactor: { title: words('其他', 'Other'), code: '5' },
} as const

/** Where what was sent belongs when it is no complaint at all (article 44). */
export const otherChannels = {
  consultation: words('咨询', 'Consultation'),
  information: words('政府信息公开申请', 'Request for government information'),
  reconsideration: words('行政复议申请', 'Administrative reconsideration'),
  petition: words('信访', 'Petition'),
  discipline: words('纪检监察检举控告', 'Charge to the discipline inspection'),
  otherAuthority: words('其他机关', 'Another authority'),
} as const

export const endGrounds = {
  withdrawn: { title: words('撤回投诉或自行和解', 'Withdrawn or settled by themselves'), code: '1' },
  absent: { title: words('无正当理由不参加或拒绝调解', 'Absent without reason, or refuses'), code: '2' },
  noAgreement: { title: words('不能达成协议', 'No agreement possible'), code: '3' },
  appraisalCost: { title: words('对检验、鉴定机构或费用不能达成一致', 'No agreement on the appraisal or its cost'), code: '4' },
  termRunOut: { title: words('期限届满未达成协议', 'The term ran out without agreement'), code: '5' },
  foundLater: { title: words('受理后发现不予受理的情形', 'A ground for declining was found later'), code: '6' },
  extinct: { title: words('当事人死亡或终止', 'Death or extinction of a party'), code: '7' },
  other: { title: words('其他情形', 'Other'), code: '8' },
} as const

export type EndGround = keyof typeof endGrounds

/** The article of each ground; the numbers of Order 20 run in another order, and it did not name death or extinction. */
export const endArticles: Readonly<Record<EndGround, Citation>> = {
  withdrawn: order('23(1)', '21(1)'),
  absent: order('23(2)', '21(3)'),
  noAgreement: order('23(3)', '21(4)'),
  appraisalCost: order('23(4)', '21(2)'),
  termRunOut: order('23(5)', '21(5)'),
  foundLater: order('23(6)', '21(6)'),
  extinct: order('23(7)', '21(7)'),
  other: order('23(8)', '21(7)'),
}

/** What the records of the same person, trader or batch suggest; shown to officials, decided by nobody but them. */
export const hints = {
  manyByOne: words('同一电话投诉较多', 'Many complaints from one telephone'),
  sharedContact: words('多人同一地址', 'Several persons at one address'),
  sameDispute: words('可能为同一争议', 'Perhaps the same dispute'),
  sameBatch: words('同一产品同一批号已有投诉', 'Others complained of the same batch'),
} as const
