// Documents of a complaint: receipt, acceptance, declining, mediation agreement, end of mediation.
import { cite } from '../../../kernel/citation.ts'
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { words } from '../../../kernel/words.ts'
import { letter } from './letter.ts'

const order = (article: string) => cite('samr-order-121', article)

const about = (c: DocumentContext) =>
  `您于${c.show('received')}就${c.show('traderName')}的“${c.show('goods')}”提出的投诉（编号：${c.record.number ?? ''}）`

export const receipt = documentForm('complaint-receipt', {
  title: words('投诉登记回执', 'Receipt of a complaint'),
  number: '{office}投登〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['clerk'],
  basis: order('10'),
  template: (c) =>
    letter(c, '投诉登记回执', [
      `${about(c)}，本机关已登记。`,
      `收到日期为${c.show('received')}。本机关将在法定期限内决定是否受理，并告知您。`,
      '凭本回执编号和查询码，可以随时查询办理进度，无须注册账户；本回执可以脱机核验真伪。',
    ]),
})

export const acceptance = documentForm('complaint-acceptance', {
  title: words('投诉受理决定书', 'Decision to accept a complaint'),
  number: '{authority}投受〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['clerk'],
  basis: order('15'),
  template: (c) =>
    letter(c, '投诉受理决定书', [
      `${about(c)}，符合受理条件，本机关决定予以受理。`,
      '本机关将组织调解。调解以双方自愿为前提；检验、检测、鉴定所需时间不计入调解期限。',
    ]),
})

export const declining = documentForm('complaint-declining', {
  title: words('投诉不予受理决定书', 'Decision not to accept a complaint'),
  number: '{authority}投不受〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['head'],
  basis: order('16'),
  template: (c) =>
    letter(c, '投诉不予受理决定书', [
      `${about(c)}，经审查，属于下列情形：${c.show('refusalGround')}。`,
      `具体情况：${c.show('particulars')}`,
      '您可以依照消费者权益保护法第三十九条，与经营者协商和解，请求消费者协会或者依法成立的其他调解组织调解，根据仲裁协议申请仲裁，或者向人民法院提起诉讼。',
    ]),
})

export const mediationAgreement = documentForm('mediation-agreement', {
  title: words('投诉调解书', 'Mediation agreement'),
  number: '{authority}投调〔{year}〕{seq}号',
  ways: ['direct', 'electronic', 'post'],
  signedBy: ['mediator', 'head'],
  basis: order('24'),
  template: (c) =>
    letter(c, '投诉调解书', [
      `投诉人与被投诉人${c.show('traderName')}就“${c.show('goods')}”发生的消费者权益争议，经本机关主持调解，双方自愿达成如下协议：`,
      c.show('agreement'),
      '本调解书一式三份，由投诉人、被投诉人签名或者盖章，并加盖本机关印章，双方当事人各执一份，本机关留存一份。',
    ]),
})

export const ending = documentForm('mediation-ending', {
  title: words('投诉终止调解决定书', 'Decision to end mediation'),
  number: '{authority}投终〔{year}〕{seq}号',
  ways: ['electronic', 'direct', 'post'],
  signedBy: ['head'],
  basis: order('23'),
  template: (c) =>
    letter(c, '投诉终止调解决定书', [
      `${about(c)}，因下列情形，本机关决定终止调解：${c.show('endGround')}。`,
      '您可以依照消费者权益保护法第三十九条规定的其他途径解决争议。',
    ]),
})
