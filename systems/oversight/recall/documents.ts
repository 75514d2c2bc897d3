// Documents of a recall: the notice to recall, and the order, with a plan in a term or, for food and special equipment, straight away.
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { paperDay } from '../../../kernel/paper.ts'
import { words } from '../../../kernel/words.ts'
import { ordered } from './articles.ts'

const paper = (c: DocumentContext, title: string, paragraphs: readonly string[]) => ({
  kind: 'decision' as const,
  language: 'zh' as const,
  issuer: c.authority,
  number: c.number,
  title,
  addressee: c.show('producerName'),
  blocks: [
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature' as const, authority: c.authority, day: paperDay(c.day, 'zh') },
  ],
})

export const recallNotice = documentForm('recall-notice', {
  title: words('召回通知书', 'Notice to recall'),
  number: '{authority}召通〔{year}〕{seq}号',
  ways: ['direct', 'post', 'electronic', 'left', 'entrusted', 'notice'],
  signedBy: ['head'],
  servedBy: ['officer', 'head'],
  basis: ordered,
  template: (c) =>
    paper(c, '召回通知书', [
      `经调查，你单位生产的${c.show('product')}存在缺陷：${c.show('danger')}`,
      `认定理由：${c.show('conclusion')}`,
      '请停止生产、销售、进口涉及产品，并实施召回。',
      '对本通知有异议的，可以自收到之日起在法定期限内书面提出，并提供证据；期限内不提出异议又不召回的，将依法责令召回。',
    ]),
})

export const recallOrder = documentForm('recall-order', {
  title: words('责令召回通知书', 'Order to recall'),
  number: '{authority}召令〔{year}〕{seq}号',
  ways: ['direct', 'post', 'electronic', 'left', 'entrusted', 'notice'],
  signedBy: ['head'],
  servedBy: ['officer', 'head'],
  basis: ordered,
  template: (c) =>
    paper(c, '责令召回通知书', [
      `你单位生产的${c.show('product')}存在缺陷：${c.show('danger')}`,
      `认定理由：${c.show('conclusion')}`,
      `依据${c.show('orderedBy')}，现责令你单位立即停止生产、销售、进口涉及产品，告知销售者和消费者，并在法定期限内报送召回计划。`,
      '不服本决定的，可以依法申请行政复议，也可以依法提起行政诉讼；复议和诉讼期间不停止召回。',
    ]),
})

/** No law gives food and special equipment a term for the plan: the order names none. */
export const directOrder = documentForm('recall-order-direct', {
  title: words('责令召回决定书（食品、特种设备）', 'Order to recall food or special equipment'),
  number: '{authority}召直〔{year}〕{seq}号',
  ways: ['direct', 'post', 'electronic', 'left', 'entrusted', 'notice'],
  signedBy: ['head'],
  servedBy: ['officer', 'head'],
  basis: ordered,
  template: (c) =>
    paper(c, '责令召回决定书', [
      `你单位生产的${c.show('product')}存在缺陷：${c.show('danger')}`,
      `认定理由：${c.show('conclusion')}`,
      `依据${c.show('orderedBy')}，现责令你单位立即停止生产、销售，实施召回，告知销售者和消费者，并报告召回情况。`,
      '不服本决定的，可以依法申请行政复议，也可以依法提起行政诉讼；复议和诉讼期间不停止召回。',
    ]),
})
