// Papers of a warning: the announcement, by whoever decides the colour, and the one that ends it.
import { documentForm, type DocumentContext } from '../../../kernel/document.ts'
import { paperDay } from '../../../kernel/paper.ts'
import { words } from '../../../kernel/words.ts'
import { warningText } from './rules.ts'

const announcement = (c: DocumentContext, title: string, paragraphs: readonly string[]) => ({
  kind: 'bulletin' as const,
  language: 'zh' as const,
  issuer: c.authority,
  number: c.number,
  title,
  blocks: [
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature' as const, authority: c.authority, day: paperDay(c.day, 'zh') },
  ],
})

const warning = (name: string, signer: 'head' | 'province', title: ReturnType<typeof words>) =>
  documentForm(name, {
    title,
    number: '{authority}质预〔{year}〕{seq}号',
    ways: ['notice'],
    signedBy: [signer],
    servedBy: ['publisher'],
    basis: warningText,
    template: (c) =>
      announcement(c, '产品质量安全风险预警公告', [
        `预警级别：${c.show('colour')}预警。产品：${c.show('product')}（${c.show('productClass')}）。危害：${c.show('hazard')}。`,
        `影响范围：${c.show('place')}。预警期至${c.show('warnedTo')}。`,
        `危险：${c.show('danger')}`,
        `请这样做：${c.show('advice')}`,
        '本公告针对产品而不针对任何企业，不是对质量违法行为的认定。情况变化的，将及时调整或者解除。',
      ]),
  })

export const localWarning = warning('risk-warning', 'head', words('风险预警公告', 'Risk warning'))
export const provincialWarning = warning('risk-warning-province', 'province', words('省级风险预警公告', 'Risk warning of the province'))

export const restoredNotice = documentForm('risk-restored', {
  title: words('恢复风险预警公告', 'Announcement that a warning stands again'),
  number: '{authority}质复〔{year}〕{seq}号',
  ways: ['notice'],
  signedBy: ['publisher'],
  basis: warningText,
  template: (c) =>
    announcement(c, '撤销解除、恢复产品质量安全风险预警公告', [
      `此前解除的${c.show('product')}（${c.show('productClass')}）${c.show('colour')}预警，现撤销解除，预警恢复，至${c.show('warnedTo')}。`,
      `理由：${c.show('restoredWhy')}`,
      `危险：${c.show('danger')}`,
      `请这样做：${c.show('advice')}`,
    ]),
})

export const correctionNotice = documentForm('risk-correction', {
  title: words('撤销风险预警并更正公告', 'Announcement that a warning is withdrawn and corrected'),
  number: '{authority}质更〔{year}〕{seq}号',
  ways: ['notice'],
  signedBy: ['publisher'],
  basis: warningText,
  template: (c) =>
    announcement(c, '撤销产品质量安全风险预警并更正公告', [
      `现撤销对${c.show('product')}（${c.show('productClass')}）的${c.show('colour')}预警，该预警自始不应发布。`,
      `更正：${c.show('endWhy')}`,
    ]),
})

export const liftingNotice = documentForm('risk-lifting', {
  title: words('解除风险预警公告', 'Announcement that a warning is lifted'),
  number: '{authority}质解〔{year}〕{seq}号',
  ways: ['notice'],
  signedBy: ['publisher'],
  basis: warningText,
  template: (c) =>
    announcement(c, '解除产品质量安全风险预警公告', [
      `现解除对${c.show('product')}（${c.show('productClass')}）的${c.show('colour')}预警。`,
      `理由：${c.show('endWhy')}`,
    ]),
})
