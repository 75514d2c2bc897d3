// Article numbers: inserted articles, parts of articles, order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleLabel, articleNumber, articleReference, compareArticles } from './article-number.ts'

describe('the number of an article', () => {
  it('gives an inserted article (第一百三十三条之一) a number of its own', () => {
    expect(articleNumber('第一百三十三条之一')).toBe('133-1')
    expect(articleNumber('第十条之一')).toBe('10-1')
    expect(articleNumber('第 十五 条')).toBe('15')
    expect(articleNumber('第15条')).toBe('15')
  })

  it('is null for what is no label of an article', () => {
    for (const text of ['第一章', '十条', '第条', '第一百一条', '第一条第二款']) expect(articleNumber(text)).toBeNull()
  })

  it('is printed as it is read', () => {
    const numbers = fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.option(fc.integer({ min: 1, max: 30 })))
    fc.assert(
      fc.property(numbers, ([main, inserted]) => {
        const number = inserted === null ? String(main) : `${main}-${inserted}`
        return articleNumber(articleLabel(number)) === number
      }),
    )
  })

  it('labels a clause of a policy document 一（二）', () => {
    expect(articleLabel('1.2')).toBe('一（二）')
    expect(articleLabel('附件')).toBe('附件')
  })

  it('is split from the part that a citation points at', () => {
    expect(articleReference('16(4)')).toEqual({ article: '16', part: '4' })
    expect(articleReference('16（四）')).toEqual({ article: '16', part: '4' })
    expect(articleReference('133-1')).toEqual({ article: '133-1' })
  })

  it('orders inserted articles after their main one and 1.10 after 1.2', () => {
    expect(['134', '133-1', '2', '133'].toSorted(compareArticles)).toEqual(['2', '133', '133-1', '134'])
    expect(['1.10', '1.2', '2.1'].toSorted(compareArticles)).toEqual(['1.2', '1.10', '2.1'])
  })
})
