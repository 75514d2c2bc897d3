// Transfer of a suspected crime to the police and back (行刑銜接): each station with its receipt and its clock.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choice, choices, day, instant, party, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { enforcementRefusals } from './refusals.ts'

const { refuse } = enforcementRefusals
const rules = (article: string) => cite('crime-transfer-rules', article)
const receipt = text(words('回执编号', 'Number of the receipt'), { length: 60 })

/** What goes along to the police (移送規定 6). */
const papersSent = {
  letter: words('涉嫌犯罪案件移送书', 'Letter of transfer'),
  inquiry: words('涉嫌犯罪案件情况的调查报告', 'Report of the investigation'),
  goods: words('涉案物品清单', 'List of the goods'),
  test: words('检验报告或者鉴定结论', 'Test report or appraisal'),
  other: words('其他有关材料', 'Other papers'),
} as const

/** Ways to make or sell fake and inferior goods (刑法 140). */
const fakes = {
  mixed: words('掺杂、掺假', 'Adulterated'),
  fake: words('以假充真', 'Fake for real'),
  inferior: words('以次充好', 'Inferior for good'),
  failing: words('以不合格冒充合格', 'Failing for conforming'),
} as const

export const crimeTransfer = register('crime-transfer', {
  title: words('涉嫌犯罪案件移送', 'Transfers of suspected crimes'),
  number: 'YS{area}{year}{seq}',
  headline: 'partyName',
  placedBy: 'place',
  readBy: ['superior'],
  listed: ['found', 'partyName', 'caseNumber', 'crime', 'place'],
  fields: {
    found: day(words('发现日期', 'Found on')),
    origin: text(words('来源台账', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    caseNumber: text(words('案件编号', 'Number of the case'), { optional: true, length: 40 }),
    party: party(words('当事人代码', 'Credit code of the party'), { optional: true }),
    partyName: text(words('当事人', 'Party'), { length: 120 }),
    place: area(words('地点', 'Place')),
    crime: text(words('涉嫌罪名和线索', 'Crime suspected, and why'), { length: 1000 }),
    sales: amount(words('销售金额', 'Sales'), { optional: true, minimum: '0', unit: '元' }),
    goodsValue: amount(words('货值金额', 'Value of the goods'), { optional: true, minimum: '0', unit: '元' }),
    hurt: yes(words('造成人身伤害', 'People were hurt'), { optional: true }),
    sort: choice(words('伪劣种类', 'Kind of fake'), fakes, { optional: true }),
    firstMember: text(words('专案组成员一执法证号', 'Certificate of member one'), { optional: true, length: 30 }),
    secondMember: text(words('专案组成员二执法证号', 'Certificate of member two'), { optional: true, length: 30 }),
    papersSent: choices(words('随案移送材料', 'Papers sent along'), papersSent, { optional: true }),
    police: text(words('受案的公安机关', 'Police that has it'), { optional: true, length: 120 }),
    forwardedOn: day(words('公安机关转送日期', 'Passed on by the police on'), { optional: true }),
    courtFine: amount(words('罚金', 'Fine of the court'), { optional: true, minimum: '0', unit: '元' }),
    reportedOn: day(words('书面报告日期', 'Reported on'), { optional: true }),
    approvedAt: instant(words('批准时刻', 'Approved at'), { optional: true }),
    receipt: text(words('最近回执', 'Latest receipt'), { optional: true, length: 60 }),
    policeView: text(words('公安机关决定', 'Decision of the police'), { optional: true, length: 500 }),
    prosecutorView: text(words('检察机关意见', 'View of the prosecutor'), { optional: true, length: 500 }),
    judgment: text(words('判决或者不起诉', 'Judgment, or no prosecution'), { optional: true, length: 500 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

/** A test report goes along where there is one; these always do. */
const always = ['letter', 'inquiry', 'goods'] as const

const view = (title: ReturnType<typeof words>) => text(title, { length: 500 })

export const transferring = procedure(crimeTransfer, {
  duties: {
    handler: words('专案组', 'Special team'),
    head: words('负责人', 'Head'),
    liaison: words('公安、检察联络员', 'Liaison with police and prosecutor'),
    superior: words('上级', 'Superior'),
  },
  states: {
    suspected: words('涉嫌犯罪审查', 'Suspected'),
    reported: words('待批准', 'Awaiting approval'),
    notApproved: words('不批准移送', 'Not approved'),
    approved: words('已批准', 'Approved'),
    sent: words('已移送', 'Sent'),
    filed: words('公安立案', 'Filed by the police'),
    notFiled: words('公安不立案', 'Not filed by the police'),
    reconsidering: words('提请复议', 'Reconsideration asked'),
    kept: words('复议维持不立案', 'Not filed on reconsideration either'),
    supervised: words('检察监督', 'Before the prosecutor'),
    handedOver: words('物品已移交', 'Goods handed over'),
    prosecuted: words('已起诉', 'Prosecuted'),
    returned: words('移回行政处理', 'Back to the authority'),
    judged: words('已有结果', 'Judged'),
  },
  ends: ['notApproved', 'returned', 'judged'],
  opens: {
    title: words('涉嫌犯罪', 'A crime is suspected'),
    state: 'suspected',
    by: 'handler',
    basis: rules('5'),
    asks: ['found', 'origin', 'originRecord', 'caseNumber', 'party', 'partyName', 'place', 'crime', 'sales', 'goodsValue', 'hurt', 'sort'],
  },
  steps: (step) => ({
    report: step({
      title: words('书面报告', 'Report in writing'),
      from: 'suspected',
      to: 'reported',
      by: 'handler',
      basis: rules('5'),
      asks: {
        firstMember: text(words('专案组成员一执法证号', 'Certificate of member one'), { length: 30 }),
        secondMember: text(words('专案组成员二执法证号', 'Certificate of member two'), { length: 30 }),
      },
      check(c) {
        if (c.answers.firstMember === c.answers.secondMember) refuse('two-members', { field: 'secondMember' })
      },
      gives: (c) => ({ reportedOn: c.today }),
    }),
    approve: step({
      title: words('批准移送', 'Approve'),
      from: 'reported',
      to: 'approved',
      by: 'head',
      basis: rules('5'),
      notBy: ['report'],
      gives: (c) => ({ approvedAt: c.occurred }),
    }),
    refuse: step({
      title: words('不批准移送', 'Do not approve'),
      from: 'reported',
      to: 'notApproved',
      by: 'head',
      basis: rules('5'),
      asks: { reason: view(words('不批准的理由', 'Why not')) },
    }),
    send: step({
      title: words('移送公安机关', 'Send to the police'),
      from: 'approved',
      to: 'sent',
      by: 'handler',
      basis: rules('6'),
      asks: {
        receipt,
        papersSent: choices(words('随案移送材料', 'Papers sent along'), papersSent),
        police: text(words('受案的公安机关', 'Police that has it'), { optional: true, length: 120 }),
      },
      check(c) {
        if (!always.every((each) => c.answers.papersSent.includes(each))) refuse('papers-short', { field: 'papersSent' })
      },
    }),
    // What is not theirs they pass on within 24 hours, and say so; the three days run with the one that has it.
    'police-forward': step({
      title: words('公安机关转送有管辖权的机关', 'The police pass it on to the right one'),
      from: 'sent',
      to: 'sent',
      by: 'liaison',
      basis: rules('7'),
      returning: true,
      asks: { police: text(words('受案的公安机关', 'Police that has it'), { length: 120 }), receipt },
      gives: (c) => ({ forwardedOn: c.today }),
    }),
    'police-file': step({
      title: words('公安机关立案', 'The police file it'),
      from: ['sent', 'reconsidering', 'supervised'],
      to: 'filed',
      by: 'liaison',
      basis: rules('8'),
      asks: { policeView: view(words('立案决定', 'Decision')), receipt },
    }),
    'police-decline': step({
      title: words('公安机关不立案', 'The police do not file it'),
      from: 'sent',
      to: 'notFiled',
      by: 'liaison',
      basis: rules('8'),
      asks: { policeView: view(words('不立案理由', 'Why not')), receipt },
    }),
    'ask-reconsideration': step({
      title: words('提请复议', 'Ask for reconsideration'),
      from: 'notFiled',
      to: 'reconsidering',
      by: 'handler',
      basis: rules('9'),
      asks: { reason: view(words('提请理由', 'Why')) },
    }),
    'keep-declining': step({
      title: words('复议维持不立案', 'The police keep to it'),
      from: 'reconsidering',
      to: 'kept',
      by: 'liaison',
      basis: rules('9'),
      asks: { policeView: view(words('复议决定', 'Decision')), receipt },
    }),
    // At once, or after the police kept to it (移送規定 9): the prosecutor is asked to look.
    'ask-prosecutor': step({
      title: words('建议检察机关立案监督', 'Ask the prosecutor to look'),
      from: ['notFiled', 'kept'],
      to: 'supervised',
      by: 'handler',
      basis: rules('9'),
      asks: { reason: view(words('建议理由', 'Why')) },
    }),
    'prosecutor-agrees': step({
      title: words('检察机关认为不立案成立', 'The prosecutor agrees with the police'),
      from: 'supervised',
      to: 'returned',
      by: 'liaison',
      basis: rules('9'),
      asks: { prosecutorView: view(words('检察机关意见', 'View of the prosecutor')), receipt },
    }),
    'accept-declining': step({
      title: words('接受不立案，依法处罚', 'Accept, and punish'),
      from: ['notFiled', 'kept'],
      to: 'returned',
      by: 'head',
      basis: rules('10'),
    }),
    'hand-over': step({
      title: words('移交涉案物品', 'Hand over the goods'),
      from: 'filed',
      to: 'handedOver',
      by: 'handler',
      basis: rules('12'),
      asks: { receipt },
    }),
    prosecute: step({
      title: words('检察机关起诉', 'Prosecuted'),
      from: 'handedOver',
      to: 'prosecuted',
      by: 'liaison',
      basis: rules('14'),
      asks: { prosecutorView: view(words('起诉书和案号', 'Indictment and its number')), receipt },
    }),
    // Also what the police drop once they looked into it (移送規定 13).
    'send-back': step({
      title: words('不起诉或者免罚，移回处理', 'No prosecution: sent back'),
      from: ['filed', 'handedOver', 'prosecuted'],
      to: 'returned',
      by: 'liaison',
      basis: rules('10'),
      asks: { judgment: view(words('不起诉决定', 'Decision not to prosecute')), receipt },
    }),
    judge: step({
      title: words('判决结果反馈', 'Enter the judgment'),
      from: ['handedOver', 'prosecuted'],
      to: 'judged',
      by: 'liaison',
      basis: rules('11'),
      asks: {
        ...{ judgment: view(words('判决', 'Judgment')), receipt },
        courtFine: amount(words('罚金', 'Fine of the court'), { optional: true, minimum: '0', unit: '元', hint: words('已经给予的罚款折抵罚金；没有判处的不填', 'A fine paid before is set off against it; left out where there was none') }),
      },
    }),
  }),
  deadlines: [
    { name: 'decide', title: words('移送决定期限', 'Decide on the transfer'), starts: 'reported', metBy: ['approve', 'refuse'], within: parameter('transfer.decide'), lapse: 'alarm' },
    { name: 'send', title: words('移送期限', 'Send'), starts: { field: 'approvedAt' }, metBy: ['send'], within: parameter('transfer.send'), lapse: 'alarm' },
    { name: 'police', title: words('公安审查期限', 'The police decide'), starts: 'sent', metBy: ['police-file', 'police-decline', 'police-forward'], within: parameter('transfer.police'), lapse: 'alarm' },
    { name: 'police-anew', title: words('转送后的公安审查期限', 'The police that has it decides'), starts: { field: 'forwardedOn' }, metBy: ['police-file', 'police-decline'], within: parameter('transfer.police'), again: 'renewed', lapse: 'alarm' },
    { name: 'ask', title: words('提请复议期限', 'Ask for reconsideration'), starts: 'notFiled', metBy: ['ask-reconsideration', 'ask-prosecutor', 'accept-declining'], within: parameter('transfer.reconsider'), lapse: 'alarm' },
    { name: 'reconsider', title: words('公安复议期限', 'The police reconsider'), starts: 'reconsidering', metBy: ['police-file', 'keep-declining'], within: parameter('transfer.reconsider-decide'), lapse: 'alarm' },
    { name: 'prosecutor', title: words('建议立案监督期限', 'Ask the prosecutor'), starts: 'kept', metBy: ['ask-prosecutor', 'accept-declining'], within: parameter('transfer.prosecutor'), lapse: 'alarm' },
    { name: 'goods', title: words('涉案物品移交期限', 'Hand over the goods'), starts: 'filed', metBy: ['hand-over'], within: parameter('transfer.hand-over'), lapse: 'alarm' },
  ],
})
