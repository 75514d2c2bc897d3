// The common shape of a letter from the authority in charge, and the sentence on the ways that stay open to a consumer.
import type { DocumentContext } from '../../../kernel/document.ts'
import type { Paper } from '../../../kernel/paper.ts'
import { named } from './orders.ts'

export const letter = (c: DocumentContext, title: string, paragraphs: readonly string[], addressee = c.show('complainant')): Paper => ({
  kind: 'letter',
  language: 'zh',
  issuer: c.authority,
  number: c.number,
  title,
  addressee: `${addressee}：`,
  blocks: [
    ...paragraphs.filter((text) => text !== '').map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature' as const, authority: c.authority, day: c.day },
  ],
})

/** 依据《…》第15条: the rule of the day of the act. */
export const under = (c: DocumentContext): string => `依据${named(c.basis)}`

export const otherWays =
  '您可以依照消费者权益保护法第三十九条，与经营者协商和解，请求消费者协会或者依法成立的其他调解组织调解，根据仲裁协议申请仲裁，或者向人民法院提起诉讼。'
