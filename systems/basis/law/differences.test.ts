// Differences between versions, by article and by character.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences } from './differences.ts'
import { parseStatute } from './statute-text.ts'
import { wordingChanges } from './wording-changes.ts'

const statute = (...articles: string[]) => parseStatute(articles.join('\n'))
const kinds = (before: string[], after: string[]) =>
  differences(statute(...before), statute(...after)).map((change) => [
    change.kind, 'before' in change ? change.before.number : null, 'after' in change ? change.after.number : null,
  ])

describe('differences between two versions of a statute', () => {
  it('are none where only the printer changed brackets and spaces', () => {
    expect(kinds(['第一条 市(县)级机构应当公开信息。'], ['第一条　市（县）级机构应当公开信息。'])).toEqual([['same', '1', '1']])
  })

  it('tell an article that moved from one that was added before it', () => {
    const before = ['第一条 消费者可以投诉。', '第二条 经营者应当答复。']
    expect(kinds(before, ['第一条 消费者可以投诉。', '第二条 平台负责保存数据三年。', '第三条 经营者应当答复。'])).toEqual([
      ['same', '1', '1'], ['added', null, '2'], ['renumbered', '2', '3'],
    ])
  })

  it('tell a changed wording from a removed article', () => {
    expect(kinds(['第一条 自受理之日起四十五个工作日内终结调解。', '第二条 本条全部删去。'], ['第一条 自受理之日起六十日内终结调解。'])).toEqual([
      ['changed', '1', '1'], ['removed', '2', null],
    ])
  })
})

describe('changes of wording', () => {
  it('show what was struck and what was put in its place', () => {
    expect(wordingChanges('自受理之日起四十五个工作日内', '自受理之日起六十日内')).toEqual([
      { kind: 'kept', text: '自受理之日起' },
      { kind: 'struck', text: '四' },
      { kind: 'inserted', text: '六' },
      { kind: 'kept', text: '十' },
      { kind: 'struck', text: '五个工作' },
      { kind: 'kept', text: '日内' },
    ])
  })

  it('make up both wordings again, whatever they are', () => {
    const wording = fc.string({ unit: fc.constantFrom(...'一二三四五日内𠮷'), maxLength: 40 })
    fc.assert(
      fc.property(wording, wording, (before, after) => {
        const changes = wordingChanges(before, after)
        const without = (kind: string) => changes.filter((change) => change.kind !== kind).map((change) => change.text).join('')
        expect(without('inserted')).toBe(before)
        expect(without('struck')).toBe(after)
      }),
    )
  })
})
