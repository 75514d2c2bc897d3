// The noes of the testing system, each with the clause that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const iso = (clause: string) => cite('iso-iec-17025-2017', clause)
const provider = (clause: string) => cite('iso-iec-17043', clause)

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
  'assigned-value-missing': {
    status: 422,
    title: words('缺少事先设定的值', 'A value that is set beforehand is missing'),
    detail: words('指定值、它的标准不确定度或者标准差不由参加者得出，又没有填写；结果出来以后再定，就可能迁就结果。', 'The assigned value, its uncertainty or the deviation does not come from the participants, but is empty; set after the results it could be made to fit them.'),
    remedy: words('填写该值，或者把来源改为“参加者”。', 'Give the value, or let it come from the participants.'),
    basis: provider('4.4'),
  },
  'assigned-value-given': {
    status: 422,
    title: words('由参加者得出的值不能事先填写', 'A value from the participants cannot be given beforehand'),
    detail: words('来源选的是“参加者”，填写的值会被稳健统计的结果代替。', 'It comes from the participants; what was given would be replaced by the robust statistics.'),
    remedy: words('清空该值，或者另选来源。', 'Leave it empty, or choose another source.'),
    basis: provider('4.4'),
  },
  'closing-day-past': {
    status: 409,
    title: words('截止日已过', 'The closing day has passed'),
    detail: words('结果截止日 {closes} 已过，开始接收也没有人能够提交。', 'Results were due by {closes}; nobody could hand one in.'),
    remedy: words('先更改截止日，再开始接收结果。', 'Change the closing day first.'),
    basis: provider('4.6'),
  },
  'round-not-open': {
    status: 409,
    title: words('该轮能力验证不接收结果', 'The round takes no results'),
    detail: words('没有找到正在接收结果的这一轮能力验证。', 'No round that takes results was found under this name.'),
    remedy: words('在“能力验证”页查看正在接收结果的轮次。', 'Look at the page of proficiency rounds for those that are open.'),
    basis: provider('4.6'),
  },
  'handed-in-late': {
    status: 409,
    title: words('已过结果截止日', 'The closing day has passed'),
    detail: words('结果应在 {closes} 以前提交；截止以后别人的结果可能已经知道，迟交的不能参加评价。', 'Results were due by {closes}; later the results of others may be known, so a late one cannot be scored.'),
    remedy: words('参加下一轮；确有原因的，与组织单位联系。', 'Take part in the next round, or speak to the organiser.'),
    basis: provider('4.6'),
  },
  'round-still-open': {
    status: 409,
    title: words('还在接收结果', 'Results are still being taken'),
    detail: words('结果截止日 {closes} 未过，现在评价会漏掉之后提交的结果。', 'Results may be handed in until {closes}; an evaluation now would miss some.'),
    remedy: words('截止日过后再评价。', 'Evaluate after the closing day.'),
    basis: provider('4.7'),
  },
  'too-few-results': {
    status: 409,
    title: words('结果太少', 'There are too few results'),
    detail: words('收到 {count} 个结果，至少需要 {least} 个，否则稳健值本身不可靠。', '{count} results came in and {least} are needed; fewer give no reliable robust value.'),
    remedy: words('取消本轮，另行设计并采用事先设定的指定值和标准差。', 'Cancel the round, and plan one whose value and deviation are set beforehand.'),
    basis: cite('iso-13528'),
  },
  'no-spread': {
    status: 409,
    title: words('结果没有离散', 'The results do not differ'),
    detail: words('过半结果相同，稳健标准差为零，无法以它评价。', 'More than half of the results are the same, so that the robust deviation is nought and scores nothing.'),
    remedy: words('采用规定的标准差；并核对参加者是否彼此照抄。', 'Use a prescribed deviation, and ask whether participants copied each other.'),
    basis: cite('iso-13528'),
  },
  'round-not-published': {
    status: 409,
    title: words('该轮尚未公布', 'The round is not published'),
    detail: words('分数随整轮一起公布，不能单独告知。', 'Scores are told with the whole round, not one by one.'),
    remedy: words('先公布该轮，分数自动告知各参加者。', 'Publish the round; each participant is then told.'),
    basis: provider('4.8'),
  },
  'unknown-laboratory': {
    status: 422,
    title: words('机构不在名录中', 'The laboratory is not in the register'),
    detail: words('名录中没有代码为 {laboratory} 的机构，结果没有归属。', 'No laboratory with the code {laboratory} is entered; the result would belong to nobody.'),
    remedy: words('核对统一社会信用代码，或者先登记机构。', 'Check the credit code, or enter the laboratory first.'),
    basis: provider('4.6'),
  },
  'score-says-otherwise': {
    status: 409,
    title: words('评价与公布的分数不符', 'The published score says otherwise'),
    detail: words('该轮公布的评价是“{published}”，不能另作评价。', 'The round was published with “{published}”; it cannot be judged otherwise here.'),
    remedy: words('按公布的评价办理；评价有误的，更正整轮。', 'Follow the published score; if it is wrong the whole round is to be corrected.'),
    basis: provider('4.8'),
  },
})
