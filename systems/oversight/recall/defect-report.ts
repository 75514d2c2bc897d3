// Defect information (缺陷信息): what anybody tells of a product that may be dangerous, and what the technical body makes of it.
import { cite } from '../../../kernel/citation.ts'
import { checkGtin } from '../../../kernel/check-digits.ts'
import { parameter } from '../../../kernel/deadline.ts'
import { area, choice, day, files, integer, office, party, text } from '../../../kernel/kinds.ts'
import { procedure } from '../../../kernel/procedure.ts'
import { ask, register } from '../../../kernel/register.ts'
import { words } from '../../../kernel/words.ts'
import { productClasses } from '../../basis/parties/index.ts'
import { fallenGrounds, toldOfFall, withFallen } from '../../basis/testing/index.ts'
import { lineFor, lines } from './lines.ts'
import { recallRefusals } from './refusals.ts'
import { checkVin } from './vin.ts'

const { refuse } = recallRefusals
const order19 = cite('samr-order-19')
const keepers = { personal: true, shownTo: ['assessor', 'officer'] } as const

export const reporters = {
  consumer: words('消费者', 'Consumer'),
  producer: words('生产者', 'Producer'),
  seller: words('销售者', 'Seller'),
  importer: words('进口商', 'Importer'),
  repairer: words('修理者', 'Repairer'),
  hospital: words('医疗机构', 'Hospital'),
  laboratory: words('检验机构', 'Laboratory'),
  authority: words('监管部门', 'Authority'),
} as const

/** Kinds of defect (GB/T 34402 names them so; the list is ours where the standard was not read). */
export const defectKinds = {
  design: words('设计', 'Design'),
  making: words('制造', 'Manufacture'),
  marking: words('标识或者警示', 'Marking or warning'),
  other: words('其他', 'Other'),
} as const

export const defectReport = register('defect-report', {
  title: words('缺陷信息', 'Defect information'),
  number: 'QX{year}{seq}',
  headline: 'product',
  placedBy: 'place',
  concerns: 'producer',
  listed: ['received', 'product', 'productClass', 'reporterKind', 'place'],
  fields: {
    received: day(words('收到日期', 'Received on')),
    reporterKind: choice(words('报告人类别', 'Kind of reporter'), reporters),
    reporter: text(words('报告人', 'Reporter'), { optional: true, personal: true, shownTo: ['assessor', 'officer'], length: 60 }),
    phone: text(words('联系电话', 'Telephone'), { optional: true, personal: true, shownTo: ['assessor', 'officer'], length: 30 }),
    place: area(words('发生地', 'Where it happened')),
    handling: office(words('承办机关', 'Office in charge'), { optional: true }),
    followCode: text(words('查询码', 'Follow-up code'), { optional: true, length: 80, ...keepers }),
    producer: party(words('生产者', 'Producer'), { optional: true }),
    producerName: text(words('生产者名称', 'Name of the producer'), { length: 120 }),
    product: text(words('产品', 'Product'), { searched: true, length: 120 }),
    productClass: choice(words('产品类别', 'Product class'), productClasses),
    brand: text(words('品牌', 'Brand'), { optional: true, length: 60 }),
    model: text(words('型号', 'Model'), { optional: true, length: 80 }),
    batch: text(words('批号或者序列号', 'Lot or serial number'), { optional: true, length: 80 }),
    gtin: text(words('商品条码', 'GTIN'), { optional: true, length: 14 }),
    vin: text(words('车辆识别代号', 'VIN'), { optional: true, length: 17, ...keepers, hint: words('车辆填，17 位，见行驶证', 'For a vehicle: 17 characters, on its licence') }),
    kind: choice(words('缺陷类型', 'Kind of defect'), defectKinds),
    danger: text(words('缺陷和危险', 'Defect and danger'), { length: 1000 }),
    standard: text(words('标注的执行标准', 'Standard on the label'), { optional: true, length: 60 }),
    happened: day(words('事故日期', 'When it happened'), { optional: true }),
    abroad: text(words('境外召回（国家、日期、编号或者网址）', 'Recalled abroad: country, day, number or address'), { optional: true, length: 300 }),
    hurt: integer(words('受伤人数', 'People hurt'), { optional: true, minimum: '0' }),
    evidence: files(words('证据', 'Evidence'), { optional: true, personal: true, shownTo: ['assessor', 'officer'] }),
    origin: text(words('来源', 'Origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    originRecord: text(words('来源记录', 'Record of origin'), { optional: true, byLink: true, length: 40, fixed: true }),
    groundSample: text(words('所依据的抽查样品', 'Sample that it rests on'), { optional: true, byLink: true, length: 40, fixed: true }),
    fallen: fallenGrounds,
    line: choice(words('召回门类', 'Line of the recall'), lines, { optional: true }),
    assessment: text(words('评估意见', 'Assessment'), { optional: true, length: 1000 }),
  },
})

export const assessing = procedure(defectReport, {
  duties: {
    reporter: words('报告人', 'Reporter'),
    assessor: words('技术机构', 'Technical body'),
    officer: words('召回管理人员', 'Recall officer'),
  },
  states: {
    received: words('线索', 'Received'),
    toInvestigate: words('待调查', 'To be investigated'),
    closed: words('无缺陷风险', 'No risk of a defect'),
  },
  ends: ['toInvestigate', 'closed'],
  opens: {
    title: words('报告缺陷', 'Report a defect'),
    state: 'received',
    by: ['reporter', 'assessor', 'officer'],
    basis: order19,
    asks: [
      'received', 'reporterKind', 'reporter', 'phone', 'place', 'handling', 'followCode', 'producer', 'producerName', 'product', 'productClass',
      'brand', 'model', 'batch', 'gtin', 'vin', 'standard', 'kind', 'danger', 'happened', 'hurt', 'abroad', 'evidence', 'origin', 'originRecord', 'groundSample',
    ],
    check({ answers: { gtin, vin } }) {
      if (gtin && !checkGtin(gtin)) refuse('wrong-gtin', { gtin, field: 'gtin' })
      if (vin && !checkVin(vin)) refuse('wrong-vin', { vin, field: 'vin' })
    },
  },
  steps: (step) => ({
    'take-up': step({
      title: words('转入调查', 'Take up'),
      from: 'received',
      to: 'toInvestigate',
      by: 'assessor',
      basis: order19,
      asks: ask(defectReport, 'assessment', 'producer', 'line'),
      check({ record, answers }) {
        lineFor(record.productClass, answers.line)
        if (!(answers.producer ?? record.producer)) refuse('no-producer', { field: 'producer' })
        // What a person, a shop or a hospital wrote may tell of persons: what goes on from here is in the words of whoever assessed it.
        if (record.reporterKind !== 'authority' && !answers.assessment) refuse('no-assessment', { field: 'assessment' })
      },
      // What is left out of the form takes nothing away from what was told.
      gives: ({ record, answers }) => ({ line: lineFor(record.productClass, answers.line), producer: answers.producer ?? record.producer }),
    }),
    'lose-ground': step({
      title: words('所依据的检验报告已更改或者撤回', 'A report that it rests on fell'),
      from: 'received',
      to: 'received',
      by: 'assessor',
      basis: order19,
      returning: true,
      asks: toldOfFall,
      gives: (c) => ({ fallen: withFallen(c) }),
    }),
    close: step({
      title: words('关闭', 'Close'),
      from: 'received',
      to: 'closed',
      by: 'assessor',
      basis: order19,
      asks: { assessment: text(words('评估意见', 'Assessment'), { length: 1000 }) },
    }),
  }),
  // A danger that somebody told of lies on nobody's desk unread.
  deadlines: [
    { name: 'assessment', title: words('评估期限', 'Assess it'), starts: 'received', metBy: ['take-up', 'close'], within: parameter('recall.assess'), lapse: 'alarm' },
  ],
})
