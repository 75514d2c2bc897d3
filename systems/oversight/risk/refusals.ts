// The noes of risk work, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { assessment, grades, monitoring, warningMeasures, warningText } from './rules.ts'

export const riskRefusals = refusals('risk', {
  'of-which': {
    status: 422,
    title: words('没有写明与哪一条重复', 'Which signal it repeats is not said'),
    detail: words('按重复归档而不写原信号，同一件事就可能一条也不剩。', 'Put aside as a repetition of nothing, a thing that was told might not be counted at all.'),
    remedy: words('填写先收到的信号编号；不能确定的，不要按重复归档。', 'Give the number of the earlier signal; where that is not certain, do not put it aside as a repetition.'),
    basis: monitoring,
  },
  'alarm-by-hand': {
    status: 422,
    title: words('报警不能由人填写', 'An alarm is not typed by a person'),
    detail: words('方法 {rule} 的报警由计算产生并带有全部算式；手工填写的无法复核。', 'An alarm of {rule} comes from a computation and carries its arithmetic; one typed by hand cannot be checked.'),
    remedy: words('方法选择“人工提出”，在理由中说明。', 'Choose “raised by a person” and give the reason.'),
    basis: monitoring,
  },
  'readings-by-hand': {
    status: 422,
    title: words('读数和算式不能由人填写', 'Readings and their arithmetic are not typed'),
    detail: words('读数异常由计算得出，随时可以重算；手工填写的与数据流无从核对。', 'An episode of readings is computed and can be computed again; one typed by hand cannot be held against its stream.'),
    remedy: words('需要登记的，只填日期、地点和产品；读数有误的，提出读数更正。', 'Record the day, the place and the product only; where a reading is wrong, propose its correction.'),
    basis: monitoring,
  },
  'nobody-makes-it': {
    status: 422,
    title: words('这类对象没有生产者', 'Nobody makes this'),
    detail: words('{class}不是产品，不能抽样检查，也没有可召回的批次；后续的计划或者调查会无从办理。', '{class} is no product: it cannot be sampled in a shop and no lot of it recalled; the plan or inquiry that follows could not be carried out.'),
    remedy: words('选择提示、责令整改或者部门联合行动；与某种产品有关的，另提该产品的风险事项。', 'Choose advice, an order to correct or joint action; where a product is behind it, raise a matter of that product.'),
    basis: warningMeasures,
  },
  'air-is-the-governments': {
    status: 409,
    title: words('重污染天气预警由人民政府发出', 'A warning of heavy pollution is the government’s'),
    detail: words('重污染天气的预警等级由人民政府综合研判确定并发出，任何单位不得擅自向社会发布；两处各发，公众无所适从。', 'The government finds its grade and gives it, and nobody else may announce one; told two things, people would not know which to follow.'),
    remedy: words('报告本级人民政府和生态环境主管部门，在此办理“内部通报”；由其发出预警。', 'Tell the government and its office of the environment, and take “tell internally” here; the warning is theirs to give.'),
    basis: cite('air-pollution-law', '95'),
  },
  'no-probability': {
    status: 422,
    title: words('概率无法读出', 'A probability cannot be read'),
    detail: words('情形“{scenario}”中“{step}”没有可读的概率；概率须大于 0 且不大于 1。', 'In “{scenario}” the step “{step}” has no probability that can be read; one is above 0 and at most 1.'),
    remedy: words('每一步写“说明 1/10”或者“说明 0.05”，步骤之间用分号隔开。', 'Write each step as “what 1/10” or “what 0.05”, with semicolons between steps.'),
    basis: assessment,
  },
  'panel-too-small': {
    status: 422,
    title: words('会商人数不足', 'The panel is too small'),
    detail: words('未回避的成员 {present} 人，至少需要 {least} 人；人数不足的意见不能作为预警依据。', '{present} members took part and at least {least} are needed; the view of fewer carries no warning.'),
    remedy: words('补充成员后重新会商。', 'Add members and consult again.'),
    basis: assessment,
  },
  'not-the-majority': {
    status: 422,
    title: words('建议不是多数意见', 'The recommendation is not the view of most'),
    detail: words('建议“{recommended}”得 {votes} 票，未回避的成员 {present} 人；少数意见应当记入纪要而不能作为建议。', '“{recommended}” has {votes} of {present} votes; a minority view is recorded and not recommended.'),
    remedy: words('按多数意见填写建议；没有多数的，建议“继续监测”。', 'Recommend what most hold; where there is no majority, recommend to go on watching.'),
    basis: assessment,
  },
  'province-decides': {
    status: 403,
    title: words('红色、橙色预警由省级决定', 'Red and orange are for the province'),
    detail: words('{colour}预警影响全省，市县负责人无权发布、调整或者解除。', 'A warning in {colour} reaches the whole province; heads below it may not give, change or lift one.'),
    remedy: words('报省级负责人决定；情况紧急的，可以先发布黄色预警。', 'Put it before the province; where danger presses, a yellow warning can be given now.'),
    basis: grades,
  },
  'why-this-colour': {
    status: 422,
    title: words('颜色与风险等级不对应而没有说明', 'The colour departs from the level without a reason'),
    detail: words('评估等级为“{level}”，通常为{usual}；现为{colour}。颜色由人决定，但必须说明理由。', 'The level found is “{level}”, usually {usual}; this is {colour}. A person decides the colour, and says why.'),
    remedy: words('填写理由，或者改用对应的颜色。', 'Give the reason, or take the usual colour.'),
    basis: grades,
  },
  'ends-in-the-past': {
    status: 422,
    title: words('预警期限已过', 'The term is over before it begins'),
    detail: words('截止日 {until} 不晚于今天；预警必须写明有效的起止时间。', 'The end, {until}, is not after today; a warning states a term that is still to run.'),
    remedy: words('填写以后的截止日。', 'Give an end that lies ahead.'),
    basis: warningText,
  },
  'never-public': {
    status: 409,
    title: words('没有公开过的预警不必公开更正', 'What was never public is not corrected in public'),
    detail: words('该事项只作过内部通报；公开更正会让公众以为曾有预警。', 'The matter was told internally only; a public correction would make people think that there had been a warning.'),
    remedy: words('解除有误的，办理“撤销解除”；需要预警的，恢复后重新评估。', 'Where the lifting was a mistake, take it back; where the public is to be warned, assess it anew after that.'),
    basis: warningText,
  },
  'measure-incomplete': {
    status: 422,
    title: words('措施缺少必要内容', 'A measure lacks what it needs'),
    detail: words('选择了“{measure}”却没有填写 {what}；后续的计划或者调查无法自动建立。', '“{measure}” was chosen and {what} left out; what should follow could not be opened.'),
    remedy: words('补充后再提交；暂不能确定的，先不选该项措施。', 'Fill it in; where it is not known yet, leave the measure out for now.'),
    basis: warningText,
  },
  'expert-twice': {
    status: 422,
    title: words('同一专家列了两次', 'One expert stands twice on the panel'),
    detail: words('会商成员 {expert} 出现不止一次；一人一票，重复列名会虚增人数和票数。', 'The member {expert} stands there more than once; everybody has one view, and twice the name would make the panel larger than it was.'),
    remedy: words('删去重复的一行，核对成员编号。', 'Take out the second line and check the numbers of the members.'),
    basis: assessment,
  },
  'head-dismisses': {
    status: 403,
    title: words('评估之后不由分析人终止', 'Once assessed it is not ended by the analyst'),
    detail: words('事项已经评估，等待会商或者决定；由一人终止，会商意见和风险就无人再看。', 'It was assessed and awaits a panel or a decision; ended by one person, neither the panel’s view nor the risk would be looked at again.'),
    remedy: words('完成会商后由负责人决定：预警、内部通报或者不予预警。', 'Finish the consultation; the head then decides to warn, to tell internally, or not to warn.'),
    basis: assessment,
  },
  'signal-fallen': {
    status: 409,
    title: words('归并的信号已被其来源撤回', 'A signal that it rests on was taken back'),
    detail: words('信号 {signal} 的来源已撤回，还没有人复核其余信号是否足以支持。', 'The source of signal {signal} took it back, and nobody has weighed yet whether the others are enough.'),
    remedy: words('先由会商人员办理“复核撤回信号的影响”，或者重新评估、再研判。', 'Have the panel weigh what it means, or assess or judge again.'),
    basis: assessment,
  },
  'no-such-matter': {
    status: 422,
    title: words('没有这个在办的风险事项', 'There is no such matter under way'),
    detail: words('编号 {matter} 的风险事项不存在、尚未受理或者已经结束；归并后的信号不再单独办理，会就此丢失。', 'Matter {matter} does not exist, was not taken up yet or has ended; a joined signal is handled there alone and would be lost.'),
    remedy: words('核对编号；没有在办事项的，先提出并受理风险事项。', 'Check the number; where none is under way, raise and take up a matter first.'),
    basis: monitoring,
  },
  'not-reviewed': {
    status: 409,
    title: words('没有相应的再研判结论', 'No new judgement supports this'),
    detail: words('最近一次研判的结论是“{outcome}”；没有依据的解除或者调整会误导公众。', 'The last judgement says “{outcome}”; lifting or changing a warning without one would mislead the public.'),
    remedy: words('先由会商人员再研判并作出相应结论。', 'Have the panel judge again and conclude so first.'),
    basis: grades,
  },
})
