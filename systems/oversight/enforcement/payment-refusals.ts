// The noes about what follows a decision: payment and claims of it, urging, reconsideration and suit, the court.
import { cite } from '../../../kernel/citation.ts'
import { words } from '../../../kernel/words.ts'

const procedureRules = (article: string) => cite('penalty-procedure', article)
const penaltyLaw = (article: string) => cite('administrative-penalty-law', article)

export const paymentNoes = {
  'no-deferral-asked': {
    status: 409,
    title: words('当事人没有申请延期或者分期', 'The party did not ask for it'),
    detail: words('确有经济困难的，经当事人申请才能批准延期、分期；没有登记申请。', 'Payment is put off or parted for a party in need that asks for it; no request is entered.'),
    remedy: words('先由当事人或者承办人登记申请和理由。', 'Let the party or a handler enter the request and its reasons first.'),
    basis: penaltyLaw('66'),
  },
  'instalments-wrong': {
    status: 422,
    title: words('分期的数额或者日期不对', 'The parts do not add up'),
    detail: words('各期共 {sum} 元，未缴罚款为 {rest} 元；各期须依次在后，最后一期为 {last}。', 'The parts make {sum} yuan of {rest} yuan unpaid; they follow one another, and the last is due on {last}.'),
    remedy: words('核对各期的日期和数额。', 'Check the days and sums of the parts.'),
    basis: penaltyLaw('66'),
  },
  'remedies-run': {
    status: 409,
    title: words('当事人还可以起诉', 'The party may still sue'),
    detail: words('当事人的复议、起诉期限或者批准的缴款期限到 {until}；期满仍不履行的，才能自期满之日起三个月内申请法院强制执行，提前申请法院不予受理。', 'The party may challenge the decision, or pay, until {until}; the court is asked within three months after that, and takes no earlier application.'),
    remedy: words('期满后再申请；其间可以催告和接受缴款。', 'Ask after that day; until then urge, and take payment.'),
    basis: cite('administrative-compulsion-law', '53'),
  },
  'not-elsewhere': {
    status: 409,
    title: words('当事人登记在本省', 'The party is registered in the province'),
    detail: words('外省登记的当事人才需要把处罚信息推送给登记地；本案当事人的统一社会信用代码属本省或者没有代码。', 'Only a penalty of a party that another province registered is sent there; by its credit code this one is of the province, or it has none.'),
    remedy: words('不必再办；代码有误的，先核对当事人。', 'Nothing is left to do; where the code is wrong, check the party first.'),
    basis: cite('penalty-publication-rules', '10'),
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
  'claim-open': {
    status: 409,
    title: words('当事人申报的缴款尚未核对', 'A payment that the party claims was not checked'),
    detail: words('当事人申报已按收据 {receipt} 向银行缴款；核对之前不催告、不申请法院强制执行，也不结案。', 'The party says that it paid the bank by receipt {receipt}; before that is checked it is neither urged nor brought before the court, and the case is not closed.'),
    remedy: words('与银行核对：属实的登记缴款，查无此款的登记核对结果。', 'Check with the bank: enter the payment if it is true, or that the bank knows of none.'),
    basis: penaltyLaw('67'),
  },
  'claimed-already': {
    status: 409,
    title: words('这张收据已经申报或者登记', 'This receipt was claimed or entered already'),
    detail: words('收据 {receipt} 已在案，同一笔缴款只算一次。', 'Receipt {receipt} is on file; one payment counts once.'),
    remedy: words('核对收据号；另有缴款的，按另一张收据申报。', 'Check the number; another payment has another receipt.'),
    basis: penaltyLaw('67'),
  },
  'claim-rejected': {
    status: 409,
    title: words('这张收据核对后查无此款', 'The bank knew of no payment by this receipt'),
    detail: words('收据 {receipt} 已向银行核对：{found}；原样再申报一次，只会使催告一再停下。', 'Receipt {receipt} was checked with the bank: {found}; to claim it again would only hold up the urging.'),
    remedy: words('不服的，办理“对查无此款的核对结果提出异议”，附上证据，由另一人核对；另有缴款的，按另一张收据申报。', 'If that is wrong, take “object that it was paid all the same” with evidence, and another person looks; another payment has another receipt.'),
    basis: penaltyLaw('67'),
  },
  'contested-claim': {
    status: 409,
    title: words('当事人有异议的，由另一人核对', 'The party objected: another person looks'),
    detail: words('收据 {receipt} 已核对过一次，当事人提出了异议；先前核对的人不再自己认定。', 'Receipt {receipt} was looked at once and the party objects; whoever looked first does not judge that.'),
    remedy: words('由未核对过的承办人或者负责人办理“另一人核对后维持查无此款”；属实的，登记缴款。', 'Let a handler or head who did not look take “another person finds no such payment either”, or enter the payment if it is true.'),
    basis: penaltyLaw('45'),
  },
  'not-contested': {
    status: 409,
    title: words('这笔申报没有异议', 'Nobody objected'),
    detail: words('收据 {receipt} 没有经当事人提出异议的待核申报。', 'No claim with receipt {receipt} waits to which the party objected.'),
    remedy: words('尚未核对的，办理“核对后查无此款”或者登记缴款。', 'What was not looked at yet is rejected, or entered as a payment.'),
    basis: penaltyLaw('67'),
  },
  'nothing-rejected': {
    status: 409,
    title: words('没有这张收据的核对结果可以异议', 'Nothing was found of this receipt to object to'),
    detail: words('收据 {receipt} 没有被认定为查无此款，或者已经登记缴款。', 'Receipt {receipt} was not found missing, or was entered as paid.'),
    remedy: words('核对收据号；尚未申报的，办理“申报已缴款”。', 'Check the number; what was not claimed yet is claimed first.'),
    basis: penaltyLaw('45'),
  },
  'rejection-kept': {
    status: 409,
    title: words('异议已由另一人核对', 'The objection was looked at by another person'),
    detail: words('收据 {receipt} 经两人先后核对，均查无此款；同一异议不再核对。', 'Two persons looked for receipt {receipt} one after the other and found none; the same objection is not heard again.'),
    remedy: words('可以依法申请行政复议或者提起行政诉讼；另有收据的，另行申报。', 'Reconsideration and suit remain open; another receipt is another claim.'),
    basis: penaltyLaw('45'),
  },
  'no-claim': {
    status: 422,
    title: words('没有这笔待核的申报', 'No such claim waits'),
    detail: words('没有收据号为 {receipt} 的待核申报。', 'No claim with receipt {receipt} waits to be checked.'),
    remedy: words('按案卷所列的收据号填写。', 'Give a receipt number that stands on file.'),
    basis: penaltyLaw('67'),
  },
  'still-owed': {
    status: 409,
    title: words('罚款尚未缴清', 'The fine is not paid'),
    detail: words('还欠 {owed} 元，未履行完毕的案件不能按“履行完毕”结案。', '{owed} yuan are still owed; a case is not closed as performed before that.'),
    remedy: words('催告后申请法院强制执行，或者按其他方式结案。', 'Urge, then ask the court, or close it in another way.'),
    basis: procedureRules('77'),
  },
} as const
