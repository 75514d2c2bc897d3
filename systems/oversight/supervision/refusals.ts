// The noes of supervision, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { seedFaults, type SeedFault } from './draw-check.ts'
import { equipmentNoes } from './equipment-refusals.ts'
import { permitNoes } from './permit-refusals.ts'
import { no } from './refusing.ts'
import { equipmentLaw, order, quality, twoSamplers } from './rules.ts'
import { worksNoes } from './works-refusals.ts'

const wrong = no(422, order)
const now = no(409, order)

/** A seed that may not be used: the draw would not be provable. */
const seed = (fault: SeedFault) =>
  now(
    seedFaults[fault],
    words('来源“{source}”的种子不符合事先公布的规则，用它抽取的结果无人可以信服。', 'The seed of “{source}” does not follow the rule that was published, and nobody could trust a draw from it.'),
    words('核对来源和产生时间；该来源未按时产生种子的，先办理“种子缺失”，再用下一来源；都不可用的，作废后重新公布承诺。', 'Check source and time; where it did not appear in time, record that and take the next source; where none can be used, abandon the draw and commit anew.'),
  )

export const supervisionRefusals = refusals('supervision', {
  'ends-before-it-begins': wrong(
    words('截止日期早于起始日期', 'It would end before it begins'),
    words('计划期间颠倒，无法判断某次抽查是否在计划之内。', 'With such a period nobody could say whether a check lies within the plan.'),
    words('请核对两个日期。', 'Check both days.'),
  ),
  'no-fee': no(422, quality('15'))(
    words('监督抽查不得收费', 'No fee is asked of the body checked'),
    words('抽查所需费用由财政列支，向被抽查人收费的计划无效。', 'The cost is borne by the treasury; a plan that charges those who are checked is unlawful.'),
    words('改为经费列支；检验费用写入经费一栏。', 'Leave the fee out and put the cost into the budget.'),
  ),
  'no-items': wrong(
    words('没有检验项目', 'No parameter is given'),
    words('没有检验项目和判定依据，检验机构无从检验，结果无从判定。', 'Without parameters a laboratory has nothing to test and nobody a verdict.'),
    words('按实施细则逐项填写项目、方法、单位和限值。', 'Give parameter, method, unit and limit from the detailed rules.'),
  ),
  'no-decision-rule': wrong(
    words('没有判定规则', 'No decision rule is given'),
    words('不事先说明不确定度如何进入结论，临界的结果就会有争议。', 'Unless the rule is fixed beforehand, results near the limit are open to dispute.'),
    words('选择一项判定规则。', 'Choose a decision rule.'),
  ),
  'no-class': wrong(
    words('没有产品类别', 'No product class is given'),
    words('抽样检验按产品类别确定能力范围和统计口径。', 'Scope of laboratories and figures go by product class.'),
    words('选择产品类别。', 'Choose the class.'),
  ),
  'no-limit': wrong(
    words('缺少限值', 'No limit is given'),
    words('“{parameter}”要求判定却没有限值，无法得出结论。', '“{parameter}” asks for a verdict but names no limit.'),
    words('填写限值及其出处，或者选择“只报结果”。', 'Give the limit and its source, or choose “reported only”.'),
  ),
  'plan-over': now(
    words('计划期间已过', 'The plan is over'),
    words('计划截止于 {to}，此后安排的抽取不在批准范围之内。', 'The plan ended on {to}; a draw after that is not covered by its approval.'),
    words('拟订新的计划并报批。', 'Draft a new plan and have it approved.'),
  ),
  'frame-empty': wrong(
    words('名录是空的', 'The frame is empty'),
    words('没有可以抽取的单位。', 'There is no unit to be drawn.'),
    words('填写名录，或者先登记该类产品和生产企业。', 'Give a list, or enter the products of the class and their makers first.'),
  ),
  'frame-outside': wrong(
    words('名录中有辖区以外的单位', 'A unit lies outside the place of the draw'),
    words('{code} 不在本次抽取的地域之内，对它没有监督检查的管辖权。', '{code} does not lie in the place of this draw; there is no authority to check it.'),
    words('从名录中删除，或者由有管辖权的机关安排。', 'Leave it out, or let the authority of its place arrange it.'),
  ),
  'frame-repeated': wrong(
    words('名录中有重复单位', 'A unit stands twice in the frame'),
    words('{code} 出现两次，被抽中的机会就会加倍。', '{code} stands there twice and would be drawn twice as often.'),
    words('删除重复的一行。', 'Leave one of the lines out.'),
  ),
  'frame-fault': wrong(
    words('名录、层或者权重有误，不能抽取', 'Frame, strata or weights are faulty'),
    words('问题：{code}，涉及：{id}。带病的名录抽出的结果不能复核。', 'Fault: {code}, at {id}. A draw from such a frame could not be checked.'),
    words('改正名录或者各层抽取数后再公布承诺。', 'Mend the frame or the numbers to be drawn, then commit.'),
  ),
  'secret-form': wrong(
    words('密值应为 64 位十六进制', 'The secret has 64 hexadecimal digits'),
    words('过短的密值可以穷举，名录会在抽取前泄露。', 'A shorter secret can be guessed, and the frame would leak before the draw.'),
    words('用页面或者命令生成 32 个随机字节。', 'Let the page or a command make 32 random bytes.'),
  ),
  'two-inspectors': no(422, twoSamplers)(
    words('检查人员不得少于两人', 'At least two inspectors are needed'),
    words('每户只安排 {given} 人；少于两人的，被检查单位可以拒绝。', 'Only {given} are foreseen; with fewer than two the body may refuse the visit.'),
    words('每户至少安排两人。', 'Foresee at least two for each unit.'),
  ),
  'seed-before-commitment': seed('before-commitment'),
  'seed-other-source': seed('other-source'),
  'seed-not-yet': seed('not-yet'),
  'seed-too-late': seed('too-late'),
  'seed-earlier-not-missed': seed('earlier-not-missed'),
  'seed-said-missed': seed('said-missed'),
  'seed-replayed': now(
    seedFaults.replayed,
    words('该种子已用于抽取 {source}；重复使用等于事先知道结果。', 'This seed was used for the draw {source}; to use it again is to know the result beforehand.'),
    words('使用承诺中下一来源的种子，或者作废后重新公布承诺。', 'Take the next source of the commitment, or abandon the draw and commit anew.'),
  ),
  'seed-awaited': now(
    words('等待时限未满', 'The seed may still appear'),
    words('来源“{source}”的等待时限至 {until}，此前不得改用下一来源。', 'The seed of “{source}” is waited for until {until}; no other may be taken before.'),
    words('时限届满仍未产生的，再办理“种子缺失”。', 'If it has not appeared by then, record that it is missing.'),
  ),
  'no-reserve': now(
    words('没有候补可用', 'No reserve is left'),
    words('层“{stratum}”的候补已经用完。', 'The reserves of the stratum “{stratum}” are used up.'),
    words('安排新的抽取，并说明原因。', 'Arrange another draw and say why.'),
  ),
  'no-place-free': now(
    words('没有空出的位置', 'No place is free'),
    words('层“{stratum}”有 {lost} 次检查未成，已启用候补 {called} 个；没有未成的检查就启用候补，等于由人挑选。', 'In “{stratum}” {lost} visits came to nothing and {called} reserves were called; a reserve for none of them would be chosen by hand.'),
    words('先记录原单位未抽到样、拒绝、样品无效或者检查取消，再启用候补。', 'First record that nothing was taken, that it was refused, invalid or cancelled; then call the reserve.'),
  ),
  'visits-not-over': now(
    words('检查尚未全部进行', 'Visits are still to come'),
    words('还有 {left} 户没有到场；此时公开名录和结果，等于事先通知。', '{left} units have not been visited; to open the result now would warn them.'),
    words('最后一户到场后再公开。', 'Open it after the last visit.'),
  ),
  'not-drawn': no(403, order)(
    words('不是抽取确定的人员', 'You were not drawn for this visit'),
    words('本次检查的人员由抽取确定，账号 {account} 不在其中。', 'The draw named the inspectors of this visit; {account} is not among them.'),
    words('由抽中的人员办理；需要更换的，由组织部门说明理由。', 'Let those who were drawn do it; a change is explained by the organiser.'),
  ),
  'two-samplers': no(422, twoSamplers)(
    words('抽样人员不足两人', 'Two samplers are needed'),
    words('少于两人，或者两个证号相同的，被抽样单位可以拒绝，样品不能作为依据。', 'With fewer than two, or one certificate twice, the body may refuse and the sample proves nothing.'),
    words('填写两名抽样人员各自的证号。', 'Give the certificate numbers of both.'),
  ),
  'no-seal': no(422, twoSamplers)(
    words('没有封条编号', 'No seal is given'),
    words('没有封条编号，就无法证明收到和复检的是所抽的样品。', 'Without the number of its seal nobody can show that the sample tested is the one taken.'),
    words('检验样品和备用样品分别加封，填写各自的封条编号。', 'Seal sample and backup, and give the number of each seal.'),
  ),
  'one-seal': no(422, twoSamplers)(
    words('两份样品不能用同一封条', 'One seal cannot close two samples'),
    words('封条 {seal} 填了两次；拆封检验后备用样品就失去证明。', 'The seal {seal} is given twice; once it is opened the backup proves nothing.'),
    words('核对备用样品的封条编号。', 'Check the seal of the backup.'),
  ),
  'no-standard': wrong(
    words('没有执行标准', 'No standard is given'),
    words('判定依次以强制性标准、明示标准为据；抽样单不写标准，结果无法判定。', 'The verdict goes by the compulsory or the stated standard; a sheet without one allows none.'),
    words('照标识填写标准编号；没有标注的，填写强制性标准。', 'Copy it from the label; where there is none, give the compulsory one.'),
  ),
  'not-signed': no(422, twoSamplers)(
    words('被抽样单位未签字，也未说明拒签', 'Neither signed nor said why not'),
    words('没有签字也没有拒签记录的抽样单，被抽样单位可以否认。', 'A sheet without signature or note of its refusal can be denied.'),
    words('请现场负责人签字；拒签的，写明经过并录音录像。', 'Have it signed, or note the refusal and record it.'),
  ),
  'capture-hash': no(422, order)(
    words('网页取证摘要格式不对', 'The hash of the page is not one'),
    words('没有固定网页内容的摘要，店铺改动页面后无从证明。', 'Without it nobody can prove what the page said once the shop changes it.'),
    words('对取证文件计算 SHA-256，填写 64 位小写十六进制。', 'Take SHA-256 of the captured file: 64 hexadecimal digits.'),
  ),
  'checked-already': now(
    words('该产品在期限内已经抽查', 'This product was checked already'),
    words('样品 {number} 于 {on} 抽自同一生产者的同一产品，{months} 个月内不得重复抽查。', 'The sample {number} of the same product was taken on {on}; it is not checked again within {months} months.'),
    words('改抽其他产品；属于跟踪抽查、复查或者有线索的，另行立项。', 'Take another product; a follow-up, a re-check or a clue is ordered as such.'),
  ),
  'no-laboratory': now(
    words('检验机构当前没有有效资质', 'The laboratory has no valid mark'),
    words('{code} 不在有效的检验检测机构名录中，所出数据不能作为证明。', '{code} is not among the laboratories with a valid mark; its data would prove nothing.'),
    words('从名录中选择机构。', 'Choose one from the list.'),
  ),
  'other-laboratory': now(
    words('不是受委托的机构出具的报告', 'The report is not from the laboratory that was asked'),
    words('{code} 没有受委托检验这份样品。', '{code} was not asked to test this sample.'),
    words('核对委托；报告确属误送的，退回。', 'Check the order; send the report back if it went astray.'),
  ),
  'same-laboratory': no(409, quality('15'))(
    words('复检不得由初检机构承担', 'The first laboratory does not re-inspect'),
    words('{code} 出具了初检报告，由它复检不能消除异议。', '{code} gave the first report; its own repetition would settle nothing.'),
    words('另选一家有能力的机构。', 'Choose another laboratory with the scope.'),
  ),
  'not-again': no(409, quality('15'))(
    words('不能复检', 'It cannot be tested again'),
    words('原因：{why}。', 'Ground: {why}.'),
    words('办理“不予复检”，以书面材料或者封样照片审查异议。', 'Decline the re-inspection, and decide on documents or photographs of the seal.'),
  ),
  'objection-late': no(409, quality('15'))(
    words('异议已过期限', 'The objection is late'),
    words('期限为 {due}；逾期未申请的，视为认可检验结果。您填写的内容没有丢失，可以复制到其他途径使用。', 'Objections were open until {due}; after that the result counts as accepted. What you wrote is not lost and can be used elsewhere.'),
    words('对后续的处理决定，可以依法申请行政复议或者提起行政诉讼。', 'Reconsideration and suit remain open against what is decided on the result.'),
  ),
  'objection-runs': no(409, quality('15'))(
    words('异议期未满', 'The objection period runs'),
    words('结果通知于 {served} 收到，异议期至 {due}；此前结果不是最终结论。', 'The notice was received on {served} and may be objected to until {due}; the result is not final before.'),
    words('先送达结果通知，期满后再确认；被抽查单位认可的，由其办理“被抽样单位认可结果”。', 'Serve the notice and confirm after the term, or let the body accept the result.'),
  ),
  'own-term': no(409, quality('15'))(
    words('这是被抽样单位的异议', 'This is the objection of the body checked'),
    words('标称生产者另有通知和期限；由您在这里提出，会用掉被抽样单位的期限。', 'The maker named has a notice and a term of its own; made here it would use up the term of the body checked.'),
    words('标称生产者办理“标称生产者提出异议”或者“标称生产者否认生产”。', 'The maker takes “The maker objects” or “The maker denies having made it”.'),
  ),
  'no-own-term': no(409, quality('15'))(
    words('没有另行告知的标称生产者', 'No maker has a term of its own here'),
    words('标称生产者就是被抽样单位、未知其代码、已经免责，或者该样品在分别告知之前已经告知，只有一个期限。', 'The maker named is the body checked, is not known by its code, is free already, or the sample was told before makers had a notice of their own: there is one term.'),
    words('按被抽样单位的期限办理。', 'Go by the term of the body checked.'),
  ),
  'not-the-maker': no(403, quality('15'))(
    words('您不代表标称生产者', 'You do not speak for the maker named'),
    words('这一期限属于样品标称的生产者，他人不能替它认可、异议或者否认。', 'This term is that of the maker whom the goods name; nobody else accepts, objects or denies for it.'),
    words('被抽样单位办理“被抽样单位认可结果”或者“被抽样单位提出异议、申请复检”。', 'The body checked accepts or objects by its own steps.'),
  ),
  'maker-told-already': no(409, quality('15'))(
    words('标称生产者已经收到通知', 'The maker has its notice'),
    words('通知于 {on} 作出并已送达，期限已经起算；再次告知不能改变期限。', 'It was made on {on} and served, and its term runs; a second one would not change that.'),
    words('有更正的，作废原文书后另行处理。', 'Where it was wrong, void the document first.'),
  ),
  'maker-not-served': no(409, quality('15'))(
    words('结果通知尚未送达标称生产者', 'The maker named was not served'),
    words('没有送达就没有起算的期限；不合格结论会由它承担，却从未听取它的意见。', 'Without service no term runs; the failure would fall on a maker that was never heard.'),
    words('办理“告知标称生产者”，签署并送达，期满后再确认。', 'Take “Tell the maker named”, sign and serve the notice, and confirm after its term.'),
  ),
  'maker-term-runs': no(409, quality('15'))(
    words('标称生产者的异议期未满', 'The term of the maker runs'),
    words('标称生产者于 {served} 收到通知，异议期至 {due}；此前结果不是最终结论。', 'The maker received its notice on {served} and may object until {due}; the result is not final before.'),
    words('期满后再确认；标称生产者认可的，由其办理“标称生产者认可结果”。', 'Confirm after the term, or let the maker accept the result.'),
  ),
  'denial-open': no(409, quality('15'))(
    words('标称生产者的否认尚未处理', 'The denial of the maker was not answered'),
    words('标称生产者于 {on} 否认生产；谁承担不合格结论还没有查清。', 'The maker denied on {on} having made the goods; who answers for the failure is not settled.'),
    words('查证后办理“否认成立”或者“否认不成立”。', 'Look into it, then take “The producer named did not make it” or “The denial does not hold”.'),
  ),
  'objection-first': now(
    words('先处理对结果的异议', 'Decide on the objection to the result first'),
    words('对检验结果的异议还在等待处理，两项期限各自计算。', 'An objection to the result waits, and its clock is not that of the denial.'),
    words('先办理“受理并委托复检”或者“不予复检”，再处理否认。', 'Order the re-inspection or decline it, then answer the denial.'),
  ),
  'objected-already': no(409, quality('15'))(
    words('标称生产者已经提出过', 'The maker has said so already'),
    words('同一期限内的异议或者否认只受理一次，补充材料由承办人收下。', 'In one term an objection or a denial is taken once; further evidence goes to whoever handles it.'),
    words('把补充材料交给组织部门。', 'Give what you add to the organising authority.'),
  ),
  're-inspected-already': no(409, order)(
    words('已经复检', 'It was re-inspected'),
    words('样品只复检一次，复检结论为最终结论。', 'A sample is re-inspected once, and that verdict is final.'),
    words('标称生产者没有生产过样品的，仍可以在其期限内否认生产。', 'A maker that did not make the goods may still deny them within its own term.'),
  ),
  'no-result-objection': now(
    words('没有待处理的对结果的异议', 'No objection to the result waits'),
    words('待处理的只有标称生产者对生产的否认，复检不能回答它。', 'Only the denial of the maker waits, and a re-inspection would not answer it.'),
    words('办理“否认成立”或者“否认不成立”。', 'Take “The producer named did not make it” or “The denial does not hold”.'),
  ),
  'no-denial': now(
    words('没有待处理的否认', 'No denial waits'),
    words('标称生产者没有否认生产，或者已经处理。', 'The maker has not denied having made the goods, or was answered.'),
    words('核对样品的状态。', 'Look at where the sample stands.'),
  ),
  'still-inspected': no(409, equipmentLaw('40'))(
    words('检验仍在有效期内', 'The inspection is still good'),
    words('检验有效期至 {due}，期满前设备可以使用。', 'It is good until {due}; the equipment may be used until then.'),
    words('有事故隐患的，办理“隐患停用”。', 'Where there is a danger, halt it for that.'),
  ),
  'not-in-their-power': wrong(
    words('收函单位无权作出这一处理', 'That is not in the power of the addressee'),
    words('“{action}”不是这类收函单位能够作出的处理；平台不能撤销证书，发证机构不能下架商品。', '“{action}” is not for an addressee of this kind: a platform takes no certificate, and who gave one takes no goods down.'),
    words('核对函告对象，照答复内容选择。', 'Look at whom the letter went to, and choose what the answer says.'),
  ),
  'bought-not-returned': now(
    words('买来的样品不退还', 'What was bought is not returned'),
    words('样品是付款购买的，所有权已经转移，没有退样可办。', 'The sample was paid for and is no longer theirs; there is nothing to return.'),
    words('按单位资产处理规定处置。', 'Dispose of it by the rules for property of the authority.'),
  ),
  'returned-already': now(
    words('样品已经办理退还', 'The sample was returned already'),
    words('{on} 已经登记退样情况。', 'What became of it was recorded on {on}.'),
    words('有更正的，补充说明并更正记录。', 'Where it was wrong, say so in writing and correct the record.'),
  ),
  'no-suspicion': no(422, cite('penalty-procedure', '18'))(
    words('移送立案未写明涉嫌什么违法', 'Passed to a case without naming the breach'),
    words('案源登记要写明涉嫌的违法行为；不写明，执法机构无从核查。', 'A lead names the breach that is suspected; without it there is nothing to verify.'),
    words('选择涉嫌的违法行为；没有涉嫌违法的，改选其他检查结果。', 'Choose the breach that is suspected, or another outcome where there is none.'),
  ),
  'suspicion-without-case': no(422, cite('penalty-procedure', '18'))(
    words('写了涉嫌违法，却没有移送立案', 'A breach is named and no case follows'),
    words('涉嫌违法的应当移送核查，不能只记在检查记录里。', 'What is suspected is passed on, not left in the record of the visit.'),
    words('检查结果选“移送立案”，或者清空涉嫌违法。', 'Choose “Passed to a case”, or leave the breach out.'),
  ),
  'passed-already': no(409, cite('penalty-procedure', '18'))(
    words('这一违法已经移送立案', 'This breach was passed on already'),
    words('{on} 的“{breach}”已由本记录移送；同一违法登记两次案源，会被处罚两次。', '“{breach}” of {on} was passed on from this record; two leads of one breach would be punished twice.'),
    words('补充事实交给案件承办人；再次发生的，填写再次发生的日期；另有违法的，选择另一种。', 'Give further facts to the handler of the case; of a breach done again give its day, or name another.'),
  ),
  'contested-already': no(409, cite('administrative-penalty-law', '45'))(
    words('已经提出过异议', 'It was objected to already'),
    words('对这次认定的异议已经提出并由他人答复，同一认定只复核一次。', 'The finding was objected to and another person answered; it is examined once.'),
    words('不服的，在案件中陈述申辩；处罚决定作出后可以复议、诉讼。', 'Be heard in the case; against a decision reconsideration and suit are open.'),
  ),
  'report-not-due': no(409, equipmentLaw('62'))(
    words('书面报告期限未到', 'The written report is not yet due'),
    words('指令书载明的报告期限为 {due}，此前不算未报告。', 'By the directive it is due on {due}; before that none is missing.'),
    words('期满后仍未收到的，再登记。', 'Enter it once that day is over.'),
  ),
  'reported-in-writing': no(409, equipmentLaw('62'))(
    words('书面报告已经收到', 'The written report has come'),
    words('{on} 已收到书面报告，不能登记为未报告。', 'It came on {on} and is not missing.'),
    words('核对报告内容，需要的到场复查。', 'Read it, and look again where that is needed.'),
  ),
  'no-maker-to-free': now(
    words('没有可以免责的标称生产者', 'There is no named producer to free'),
    words('只有标称生产者另有其人、且异议是否认生产时，才能仅免除其责任。', 'Only where the goods name a producer other than the body checked, and the objection denies having made them, can that one alone be freed.'),
    words('被抽查单位自己的异议成立的，办理“异议成立，撤销结果”；不成立的，办理“不予复检”或者委托复检。', 'Where the objection of the body checked holds, uphold it; where not, decline it or order the re-inspection.'),
  ),
  'not-told': no(409, quality('15'))(
    words('不合格结果尚未告知', 'The failure was not told'),
    words('未告知就确认，被抽查单位的异议权落空。', 'Confirmed without notice, the right to object would be void.'),
    words('先办理“告知结果”并送达。', 'Tell the result and serve the notice first.'),
  ),
  undecided: now(
    words('检验结论不能作为最终结论', 'There is no verdict to confirm'),
    words('报告结论为“{verdict}”，既非合格也非不合格。', 'The report says “{verdict}”, neither conforming nor not.'),
    words('补充检验，或者以“异议成立”撤销。', 'Have it tested further, or reverse the result.'),
  ),
  'order-not-served': no(409, quality('17'))(
    words('责令改正通知书尚未送达', 'The order was not served'),
    words('未送达的命令不计算整改期限，也不能说其逾期。', 'An order that was not served starts no term, and nobody can be late with it.'),
    words('先送达通知书。', 'Serve it first.'),
  ),
  'term-runs': no(409, quality('17'))(
    words('整改期未满', 'The term to correct still runs'),
    words('整改期限至 {due}，此前不得以逾期不改正公告。', 'The term runs until {due}; no announcement of failure before.'),
    words('期满后仍未报告整改的，再公告。', 'Announce after that day if nothing was reported.'),
  ),
  'rung-skipped': no(409, quality('17'))(
    words('后处理不得越级', 'No rung of the ladder is skipped'),
    words('法律规定依次为公告、责令停业、吊销；目前处在第 {rung} 级。', 'The law goes from announcement to stopping business to revocation; this file stands on rung {rung}.'),
    words('先办理上一级并复查。', 'Take the step before it and re-check.'),
  ),
  'permit-not-checked': no(422, order)(
    words('没有核对证照', 'No permit was checked'),
    words('检查记录须写明核对了哪些许可、认证和登记，或者说明不需要的理由。', 'The record says which permits, certificates and registrations were looked at, or why none is needed.'),
    words('至少填写一行证照核对，或者填写不需要的理由。', 'Give a line for each, or say why none is needed.'),
  ),
  'fault-without-measure': no(422, order)(
    words('发现问题却没有处理', 'A fault was found and nothing done'),
    words('有不符合项或者无效证照时，检查结果不能是“未发现问题”。', 'With a point that fails or a permit that is not valid, the outcome cannot be “nothing found”.'),
    words('选择当场改正、责令改正或者移送立案。', 'Choose corrected on the spot, ordered to correct, or passed to a case.'),
  ),
  'no-demand': no(422, order)(
    words('责令改正须写明要求和期限', 'An order names what and by when'),
    words('没有要求或者期限的命令无法执行，也无法复查。', 'An order without demand or day can neither be followed nor checked.'),
    words('填写改正要求和期限。', 'Give both.'),
  ),
  ...equipmentNoes,
  ...permitNoes,
  ...worksNoes,
})
