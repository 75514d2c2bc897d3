// A document on paper before it is set: blocks of text, tables and signatures, in one language.

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'signature'; readonly authority: string; readonly day: string }

export interface Paper {
  readonly kind: 'letter' | 'decision' | 'receipt' | 'bulletin'
  readonly language: 'zh' | 'en' | 'hant'
  readonly issuer?: string
  readonly number?: string
  readonly title: string
  readonly addressee?: string
  readonly blocks: readonly Block[]
}
