// The noes about a mark itself: who may have which, from when to when, and how it changes.
import { cite } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'

export const markRefusals = {
  'mark-number': {
    status: 422,
    title: words('资质证书编号不是十二位数字', 'The number of the mark has twelve digits'),
    detail: words('编号“{given}”无法说明发证机关和领域，公众查不到该机构。', 'The number “{given}” does not tell authority and field, so that nobody could look the laboratory up.'),
    remedy: words('对照资质认定证书重新录入十二位编号。', 'Copy the twelve digits from the certificate.'),
    basis: cite('aqsiq-order-163'),
  },
  'mark-not-valid': {
    status: 409,
    title: words('机构资质当日无效', 'The laboratory’s mark is not valid on that day'),
    detail: words('机构 {laboratory} 在 {day} 没有有效资质，所出数据不能作为证明。', 'On {day} the laboratory {laboratory} holds no valid mark; its data would prove nothing.'),
    remedy: words('另行选择有效的机构，或者恢复资质后再办。', 'Choose a laboratory whose mark is valid, or restore the mark first.'),
    basis: cite('product-quality-law', '19'),
  },
  'signatory-by-application': {
    status: 409,
    title: words('授权签字人须经批准', 'A signatory is approved, not named'),
    detail: words('检验检测报告授权签字人的变更由资质认定部门批准；机构自行登记的，签发的报告不产生效力。', 'A change of the signatories of reports is approved by the accrediting authority; one named by the laboratory alone would sign without effect.'),
    remedy: words('先以其他授权登记该人员，再申请“授权签字人”变更。', 'Enter the person with the other rights, then apply for a change of signatories.'),
    basis: cite('aqsiq-order-163'),
  },
  'change-not-filled-in': {
    status: 422,
    title: words('变更事项与填写的内容不符', 'What is ticked and what is filled in differ'),
    detail: words('“{kind}”：选了变更事项就要填写变更后的内容，填写了内容就要选该事项；否则不知道申请的是什么。', '“{kind}”: what is ticked is to be filled in, and what is filled in is to be ticked; otherwise it is not known what is asked for.'),
    remedy: words('核对变更事项和各栏；变更方法的，还要填写与原来不同的新检测依据和单位。', 'Compare the two; for a change of method give the new method, which differs from the old, and its unit too.'),
    basis: cite('aqsiq-order-163'),
  },
  'not-on-record': {
    status: 422,
    title: words('登记中没有', 'It is not on record'),
    detail: words('“{what}”不在该机构现有的登记之内，无从变更。', '“{what}” is not on record for the laboratory; nothing could be changed.'),
    remedy: words('对照机构登记的人员和能力范围填写。', 'Copy it from the people or the scope of the laboratory.'),
    basis: cite('aqsiq-order-163'),
  },
  'change-dated-back': {
    status: 422,
    title: words('变更不能追溯', 'A change is not dated back'),
    detail: words('生效日期 {from} 早于今天 {today}；此前签发的报告用的是原名称和原范围。', 'It would be in force from {from}, before today, {today}; reports issued until now bear the former name and scope.'),
    remedy: words('填写今天或者以后的日期。', 'Give today or a later day.'),
    basis: cite('aqsiq-order-163'),
  },
  'change-not-yet': {
    status: 409,
    title: words('变更还没有生效', 'The change is not yet in force'),
    detail: words('决定的生效日期是 {from}，在此之前登记不变。', 'The decision names {from}; until then the register stays as it is.'),
    remedy: words('到期自动登记，不必办理。', 'It is entered by itself on that day.'),
    basis: cite('aqsiq-order-163'),
  },
  'change-after-end': {
    status: 409,
    title: words('变更生效时资质已经到期', 'The mark will have ended by then'),
    detail: words('变更自 {from} 起生效，而资质有效期至 {to}；到时旧的已经终止，新的无从登记。', 'The change would be in force from {from}, and the mark holds to {to}; the old would end and the new could not be entered.'),
    remedy: words('先办理复查换证，或者填写有效期以内的日期。', 'Renew the mark first, or name a day within its term.'),
    basis: cite('aqsiq-order-163'),
  },
  'no-line-asked-for': {
    status: 422,
    title: words('没有写明申请的领域或者项目', 'It is not said what is asked for'),
    detail: words('首次申请和扩项须逐项写明产品、项目和检测依据；首次申请还须写明领域。否则无从评审。', 'A first application and a wider scope name product, parameter and method line by line, a first one its fields too; otherwise nothing can be reviewed.'),
    remedy: words('填写申请的项目和领域；只延续有效期的，选“复查换证”。', 'Give them; where only the term is to be prolonged choose “renewal”.'),
    basis: cite('aqsiq-order-163'),
  },
  'not-that-kind': {
    status: 409,
    title: words('申请种类与登记情况不符', 'The kind of application does not fit what is on record'),
    detail: words('机构 {laboratory}：没有登记的申请“首次”，资质有效的申请换证或者扩项，资质已经终止或者过期的只能重新申请；延续不能补上失效的日子。', 'The laboratory {laboratory}: one that is not entered applies for a first mark, one whose mark stands for a renewal or a wider scope, and one whose mark has ended anew; a renewal does not cover days on which none held.'),
    remedy: words('核对机构代码和资质有效期，改选申请种类。', 'Check the credit code and the term of the mark, and choose the other kind.'),
    basis: cite('administrative-licensing-law', '50'),
  },
  'gap-in-mark': {
    status: 409,
    title: words('与原有效期之间有空档', 'It leaves a gap after the term before'),
    detail: words('原有效期至 {heldTo}，新的自 {from} 起；作为延续登记，中间没有资质的日子也会显得有效。', 'The term before held to {heldTo}, the new one begins on {from}; as a renewal the days between, on which no mark held, would look covered.'),
    remedy: words('延续的，自原有效期届满次日起；确有空档的，由机构重新申请，批准后办理“重新发证”。', 'Let a renewal begin on the day after the term before; where there is a gap, let the laboratory apply anew and grant anew.'),
    basis: cite('administrative-licensing-law', '50'),
  },
  'renewal-not-asked-for': {
    status: 409,
    title: words('还没有申请延续', 'No renewal was asked for'),
    detail: words('没有查到正在办理的“复查换证”申请；资质有效期至 {to}，届满即失效。', 'No application for renewal is under way; the mark holds to {to} and ends then.'),
    remedy: words('在“资质认定申请”中办理“复查换证”，提交后提醒自动结束。', 'Apply for the renewal among the applications for the mark; the reminder ends by itself.'),
    basis: cite('aqsiq-order-163'),
  },
  'mark-still-holds': {
    status: 409,
    title: words('原资质仍在有效期内', 'The mark still holds'),
    detail: words('原有效期至 {to}，尚未届满，也没有撤销或者注销；重新发证会截断现有的有效期。', 'It holds to {to} and was neither withdrawn nor cancelled; a new grant would cut its term short.'),
    remedy: words('办理“延续”。', 'Take “renew”.'),
    basis: cite('administrative-licensing-law', '50'),
  },
  'mark-dated-back': {
    status: 422,
    title: words('资质不能追溯', 'A mark is not dated back'),
    detail: words('批准日期 {from} 早于今天 {today}；此前检测时没有这项资质，追溯会使当时的结果显得有效。', 'It would hold from {from}, before today, {today}; results of days on which it did not hold would look valid.'),
    remedy: words('填写今天或者以后的日期。', 'Give today or a later day.'),
    basis: cite('aqsiq-order-163'),
  },
} as const
