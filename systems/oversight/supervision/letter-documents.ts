// Letters to whoever certified or licensed goods that failed, to the platform that sells them, and the one that takes a letter back.
import { documentForm } from '../../../kernel/document.ts'
import { words } from '../../../kernel/words.ts'
import { failed, paper } from './documents.ts'
import { certification, eCommerce, order } from './rules.ts'
import type { DocumentContext } from '../../../kernel/document.ts'

const ways = ['direct', 'post', 'electronic', 'entrusted'] as const
const sending = { ways, signedBy: ['organiser'], servedBy: ['organiser', 'officer'], readBy: ['organiser', 'officer', 'head', 'reader', 'party'] } as const

const goods = (c: DocumentContext): string =>
  `${c.show('product')}（型号 ${c.show('model')}，批号 ${c.show('batch')}；样品 ${c.show('sampleNumber')}）经监督抽查最终结论为不合格：${failed(c.record)}。`
const freed = (c: DocumentContext): readonly string[] =>
  c.record['disownedName'] == null ? [] : [`标称生产者${c.show('disownedName')}否认生产该批产品，经查证属实；请一并核对证书是否被冒用。`]

/** The maker named, or plainly that none is known; the seller as the seller. */
const namedOf = (c: DocumentContext): string =>
  [
    c.record['partyName'] == null ? '生产者不明' : `标称生产者：${c.show('partyName')}`,
    ...(c.record['sellerName'] == null ? [] : [`抽自销售者${c.show('sellerName')}`]),
  ].join('；')

export const issuerLetter = documentForm('issuer-letter', {
  title: words('监督抽查不合格情况函告', 'Letter on goods that failed a spot check'),
  number: '{authority}抽函〔{year}〕{seq}号',
  ...sending,
  basis: certification('26'),
  template: (c) =>
    paper(c, '监督抽查不合格情况函告', c.show('issuer'), [
      `标注${c.record['kind'] === 'licence' ? '生产许可证' : '认证证书'}编号 ${c.show('certificate')} 的产品（${namedOf(c)}）：${goods(c)}`,
      ...freed(c),
      c.record['kind'] === 'licence'
        ? '请依照工业产品生产许可证管理条例第五十四条核对抽查级别并依法处理，处理结果请函复。'
        : '请依照认证认可条例第二十六条开展跟踪调查；不能持续符合认证要求的，依法暂停直至撤销认证证书并予公布，处理结果请函复。',
      '证书、许可证的暂停、撤销和吊销由你单位依法决定，本函不改变其效力。',
    ]),
})

export const platformLetter = documentForm('platform-letter', {
  title: words('监督抽查不合格商品告知函', 'Letter to a platform on goods that failed'),
  number: '{authority}抽平〔{year}〕{seq}号',
  ...sending,
  basis: eCommerce('38'),
  template: (c) =>
    paper(c, '监督抽查不合格商品告知函', c.show('issuer'), [
      `你平台内经营者${c.show('partyName')}销售的${goods(c)}商品地址：${c.show('shopUrl')}。`,
      ...freed(c),
      '请依法对该批商品采取必要措施，并依照电子商务法第二十五条提供该经营者的主体信息和该批商品的交易信息；提供的信息以本次处理所需为限。',
      '请自收到本函之日起在期限内书面答复处理情况。',
    ]),
})

export const letterWithdrawn = documentForm('letter-withdrawn', {
  title: words('撤回函告通知', 'Notice that a letter is withdrawn'),
  number: '{authority}抽撤〔{year}〕{seq}号',
  ...sending,
  basis: order,
  template: (c) =>
    paper(c, '撤回函告通知', c.show('issuer'), [
      `本机关 ${c.show('sentOn')} 关于${c.show('product')}（样品 ${c.show('sampleNumber')}）的函告，因所依据的抽查结论不再有效而撤回。`,
      '据此采取的措施，请重新核对后依法处理。',
    ]),
})
