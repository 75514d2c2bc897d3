// Documents of a complaint: receipt, acceptance, declining, mediation agreement or record, end of mediation.
import { citedOn } from '../../../kernel/citation.ts'
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { words } from '../../../kernel/words.ts'
import { endArticles, refusalArticles } from './complaint-codes.ts'
import { letter, otherWays, under } from './letter.ts'
import { named, order } from './orders.ts'

const about = (c: DocumentContext): string =>
  `您于${c.show('received')}就${c.show('traderName')}的“${c.show('goods')}”提出的投诉（编号：${c.record.number ?? ''}）`

/** The article of the very ground, as it stood on the day. */
const ground = (c: DocumentContext, field: string, articles: Readonly<Record<string, Parameters<typeof citedOn>[0]>>): string => {
  const article = articles[String(c.record[field])]
  return article ? named(citedOn(article, c.day)) : named(c.basis)
}

const officials = ['clerk', 'mediator', 'head', 'supervisor'] as const
const ways = ['electronic', 'direct', 'post', 'left', 'notice'] as const
const toComplainant = { ways, servedBy: ['clerk', 'mediator'], readBy: ['citizen', ...officials] } as const
const toBoth = { ways, servedBy: ['clerk', 'mediator'], readBy: ['citizen', 'trader', ...officials] } as const

export const receipt = documentForm('complaint-receipt', {
  title: words('投诉登记回执', 'Receipt of a complaint'),
  number: '{authority}投登〔{year}〕{seq}号',
  ...toComplainant,
  signedBy: ['clerk'],
  basis: order('10', '9'),
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
  ...toComplainant,
  signedBy: ['clerk'],
  basis: order('15', '14'),
  template: (c) =>
    letter(c, '投诉受理决定书', [
      `${about(c)}，经审查符合受理条件。${under(c)}，本机关决定予以受理。`,
      '本机关将组织调解。调解以双方自愿为前提；检验、检测、鉴定所需时间不计入调解期限。',
    ]),
})

export const declining = documentForm('complaint-declining', {
  title: words('投诉不予受理决定书', 'Decision not to accept a complaint'),
  number: '{authority}投不受〔{year}〕{seq}号',
  ...toComplainant,
  signedBy: ['head'],
  basis: order('16', '15'),
  template: (c) =>
    letter(c, '投诉不予受理决定书', [
      `${about(c)}，经审查，属于下列情形：${c.show('refusalGround')}。依据${ground(c, 'refusalGround', refusalArticles)}，本机关决定不予受理。`,
      `具体情况：${c.show('explanation')}`,
      c.record['otherChannel'] ? `您反映的事项可以通过下列途径提出：${c.show('otherChannel')}。` : '',
      otherWays,
    ]),
})

export const mediationAgreement = documentForm('mediation-agreement', {
  title: words('投诉调解书', 'Mediation agreement'),
  number: '{authority}投调〔{year}〕{seq}号',
  ...toBoth,
  signedBy: ['mediator', 'citizen', 'trader', 'head'],
  basis: order('24', '22'),
  template: (c) =>
    letter(
      c,
      '投诉调解书',
      [
        `投诉人${c.show('complainant')}与被投诉人${c.show('traderName')}就“${c.show('goods')}”发生的消费者权益争议（投诉编号：${c.record.number ?? ''}），经本机关主持调解，双方自愿达成如下协议：`,
        c.show('agreement'),
        `${under(c)}，本调解书一式三份，由投诉人、被投诉人签名或者盖章，并加盖本机关印章，双方当事人各执一份，本机关留存一份。`,
      ],
      '双方当事人',
    ),
})

export const acceptedRecord = documentForm('mediation-record', {
  title: words('投诉调解记录', 'Record of mediation'),
  number: '{authority}投记〔{year}〕{seq}号',
  ...toBoth,
  signedBy: ['mediator'],
  basis: order('24', '22'),
  template: (c) =>
    letter(
      c,
      '投诉调解记录',
      [
        `投诉人与被投诉人${c.show('traderName')}就“${c.show('goods')}”发生的争议（投诉编号：${c.record.number ?? ''}）达成协议：`,
        c.show('agreement'),
        `协议即时履行，或者双方均不要求制作调解书。${under(c)}，记录备查。`,
      ],
      '存档',
    ),
})

export const ending = documentForm('mediation-ending', {
  title: words('投诉终止调解决定书', 'Decision to end mediation'),
  number: '{authority}投终〔{year}〕{seq}号',
  ...toBoth,
  signedBy: ['head'],
  basis: order('23', '21'),
  template: (c) =>
    letter(
      c,
      '投诉终止调解决定书',
      [
        `${c.show('received')}收到的投诉人${c.show('complainant')}与被投诉人${c.show('traderName')}就“${c.show('goods')}”的争议（编号：${c.record.number ?? ''}），因下列情形：${c.show('endGround')}。依据${ground(c, 'endGround', endArticles)}，本机关决定终止调解。`,
        otherWays,
      ],
      '双方当事人',
    ),
})

export const complaintDocuments = [receipt, acceptance, declining, mediationAgreement, acceptedRecord, ending]
