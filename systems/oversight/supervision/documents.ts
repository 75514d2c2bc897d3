// Documents of supervision: notice of a check, notice of a result, order to correct, order on special equipment.
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { paperDay } from '../../../kernel/paper.ts'
import { words } from '../../../kernel/words.ts'
import { equipmentLaw, order, quality } from './rules.ts'

type Row = Readonly<Record<string, unknown>>

export const paper = (c: DocumentContext, title: string, addressee: string, paragraphs: readonly string[]) => ({
  kind: 'decision' as const,
  language: 'zh' as const,
  issuer: c.authority,
  number: c.number,
  title,
  addressee,
  blocks: [
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature' as const, authority: c.authority, day: paperDay(c.day, 'zh') },
  ],
})

const ways = ['direct', 'post', 'electronic', 'left', 'entrusted', 'notice'] as const
export const failed = (record: Row): string =>
  ((record['failures'] ?? []) as readonly Row[]).map((line) => `${line['parameter']}（实测 ${line['value']} ${line['unit']}${line['expanded'] == null ? '' : `，U=${line['expanded']}（k=2）`}，限值 ${line['limit'] ?? '—'}）`).join('；') || '见检验报告'

/** Who is named as the maker, and that it was freed where it proved that the goods are not its own. */
const makerOf = (c: DocumentContext): string =>
  c.record['disowned'] == null ? `标称生产者：${c.show('producerName')}` : `标称生产者：${c.show('disownedName')}（否认生产，查证属实，不承担责任）`

export const checkNotice = documentForm('check-notice', {
  title: words('监督抽查通知书', 'Notice of a spot check'),
  number: '{authority}抽通〔{year}〕{seq}号',
  ways,
  signedBy: ['sampler'],
  basis: order,
  template: (c) =>
    paper(c, '监督抽查通知书', c.show('unitName'), [
      `依照产品质量法，现派抽样人员（证号：${c.show('firstSampler')}、${c.show('secondSampler')}）对你单位${c.show('productClass')}进行监督抽查。`,
      '抽样人员不足两人、未出示本通知书和有效证件、姓名与本通知书不符，被抽查单位或者产品与本通知书不符，或者要求支付费用的，你单位可以拒绝；因此未抽样的，不算你单位拒绝抽查。',
      '监督抽查不收取任何费用，不得事先通知。无正当理由拒绝的，依法处理。',
    ]),
})

export const resultNotice = documentForm('result-notice', {
  title: words('监督抽查结果通知书', 'Notice of a result'),
  number: '{authority}抽果〔{year}〕{seq}号',
  ways,
  signedBy: ['organiser'],
  readBy: ['organiser', 'sampler', 'officer', 'head', 'party'],
  basis: quality('15'),
  template: (c) =>
    paper(c, '监督抽查结果通知书', c.show('unitName'), [
      `样品：${c.show('product')}（${c.show('model')}，批号 ${c.show('batch')}），${makerOf(c)}。`,
      `检验结论：${c.show('verdict')}。不合格项目：${failed(c.record)}。检验报告：${c.show('reportNumber')}。`,
      '对检验结果有异议的，可以自收到本通知之日起在法定期限内，向本机关或者上一级机关书面申请复检；逾期未申请的，视为认可检验结果。',
      '复检使用备用样品，由另一检验机构承担；停止销售和控制风险的义务不因异议而停止。',
    ]),
})

/** The maker whom the goods name has a notice and a term of its own. */
export const makerNotice = documentForm('maker-result-notice', {
  title: words('监督抽查结果通知书（标称生产者）', 'Notice of a result to the maker named'),
  number: '{authority}抽生〔{year}〕{seq}号',
  ways,
  signedBy: ['organiser'],
  readBy: ['organiser', 'sampler', 'officer', 'head', 'party'],
  basis: quality('15'),
  template: (c) =>
    paper(c, '监督抽查结果通知书', c.show('producerName'), [
      `在监督抽查中抽取的样品标称由你单位生产：${c.show('product')}（${c.show('model')}，批号 ${c.show('batch')}），抽自${c.show('unitName')}。`,
      `检验结论：${c.show('verdict')}。不合格项目：${failed(c.record)}。检验报告：${c.show('reportNumber')}。`,
      '对检验结果有异议的，可以自收到本通知之日起在法定期限内，向本机关或者上一级机关书面申请复检；你单位的期限自你单位收到之日起单独计算，与被抽样单位的期限互不影响。逾期未申请的，视为认可检验结果。',
      '样品不是你单位生产的，可以在同一期限内书面否认并提交证据；查证属实的，你单位不承担责任。',
    ]),
})

export const rectificationOrder = documentForm('rectification-order', {
  title: words('责令改正通知书', 'Order to correct'),
  number: '{authority}改〔{year}〕{seq}号',
  ways,
  signedBy: ['head'],
  servedBy: ['officer', 'head'],
  basis: quality('17'),
  template: (c) =>
    paper(c, '责令改正通知书', c.show('partyName'), [
      `你单位的${c.show('product')}（样品 ${c.show('sampleNumber')}）经监督抽查不合格：${failed(c.record)}。`,
      `改正要求：${c.show('demand')}`,
      '请自收到本通知之日起立即停止生产、销售该批次产品，清点库存，查明原因，在法定期限内完成整改，提交书面报告并申请复查。',
      '逾期不改正的，予以公告；公告后经复查仍不合格的，责令停业，限期整顿；整顿期满后经复查仍不合格的，吊销营业执照。',
    ]),
})

export const directive = documentForm('equipment-directive', {
  title: words('特种设备安全监察指令书', 'Directive on special equipment'),
  number: '{authority}特令〔{year}〕{seq}号',
  ways,
  signedBy: ['sampler'],
  servedBy: ['sampler', 'officer'],
  basis: equipmentLaw('62'),
  template: (c) =>
    paper(c, '特种设备安全监察指令书', c.show('unitName'), [
      `检查发现：${c.show('finding')}`,
      `要求：${c.show('demand')}`,
      `限于${c.show('correctBy')}前改正并书面报告；隐患消除前不得使用有关设备。`,
    ]),
})
