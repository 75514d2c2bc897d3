// The common shape of a letter from the authority in charge to the two sides.
import type { DocumentContext } from '../../../kernel/document.ts'
import type { Paper } from '../../../kernel/paper.ts'

export const letter = (c: DocumentContext, title: string, paragraphs: readonly string[]): Paper => ({
  kind: 'letter', language: 'zh', issuer: c.authority, number: c.number, title,
  addressee: `${c.show('complainant')}：`,
  blocks: [
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'signature' as const, authority: c.authority, day: c.day },
  ],
})
