// Code lists of a complaint; the grounds are those of articles 16 and 23 of Order 121.
import { words } from '../../../kernel/words.ts'

export const channels = {
  web: { title: words('平台', 'Web'), code: '1' },
  hotline: { title: words('热线', 'Telephone'), code: '2' },
  letter: { title: words('信函', 'Letter'), code: '3' },
  window: { title: words('窗口', 'Window'), code: '4' },
  transferred: { title: words('转办', 'Transferred'), code: '5' },
} as const

export const issues = {
  quality: words('质量', 'Quality'), threeGuarantees: words('三包', 'Three guarantees'), price: words('价格', 'Price'), contract: words('合同', 'Contract'),
  advertising: words('广告', 'Advertising'), safety: words('安全', 'Safety'), afterSales: words('售后', 'After-sales'), fraud: words('虚假宣传或欺诈', 'False statement or fraud'), other: words('其他', 'Other'),
} as const

export const claims = {
  refund: words('退款', 'Refund'), exchange: words('更换', 'Exchange'), repair: words('修理', 'Repair'), damages: words('赔偿', 'Damages'),
  punitive: words('惩罚性赔偿', 'Punitive damages'), apology: words('道歉', 'Apology'),
} as const

export const refusalGrounds = {
  noPower: { title: words('不属于本机关职责或本机关无处理权限', 'Not our duty or no power'), code: '1' },
  handled: { title: words('同一争议已受理或已处理', 'The same dispute was taken or handled elsewhere'), code: '2' },
  notConsumer: { title: words('不是为生活消费需要，或不能证明存在争议', 'Not for daily use, or no dispute is shown'), code: '3' },
  tooOld: { title: words('自知道之日起超过三年', 'More than three years since it was known'), code: '4' },
  incomplete: { title: words('未提供规定的材料或材料虚假', 'Required material missing or false'), code: '5' },
  identity: { title: words('冒用他人名义或拒绝身份核实', 'Another’s name, or identity check refused'), code: '6' },
  otherByLaw: { title: words('法律、法规、规章规定的其他情形', 'Other by law'), code: '7' },
} as const

export const endGrounds = {
  withdrawn: { title: words('撤回投诉或自行和解', 'Withdrawn or settled by themselves'), code: '1' },
  absent: { title: words('无正当理由不参加或拒绝调解', 'Absent without reason, or refuses'), code: '2' },
  noAgreement: { title: words('不能达成协议', 'No agreement possible'), code: '3' },
  appraisalCost: { title: words('对检验、鉴定费用不能达成一致', 'No agreement on the cost of appraisal'), code: '4' },
  termRunOut: { title: words('期限届满未达成协议', 'The term ran out without agreement'), code: '5' },
  foundLater: { title: words('受理后发现不予受理的情形', 'A ground for declining was found later'), code: '6' },
  extinct: { title: words('当事人死亡或终止', 'Death or extinction of a party'), code: '7' },
  other: { title: words('其他情形', 'Other'), code: '8' },
} as const
