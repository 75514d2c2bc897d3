// Worked cases of arbitration tests and appraisals, under Order 4 and by commission since.
import { cases, type Act } from '../../../kernel/cases.ts'
import { words } from '../../../kernel/words.ts'
import { appraising } from './appraisal.ts'

const asked = (on: string, kind: string): Act => ({
  on,
  step: 'open',
  by: 'secretary',
  with: { received: on, kind, requester: 'both', place: '130102', product: '电水壶（虚构）', traderName: '虚构商店', question: '是否漏电' },
})
const entrust = { standard: 'compulsory', standardText: 'GB 4706.19', body: '虚构检测中心', fee: '600', payer: 'both', objectThere: true, notJudged: true }
const expert = (name: string, interest = false) => ({ name, title: '高级工程师', unit: '虚构研究院', interest })
const report = { number: '虚构报告 1', found: '绝缘不符合要求', meets: false }

export const appraisingCases = cases(appraising, [
  {
    title: words('2016 年仲裁检验：送达之日起 15 日可以提出异议', '2016, arbitration test: fifteen days to object from the day of service'),
    opens: asked('2016-07-11', 'arbitration'),
    acts: [
      { on: '2016-07-12', step: 'entrust', by: 'secretary', with: { ...entrust, objectThere: false }, refused: 'complaints.cannot-appraise' },
      { on: '2016-07-12', step: 'entrust', by: 'secretary', with: { ...entrust, standard: '' }, refused: 'complaints.standard-needed' },
      { on: '2016-07-12', step: 'entrust', by: 'secretary', with: entrust },
      { on: '2016-07-13', step: 'seal', by: 'secretary', with: { seal: '封 001', bothSign: false }, refused: 'complaints.no-consent' },
      { on: '2016-07-13', step: 'seal', by: 'secretary', with: { seal: '封 001', bothSign: true } },
      { on: '2016-07-14', step: 'form-panel', by: 'secretary', with: { experts: [expert('甲')] }, refused: 'complaints.no-panel' },
      { on: '2016-07-20', step: 'report', by: 'expert', with: report, then: { state: 'reported', clocks: {} } },
      {
        on: '2016-07-22',
        step: 'serve-document',
        by: 'secretary',
        with: { document: 'appraisal-report', way: 'direct', outcome: 'served' },
        // Fifteen days after 22 July end on Saturday 6 August.
        then: { due: { objection: '2016-08-08' }, rule: { objection: 'aqsiq-order-4-1999' } },
      },
      { on: '2016-08-08', step: 'object', by: 'trader', with: { grounds: '样品受潮' }, then: { state: 'objected', clocks: { objection: 'met' } } },
      { on: '2016-08-10', step: 'reject-objection', by: 'head', with: { why: '封样完好' }, then: { state: 'reported' } },
      { on: '2016-08-10', step: 'lose-ground', by: 'secretary', with: { report: '虚构报告 1', why: '样品混淆' }, then: { state: 'objected', fields: { objection: '检验报告 虚构报告 1 已更改或者撤回：样品混淆' } } },
      { on: '2016-08-10', step: 'report', by: 'expert', with: report, then: { state: 'reported' } },
      { on: '2016-08-11', step: 'conclude', by: 'secretary', then: { state: 'concluded' } },
    ],
  },
  {
    title: words('异议期限届满后不再受理', 'An objection after the term is not taken'),
    opens: asked('2016-07-11', 'arbitration'),
    acts: [
      { on: '2016-07-12', step: 'entrust', by: 'secretary', with: entrust },
      { on: '2016-07-13', step: 'seal', by: 'secretary', with: { seal: '封 002', bothSign: true } },
      { on: '2016-07-20', step: 'report', by: 'secretary', with: report },
      { on: '2016-07-22', step: 'serve-document', by: 'secretary', with: { document: 'appraisal-report', way: 'post', outcome: 'served' } },
      { on: '2016-08-09', step: 'object', by: 'applicant', with: { grounds: '不服' }, refused: 'complaints.objection-late' },
    ],
  },
  {
    title: words('质量鉴定：单数、无利害关系的鉴定组，勘验后报告，异议后复检', 'Appraisal: an odd panel without interest, a survey, a report, a second one after an objection'),
    opens: asked('2026-05-11', 'appraisal'),
    acts: [
      { on: '2026-05-12', step: 'entrust', by: 'secretary', with: entrust },
      { on: '2026-05-13', step: 'seal', by: 'secretary', with: { seal: '封 003', bothSign: true } },
      { on: '2026-05-14', step: 'form-panel', by: 'secretary', with: { experts: [expert('甲'), expert('乙')] }, refused: 'complaints.odd-panel' },
      {
        on: '2026-05-14',
        step: 'form-panel',
        by: 'secretary',
        with: { experts: [expert('甲'), expert('乙'), expert('丙', true)] },
        refused: 'complaints.expert-interest',
      },
      { on: '2026-05-14', step: 'report', by: 'expert', with: report, refused: 'complaints.odd-panel' },
      { on: '2026-05-14', step: 'form-panel', by: 'secretary', with: { experts: [expert('甲'), expert('乙'), expert('丙')] }, then: { state: 'paneled' } },
      { on: '2026-05-15', step: 'survey', by: 'expert', with: { found: '现场通电复现' }, then: { fields: { survey: '现场通电复现' } } },
      { on: '2026-05-20', step: 'report', by: 'expert', with: report },
      {
        on: '2026-05-21',
        step: 'serve-document',
        by: 'secretary',
        with: { document: 'appraisal-report', way: 'direct', outcome: 'served' },
        // Order 4 is repealed and nothing took its place: no clock is guessed.
        then: { state: 'reported', clocks: {} },
      },
      { on: '2026-06-30', step: 'object', by: 'applicant', with: { grounds: '未测泄漏电流' } },
      { on: '2026-07-10', step: 'report', by: 'expert', with: { ...report, number: '虚构报告 1 补' }, then: { fields: { reportNumber: '虚构报告 1 补' } } },
      { on: '2026-07-12', step: 'conclude', by: 'secretary' },
    ],
  },
  {
    title: words('标的物灭失的不受理', 'Not taken where the object is lost'),
    opens: asked('2026-05-11', 'arbitration'),
    acts: [{ on: '2026-05-12', step: 'refuse', by: 'head', with: { ground: 'lost' }, then: { state: 'refused', fields: { refusal: 'lost' } } }],
  },
])
