// Arbitration test and quality appraisal (仲裁檢驗、質量鑒定): an expert answer to a dispute, by Order 4 until 2018-03-05, by commission since.
import { after, cite } from '../../../kernel/citation.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { documentForm } from '../../../kernel/document.ts'
import { amount, area, choice, day, party, rows, text, yes } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { toldOfFall } from '../../basis/testing/index.ts'
import { letter } from './letter.ts'
import { complaintRefusals } from './refusals.ts'

const { refuse } = complaintRefusals
/** Order 4 of 1999 was repealed on 2018-03-06 without a successor: a contract of the parties or the law of suits carries it since. */
const basis = after('2018-03-05', cite('aqsiq-order-4-1999'), cite('civil-procedure-law'))

const requesters = {
  court: words('人民法院', 'Court'),
  arbitral: words('仲裁机构', 'Arbitral body'),
  authority: words('行政机关', 'Authority'),
  consumerBody: words('消费者组织', 'Consumers’ body'),
  both: words('争议双方', 'Both parties by agreement'),
}
const standards = {
  compulsory: words('强制性标准', 'Compulsory standard'),
  contract: words('合同约定', 'Contract'),
  stated: words('明示的标准或者说明', 'Stated standard'),
  none: words('无标准，按技术分析', 'None: technical analysis'),
}
const refusals = {
  standing: words('申请人不具备资格', 'The applicant lacks standing'),
  capacity: words('不具备检验鉴定能力', 'It cannot be tested'),
  judged: words('已有生效裁判', 'There is an effective judgment'),
  lost: words('标的物灭失', 'The object is lost'),
}
const payers = { complainant: words('投诉人', 'Complainant'), trader: words('经营者', 'Trader'), both: words('分担', 'Both') }

const own = { personal: true, shownTo: ['applicant', 'secretary', 'expert', 'head'] } as const

export const appraisal = register('appraisal', {
  title: words('仲裁检验与质量鉴定', 'Arbitration tests and appraisals'),
  number: 'JD{area}{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  concerns: 'trader',
  listed: ['received', 'kind', 'product', 'traderName', 'place'],
  fields: {
    received: day(words('收到申请', 'Received on'), { fixed: true }),
    kind: choice(words('种类', 'Kind'), { arbitration: words('质量仲裁检验', 'Arbitration test'), appraisal: words('质量鉴定', 'Quality appraisal') }),
    requester: choice(words('申请人类别', 'Who asks'), requesters),
    applicant: text(words('申请人', 'Applicant'), { ...own, optional: true, length: 100 }),
    complaint: text(words('关联投诉', 'Complaint it belongs to'), { optional: true, length: 40 }),
    originRecord: text(words('来源记录', 'Record it comes from'), { optional: true, length: 40 }),
    place: area(words('受理地', 'Area in charge')),
    product: text(words('争议产品', 'Product in dispute'), { searched: true }),
    model: text(words('型号', 'Model'), { optional: true }),
    batch: text(words('批号', 'Batch'), { optional: true, length: 60 }),
    producer: text(words('生产者', 'Producer'), { optional: true }),
    traderName: text(words('相对人', 'The other side')),
    trader: party(words('相对人统一社会信用代码', 'Its credit code'), { optional: true }),
    question: text(words('争议要点', 'Question in dispute'), { length: 2000 }),
    standard: choice(words('依据的来源', 'Standard chosen by'), standards, { optional: true }),
    standardText: text(words('检验依据', 'Standard or clause'), { optional: true, length: 300 }),
    body: text(words('检验机构或组织单位', 'Laboratory or organiser'), { optional: true }),
    fee: amount(words('费用', 'Fee'), { optional: true, minimum: '0', unit: '元' }),
    payer: choice(words('费用预付', 'Who advances it'), payers, { optional: true }),
    seal: text(words('样品及封样编号', 'Sample and number of the seal'), { optional: true, length: 300 }),
    experts: rows(
      words('鉴定组', 'Panel'),
      {
        name: text(words('姓名', 'Name'), { length: 40 }),
        title: text(words('高级技术职称', 'Senior title'), { length: 60 }),
        unit: text(words('单位', 'Unit'), { length: 100 }),
        interest: yes(words('应当回避', 'Has an interest'), { optional: true }),
      },
      { optional: true, most: 15 },
    ),
    survey: text(words('现场勘验', 'Survey on the spot'), { optional: true, length: 2000 }),
    reportNumber: text(words('报告编号', 'Number of the report'), { optional: true, length: 60 }),
    conclusion: text(words('结论', 'Conclusion'), { optional: true, length: 2000 }),
    meets: yes(words('符合依据', 'Meets the standard'), { optional: true }),
    refusal: choice(words('不受理理由', 'Why it is not taken'), refusals, { optional: true }),
    objection: text(words('异议', 'Objection'), { optional: true, length: 1000 }),
  },
})

export const appraisalReport = documentForm('appraisal-report', {
  title: words('检验鉴定报告', 'Report of the test or appraisal'),
  number: '{authority}鉴〔{year}〕{seq}号',
  ways: ['direct', 'post', 'electronic', 'left'],
  signedBy: ['secretary', 'head'],
  servedBy: ['secretary'],
  basis,
  template: (c) =>
    letter(
      c,
      `${c.show('kind')}报告`,
      [
        `争议产品：${c.show('product')} ${c.show('model')} ${c.show('batch')}。争议要点：${c.show('question')}`,
        `依据：${c.show('standardText')}（${c.show('standard')}）。样品：${c.show('seal')}。承担机构：${c.show('body')}。`,
        `结论：${c.show('conclusion')}`,
        '对本报告有异议的，请在收到后依法提出。本报告仅对所检样品负责。',
      ],
      '争议双方',
    ),
})

export const appraising = procedure(appraisal, {
  duties: {
    applicant: words('申请人', 'Applicant'),
    trader: words('相对人', 'The other side'),
    secretary: words('受理人', 'Secretary of appraisals'),
    expert: words('检验鉴定人员', 'Tester or expert'),
    head: words('负责人', 'Head of office'),
  },
  states: {
    applied: words('待审查', 'Applied for'),
    refused: words('不受理', 'Not taken'),
    entrusted: words('已签委托书', 'Entrusted'),
    sealed: words('已封样', 'Sample sealed'),
    paneled: words('已组成鉴定组', 'Panel formed'),
    reported: words('已出报告', 'Reported'),
    objected: words('异议处理中', 'Objected to'),
    concluded: words('终结', 'Concluded'),
  },
  ends: ['refused', 'concluded'],
  opens: {
    title: words('申请检验鉴定', 'Apply'),
    state: 'applied',
    by: ['applicant', 'secretary'],
    basis,
    asks: [
      'received', 'kind', 'requester', 'applicant', 'complaint', 'originRecord', 'place', 'product', 'model', 'batch', 'producer', 'traderName',
      'trader', 'question', 'body', 'payer',
    ],
  },
  steps: (step) => ({
    refuse: step({
      title: words('不受理', 'Do not take it'),
      from: 'applied',
      to: 'refused',
      by: 'head',
      basis,
      asks: { ground: choice(words('理由', 'Ground'), refusals) },
      gives: ({ answers }) => ({ refusal: answers.ground }),
    }),
    entrust: step({
      title: words('签订委托书', 'Sign the commission'),
      from: 'applied',
      to: 'entrusted',
      by: 'secretary',
      basis,
      asks: {
        ...ask(appraisal, 'standard', 'standardText', 'body', 'fee', 'payer'),
        objectThere: yes(words('标的物可供检验', 'The object is there')),
        notJudged: yes(words('未有生效裁判', 'No effective judgment')),
      },
      check({ answers }) {
        if (!answers.objectThere || !answers.notJudged) refuse('cannot-appraise', { field: answers.objectThere ? 'notJudged' : 'objectThere' })
        if (!answers.standard || !answers.standardText) refuse('standard-needed', { field: 'standardText' })
      },
      gives: ({ record, answers }) => ({ body: answers.body ?? record.body, payer: answers.payer ?? record.payer }),
    }),
    seal: step({
      title: words('抽样封样', 'Take and seal the sample'),
      from: 'entrusted',
      to: 'sealed',
      by: 'secretary',
      basis,
      asks: { ...ask(appraisal, 'seal'), bothSign: yes(words('双方在封条上签字', 'Both signed the seal')) },
      check({ answers }) {
        if (!answers.bothSign || !answers.seal) refuse('no-consent', { matter: '封样', field: 'bothSign' })
      },
    }),
    'form-panel': step({
      title: words('组成鉴定组', 'Form the panel'),
      from: 'sealed',
      to: 'paneled',
      by: 'secretary',
      basis,
      asks: ask(appraisal, 'experts'),
      check({ record, answers, parameter: of }) {
        const panel = answers.experts ?? []
        const least = Number(of('appraisal.panel-least').value)
        if (record.kind !== 'appraisal') refuse('no-panel', { field: 'experts' })
        if (panel.length < least || panel.length % 2 === 0) refuse('odd-panel', { count: panel.length, least, field: 'experts' })
        const partial = panel.find((expert) => expert.interest)
        if (partial) refuse('expert-interest', { name: partial.name, field: 'experts' })
      },
    }),
    survey: step({
      title: words('现场勘验', 'Survey on the spot'),
      from: ['sealed', 'paneled'],
      to: ({ record }) => record.state as 'sealed' | 'paneled',
      by: ['expert', 'secretary'],
      basis,
      returning: true,
      asks: { found: text(words('勘验笔录', 'Record of the survey'), { length: 2000 }) },
      gives: ({ answers }) => ({ survey: answers.found }),
    }),
    report: step({
      title: words('出具报告', 'Report'),
      from: ['sealed', 'paneled', 'objected'],
      to: 'reported',
      by: ['expert', 'secretary'],
      basis,
      issues: appraisalReport,
      asks: {
        number: text(words('报告编号', 'Number of the report'), { length: 60 }),
        found: text(words('结论', 'Conclusion'), { length: 2000 }),
        ...ask(appraisal, 'meets'),
      },
      check({ record }) {
        if (record.kind === 'appraisal' && !record.experts?.length) refuse('odd-panel', { count: 0, least: 3, field: 'number' })
      },
      gives: ({ answers }) => ({ reportNumber: answers.number, conclusion: answers.found, objection: null }),
    }),
    object: step({
      title: words('提出异议', 'Object'),
      from: 'reported',
      to: 'objected',
      by: ['applicant', 'trader', 'secretary'],
      basis,
      asks: { grounds: text(words('异议理由', 'Grounds'), { length: 1000 }) },
      check({ clocks, today }) {
        const due = clocks.find((clock) => clock.deadline === 'objection')?.due
        if (due && today > due) refuse('objection-late', { due, field: 'grounds' })
      },
      gives: ({ answers }) => ({ objection: answers.grounds }),
    }),
    'lose-ground': step({
      title: words('所采用的检验报告已更改或者撤回', 'The test report that was used fell'),
      from: ['reported', 'objected'],
      to: 'objected',
      by: 'secretary',
      basis,
      returning: true,
      asks: toldOfFall,
      gives: ({ answers }) => ({ objection: `检验报告 ${answers.report} 已更改或者撤回：${answers.why}` }),
    }),
    'reject-objection': step({
      title: words('驳回异议', 'Reject the objection'),
      from: 'objected',
      to: 'reported',
      by: 'head',
      basis,
      returning: true,
      asks: { why: text(words('理由', 'Why'), { length: 1000 }) },
    }),
    conclude: step({ title: words('终结', 'Conclude'), from: 'reported', to: 'concluded', by: 'secretary', basis }),
  }),
  deadlines: [
    {
      name: 'objection',
      title: words('异议期限', 'Object to the report'),
      starts: { served: 'appraisal-report' },
      metBy: ['object', 'conclude'],
      within: parameter('appraisal.objection'),
      lapse: { propose: 'conclude' },
      again: true,
    },
  ],
})
