// A case (行政處罰案件) as it stands in the file: parties, handlers, evidence, holds, decision, payment.
import { amount, area, choice, choices, citation, day, files, instant, integer, link, office, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { fallenGrounds } from '../../basis/testing/index.ts'
import { circumstances, degrees, evidenceKinds, holds, kinds, penalties, remedies, remedyOutcomes, sources } from './case-codes.ts'

/** Who works on a case: what is for them is not for its party. */
export const inside = ['handler', 'reviewer', 'head', 'hearer', 'clerk'] as const

/** The same and the superior: what the party is not told before its time. */
export const officials = [...inside, 'superior'] as const

export const evidenceLine = {
  sort: choice(words('证据种类', 'Kind of evidence'), evidenceKinds),
  what: text(words('名称', 'What'), { length: 120 }),
  named: text(words('决定书上的表述', 'As the decision names it to the party'), {
    optional: true, length: 120, hint: words('不写举报人、证人姓名；不填的，决定书只写证据种类', 'Without whoever informed or testified; where it is left out, the decision names the kind only'),
  }),
  taken: day(words('取得日期', 'Taken on')),
  from: text(words('来源', 'From'), { length: 120 }),
  takers: text(words('取证人', 'Taken by'), { length: 60, hint: words('两人的执法证号', 'Certificate numbers of both') }),
  original: yes(words('原件', 'Original')),
}

/** Evidence that came with a case of another party says in which case it was first entered, and who had it before. */
const keptLine = {
  ...evidenceLine,
  first: text(words('首次收集于', 'First entered in'), { optional: true, length: 40 }),
  before: text(words('此前保管', 'Who had it before'), { optional: true, length: 120 }),
}

export const holdLine = {
  measure: choice(words('措施', 'Measure'), holds),
  what: text(words('财物', 'What'), { length: 200 }),
  from: day(words('自', 'From')),
  released: day(words('解除或者处理日期', 'Released or dealt with on'), { optional: true }),
  urgentAt: instant(words('当场采取的时刻', 'Taken on the spot at'), { optional: true }),
  approval: text(words('批准文号', 'Approval'), { optional: true, length: 60 }),
}

export const receiptLine = {
  on: day(words('缴款日期', 'Paid on')),
  sum: amount(words('金额', 'Sum'), { minimum: '0.01', unit: '元' }),
  receipt: text(words('票据号', 'Receipt'), { length: 60 }),
}

/** What it pays: whoever enters the receipt of the bank knows, and whoever claims it need not say. */
export const paymentLine = {
  ...receiptLine,
  toward: choice(words('缴的是', 'Toward'), { fine: words('罚款', 'The fine'), confiscated: words('没收款', 'What is confiscated') }, {
    optional: true, hint: words('不填的先抵罚款', 'Without it the fine is paid first'),
  }),
}

/** What the party says it paid; one that was rejected comes back with what it says against that. */
export const claimLine = { ...receiptLine, contest: text(words('异议', 'Objection'), { optional: true, length: 500 }) }
export const rejectedLine = {
  ...receiptLine,
  found: text(words('核对情况', 'What was found'), { length: 500 }),
  kept: yes(words('经另一人核对维持', 'Kept by another person'), { optional: true }),
}

export const instalmentLine = {
  due: day(words('应缴日期', 'Due on'), { mayLieAhead: true }),
  sum: amount(words('金额', 'Sum'), { minimum: '0.01', unit: '元' }),
}

/** One delay that was granted: on which day, until when, and what of the fine was paid by then. */
export const deferralLine = {
  granted: day(words('批准日期', 'Granted on')),
  to: day(words('缴款期限至', 'To be paid by'), { mayLieAhead: true }),
  paid: amount(words('此前已缴罚款', 'Paid of the fine before'), { minimum: '0', unit: '元' }),
}

export const challengeLine = {
  kind: choice(words('途径', 'Way'), remedies),
  received: day(words('受理日期', 'Taken up on')),
  forum: text(words('复议机关或者法院', 'Authority or court'), { length: 120 }),
  reference: text(words('案号', 'Its number'), { optional: true, length: 60 }),
  ended: day(words('终结日期', 'Ended on'), { optional: true }),
  outcome: choice(words('结果', 'Outcome'), remedyOutcomes, { optional: true }),
}

export const penaltyCase = register('case', {
  title: words('行政处罚案件', 'Penalty cases'),
  number: 'AJ{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  // The party reads its case from the act that tells it of the case on, and not before: from then on it is the one that was told.
  concerns: 'informed',
  readBy: ['superior'],
  listed: ['received', 'partyName', 'kind', 'place', 'fine', 'decided'],
  fields: {
    received: day(words('线索收到日期', 'Lead received on'), { fixed: true }),
    // Passed on, the breach was found by whoever had it before (處罰法 36).
    found: day(words('违法行为发现日期', 'Breach found on'), {
      optional: true, shownTo: officials, hint: words('其他机关移送、投诉举报的，填其发现或者收到之日；不填为收到线索之日', 'Passed on or reported: when they found it, or were told; left out, when the lead was received'),
    }),
    source: choice(words('案件来源', 'Source'), sources, { shownTo: officials }),
    origin: text(words('来源台账', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true, shownTo: officials }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true, shownTo: officials }),
    passedAs: text(words('来源中的违法行为', 'Which breach of its origin'), { optional: true, byLink: true, length: 60, fixed: true, shownTo: officials }),
    groundSample: text(words('所依据的抽查样品', 'Sample that it rests on'), { optional: true, byLink: true, length: 40, fixed: true }),
    fallen: fallenGrounds,
    party: party(words('当事人代码', 'Credit code of the party'), { optional: true }),
    informed: party(words('已被告知的当事人', 'Party that was told'), { optional: true }),
    partyName: text(words('当事人', 'Party'), { searched: true, length: 120 }),
    representative: text(words('法定代表人或者负责人', 'Representative'), { optional: true, personal: true, shownTo: inside, length: 60 }),
    place: area(words('违法行为发生地', 'Where it happened')),
    handling: office(words('承办机关', 'Office in charge'), { optional: true }),
    kind: choice(words('违法行为种类', 'Kind of breach'), kinds),
    productClass: text(words('产品类别', 'Product class'), { optional: true, length: 40 }),
    campaign: link(words('专项行动', 'Campaign'), 'campaign', { optional: true, shownTo: officials }),
    protectedSign: text(words('商标注册号或者地理标志', 'Registered mark, or geographical indication'), { optional: true, length: 120 }),
    rightHolder: text(words('权利人', 'Holder of the right'), { optional: true, length: 120 }),
    // A lead may repeat what an informer said (處理辦法、產品質量法 10: the informer is kept secret): the party reads what the officer wrote for it.
    facts: text(words('涉嫌违法事实', 'Facts alleged'), { length: 2000, shownTo: officials }),
    toldFacts: text(words('告知当事人的事实', 'Facts as the party was told them'), { optional: true, length: 2000 }),
    breach: citation(words('违反条款', 'Article breached'), { optional: true }),
    punishedBy: citation(words('处罚依据', 'Article of the penalty'), { optional: true }),
    firstHandler: text(words('承办人一执法证号', 'Certificate of handler one'), { optional: true, length: 30 }),
    secondHandler: text(words('承办人二执法证号', 'Certificate of handler two'), { optional: true, length: 30 }),
    recused: text(words('回避', 'Recusal'), { optional: true, length: 200 }),
    evidence: rows(words('证据', 'Evidence'), keptLine, { optional: true, shownTo: officials }),
    papers: files(words('证据材料', 'Evidence files'), { optional: true, personal: true, shownTo: inside }),
    holding: rows(words('强制措施', 'Holds'), holdLine, { optional: true }),
    summoned: day(words('询问通知日期', 'Summoned on'), { optional: true }),
    breachEnded: day(words('违法行为发生或者终了日期', 'Day of the breach, or on which it ended'), { optional: true }),
    harmful: yes(words('涉及生命健康、金融安全且有危害后果', 'Life, health or finance came to harm'), { optional: true }),
    heldUrgently: instant(words('当场采取保存、查封、扣押的时刻', 'Held on the spot at'), { optional: true }),
    decideBy: day(words('集体讨论决定的办案期限', 'Term that the heads set together'), { optional: true }),
    heldFrom: day(words('登记保存日期', 'Kept since'), { optional: true }),
    seizedFrom: day(words('查封扣押日期', 'Seized since'), { optional: true }),
    testUntil: day(words('检验、检测、鉴定期限至', 'To be tested by'), { optional: true, mayLieAhead: true }),
    assistFrom: day(words('请求协查日期', 'Help asked on'), { optional: true, shownTo: officials }),
    value: amount(words('货值金额', 'Value of the goods'), { optional: true, minimum: '0', unit: '元' }),
    gain: amount(words('违法所得', 'Unlawful gain'), { optional: true, minimum: '0', unit: '元' }),
    finding: text(words('调查终结意见', 'Finding'), { optional: true, length: 2000, shownTo: officials }),
    earlier: integer(words('以往处罚次数', 'Earlier penalties'), { optional: true, minimum: '0', shownTo: inside }),
    opinion: text(words('审核意见', 'Opinion of the review'), { optional: true, length: 1000, shownTo: officials }),
    legalReviewed: day(words('法制审核日期', 'Legally reviewed on'), { optional: true, shownTo: officials }),
    noticeOn: day(words('告知书日期', 'Notice of the intended penalty of'), { optional: true }),
    announcedUntil: day(words('告知书公告期满日', 'Last day of the announcement of the notice'), { optional: true }),
    noticeAnswered: day(words('陈述申辩终结或者要求听证日期', 'Notice answered on'), { optional: true }),
    speaksUntil: day(words('撤回听证要求后可以陈述申辩至', 'May be heard until, its request for a hearing taken back'), { optional: true }),
    toldPenalties: choices(words('拟处罚种类', 'Penalties announced'), penalties, { optional: true }),
    hearingOn: day(words('听证日期', 'Day of the hearing'), { optional: true }),
    hearingCalled: day(words('听证通知书日期', 'Notice of the hearing of'), { optional: true }),
    toldFine: amount(words('拟罚款', 'Fine announced'), { optional: true, minimum: '0', unit: '元' }),
    toldConfiscated: amount(words('拟没收违法所得', 'Confiscation of gains announced'), { optional: true, minimum: '0', unit: '元' }),
    defence: text(words('陈述申辩', 'What the party said'), { optional: true, length: 2000 }),
    hearing: text(words('听证情况', 'The hearing'), { optional: true, length: 1000 }),
    circumstance: choice(words('裁量情节', 'Circumstance'), circumstances, { optional: true }),
    reasons: text(words('裁量理由', 'Reasons'), { optional: true, length: 1000 }),
    penalties: choices(words('处罚种类', 'Penalties'), penalties, { optional: true }),
    fine: amount(words('罚款', 'Fine'), { optional: true, minimum: '0', unit: '元' }),
    confiscated: amount(words('没收金额', 'Confiscated'), { optional: true, minimum: '0', unit: '元' }),
    collective: text(words('集体讨论记录', 'Record of the heads’ discussion'), { optional: true, length: 60, shownTo: officials }),
    degree: choice(words('失信程度', 'Degree'), degrees, { optional: true }),
    decided: day(words('决定日期', 'Decided on'), { optional: true }),
    waivedOn: day(words('不予处罚日期', 'None imposed on'), { optional: true }),
    spotOn: day(words('当场处罚日期', 'Decided on the spot on'), { optional: true }),
    spotFiled: day(words('当场处罚备案日期', 'Papers of the spot filed on'), { optional: true }),
    served: day(words('送达日期', 'Served on'), { optional: true }),
    payments: rows(words('缴款', 'Payments'), paymentLine, { optional: true }),
    claims: rows(words('当事人申报待核的缴款', 'Payments that the party says it made, not yet checked'), claimLine, { optional: true, most: 20 }),
    rejected: rows(words('核对后查无的申报', 'Claims of which the bank knew nothing'), rejectedLine, { optional: true, most: 40 }),
    paid: amount(words('已缴', 'Paid'), { optional: true, minimum: '0', unit: '元' }),
    surcharge: amount(words('加处罚款', 'Surcharge'), { optional: true, minimum: '0', unit: '元' }),
    challenges: rows(words('复议和诉讼', 'Reconsideration and suit'), challengeLine, { optional: true, most: 20 }),
    urgedOn: day(words('催告日期', 'Urged on'), { optional: true }),
    deferralAsked: day(words('申请延期、分期日期', 'Asked to pay later on'), { optional: true }),
    // What makes it hard tells of a person: sealed, and erased with it.
    hardship: text(words('经济困难情况和请求', 'What makes it hard, and what is asked'), { optional: true, personal: true, length: 1000 }),
    deferredTo: day(words('批准的缴款期限', 'May pay until'), { optional: true }),
    deferrals: rows(words('批准的延期、分期', 'Delays that were granted'), deferralLine, { optional: true, most: 20 }),
    instalments: rows(words('分期缴款', 'Parts'), instalmentLine, { optional: true, most: 36 }),
    performedOn: day(words('缴清日期', 'Paid in full on'), { optional: true }),
    reconsidered: day(words('复议终结日期', 'Reconsideration ended on'), { optional: true }),
    sueFrom: day(words('起诉期限起算日', 'Terms to sue count from'), { optional: true }),
    reconsiderFrom: day(words('复议申请期限起算日', 'Term for reconsideration counts from'), { optional: true }),
    remediesUntil: day(words('起诉或者批准的缴款期限至，此前不申请法院', 'The party may sue or pay until; the court waits'), { optional: true }),
    courtFrom: day(words('申请法院强制执行期限起算日', 'Term to ask the court counts from'), { optional: true, shownTo: officials }),
    elsewhereFrom: day(words('应当推送外省登记地', 'To be sent to another province, from'), { optional: true, shownTo: officials }),
    correctElsewhereFrom: day(words('应当告知外省登记地更正、撤回', 'Another province is to be told that it changed or fell, from'), { optional: true, shownTo: officials }),
    outcome: text(words('结案方式', 'How it ended'), { optional: true, length: 300 }),
    crime: yes(words('涉嫌犯罪', 'Suspected crime'), { optional: true, byLink: true, shownTo: inside }),
    crimeOutcome: text(words('移送结果', 'What came of the transfer'), { optional: true, length: 600, shownTo: inside }),
  },
})
