// The noes of the enforcement system, each with the article that it rests on.
import { cite } from '../../../kernel/citation.ts'
import { refusals } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const procedureRules = (article: string) => cite('penalty-procedure', article)
const penaltyLaw = (article: string) => cite('administrative-penalty-law', article)

export const enforcementRefusals = refusals('enforcement', {
  'two-handlers': {
    status: 422,
    title: words('承办人员不得少于两人', 'A case has two handlers'),
    detail: words('须有两名不同的承办人员，并记明执法证号；一人办案取得的证据可能被排除。', 'Two different handlers with their certificate numbers are needed; evidence taken by one alone may be excluded.'),
    remedy: words('填写两名承办人员的执法证号。', 'Give the certificate numbers of two handlers.'),
    basis: penaltyLaw('42'),
  },
  'ground-fallen': {
    status: 409,
    title: words('所依据的检验报告已失效', 'A test report that it rests on no longer holds'),
    detail: words('检验报告 {report} 已更改或者撤回，还没有人复核其余证据是否足以认定。', 'Test report {report} was replaced or withdrawn, and nobody has weighed yet whether the other evidence is enough.'),
    remedy: words('先办理“复核失效依据的影响”，写明意见。', 'First take the step “weigh what the fall means” and give the opinion.'),
    basis: penaltyLaw('46'),
  },
  'no-evidence': {
    status: 409,
    title: words('没有证据，不能终结调查', 'There is no evidence yet'),
    detail: words('案卷中没有一件证据，事实无从认定。', 'The file holds no evidence, so that no fact can be found.'),
    remedy: words('先登记证据，再提交调查终结报告。', 'Enter the evidence first, then report the end of the investigation.'),
    basis: penaltyLaw('46'),
  },
  'hearing-late': {
    status: 409,
    title: words('听证申请已过期限', 'The hearing is asked for too late'),
    detail: words('听证申请期限为 {due}。', 'A hearing could be asked for until {due}.'),
    remedy: words('陈述、申辩意见仍应听取；不服处罚决定的，可以复议或者诉讼。', 'What the party says is still heard; reconsideration and suit remain open against the decision.'),
    basis: penaltyLaw('64'),
  },
  'not-heard': {
    status: 409,
    title: words('陈述申辩期限未满', 'The party may still be heard'),
    detail: words('告知书于 {served} 送达，陈述申辩期限为 {due}；期满或者当事人书面放弃之前不得决定。', 'The notice was served on {served} and the party may be heard until {due}; before then, or a written waiver, nothing may be decided.'),
    remedy: words('待期满后再办；当事人书面放弃的，勾选“书面放弃”。', 'Wait for that day, or tick “waived in writing” where the party has done so.'),
    basis: procedureRules('57'),
  },
  'outside-band': {
    status: 422,
    title: words('罚款数额超出法定幅度', 'The fine lies outside the band of the article'),
    detail: words('按 {article} 和货值 {value} 元，罚款应在 {least} 元到 {most} 元之间，填的是 {fine} 元。', 'By {article} and a value of {value} yuan the fine lies between {least} and {most} yuan; {fine} was given.'),
    remedy: words('核对货值和条款；依法减轻处罚的，选择“减轻”并写明理由。', 'Check value and article; where the law mitigates, choose “mitigated” and give the reason.'),
    basis: penaltyLaw('34'),
  },
  'heavier-for-defence': {
    status: 422,
    title: words('不得因申辩加重处罚', 'No heavier for having been heard'),
    detail: words('告知的拟罚款为 {told} 元，当事人申辩后不得加重到 {fine} 元。', 'A fine of {told} yuan was announced; it may not become {fine} because the party spoke up.'),
    remedy: words('按告知的数额或者更低决定；事实有变化的，补充调查并重新告知。', 'Decide as announced or less; where the facts changed, investigate and announce anew.'),
    basis: penaltyLaw('45'),
  },
  'collective-needed': {
    status: 422,
    title: words('应当集体讨论决定', 'The heads must decide together'),
    detail: words('情节复杂或者重大违法行为的处罚，须由负责人集体讨论；缺少讨论记录的决定程序违法。', 'A heavy or complex penalty is decided by the heads together; without their record the decision is unlawful.'),
    remedy: words('附集体讨论记录编号后再决定。', 'Give the number of the record of their discussion.'),
    basis: procedureRules('60'),
  },
  'reason-for-degree': {
    status: 422,
    title: words('裁量须说明理由', 'Discretion needs its reason'),
    detail: words('从轻、减轻、从重或者不予处罚的，决定书须写明事实和依据。', 'A decision that mitigates, aggravates or waives states the facts and the ground.'),
    remedy: words('填写裁量理由。', 'Give the reason.'),
    basis: penaltyLaw('34'),
  },
  'not-the-first': {
    status: 422,
    title: words('当事人不是初次违法', 'It is not the first breach of the party'),
    detail: words('信用记录中有以往处罚 {earlier} 次；“初次违法”不予处罚的前提不成立。', 'The credit file holds {earlier} earlier penalties, so that “the first breach” is no ground for imposing none.'),
    remedy: words('核对以往处罚；确有其他法定情形的，按该情形办理，否则依法决定处罚。', 'Check the earlier penalties; choose another ground of the law if one holds, or decide the penalty.'),
    basis: penaltyLaw('33'),
  },
  'fined-already': {
    status: 409,
    title: words('同一违法行为已经罚款', 'The same breach was fined already'),
    detail: words('案件 {number} 出自同一来源，已对该当事人罚款；同一个违法行为不得给予两次以上罚款。', 'The case {number} came of the same origin and fined this party; one breach is not fined twice.'),
    remedy: words('撤销其中一案，或者不予罚款、终止本案；确属另一违法行为的，另行登记来源。', 'Annul one of the two, impose no fine, or end this case; enter another origin if it is truly another breach.'),
    basis: penaltyLaw('29'),
  },
  'transfer-first': {
    status: 409,
    title: words('涉嫌犯罪的应当先移送', 'The suspected crime is transferred first'),
    detail: words('本案涉嫌犯罪，移送卷 {number} 尚未送出；不得以行政处罚代替移送。', 'A crime is suspected and the file {number} has not gone to the police; a penalty may not stand in for a transfer.'),
    remedy: words('先办结移送，或者由负责人写明理由决定不移送。', 'Send the file first, or let the head refuse to send it, with the reason.'),
    basis: cite('crime-transfer-rules', '11'),
  },
  'no-sign': {
    status: 422,
    title: words('没有写明被侵犯的商标或者地理标志', 'The mark or indication is not named'),
    detail: words('侵犯商标专用权、冒用地理标志的案件，须查明商标注册号或者地理标志名称和权利人。', 'A case of an infringed mark or a misused indication says which one, and whose it is.'),
    remedy: words('填写商标注册号或者地理标志。', 'Give the number of the mark or the name of the indication.'),
    basis: cite('trademark-law', '57'),
  },
  'challenge-pending': {
    status: 409,
    title: words('复议或者诉讼尚未终结', 'Reconsideration or suit is pending'),
    detail: words('同一决定的复议、诉讼依次进行；尚未终结的，不得另行登记，也不得申请法院强制执行。', 'They follow one another; while one is pending no other is entered, and the court is not asked to enforce.'),
    remedy: words('先登记终结日期和结果。', 'Enter its end and outcome first.'),
    basis: cite('administrative-compulsion-law', '53'),
  },
  'no-challenge': {
    status: 409,
    title: words('没有进行中的复议、诉讼', 'Nothing is pending'),
    detail: words('没有登记尚未终结的复议或者诉讼。', 'No reconsideration or suit that is pending was entered.'),
    remedy: words('先登记受理的复议或者诉讼。', 'Enter the one that was taken up first.'),
    basis: penaltyLaw('73'),
  },
  'ends-before': {
    status: 422,
    title: words('终结日期早于受理日期', 'It would end before it began'),
    detail: words('受理日期为 {received}。', 'It was taken up on {received}.'),
    remedy: words('核对文书上的日期。', 'Check the days on the papers.'),
    basis: penaltyLaw('73'),
  },
  'no-new-fine': {
    status: 422,
    title: words('没有写明变更后的罚款', 'The changed fine is not given'),
    detail: words('决定被变更的，应缴数额按变更后的罚款计算。', 'What is owed is counted by the fine as changed.'),
    remedy: words('填写变更后的罚款数额；没有罚款的，填 0。', 'Give the fine as changed; 0 where there is none.'),
    basis: penaltyLaw('73'),
  },
  'overpaid': {
    status: 422,
    title: words('缴款超过应缴数额', 'More is paid than is owed'),
    detail: words('应缴 {owed} 元（含加处罚款 {surcharge} 元），累计缴款 {paid} 元。', '{owed} yuan are owed, surcharge of {surcharge} included; {paid} would be paid in all.'),
    remedy: words('核对票据；多收的应当退还。', 'Check the receipts; what is too much is given back.'),
    basis: procedureRules('72'),
  },
  'term-runs': {
    status: 409,
    title: words('履行期限未满', 'The term to perform still runs'),
    detail: words('当事人可以履行到 {due}，此前既不催告，也不申请法院强制执行。', 'The party may perform until {due}; before that it is neither urged nor brought before the court.'),
    remedy: words('期满仍未履行的，再办这一步。', 'Take this step once the term is over without performance.'),
    basis: cite('administrative-compulsion-law', '54'),
  },
  'urging-not-served': {
    status: 409,
    title: words('催告书尚未送达', 'The urging was not served'),
    detail: words('催告期限自催告书送达之日起算；尚未登记送达，期限没有开始。', 'The term runs from the day on which the urging is served; no service is entered, so that it has not begun.'),
    remedy: words('签署并送达催告书，登记送达日期。', 'Sign and serve the urging, and enter the day of service.'),
    basis: cite('administrative-compulsion-law', '54'),
  },
  'still-owed': {
    status: 409,
    title: words('罚款尚未缴清', 'The fine is not paid'),
    detail: words('还欠 {owed} 元，未履行完毕的案件不能按“履行完毕”结案。', '{owed} yuan are still owed; a case is not closed as performed before that.'),
    remedy: words('催告后申请法院强制执行，或者按其他方式结案。', 'Urge, then ask the court, or close it in another way.'),
    basis: procedureRules('77'),
  },
})
