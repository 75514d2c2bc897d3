// Transfer of a suspected crime to the police and back (行刑銜接): each station with its receipt and its clock.
import { cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { amount, area, choice, day, instant, party, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'

const rules = (article: string) => cite('crime-transfer-rules', article)
const receipt = text(words('回执编号', 'Number of the receipt'), { length: 60 })

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
    reportedOn: day(words('书面报告日期', 'Reported on'), { optional: true }),
    approvedAt: instant(words('批准时刻', 'Approved at'), { optional: true }),
    receipt: text(words('最近回执', 'Latest receipt'), { optional: true, length: 60 }),
    policeView: text(words('公安机关决定', 'Decision of the police'), { optional: true, length: 500 }),
    prosecutorView: text(words('检察机关意见', 'View of the prosecutor'), { optional: true, length: 500 }),
    judgment: text(words('判决或者不起诉', 'Judgment, or no prosecution'), { optional: true, length: 500 }),
    reason: text(words('理由', 'Reason'), { optional: true, length: 500 }),
  },
})

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
    supervised: words('检察监督', 'Before the prosecutor'),
    handedOver: words('物品已移交', 'Goods handed over'),
    returned: words('移回行政处理', 'Back to the authority'),
    judged: words('已有结果', 'Judged'),
  },
  ends: ['notApproved', 'returned', 'judged'],
  opens: {
    title: words('涉嫌犯罪', 'A crime is suspected'),
    state: 'suspected',
    by: 'handler',
    basis: rules('5'),
    asks: ['found', 'origin', 'originRecord', 'caseNumber', 'party', 'partyName', 'place', 'crime', 'sales', 'goodsValue', 'hurt'],
  },
  steps: (step) => ({
    report: step({
      title: words('书面报告', 'Report in writing'),
      from: 'suspected',
      to: 'reported',
      by: 'handler',
      basis: rules('5'),
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
      asks: { receipt },
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
      to: 'supervised',
      by: 'liaison',
      basis: rules('9'),
      asks: { policeView: view(words('复议决定', 'Decision')), receipt },
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
      from: 'notFiled',
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
    'send-back': step({
      title: words('不起诉或者免罚，移回处理', 'No prosecution: sent back'),
      from: 'handedOver',
      to: 'returned',
      by: 'liaison',
      basis: rules('10'),
      asks: { judgment: view(words('不起诉决定', 'Decision not to prosecute')), receipt },
    }),
    judge: step({
      title: words('判决结果反馈', 'Enter the judgment'),
      from: 'handedOver',
      to: 'judged',
      by: 'liaison',
      basis: rules('11'),
      asks: { judgment: view(words('判决', 'Judgment')), receipt },
    }),
  }),
  deadlines: [
    { name: 'decide', title: words('移送决定期限', 'Decide on the transfer'), starts: 'reported', metBy: ['approve', 'refuse'], within: parameter('transfer.decide'), lapse: 'alarm' },
    { name: 'send', title: words('移送期限', 'Send'), starts: { field: 'approvedAt' }, metBy: ['send'], within: parameter('transfer.send'), lapse: 'alarm' },
    { name: 'police', title: words('公安审查期限', 'The police decide'), starts: 'sent', metBy: ['police-file', 'police-decline'], within: parameter('transfer.police'), lapse: 'alarm' },
    { name: 'ask', title: words('提请复议期限', 'Ask for reconsideration'), starts: 'notFiled', metBy: ['ask-reconsideration', 'accept-declining'], within: parameter('transfer.reconsider'), lapse: 'alarm' },
    { name: 'reconsider', title: words('公安复议期限', 'The police reconsider'), starts: 'reconsidering', metBy: ['police-file', 'keep-declining'], within: parameter('transfer.reconsider-decide'), lapse: 'alarm' },
    { name: 'goods', title: words('涉案物品移交期限', 'Hand over the goods'), starts: 'filed', metBy: ['hand-over'], within: parameter('transfer.hand-over'), lapse: 'alarm' },
  ],
})
