// The noes of the testing system, each with the clause that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const iso = (clause: string) => cite('iso-iec-17025-2017', clause)

export const testingRefusals = refusals('testing', {
  'mark-number': {
    status: 422,
    title: words('资质证书编号不是十二位数字', 'The number of the mark has twelve digits'),
    detail: words('编号“{given}”无法说明发证机关和领域，公众查不到该机构。', 'The number “{given}” does not tell authority and field, so that nobody could look the laboratory up.'),
    remedy: words('对照资质认定证书重新录入十二位编号。', 'Copy the twelve digits from the certificate.'),
    basis: cite('aqsiq-order-163'),
  },
  'ends-before-it-begins': {
    status: 422,
    title: words('截止日期早于起始日期', 'It would end before it begins'),
    detail: words('有效期颠倒时，无法判断某一天是否在范围之内。', 'With such a term nobody could say whether a day lies within it.'),
    remedy: words('请核对两个日期。', 'Check both days.'),
    basis: iso('7.1'),
  },
  'mark-not-valid': {
    status: 409,
    title: words('机构资质当日无效', 'The laboratory’s mark is not valid on that day'),
    detail: words('机构 {laboratory} 在 {day} 没有有效资质，所出数据不能作为证明。', 'On {day} the laboratory {laboratory} holds no valid mark; its data would prove nothing.'),
    remedy: words('另行选择有效的机构，或者恢复资质后再办。', 'Choose a laboratory whose mark is valid, or restore the mark first.'),
    basis: cite('product-quality-law', '19'),
  },
  'outside-scope': {
    status: 409,
    title: words('超出能力范围', 'It lies outside the scope'),
    detail: words(
      '“{parameter}”（{method}）在 {day} 不在该机构批准的能力范围之内，不得出具带有资质标志的结果。',
      'On {day} “{parameter}” by {method} does not lie within the approved scope; no result may be given under the mark.',
    ),
    remedy: words('改用范围内的方法，或者经委托人书面同意后分包给有能力的机构。', 'Use a method within the scope, or subcontract with the client’s written consent.'),
    basis: cite('samr-order-39'),
  },
  'not-authorised': {
    status: 403,
    title: words('该人员当日没有此项授权', 'The person has no such right on that day'),
    detail: words('{day} 没有查到账号 {account} 在该机构“{right}”的有效授权，签了也不产生效力。', 'No right to “{right}” stands for the account {account} on {day}; the act would have no effect.'),
    remedy: words('请由被授权的人员办理，或者先办理授权。', 'Let a person who is authorised do it, or enter the authorisation first.'),
    basis: iso('6.2'),
  },
  'own-work': {
    status: 409,
    title: words('不得审核自己的检测', 'Nobody reviews their own analysis'),
    detail: words('检测人与校核、审核或者签字人相同，第二人复核落空。', 'Whoever analysed is also the one who reviews or signs, so that no second person looked.'),
    remedy: words('请由没有参加检测的人员办理。', 'Let somebody do it who took no part in the analysis.'),
    basis: iso('7.7'),
  },
  'out-of-calibration': {
    status: 409,
    title: words('设备不在校准有效期内', 'The instrument is out of calibration'),
    detail: words('设备 {instrument} 在 {day} 没有有效的校准证书，结果不能溯源。', 'On {day} the instrument {instrument} had no valid certificate of calibration; its result is not traceable.'),
    remedy: words('用在有效期内的设备重新检测。', 'Repeat the analysis with an instrument in calibration.'),
    basis: iso('6.5'),
  },
  'wrong-unit': {
    status: 422,
    title: words('单位不符', 'The unit is not the one ordered'),
    detail: words('“{parameter}”应以 {expected} 计，填的是 {given}；换算错误会改变结论。', '“{parameter}” is ordered in {expected}, but {given} was given; a wrong conversion would turn the verdict.'),
    remedy: words('按委托的单位换算后再填，并保留原始记录。', 'Convert to the unit of the order and keep the raw record.'),
    basis: iso('7.5'),
  },
  'no-limit': {
    status: 422,
    title: words('缺少限值', 'No limit is given'),
    detail: words('“{parameter}”要求判定却没有限值，无法得出合格与否的结论。', '“{parameter}” asks for a verdict but names no limit; none could be reached.'),
    remedy: words('填写限值及其出处，或者选择“只报结果”。', 'Give the limit and its source, or choose “reported only”.'),
    basis: iso('7.8.6'),
  },
  'not-ordered': {
    status: 422,
    title: words('项目与委托不一致', 'The parameters are not those ordered'),
    detail: words('委托项目为：{ordered}；结果中多出或者缺少：{difference}。', 'Ordered were: {ordered}; missing or too many: {difference}.'),
    remedy: words('逐项填写委托的全部项目；需要变更的，先变更委托。', 'Give each parameter of the order; to change them, change the order first.'),
    basis: iso('7.1'),
  },
  'seal-broken': {
    status: 409,
    title: words('封样破损，不能收样', 'The seal is broken; the sample cannot be received'),
    detail: words('封样破损的样品无法证明就是所抽的样品，检验结果不能作为依据。', 'A sample whose seal is broken cannot be shown to be the one that was taken; a result on it would prove nothing.'),
    remedy: words('拍照留证，办理“拒收”，由抽样方另行处理。', 'Photograph it, take the step “reject”, and leave the rest to whoever took the sample.'),
    basis: iso('7.4'),
  },
  'seal-differs': {
    status: 409,
    title: words('封条编号与抽样单不一致', 'The seal is not the one on the sheet'),
    detail: words('抽样单记载的封条为 {expected}，收到的是 {given}。', 'The sheet names the seal {expected}; {given} was received.'),
    remedy: words('核对封条；确不一致的办理“拒收”。', 'Look again; if it differs, take the step “reject”.'),
    basis: iso('7.4'),
  },
})
